import type { Scene } from '../../scene/scene.js';
import { describeFrame, describeLayer, describeLayers, LAYER_ORDER } from './describe-scene.js';
import { wrapText } from '../../scene/wrap-text.js';
import { inkOfScene } from '../scene-ink.js';
import { write } from './describe-legend.js';
import { element, textElement, writeNode } from './svg-node.js';
import type { SvgNode } from './svg-node.js';

export interface SvgOptions {
  /** The picture's name for screen readers and file managers; the legend's title when left out. */
  readonly title?: string;
  /** Begins every id. Give each picture of one page its own. Letters, digits, `-` and `_`. */
  readonly patternsPrefix?: string;
  /** Writes an XML declaration before it, for a file of its own. */
  readonly standalone?: boolean;
  /** What must be read with the picture, in small type under it: that its figures are illustrative. Nothing by default. */
  readonly footnote?: string;
}

/**
 * A scene as SVG text: for files, for print and for pages made in Node. It holds no style element, no style attribute
 * and no script, and asks for nothing from the network; every text of the data is escaped.
 *
 * @example writeFileSync('board.svg', renderSvg(scene, { title: '集体收入', standalone: true }));
 */
export function renderSvg(scene: Scene, options: SvgOptions = {}): string {
  const prefix = (options.patternsPrefix ?? 'guatu').replaceAll(/[^\w-]/g, '-');
  const layers = describeLayers(scene, prefix);
  const { width } = scene.layout;
  const foot = describeFootnote(scene, options.footnote ?? '');
  const height = scene.layout.height + foot.height;
  const root = element(
    'svg',
    {
      ...describeFrame(scene),
      ...(foot.height > 0 && { viewBox: `0 0 ${width} ${height}` }),
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
    },
    [
      textElement('title', { id: `${prefix}-title` }, options.title ?? scene.legend.title),
      textElement('desc', { id: `${prefix}-desc` }, [scene.summary, ...scene.notices].join(' ')),
      element('defs', {}, layers.defs),
      ...LAYER_ORDER.filter((layer) => layers[layer].length > 0).map((layer) =>
        element('g', describeLayer(layer), layers[layer]),
      ),
      ...foot.nodes,
    ],
  );
  const declaration = options.standalone ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
  return `${declaration}${writeNode(root)}`;
}

const [FOOT_SIZE, FOOT_LINE] = [11, 16];

/** Lines on a ground of their own below the map, where they lie over no area. */
function describeFootnote(scene: Scene, text: string): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const { width, height: top } = scene.layout;
  const lines = wrapText(text, FOOT_SIZE, width - 8).filter((line) => line !== '');
  if (lines.length === 0) return { nodes: [], height: 0 };
  const height = lines.length * FOOT_LINE + 4;
  const fill = inkOfScene(scene).outline;
  const ground = element('rect', { x: 0, y: top, width, height, fill: scene.background });
  const look = { size: FOOT_SIZE, weight: 400, fill };
  return {
    nodes: [ground, ...lines.map((line, index) => write(line, 4, top + (index + 0.5) * FOOT_LINE, look))],
    height,
  };
}
