import stringWidth from 'string-width';
import { cleanText } from './clean-text.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/**
 * Lines of a table, aligned by the width its text takes in a terminal: a Chinese character is two columns wide.
 *
 * Every cell is cleaned. Columns that are empty in all rows are left out.
 */
export function writeTable(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const cleaned = rows.map((row) => row.map(cleanText));
  const kept = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => cleaned.some((row) => row[index]));
  const lines = [
    kept.map(({ column }) => column.title),
    ...cleaned.map((row) => kept.map(({ index }) => row[index] ?? '')),
  ];
  const widths = kept.map((_, index) =>
    lines.reduce((widest, line) => Math.max(widest, stringWidth(line[index] ?? '')), 0),
  );
  return lines.map((line) =>
    line
      .map((cell, index) => pad(cell, widths[index] ?? 0, kept[index]?.column.align ?? 'left'))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return align === 'right' ? blanks + cell : cell + blanks;
}
