import type { Verdict } from '../result/result.js';
import type { Locale, Text } from '../text/text.js';

/** Verdicts in words, the same wherever one is said. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, Text>> = {
  notApplicable: { zh: '不适用', en: 'not applicable' },
  notStarted: { zh: '未到批次', en: 'batch not due' },
  notJudged: { zh: '只展示不判定', en: 'shown, not judged' },
  notComputable: { zh: '无法计算', en: 'cannot be computed' },
  dataError: { zh: '报数矛盾', en: 'contradictory reports' },
  notYetDue: { zh: '未到期', en: 'not yet due' },
  noCase: { zh: '未发生应办情形', en: 'no case arose' },
  noData: { zh: '未报数', en: 'not reported' },
  undecided: { zh: '暂不能判定', en: 'undecided' },
  attained: { zh: '已达到', en: 'attained' },
  attainedWithinTolerance: { zh: '容差内达到', en: 'attained within tolerance' },
  notAttained: { zh: '未达到', en: 'not attained' },
};

/**
 * A verdict in words.
 *
 * @example describeVerdict('notYetDue').zh // '未到期'
 */
export function describeVerdict(verdict: Verdict): Text {
  return VERDICT_TEXTS[verdict];
}

/** All verdicts in one language. */
export function verdictsIn(locale: Locale): Readonly<Record<Verdict, string>> {
  return Object.fromEntries(Object.entries(VERDICT_TEXTS).map(([verdict, text]) => [verdict, text[locale]])) as Record<
    Verdict,
    string
  >;
}
