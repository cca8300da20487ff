/** What a kind of file must and may contain. */
export interface CsvColumns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Sizes beyond which a file is refused whole. */
export interface CsvLimits {
  /** Rows below the header. */
  readonly maxRows: number;
  /** Characters of the file. */
  readonly maxCharacters: number;
}

/** One row. One object serves all rows of a file, so it is valid during the callback only. */
export interface CsvRow {
  /** Line the row starts on; the header's is 1. Below 0 for rows in memory: -1 is the first, `observations[0]`. */
  readonly line: number;
  /** `observations.csv:14`, `observations[3]` */
  readonly place: string;
  /** The field of a column, trimmed; empty when the file has no such column. */
  readonly get: (column: string) => string;
}

/** How many rows a file has, and how many of them could not be taken apart. */
export interface CsvCounts {
  rows: number;
  refused: number;
}
