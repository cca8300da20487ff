import type { Zod } from './scalar-schema.js';

/** Whether a value has a form; `depth` counts what it stands within. */
type Test = (value: unknown, depth: number) => boolean;

/** A form that may be left out of an object. */
interface Form {
  readonly test: Test;
  readonly optional: boolean;
  check(...tests: readonly Test[]): Form;
}

/** Deepest nesting; the reader of plans refuses what is deeper before it looks at it. */
const MOST_DEPTH = 64;

function form(test: Test, optional = false): Form {
  return {
    test,
    optional,
    check: (...more) => form((value, depth) => test(value, depth) && more.every((one) => one(value, depth)), optional),
  };
}

const isNumber: Test = (value) => typeof value === 'number' && Number.isFinite(value);

/** Objects with these properties and no others. */
function object(shape: Readonly<Record<string, Form>>): Form {
  const required = Object.keys(shape).filter((key) => shape[key]?.optional === false);
  return form((value, depth) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > MOST_DEPTH) return false;
    for (const key of required) if (!Object.hasOwn(value, key)) return false;
    for (const key of Object.keys(value)) {
      const own = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (!own?.test((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
    }
    return true;
  });
}

function array(item: Form): Form {
  return form(
    (value, depth) => Array.isArray(value) && depth <= MOST_DEPTH && value.every((one) => item.test(one, depth + 1)),
  );
}

function union(forms: readonly Form[]): Form {
  return form((value, depth) => forms.some(({ test }) => test(value, depth)));
}

function literal(wanted: unknown): Form {
  return form((value) => value === wanted);
}

/** As much of zod as schemas are built with, of functions that only say yes or no. */
const builder = {
  object,
  array,
  union,
  literal,
  discriminatedUnion: (_key: string, forms: readonly Form[]) => union(forms),
  enum: (choices: readonly unknown[]) => form((value) => choices.includes(value)),
  exactOptional: ({ test }: Form) => form(test, true),
  lazy: (make: () => Form) => form((value, depth) => make().test(value, depth)),
  never: () => form(() => false),
  string: () => form((value) => typeof value === 'string'),
  number: () => form(isNumber),
  boolean: () => form((value) => typeof value === 'boolean'),
  int: () => form(Number.isSafeInteger),
  regex:
    (pattern: RegExp): Test =>
    (value) =>
      pattern.test(value as string),
  refine: (test: Test) => test,
  minLength:
    (least: number): Test =>
    (value) =>
      (value as string | readonly unknown[]).length >= least,
  gt:
    (below: number): Test =>
    (value) =>
      (value as number) > below,
  gte:
    (least: number): Test =>
    (value) =>
      (value as number) >= least,
  lte:
    (most: number): Test =>
    (value) =>
      (value as number) <= most,
  config: () => ({}),
} satisfies Readonly<Record<keyof Zod, unknown>>;

/**
 * Stands in for zod where schemas are built, so that a form written once is asked two ways: by zod, which says what is
 * wrong, and by functions that only say whether it is right and cost a page next to nothing.
 */
export const FORMS = builder as unknown as Zod;

/** Whether a value has the form of a schema that was built of `FORMS`. */
export function hasForm(schema: unknown, value: unknown): boolean {
  return (schema as Form).test(value, 0);
}
