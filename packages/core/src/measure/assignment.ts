import { formatByShape, shareUnlessCounted } from './form-of.js';
import { NUMERIC, ROWS } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = { ...ROWS, hasLineUp: false, countsMembers: true, tellsPassing: true };

/** Actors that hold the areas they must: 包抓联. */
export const assignment = {
  schema: ({ object, literal, list, atLeast, id, count }) => [
    object({
      kind: literal('assignment'),
      actors: id,
      roles: list(object({ role: id, each: count })).check(atLeast(1)),
    }),
  ],
  indicatorTypes: [],
  criteria: [...NUMERIC, 'every', 'done'],
  forbiddenRollUps: [],
  dimension: null,
  shape: (_, criterion) => shareUnlessCounted(criterion),
  format: (_, __, shape) => formatByShape(shape),
  source: ({ actors }) => actors,
  reads: ({ actors, roles }) => ({ registers: [actors], links: roles.map(({ role }) => role) }),
  noun: () => ({ zh: '个', en: ['actor', 'actors'] }),
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'assignment'>>;
