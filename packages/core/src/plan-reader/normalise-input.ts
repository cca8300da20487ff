import type { PlanFinding } from './schema-issue.js';

/** Deepest nesting a plan may have; the deepest one that makes sense is about a dozen. */
const MAX_DEPTH = 64;

/**
 * Most values a plan may hold, what is referred to twice counted twice. The county's plan holds six thousand; a task
 * table of 40,000 townships over five years fits in.
 */
const MAX_VALUES = 2_000_000;

type Fault = Pick<PlanFinding, 'code' | 'params'>;

/**
 * A copy of plain data as JSON would carry it: properties that are `undefined` are left out, names
 * like `__proto__` stay plain data. What nests deeper than 64 levels, which a cycle does, or holds more
 * than two million values is refused.
 */
export function normaliseInput(value: unknown): { readonly value: unknown } | { readonly fault: Fault } {
  const copier = new Copier();
  const copy = copier.copy(value, 0);
  return copier.fault === undefined ? { value: copy } : { fault: copier.fault };
}

class Copier {
  fault: Fault | undefined;
  #count = 0;

  copy(value: unknown, depth: number): unknown {
    if (depth > MAX_DEPTH) this.fault ??= { code: 'plan-too-deep' };
    else if (++this.#count > MAX_VALUES) this.fault ??= { code: 'plan-too-many', params: { limit: MAX_VALUES } };
    if (this.fault !== undefined || typeof value !== 'object' || value === null) return value;
    return Array.isArray(value) ? this.#copyList(value, depth) : this.#copyObject(value, depth);
  }

  #copyObject(value: object, depth: number): object {
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) entries.push([key, this.copy(item, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  /** Item by item: a list may say it is longer than all of memory. */
  #copyList(list: readonly unknown[], depth: number): readonly unknown[] {
    const items: unknown[] = [];
    for (let at = 0; at < list.length && this.fault === undefined; at++) items.push(this.copy(list[at], depth + 1));
    return items;
  }
}

/** Paths of properties that stand in the input but not in what was read from it. */
export function findUnread(
  input: unknown,
  read: unknown,
  path: readonly PropertyKey[] = [],
): readonly (readonly PropertyKey[])[] {
  if (typeof input !== 'object' || input === null || typeof read !== 'object' || read === null) return [];
  if (Array.isArray(input)) {
    return input.flatMap((item, index) => findUnread(item, (read as readonly unknown[])[index], [...path, index]));
  }
  return Object.entries(input).flatMap(([key, item]) =>
    Object.hasOwn(read, key)
      ? findUnread(item, (read as Record<string, unknown>)[key], [...path, key])
      : [[...path, key]],
  );
}
