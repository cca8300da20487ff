import { GLYPH_RINGS } from '../../scale/glyph-shapes.js';
import type { Theme } from '../../scale/themes.js';
import type { LegendClass, PatternName, Scene, SceneLegend, SwatchPaint } from '../../scene/scene.js';
import { measureText } from '../../scene/text-width.js';
import { wrapText } from '../../scene/wrap-text.js';
import { pickPatternColor } from '../../scale/contrast.js';
import { describeSwatchFill } from './describe-scene.js';
import type { Patterned } from './describe-scene.js';
import { BASELINE } from '../text-style.js';
import { element, textElement } from './svg-node.js';
import type { SvgNode } from './svg-node.js';

/** A drawn legend and the room it takes. */
export interface DrawnLegend {
  readonly nodes: readonly SvgNode[];
  readonly height: number;
}

const SMALL = 12;
const ROW = 28;
const [CELL_WIDTH, CELL_GAP] = [64, 4];
const LABEL_WIDTH = 72;
const KEY = 16;
const NOTE = 18;
const ARROW = ' → ';

/**
 * The legend as it is printed: batch × class with its counts, then the kinds of nothing, the lights and the
 * notes on how classes were cut.
 *
 * @param width room for it, scene units
 */
export function describeLegend(
  { legend }: Scene,
  { theme, prefix, width }: { readonly theme: Theme; readonly prefix: string; readonly width: number },
): DrawnLegend {
  const nodes: SvgNode[] = [write(legend.title, 0, 8, { size: 14, weight: 600, fill: theme.ink })];
  const matrix = describeMatrix(legend, { theme, prefix, width, top: 28 });
  nodes.push(...matrix.nodes);
  const keys = describeKeys(legend, { theme, prefix, width, top: 28 + matrix.height + 12 });
  nodes.push(...keys.nodes);
  const top = 28 + matrix.height + (keys.height === 0 ? 0 : 12 + keys.height);
  const lines = describeMoments(legend)
    .concat(legend.notes ?? [])
    .flatMap((note) => wrapText(note, SMALL, width));
  nodes.push(
    ...lines.map((line, index) =>
      write(line, 0, top + 16 + index * NOTE, { size: SMALL, weight: 400, fill: theme.quiet }),
    ),
  );
  return { nodes, height: top + (lines.length === 0 ? 0 : 8 + lines.length * NOTE) };
}

/** Two counts, the earlier date's first. */
function pair({ beside }: SceneLegend, own: number, other: number | undefined): string {
  if (!beside) return String(own);
  return (beside.otherFirst ? [other ?? 0, own] : [own, other ?? 0]).join(ARROW);
}

/** Which of two counts is of which date. */
function describeMoments({ beside }: SceneLegend): readonly string[] {
  if (!beside) return [];
  const dates = beside.otherFirst ? [beside.otherDate, beside.date] : [beside.date, beside.otherDate];
  return [dates.join(ARROW)];
}

interface Place {
  readonly theme: Theme;
  readonly prefix: string;
  readonly width: number;
  readonly top: number;
}

function describeMatrix(legend: SceneLegend, { theme, prefix, width, top }: Place): DrawnLegend {
  const { classes, cohorts, counts, beside } = legend;
  const labelled = cohorts.some(({ label }) => label !== '');
  const left = labelled ? LABEL_WIDTH : 0;
  const cell = Math.min(CELL_WIDTH, Math.floor((width - left - 48) / Math.max(1, classes.length)) - CELL_GAP);
  const xOf = (index: number): number => left + index * (cell + CELL_GAP);
  const nodes = classes.map(({ label }, index) =>
    write(label, xOf(index) + cell / 2, top + 8, { size: SMALL, weight: 400, fill: theme.quiet, anchor: 'middle' }),
  );
  for (const [row, { mark, label, total, pattern = null }] of cohorts.entries()) {
    const y = top + 20 + row * ROW;
    if (labelled)
      nodes.push(write(`${mark} ${label}`.trim(), 0, y + 12, { size: SMALL, weight: 400, fill: theme.ink }));
    for (const [index, kind] of classes.entries()) {
      nodes.push(
        ...describeCell(
          layPattern(kind, pattern, theme),
          pair(legend, counts[row]?.[index] ?? 0, beside?.counts[row]?.[index]),
          { x: xOf(index), y, cell, prefix },
        ),
      );
    }
    nodes.push(write(String(total), xOf(classes.length) + 4, y + 12, { size: SMALL, weight: 600, fill: theme.ink }));
  }
  return { nodes, height: 20 + cohorts.length * ROW };
}

/** A class as a batch draws it on a geographic map: its fill under the batch's pattern. */
function layPattern(kind: LegendClass, pattern: PatternName | null, { onData }: Theme): LegendClass {
  if (pattern === null) return kind;
  const { fill } = kind.paint;
  return { ...kind, paint: { ...kind.paint, pattern, patternColor: pickPatternColor(fill, kind.textColor, onData) } };
}

/** Every fill the legend draws, for the definitions of patterns. */
export function listLegendPaints(
  { classes, cohorts, nothings, carried }: SceneLegend,
  theme: Theme,
): readonly Patterned[] {
  const cells = cohorts.flatMap(({ pattern = null }) => classes.map((kind) => layPattern(kind, pattern, theme).paint));
  return [...cells, ...nothings.map(({ paint }) => paint), ...(carried ? [dressCarried(carried.pattern, theme)] : [])];
}

function dressCarried(pattern: PatternName, theme: Theme): SwatchPaint {
  return { ...theme.nothing.noData, fill: theme.hairline, pattern };
}

function describeCell(
  { paint, textColor }: LegendClass,
  count: string,
  { x, y, cell, prefix }: { readonly x: number; readonly y: number; readonly cell: number; readonly prefix: string },
): readonly SvgNode[] {
  return [
    describeSwatch(paint, { x, y, width: cell, height: 24, prefix }),
    write(count, x + cell / 2, y + 12, { size: SMALL, weight: 400, fill: textColor, anchor: 'middle' }),
  ];
}

/** Kinds of nothing and lights in one flowing line. */
function describeKeys(legend: SceneLegend, { theme, prefix, width, top }: Place): DrawnLegend {
  const { nothings, lights, carried, beside } = legend;
  const items: readonly { readonly label: string; readonly draw: (x: number, y: number) => SvgNode }[] = [
    ...nothings.map(({ label, count, paint }, index) => ({
      label: `${label} ${pair(legend, count, beside?.nothings[index])}`,
      draw: (x: number, y: number) => describeSwatch(paint, { x, y, width: KEY, height: KEY, prefix }),
    })),
    ...(carried
      ? [
          {
            label: `${carried.label} ${carried.count}`,
            draw: (x: number, y: number) =>
              describeSwatch(dressCarried(carried.pattern, theme), { x, y, width: KEY, height: KEY, prefix }),
          },
        ]
      : []),
    ...lights.map(({ label, count, shape, fill, light }, index) => ({
      label: `${label} ${pair(legend, count, beside?.lights[index])}`,
      draw: (x: number, y: number) =>
        element('path', {
          d: `M${GLYPH_RINGS[shape].map((value, at) => `${(at % 2 === 0 ? x : y) + KEY / 2 + value * 12}`).join(' ')}Z`,
          fill,
          stroke: theme.lights[light].edges[0],
        }),
    })),
  ];
  const nodes: SvgNode[] = [];
  let [x, y] = [0, top];
  for (const { label, draw } of items) {
    const room = KEY + 8 + measureText(label, SMALL) + 24;
    if (x > 0 && x + room > width) [x, y] = [0, y + 24];
    nodes.push(draw(x, y), write(label, x + KEY + 8, y + KEY / 2, { size: SMALL, weight: 400, fill: theme.ink }));
    x += room;
  }
  return { nodes, height: items.length === 0 ? 0 : y - top + KEY };
}

function describeSwatch(
  paint: SwatchPaint,
  {
    x,
    y,
    width,
    height,
    prefix,
  }: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly prefix: string;
  },
): SvgNode {
  return element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    rx: 2,
    fill: describeSwatchFill(paint, prefix),
    stroke: paint.stroke,
    ...(paint.dashed ? { 'stroke-dasharray': '3 2.5' } : {}),
  });
}

/** One line of text whose middle is at y. */
export function write(
  text: string,
  x: number,
  y: number,
  {
    size,
    weight,
    fill,
    anchor = 'start',
  }: {
    readonly size: number;
    readonly weight: number;
    readonly fill: string;
    readonly anchor?: 'start' | 'middle' | 'end';
  },
): SvgNode {
  const look = {
    'font-size': size,
    'font-weight': weight,
    fill,
    ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
  };
  return textElement('text', { x, y: Math.round((y + BASELINE * size) * 100) / 100, ...look }, text);
}
