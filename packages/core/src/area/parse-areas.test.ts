import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAreas } from './parse-areas.js';

const HEADER = 'code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor';
const COUNTY = 'C,县,county,,county,,,,,';
const TOWN = 'T1,甲镇,township,C,town,,,,,';
const village = (code: string, parent = 'T1', rest = ',,,,'): string =>
  `${code},${code}村,village,${parent},villagers-committee,${rest}`;

function read(...rows: readonly string[]) {
  const { roster, diagnostics, rowCounts } = parseAreas({ name: 'areas.csv', text: [HEADER, ...rows].join('\n') });
  return {
    roster,
    codes: roster.areas.map(({ code }) => code),
    messages: diagnostics.map(({ message }) => message),
    counts: rowCounts.get('areas.csv'),
    diagnostics,
  };
}

describe('parseAreas', () => {
  test('puts areas into tree order, whatever the order of the file', () => {
    const { roster, codes, messages } = read(
      village('V2', 'T2'),
      village('V1'),
      'T2,乙乡,township,C,township,,,,,',
      TOWN,
      village('V0'),
      COUNTY,
    );
    expect(messages).toEqual([]);
    expect(codes).toEqual(['C', 'T1', 'V0', 'V1', 'T2', 'V2']);
    expect([...roster.parents]).toEqual([-1, 0, 1, 1, 0, 4]);
    expect(roster.children(0)).toEqual([1, 4]);
    expect(roster.children(1)).toEqual([2, 3]);
    expect(roster.children(5)).toEqual([]);
    expect(roster.indexOf('V2')).toBe(5);
    expect(roster.indexOf('V9')).toBe(-1);
  });

  test('keeps every column, names may repeat', () => {
    const { roster, messages } = read(
      COUNTY,
      TOWN,
      'V1,永丰村,village,T1,villagers-committee,2021,OLD1;永丰,2019-01-01,2021-12-31,V2',
      'V2,永丰村,village,T1,residents-committee,,,,,',
    );
    expect(messages).toEqual([]);
    expect(roster.areas[2]).toEqual({
      code: 'V1',
      name: '永丰村',
      level: 'village',
      parent: 'T1',
      kind: 'villagers-committee',
      rollout: '2021',
      aliases: ['OLD1', '永丰'],
      validFrom: '2019-01-01',
      validTo: '2021-12-31',
      successor: 'V2',
    });
  });

  test('joins old codes, but no names', () => {
    const { roster } = read(COUNTY, TOWN, village('V1', 'T1', ',OLD1；620321;永丰村,,,'));
    expect(roster.indexOf('OLD1')).toBe(2);
    expect(roster.indexOf('620321')).toBe(2);
    expect(roster.indexOf('永丰村')).toBe(-1);
  });

  test('a code twice: the first stays', () => {
    const { codes, messages, counts } = read(
      COUNTY,
      TOWN,
      village('V1'),
      'V1,又一村,village,T1,villagers-committee,,,,,',
    );
    expect(codes).toEqual(['C', 'T1', 'V1']);
    expect(messages).toEqual(['areas.csv:5 code: the code V1 already stands at areas.csv:4']);
    expect(counts).toEqual({ rows: 4, used: 3, missing: 0, superseded: 0, refused: 1 });
  });

  test('an orphan is refused, and what hangs below it, each with its place', () => {
    const { codes, messages } = read(
      COUNTY,
      TOWN,
      'T2,乙乡,township,D,township,,,,,',
      village('V2', 'T2'),
      village('V1', 'T9'),
    );
    expect(codes).toEqual(['C', 'T1']);
    expect(messages).toEqual([
      'areas.csv:4 parent: the parent D of T2 is not in the roster',
      'areas.csv:5 parent: the parent T2 of V2, at areas.csv:4, was refused',
      'areas.csv:6 parent: the parent T9 of V1 is not in the roster',
    ]);
  });

  test('a cycle is refused as one, a village below it too', () => {
    const { codes, messages } = read(
      COUNTY,
      TOWN,
      'T7,丙乡,township,T8,township,,,,,',
      'T8,丁乡,township,T7,township,,,,,',
      'T9,戊乡,township,T9,township,,,,,',
      village('V7', 'T7'),
    );
    expect(codes).toEqual(['C', 'T1']);
    expect(messages).toEqual([
      'areas.csv:4 parent: parents run in a circle: T7 → T8 → T7',
      'areas.csv:5 parent: parents run in a circle: T7 → T8 → T7',
      'areas.csv:6 parent: parents run in a circle: T9 → T9',
      'areas.csv:7 parent: the parent T7 of V7, at areas.csv:4, was refused',
    ]);
  });

  test('a level is one below its parent', () => {
    const { codes, messages } = read(COUNTY, TOWN, village('V1', 'C'), 'T2,乙镇,township,T1,town,,,,,');
    expect(codes).toEqual(['C', 'T1']);
    expect(messages).toEqual([
      'areas.csv:4 parent: the parent C of a village is a county, not the level right above',
      'areas.csv:5 parent: the parent T1 of a township is a township, not the level right above',
    ]);
  });

  test('only the outermost level has no parent', () => {
    const { codes, messages } = read(COUNTY, TOWN, village('V1', ''));
    expect(codes).toEqual(['C', 'T1']);
    expect(messages).toEqual(['areas.csv:4 parent: the village V1 names no parent']);
    expect(read('T1,甲镇,township,,town,,,,,', village('V1')).codes).toEqual(['T1', 'V1']);
  });

  test('level, kind and code must be known', () => {
    const { codes, messages } = read(
      COUNTY,
      TOWN,
      'V1,一村,hamlet,T1,villagers-committee,,,,,',
      'V2,二村,village,T1,town,,,,,',
      ',三村,village,T1,villagers-committee,,,,,',
      'V4,四村,village,T1,,,,,,',
    );
    expect(codes).toEqual(['C', 'T1']);
    expect(messages).toEqual([
      'areas.csv:4 level: expected county, township or village, got "hamlet"',
      'areas.csv:5 kind: expected one of villagers-committee, residents-committee, got "town"',
      'areas.csv:6 code: the code is missing',
      'areas.csv:7 kind: expected one of villagers-committee, residents-committee, got ""',
    ]);
  });

  test('what is wrong with dates, cohorts and successors leaves the area standing', () => {
    const { codes, messages, diagnostics, roster } = read(
      COUNTY,
      TOWN,
      village('V1', 'T1', '第一批,,2021-02-30,,'),
      village('V2', 'T1', ',,2022-01-01,2021-01-01,'),
      village('V3', 'T1', ',,,2021-12-31,V9'),
      village('V4', 'T1', ',,,,V1'),
      village('V5', 'T1', ',,,2021-12-31,V6'),
      village('V6', 'T1', ',,,2021-12-31,V5'),
      'V7,,village,T1,villagers-committee,,,,,',
    );
    expect(codes).toHaveLength(9);
    expect(diagnostics.map(({ severity }) => severity)).not.toContain('error');
    expect(messages).toEqual([
      'areas.csv:4 validFrom: expected a date like 2021-06-30, got "2021-02-30"; taken as blank',
      'areas.csv:4 rollout: expected a year, got "第一批"; taken as blank',
      'areas.csv:5 validTo: the last day 2021-01-01 comes before the first, 2022-01-01',
      'areas.csv:10 name: V7 has no name',
      'areas.csv:6 successor: the successor V9 is not in the roster',
      'areas.csv:7 successor: has the successor V1 but no last day, so it is unknown when they merged',
      'areas.csv:8 successor: the successors of V5 run in a circle, from V6',
      'areas.csv:9 successor: the successors of V6 run in a circle, from V5',
    ]);
    expect(roster.areas.map(({ successor }) => successor).join('')).toBe('');
  });

  test('longitude and latitude are a place, both or none, in degrees', () => {
    const rows = ['1.5,-2', ',', '101.9,', '181,0', '38.2,101.9', '1e2,0', ' 0 , 0 '].map(
      (place, at) => `V${at},村,village,T1,villagers-committee,${place}`,
    );
    const text = [
      'code,name,level,parent,kind,longitude,latitude',
      'C,县,county,,county,,',
      'T1,甲镇,township,C,town,,',
      ...rows,
    ].join('\n');
    const { roster, diagnostics } = parseAreas({ name: 'areas.csv', text });
    expect(roster.areas.slice(2).map(({ place }) => place)).toEqual([
      [1.5, -2],
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      [0, 0],
    ]);
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual(
      [6, 7, 8, 9].map((line) => `area-place areas.csv:${line} longitude`),
    );
    expect(roster.areas[0]).not.toHaveProperty('place');
  });

  test('an old code belongs to one area', () => {
    const { roster, messages } = read(COUNTY, TOWN, village('V1', 'T1', ',OLD,,,'), village('V2', 'T1', ',OLD;V1,,,'));
    expect(roster.indexOf('OLD')).toBe(2);
    expect(roster.indexOf('V1')).toBe(2);
    expect(messages).toEqual([
      'areas.csv:5 aliases: the old code OLD belongs to areas.csv:4, left out here',
      'areas.csv:5 aliases: the old code V1 belongs to areas.csv:4, left out here',
    ]);
  });

  test('codes called like properties of objects are codes', () => {
    const { roster, messages } = read(COUNTY, TOWN, village('__proto__'), village('constructor'));
    expect(messages).toEqual([]);
    expect(roster.indexOf('__proto__')).toBe(2);
    expect(roster.indexOf('constructor')).toBe(3);
    expect(roster.indexOf('toString')).toBe(-1);
  });

  test('several files make one roster', () => {
    const { roster, rowCounts } = parseAreas([
      { name: 'a.csv', text: `${HEADER}\n${COUNTY}\n${TOWN}` },
      { name: 'b.csv', text: `${HEADER}\n${village('V1')}\n${village('V2', 'T9')}` },
    ]);
    expect(roster.areas.map(({ code }) => code)).toEqual(['C', 'T1', 'V1']);
    expect(rowCounts.get('a.csv')).toMatchObject({ rows: 2, used: 2, refused: 0 });
    expect(rowCounts.get('b.csv')).toMatchObject({ rows: 2, used: 1, refused: 1 });
  });

  test('never throws, parents stand before children, every row is used or refused', () => {
    const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', '');
    const row = fc
      .tuple(code, fc.constantFrom('county', 'township', 'village', 'x'), code, code, fc.constantFrom('', '2020-12-31'))
      .map(([own, level, parent, successor, validTo]) => {
        const kind = level === 'village' ? 'villagers-committee' : level === 'township' ? 'town' : 'county';
        return `${own},n,${level},${parent},${kind},,${successor};o,,${validTo},${successor}`;
      });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { roster, counts } = read(...rows);
        expect((counts?.used ?? 0) + (counts?.refused ?? 0)).toBe(rows.length);
        expect(roster.areas).toHaveLength(counts?.used ?? 0);
        roster.parents.forEach((parent, index) => expect(parent).toBeLessThan(index));
      }),
    );
  });
});
