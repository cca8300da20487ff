/**
 * A number 0…1 that depends on nothing but the seed and the place it is asked for, so that what is made does not
 * depend on the order it is made in. Mixing: the finaliser of MurmurHash3.
 *
 * @param place any integers: corner, edge, village, period
 */
export function drawUnit(seed: number, ...place: readonly number[]): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const part of place) hash = Math.imul(finalise(hash ^ Math.imul(part | 0, 0xcc9e2d51)), 0x1b873593);
  return finalise(hash) / 2 ** 32;
}

function finalise(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
