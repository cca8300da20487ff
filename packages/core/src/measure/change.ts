import { formatByShape, nounOfReports, sum } from './form-of.js';
import { LEVEL, NO_SUM_OF, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = { ...LEVEL, startsFromZero: true, isDifference: true, isSigned: true };
/** A known baseline is taken off once, whoever reports. */
const OF_KNOWN_VALUE: MeasureTraits = { ...TRAITS, updatesInPart: false };

/** How much a level has changed since its baseline: 新增. */
export const change = {
  schema: ({ object, literal, id, baseline }) => [object({ kind: literal('change'), indicator: id, baseline })],
  indicatorTypes: ['quantity'],
  criteria: [...NUMERIC, 'none'],
  forbiddenRollUps: NO_SUM_OF,
  dimension: 'indicator',
  risesFrom: ({ indicator, baseline }) => ({ level: { kind: 'stock', indicator }, baseline }),
  shape: sum,
  format: (_, __, shape) => formatByShape(shape),
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: ({ baseline }) => ('value' in baseline ? OF_KNOWN_VALUE : TRAITS),
} satisfies MeasureKind<MeasureOf<'change'>>;
