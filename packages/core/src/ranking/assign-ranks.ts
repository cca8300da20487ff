/** A place in one round. */
export interface Place {
  /** 1 is best; equal scores share a rank. */
  readonly rank: number;
  readonly amongLast: boolean;
}

/** Decimals of a score that are compared: what rounding of doubles does behind them makes no difference. */
const COMPARED = 1e9;

/**
 * Ranks scores: 1 + how many are higher, so that equals share a rank (1, 2, 2, 4). Among the last `last` are those
 * with fewer than `last` lower scores.
 *
 * @param scores - `null` for an unranked area, which is no part of the round.
 * @returns a place for each score, `null` for the unranked.
 * @example assignRanks([0.9, 0.5, null, 0.5], 2).map((place) => place?.rank) // [1, 2, undefined, 2]
 */
export function assignRanks(scores: readonly (number | null)[], last: number): readonly (Place | null)[] {
  const compared = scores.map((score) => (score === null ? null : Math.round(score * COMPARED)));
  const known = compared.filter((score) => score !== null);
  return compared.map((score) => {
    if (score === null) return null;
    const higher = known.filter((other) => other > score).length;
    const lower = known.filter((other) => other < score).length;
    return { rank: higher + 1, amongLast: lower < last };
  });
}
