import type { Evaluation, IsoDate, Locale, Result } from '@guatu/core';
import type { BoardState } from '../../board/board.js';

/** The area a tip is about, and what is shown of it. */
export interface TipSubject {
  readonly code: string;
  readonly name: string;
  readonly asOf: IsoDate;
  readonly locale: Locale;
  /** Id of the target shown; `null` for none. */
  readonly target: string | null;
  /** What the area has of it; `null` without a target, and where the target does not concern it. */
  readonly result: Result | null;
}

/** Says what stands in the tip of an area: lines of text, never markup. `null` leaves the usual tip. */
export type TipFunction = (area: TipSubject) => string | readonly string[] | null;

/** Lines, or why there are none; neither where the usual tip is wanted. */
export interface OwnTip {
  readonly lines: readonly string[] | null;
  readonly fault: string;
}

/** Most lines, and their longest: a tip covers the map it is about. */
const [MOST_LINES, LONGEST_LINE] = [12, 200];

/** Asks a page's own function about the area that is pointed at; whatever it does, there is a tip. */
export function askTip(tip: TipFunction | null, evaluation: Evaluation, state: BoardState): OwnTip {
  const subject = tip && describeSubject(evaluation, state);
  if (!tip || !subject) return { lines: null, fault: '' };
  try {
    const answer: unknown = tip(subject);
    if (answer === null || answer === undefined) return { lines: null, fault: '' };
    const list: readonly unknown[] = Array.isArray(answer)
      ? answer
      : typeof answer === 'string'
        ? answer.split('\n')
        : [answer];
    const lines = list.slice(0, MOST_LINES).filter((line) => typeof line === 'string');
    if (lines.length < Math.min(list.length, MOST_LINES))
      return { lines: null, fault: 'expected a text or a list of texts' };
    return { lines: lines.map((line) => line.slice(0, LONGEST_LINE)), fault: '' };
  } catch (error) {
    return { lines: null, fault: error instanceof Error ? error.message : typeof error };
  }
}

/** What a tip is about, as a page's own function is told. */
function describeSubject(
  evaluation: Evaluation,
  { pointed, view, target: chosen, locale }: BoardState,
): TipSubject | null {
  const { roster } = evaluation.dataset;
  const target = view === 'rollout' ? null : chosen;
  const row = pointed === null ? -1 : roster.indexOf(pointed);
  const area = roster.areas[row];
  if (!area) return null;
  const evaluated = target === null ? null : evaluation.target(target);
  const result = evaluated?.concerns(row) ? evaluated.at(row) : null;
  return { code: area.code, name: area.name, asOf: evaluation.asOf, locale, target, result };
}
