import { PATTERNS } from '@guatu/map/scene';
import type { Scene, SwatchPaint } from '@guatu/map/scene';
import { escapeText, measureLine } from './svg-text.js';

/** One sign of the legend with what it means. */
export interface Swatch {
  readonly paint: SwatchPaint | null;
  /** Drawn instead of a paint: the mark of a batch. */
  readonly mark: string;
  readonly label: string;
}

const BOX = { width: 24, height: 15 };
const SIZE = 14;
const GAP = { sign: 6, items: 22, rows: 26 };

/** What the legend of a scene has to show: classes, batches, kinds of nothing and lights that occur. */
export function listSwatches(scene: Scene): readonly Swatch[] {
  const { legend, glyphs } = scene;
  const countOf = (index: number) => legend.counts.reduce((sum, row) => sum + (row[index] ?? 0), 0);
  return [
    ...legend.classes.map(({ label, paint }, index) => ({ paint, mark: '', label: `${label} ${countOf(index)}` })),
    ...legend.nothings
      .filter(({ count }) => count > 0)
      .map(({ label, count, paint }) => ({ paint, mark: '', label: `${label} ${count}` })),
    ...listCohorts(scene),
    ...(glyphs.length === 0
      ? []
      : legend.lights
          .filter(({ count }) => count > 0)
          .map(({ label, fill, count }) => ({ paint: { ...PLAIN, fill }, mark: '', label: `${label} ${count}` }))),
  ];
}

/** Batches where the map shows them: as marks on tiles, as patterns on shapes. */
function listCohorts({ legend, texts, layout }: Scene): readonly Swatch[] {
  const marked = texts.some(({ role }) => role === 'mark');
  return legend.cohorts.flatMap(({ mark, label, total, pattern }): readonly Swatch[] => {
    const said = `${label} ${total}`;
    if (layout.projection.kind === 'mercator' && pattern !== undefined) {
      return [{ paint: { ...PLAIN, fill: '#ffffff', stroke: '#6b7280', patternColor: '#374151', pattern }, mark: '', label: said }];
    }
    return marked && label !== '' ? [{ paint: null, mark, label: said }] : [];
  });
}

const PLAIN = { pattern: null, patternColor: '#000000', stroke: '#00000000', dashed: false } as const;

/** Draws swatches in rows that fit a width, from a point down. */
export function drawSwatches(
  swatches: readonly Swatch[],
  { x, y, width, ink }: { readonly x: number; readonly y: number; readonly width: number; readonly ink: string },
): { readonly svg: string; readonly height: number } {
  let [left, top] = [x, y];
  const drawn: string[] = [];
  swatches.forEach(({ paint, mark, label }, index) => {
    const sign = paint ? BOX.width : measureLine(mark, SIZE);
    const needed = sign + GAP.sign + measureLine(label, SIZE);
    if (left > x && left + needed > x + width) [left, top] = [x, top + GAP.rows];
    const baseline = top + BOX.height - 2;
    drawn.push(
      paint
        ? drawBox(paint, { id: `legend-${index}`, x: left, y: top })
        : `<text x="${left}" y="${baseline}" font-size="${SIZE + 2}" fill="${ink}">${escapeText(mark)}</text>`,
      `<text x="${left + sign + GAP.sign}" y="${baseline}" font-size="${SIZE}" fill="${ink}">${escapeText(label)}</text>`,
    );
    left += needed + GAP.items;
  });
  return { svg: drawn.join('\n'), height: swatches.length === 0 ? 0 : top - y + GAP.rows };
}

function drawBox(
  { fill, pattern, patternColor, stroke, dashed }: SwatchPaint,
  { id, x, y }: { readonly id: string; readonly x: number; readonly y: number },
): string {
  const dash = dashed ? ' stroke-dasharray="3 2.5"' : '';
  const box = (paint: string) =>
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="2" fill="${paint}" stroke="${stroke}"${dash}/>`;
  if (pattern === null) return box(fill);
  const { size, dots, strokes } = PATTERNS[pattern];
  const inside = [
    `<rect width="${size}" height="${size}" fill="${fill}"/>`,
    ...dots.map((dot) => `<circle cx="${dot.x}" cy="${dot.y}" r="${dot.radius}" fill="${patternColor}"/>`),
    ...strokes.map(
      ({ x0, y0, x1, y1, width }) => `<path d="M${x0} ${y0}L${x1} ${y1}" stroke="${patternColor}" stroke-width="${width}"/>`,
    ),
  ].join('');
  const definition = `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${size}" height="${size}">${inside}</pattern>`;
  return `<defs>${definition}</defs>${box(`url(#${id})`)}`;
}
