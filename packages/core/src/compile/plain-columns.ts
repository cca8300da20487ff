/** Columns of one plain sum: the first two by row of the roster, the others by slot of its inner rows. */
export interface PlainColumns {
  readonly verdicts: Uint8Array;
  readonly attainments: Float64Array;
  readonly sums: Float64Array;
  readonly reports: Int32Array;
}
