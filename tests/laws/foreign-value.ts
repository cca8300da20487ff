import * as fc from 'fast-check';

/** Says no to whoever looks at it. */
const refuse = (): never => {
  throw new Error('not to be looked at');
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Things that look like plain data until they are touched. */
const HOSTILE: readonly (() => unknown)[] = [
  () => Symbol('a'),
  () => 12n,
  () => refuse,
  () => class {},
  () => ({ toString: refuse, valueOf: refuse, [Symbol.toPrimitive]: refuse }),
  () => Object.assign(() => 1, { toString: refuse }),
  () => Object.defineProperty({}, 'id', { enumerable: true, get: refuse }),
  () => Object.defineProperty({ value: 1 }, 'indicator', { enumerable: true, get: refuse }),
  () => Object.create(null) as object,
  () =>
    new Proxy(
      {},
      { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse, getPrototypeOf: refuse },
    ),
  () => new Proxy([], { get: refuse }),
  revoked,
  () => {
    const circle: Record<string, unknown> = {};
    return Object.assign(circle, { circle });
  },
];

/** Larger than they look; each takes its time, once. */
export const ENDLESS: readonly (readonly [string, () => unknown])[] = [
  ['a list that says it is longer than memory', () => Object.assign([1, 2], { length: 4_000_000_000 })],
  ['three million holes', () => Object.assign([], { length: 3_000_000 })],
  // 2 to the power of 60 values for whoever copies it
  [
    'sixty levels that name the next one twice',
    () => Array.from({ length: 60 }).reduce<unknown>((below) => [below, below], 1),
  ],
  ['twenty thousand objects', () => Array.from({ length: 20_000 }, () => ({ id: {} }))],
];

/** Makes anything a caller without types may hand over. */
export const foreign: fc.Arbitrary<() => unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 3,
    arbitrary: fc
      .anything({
        withBigInt: true,
        withBoxedValues: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSet: true,
        withSparseArray: true,
        withTypedArray: true,
      })
      .map((value) => () => value),
  },
);
