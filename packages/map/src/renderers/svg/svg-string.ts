import type { Scene } from '../../scene/scene.js';
import { describeFrame, describeLayer, describeLayers, LAYER_ORDER } from './describe-scene.js';
import { element, textElement, writeNode } from './svg-node.js';

export interface SvgOptions {
  /** The picture's name for screen readers and file managers; the legend's title when left out. */
  readonly title?: string;
  /** Begins every id. Give each picture of one page its own. Letters, digits, `-` and `_`. */
  readonly patternsPrefix?: string;
  /** Writes an XML declaration before it, for a file of its own. */
  readonly standalone?: boolean;
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
  const { width, height } = scene.layout;
  const root = element(
    'svg',
    {
      ...describeFrame(scene),
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
    },
    [
      textElement('title', { id: `${prefix}-title` }, options.title ?? scene.legend.title),
      textElement('desc', { id: `${prefix}-desc` }, [scene.summary, ...scene.notices].join(' ')),
      element('defs', {}, layers.defs),
      ...LAYER_ORDER.filter((layer) => layers[layer].length > 0).map((layer) => element('g', describeLayer(layer), layers[layer])),
    ],
  );
  const declaration = options.standalone ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
  return `${declaration}${writeNode(root)}`;
}
