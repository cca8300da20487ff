import { nounOfReports, sum } from './form-of.js';
import { LEVEL } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';
import { shareOfDone } from './share-of-done.js';

const TRAITS: MeasureTraits = { ...LEVEL, told: 'state', hasLineUp: false };

/** Yes or no, reported or by an event: 建成, 通过. */
export const state = {
  schema: ({ object, literal, id }) => [
    object({ kind: literal('state'), indicator: id }),
    object({ kind: literal('state'), event: id }),
  ],
  indicatorTypes: ['state'],
  criteria: ['done'],
  forbiddenRollUps: [],
  dimension: null,
  readAs: shareOfDone,
  shape: sum,
  format: () => 'state',
  source: (measure) => ('event' in measure ? measure.event : measure.indicator),
  reads: (measure) =>
    'event' in measure ? { events: [measure.event], areaEvents: [measure.event] } : { indicators: [measure.indicator] },
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'state'>>;
