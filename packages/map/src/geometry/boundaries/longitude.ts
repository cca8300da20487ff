/** Degrees around the world. */
const TURN = 360;

/** The shorter way from one longitude to another, in degrees: −180 to 180. */
export function turnTo(from: number, to: number): number {
  return to - from - TURN * Math.round((to - from) / TURN);
}

/**
 * A closed flat ring that jumps from 180 to −180 between two corners, without the jump. One that goes around a pole has
 * no other end, and stays as it is.
 */
export function closeJumps(ring: readonly number[]): readonly number[] {
  let jumps = false;
  for (let at = 2; at + 1 < ring.length && !jumps; at += 2)
    jumps = Math.abs((ring[at] ?? 0) - (ring[at - 2] ?? 0)) > TURN / 2;
  if (!jumps) return ring;
  const closed = [...ring];
  for (let at = 2; at + 1 < closed.length; at += 2)
    closed[at] = (closed[at - 2] ?? 0) + turnTo(closed[at - 2] ?? 0, closed[at] ?? 0);
  return Math.abs((closed.at(-2) ?? 0) - (closed[0] ?? 0)) < 1e-9 ? closed : ring;
}
