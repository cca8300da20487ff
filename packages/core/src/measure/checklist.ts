import { unitOf } from '../criterion/index.js';
import { ITEM } from './noun.js';
import { isPercent, shareUnlessCounted } from './form-of.js';
import { LEVEL, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';
import { shareOfDone } from './share-of-done.js';

const TRAITS: MeasureTraits = {
  ...LEVEL,
  rollsUp: false,
  hasLineUp: false,
  countsMembers: true,
  tellsPassing: true,
  ofSeveral: true,
  ofItems: true,
  ownUnit: '项',
};

/** Several states of one area, counted: 七有. */
export const checklist = {
  schema: ({ object, literal, list, atLeast, id }) => [
    object({ kind: literal('checklist'), items: list(id).check(atLeast(1)) }),
  ],
  indicatorTypes: ['state'],
  criteria: [...NUMERIC, 'every', 'done'],
  forbiddenRollUps: [],
  dimension: null,
  readAs: shareOfDone,
  shape: (_, criterion) => shareUnlessCounted(criterion),
  format: (_, criterion) => (isPercent(unitOf(criterion)) ? 'percent' : 'items'),
  source: ({ items }) => items.join(' '),
  reads: ({ items }) => ({ indicators: items }),
  noun: () => ITEM,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'checklist'>>;
