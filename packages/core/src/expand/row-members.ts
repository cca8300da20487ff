import { requiredOf } from '../criterion/attainment.js';
import { figureOf, percentageOf } from '../figure/figure-of.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { FLAG, isSilent } from '../frame/frame.js';
import { shownFrame } from './row-figures.js';
import { ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

export function memberOf(evaluated: EvaluatedTarget, shown: FormedFrame, row: number) {
  const none = { progress: Number.NaN, figure: Number.NaN, required: Number.NaN, unit: null };
  const { answers, frame, members } = shown;
  if (!answers) return { ...none, progress: meanItems(evaluated, row) };
  if (members.counted[row] === 0) {
    const reported = frame.reported[row] as number;
    const progress = frame.progress && reported > 0 ? (frame.progress[row] as number) / reported : Number.NaN;
    return { ...none, progress };
  }
  if (isSilent(answers.leaf, row)) return { ...none, unit: answers.unit };
  const [a, b] = [answers.leaf.a[row] as number, answers.leaf.b?.[row] ?? 1];
  const percentage = ((answers.leaf.flags[row] as number) & FLAG.percentage) !== 0;
  return {
    progress: answers.progress[row] as number,
    figure: percentage ? percentageOf(answers, answers.leaf.percentages?.[row]) : figureOf(answers, answers.leaf, a, b),
    required: requiredOf(answers.test, answers.format, b),
    unit: answers.unit,
  };
}

/** Items met ÷ items: of an area its own, above the owing areas the mean of those that reported. */
function meanItems(evaluated: EvaluatedTarget, row: number): number {
  const { compiled, context, roles } = evaluated;
  if (!compiled.traits.ofItems) return Number.NaN;
  if (roles[row] !== ROLE.ancestor) return itemsProgress(evaluated, shownFrame(evaluated, row), row);
  let [sum, known] = [0, 0];
  const waiting = [row];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const own = roles[at] === ROLE.owes ? itemsProgress(evaluated, shownFrame(evaluated, at), at) : Number.NaN;
    if (!Number.isNaN(own)) [sum, known] = [sum + own, known + 1];
    for (const child of context.roster.children(at)) waiting.push(child);
  }
  return known === 0 ? Number.NaN : sum / known;
}

/** Items met ÷ items, of a checklist an area answers itself. */
export function itemsProgress({ compiled }: EvaluatedTarget, { frame }: FormedFrame, row: number): number {
  const items = frame.members[row] as number;
  const silent = frame.reported[row] === 0;
  if (!compiled.traits.ofItems || silent || items === 0) return Number.NaN;
  return (frame.a[row] as number) / items;
}
