import type { Text } from '../text/text.js';
import type { Remark } from '../result/result.js';

const REMARKS = {
  aboveRange: { zh: '超过区间上限，仍算达到', en: 'above the range; counted as reached' },
  withinTolerance: { zh: '在允许的偏差之内', en: 'within the tolerance' },
  dateNotExplicit: {
    zh: '条款未写明期限，按推定日期判定',
    en: 'the clause states no date; judged on the inferred one',
  },
  staleFigure: { zh: '沿用较早报数，不作判定', en: 'an earlier figure carried forward; it judges nothing' },
  recoveredDip: { zh: '曾经跌破，后已恢复', en: 'dipped below and recovered' },
  shownNotJudged: {
    zh: '开始于方案印发之前的时段只展示不判定',
    en: 'a period begun before the plan was issued is shown, not judged',
  },
  outsideControl: { zh: '结果由县外决定', en: "the outcome is outside the county's control" },
  lowerBound: { zh: '已报部分已足以判定', en: 'the reported part alone decides' },
  incomplete: { zh: '未报齐', en: 'not everything is reported' },
  barePercentage: {
    zh: '只报了百分比，不参与汇总',
    en: 'only a percentage was reported; it is not rolled up',
  },
  meanOfPercentages: {
    zh: '各期百分比的平均，不是合并计算的比率',
    en: 'a mean of the percentages of its periods, and no rate of all of them',
  },
  partsAboveTotal: { zh: '各分项之和大于总量', en: 'the parts add up to more than the total' },
  noReference: { zh: '缺少对比期报数', en: 'the reference figure is missing' },
} as const satisfies Record<string, Text>;

export type RemarkCode = keyof typeof REMARKS;

/** The remark of a code, in both languages. */
export function remarkOf(code: RemarkCode): Remark {
  return { code, text: REMARKS[code] };
}
