import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import { createPlanJsonSchema } from './json-schema.js';
import type { PlanSchemas } from './plan-schema.js';
import type { Indicator, Plan, Target } from './plan.js';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

describe('plan schema', () => {
  test('reads what the written contract says, no more and no less', () => {
    expectTypeOf<DeepReadonly<z.output<PlanSchemas['lists']['indicators']>>>().toEqualTypeOf<DeepReadonly<Indicator>>();
    expectTypeOf<DeepReadonly<z.output<PlanSchemas['lists']['targets']>>>().toEqualTypeOf<DeepReadonly<Target>>();
    expectTypeOf<DeepReadonly<z.output<PlanSchemas['plan']>>>().toEqualTypeOf<DeepReadonly<Plan>>();
  });

  test('is published as JSON Schema', async () => {
    // After a change of the schema: npx vitest run --project node packages/core/src/plan/plan-schema.test.ts -u
    const published = `${JSON.stringify(createPlanJsonSchema(), null, 2)}\n`;
    await expect(published).toMatchFileSnapshot('../../schema/plan.json');
  });
});
