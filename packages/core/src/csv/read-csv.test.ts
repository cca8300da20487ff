import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { readCsv } from './read-csv.js';
import type { CsvLimits } from './csv-row.js';

const columns = { required: ['code', 'name'], optional: ['note'] };

function read(text: string, limits?: CsvLimits) {
  const found = new DiagnosticList();
  const rows: [number, string, string, string][] = [];
  const counts = readCsv(
    { name: 'a.csv', text },
    columns,
    found,
    (row) => {
      rows.push([row.line, row.get('code'), row.get('name'), row.get('note')]);
    },
    limits,
  );
  return { rows, counts, messages: found.list().map(({ message }) => message) };
}

describe('readCsv', () => {
  test('takes columns in any order, trims fields and answers lines', () => {
    const { rows, counts, messages } = read('name,code\n 甲 ,1\n乙,2\n');
    expect(rows).toEqual([
      [2, '1', '甲', ''],
      [3, '2', '乙', ''],
    ]);
    expect(counts).toEqual({ rows: 2, refused: 0 });
    expect(messages).toEqual([]);
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s, with a byte-order mark and without a last line break', (_, end) => {
    const { rows, messages } = read(`\uFEFFcode,name${end}1,甲${end}2,乙`);
    expect(rows.map(([line, code, name]) => [line, code, name])).toEqual([
      [2, '1', '甲'],
      [3, '2', '乙'],
    ]);
    expect(messages).toEqual([]);
  });

  test('lines stay right behind quoted line breaks, commas and quotes', () => {
    const { rows } = read('code,name,note\r\n1,"甲\r\n乙","a, ""b"""\r\n2,"丙",x\r\n\r\n3,丁,\r\n');
    expect(rows).toEqual([
      [2, '1', '甲\r\n乙', 'a, "b"'],
      [4, '2', '丙', 'x'],
      [6, '3', '丁', ''],
    ]);
  });

  test('blank lines and rows of separators are no rows', () => {
    expect(read('code,name\n\n1,甲\n,\n   \n').counts).toEqual({ rows: 1, refused: 0 });
  });

  test('an unknown column is a warning, a missing one refuses every row', () => {
    expect(read('code,name,colour\n1,甲,red\n').messages).toEqual(['a.csv:1 colour: unknown column colour, left out']);
    const { rows, counts, messages } = read('code,nom\n1,甲\n2,乙\n');
    expect(rows).toEqual([]);
    expect(counts).toEqual({ rows: 2, refused: 2 });
    expect(messages).toContain('a.csv:1: the column name is required but missing, every row was refused');
  });

  test('a column twice: the first counts', () => {
    const { rows, messages } = read('code,name,name\n1,甲,乙\n');
    expect(rows[0]?.[2]).toBe('甲');
    expect(messages).toEqual(['a.csv:1 name: the column name stands twice, the first counts']);
  });

  test('another separator is named', () => {
    expect(read('code\tname\n1\t甲\n').messages).toEqual(['a.csv:1: expected commas between the columns, got tab']);
    expect(read('code;name\n1;甲\n').messages).toEqual(['a.csv:1: expected commas between the columns, got ;']);
  });

  test('a row of another width is refused where it stands, empty fields behind it are not', () => {
    const { rows, counts, messages } = read('code,name\n1\n2,乙,,\n3,丙,x\n4,丁\n');
    expect(rows.map(([line]) => line)).toEqual([3, 5]);
    expect(counts).toEqual({ rows: 4, refused: 2 });
    expect(messages).toEqual(['a.csv:2: expected 2 fields, got 1', 'a.csv:4: expected 2 fields, got 3']);
  });

  test('a quote that is never closed is refused', () => {
    const { counts, messages } = read('code,name\n1,甲\n2,"乙\n3,丙\n');
    expect(counts).toEqual({ rows: 2, refused: 1 });
    expect(messages).toEqual(['a.csv:3: a quoted field is not closed properly']);
  });

  describe('a stray quote', () => {
    const head = 'code,name,note\n';
    const rows = (count: number): string => Array.from({ length: count }, (_, at) => `${at},甲,`).join('\n');
    const said = (line: number, lines: number, within: number): string =>
      `a.csv:${line}: a quoted field spans ${lines} lines, and ${within} of them look like rows: a quote is probably left open, and those rows were not read`;

    test('in one note, closed by another far below, is told with the rows it took', () => {
      const { counts, messages } = read(`${head}a,乙,"核实\n${rows(9000)}\nb,丙,x"\nc,丁,\n`);
      expect(counts).toEqual({ rows: 2, refused: 0 });
      // 9,000 rows and that of b; with the line of a they are 9,002
      expect(messages).toEqual([said(2, 9002, 9001)]);
    });

    test('that nothing closes is told beside its refusal', () => {
      const { messages } = read(`${head}a,乙,"核实\n${rows(12)}\n`);
      expect(messages).toEqual([said(2, 13, 12), 'a.csv:2: a quoted field is not closed properly']);
    });

    test('is not suspected in a note of several lines', () => {
      expect(read(`${head}a,乙,"核实\n, 待补\n缺一张表,另附"\n`).messages).toEqual([]);
      expect(read('code,name\n1,"甲\n乙,丙"\n').messages).toEqual([]);
    });

    test.each([
      ['from the second column to the first of the next row', '1,"甲,\n2",乙,\n', said(2, 2, 2)],
      ['within the columns in the middle', '1,"甲,\n2,乙",\n', said(2, 2, 2)],
      ['with blanks behind the last column', '1,甲,",\n2,乙,x",,\n', said(2, 2, 1)],
    ])('%s', (_, rows, sentence) => {
      expect(read(head + rows).messages).toContain(sentence);
    });

    test('for every number of rows between two quotes, each is counted', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (count, end) => {
          const { messages } = read(`${head}a,乙,"核实\n${rows(count)}\nb,丙,x"\nc,丁,`.replaceAll('\n', end));
          expect(messages).toEqual([said(2, count + 2, count + 1)]);
        }),
      );
    });
  });

  test('an empty file and garbled text are told', () => {
    expect(read('').messages).toEqual(['a.csv: the file is empty, it has no header']);
    expect(read('code,name\n1,\uFFFD\n').messages).toEqual([
      'a.csv:2: holds a replacement character: the file was probably not saved as UTF-8',
    ]);
  });

  test('sizes are bounded', () => {
    const many = read('code,name\n1,甲\n2,乙\n3,丙\n', { maxRows: 2, maxCharacters: 100 });
    expect(many.rows).toHaveLength(2);
    expect(many.counts).toEqual({ rows: 3, refused: 1 });
    expect(many.messages).toEqual([
      'a.csv: the file has 3 rows, more than the limit of 2; those beyond it were refused',
    ]);
    const large = read('code,name\n1,甲\n', { maxRows: 2, maxCharacters: 5 });
    expect(large.rows).toEqual([]);
    expect(large.messages).toEqual(['a.csv: the file has 14 characters, more than the limit of 5, and was not read']);
  });

  test('columns called like properties of objects are only unknown', () => {
    expect(read('code,name,__proto__,constructor\n1,甲,x,y\n').messages).toEqual([
      'a.csv:1 __proto__: unknown column __proto__, left out',
      'a.csv:1 constructor: unknown column constructor, left out',
    ]);
  });

  test('never throws, and every row is handed on or refused', () => {
    const text = fc.array(fc.constantFrom('code', 'name', ',', '\n', '\r\n', '"', '1', '甲', ' '), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          text.map((parts) => `code,name\n${parts.join('')}`),
        ),
        (given) => {
          const { rows, counts } = read(given);
          expect(rows.length + counts.refused).toBe(counts.rows);
        },
      ),
    );
  });
});
