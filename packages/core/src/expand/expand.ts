import { isJudging } from '../criterion/index.js';
import { formatDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import { attainmentOf, NO_ATTAINMENT } from '../criterion/ratio.js';
import { figureOf } from '../figure/figure-of.js';
import { firstAttained } from './first-attained.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { endOf, FLAG } from '../frame/frame.js';
import { gapOf, gapUnitOf } from './gap.js';
import { V } from '../judge/judge.js';
import { hasPassMark, isOwedIn } from '../judge/judged-window.js';
import type { JudgedWindow } from '../judge/judged-window.js';
import { movementOf } from './movement.js';
import { pathOf } from './expected-line.js';
import { remarkOf } from './remark.js';
import { VERDICTS } from '../result/result.js';
import type { Completeness, Light, PeriodResult, Result } from '../result/result.js';
import { holdAll, rowRatio } from './row-attainment.js';
import { isKnown, NO_FIGURES, rowFigure, rowFigures, shownFrame } from './row-figures.js';
import { memberOf } from './row-members.js';
import { methodProgress, NO_PROGRESS, progressOf, standingOf } from './row-progress.js';
import { remarksOf } from './row-remarks.js';
import { stepOf } from '../compile/series.js';
import { isJudgedFromBelow, ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Expands one row of an evaluated target. */
export function expandRow(evaluated: EvaluatedTarget, row: number): Result {
  const { context, compiled, present, verdicts } = evaluated;
  const area = context.roster.areas[row];
  if (!area) throw new RangeError(`no area in row ${row}`);
  const verdict = VERDICTS[verdicts[row] as number] ?? 'notApplicable';
  const absent = isAbsent(evaluated, row);
  const shown = shownFrame(evaluated, row);
  const figures = absent ? { ...NO_FIGURES, attainment: NO_ATTAINMENT } : rowFigures(evaluated, shown, present, row);
  const attainment = attainmentOf(rowRatio(holdAll(evaluated), row));
  const progress = absent ? NO_PROGRESS : progressOf(evaluated, figures, row);
  const pair = terms(evaluated, shown, row);
  const member = memberOf(evaluated, shown, row);
  const gap = absent ? Number.NaN : gapOf(evaluated, figures, shown, row);
  const end = endOf(shown.frame, row);
  return {
    target: compiled.target.id,
    indicator: compiled.source,
    area: area.code,
    level: area.level,
    verdict,
    attainment: orNull(attainment.drawn),
    rawAttainment: orNull(attainment.raw),
    figure: orNull(figures.figure),
    numerator: absent ? null : pair.numerator,
    denominator: absent ? null : pair.denominator,
    bounds: absent ? null : boundsOf(evaluated, shown, row),
    required: orNull(figures.required),
    unit: isJudgedFromBelow(evaluated, row) ? '%' : compiled.unit,
    expected: orNull(progress.expected),
    expectedPath: Number.isNaN(progress.expected) ? null : pathOf(compiled.target),
    pace: orNull(progress.pace),
    progress: absent ? null : methodProgress(evaluated, figures, shown, row),
    light: progress.light,
    lightRule: progress.light === null ? null : context.lightRule.preset,
    movement: absent ? null : movementOf(evaluated, row),
    gap: orNull(gap),
    gapUnit: gapUnitOf(evaluated, row),
    completeness: completenessOf(evaluated, row),
    periods: absent ? [] : periodsOf(evaluated, row),
    remarks: remarksOf(evaluated, shown, row).map(remarkOf),
    firstAttainedOn: absent ? null : firstAttained(evaluated, row),
    step: stepOf(context, compiled.target),
    memberProgress: orNull(member.progress),
    memberFigure: orNull(member.figure),
    memberRequired: orNull(member.required),
    memberUnit: member.unit,
    figurePeriod: absent || Number.isNaN(end) ? null : periodLabel(evaluated, end),
    stale: isStale(evaluated, row),
  };
}

/** Whether nothing is asked of a row, or not yet. */
function isAbsent({ roles, verdicts }: EvaluatedTarget, row: number): boolean {
  return roles[row] === ROLE.none || verdicts[row] === V.notStarted;
}

/** Whether what is shown of a row is an older level carried forward. */
export function isStale(evaluated: EvaluatedTarget, row: number): boolean {
  return !isAbsent(evaluated, row) && ((shownFrame(evaluated, row).frame.flags[row] as number) & FLAG.stale) !== 0;
}

/** The figure shown of a row: a member's own one behind the predicate it answers; NaN for none. */
export function ownFigure(evaluated: EvaluatedTarget, row: number): number {
  const shown = shownFrame(evaluated, row);
  const member = shown.answers ? memberOf(evaluated, shown, row).figure : Number.NaN;
  if (Number.isFinite(member)) return member;
  const figure = isAbsent(evaluated, row) ? Number.NaN : rowFigure(evaluated, shown, row);
  return Number.isFinite(figure) ? figure : Number.NaN;
}

/** The light of a row; figures are looked at only where no verdict decides it. */
export function lightIn(evaluated: EvaluatedTarget, row: number): Light | null {
  if (isAbsent(evaluated, row)) return null;
  const { judged, settled, onItsWay } = standingOf(evaluated, row);
  if (settled !== null || !onItsWay) return judged ? settled : null;
  return progressOf(evaluated, rowFigures(evaluated, shownFrame(evaluated, row), evaluated.present, row), row).light;
}

function terms(evaluated: EvaluatedTarget, { frame }: FormedFrame, row: number) {
  const { context, compiled } = evaluated;
  const nothing = { numerator: null, denominator: null };
  if (isJudgedFromBelow(evaluated, row)) {
    const tally = evaluated.tally();
    return tally.known[row] === 0
      ? nothing
      : { numerator: tally.passing[row] ?? 0, denominator: tally.owing[row] ?? 0 };
  }
  const [a, b] = [frame.a[row] as number, frame.b?.[row] ?? Number.NaN];
  if (
    !frame.b ||
    compiled.traits.isMean ||
    !isKnown(evaluated, frame, row) ||
    (frame.flags[row] as number) & FLAG.percentage
  )
    return nothing;
  if (frame.shape === 'share') return { numerator: a, denominator: b };
  const indicator = context.indicators.get(compiled.source);
  const unit = indicator && 'unit' in indicator ? indicator.unit : '';
  const denominatorUnit = indicator?.type === 'ratio' ? (indicator.denominatorUnit ?? unit) : unit;
  return {
    numerator: a / 10 ** frame.scaleA / (context.unitOf(unit)?.factor ?? 1),
    denominator: b / 10 ** frame.scaleB / (context.unitOf(denominatorUnit)?.factor ?? 1),
  };
}

function boundsOf(evaluated: EvaluatedTarget, { frame }: FormedFrame, row: number): readonly [number, number] | null {
  const { compiled } = evaluated;
  if (isJudgedFromBelow(evaluated, row)) return boundsFromBelow(evaluated, row);
  if (frame.shape !== 'share' && frame.shape !== 'count') return null;
  const [a, b] = [frame.a[row] as number, frame.b?.[row] ?? 1];
  const unknown = (frame.members[row] as number) - (frame.reported[row] as number);
  if (unknown <= 0 || !isKnown(evaluated, frame, row)) return null;
  return [figureOf(compiled, frame, a, b), figureOf(compiled, frame, a + unknown, b)];
}

/** Share of owing areas that pass, if none and if all of those pass whose answer is not known. */
function boundsFromBelow(evaluated: EvaluatedTarget, row: number): readonly [number, number] | null {
  const tally = evaluated.tally();
  const [passing, known, owing] = [
    tally.passing[row] as number,
    tally.known[row] as number,
    tally.owing[row] as number,
  ];
  return known === 0 || known === owing ? null : [(100 * passing) / owing, (100 * (passing + owing - known)) / owing];
}

/** The reported period that ends on a day, as it was written; the longest where several do. */
function periodLabel({ compiled }: EvaluatedTarget, end: Day): string {
  for (const { periods } of compiled.columns) {
    const period = periods.find((candidate) => candidate.end === end);
    if (period) return period.text;
  }
  return formatDate(end);
}

export function completenessOf(evaluated: EvaluatedTarget, row: number): Completeness {
  const { roles, verdicts } = evaluated;
  if (roles[row] === ROLE.none || verdicts[row] === V.notStarted) return { reported: 0, total: 0 };
  if (isJudgedFromBelow(evaluated, row)) {
    const tally = evaluated.tally();
    return { reported: tally.known[row] ?? 0, total: tally.owing[row] ?? 0 };
  }
  const { frame } = evaluated.lastReported();
  return { reported: frame.reported[row] ?? 0, total: frame.members[row] ?? 0 };
}

function periodsOf(evaluated: EvaluatedTarget, row: number): readonly PeriodResult[] {
  const { context, compiled, windows, roles } = evaluated;
  if (!compiled.repeated) return [];
  const known = new Map(windows.map((window) => [window.label, window]));
  const owes = roles[row] === ROLE.owes && isJudging(compiled.criterion);
  return compiled.windows.map((ahead): PeriodResult => {
    const { label } = ahead;
    const window = known.get(label);
    if (!window) {
      const waits = owes && isOwedIn(context, compiled, ahead, row);
      return {
        period: label,
        verdict: waits ? 'notYetDue' : 'notJudged',
        figure: null,
        required: null,
        attainment: null,
      };
    }
    const { figure, required, attainment } = rowFigures(evaluated, window.formed, window, row);
    return {
      period: label,
      verdict: periodVerdict(evaluated, window, row, roles[row] === ROLE.owes),
      figure: orNull(figure),
      required: orNull(required),
      attainment: orNull(attainment.drawn),
    };
  });
}

function periodVerdict(
  { compiled }: EvaluatedTarget,
  window: JudgedWindow,
  row: number,
  owes: boolean,
): PeriodResult['verdict'] {
  if (window.formed.members.notStarted[row] === 1) return 'notStarted';
  if (!owes || !window.judged || !hasPassMark(window, row) || !isJudging(compiled.criterion)) return 'notJudged';
  if (window.state === 'running') return 'notYetDue';
  return VERDICTS[window.outcome(row)] ?? 'noData';
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
