import { markOf } from '../criterion/index.js';
import { nounOfReports } from './form-of.js';
import { LEVEL, NO_SUM_OF, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = {
  ...LEVEL,
  told: 'growth',
  takes: 'pair',
  carriesLevels: false,
  hasLineUp: false,
  tellsAtEnd: true,
  isSigned: true,
};
const OF_FLOWS: MeasureTraits = { ...TRAITS, addsPeriods: true, ofOneWindow: true };

/** A level or flow against that of another time: 增长率, 不高于. */
export const growth = {
  schema: ({ object, literal, oneOf, either, id, period }) => [
    object({
      kind: literal('growth'),
      indicator: id,
      of: oneOf(['stock', 'flow']),
      reference: either([literal('previousYear'), period]),
    }),
  ],
  indicatorTypes: ['quantity'],
  criteria: [...NUMERIC, 'notAbove'],
  forbiddenRollUps: NO_SUM_OF,
  dimension: 'share',
  shape: () => 'pair',
  format: (_, criterion) => (markOf(criterion) ? 'growth' : 'quantity'),
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: ({ of }) => (of === 'flow' ? OF_FLOWS : TRAITS),
} satisfies MeasureKind<MeasureOf<'growth'>>;
