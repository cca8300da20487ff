import { describe, expect, test } from 'vitest';
import { parseAreas } from './parse-areas.js';

const read = (...rows: readonly string[]) =>
  parseAreas({
    name: 'areas.csv',
    text: ['code,name,level,parent,kind,validFrom,validTo,successor', ...rows].join('\n'),
  });

/** One county in the digits each file happens to have. */
const COUNTY = [
  '620001,620001100,620001100001',
  '620001000,620001100000,620001100001',
  '620001000000,620001100000,620001100001',
  '6200010000000000000,6200011000000000000,6200011000010000000',
] as const;

describe('6, 9, 12 and 19 digits', () => {
  test.each(COUNTY)('stand for the areas of a roster of %s', (codes) => {
    const [county, town, village] = codes.split(',');
    const { roster } = read(
      `${county},县,county,,,,,`,
      `${town},镇,township,${county},town,,,`,
      `${village},村,village,${town},villagers-committee,,,`,
    );
    for (const other of COUNTY)
      expect(
        other.split(',').map((code) => roster.indexOf(code)),
        other,
      ).toEqual([0, 1, 2]);
  });

  test('name parents and successors', () => {
    const { roster, diagnostics } = read(
      '620001000000,县,county,,,,,',
      '620001100000,镇,township,620001,town,,,',
      '620001100001,甲村,village,620001100,villagers-committee,,2021-12-31,6200011000020000000',
      '620001100002,乙村,village,6200011000000000000,villagers-committee,,,',
    );
    expect(diagnostics).toEqual([]);
    expect(roster.areas.map(({ parent, successor }) => [parent, successor])).toEqual([
      ['', ''],
      ['620001000000', ''],
      ['620001100000', '620001100002'],
      ['620001100000', ''],
    ]);
  });

  test.each([
    '620001',
    '62000110',
    '6200011000',
    '620001100001001',
    '6200011000010000001',
    '620001100001 ',
    '62000110000x',
  ])('%s is no other way to write a village', (code) => {
    const { roster } = read(
      '620009000000,县,county,,,,,',
      '620001100000,镇,township,620009000000,town,,,',
      '620001100001,村,village,620001100000,villagers-committee,,,',
    );
    expect(roster.indexOf(code)).toBe(-1);
  });

  test('that fit two areas fit none of them, and are told', () => {
    const { roster, diagnostics } = read('620001,县,county,,,,,', '620001000000,镇,township,620001,town,,,');
    expect(diagnostics.map(({ code, path, params }) => [code, path, params])).toEqual([
      ['area-code-digits', 'areas.csv:3 code', { code: '620001000000', other: '620001', first: 'areas.csv:2' }],
    ]);
    expect([
      roster.indexOf('620001'),
      roster.indexOf('620001000000'),
      roster.indexOf('620001000'),
      roster.indexOf('6200010000000000000'),
    ]).toEqual([0, 1, -1, -1]);
  });
});
