import type { DiagnosticKind } from './diagnostic.js';

/** Findings about a plan. An error refuses the place it names: a target, an indicator, a section. */
export const PLAN_DIAGNOSTICS = {
  'plan-json': {
    severity: 'error',
    zh: '不是有效的 JSON：第 {line} 行第 {column} 列出错',
    en: 'no valid JSON: wrong at line {line}, column {column}',
  },
  'plan-not-an-object': { severity: 'error', zh: '方案应为一个对象', en: 'expected a plan, an object' },
  'plan-too-deep': { severity: 'error', zh: '嵌套过深或有循环', en: 'nested too deeply, or in a circle' },
  'plan-too-many': {
    severity: 'error',
    zh: '多于 {limit} 个值，未读取',
    en: 'holds more than {limit} values, and was not read',
  },
  'plan-too-many-faults': {
    severity: 'error',
    zh: '错误多得无法逐一列出',
    en: 'more is wrong here than can be listed',
  },
  'plan-unreadable': { severity: 'error', zh: '无法读取：{why}', en: 'cannot be read: {why}' },
  'plan-missing': { severity: 'error', zh: '缺少 {property}', en: '{property} is required but missing' },
  'plan-property-unknown': {
    severity: 'warning',
    zh: '不认识的属性 {property}，已忽略',
    en: 'unknown property {property}, left out',
  },
  'plan-expected-text': { severity: 'error', zh: '应为文本，实为 {got}', en: 'expected a text, got {got}' },
  'plan-expected-number': { severity: 'error', zh: '应为数字，实为 {got}', en: 'expected a number, got {got}' },
  'plan-expected-integer': { severity: 'error', zh: '应为整数，实为 {got}', en: 'expected a whole number, got {got}' },
  'plan-expected-boolean': {
    severity: 'error',
    zh: '应为 true 或 false，实为 {got}',
    en: 'expected true or false, got {got}',
  },
  'plan-expected-list': { severity: 'error', zh: '应为列表，实为 {got}', en: 'expected a list, got {got}' },
  'plan-expected-object': { severity: 'error', zh: '应为对象，实为 {got}', en: 'expected an object, got {got}' },
  'plan-not-finite': { severity: 'error', zh: '应为有限的数字，实为 {got}', en: 'expected a finite number, got {got}' },
  'plan-choice': {
    severity: 'error',
    zh: '应为以下之一：{expected}；实为 {got}',
    en: 'expected one of {expected}, got {got}',
  },
  'plan-too-small': {
    severity: 'error',
    zh: '应不小于 {limit}，实为 {got}',
    en: 'expected {limit} or more, got {got}',
  },
  'plan-not-above': {
    severity: 'error',
    zh: '应大于 {limit}，实为 {got}',
    en: 'expected more than {limit}, got {got}',
  },
  'plan-too-large': {
    severity: 'error',
    zh: '应不大于 {limit}，实为 {got}',
    en: 'expected {limit} or less, got {got}',
  },
  'plan-blank': { severity: 'error', zh: '不能为空', en: 'must not be empty' },
  'plan-id': {
    severity: 'error',
    zh: '编号不能为空，首尾不能有空格，实为 {got}',
    en: 'expected an id without blanks around it, got {got}',
  },
  'plan-date': {
    severity: 'error',
    zh: '应为日历上有的日期，如 2021-06-30，实为 {got}',
    en: 'expected a date of the calendar like 2021-06-30, got {got}',
  },
  'plan-period': {
    severity: 'error',
    zh: '应为时期，如 2021、2021-H1、2021-Q1、2021-06，实为 {got}',
    en: 'expected a period like 2021, 2021-H1, 2021-Q1 or 2021-06, got {got}',
  },
  'plan-period-calendar': {
    severity: 'error',
    zh: '方案没有声明自己的年度，不知 {got} 指何时；请写 "calendar"，或写自然年的时期',
    en: 'the plan declares no years of its own for {got}; give it a "calendar", or write a period of the calendar',
  },
  'plan-period-window': {
    severity: 'warning',
    zh: '时期 {got} 不是判定的任何一期，此值未采用；期次如 {known}',
    en: 'the period {got} is none the target is judged for, and its value is not used; those are like {known}',
  },
  'plan-year-start': {
    severity: 'error',
    zh: '年度应从每月都有的日子（1 至 28 日）开始，如 07-01，实为 {got}',
    en: 'expected a year to begin on a day every month has, 1 to 28, like 07-01, got {got}',
  },
  'plan-cohort': { severity: 'error', zh: '批次应为年份，实为 {got}', en: 'expected a year as the cohort, got {got}' },
  'plan-dates-order': {
    severity: 'error',
    zh: '结束日期 {to} 早于开始日期 {from}',
    en: 'the end {to} comes before the start {from}',
  },
  'plan-date-outside': {
    severity: 'error',
    zh: '日期 {got} 不在方案期限 {start} 至 {end} 内',
    en: 'the date {got} lies outside the plan, {start} to {end}',
  },
  'plan-id-twice': {
    severity: 'error',
    zh: '编号“{id}”已在 {first} 使用',
    en: 'the id "{id}" already stands at {first}',
  },
  'plan-domain-unknown': { severity: 'error', zh: '方案没有领域“{domain}”', en: 'the plan has no domain "{domain}"' },
  'plan-domain-refused': {
    severity: 'error',
    zh: '领域“{domain}”有误，未被采用',
    en: 'the domain "{domain}" was refused',
  },
  'plan-indicator-unknown': {
    severity: 'error',
    zh: '方案没有指标“{indicator}”',
    en: 'the plan has no indicator "{indicator}"',
  },
  'plan-indicator-refused': {
    severity: 'error',
    zh: '指标“{indicator}”有误，未被采用',
    en: 'the indicator "{indicator}" was refused',
  },
  'plan-indicator-type': {
    severity: 'error',
    zh: '计算方式 {measure} 需要 {expected} 型指标，“{indicator}”是 {type} 型',
    en: 'the measure {measure} needs an indicator of type {expected}, "{indicator}" is a {type}',
  },
  'plan-item-twice': { severity: 'error', zh: '清单中“{id}”重复', en: 'the item "{id}" stands twice in the list' },
  'plan-unit-unknown': {
    severity: 'error',
    zh: '不认识的单位“{unit}”；可用 {known} 等，或在 units 中声明',
    en: 'unknown unit "{unit}"; there is {known}, or declare it among units',
  },
  'plan-unit-taken': {
    severity: 'warning',
    zh: '单位“{unit}”已有含义，此处的声明未采用',
    en: 'the unit "{unit}" has a meaning already; what is declared here is left out',
  },
  'plan-unit-circle': {
    severity: 'error',
    zh: '单位“{id}”绕了一圈，是用它自己定义的',
    en: 'the unit "{id}" is made of itself, in a circle',
  },
  'plan-unit-half': {
    severity: 'error',
    zh: '单位“{id}”：of 与 unit 须同时写出，如 "of": 50, "unit": "kg"',
    en: 'the unit "{id}": of and unit go together, as in "of": 50, "unit": "kg"',
  },
  'plan-unit-share': {
    severity: 'error',
    zh: '份额只用 % 或 ‰，不能定义单位“{id}”',
    en: 'a share is written in % or ‰, and "{id}" cannot be so many of them',
  },
  'plan-unit-refused': {
    severity: 'error',
    zh: '单位“{unit}”有误，未被采用',
    en: 'the unit "{unit}" was refused',
  },
  'plan-unit-apart': {
    severity: 'error',
    zh: '“{unit}”的量纲是 {got}，不是 {expected}',
    en: '"{unit}" is of the dimension {got}, and not {expected}',
  },
  'plan-unit-base': {
    severity: 'error',
    zh: '量纲 {dimension} 已有单位“{known}”：请用 of 与 unit 写明“{id}”合多少',
    en: 'the dimension {dimension} has "{known}": say with of and unit how many "{id}" is',
  },
  'plan-unit-inexact': {
    severity: 'error',
    zh: '一“{id}”合 {dimension} 最小单位的 {got}，不是可精确保存的整数',
    en: 'one "{id}" is {got} of the smallest unit of {dimension}, and no whole number that can be kept exactly',
  },
  'plan-unit-dimension': {
    severity: 'error',
    zh: '单位“{unit}”与指标的量纲（{expected}）不同',
    en: 'the unit "{unit}" is of another dimension than the indicator, {expected}',
  },
  'plan-unit-counting': {
    severity: 'error',
    zh: '计算方式 {measure} 得到的是数目，单位“{unit}”不是计数单位',
    en: 'the measure {measure} counts, and "{unit}" is no unit to count in',
  },
  'plan-unit-percent': {
    severity: 'error',
    zh: '以“{unit}”计的指标应为 ratio 型（分子、分母）',
    en: 'an indicator in "{unit}" is of type ratio, with numerator and denominator',
  },
  'plan-ratio-dimensions': {
    severity: 'error',
    zh: '“{unit}”不是“{denominatorUnit}”的一部分：请写明 "part": false',
    en: '"{unit}" cannot be a part of "{denominatorUnit}": say "part": false',
  },
  'plan-grade-ends': {
    severity: 'error',
    zh: '最好和最差的等级相同：{got}',
    en: 'the best and the worst grade are the same, {got}',
  },
  'plan-grade-range': {
    severity: 'error',
    zh: '等级 {got} 不在 {best}（最好）至 {worst}（最差）之间',
    en: 'the grade {got} is not between {best}, the best, and {worst}, the worst',
  },
  'plan-criterion-measure': {
    severity: 'error',
    zh: '判定方式 {criterion} 不适用于计算方式 {measure}',
    en: 'the criterion {criterion} does not go with the measure {measure}',
  },
  'plan-criterion-baseline': {
    severity: 'error',
    zh: '“不高于”需要参照：请用 growth，或给出 baseline',
    en: 'notAbove needs a reference: measure growth, or give a baseline',
  },
  'plan-negative': { severity: 'error', zh: '不能为负数，实为 {got}', en: 'must not be negative, got {got}' },
  'plan-bounds-order': {
    severity: 'error',
    zh: '上限 {to} 小于下限 {from}',
    en: 'the upper bound {to} lies below the lower, {from}',
  },
  'plan-share-above-whole': {
    severity: 'error',
    zh: '{got}{unit} 超过了全部，永远达不到',
    en: '{got}{unit} is more than all, and cannot be reached',
  },
  'plan-scope-from': {
    severity: 'error',
    zh: '数据来自 {from}，高于承担目标的 {owes}',
    en: 'the figures come from the level {from}, above {owes}, which owes the target',
  },
  'plan-scope-kind': {
    severity: 'error',
    zh: '{level} 一级没有 {kind}',
    en: 'there is no {kind} at the level {level}',
  },
  'plan-scope-cohort': {
    severity: 'error',
    zh: '方案的推进批次中没有 {cohort}',
    en: 'the rollout has no batch {cohort}',
  },
  'plan-scope-roll-up': {
    severity: 'error',
    zh: '汇总方式 {rollUp} 不适用于计算方式 {measure}',
    en: 'the roll-up {rollUp} does not go with the measure {measure}',
  },
  'plan-scope-mean': {
    severity: 'error',
    zh: '百分比的平均不能再合并：{rollUp} 改为 reported、allOf 或 shareOfAreas，或改用 "over": "pooled"',
    en: 'a mean of percentages is added into nothing: instead of {rollUp} say reported, allOf or shareOfAreas, or "over": "pooled"',
  },
  'plan-required-share': {
    severity: 'warning',
    zh: 'requiredShare 只对 shareOfAreas 有意义，此处为 {rollUp}',
    en: 'requiredShare means something under shareOfAreas only, here it is {rollUp}',
  },
  'plan-value-twice': {
    severity: 'warning',
    zh: '{area} 的任务值已在 {first} 给出，以先出现的为准',
    en: 'the value of {area} already stands at {first}, which counts',
  },
  'plan-area-unknown': {
    severity: 'warning',
    zh: '名册中没有代码 {got}',
    en: 'the roster has no area with the code "{got}"',
  },
  'plan-parent-unknown': { severity: 'error', zh: '方案没有总目标“{parent}”', en: 'the plan has no target "{parent}"' },
  'plan-parent-refused': {
    severity: 'warning',
    zh: '总目标“{parent}”有误，本目标单独保留',
    en: 'its total "{parent}" was refused, the part stands alone',
  },
  'plan-parent-cycle': {
    severity: 'error',
    zh: '总目标“{parent}”又是本目标的一部分',
    en: 'its total "{parent}" is a part of itself',
  },
  'plan-parent-dimension': {
    severity: 'error',
    zh: '与总目标“{parent}”的量纲不同，不能是其中的一部分',
    en: 'a part cannot be of another dimension than its total "{parent}"',
  },
  'plan-series-backwards': {
    severity: 'warning',
    zh: '系列“{series}”倒退：要求低于 {date} 的“{before}”',
    en: 'the series "{series}" goes backwards: it asks for less than "{before}" did by {date}',
  },
  'plan-clock': {
    severity: 'warning',
    zh: '按推进批次计时，但方案没有推进批次',
    en: 'runs on the clock of the rollout, and the plan has none',
  },
  'plan-progress-baseline': {
    severity: 'warning',
    zh: '从基数起算进度，但没有给出 baseline',
    en: 'progress from the baseline, and none is given',
  },
  'plan-batch-twice': { severity: 'error', zh: '批次 {cohort} 重复', en: 'the batch {cohort} stands twice' },
  'plan-batch-rest': {
    severity: 'error',
    zh: '只有最后一批可以是“其余”，批次 {cohort} 不是',
    en: 'only the last batch can be the rest, {cohort} is not',
  },
  'plan-batch-outside': {
    severity: 'warning',
    zh: '批次 {cohort} 不在方案期限 {start} 至 {end} 内',
    en: 'the batch {cohort} lies outside the plan, {start} to {end}',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;
