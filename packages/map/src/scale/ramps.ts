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

/** The same ramps in other numbers of steps, each in equal steps of its own between about the same ends. */
const OTHER_LENGTHS: ReadonlyMap<readonly Hex[], readonly (readonly Hex[])[]> = new Map([
  [
    ATTAINMENT_ON_LIGHT,
    [
      ['#eaf7f4', '#02594d'],
      ['#eaf7f4', '#64ab9d', '#02594d'],
      ['#eaf7f4', '#84bfb2', '#298375', '#00453c'],
      ['#eaf7f4', '#a5d1c8', '#64ab9d', '#288374', '#02594d'],
      ['#eaf7f4', '#b6dbd3', '#84bfb2', '#56a293', '#298375', '#0a6458', '#00453c'],
    ],
  ],
  [
    ATTAINMENT_ON_DARK,
    [
      ['#122f29', '#9cd9cc'],
      ['#122f29', '#4b8a7e', '#aeebde'],
      ['#122f29', '#31655b', '#5d9f92', '#9cd9cc'],
      ['#122f29', '#2b5b52', '#4b8a7e', '#78baad', '#aeebde'],
      ['#122f29', '#224c44', '#356a60', '#4b8a7e', '#68aa9d', '#8bcabd', '#aeebde'],
    ],
  ],
  [
    FIGURE_ON_LIGHT,
    [
      ['#edf2fc', '#2e457b'],
      ['#edf2fc', '#8298c7', '#2e457b'],
      ['#edf2fc', '#a1b2d7', '#5c75ac', '#263d72'],
      ['#edf2fc', '#c1cee8', '#97aad2', '#7088ba', '#4d669f', '#2f467c'],
      ['#edf2fc', '#c6d2ea', '#a1b2d7', '#7d93c3', '#5c75ac', '#405890', '#263d72'],
    ],
  ],
  [
    FIGURE_ON_DARK,
    [
      ['#2a354d', '#ccdbfa'],
      ['#2a354d', '#6a82b7', '#ccdbfa'],
      ['#2a354d', '#536793', '#889fd1', '#ccdbfa'],
      ['#2a354d', '#415277', '#5c72a2', '#7c93c7', '#a1b7e4', '#ccdbfa'],
      ['#2a354d', '#3d4d70', '#536793', '#6a82b7', '#889fd1', '#a8bde7', '#ccdbfa'],
    ],
  ],
]);

/** Changes: less, from little to much, and more. The same lightness on both sides; less carries a pattern too. */
export interface ChangeRamps {
  readonly less: readonly Hex[];
  readonly same: Hex;
  readonly more: readonly Hex[];
}

/** On a light ground: hues 65 and 180, lightness 0.885, 0.74 and 0.50. */
export const CHANGE_ON_LIGHT: ChangeRamps = {
  less: ['#f3d2b4', '#db9c5c', '#8b5511'],
  same: '#f4f6f9',
  more: ['#bae3da', '#6abdad', '#037465'],
};

/** On a dark ground: hues 65 and 180, lightness 0.36, 0.50 and 0.74. */
export const CHANGE_ON_DARK: ChangeRamps = {
  less: ['#533618', '#8a5619', '#db9c5c'],
  same: '#1a2433',
  more: ['#1a463e', '#277165', '#6abdad'],
};

/**
 * A ramp in a number of steps: the one that was made for it, else spread evenly over the ramp, both ends kept.
 *
 * @example spreadRamp(['a', 'b', 'c', 'd', 'e'], 3); // ['a', 'c', 'e']
 */
export function spreadRamp(ramp: readonly Hex[], count: number): readonly Hex[] {
  const made = OTHER_LENGTHS.get(ramp)?.find(({ length }) => length === count);
  if (made) return made;
  const last = ramp.length - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? last : Math.round((index * last) / (count - 1));
    return ramp[Math.min(last, at)] ?? '#000000';
  });
}
