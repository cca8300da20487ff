import type { Locale } from '../plan/text.js';

/** Where the plan promises it, as a sentence of the language writes it: `二（六）4` within Chinese, `二(六)4` elsewhere. */
export function writeClause(clause: string, locale: Locale): string {
  return locale === 'zh' ? clause.replaceAll('(', '（').replaceAll(')', '）') : clause;
}
