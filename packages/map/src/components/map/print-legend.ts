import { describePatterns } from '../../renderers/svg/describe-scene.js';
import { describeLegend, listLegendPaints } from '../../renderers/svg/describe-legend.js';
import { element } from '../../renderers/svg/svg-node.js';
import { createElement } from '../../renderers/svg/svg-element.js';
import { familiesOf } from '../../renderers/text-style.js';
import type { Theme } from '../../scale/themes.js';
import type { Scene } from '../../scene/scene.js';

/** The legend for paper, where the page shows none: a picture without buttons. */
export function drawPrintLegend(scene: Scene, theme: Theme): SVGElement {
  const prefix = 'guatu-print';
  const { width } = scene.layout;
  const { nodes, height } = describeLegend(scene, { theme, prefix, width });
  return createElement(
    element(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        width: '100%',
        'font-family': familiesOf(scene),
        role: 'img',
        'aria-label': scene.legend.title,
      },
      [element('defs', {}, describePatterns(listLegendPaints(scene.legend, theme), prefix)), ...nodes],
    ),
  );
}
