import { measureContrast, mixColors, pickReadable, readHex, writeHex } from './contrast.js';
import type { Hex } from './contrast.js';

/** Fewest and most colours of a ramp a page gives. */
const RAMP_LENGTHS = [2, 12] as const;

/** Colours as `#rrggbb`, lowest class first; nothing for what is no ramp. */
export function readRamp(value: unknown): readonly Hex[] | undefined {
  if (!Array.isArray(value) || value.length < RAMP_LENGTHS[0] || value.length > RAMP_LENGTHS[1]) return undefined;
  const list: readonly unknown[] = value;
  const colours = list.filter(
    (colour): colour is string => typeof colour === 'string' && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour),
  );
  return colours.length === list.length ? colours.map((colour) => writeHex(readHex(colour))) : undefined;
}

/** Least contrast of two classes side by side that are told apart, and of a text with the class it stands on. */
const [LEAST_STEP, LEAST_TEXT] = [1.15, 4.5];

/** What of a ramp is hard to read: steps that look alike, colours on which neither text reaches 4.5:1. */
export function findWeakSpots(
  ramp: readonly Hex[],
  texts: readonly [Hex, ...Hex[]],
): { readonly alike: readonly string[]; readonly unreadable: readonly string[] } {
  const alike = ramp.flatMap((colour, index) => {
    const next = ramp[index + 1];
    return next !== undefined && measureContrast(colour, next) < LEAST_STEP ? [`${colour} ${next}`] : [];
  });
  const unreadable = ramp.filter((colour) => measureContrast(colour, pickReadable(colour, texts)) < LEAST_TEXT);
  return { alike, unreadable };
}

/**
 * A ramp in a number of steps, both ends kept; between two of its colours lies their mixture.
 *
 * @example stretchRamp(['#000000', '#ffffff'], 3); // ['#000000', '#808080', '#ffffff']
 */
export function stretchRamp(ramp: readonly Hex[], count: number): readonly Hex[] {
  const last = ramp.length - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? last : (index * last) / (count - 1);
    const from = Math.min(last, Math.floor(at));
    return mixColors(ramp[from] ?? '#000000', ramp[Math.min(last, from + 1)] ?? '#000000', at - from);
  });
}
