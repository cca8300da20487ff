import type { Hex } from './contrast.js';

/**
 * Sequential ramps: one hue in OKLCH, lightness in equal steps, lowest class first. They are written out so that no
 * colour library is loaded for them; a test derives them again and holds contrast, order in greyscale and distances.
 *
 * No step lies between OKLCH lightness 0.56 and 0.60, where neither light nor dark text reaches 4.5:1.
 */

/** Attainment on a light ground: hue 180, lightness 0.965 to 0.415. */
export const ATTAINMENT_ON_LIGHT: readonly Hex[] = ['#eaf7f4', '#b3d9d0', '#7dbbae', '#4b9b8c', '#1a7b6c', '#04594d'];

/** Attainment on a dark ground: more is lighter. Hue 180, lightness 0.28 to 0.84. */
export const ATTAINMENT_ON_DARK: readonly Hex[] = ['#132f29', '#234e46', '#387066', '#529386', '#73b6a9', '#9cd9cc'];

/** Figures without a pass mark on a light ground: hue 265, lightness 0.96 to 0.40. */
export const FIGURE_ON_LIGHT: readonly Hex[] = ['#edf2fc', '#b6c4e2', '#8298c7', '#536da6', '#2e457b'];

/** Figures without a pass mark on a dark ground: hue 265, lightness 0.33 to 0.89. */
export const FIGURE_ON_DARK: readonly Hex[] = ['#2a354d', '#475a82', '#6a82b7', '#97aede', '#ccdbfa'];

/**
 * The steps a shorter scale uses: spread evenly over the ramp, both ends kept.
 *
 * @example spreadRamp(['a', 'b', 'c', 'd', 'e'], 3); // ['a', 'c', 'e']
 */
export function spreadRamp(ramp: readonly Hex[], count: number): readonly Hex[] {
  const last = ramp.length - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? last : Math.round((index * last) / (count - 1));
    return ramp[Math.min(last, at)] ?? '#000000';
  });
}
