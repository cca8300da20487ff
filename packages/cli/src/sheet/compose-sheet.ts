import { THEMES } from '@guatu/map/scene';
import type { Scene } from '@guatu/map/scene';
import { renderSvg } from '@guatu/map/svg';
import { drawSwatches, listSwatches } from './swatches.js';
import { escapeText, wrapText } from './svg-text.js';

/** What stands around the map. */
export interface SheetTexts {
  readonly title: string;
  /** Clause, plan and day: 截至 2021-12-31. */
  readonly subtitle: string;
  /** Lines at the foot: a map's approval number, a source. */
  readonly notes: readonly string[];
}

const MARGIN = 24;
const TITLE = { size: 24, height: 34 };
const LINE = { size: 14, height: 22 };
const NOTE = { size: 12, height: 18 };

/**
 * A board for the wall, as one SVG: title and day, the map, its legend with counts, the finding in words, and whatever
 * must be said beside it (illustrative figures, schematic shapes).
 */
export function composeSheet(scene: Scene, { title, subtitle, notes }: SheetTexts): string {
  const width = scene.layout.width + 2 * MARGIN;
  const { ink } = THEMES.light;
  const parts: string[] = [];
  let y = MARGIN;
  const write = (lines: readonly string[], { size, height }: typeof LINE, weight = 400): void => {
    for (const line of lines) {
      y += height;
      parts.push(
        `<text x="${MARGIN}" y="${y - height / 4}" font-size="${size}" font-weight="${weight}" fill="${ink}">${escapeText(line)}</text>`,
      );
    }
  };
  const wrap = (text: string, { size }: typeof LINE) => wrapText(text, size, scene.layout.width);

  write(wrap(title, TITLE), TITLE, 700);
  write(wrap(subtitle, LINE), LINE);
  y += 14;
  const map = renderSvg(scene, { title: scene.legend.title });
  parts.push(map.replace(/^<svg /, `<svg x="${MARGIN}" y="${y}" `));
  y += scene.layout.height + 18;
  write([scene.legend.title], LINE, 600);
  y += 8;
  const legend = drawSwatches(listSwatches(scene), { x: MARGIN, y, width: scene.layout.width, ink });
  parts.push(legend.svg);
  y += legend.height;
  write(wrap(scene.summary, LINE), LINE);
  y += 4;
  for (const note of [...scene.notices, ...notes]) write(wrap(note, NOTE), NOTE);
  const height = Math.ceil(y + MARGIN);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${scene.background}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
