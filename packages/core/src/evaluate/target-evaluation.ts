import type { Measure, Target } from '../plan/plan.js';
import { compileTarget } from './compile.js';
import type { CompiledTarget } from './compile.js';
import type { EvaluationContext } from './context.js';
import { countRefused } from './count-refused.js';
import type { Explanation, TargetEvaluation } from './evaluation.js';
import { explainRow } from './explain.js';
import { attainColumns } from './attain-columns.js';
import { completenessOf, expandRow, isStale, lightIn, ownFigure } from './expand.js';
import { findFirstDays } from './first-attained.js';
import { baselineMoment, formFrame, initialRemaining } from './form-frame.js';
import type { FormedFrame } from './form-frame.js';
import { lazily } from './lazy.js';
import type { Lazy } from './lazy.js';
import { repeatedWindows, singleWindow } from './judged-window.js';
import type { JudgedWindow } from './judged-window.js';
import { findMembers } from './members.js';
import { reportingDate } from './moment.js';
import { formYearBefore } from './movement.js';
import { sumPlainly } from './plain-sum.js';
import type { PlainSum } from './plain-sum.js';
import { REPLACED } from './replaced-columns.js';
import type { PlainColumns } from './replaced-columns.js';
import type { Result } from './result.js';
import type { AreaTally } from './standing.js';
import { findStanding, isTallied, judgeAncestor, ROLE, tallyAreas } from './standing.js';
import type { LineChange } from './update-frame.js';
import { updateTarget } from './update-target.js';
import { verdictsOf } from './verdict-column.js';

/** Everything about one target that single rows are expanded from; formed once, on first use. */
export interface EvaluatedTarget {
  readonly context: EvaluationContext;
  readonly compiled: CompiledTarget;
  /** Judged and running windows; one for `by` and `standing`. */
  readonly windows: readonly JudgedWindow[];
  /** The same without a moment that only stands in for windows that are still ahead. */
  readonly repeated: readonly JudgedWindow[];
  /** The window whose figure is shown: the running one, else the last. */
  readonly present: JudgedWindow;
  readonly roles: Uint8Array;
  readonly verdicts: Uint8Array;
  readonly settled: Uint8Array;
  readonly tally: Lazy<AreaTally>;
  /** Older levels carried forward, for rows the judged moment has nothing for. */
  readonly carried: Lazy<FormedFrame>;
  /** Reports of the indicator's last reporting date; what completeness counts while running. */
  readonly lastReported: Lazy<FormedFrame>;
  /** Where `remaining` over a predicate started. */
  readonly initial: Lazy<FormedFrame | null>;
  /** Figures of the year before, which a direction is read from. */
  readonly earlier: Lazy<FormedFrame>;
  /** Figures of the baseline period, where the target names one. */
  readonly baseline: Lazy<FormedFrame>;
  /** Day each owing row first met the criterion, NaN for never. */
  readonly firstDays: Lazy<Float64Array>;
}

/** What is painted and what it stands for, by row. */
export type AttainColumns = ReturnType<typeof attainColumns>;

/** A target over all areas that can take over changes. */
export interface LiveTarget {
  readonly evaluation: TargetEvaluation;
  /** Takes over a change of an indicator it reads, on one line of the tree where that is possible. */
  update(change: LineChange): void;
  /** Evaluates all of it anew, when it is next asked for. */
  renew(context: EvaluationContext): void;
  /** Gives up its columns where others can be written over them; asked for anything from here on, the target throws. */
  release(): PlainColumns | undefined;
}

/** Evaluates one target over all areas, when it is first asked for anything. */
export function evaluateTarget(given: EvaluationContext, target: Target): LiveTarget {
  let context = given;
  let released = false;
  // Everything else is formed from this.
  const compiled = lazily(() => {
    if (released) throw new Error(REPLACED);
    return compileTarget(context, target);
  });
  const plain = lazily(() => sumPlainly(context, compiled()));
  const judged = lazily(() => judgeTarget(context, compiled(), plain()));
  const columns = lazily((): AttainColumns => {
    const attainments = plain()?.columns.attainments;
    return attainments ? { attainments, drawn: attainments } : attainColumns(judged());
  });
  const renew = (fresh: EvaluationContext): void => {
    context = fresh;
    for (const known of [compiled, plain, judged, columns]) known.forget();
  };
  const release = (): PlainColumns | undefined => {
    const given = plain.peek()?.columns;
    released = true;
    renew(context);
    return given;
  };
  return {
    evaluation: {
      target,
      get verdicts() {
        return plain()?.columns.verdicts ?? judged().verdicts;
      },
      get attainments() {
        return columns().attainments;
      },
      get drawn() {
        return columns().drawn;
      },
      concerns: (area) => (judged().roles[area] ?? ROLE.none) !== ROLE.none,
      figureOf: (area) => ownFigure(judged(), area),
      lightOf: (area) => lightIn(judged(), area),
      completenessOf: (area) => completenessOf(judged(), area),
      isStale: (area) => isStale(judged(), area),
      refusedOf: (area) => countRefused(context.dataset, [target], area),
      at: (area): Result => expandRow(judged(), area),
      explain: (area): Explanation => explainRow(judged(), area),
    },
    update: (change) => {
      // Both columns of a plain sum are there as soon as one is.
      const evaluated = plain.peek() ? judged() : judged.peek();
      const painted = plain.peek() ? columns() : columns.peek();
      if (evaluated && !updateTarget(evaluated, painted, change)) renew(context);
    },
    renew,
    release,
  };
}

/**
 * Forms and judges a target; no row is expanded yet.
 *
 * @param plain - its figures and verdicts, where they are known.
 */
export function judgeTarget(context: EvaluationContext, compiled: CompiledTarget, plain: PlainSum | null = null): EvaluatedTarget {
  const repeated = compiled.repeated ? repeatedWindows(context, compiled) : [];
  const windows = repeated.length > 0 ? repeated : [singleWindow(context, compiled, plain?.form())];
  const present = windows.at(-1) as JudgedWindow;
  const { roles, settled } = findStanding(context, compiled, present.formed.members);
  const verdicts = plain?.columns.verdicts ?? verdictsOf(context, compiled, { windows: repeated, present, settled });
  const tally = lazily(() => tallyAreas(context, roles, verdicts, present.outcome));
  if (isTallied(compiled) && compiled.criterion.kind !== 'observe') {
    for (let row = 0; row < roles.length; row++) {
      if (roles[row] === ROLE.ancestor) verdicts[row] = judgeAncestor(compiled, tally(), row);
    }
  }
  const { moment } = present.formed;
  const formAt = (date: number, carry: boolean) =>
    formFrame(
      context,
      compiled,
      { date, windowStart: moment.windowStart, carry },
      findMembers(context, compiled, moment.date),
    );
  const judged = {
    context,
    compiled,
    windows,
    repeated,
    present,
    roles,
    settled,
    verdicts,
    tally,
    carried: lazily(() => (carriesLevels(compiled.measure) ? formAt(moment.date, true) : present.formed)),
    lastReported: lazily(() => {
      const last = reportingDate(compiled.columns, moment.date);
      return !moment.carry || Number.isNaN(last) ? present.formed : formAt(last, false);
    }),
    initial: lazily(() => initialRemaining(context, compiled, present.formed.members)),
    earlier: lazily(() => formYearBefore(context, compiled, moment)),
    baseline: lazily(() => {
      const from = baselineMoment(context, compiled.target.baseline ?? { period: '' });
      return formFrame(context, compiled, from, present.formed.members);
    }),
  };
  return { ...judged, firstDays: lazily(() => findFirstDays(judged)) };
}

/** Whether an older figure stands in for one that is not there; the figures of a window are all it has. */
function carriesLevels(measure: Measure): boolean {
  if ('predicate' in measure) return carriesLevels(measure.predicate.measure);
  return measure.kind !== 'flow' && measure.kind !== 'cumulative' && measure.kind !== 'growth';
}
