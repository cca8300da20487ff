import { nounOfReports } from './form-of.js';
import { LEVEL, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = { ...LEVEL, told: 'rate', comparesParents: true };

/** One sum out of another: 率. */
export const rate = {
  schema: ({ object, literal, id }) => [object({ kind: literal('rate'), indicator: id })],
  indicatorTypes: ['ratio'],
  criteria: [...NUMERIC, 'every', 'none'],
  forbiddenRollUps: ['sum', 'countDistinct'],
  dimension: 'share',
  shape: () => 'ratio',
  format: () => 'percent',
  source: ({ indicator }) => indicator,
  reads: ({ indicator }) => ({ indicators: [indicator] }),
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'rate'>>;
