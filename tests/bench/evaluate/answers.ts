import type { County } from './county.js';

/** Something that answers all tasks of a county. */
export interface Contestant {
  readonly name: string;
  /** Rows 0 … end − 1 of the roster it answers for. */
  readonly end: number;
  /** Answers all tasks and keeps the answers: what is timed. */
  run(): void | Promise<void>;
  /** Lets go of the answers of the last run, unless the next one writes over them: no run pays for giving back the memory of another. */
  forget(): void;
  /** The answers of the last run, task by task, for comparison: not timed. */
  answers(): readonly AnswerColumns[] | Promise<readonly AnswerColumns[]>;
}

/** Verdicts as the contestants write them. */
export const VERDICT = { none: 0, noData: 1, notAttained: 2, attained: 3 } as const;

/** Answers to one task, by row of the roster. */
export interface AnswerColumns {
  /** Of villages. */
  readonly verdicts: Uint8Array;
  /** Of villages, 0…1, NaN for none. */
  readonly attainments: Float64Array;
  /** Of townships: sum of the figures of their villages, yuan. */
  readonly sums: Float64Array;
  /** Of townships: how many villages reported. */
  readonly reports: Int32Array;
}

export function createAnswerColumns(rows: number): AnswerColumns {
  return {
    verdicts: new Uint8Array(rows),
    attainments: new Float64Array(rows),
    sums: new Float64Array(rows),
    reports: new Int32Array(rows),
  };
}

/** Attainments may differ in the last bit: 60,000 ÷ 50,000 yuan and 6 ÷ 5 of ten thousand yuan round apart. */
const LAST_BITS = 1e-15;

/**
 * Compares every answer of two contestants, over the rows both answer for.
 *
 * @returns how many answers were compared.
 * @throws Error naming the first answer that differs.
 */
export async function compareAnswers(county: County, one: Contestant, other: Contestant): Promise<number> {
  const [ours, theirs] = [await one.answers(), await other.answers()];
  const end = Math.min(one.end, other.end);
  let compared = 0;
  for (const [index, task] of county.tasks.entries()) {
    const [left, right] = [ours[index], theirs[index]];
    if (!left || !right) throw new Error(`${other.name}: no answer to ${task.target}`);
    for (let row = 0; row < end; row++) {
      const { level, code } = county.roster.areas[row] ?? {};
      const pairs =
        level === 'village'
          ? [
              [left.verdicts[row], right.verdicts[row]],
              [left.attainments[row], right.attainments[row]],
            ]
          : level === 'township'
            ? [
                [left.sums[row], right.sums[row]],
                [left.reports[row], right.reports[row]],
              ]
            : [];
      for (const [x = Number.NaN, y = Number.NaN] of pairs) {
        compared++;
        if (!(Object.is(x, y) || Math.abs(x - y) <= LAST_BITS)) {
          throw new Error(`${task.target} ${code}: ${one.name} answers ${x}, ${other.name} ${y}`);
        }
      }
    }
  }
  return compared;
}
