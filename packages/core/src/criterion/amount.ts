import type { ScalarSchemas } from '../schema/scalar-schema.js';
import type { Text } from '../text/text.js';
import { formatFigure } from '../words/format-figure.js';
import type { GapGiven, Mark } from './criterion-kind.js';
import { downward, upward } from './ratio.js';
import type { Ratio } from './ratio.js';

/** An amount behind the word for its direction. */
export function writeAmount({ zh, en }: Text, { value, unit }: Mark): Text {
  return { zh: `${zh}${formatFigure(value, unit, 'zh')}`, en: `${en} ${formatFigure(value, unit, 'en')}` };
}

/** The fields of a criterion that is one number. */
export function amountFields({ number, unit }: ScalarSchemas) {
  return { value: number, unit };
}

export function attainUp(figure: number, required: number): Ratio {
  return upward(required, figure);
}

export function attainDown(figure: number, required: number): Ratio {
  return downward(required, figure);
}

/** How much a figure is above what is required. */
export function excess({ figure, required }: GapGiven): number {
  return Math.max(0, figure - required);
}

/** Members that do not pass. */
export function membersLeft({ a, b }: GapGiven): number {
  return Math.max(0, b - a);
}
