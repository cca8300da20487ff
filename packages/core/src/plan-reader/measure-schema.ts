import * as z from 'zod/mini';
import type { Condition } from '../plan/plan.js';
import type { createScalarSchemas } from './scalar-schema.js';

type Scalars = ReturnType<typeof createScalarSchemas>;

/** Schemas of measures and criteria: how a figure is formed, and when it passes. */
export function createMeasureSchemas({ id, date, period, level, unit, number, count }: Scalars) {
  const baseline = z.union([
    z.object({ value: number, unit, date: z.exactOptional(date) }),
    z.object({ period }),
  ]);

  const numeric = { value: number, unit };
  const criterion = z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['atLeast', 'moreThan', 'atMost', 'lessThan']), ...numeric }),
    z.object({ kind: z.literal('between'), lower: number, upper: number, unit }),
    z.object({ kind: z.literal('about'), ...numeric, tolerance: z.exactOptional(number.check(z.gte(0), z.lte(100))) }),
    z.object({ kind: z.literal('every') }),
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('notAbove') }),
    z.object({ kind: z.literal('gradeAtLeast'), grade: z.int() }),
    z.object({ kind: z.literal('done') }),
    z.object({ kind: z.literal('observe'), direction: z.exactOptional(z.enum(['up', 'down'])) }),
  ]);

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
