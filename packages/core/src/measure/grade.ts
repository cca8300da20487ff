import { nounOfReports } from './form-of.js';
import { LEVEL } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = { ...LEVEL, told: 'grade', rollsUp: false, hasLineUp: false, ownUnit: '级' };

/** An ordinal of one area, never summed: 等级. */
export const grade = {
  schema: ({ object, literal, id }) => [object({ kind: literal('grade'), indicator: id })],
  indicatorTypes: ['grade'],
  criteria: ['gradeAtLeast'],
  forbiddenRollUps: ['sum', 'ratioOfSums', 'countDistinct'],
  dimension: null,
  shape: () => 'grade',
  format: () => 'grade',
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'grade'>>;
