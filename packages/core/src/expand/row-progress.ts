import type { Day } from '../period/period.js';
import { measureProgress } from '../progress/measure-progress.js';
import type { ProgressAnswer } from '../progress/progress-method.js';
import { attain, attainFromBaseline } from '../criterion/attainment.js';
import { drawnOf } from '../criterion/ratio.js';
import { baselineMoment } from '../frame/form-frame.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { endOf } from '../frame/frame.js';
import { V } from '../judge/judge.js';
import { hasPassMark, isPass } from '../judge/judged-window.js';
import { yearStart } from '../period/own-year.js';
import { expectedAt, hasLine, lightOf } from './expected-line.js';
import type { Light } from '../result/result.js';
import { baselineOf, batchDivisor } from './row-figures.js';
import type { RowFigures } from './row-figures.js';
import { stepsInUnit } from '../compile/series.js';
import { ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

export interface Progress {
  readonly expected: number;
  readonly pace: number;
  readonly light: Light | null;
}

export const NO_PROGRESS: Progress = { expected: Number.NaN, pace: Number.NaN, light: null };

/** Expected figure, pace and light: by the verdict once it is known, else by the line. */
export function progressOf(evaluated: EvaluatedTarget, figures: RowFigures, row: number): Progress {
  const { context, compiled, present, verdicts } = evaluated;
  const { judged, settled, onItsWay } = standingOf(evaluated, row);
  if (!onItsWay) return { ...NO_PROGRESS, light: judged ? settled : null };
  const line = {
    start: lineStart(evaluated, row),
    due: present.end,
    baseline: baselineOf(evaluated, row),
    required: figures.required,
    steps: stepsInUnit(context, compiled, present.formed.frame.members[row] as number),
  };
  // Before a flow's window opens nothing can be expected of it, and 0 would look like a lead.
  const expected = context.asOf < line.start ? Number.NaN : expectedAt(compiled.target, line, context.asOf);
  const aimed = expectedAttainment(evaluated, expected, line.baseline, figures, row);
  const drawn = figures.attainment.drawn;
  const pace = 100 * (drawn - aimed);
  if (settled !== null) return { expected, pace, light: settled };
  const lit = verdicts[row] === V.notYetDue && !Number.isNaN(pace);
  return { expected, pace, light: lit ? lightOf(context.lightRule, drawn, aimed) : null };
}

/** Whether a row is judged, the light its verdict gives it, and whether it is held against a line on its way to a pass mark. */
export function standingOf(
  evaluated: EvaluatedTarget,
  row: number,
): {
  readonly judged: boolean;
  readonly settled: Light | null;
  readonly onItsWay: boolean;
} {
  const { roles, verdicts } = evaluated;
  const verdict = verdicts[row] as number;
  const owes = roles[row] === ROLE.owes;
  return {
    judged: owes || (roles[row] === ROLE.ancestor && verdict !== V.notJudged),
    settled: isPass(verdict) ? 'green' : verdict === V.notAttained ? 'red' : null,
    onItsWay: isOnItsWay(evaluated, row),
  };
}

/** Nothing is expected of a repeated target before its first window begins. */
function isOnItsWay({ compiled, present, repeated, roles }: EvaluatedTarget, row: number): boolean {
  const begun = !compiled.repeated || repeated.length > 0;
  return (
    begun && roles[row] === ROLE.owes && present.state === 'running' && hasPassMark(present, row) && hasLine(compiled)
  );
}

/** What the progress method of a running target answers; `null` where none is named or nothing runs. */
export function methodProgress(
  evaluated: EvaluatedTarget,
  { figure, required }: RowFigures,
  { frame }: FormedFrame,
  row: number,
): ProgressAnswer | null {
  const { context, compiled, present } = evaluated;
  const method = compiled.target.progressMethod ?? context.progressMethod;
  if (method === null || !isOnItsWay(evaluated, row)) return null;
  const start = lineStart(evaluated, row);
  const { baseline, clock } = compiled.target;
  const end = endOf(frame, row);
  const known = baseline && !compiled.traits.startsFromZero ? baselineMoment(context, baseline).date : start;
  return measureProgress(method, {
    figure,
    figureDate: Number.isNaN(end) ? present.formed.moment.date : end,
    baseline: baselineOf(evaluated, row),
    baselineDate: clock === 'rollout' ? Math.max(start, known) : known,
    required,
    due: present.end,
    upward: present.test(row).upward === true,
    achieved: isPass(present.outcome(row)),
    steps: stepsInUnit(context, compiled, frame.members[row] as number),
  });
}

/** The attainment formula applied to the expected figure. */
function expectedAttainment(
  evaluated: EvaluatedTarget,
  expected: number,
  baseline: number,
  figures: RowFigures,
  row: number,
): number {
  const { compiled, present } = evaluated;
  if (Number.isNaN(expected)) return Number.NaN;
  if (compiled.traits.countsDown) {
    return baseline > 0 ? drawnOf((baseline - expected) / baseline) : Number.NaN;
  }
  if (compiled.shape === 'count' && compiled.traits.isShare) {
    const listed = present.formed.frame.members[row] as number;
    const divisor = batchDivisor(evaluated, figures.required, listed);
    return divisor === 0 ? Number.NaN : drawnOf(expected / divisor);
  }
  const downward = present.tests.common.upward === false;
  const { required } = figures;
  const passed = downward ? expected <= required : expected >= required;
  if (compiled.target.progressFrom === 'baseline')
    return drawnOf(attainFromBaseline(expected, required, baseline, passed));
  if (expected === 0 && required > 0) return 0;
  return drawnOf(attain(compiled.criterion, expected, required, passed));
}

function lineStart({ context, compiled, present }: EvaluatedTarget, row: number): Day {
  const planned = context.columns.cohortStarts[row] as number;
  const onRollout = compiled.target.clock === 'rollout' && !Number.isNaN(planned);
  const start = onRollout ? planned : context.planStart;
  return compiled.repeated || compiled.traits.ofOneWindow
    ? Math.max(start, compiled.repeated ? present.start : yearStart(context.yearStart, present.end))
    : start;
}
