import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { FORMS, hasForm } from './forms.js';
import type { Zod } from './scalar-schema.js';
import { createScalarSchemas } from './scalar-schema.js';

// What says yes or no says the same as zod, which says why.

/** One schema with everything schemas are built with, by whichever builder. */
function build(zod: Zod) {
  const { id, date, period, count, share, level, object, literal, optional, either, list } = createScalarSchemas(zod);
  type Tree = { readonly name: string } | { readonly all: readonly Tree[] };
  const tree: z.ZodMiniType<Tree> = zod.union([
    zod.object({ name: zod.string() }),
    zod.object({ all: zod.array(zod.lazy(() => tree)) }),
  ]);
  const kind = zod.discriminatedUnion('kind', [
    object({ kind: literal('a'), id, when: optional(date) }),
    object({ kind: literal('b'), span: either([literal('all'), period]), level }),
  ]);
  return object({
    kind,
    count: optional(count),
    share: optional(share),
    tree: optional(tree),
    some: optional(list(zod.boolean()).check(zod.minLength(1))),
    none: optional(zod.never()),
    whole: optional(zod.int().check(zod.gte(2), zod.gt(1), zod.lte(4))),
  });
}

const [light, full] = [build(FORMS), build(z)];

/** Mostly what is right there, sometimes anything at all. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: right },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>('', ' x', 'c', '2021-02-29', -1, 0.5, 7, 2 ** 53, Number.NaN, null, [], {}),
    },
  );
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({ name: mostly(fc.constant('x')) }),
    fc.record({ all: fc.array(tie('tree'), { maxLength: 2 }) }),
  ),
}));
const kinds = fc.oneof(
  fc.record(
    { kind: mostly(fc.constant('a')), id: mostly(fc.constant('x')), when: mostly(fc.constant('2020-02-29')) },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constant('b'),
    span: mostly(fc.constantFrom('all', '2021', '2021-H1')),
    level: mostly(fc.constant('village')),
  }),
);
const given = fc.record(
  {
    kind: mostly(kinds),
    count: mostly(fc.nat()),
    share: mostly(fc.constantFrom(0, 0.5, 1)),
    tree: mostly(tree),
    some: mostly(fc.array(mostly(fc.boolean()), { maxLength: 2 })),
    whole: mostly(fc.constantFrom(2, 3, 4)),
  },
  { requiredKeys: ['kind'] },
);

test('accepts what zod accepts', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: given }, fc.anything(), fc.constant({ kind: { kind: 'a', id: 'x' }, none: 1 })),
      (value) => {
        const right = full.safeParse(value).success;
        if (right) accepted++;
        expect(hasForm(light, value)).toBe(right);
      },
    ),
    { seed: 1, numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(300);
});

test('takes no more properties than there are, and no endless nesting', () => {
  expect(hasForm(light, { kind: { kind: 'a', id: 'x' } })).toBe(true);
  expect(hasForm(light, { kind: { kind: 'a', id: 'x' }, other: 1 })).toBe(false);
  expect(hasForm(light, { kind: { kind: 'a', id: 'x' }, constructor: 1 })).toBe(false);
  let deep: object = { name: 'x' };
  for (let level = 0; level < 20_000; level++) deep = { all: [deep] };
  expect(hasForm(light, { kind: { kind: 'a', id: 'x' }, tree: deep })).toBe(false);
});
