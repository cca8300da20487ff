import { formatByShape, nounOfReports, sum } from './form-of.js';
import { LEVEL, NO_SUM_OF, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';
import { notAboveBaseline } from './not-above-baseline.js';

const TRAITS: MeasureTraits = { ...LEVEL, isPlainSum: true, comparesParents: true };

/** What there is on a day: 存量. */
export const stock = {
  schema: ({ object, literal, id }) => [object({ kind: literal('stock'), indicator: id })],
  indicatorTypes: ['quantity'],
  criteria: [...NUMERIC, 'none', 'notAbove'],
  forbiddenRollUps: NO_SUM_OF,
  dimension: 'indicator',
  readAs: ({ indicator }, { criterion, baseline }) => notAboveBaseline('stock', indicator, criterion, baseline),
  shape: sum,
  format: (_, __, shape) => formatByShape(shape),
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'stock'>>;
