import { formatByShape, nounOfReports, sum } from './form-of.js';
import { LEVEL, NO_SUM_OF, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';
import { notAboveBaseline } from './not-above-baseline.js';

const TRAITS: MeasureTraits = {
  ...LEVEL,
  takes: 'window',
  addsPeriods: true,
  carriesLevels: false,
  startsFromZero: true,
  ofOneWindow: true,
  hasLineDown: false,
  isPlainSum: true,
  comparesParents: true,
};

/** What came within a window: 流量. */
export const flow = {
  schema: ({ object, literal, id }) => [object({ kind: literal('flow'), indicator: id })],
  indicatorTypes: ['quantity'],
  criteria: [...NUMERIC, 'none', 'notAbove'],
  forbiddenRollUps: NO_SUM_OF,
  dimension: 'indicator',
  readAs: ({ indicator }, { criterion, baseline }) => notAboveBaseline('flow', indicator, criterion, baseline),
  shape: sum,
  format: (_, __, shape) => formatByShape(shape),
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'flow'>>;
