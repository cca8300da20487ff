import type { Evaluation } from '@guatu/core';
import type { TextSize } from '../scale/text-size.js';
import { buildPainting } from './build-painting.js';
import type { PaintingOptions } from './build-painting.js';
import { drawnOf } from './drawn-areas.js';
import { placePainting } from './place-painting.js';
import type { Scene, SceneLayout } from './scene.js';
import type { Comparison } from './view.js';

export interface SceneOptions extends Omit<PaintingOptions, 'drawn' | 'compare'> {
  /** From `layoutAreas`, of the same level and for the evaluation's date: what is not there on it is not counted. */
  readonly layout: SceneLayout;
  /** The same plan and areas at another date: `beside` gives both pictures the same classes, `change` draws what changed. */
  readonly compare?: SceneComparison | null;
  /** As the layout was made for. */
  readonly textSize?: TextSize;
}

interface SceneComparison {
  readonly evaluation: Evaluation;
  /** The areas of that date, for `beside`; those of the picture when left out. Of a change the later date's are drawn. */
  readonly layout?: SceneLayout;
  readonly as: Comparison;
}

/**
 * Turns an evaluation and a layout into a picture: `buildPainting` and `placePainting` in one go. Pure: the same input
 * gives the same scene, and two scenes of one layout differ in paints, signs and texts only.
 *
 * @throws RangeError for a target or domain the plan does not have
 *
 * @example
 * const layout = layoutAreas(dataset.roster, null, { width: 776, level: 'village', asOf: evaluation.asOf });
 * const scene = buildScene({ evaluation, layout, target: 'collective-income-5-2022', level: 'village' });
 */
export function buildScene({ layout, compare, textSize, ...options }: SceneOptions): Scene {
  const drawn = drawnOf(layout);
  const { layout: its, ...other } = compare ?? { layout: undefined };
  const painting = buildPainting({
    ...options,
    drawn,
    compare: 'evaluation' in other ? { ...other, ...(its && its !== layout && { drawn: drawnOf(its) }) } : null,
  });
  return placePainting(painting, { layout, ...(textSize && { textSize }) });
}
