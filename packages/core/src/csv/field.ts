/** Ways of leaving a field empty; none of them is zero. */
const MISSING: ReadonlySet<string> = new Set(['', '-', '–', '—', '——', '/', '／', '缺']);

/** Whether a field holds nothing: a blank, "-", "—", "/" or 缺. */
export function isMissing(field: string): boolean {
  return MISSING.has(field);
}

/** Parts of a field separated by semicolons, trimmed, without empty ones. */
export function splitList(field: string): readonly string[] {
  if (field === '') return [];
  return field
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
