import { measureText } from './text-width.js';
import { cutName, shortenName } from './short-name.js';
import { TYPE, withoutHalo } from './place-texts.js';
import type { GroupLines, Line, TextOptions } from './place-texts.js';
import type { SceneHeader, SceneShape, SceneText } from './scene.js';

/** Least room between a township's name and its figure. */
const HEADER_GAP = 12;

/** Height of a township's tile from which two details have room below its figure. */
const TWO_DETAILS = 100;

/** Height of a tile from which it has room for a line, in lines. */
const LEAST_LINES = 1.2;

/** Room between a tile's edge and its texts. */
const INSET = 4;

/** The writing on tiles: mark, name and figure of every village, lines over every township. */
export function placeTileTexts(options: TextOptions): readonly SceneText[] {
  const { layout, level, groups } = options;
  const groupOf = new Map(groups.map((group) => [group.code, group]));
  const headers = (layout.headers ?? []).flatMap((header) => writeHeader(header, groupOf.get(header.group), options));
  const tiles = layout.areas.flatMap((shape, index) =>
    level === 'village'
      ? writeVillage(shape, index, options)
      : writeTownship(shape, index, groupOf.get(shape.code), options),
  );
  return [...headers, ...tiles].map(withoutHalo);
}

function writeVillage(shape: SceneShape, index: number, options: TextOptions): readonly Line[] {
  const { surfaces, marks, valueOf, paints, scale } = options;
  const [x0, y0, x1, y1] = shape.room ?? shape.bounds;
  const small = TYPE.small * scale;
  if (y1 - y0 < small * LEAST_LINES) return [];
  const low = y1 - y0 < small * 3;
  const name = shortenName(shape.name);
  const lines = low ? cutToLine(name, x1 - x0 - INSET, small) : breakName(name, x1 - x0 - INSET, scale);
  if (lines.length === 0) return [];
  const color = surfaces[index]?.text ?? '#000000';
  const common = { code: shape.code, color, anchor: 'middle' } as const;
  // a low tile has room for its name alone
  const mark = low ? '' : (marks[index] ?? '');
  const value = low || paints[index]?.dimmed ? '' : valueOf(index);
  const weight = isQuiet(options, index) ? 400 : 600;
  const top = y0 + INSET + small / 2 - 1;
  const texts: Line[] = [];
  if (mark !== '')
    texts.push({
      ...common,
      role: 'mark',
      text: mark,
      x: x0 + INSET,
      y: top,
      size: small,
      weight: 400,
      anchor: 'start',
    });
  if (lines.length === 1) {
    const middle = options.signs && !low ? y0 + (y1 - y0) / 3 : (y0 + y1) / 2;
    const [text = '', size = small] = [lines[0]?.text, lines[0]?.size];
    texts.push({ ...common, role: 'name', text, x: (x0 + x1) / 2, y: middle, size, weight });
  } else {
    const left =
      mark === ''
        ? (x0 + x1) / 2
        : Math.min(x0 + INSET + small + 2 + lineWidth(lines) / 2, x1 - 2 - lineWidth(lines) / 2);
    // a sign below needs its room, and there is no mark beside the first line then
    const first = options.signs ? top - 2 : top + 1;
    for (const [row, { text, size }] of lines.entries()) {
      texts.push({ ...common, role: 'name', text, x: left, y: first + row * (size + 1), size, weight });
    }
  }
  if (value !== '') {
    texts.push({
      ...common,
      role: 'value',
      text: value,
      x: x1 - INSET,
      y: y1 - INSET - small / 2 + 1,
      size: small,
      weight: 400,
      anchor: 'end',
    });
  }
  return texts;
}

function lineWidth(lines: readonly { readonly text: string; readonly size: number }[]): number {
  return lines.reduce((widest, { text, size }) => Math.max(widest, measureText(text, size)), 0);
}

/** A name in one line, at the smaller size if need be, else in two, else cut short. */
function breakName(
  name: string,
  width: number,
  scale: number,
): readonly { readonly text: string; readonly size: number }[] {
  for (const size of [TYPE.name * scale, TYPE.small * scale]) {
    if (measureText(name, size) <= width) return [{ text: name, size }];
  }
  const size = TYPE.small * scale;
  const characters = Array.from(name);
  const half = Math.ceil(characters.length / 2);
  const halves = [characters.slice(0, half).join(''), characters.slice(half).join('')];
  if (halves.every((part) => measureText(part, size) <= width)) return halves.map((text) => ({ text, size }));
  return cutToLine(name, width, size);
}

function cutToLine(
  name: string,
  width: number,
  size: number,
): readonly { readonly text: string; readonly size: number }[] {
  const text = cutName(name, width, size);
  return text === '' ? [] : [{ text, size }];
}

function writeTownship(
  { code, bounds, room }: SceneShape,
  index: number,
  lines: GroupLines | undefined,
  { surfaces, paints, scale, valueOf }: TextOptions,
): readonly Line[] {
  const [x0, y0, x1, y1] = room ?? bounds;
  // inside a hexagon there is air enough
  const pad = (room ? 2 : 12) * scale;
  const width = x1 - x0 - 2 * pad;
  if (!lines || width < TYPE.small * scale * 3) return [];
  const color = surfaces[index]?.text ?? '#000000';
  const common = { code, color, anchor: 'start', x: x0 + pad } as const;
  const figure = lines.figure === '' ? valueOf(index) : lines.figure;
  const title = TYPE.title * scale;
  const size = measureText(lines.name, title) <= width ? title : TYPE.small * scale;
  const texts: Line[] = [
    { ...common, role: 'name', text: cutName(lines.name, width, size), y: y0 + pad + 8 * scale, size, weight: 700 },
  ];
  if (figure !== '' && !paints[index]?.dimmed) {
    const fitting = [TYPE.figure, TYPE.title, TYPE.small]
      .map((step) => step * scale)
      .find((step) => measureText(figure, step) <= width);
    texts.push({
      ...common,
      role: 'value',
      text: figure,
      y: y0 + pad + 36 * scale,
      size: fitting ?? TYPE.small * scale,
      weight: 600,
    });
  }
  const small = TYPE.small * scale;
  const details = breakDetails(lines.details, width, small, y1 - y0 >= TWO_DETAILS * scale ? 2 : 1);
  for (const [row, text] of details.entries()) {
    const y = y1 - pad - 6 * scale - (details.length - 1 - row) * (small + 3);
    texts.push({ ...common, role: 'groupDetail', text, y, size: small, weight: 400 });
  }
  return texts;
}

/** The longest detail in one line, else its parts in as many lines as there are. */
function breakDetails(
  [whole = '', ...parts]: readonly string[],
  width: number,
  size: number,
  most: number,
): readonly string[] {
  const fits = (line: string): boolean => line !== '' && measureText(line, size) <= width;
  return fits(whole) ? [whole] : parts.filter(fits).slice(0, most);
}

function writeHeader(
  { group, bounds: [x0, y0, x1] }: SceneHeader,
  lines: GroupLines | undefined,
  options: TextOptions,
): readonly Line[] {
  const { theme, scale } = options;
  if (!lines) return [];
  const width = x1 - x0;
  const size = TYPE.group * scale;
  const small = TYPE.small * scale;
  const name = cutName(lines.name, width, size);
  const nameWidth = measureText(name, size);
  if (name === '') return [];
  const texts: Line[] = [
    {
      code: group,
      role: 'groupName',
      text: name,
      x: x0,
      y: y0 + 10 * scale,
      size,
      weight: 700,
      color: theme.ink,
      anchor: 'start',
    },
  ];
  const beside = lines.figure !== '' && nameWidth + HEADER_GAP * scale + measureText(lines.figure, small) <= width;
  if (beside) {
    texts.push({
      code: group,
      role: 'groupDetail',
      text: lines.figure,
      x: x1,
      y: y0 + 10 * scale,
      size: small,
      weight: 600,
      color: theme.ink,
      anchor: 'end',
    });
  }
  const detail = longestFitting(beside ? lines.details : [lines.figure], width, small);
  if (detail !== '') {
    texts.push({
      code: group,
      role: 'groupDetail',
      text: detail,
      x: x0,
      y: y0 + 29 * scale,
      size: small,
      weight: 400,
      color: theme.quiet,
      anchor: 'start',
    });
  }
  return texts;
}

function longestFitting(candidates: readonly string[], width: number, size: number): string {
  return candidates.find((candidate) => measureText(candidate, size) <= width) ?? '';
}

/** What has not started is written quietly. */
function isQuiet({ paints }: TextOptions, index: number): boolean {
  const kind = paints[index]?.class;
  return kind === 'notStarted' || kind === 'notApplicable' || (paints[index]?.dashed ?? false);
}
