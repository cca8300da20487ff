import type { IsoDate, Locale } from '@guatu/core';
import { writeDate } from '@guatu/core/words';
import { messagesOf } from '../../localize/messages.js';
import { THEMES } from '../../scale/themes.js';
import type { Theme } from '../../scale/themes.js';
import type { Scene } from '../../scene/scene.js';
import { measureText } from '../../scene/text-width.js';
import { wrapText } from '../../scene/wrap-text.js';
import { describeLegend, listLegendPaints, write } from './describe-legend.js';
import { describeFrame, describeLayer, describeLayers, describePatterns, LAYER_ORDER } from './describe-scene.js';
import { element, textElement, writeNode } from './svg-node.js';
import type { SvgNode } from './svg-node.js';
import type { SvgOptions } from './svg-string.js';

export interface SheetOptions extends SvgOptions {
  /** Heading of the sheet: the plan's or the target's name. */
  readonly title: string;
  /** A line under it: clause, plan and day. */
  readonly subtitle?: string;
  /** Lines at the foot, over the imprint: sources, remarks. */
  readonly notes?: readonly string[];
  readonly locale?: Locale;
  /** The theme the scene was made with; light, the one for paper, by default. */
  readonly theme?: Theme;
  /** Day the data describe, or words for it. */
  readonly dataDate?: string;
  readonly publisher?: string;
  /** 审图号. */
  readonly approval?: string;
  /** Code of the area that is ringed; none by default. */
  readonly selected?: string | null;
  /** The picture of another day in the same layout, beside the first; the earlier of the two stands first. */
  readonly beside?: { readonly scene: Scene; readonly date: IsoDate; readonly own: IsoDate };
}

const MARGIN = 24;
const LEAST_WIDTH = 608;

/**
 * A scene as a sheet to print, to hang up or to paste into a document: title, what must be said, the sentence, the map,
 * the legend with its counts, and below a line the publisher, the approval number and the date of the data.
 *
 * @example writeFileSync('board.svg', renderSheet(scene, { title: '永昌县乡村振兴', dataDate: '2021-12-31', standalone: true }));
 */
export function renderSheet(scene: Scene, options: SheetOptions): string {
  const { theme = THEMES.light, locale = 'zh' } = options;
  const prefix = (options.patternsPrefix ?? 'guatu').replaceAll(/[^\w-]/g, '-');
  const maps = describeMaps(scene, options, { theme, locale, prefix });
  const width = Math.max(LEAST_WIDTH, maps.width + 2 * MARGIN);
  const inside = width - 2 * MARGIN;
  const head = describeHead(scene, { title: options.title, subtitle: options.subtitle ?? '', theme, inside });
  const legend = describeLegend(scene, { theme, prefix, width: inside });
  const foot = describeFoot(options, { theme, locale, inside });
  const mapTop = MARGIN + head.height + 16;
  const legendTop = mapTop + maps.height + 20;
  const footTop = legendTop + legend.height + 20;
  const height = footTop + foot.height + MARGIN;
  const { viewBox: _, ...frame } = describeFrame(scene);
  const root = element(
    'svg',
    {
      ...frame,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'xml:lang': locale === 'zh' ? 'zh-CN' : 'en',
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
    },
    [
      textElement('title', { id: `${prefix}-title` }, options.title),
      textElement('desc', { id: `${prefix}-desc` }, [scene.summary, ...scene.notices].join(' ')),
      element(
        'defs',
        {},
        describePatterns(
          [...scene.paints, ...(options.beside?.scene.paints ?? []), ...listLegendPaints(scene.legend, theme)],
          prefix,
        ),
      ),
      element('rect', { width, height, fill: scene.background }),
      moveTo(MARGIN, MARGIN, head.nodes),
      moveTo((width - maps.width) / 2, mapTop, maps.nodes),
      moveTo(MARGIN, legendTop, legend.nodes),
      moveTo(MARGIN, footTop, foot.nodes),
    ],
  );
  const declaration = options.standalone ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
  return `${declaration}${writeNode(root)}`;
}

interface Part {
  readonly nodes: readonly SvgNode[];
  readonly height: number;
}

function moveTo(x: number, y: number, nodes: readonly SvgNode[]): SvgNode {
  return element('g', { transform: `translate(${x} ${y})` }, nodes);
}

/** Room between two maps side by side, and for the day over each. */
const [GAP, DAY_HEIGHT] = [24, 28];

/** The map, or the maps of two days under their dates. */
function describeMaps(
  scene: Scene,
  { beside, selected = null }: SheetOptions,
  { theme, locale, prefix }: { readonly theme: Theme; readonly locale: Locale; readonly prefix: string },
): Part & { readonly width: number } {
  const draw = (shown: Scene): readonly SvgNode[] => {
    const layers = describeLayers(shown, prefix, { selected, pointed: null });
    return LAYER_ORDER.map((layer) => element('g', describeLayer(layer), layers[layer]));
  };
  const { width, height } = scene.layout;
  if (!beside) return { nodes: draw(scene), width, height };
  const tallest = Math.max(height, beside.scene.layout.height);
  const pictures = [
    { shown: scene, date: beside.own },
    { shown: beside.scene, date: beside.date },
  ].sort((a, b) => a.date.localeCompare(b.date));
  const nodes = pictures.map(({ shown, date }, index) =>
    moveTo(index * (width + GAP), 0, [
      write(writeDate(date, locale), 0, 10, { size: 14, weight: 700, fill: theme.ink }),
      moveTo(0, DAY_HEIGHT, draw(shown)),
    ]),
  );
  return { nodes, width: 2 * width + GAP, height: DAY_HEIGHT + tallest };
}

function describeHead(
  { summary, notices }: Scene,
  {
    title,
    subtitle,
    theme,
    inside,
  }: { readonly title: string; readonly subtitle: string; readonly theme: Theme; readonly inside: number },
): Part {
  const nodes: SvgNode[] = [];
  let y = 0;
  for (const line of wrapText(title, 20, inside)) {
    nodes.push(write(line, 0, y + 14, { size: 20, weight: 700, fill: theme.ink }));
    y += 28;
  }
  if (subtitle !== '') {
    for (const line of wrapText(subtitle, 13, inside)) {
      nodes.push(write(line, 0, y + 10, { size: 13, weight: 400, fill: theme.quiet }));
      y += 20;
    }
  }
  y += 4;
  // what must be said stands before the finding, where the eye lands first
  for (const notice of notices) {
    for (const line of wrapText(notice, 12, inside - 16)) {
      nodes.push(
        element('rect', {
          x: 0.5,
          y: y + 0.5,
          width: Math.ceil(measureText(line, 12)) + 15,
          height: 21,
          rx: 4,
          fill: 'none',
          stroke: theme.accent,
        }),
        write(line, 8, y + 11, { size: 12, weight: 400, fill: theme.accent }),
      );
      y += 28;
    }
  }
  for (const line of wrapText(summary, 14, inside)) {
    nodes.push(write(line, 0, y + 11, { size: 14, weight: 400, fill: theme.ink }));
    y += 22;
  }
  return { nodes, height: y };
}

function describeFoot(
  { publisher, approval, dataDate, notes = [] }: SheetOptions,
  { theme, locale, inside }: { readonly theme: Theme; readonly locale: Locale; readonly inside: number },
): Part {
  const { sheet } = messagesOf(locale);
  const parts = [
    publisher === undefined ? '' : sheet.publisher(publisher),
    approval === undefined ? '' : sheet.approval(approval),
    dataDate === undefined ? '' : sheet.dataDate(writeDate(dataDate, locale)),
  ].filter((part) => part !== '');
  const lines = [...notes, parts.join(sheet.join)]
    .flatMap((line) => wrapText(line, 12, inside))
    .filter((line) => line !== '');
  if (lines.length === 0) return { nodes: [], height: 0 };
  return {
    nodes: [
      element('path', { d: `M0 0.5L${inside} 0.5`, stroke: theme.hairline }),
      ...lines.map((line, index) => write(line, 0, 18 + index * 20, { size: 12, weight: 400, fill: theme.quiet })),
    ],
    height: 8 + lines.length * 20,
  };
}
