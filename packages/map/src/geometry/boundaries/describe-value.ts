/** What came instead of what was expected, in a few words that need no language. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value))
    return `[${value
      .slice(0, 3)
      .map((part: unknown) => (typeof part === 'number' || typeof part === 'string' ? part : '…'))
      .join(', ')}]`;
  if (isRecord(value)) return typeof value['type'] === 'string' ? `{"type": "${value['type']}"}` : '{…}';
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : typeof value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
