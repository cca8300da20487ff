import { expect, test } from 'vitest';
import { writeCsv } from './write-csv.js';

test('a mark for UTF-8, commas and quotes guarded, lines as spreadsheets write them', () => {
  expect(
    writeCsv([
      ['名称', '说明'],
      ['上沟村', '一,"二"\n三'],
    ]),
  ).toBe('\ufeff名称,说明\r\n上沟村,"一,""二""\n三"\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['@cmd', "'@cmd"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['-2.5', '-2.5'],
  ['+3%', '+3%'],
  ['-2.5万元', "'-2.5万元"],
  ['+1%+HYPERLINK(1)', "'+1%+HYPERLINK(1)"],
  ['＝1+1', "'＝1+1"],
  ['\u0001=1+1', "'\u0001=1+1"],
])('%s is no formula', (text, written) => {
  expect(writeCsv([[text]])).toBe(`\ufeff${written}\r\n`);
});
