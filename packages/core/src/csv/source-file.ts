/** A file's name, as diagnostics call it, and its content. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/**
 * Rows that are in memory already: objects by the columns of the file they stand for. Texts and numbers are taken, lists
 * of them as a file has them, separated by semicolons; `undefined` and `null` are blank.
 */
export interface SourceRows {
  /** As diagnostics call it: a place in it is `observations[3].value`, counted from 0. */
  readonly name: string;
  readonly rows: readonly object[];
}

export type SourceFile = SourceText | SourceRows;
