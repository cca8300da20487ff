/** Adds every row of one column into its parent. */
export function addUp(column: Float64Array | Int32Array, parents: Int32Array): void {
  for (let row = column.length - 1; row > 0; row--) {
    const parent = parents[row] as number;
    if (parent >= 0) column[parent] = (column[parent] as number) + (column[row] as number);
  }
}
