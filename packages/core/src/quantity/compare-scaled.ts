/**
 * Sign of a ÷ 10^scaleA − b ÷ 10^scaleB, exactly.
 *
 * @param a - a safe integer, like b.
 */
export function compareScaled(a: number, scaleA: number, b: number, scaleB: number): number {
  if (scaleA === scaleB) return Math.sign(a - b);
  const scale = Math.max(scaleA, scaleB);
  const difference = BigInt(a) * 10n ** BigInt(scale - scaleA) - BigInt(b) * 10n ** BigInt(scale - scaleB);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
