import type { EvaluationContext } from '../compile/context.js';
import type { Asked } from '../compile/members.js';
import type { FrameMoment } from '../compile/moment.js';
import { criterionKind } from '../criterion/index.js';
import { PASS } from '../criterion/pass.js';
import { drawnOf } from '../criterion/ratio.js';
import { compileTest } from '../criterion/test.js';
import type { Test } from '../criterion/test.js';
import { figureReader, percentageOf, readFigure } from '../figure/figure-of.js';
import { measureKind, traitsOf } from '../measure/index.js';
import { isHigherBetter } from '../plan/grade-order.js';
import type { Measure, Predicate } from '../plan/plan.js';
import type { FormedFrame, FormGiven, MemberAnswers } from './formed-frame.js';
import { createFrame, FLAG, rollUpAnswers } from './frame.js';
import { formLeaf } from './leaf.js';
import type { Leaf } from './leaf.js';

/** Members that meet a predicate, out of all there are. */
export function predicateFrame({ context, compiled, moment, members }: FormGiven, predicate: Predicate): FormedFrame {
  const answers = answerPredicate(context, predicate, moment, members);
  const { leaf, outcome, progress: ways } = answers;
  const { rows, totals, lines } = members;
  const frame = createFrame(totals.length, {
    shape: compiled.shape,
    ends: typeof leaf.ends === 'number' ? leaf.ends : leaf.ends.slice(),
    members: totals,
    progress: true,
  });
  const { a, b, reported, flags } = frame;
  const progress = frame.progress as Float64Array;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    flags[row] = (leaf.flags[row] as number) & (FLAG.error | FLAG.stale | FLAG.present);
    const answer = outcome[row] as number;
    if (answer < 0) continue;
    reported[row] = 1;
    a[row] = answer;
    const way = ways[row] as number;
    if (!Number.isNaN(way)) progress[row] = way;
  }
  // Each member is one of all, so that the second term is the number of members everywhere.
  rollUpAnswers(frame, context.roster, lines);
  b?.set(totals);
  return { frame, members, moment, answers };
}

/** Answers a predicate for every member from its own figures. */
function answerPredicate(
  context: EvaluationContext,
  predicate: Predicate,
  moment: FrameMoment,
  asked: Asked,
): MemberAnswers {
  const { measure, criterion } = predicate;
  const leaf = formLeaf(context, measure, moment, asked);
  const kind = measureKind<Measure>(measure);
  const shape = kind.shape(measure, criterion);
  const format = kind.format(measure, criterion, shape);
  const unit = predicateUnit(context, predicate);
  const factor = format === 'quantity' ? (context.unitOf(unit)?.factor ?? 1) : 1;
  const test = compileTest(
    criterion,
    { shape, scaleA: leaf.scaleA, scaleB: leaf.scaleB },
    {
      higherGradeIsBetter: isHigherBetter((id) => context.indicators.get(id), predicate.measure),
      unitOf: context.unitOf,
    },
  );
  const n = asked.counted.length;
  const answers = { leaf, test, format, unit, factor, outcome: new Int8Array(n), progress: new Float64Array(n) };
  answers.outcome.fill(-1);
  answers.progress.fill(Number.NaN);
  const { rows } = asked;
  const ofItems = leaf.knownItems !== null && !('value' in criterion);
  const divide = criterionKind(criterion).attain;
  const reader = figureReader({ format, factor, unit }, leaf);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const flags = leaf.flags[row] as number;
    if ((flags & FLAG.present) === 0 || flags & FLAG.error) continue;
    const a = leaf.a[row] as number;
    const b = leaf.b === null ? 1 : (leaf.b[row] as number);
    const outcome = answerOf(leaf, test, row, a, shape === 'count' ? 1 : b);
    answers.outcome[row] = outcome;
    if (ofItems) answers.progress[row] = a / b;
    else {
      const figure =
        flags & FLAG.percentage ? percentageOf(answers, leaf.percentages?.[row]) : readFigure(reader, a, b);
      if (Number.isNaN(figure)) continue;
      answers.progress[row] = divide === null ? Number(outcome === 1) : drawnOf(divide(figure, test.required));
    }
  }
  return answers;
}

/** What a member that reported something without contradiction answers: 1, 0, or −1 for unknown. */
function answerOf(leaf: Leaf, test: Test, row: number, a: number, b: number): number {
  const flags = leaf.flags[row] as number;
  if (flags & FLAG.percentage) return comparePercentage(test, leaf.percentages?.[row] ?? 0) > 0 ? 1 : 0;
  if (leaf.knownItems) {
    const unknown = (leaf.b?.[row] ?? 0) - (leaf.knownItems[row] as number);
    const [low, high] = [test.passes(a, b) > 0, test.passes(a + unknown, b) > 0];
    return low === high ? (low ? 1 : 0) : -1;
  }
  if (leaf.b !== null && b === 0) return -1;
  const passes = test.passes(a, b) > PASS.fails;
  if (leaf.known[row] === 1) return passes ? 1 : 0;
  // A flow tiled in part is a lower bound.
  const bound = a > 0 && (flags & FLAG.negative) === 0;
  if (bound && test.upward === true && passes) return 1;
  if (bound && test.upward === false && !passes) return 0;
  return -1;
}

/** Compares a bare percentage, stored × 10^6, with a percentage criterion, or with an official value in its place. */
export function comparePercentage({ criterion, required }: Test, percentage: number): 0 | 1 | 2 {
  const own = Number.isNaN(required) ? {} : { value: required };
  return compileTest(criterion, { shape: 'ratio', scaleA: 0, scaleB: 0 }, own).passes(percentage, 100 * 1e6);
}

function predicateUnit(context: EvaluationContext, { measure, criterion }: Predicate): string {
  if ('unit' in criterion) return criterion.unit;
  const { ownUnit } = traitsOf(measure);
  if (ownUnit !== '' || !('indicator' in measure)) return ownUnit;
  const indicator = context.indicators.get(measure.indicator);
  return indicator && 'unit' in indicator ? indicator.unit : '';
}
