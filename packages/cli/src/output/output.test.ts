import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cleanText, writeJson } from './clean-text.js';
import { formatPace, formatPercent, splitFigure } from './format-number.js';
import { ProgressLine } from './progress-line.js';
import { writeReportRow } from './write-report-row.js';
import { writeTable } from './write-table.js';

const ESCAPE = String.fromCharCode(27);
const CSI = String.fromCharCode(0x9b);

describe('cleanText', () => {
  test('nothing in data moves the cursor, changes colours or turns the line round', () => {
    expect(cleanText(`${ESCAPE}[31m红${CSI}2J\u202Eabc\u0007`)).toBe('[31m红2Jabc');
    expect(cleanText('one\r\ntwo\tthree')).toBe('one two three');
    expect(cleanText('永昌县 · 25万亩 —')).toBe('永昌县 · 25万亩 —');
  });

  test('JSON keeps such characters as escapes, and reads back the same', () => {
    const value = { name: `${CSI}2J\u202E`, text: '永昌' };
    expect(writeJson(value)).toBe('{"name":"\\u009b2J\\u202e","text":"永昌"}');
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        expect(JSON.parse(writeJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });
});

describe('writeReportRow', () => {
  test('a tab or a line break before it does not hide a formula, and stays on its line', () => {
    expect(writeReportRow(['\t=1', '\r=1', 'a\nb', -1.5, null])).toBe("' =1,' =1,a b,-1.5,\r\n");
  });
});

describe('writeTable', () => {
  test('Chinese characters are two columns wide', () => {
    expect(
      writeTable(
        [{ title: '地区' }, { title: 'n', align: 'right' }],
        [
          ['永昌县', '7'],
          ['V1', '112'],
        ],
      ),
    ).toEqual(['地区      n', '永昌县    7', 'V1      112']);
  });

  test('a column that is empty in every row is left out', () => {
    expect(writeTable([{ title: 'a' }, { title: 'b' }, { title: 'c' }], [['1', '', '2']])).toEqual(['a  c', '1  2']);
  });

  test('the last column of numbers ends in one place, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat()), { minLength: 1 }), (rows) => {
        const lines = writeTable(
          [{ title: 'x' }, { title: 'n', align: 'right' }],
          rows.map(([text, number]) => [text, String(number)]),
        );
        expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
      }),
    );
  });
});

test('figures for reading are rounded as everywhere, and none is not zero', () => {
  const paces = [9.96, -9.96, -10.02, -0.04, 0, null, -29.99];
  expect(paces.map((pace) => formatPace({ pace }))).toEqual(['+9.96', '−9.96', '−10.02', '−0.04', '0', '', '−29.99']);
  expect(['25万亩', '−1,250.5 mu', '48.2%', '3', ''].map(splitFigure)).toEqual([
    { number: '25', unit: '万亩' },
    { number: '−1,250.5', unit: 'mu' },
    { number: '48.2', unit: '%' },
    { number: '3', unit: '' },
    { number: '', unit: '' },
  ]);
  expect([0.98214, 0.9996, 1, 0, null].map(formatPercent)).toEqual(['98.2%', '99.96%', '100%', '0%', '']);
});

describe('ProgressLine', () => {
  const text = { zh: '读', en: 'reading' };
  const start = (isTTY: boolean) => {
    const said: string[] = [];
    let now = 0;
    const line = new ProgressLine({ isTTY, write: (chunk) => said.push(chunk) > 0 }, 'en', () => now);
    return { line, said, wait: (ms: number) => (now += ms) };
  };

  test('is silent for a second', () => {
    const { line, said, wait } = start(false);
    line.say(text);
    wait(999);
    line.say(text);
    expect(said).toEqual([]);
    wait(1);
    line.say(text);
    line.say(text);
    expect(said).toEqual(['reading …\n']);
  });

  test('what will take long is said at once', () => {
    const { line, said } = start(false);
    line.say(text, { long: true });
    expect(said).toEqual(['reading …\n']);
  });

  test('in a terminal one line is overwritten and wiped', () => {
    const { line, said, wait } = start(true);
    wait(1000);
    line.say(text);
    line.end();
    line.end();
    expect(said).toEqual([`\r${ESCAPE}[Kreading …`, `\r${ESCAPE}[K`]);
  });
});
