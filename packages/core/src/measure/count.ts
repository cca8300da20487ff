import { criterionKind, unitOf } from '../criterion/index.js';
import { ENTRY, unitNoun } from './noun.js';
import { formatByShape, isPercent } from './form-of.js';
import { NUMERIC, ROWS } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const STANDING: MeasureTraits = { ...ROWS, hasAreaRows: true, countsMembers: true, takesPercent: false };
const FINISHED: MeasureTraits = { ...STANDING, startsFromZero: true };
const IN_YEAR: MeasureTraits = { ...FINISHED, ofOneWindow: true };
const BY_WHEN = { standing: STANDING, finishedSinceStart: FINISHED, finishedInYear: IN_YEAR } as const;

/** Distinct members of a register. */
export const count = {
  schema: ({ object, literal, optional, oneOf, id, condition }) => [
    object({
      kind: literal('count'),
      register: id,
      where: optional(condition),
      when: oneOf(['standing', 'finishedInYear', 'finishedSinceStart']),
    }),
  ],
  indicatorTypes: [],
  criteria: [...NUMERIC, 'every', 'none'],
  forbiddenRollUps: [],
  dimension: null,
  shape: (_, criterion) => (isPercent(unitOf(criterion)) || criterionKind(criterion).asksAll ? 'share' : 'count'),
  format: (_, __, shape) => formatByShape(shape),
  source: ({ register }) => register,
  reads: ({ register }) => ({ registers: [register] }),
  noun: (_, { criterion }) => ('unit' in criterion ? unitNoun(criterion.unit) : ENTRY),
  traits: ({ when }) => BY_WHEN[when],
} satisfies MeasureKind<MeasureOf<'count'>>;
