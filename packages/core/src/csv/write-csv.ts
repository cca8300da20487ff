/** A cell of a file: text from data, a number, or nothing. */
export type CsvCell = string | number | null;

/**
 * One line of CSV, with its line break. Absent cells are empty, which is not 0.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, also where its sign is full-width or
 * stands behind blanks, control characters or characters nobody sees. Numbers stay numbers, also below 0, and so does
 * text that is nothing but one: `-2.5`, `+3%`.
 *
 * @example writeCsvRow(['=1+1', -1, null]) // "'=1+1,-1,\r\n"
 */
export function writeCsvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** What a spreadsheet begins a formula with, behind anything it may skip. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠﹢﹣−]/u;

/** A number and nothing more. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
