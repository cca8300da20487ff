import { compoundGrowth } from './compound-growth.js';
import { extrapolation } from './extrapolation.js';
import type { ProgressAnswer, ProgressInput, ProgressMethod } from './progress-method.js';
import { stepped } from './stepped.js';
import { straightLine } from './straight-line.js';

const METHODS: Readonly<Record<ProgressMethod, (input: ProgressInput) => ProgressAnswer>> = {
  straightLine,
  stepped,
  compoundGrowth,
  extrapolation,
};

/**
 * Measures how far a running target has come by a named method.
 *
 * @example
 * measureProgress('compoundGrowth', {
 *   figure: 106, figureDate: parseDate('2020-12-31'), baseline: 100, baselineDate: parseDate('2019-12-31'),
 *   required: 121, due: parseDate('2021-12-31'), upward: true,
 * }); // { method: 'compoundGrowth', class: 'accelerate', value: 0.6 }
 */
export function measureProgress(method: ProgressMethod, input: ProgressInput): ProgressAnswer {
  return METHODS[method](input);
}
