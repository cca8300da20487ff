import type { Day, Period } from '../period/period.js';
import type { Form } from './report-figure.js';

/** Reports of one indicator and one period for all areas at once, by row of the roster. */
export interface ReportBlock {
  readonly indicator: number;
  readonly period: Period;
  readonly reportedOn: Day;
  /** Number of row 0's report; row r has `first + r`. */
  readonly first: number;
  readonly form: Form;
  readonly scale: number;
  readonly denominatorScale: number;
  /** Figures or numerators × 10^scale, or percentages × 10^6; NaN where nothing was reported. */
  readonly values: Float64Array;
  readonly denominators: Float64Array | null;
  /** 1 where a part is larger than its whole; `null` when nowhere. */
  readonly impossible: Uint8Array | null;
  /** What a row held before `values` was lent to a column and changed there. */
  readonly displaced: Map<number, { readonly value: number; readonly denominator: number }>;
  readonly unit: string;
  readonly source: string;
  readonly place: string;
}

/** The figure a block holds for a row, as it was reported. */
export function blockValue({ values, displaced }: ReportBlock, row: number): number {
  return displaced.get(row)?.value ?? (values[row] as number);
}

/** The denominator a block holds for a row; NaN without one. */
export function blockDenominator({ denominators, displaced }: ReportBlock, row: number): number {
  return displaced.get(row)?.denominator ?? denominators?.[row] ?? Number.NaN;
}
