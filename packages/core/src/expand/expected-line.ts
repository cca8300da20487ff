import { criterionKind } from '../criterion/index.js';
import type { Day } from '../period/period.js';
import type { ExpectedPath, LightRule, Target } from '../plan/plan.js';
import type { ProgressStep } from '../progress/progress-method.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { Light } from '../result/result.js';

/** The line a running figure is held against, in the target's unit. */
export interface ExpectedLine {
  readonly start: Day;
  readonly due: Day;
  /** Where the line starts; NaN when unknown, which leaves no pace. */
  readonly baseline: number;
  readonly required: number;
  /** Steps of the target's series in its unit. */
  readonly steps: readonly ProgressStep[];
}

/** Share of a span that has passed, as a difference of calendar dates: 0 on the first day, 1 on the last. */
function elapsedShare(start: Day, due: Day, at: Day): number {
  if (due <= start) return at >= due ? 1 : 0;
  return Math.min(1, Math.max(0, (at - start) / (due - start)));
}

/** The line a target is expected to run along. */
export function pathOf({ expectedPath, series }: Target): ExpectedPath {
  return expectedPath ?? (series === undefined ? 'linear' : 'stepped');
}

/**
 * Where the figure should be at a day. `stepped` holds the last step of the series that was due,
 * `compound` grows by a constant factor; NaN where the line has no start.
 */
export function expectedAt(target: Target, line: ExpectedLine, at: Day): number {
  const path = pathOf(target);
  const share = elapsedShare(line.start, line.due, at);
  if (path === 'stepped') {
    if (share >= 1) return line.required;
    return lastStep(line.steps, at) ?? line.baseline;
  }
  if (path === 'compound') {
    if (!(line.baseline > 0) || !(line.required > 0)) return Number.NaN;
    return line.baseline * (line.required / line.baseline) ** share;
  }
  return line.baseline + (line.required - line.baseline) * share;
}

/** Pass mark of the latest step already due at a day. */
function lastStep(steps: readonly ProgressStep[], at: Day): number | undefined {
  return steps
    .filter(({ date }) => date <= at)
    .reduce<ProgressStep | undefined>((last, step) => (last && last.date >= step.date ? last : step), undefined)?.value;
}

/** Whether a target moves along a line at all; what has to hold all the time does not. */
export function hasLine({ traits, criterion, target }: CompiledTarget): boolean {
  if (target.schedule.kind === 'throughout' || target.schedule.kind === 'standing') return false;
  const asked = criterionKind(criterion);
  if (!asked.hasLine) return false;
  return asked.direction === 'down' ? traits.hasLineDown : traits.hasLineUp;
}

const ROUNDING = 1e-9;

/**
 * Light of a target still running, from drawn and expected attainment (both 0…1).
 *
 * `points`: less than 10 points behind is green, 10 to 30 yellow, more red. `ratio`: 0.8 of the
 * expected or more is green, 0.6 or more yellow, less red; nothing expected is green.
 */
export function lightOf(rule: LightRule, attainment: number, expected: number): Light {
  if (rule.preset === 'points') {
    const behind = 100 * (expected - attainment);
    if (behind < 10 - ROUNDING) return 'green';
    return behind <= 30 + ROUNDING ? 'yellow' : 'red';
  }
  if (expected === 0) return 'green';
  const ratio = attainment / expected;
  if (ratio >= 0.8 - ROUNDING) return 'green';
  return ratio >= 0.6 - ROUNDING ? 'yellow' : 'red';
}
