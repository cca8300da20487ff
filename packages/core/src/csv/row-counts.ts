/** What became of the rows of one file. */
export interface RowCounts {
  readonly rows: number;
  readonly used: number;
  /** Rows whose value is a blank, "-", "—", "/" or 缺. */
  readonly missing: number;
  readonly superseded: number;
  readonly refused: number;
}
