import type { PeriodResult, Result, Verdict } from '../result/result.js';
import type { Locale } from '../text/text.js';
import { formatFigure } from '../words/format-figure.js';
import { writePeriod } from '../words/write-period.js';

/** Most periods that are named; the rest are counted. */
const MOST = 3;

/** What decides a repeated target against it, so that the figure shown, which is of another period, may look well. */
const DECISIVE: ReadonlySet<Verdict> = new Set(['notAttained', 'notComputable', 'dataError']);

/** The periods of a repeated target that make its verdict: those missed, contradictory or not to be computed. */
export function missedPeriods({ verdict, periods }: Pick<Result, 'verdict' | 'periods'>): readonly PeriodResult[] {
  return DECISIVE.has(verdict) ? periods.filter((period) => period.verdict === verdict) : [];
}

/** The same in words, each with its figure: `2020年（1个，要求2个）`. Empty for a target that is judged once. */
export function describePeriods(result: Pick<Result, 'verdict' | 'periods' | 'unit'>, locale: Locale): string {
  const missed = missedPeriods(result);
  const zh = locale === 'zh';
  const named = missed
    .slice(0, MOST)
    .map((period) => `${writePeriod(period.period, locale)}${writeFigures(period, result.unit, locale)}`);
  const more = missed.length - named.length;
  if (more > 0) named.push(zh ? `另${more}期` : `${more} more`);
  return named.join(zh ? '、' : ', ');
}

function writeFigures({ figure, required }: PeriodResult, unit: string, locale: Locale): string {
  if (figure === null || unit === '') return '';
  const own = formatFigure(figure, unit, locale, required);
  if (required === null) return locale === 'zh' ? `（${own}）` : ` (${own})`;
  const asked = formatFigure(required, unit, locale, figure);
  return locale === 'zh' ? `（${own}，要求${asked}）` : ` (${own}, ${asked} required)`;
}
