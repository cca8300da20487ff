import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan/plan.js';
import { explainCode, explainSpelling } from './explain-spelling.js';
import { fileOf, messagesOf, readRows, smallPlan } from '../observation/testing/small-county.js';
import { readDataset } from '../observation/read-dataset.js';

const AREAS =
  'code,name,level,parent,kind\n0620321,县,county,,county\n620321100000,甲乡,township,0620321,town\n620321200000,乙乡,township,0620321,town\n';
const HEADER = 'indicator,area,period,value,unit,reportedOn';

function saidOf(row: string, areas = AREAS): readonly string[] {
  const dataset = readDataset(smallPlan, {
    areas: { name: 'areas.csv', text: areas },
    observations: fileOf('o.csv', HEADER, [row + ','.repeat(Math.max(0, 6 - row.split(',').length))]),
  });
  return messagesOf(dataset);
}

describe('the cause of a refusal is named, and what the text probably was', () => {
  test.each([
    [
      'land,\u200B620321100000,2021,1',
      'o.csv:2 area: "<U+200B>620321100000" holds blanks or characters nobody sees; it is probably "620321100000"',
    ],
    [
      'land,6203 2110 0000,2021,1',
      'o.csv:2 area: "6203 2110 0000" holds blanks or characters nobody sees; it is probably "620321100000"',
    ],
    [
      "land,'620321100000,2021,1",
      `o.csv:2 area: "'620321100000" has an apostrophe before it; it is probably "620321100000"`,
    ],
    [
      'land,６２０３２１１０００００,2021,1',
      'o.csv:2 area: "６２０３２１１０００００" is written in full-width characters; it is probably "620321100000"',
    ],
    [
      'land,620321100000.0,2021,1',
      'o.csv:2 area: a spreadsheet added decimals: "620321100000.0" is probably "620321100000"',
    ],
    [
      'land,620321,2021,1',
      'o.csv:2 area: a spreadsheet took the zeros in front: "620321" is probably "0620321"; make the column text',
    ],
    [
      'land,6.203211E+11,2021,1',
      'o.csv:2 area: a spreadsheet wrote the code in scientific notation and lost its last digits: "6.203211E+11" is probably 620321100000; make the column text and export it again',
    ],
    [
      'land,6.20321E+11,2021,1',
      'o.csv:2 area: a spreadsheet wrote the code in scientific notation and lost its last digits: "6.20321E+11" is probably 620321100000, 620321200000; make the column text and export it again',
    ],
    [
      'land,9.9E+11,2021,1',
      'o.csv:2 area: a spreadsheet wrote the code in scientific notation and lost its last digits: "9.9E+11"; make the column text and export it again',
    ],
    ['land,620321300000,2021,1', 'o.csv:2 area: the roster has no area with the code "620321300000"'],
    [
      'land\u200B,620321100000,2021,1',
      'o.csv:2 indicator: "land<U+200B>" holds blanks or characters nobody sees; it is probably "land"',
    ],
    ['land,620321100000,2021.0,1', 'o.csv:2 period: a spreadsheet added decimals: "2021.0" is probably "2021"'],
    [
      'land,620321100000,２０２１,1',
      'o.csv:2 period: "２０２１" is written in full-width characters; it is probably "2021"',
    ],
    ["land,620321100000,'2021,1", `o.csv:2 period: "'2021" has an apostrophe before it; it is probably "2021"`],
    [
      'land,620321100000,2021,1\u200B2',
      'o.csv:2 value: "1<U+200B>2" holds blanks or characters nobody sees; it is probably "12"',
    ],
    ["land,620321100000,2021,'12", `o.csv:2 value: "'12" has an apostrophe before it; it is probably "12"`],
    [
      'land,620321100000,2021,1.2E+1',
      'o.csv:2 value: "1.2E+1" is in scientific notation, and a spreadsheet may have cut its last digits; it is taken as it stands',
    ],
    [
      'land,620321100000,2021,1,\u200B亩',
      'o.csv:2 unit: "<U+200B>亩" holds blanks or characters nobody sees; it is probably "亩"',
    ],
    [
      'land,620321100000,2021,1,亩,2021 -06-30',
      'o.csv:2 reportedOn: "2021 -06-30" holds blanks or characters nobody sees; it is probably "2021-06-30"',
    ],
  ])('%s', (row, sentence) => {
    expect(saidOf(row)).toEqual([sentence]);
  });

  test('in the roster, before anything is looked up in it', () => {
    expect(saidOf('', 'code,name,level,parent,kind\n6.20321E+11,县,county,,county\n')).toContain(
      'areas.csv:2 code: the code "6.20321E+11" is in scientific notation: a spreadsheet lost its last digits; make the column text and export it again',
    );
    expect(saidOf('', 'code,name,level,parent,kind\n62\u200B0321,县,county,,county\n')).toContain(
      'areas.csv:2 code: the code "62<U+200B>0321" holds blanks or characters nobody sees; it is probably "620321"',
    );
  });

  test('also of members, events and links', () => {
    const plan = { ...smallPlan } as Plan;
    const dataset = readDataset(plan, {
      areas: { name: 'areas.csv', text: AREAS },
      registers: { name: 'r.csv', text: 'register,id,area\nworks,w,620321\n' },
      events: { name: 'e.csv', text: 'kind,id,subject,date\nstart,s,620321100000.0,2021-01-01\n' },
      links: { name: 'l.csv', text: "actor,role,area\na,b,'620321100000\n" },
    });
    expect(dataset.diagnostics.map(({ code }) => code).filter((code) => code.startsWith('spelling'))).toEqual([
      'spelling-zeros',
      'spelling-decimal',
      'spelling-apostrophe',
    ]);
  });

  test('whatever accident happens to a code, it is told from which', () => {
    const codes = ['620321100000', '0620321', '620321200000'];
    const accidents: readonly ((code: string) => string)[] = [
      (code) => `\u200B${code}`,
      (code) => `${code}\u00A0`,
      (code) => `'${code}`,
      (code) => `${code}.0`,
      (code) => code.replace(/^0+/, '').concat('.00'),
      (code) => `\u2060'${code}.0`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...codes.filter((code) => !code.startsWith('0'))),
        fc.constantFrom(...accidents),
        (code, happen) => {
          expect(
            explainCode(
              happen(code),
              (text) => codes.includes(text),
              () => codes,
            )?.params['probably'],
          ).toBe(code);
        },
      ),
    );
  });

  test('and nothing is explained that no accident explains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(explainSpelling(text, () => false)).toBeUndefined();
      }),
    );
  });
});

describe('percentages written as ratios', () => {
  const rows = (...values: readonly string[]): readonly string[] =>
    values.map((value, at) => `toilets,V${(at % 3) + 1},${2020 + Math.floor(at / 3)},${value},,,%`);

  test('all 1 or less in a file are told, once', () => {
    expect(messagesOf(readRows(rows('0.85', '0.9', '1', '0')))).toEqual([
      'observations.csv:2 value: all 4 percentages of "toilets" are 1 or less, like 0.85: were they written as ratios? 85% is written as 85',
    ]);
  });

  test.each([
    ['one above', rows('0.85', '0.9', '85')],
    ['one alone', rows('0.85')],
    ['none between', rows('0', '1', '1')],
  ])('%s is no reason', (_, given) => {
    expect(messagesOf(readRows(given))).toEqual([]);
  });
});
