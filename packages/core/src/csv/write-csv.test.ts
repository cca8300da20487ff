import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCsvRow } from './write-csv.js';

/** Ways a formula begins, plain and hidden. */
const BEGINNINGS = [
  '=1+1',
  '+1%+HYPERLINK("http://x","y")',
  '-2+3',
  '-2.5万元',
  '+cmd',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－cmd',
  '＠SUM(A1)',
  '−1+1',
  ' =1',
  '\t=1',
  '\r=1',
  '\n=1',
  '\u0000=1',
  '\u0001=1',
  '\u200B=1',
  '\uFEFF=1',
  '\u00A0=1',
  '\u3000＝1',
  '\u202E=1',
  '-',
  '+',
];

describe('writeCsvRow', () => {
  test.each(BEGINNINGS)('%j is text and no formula', (text) => {
    expect(Papa.parse<string[]>(writeCsvRow([text, 'x'])).data[0]).toEqual([`'${text}`, 'x']);
  });

  test.each(['-2.5', '+3%', '-1', '+1', '12', '85%', '1e5', '一村', '2021=attained', ''])(
    '%j stays as it is',
    (text) => {
      expect(writeCsvRow([text])).toBe(`${text}\r\n`);
    },
  );

  test('numbers stay numbers, nothing stays empty, zero stays zero', () => {
    expect(writeCsvRow([-1.5, 0, null, ''])).toBe('-1.5,0,,\r\n');
  });

  test('what separates cells or lines is quoted, in every country', () => {
    expect(writeCsvRow(['a "b", c', 'x;=1', '一\n二'])).toBe('"a ""b"", c","x;=1","一\n二"\r\n');
  });

  test('whatever is written reads back as itself, or with an apostrophe, and never begins a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.string({ unit: 'binary', maxLength: 2 }), fc.constantFrom(...BEGINNINGS))
        .map((parts) => parts.join('')),
    );
    const longer = Number(process.env['LAWS_RUNS'] ?? 1);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const [read = []] = Papa.parse<string[]>(writeCsvRow(cells), { delimiter: ',', newline: '\r\n' }).data;
        expect(read).toHaveLength(cells.length);
        read.forEach((cell, at) => {
          expect([cells[at], `'${cells[at]}`]).toContain(cell);
          if (!/^[+-]?\d+(?:\.\d+)?%?$/.test(cell)) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
        });
      }),
      { numRuns: 150 * longer },
    );
  });
});
