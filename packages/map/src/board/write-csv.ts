/**
 * Writes rows as CSV that a spreadsheet opens as it should: with a byte order mark, so that Chinese is read as UTF-8, and
 * with an apostrophe before what a spreadsheet would take for a formula.
 *
 * @param rows the heads first; every row as long as they are
 *
 * @example writeCsv([['name', 'figure'], ['上沟村', '6.2万元']]);
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(writeField).join(',')).join('\r\n')}\r\n`;
}

/** A number may begin with a sign; any other text that does could be a formula. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d.]*(?:%|$)))/;

function writeField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
