/** Deepest nesting a plan may have; the deepest one that makes sense is about a dozen. */
const MAX_DEPTH = 64;

/**
 * A copy of plain data as JSON would carry it: properties that are `undefined` are left out, names
 * like `__proto__` stay plain data.
 *
 * @returns `undefined` when it nests deeper than 64 levels, which a cycle does.
 */
export function normaliseInput(value: unknown, depth = 0): { readonly value: unknown } | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (typeof value !== 'object' || value === null) return { value };
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      const copied = normaliseInput(item, depth + 1);
      if (!copied) return undefined;
      items.push(copied.value);
    }
    return { value: items };
  }
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const copied = normaliseInput(item, depth + 1);
    if (!copied) return undefined;
    entries.push([key, copied.value]);
  }
  return { value: Object.fromEntries(entries) };
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
