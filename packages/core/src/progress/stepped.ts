import type { ProgressAnswer, ProgressInput } from './progress-method.js';
import { againstExpected } from './straight-line.js';

/**
 * Progress against a staircase: the last step that was due by the figure's day is what is expected, before the first
 * one the baseline.
 *
 * value = (figure − baseline) ÷ (step − baseline), classes as for `straightLine`. This is how interim targets are
 * held in plans whose text names them (36 villages, then 48, then all); no line is drawn between two steps.
 *
 * @returns no value before the first step is due.
 * @example stepped({ ...known, steps: [{ date: due2020, value: 30 }, { date: due2021, value: 50 }] })
 */
export function stepped(input: ProgressInput): ProgressAnswer {
  return againstExpected('stepped', input, stepAt(input));
}

function stepAt({ steps = [], figureDate, baseline, required, due }: ProgressInput): number {
  if (figureDate >= due) return required;
  const passed = steps.filter(({ date }) => date <= figureDate).sort((a, b) => a.date - b.date);
  return passed.at(-1)?.value ?? baseline;
}
