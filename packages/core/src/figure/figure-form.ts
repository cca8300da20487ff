/**
 * What kind of figure a frame holds, which decides how unknown members bound it.
 *
 * - `sum`: a is the known part; unknown parts may add anything that is not negative.
 * - `count`: a members are known to pass; each unknown one may add 1.
 * - `share`: like `count`, compared against b, the number of members.
 * - `ratio`: a ÷ b, both summed over the members that reported both.
 * - `pair`: a against its reference b, over members with both.
 * - `grade`: an ordinal of one area; never summed.
 */
export type Shape = 'sum' | 'count' | 'share' | 'ratio' | 'pair' | 'grade';

/** How a figure is written: what stands in the result and its unit. */
export type FigureFormat = 'quantity' | 'count' | 'percent' | 'growth' | 'items' | 'grade' | 'state';

/** How integers of a frame are read as a figure. */
export interface FigureForm {
  readonly format: FigureFormat;
  readonly unit: string;
  /** Integer multiples of the base unit in one `unit`. */
  readonly factor: number;
}
