import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import { createPlanJsonSchema } from './json-schema.js';
import type { PlanSchemas } from './plan-schema.js';
import type { Indicator, Plan, Target } from '../plan/plan.js';

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
    // After a change of the schema: npx vitest run --project node packages/core/src/plan-reader/plan-schema.test.ts -u
    const published = `${JSON.stringify(createPlanJsonSchema(), null, 2)}\n`;
    await expect(published).toMatchFileSnapshot('../../schema/plan.json');
  });
});

/** What an editor offers at a place of a plan file: keys of an object, or values of a text. */
function offersAt(path: readonly string[]): readonly string[] {
  const root = createPlanJsonSchema() as Schema & { readonly $defs: Readonly<Record<string, Schema>> };
  const resolve = (schema: Schema): readonly Schema[] => {
    const named = schema.$ref === undefined ? undefined : root.$defs[schema.$ref.replace('#/$defs/', '')];
    if (named) return resolve(named);
    const options = schema.anyOf ?? schema.oneOf;
    return options ? options.flatMap(resolve) : [schema];
  };
  let here = resolve(root);
  for (const key of path) {
    here = here.flatMap(({ properties, items }) =>
      [properties?.[key], key === '0' ? items : undefined].flatMap((next) => (next ? resolve(next) : [])),
    );
  }
  const offered = here.flatMap((schema) => [
    ...Object.keys(schema.properties ?? {}),
    ...(schema.const === undefined ? [] : [schema.const]),
    ...(schema.enum ?? []),
    ...(schema.examples ?? []),
  ]);
  return [...new Set(offered)];
}

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
}

describe('the JSON Schema completes in an editor', () => {
  test('every kind of measure, criterion and schedule, and who owes it', () => {
    expect([...offersAt(['targets', '0', 'measure', 'kind'])].sort()).toEqual([
      'assignment',
      'case',
      'change',
      'checklist',
      'count',
      'cumulative',
      'flow',
      'grade',
      'growth',
      'occurrence',
      'rate',
      'remaining',
      'share',
      'state',
      'stock',
    ]);
    expect([...offersAt(['targets', '0', 'criterion', 'kind'])].sort()).toEqual([
      'about',
      'atLeast',
      'atMost',
      'between',
      'done',
      'every',
      'gradeAtLeast',
      'lessThan',
      'moreThan',
      'none',
      'notAbove',
      'observe',
    ]);
    expect(offersAt(['targets', '0', 'schedule', 'kind'])).toEqual([
      'by',
      'eachYear',
      'eachHalf',
      'eachQuarter',
      'eachMonth',
      'throughout',
      'standing',
    ]);
    expect(offersAt(['targets', '0', 'scope', 'rollUp'])).toEqual([
      'sum',
      'ratioOfSums',
      'countDistinct',
      'shareOfAreas',
      'allOf',
      'reported',
    ]);
    expect(offersAt(['targets', '0', 'scope', 'owes', 'level'])).toEqual(['county', 'township', 'village']);
  });

  test('keys, and units by their names', () => {
    expect(offersAt(['targets', '0'])).toEqual(
      expect.arrayContaining(['id', 'clause', 'measure', 'criterion', 'schedule', 'scope', 'readings']),
    );
    expect(offersAt(['targets', '0', 'criterion', 'unit'])).toEqual(
      expect.arrayContaining(['万亩', '万元', '%', '村', '万只']),
    );
    expect(offersAt(['indicators', '0', 'unit'])).toEqual(expect.arrayContaining(['万亩', '吨', '户']));
    expect(offersAt(['targets', '0', 'mesure'])).toEqual([]);
  });
});
