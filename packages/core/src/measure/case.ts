import { formatByShape, shareUnlessCounted } from './form-of.js';
import { NUMERIC, ROWS } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = {
  ...ROWS,
  hasLineUp: false,
  hasAreaRows: true,
  countsMembers: true,
  tellsPassing: true,
  ofSeveral: true,
  isRanked: false,
};

/** A condition arose, an act belongs to it in time. */
export const caseOf = {
  schema: ({ object, literal, optional, oneOf, either, whole, least, id, count }) => [
    object({
      kind: literal('case'),
      condition: id,
      act: id,
      order: oneOf(['before', 'with', 'after']),
      within: either([count, literal('halfYear')]),
      streak: optional(whole().check(least(2))),
    }),
  ],
  indicatorTypes: [],
  criteria: [...NUMERIC, 'every', 'none', 'done'],
  forbiddenRollUps: [],
  dimension: null,
  shape: (_, criterion) => shareUnlessCounted(criterion),
  format: (_, __, shape) => formatByShape(shape),
  source: ({ condition }) => condition,
  reads: ({ condition, act }) => ({ events: [condition, act] }),
  noun: () => ({ zh: '例', en: ['case', 'cases'] }),
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'case'>>;
