import * as z from 'zod/mini';
import type { Condition } from '../plan/plan.js';
import { CRITERIA } from '../criterion/index.js';
import type { ScalarSchemas } from '../schema/scalar-schema.js';

/** Schemas of measures and criteria: how a figure is formed, and when it passes. */
export function createMeasureSchemas(scalars: ScalarSchemas) {
  const { id, date, period, level, unit, number, count } = scalars;
  const baseline = z.union([
    z.object({ value: number, unit, date: z.exactOptional(date) }),
    z.object({ period }),
  ]);

  const criteria = Object.values(CRITERIA).map((kind) => kind.schema(scalars));
  type CriterionSchema = (typeof criteria)[number];
  const criterion = z.discriminatedUnion('kind', criteria as [CriterionSchema, ...CriterionSchema[]]);

  const ofIndicator = { indicator: id };
  const stock = z.object({ kind: z.literal('stock'), ...ofIndicator });
  const flow = z.object({ kind: z.literal('flow'), ...ofIndicator });
  const cumulative = z.object({ kind: z.literal('cumulative'), ...ofIndicator });
  const rate = z.object({ kind: z.literal('rate'), ...ofIndicator });
  const grade = z.object({ kind: z.literal('grade'), ...ofIndicator });
  const checklist = z.object({ kind: z.literal('checklist'), items: z.array(id).check(z.minLength(1)) });
  const reportedState = z.object({ kind: z.literal('state'), ...ofIndicator });
  const eventState = z.object({ kind: z.literal('state'), event: id });

  const predicate = z.object({
    // The kinds that stand once go through the discriminator, which is fast; the rest is tried in turn.
    measure: z.union([
      z.discriminatedUnion('kind', [stock, flow, cumulative, rate, grade, checklist]),
      reportedState,
      eventState,
    ]),
    criterion,
  });

  const condition: z.ZodMiniType<Condition> = z.union([
    z.object({ attribute: id, is: z.string() }),
    z.object({ attribute: id, atLeast: number }),
    z.object({ class: z.union([z.string(), z.array(z.string()).check(z.minLength(1))]) }),
    z.object({ all: z.array(z.lazy(() => condition)) }),
    z.object({ any: z.array(z.lazy(() => condition)) }),
  ]);

  const countOf = z.object({
    kind: z.literal('count'),
    register: id,
    where: z.exactOptional(condition),
    when: z.enum(['standing', 'finishedInYear', 'finishedSinceStart']),
  });
  const change = z.object({ kind: z.literal('change'), ...ofIndicator, baseline });
  const growth = z.object({
    kind: z.literal('growth'),
    ...ofIndicator,
    of: z.enum(['stock', 'flow']),
    reference: z.union([z.literal('previousYear'), period]),
  });
  const occurrence = z.object({
    kind: z.literal('occurrence'),
    event: id,
    covering: z.exactOptional(level),
  });
  const assignment = z.object({
    kind: z.literal('assignment'),
    actors: id,
    roles: z.array(z.object({ role: id, each: count })).check(z.minLength(1)),
  });
  const caseOf = z.object({
    kind: z.literal('case'),
    condition: id,
    act: id,
    order: z.enum(['before', 'with', 'after']),
    within: z.union([count, z.literal('halfYear')]),
    streak: z.exactOptional(z.int().check(z.gte(2))),
  });

  const measure = z.union([
    z.discriminatedUnion('kind', [
      stock,
      flow,
      cumulative,
      countOf,
      change,
      growth,
      rate,
      z.object({ kind: z.literal('share'), predicate }),
      grade,
      checklist,
      occurrence,
      assignment,
      caseOf,
    ]),
    z.object({ kind: z.literal('remaining'), ledger: id }),
    z.object({ kind: z.literal('remaining'), predicate, baseline: z.exactOptional(date) }),
    reportedState,
    eventState,
  ]);

  return { baseline, criterion, predicate, condition, measure };
}
