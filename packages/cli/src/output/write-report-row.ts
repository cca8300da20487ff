import { writeCsvRow } from '@guatu/core';
import type { CsvCell } from '@guatu/core';
import { cleanText } from './clean-text.js';

/** One line of a report, on one line whatever its texts hold. */
export function writeReportRow(cells: readonly CsvCell[]): string {
  return writeCsvRow(cells.map((cell) => (typeof cell === 'string' ? cleanText(cell) : cell)));
}
