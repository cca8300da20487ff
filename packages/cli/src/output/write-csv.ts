import { cleanText } from './clean-text.js';

/** A cell: text from data, a number, or nothing. */
export type Cell = string | number | null;

/**
 * One line of CSV, with its line break. Absent cells are empty, which is not 0.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers, also below 0.
 *
 * @example writeCsvRow(['=1+1', -1, null]) // "'=1+1,-1,\r\n"
 */
export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cleanText(cell);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
