/** Ways of leaving a field empty; none of them is zero. */
const MISSING: ReadonlySet<string> = new Set(['', '-', '–', '—', '——', '/', '／', '缺']);
/** Characters of the longest of them. */
const LONGEST = 2;

/** Whether a field holds nothing: a blank, "-", "—", "/" or 缺. */
export function isMissing(field: string): boolean {
  return field.length <= LONGEST && MISSING.has(field);
}

const NOTHING: readonly string[] = [];

/** Parts of a field separated by semicolons, trimmed, without empty ones. */
export function splitList(field: string): readonly string[] {
  if (field === '') return NOTHING;
  if (!/[;；]/.test(field)) return [field];
  return field
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
