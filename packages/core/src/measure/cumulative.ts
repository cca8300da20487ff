import { formatByShape, nounOfReports, sum } from './form-of.js';
import { LEVEL, NO_SUM_OF, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = {
  ...LEVEL,
  takes: 'sinceStart',
  addsPeriods: true,
  carriesLevels: false,
  startsFromZero: true,
  hasLineDown: false,
  isPlainSum: true,
  comparesParents: true,
};

/** What came since the plan began: 累计. */
export const cumulative = {
  schema: ({ object, literal, id }) => [object({ kind: literal('cumulative'), indicator: id })],
  indicatorTypes: ['quantity'],
  criteria: [...NUMERIC, 'none'],
  forbiddenRollUps: NO_SUM_OF,
  dimension: 'indicator',
  shape: sum,
  format: (_, __, shape) => formatByShape(shape),
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'cumulative'>>;
