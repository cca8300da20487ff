import { isJudging } from '../criterion/index.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';
import type { AttainColumns } from '../onepass/attain-columns.js';
import type { Target } from '../plan/plan.js';
import { compileTarget } from '../compile/compile-target.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { countRefused } from '../expand/count-refused.js';
import type { Explanation, TargetEvaluation } from '../result/evaluation.js';
import { explainRow } from '../expand/explain.js';
import { attainColumns } from '../onepass/attain-columns.js';
import { completenessOf, expandRow, isStale, lightIn, ownFigure } from '../expand/expand.js';
import { findFirstDays } from '../expand/first-attained.js';
import { baselineMoment, formFrame, initialRemaining } from '../frame/form-frame.js';
import { lazily } from '../judge/lazy.js';
import { repeatedWindows, singleWindow } from '../judge/judged-window.js';
import type { JudgedWindow } from '../judge/judged-window.js';
import { findMembers } from '../compile/find-members.js';
import { reportingDate } from '../compile/moment.js';
import { formYearBefore } from '../expand/movement.js';
import { sumPlainly } from '../onepass/plain-sum.js';
import type { PlainSum } from '../onepass/plain-sum.js';
import { REPLACED } from '../onepass/replaced-columns.js';
import type { PlainColumns } from '../compile/plain-columns.js';
import type { Result } from '../result/result.js';
import { findStanding, isTallied, judgeAncestor, ROLE, tallyAreas } from '../judge/standing.js';
import type { LineChange } from '../onepass/update-frame.js';
import { updateTarget } from '../onepass/update-target.js';
import { verdictsOf } from '../judge/verdict-column.js';

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
export function judgeTarget(
  context: EvaluationContext,
  compiled: CompiledTarget,
  plain: PlainSum | null = null,
): EvaluatedTarget {
  const repeated = compiled.repeated ? repeatedWindows(context, compiled) : [];
  const windows = repeated.length > 0 ? repeated : [singleWindow(context, compiled, plain?.form())];
  const present = windows.at(-1) as JudgedWindow;
  const standing = findStanding(context, compiled, present.formed.members);
  const { roles, settled, rows } = standing;
  const verdicts = plain?.columns.verdicts ?? verdictsOf(context, compiled, { windows: repeated, present, standing });
  const tally = lazily(() => tallyAreas(context, standing, verdicts, present.outcome));
  if (isTallied(compiled) && isJudging(compiled.criterion)) {
    for (const row of rows.lines)
      if (roles[row] === ROLE.ancestor) verdicts[row] = judgeAncestor(compiled, tally(), row);
  }
  const { moment } = present.formed;
  const formAt = (date: number, carry: boolean) =>
    formFrame(
      context,
      compiled,
      { date, windowStart: moment.windowStart, carry },
      findMembers(context, compiled, moment.date),
    );
  return {
    context,
    compiled,
    windows,
    repeated,
    present,
    roles,
    settled,
    rows,
    verdicts,
    tally,
    carried: lazily(() => (compiled.traits.carriesLevels ? formAt(moment.date, true) : present.formed)),
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
    firstDays: lazily(() => findFirstDays({ context, compiled, present, roles })),
  };
}
