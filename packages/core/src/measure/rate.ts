import { nounOfReports } from './form-of.js';
import { LEVEL, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = { ...LEVEL, told: 'rate', comparesParents: true };

/** Of all periods of a window, whose terms add up. */
const POOLED: MeasureTraits = {
  ...TRAITS,
  takes: 'rates',
  addsPeriods: true,
  carriesLevels: false,
  ofOneWindow: true,
  tellsAtEnd: true,
  updatesInPart: false,
};

/** Of all periods of a window, whose percentages have a mean. */
const MEAN: MeasureTraits = { ...POOLED, isMean: true, rollsUp: false, comparesParents: false };

const BY_READING = { last: TRAITS, pooled: POOLED, mean: MEAN } as const;

/** One sum out of another: 率. */
export const rate = {
  schema: ({ object, literal, id, optional, oneOf }) => [
    object({ kind: literal('rate'), indicator: id, over: optional(oneOf(['last', 'pooled', 'mean'])) }),
  ],
  indicatorTypes: ['ratio'],
  criteria: [...NUMERIC, 'every', 'none'],
  forbiddenRollUps: ['sum', 'countDistinct'],
  dimension: 'share',
  shape: () => 'ratio',
  format: () => 'percent',
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: ({ over = 'last' }) => BY_READING[over],
} satisfies MeasureKind<MeasureOf<'rate'>>;
