import { writeCsvRow } from '@guatu/core';

/**
 * Writes rows as CSV that a spreadsheet opens as it should: with a byte order mark, so that Chinese is read as UTF-8.
 *
 * @param rows the heads first; every row as long as they are
 *
 * @example writeCsv([['name', 'figure'], ['上沟村', '6.2万元']]);
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(writeCsvRow).join('')}`;
}
