import type { Locale } from '../text/text.js';

/** Clauses as a sentence of the language writes them: `二（六）4` within Chinese, `二(六)4` elsewhere. */
export function writeClause(clause: string, locale: Locale): string {
  return locale === 'zh' ? clause.replaceAll('(', '（').replaceAll(')', '）') : clause;
}
