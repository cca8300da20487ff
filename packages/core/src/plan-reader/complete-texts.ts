/**
 * Texts of plain data in both languages: one that is given in one language alone says the same in the other. The data are
 * a copy of the caller's, and are filled in place.
 */
export function completeTexts(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const text = value as { zh?: unknown; en?: unknown };
  if (typeof text.zh === 'string' && !Object.hasOwn(text, 'en')) text.en = text.zh;
  else if (typeof text.en === 'string' && !Object.hasOwn(text, 'zh')) text.zh = text.en;
  else for (const part of Object.values(value)) completeTexts(part);
}
