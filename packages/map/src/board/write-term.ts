import type { Locale, RankedTarget } from '@guatu/core';
import { formatFigure, formatPercent } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';

/** One term of the mean, with the division it comes from; what nobody reported is said to be so. */
export function writeTerm(term: RankedTarget, locale: Locale): string {
  const { domain, nothing: nothings } = messagesOf(locale);
  if (term.attainment === null || term.figure === null) return nothings.noData;
  const share = `${formatPercent(term.attainment, locale)}%`;
  const ratio = divide(term);
  const figure = formatFigure(term.figure, term.unit, locale, term.required);
  if (ratio === null) return domain.counts(figure, share);
  const required = formatFigure(term.required, term.unit, locale, term.figure);
  const [above, below] = ratio.upward ? [figure, required] : [required, figure];
  return ratio.value > 1 ? domain.counts(`${above} ÷ ${below}`, share) : `${above} ÷ ${below} = ${share}`;
}

/** What was divided by what, or nothing where a figure passes or not: nothing is divided by 0, and no grade by another. */
function divide({
  figure,
  required,
  attainment,
}: RankedTarget): { readonly value: number; readonly upward: boolean } | null {
  if (figure === null || attainment === null || figure <= 0 || required <= 0) return null;
  const agrees = (value: number): boolean => Math.abs(Math.min(1, value) - attainment) < 1e-9;
  const upward = figure / required;
  if (agrees(upward)) return { value: upward, upward: true };
  return agrees(1 / upward) ? { value: 1 / upward, upward: false } : null;
}
