import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { LineRecord, trimField } from './csv-record.js';
import { readCsv } from './read-csv.js';

const COLUMNS = { required: ['a', 'b'], optional: ['c'] } as const;

/** Everything there is to know of a file that was read. */
function tell(text: string): unknown {
  const found = new DiagnosticList();
  const rows: unknown[] = [];
  const counts = readCsv({ name: 'f.csv', text }, COLUMNS, found, (row) =>
    rows.push([row.line, row.place, row.get('a'), row.get('b'), row.get('c'), row.get('d')]),
  );
  return { rows, counts, found: found.list() };
}

const field = fc.constantFrom('', 'x', '1.5', ' y ', '\t', '\u00A0z', '\u3000', '村', '\uFEFF', 'a b', ';', '\u0000');
const line = fc.array(field, { maxLength: 5 }).map((fields) => fields.join(','));
const breaks = fc.constantFrom('\n', '\r\n', '\r');

describe('a file without quotes', () => {
  // a quoted field anywhere has the whole file taken apart as RFC 4180 has it, by papaparse
  test('is read as it is with them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a,b,c', 'b,a', ' a ,b,d,c', 'a,b,c,'),
        fc.array(line),
        breaks,
        (header, lines, end) => {
          const text = [header, ...lines].join(end);
          const quoted = text.replace('b', '"b"');
          expect(tell(text)).toEqual(tell(quoted));
        },
      ),
      { seed: 3, numRuns: 1500 },
    );
  });

  test('of many lines without a comma, and of many commas in a line, takes time by its length', () => {
    const long = `a,b\n${'x\n'.repeat(300_000)}`;
    expect(tell(long)).toMatchObject({ counts: { rows: 300_000, refused: 300_000 } });
    expect(tell(`a,b\nx,y${','.repeat(1_000_000)}`)).toMatchObject({ rows: [[2, 'f.csv:2', 'x', 'y', '', '']] });
  });
});

describe('LineRecord', () => {
  test('has the fields between two positions, and none beside', () => {
    const record = new LineRecord('h,i\nx, y ,\n\nz');
    record.take(0, 3);
    expect([record.length, record.field(0), record.field(1), record.field(2)]).toEqual([2, 'h', 'i', '']);
    record.take(4, 10);
    expect([record.length, record.field(1), record.field(2), record.isBlank(0), record.isBlank(2)]).toEqual([
      3,
      ' y ',
      '',
      false,
      true,
    ]);
    record.take(11, 11);
    expect([record.length, record.isBlank(0)]).toEqual([1, true]);
    record.take(12, 13);
    expect([record.length, record.field(0)]).toEqual([1, 'z']);
  });
});

test('trimField trims what String.trim trims', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(' ', '\t', '\u00A0', '\u3000', '\uFEFF', '\u007F', 'a', '村', '—') }),
      (text) => {
        expect(trimField(text)).toBe(text.trim());
      },
    ),
  );
});
