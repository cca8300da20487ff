import { MEASURES } from '../measure/index.js';
import type * as zod from 'zod/mini';
import { ANSWERS } from '../measure/answer-kind.js';
import type { Condition } from '../plan/plan.js';
import { CRITERIA } from '../criterion/index.js';
import type { ScalarSchemas, Zod } from '../schema/scalar-schema.js';

/** Schemas of measures and criteria: how a figure is formed, and when it passes. */
export function createMeasureSchemas(z: Zod, scalars: ScalarSchemas) {
  const { id, date, period, unit, number } = scalars;
  const baseline = z.union([z.object({ value: number, unit, date: z.exactOptional(date) }), z.object({ period })]);

  const criteria = Object.values(CRITERIA).map((kind) => kind.schema(scalars));
  type CriterionSchema = (typeof criteria)[number];
  const criterion = z.discriminatedUnion('kind', criteria as [CriterionSchema, ...CriterionSchema[]]);

  const condition: zod.ZodMiniType<Condition> = z.union([
    z.object({ attribute: id, is: z.string() }),
    z.object({ attribute: id, atLeast: number }),
    z.object({ class: z.union([z.string(), z.array(z.string()).check(z.minLength(1))]) }),
    z.object({ all: z.array(z.lazy(() => condition)) }),
    z.object({ any: z.array(z.lazy(() => condition)) }),
  ]);

  const atoms = { ...scalars, baseline, condition };
  // what an area answers itself has no use for a predicate
  const none = z.never();
  const answers = formsOf(
    z,
    Object.values(ANSWERS).map((kind) => kind.schema({ ...atoms, predicate: none })),
  );
  const predicate = z.object({ measure: answers, criterion });
  const measure = formsOf(
    z,
    Object.values(MEASURES).map((kind) => kind.schema({ ...atoms, predicate })),
  );

  return { baseline, criterion, predicate, condition, measure };
}

/** Forms that stand alone in their kind go through the discriminator, which is fast; the rest is tried in turn. */
function formsOf<Forms extends readonly zod.ZodMiniType[]>(z: Zod, kinds: readonly Forms[]) {
  type Form = Forms[number];
  const alone = kinds.filter(({ length }) => length === 1).flat();
  const several = kinds.filter(({ length }) => length > 1).flat();
  type Told = Form & Parameters<Zod['discriminatedUnion']>[1][number];
  return z.union([z.discriminatedUnion('kind', alone as unknown as [Told, ...Told[]]), ...several]);
}
