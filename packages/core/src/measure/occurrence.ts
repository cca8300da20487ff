import { nounOfReports, sum } from './form-of.js';
import { NUMERIC, ROWS } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const TRAITS: MeasureTraits = { ...ROWS, ofOneWindow: true, hasLineUp: false, byWindow: true, takesPercent: false };

/** How often something took place: 每年至少一次. */
export const occurrence = {
  schema: ({ object, literal, optional, id, level }) => [
    object({ kind: literal('occurrence'), event: id, covering: optional(level) }),
  ],
  indicatorTypes: [],
  criteria: [...NUMERIC, 'every', 'none', 'done'],
  forbiddenRollUps: [],
  dimension: null,
  shape: sum,
  format: () => 'count',
  source: ({ event }) => event,
  reads: ({ event, covering }) => ({ events: [event], coveringEvents: covering === undefined ? [] : [event] }),
  noun: nounOfReports,
  traits: () => TRAITS,
} satisfies MeasureKind<MeasureOf<'occurrence'>>;
