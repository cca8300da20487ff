import { createRequire } from 'node:module';
import type * as ResvgModule from '@resvg/resvg-js';
import { UsageError } from '../arguments/usage-error.js';

/** More pixels than this are refused: four bytes each, and more than any wall shows. */
const MOST_PIXELS = 200_000_000;

export interface RasteriseOptions {
  /** Pixels for each unit of the picture, above 0. */
  readonly scale: number;
  /** Width and height of the picture, in its own units. */
  readonly width: number;
  readonly height: number;
}

/**
 * Turns an SVG picture into a PNG, with the system's fonts. The library that does it is fetched from the disk only now:
 * who writes SVG needs none.
 *
 * @throws UsageError where the library is not installed, where no font has Chinese characters although the picture
 *   does, and for a picture that is too large
 */
export function rasterise(svg: string, { scale, width, height }: RasteriseOptions): Uint8Array {
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (wide * high > MOST_PIXELS) {
    throw new UsageError({
      zh: `PNG 太大：${wide} × ${high} 像素；请减小 --scale 或 --width，或输出 .svg`,
      en: `the PNG would be too large, ${wide} × ${high} pixels; lower --scale or --width, or write .svg`,
    });
  }
  const { Resvg } = loadResvg();
  if (/\p{Script=Han}/u.test(svg) && !hasChinese(Resvg)) {
    throw new UsageError({
      zh: '本机没有中文字体，PNG 上的汉字会画成方框；请安装一种（如 fonts-noto-cjk），或输出 .svg',
      en: 'no font on this machine has Chinese characters, a PNG would show boxes; install one (such as fonts-noto-cjk), or write .svg',
    });
  }
  return new Resvg(unquoteFamilies(svg), {
    fitTo: { mode: 'zoom', value: scale },
    font: FONTS,
    languages: ['zh-CN', 'en'],
  })
    .render()
    .asPng();
}

const FONTS = { loadSystemFonts: true };

/** resvg does not know quoted names in a list of fonts, and takes a serif font instead. */
function unquoteFamilies(svg: string): string {
  return svg.replaceAll(
    / font-family="([^"]*)"/g,
    (_, families: string) => ` font-family="${families.replaceAll(/'|&#39;/g, '')}"`,
  );
}

function loadResvg(): typeof ResvgModule {
  try {
    return createRequire(import.meta.url)('@resvg/resvg-js') as typeof ResvgModule;
  } catch {
    throw new UsageError({
      zh: '输出 PNG 需要 @resvg/resvg-js，本机没有装上：npm install @resvg/resvg-js，或输出 .svg',
      en: 'a PNG needs @resvg/resvg-js, which is not installed here: npm install @resvg/resvg-js, or write .svg',
    });
  }
}

/** Two different characters look the same, or like nothing, where no font has them. Drawn at once: each drawing reads all fonts. */
function hasChinese(Resvg: typeof ResvgModule.Resvg): boolean {
  const side = 32;
  const write = (character: string, place: number): string =>
    `<text x="${place * side + 4}" y="26" font-size="24" font-family="sans-serif">${character}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${3 * side}" height="${side}">${write('永', 0)}${write('昌', 1)}</svg>`;
  const { pixels } = new Resvg(svg, { font: FONTS }).render();
  const [one, other, none] = [0, 1, 2].map((place) => {
    const rows = Array.from({ length: side }, (_, row) =>
      pixels.subarray((row * 3 * side + place * side) * 4, (row * 3 * side + (place + 1) * side) * 4),
    );
    return Buffer.concat(rows).toString('base64');
  });
  return one !== other && one !== none;
}
