import { formatDate } from '../period/period.js';
import type { Period } from '../period/period.js';
import type { Report } from '../observation/dataset.js';
import type { Criterion, ExpectedPath, Schedule } from '../plan/plan.js';
import type { Text } from '../plan/text.js';
import type { Explanation, ExplanationStep } from './evaluation.js';
import { columnsOf } from './compile.js';
import { expandRow } from './expand.js';
import { seenFrom } from './form-frame.js';
import { endOf } from './frame.js';
import { lengthOf } from './leaf.js';
import type { Result, Verdict } from './result.js';
import { shownFrame } from './row-figures.js';
import { stepOf } from './series.js';
import { ROLE } from './standing.js';
import type { EvaluatedTarget } from './target-evaluation.js';

const VERDICT_TEXTS: Readonly<Record<Verdict, Text>> = {
  notApplicable: { zh: '该地区不承担此项任务', en: 'this area does not owe the target' },
  notStarted: { zh: '所在批次尚未启动', en: 'its batch has not started' },
  notJudged: { zh: '只展示,不判断', en: 'shown, not judged' },
  notComputable: { zh: '无法计算', en: 'cannot be computed' },
  dataError: { zh: '数据有误', en: 'the data contradict themselves' },
  notYetDue: { zh: '尚未到期', en: 'not yet due' },
  noCase: { zh: '没有发生应办情形', en: 'no case arose' },
  noData: { zh: '没有数据', en: 'nothing was reported' },
  undecided: { zh: '已报部分不足以判断', en: 'the reported part does not decide it' },
  attained: { zh: '达到', en: 'attained' },
  attainedWithinTolerance: { zh: '在允许偏差内达到', en: 'attained within the tolerance' },
  notAttained: { zh: '未达到', en: 'not attained' },
};

/**
 * A verdict in words.
 *
 * @example describeVerdict('notYetDue').zh // '尚未到期'
 */
export function describeVerdict(verdict: Verdict): Text {
  return VERDICT_TEXTS[verdict];
}

/** Why a row's result is what it is: clause, readings, reports, arithmetic, schedule, verdict, remarks. */
export function explainRow(evaluated: EvaluatedTarget, row: number): Explanation {
  const result = expandRow(evaluated, row);
  const steps: readonly ExplanationStep[] = [
    clauseStep(evaluated),
    ...readingSteps(evaluated),
    ...(evaluated.roles[row] === ROLE.none ? [] : observationSteps(evaluated, row, result)),
    ...arithmeticSteps(result),
    ...expectedSteps(result),
    scheduleStep(evaluated),
    verdictStep(result, isTooMuch(evaluated, row)),
    ...result.remarks.map(({ text }): ExplanationStep => ({ kind: 'remark', text })),
  ];
  return {
    steps,
    text: {
      zh: `${steps.map((step) => step.text.zh).join('。')}。`,
      en: `${steps.map((step) => capitalised(step.text.en)).join('. ')}.`,
    },
  };
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function clauseStep({ compiled: { target } }: EvaluatedTarget): ExplanationStep {
  const asked = describeCriterion(target.criterion);
  return {
    kind: 'clause',
    text: {
      zh: `条款${target.clause}:${target.name.zh},${asked.zh}`,
      en: `clause ${target.clause}: ${target.name.en}, ${asked.en}`,
    },
  };
}

function readingSteps({ compiled: { target } }: EvaluatedTarget): readonly ExplanationStep[] {
  return (target.readings ?? []).map(({ parameter, chosen, why }) => ({
    kind: 'reading',
    text: {
      zh: `读法 ${parameter}=${chosen}:${why.zh}`,
      en: `reading ${parameter}=${chosen}: ${why.en}`,
    },
  }));
}

/** What a criterion asks, in words. */
export function describeCriterion(criterion: Criterion): Text {
  switch (criterion.kind) {
    case 'atLeast':
      return amount('不少于', 'at least', criterion);
    case 'moreThan':
      return amount('多于', 'more than', criterion);
    case 'atMost':
      return amount('不超过', 'at most', criterion);
    case 'lessThan':
      return amount('少于', 'less than', criterion);
    case 'between': {
      const { lower, upper, unit } = criterion;
      return { zh: `${lower}至${upper}${unit}`, en: `${lower} to ${upper} ${unit}` };
    }
    case 'about': {
      const { tolerance = 10 } = criterion;
      const { zh, en } = amount('约', 'about', criterion);
      return { zh: `${zh}(向下容差${tolerance}%)`, en: `${en} (${tolerance}% below still passes)` };
    }
    case 'every':
      return { zh: '全部达到', en: 'every member' };
    case 'none':
      return { zh: '清零', en: 'none left' };
    case 'notAbove':
      return { zh: '不高于对比期', en: 'not above the reference' };
    case 'gradeAtLeast':
      return { zh: `${criterion.grade}级或更好`, en: `grade ${criterion.grade} or better` };
    case 'done':
      return { zh: '完成', en: 'done' };
    case 'observe':
      return { zh: '只观察', en: 'observed only' };
  }
}

function amount(zh: string, en: string, { value, unit }: { value: number; unit: string }): Text {
  return { zh: `${zh}${value}${unit}`, en: `${en} ${value} ${unit}` };
}

function observationSteps(
  evaluated: EvaluatedTarget,
  row: number,
  { completeness, figurePeriod }: Result,
): readonly ExplanationStep[] {
  const own = reportsOf(evaluated, row).map(({ report, superseded }): ExplanationStep => {
    const written = writeReport(report);
    const source = report.source === '' ? { zh: '', en: '' } : { zh: `,来源 ${report.source}`, en: `, source ${report.source}` };
    const known = formatDate(report.reportedOn);
    const earlier = superseded.length === 0 ? { zh: '', en: '' } : {
      zh: `,取代 ${superseded.join('、')}`,
      en: `, superseding ${superseded.join(', ')}`,
    };
    return {
      kind: 'observation',
      place: report.place,
      text: {
        zh: `${report.period} 报数 ${written}(${known} 报${source.zh}${earlier.zh})`,
        en: `${report.period}: ${written} (reported ${known}${source.en}${earlier.en})`,
      },
    };
  });
  if (own.length > 0 || completeness.total === 0) return own;
  const date = figurePeriod ?? formatDate(evaluated.present.formed.moment.date);
  const { reported, total } = completeness;
  return [
    {
      kind: 'observation',
      text: { zh: `${date} 已报 ${reported}/${total}`, en: `${reported} of ${total} reported for ${date}` },
    },
  ];
}

function writeReport({ value, numerator, denominator, unit }: Report): string {
  const written = value === '' ? `${numerator} / ${denominator}` : value;
  return unit === '' ? written : `${written} ${unit}`;
}

/** Reports behind a row's own figure, where it is a row that reports. */
export function reportsOf(
  evaluated: EvaluatedTarget,
  row: number,
): readonly { readonly report: Report; readonly superseded: readonly string[] }[] {
  const { compiled, context } = evaluated;
  const formed = shownFrame(evaluated, row);
  if (formed.members.counted[row] !== 1) return [];
  const { reports } = context.observations;
  const end = endOf(formed.frame, row);
  const flow = compiled.measure.kind === 'flow' || compiled.measure.kind === 'cumulative';
  const start = compiled.measure.kind === 'cumulative' ? context.planStart : formed.moment.windowStart;
  return columnsOf(seenFrom(context, formed.members.day), compiled.measure).flatMap((column) => {
    const found = column.periods.flatMap((period, index) => {
      const inside = flow ? period.start >= start && period.end <= end : period.end === end;
      const report = column.cells[index]?.reports[row] ?? -1;
      return inside && report >= 0 ? [{ period, report }] : [];
    });
    return (flow ? withoutOverlaps(found) : found).map(({ report }) => ({
      report: reports.at(report),
      superseded: reports.supersededBy(report).map((other) => reports.at(other).place),
    }));
  });
}

/** Periods a flow is added up from: of two that overlap the longer one, in the order given. */
function withoutOverlaps<Reported extends { readonly period: Period }>(found: readonly Reported[]): readonly Reported[] {
  const used: Reported[] = [];
  for (const one of [...found].sort((x, y) => lengthOf(y.period) - lengthOf(x.period))) {
    if (used.every(({ period }) => period.end < one.period.start || one.period.end < period.start)) used.push(one);
  }
  return found.filter((one) => used.includes(one));
}

function arithmeticSteps(result: Result): readonly ExplanationStep[] {
  const { figure, required, unit, numerator, denominator, bounds, memberFigure, memberRequired } = result;
  if (memberFigure !== null && memberRequired !== null) {
    const [known, asked] = [write(memberFigure), write(memberRequired)];
    const text = `${known} / ${asked} ${result.memberUnit ?? ''}`.trim();
    return [{ kind: 'arithmetic', text: { zh: text, en: text } }];
  }
  if (figure === null) return [];
  const quotient =
    numerator !== null && denominator !== null ? `${write(numerator)} ÷ ${write(denominator)} = ` : '';
  const range = bounds === null ? '' : ` [${write(bounds[0])}, ${write(bounds[1])}]`;
  const value = `${quotient}${write(figure)}${unit}${range}`;
  if (required === null) return [{ kind: 'arithmetic', text: { zh: value, en: value } }];
  return [
    {
      kind: 'arithmetic',
      text: {
        zh: `${value},要求 ${write(required)}${unit}`,
        en: `${value}; required ${write(required)}${unit}`,
      },
    },
  ];
}

const PATH_TEXTS: Readonly<Record<ExpectedPath, Text>> = {
  linear: { zh: '按直线', en: 'along a line' },
  stepped: { zh: '按阶梯', en: 'by the last step' },
  compound: { zh: '按复合增长', en: 'by compound growth' },
};

/** Where a running figure should be by now, and along which line. */
function expectedSteps({ expected, expectedPath, unit }: Result): readonly ExplanationStep[] {
  if (expected === null || expectedPath === null) return [];
  const { zh, en } = PATH_TEXTS[expectedPath];
  const text = { zh: `序时进度 ${write(expected)}${unit}(${zh})`, en: `expected by now: ${write(expected)}${unit} (${en})` };
  return [{ kind: 'arithmetic', text }];
}

/** A number without float noise: at most four decimals. */
function write(value: number): string {
  return String(Number(value.toFixed(4)));
}

function scheduleStep({ compiled, context }: EvaluatedTarget): ExplanationStep {
  const asOf = formatDate(context.asOf);
  const text = describeSchedule(compiled.target.schedule);
  const step = stepOf(context, compiled.target);
  const place = step ? { zh: `,共${step.of}步的第${step.number}步`, en: `, step ${step.number} of ${step.of}` } : { zh: '', en: '' };
  return {
    kind: 'schedule',
    text: { zh: `${text.zh}${place.zh},截至 ${asOf}`, en: `${text.en}${place.en}; as of ${asOf}` },
  };
}

/** When a criterion is judged, in words. */
export function describeSchedule(schedule: Schedule): Text {
  switch (schedule.kind) {
    case 'by':
      return { zh: `期限 ${schedule.date}`, en: `due ${schedule.date}` };
    case 'eachYear':
      return { zh: '逐年判断', en: 'judged each year' };
    case 'eachHalf':
      return { zh: '每半年判断', en: 'judged each half-year' };
    case 'throughout':
      return { zh: '每个报告期都要保持', en: 'held in every reported period' };
    case 'standing':
      return { zh: '随时检查', en: 'judged at every check' };
  }
}

/** Whether what is wrong is an excess; of a grade whose best is 1 it is not. */
function isTooMuch({ compiled, present }: EvaluatedTarget, row: number): boolean {
  return compiled.criterion.kind !== 'gradeAtLeast' && present.test(row).upward === false;
}

function verdictStep({ verdict, gap, gapUnit }: Result, downward: boolean): ExplanationStep {
  const { zh, en } = VERDICT_TEXTS[verdict];
  if (gap === null || gap === 0) return { kind: 'verdict', text: { zh, en } };
  const missing = downward
    ? { zh: `多出 ${write(gap)}${gapUnit}`, en: `${write(gap)} ${gapUnit} too much` }
    : { zh: `还差 ${write(gap)}${gapUnit}`, en: `${write(gap)} ${gapUnit} short` };
  return { kind: 'verdict', text: { zh: `${zh},${missing.zh}`, en: `${en}, ${missing.en}` } };
}
