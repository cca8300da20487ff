import type * as z from 'zod/mini';
import { parseDate } from '../period/period.js';
import { isOwnPeriod, readPeriod } from '../period/read-period.js';

/** Patterns a finding is told apart by: a refused text names the one it failed. */
export const PATTERNS = {
  id: /^\S(.*\S)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  period: /^(FY\d{4}|\d{4}(\/\d{2})?)(-(H[12]|Q[1-4]|M?\d{2}(-\d{2})?))?$/,
  yearStart: /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/,
  cohort: /^\d{4}$/,
} as const;

/** Schema of one form of a measure or criterion: an object told apart by its `kind`. */
export type KindSchema<Form> = z.ZodMiniType<Form>;

/** What schemas are built with: that much of zod, or what stands in for it. */
export type Zod = Pick<
  typeof z,
  | 'array'
  | 'boolean'
  | 'config'
  | 'discriminatedUnion'
  | 'enum'
  | 'exactOptional'
  | 'gt'
  | 'gte'
  | 'int'
  | 'lazy'
  | 'literal'
  | 'lte'
  | 'minLength'
  | 'never'
  | 'number'
  | 'object'
  | 'refine'
  | 'regex'
  | 'string'
  | 'union'
>;

export type ScalarSchemas = ReturnType<typeof createScalarSchemas>;

/** Schemas of the small values a plan is made of, and what larger ones are put together with. */
export function createScalarSchemas(z: Zod) {
  return {
    object: z.object,
    literal: z.literal,
    list: z.array,
    either: z.union,
    oneOf: z.enum,
    optional: z.exactOptional,
    yesOrNo: z.boolean,
    whole: z.int,
    atLeast: z.minLength,
    least: z.gte,
    most: z.lte,
    id: z.string().check(z.regex(PATTERNS.id)),
    text: z.object({ zh: z.string(), en: z.string() }),
    date: z.string().check(
      z.regex(PATTERNS.date),
      z.refine((value) => parseDate(value) !== undefined, { error: 'date' }),
    ),
    period: z.string().check(
      z.regex(PATTERNS.period),
      // whether the plan has years of its own is asked where the whole of it is known
      z.refine((value) => isOwnPeriod(value) || readPeriod(value, undefined) !== undefined, { error: 'period' }),
    ),
    yearStart: z.string().check(z.regex(PATTERNS.yearStart)),
    cohort: z.string().check(z.regex(PATTERNS.cohort)),
    level: z.enum(['county', 'township', 'village']),
    kind: z.enum(['county', 'town', 'township', 'villagers-committee', 'residents-committee']),
    basis: z.enum(['explicit', 'carried', 'relative', 'inferred', 'planEnd']),
    unit: z.string().check(z.minLength(1)),
    number: z.number(),
    count: z.int().check(z.gte(0)),
    share: z.number().check(z.gte(0), z.lte(1)),
  };
}
