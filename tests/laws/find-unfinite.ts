/** Where a number is NaN or Infinity, at any depth; `undefined` for nowhere. */
export function findUnfinite(value: unknown, path = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = findUnfinite(part, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
