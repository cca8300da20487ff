import type { DiagnosticKind } from './diagnostic.js';

/** Findings made where plan and data meet. */
export const EVALUATION_DIAGNOSTICS = {
  'roster-size-differs': {
    severity: 'warning',
    zh: '方案写明 {expected} 个（{level}），名册中有 {found} 个',
    en: 'the plan names {expected} areas of level {level}, the roster has {found}',
  },
  'batch-size-differs': {
    severity: 'warning',
    zh: '{cohort} 年批次方案写明 {expected} 个，名册中列有 {found} 个',
    en: 'batch {cohort} has {expected} areas in the plan, {found} in the roster',
  },
  'report-differs-from-roll-up': {
    severity: 'warning',
    zh: '{target}：{area} 自报 {reported}{unit}，下级汇总为 {rolledUp}{unit}，以汇总为准',
    en: '{target}: {area} reports {reported} {unit}, its members add up to {rolledUp} {unit}; the roll-up is used',
  },
  'flow-periods-overlap': {
    severity: 'info',
    zh: '{indicator}：{areas} 个地区既报了 {used}，又报了与之重叠的 {period}，取时段较长者',
    en: '{indicator}: {areas} areas report {used} and {period}, which overlaps it; the longer period is used',
  },
  'flow-under-old-code': {
    severity: 'info',
    zh: '{indicator}：旧代码 {area} 报了 {period}，承继它的地区已自报其中的时段，此数不计入',
    en: '{indicator}: the old code {area} reports {period}; the area that succeeded it told part of it itself, so this is not used',
  },
  'task-value-area-unknown': {
    severity: 'warning',
    zh: '{target}：名册中没有代码为 {area} 的地区，任务表的值未用',
    en: '{target}: the roster has no area with the code {area}; the value of the task table is not used',
  },
  'baseline-differs': {
    severity: 'warning',
    zh: '{target} 与 {total} 隐含基期 {implied}{unit}，数据中的基期为 {found}{unit}',
    en: '{target} and {total} imply a baseline of {implied} {unit}, the data say {found} {unit}',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;
