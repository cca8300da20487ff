import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../period/period.js';
import type { Target } from '../plan/plan.js';
import {
  cellAt,
  fileOf,
  messagesOf,
  OBSERVATION_HEADER,
  readRows,
  smallAreas,
  smallPlan,
} from './testing/small-county.js';
import type { RowCounts } from '../csv/row-counts.js';
import { CELL } from './dataset.js';

const day = (date: string): number => parseDate(date) as number;
const counts = (rows: number, rest: Partial<RowCounts>): RowCounts => ({
  rows,
  used: 0,
  missing: 0,
  superseded: 0,
  refused: 0,
  ...rest,
});

describe('figures', () => {
  test('are kept exactly in base units, zero is a figure', () => {
    const dataset = readRows([
      'land,V1,2022,0.38',
      'land,V2,2022,3800,,,亩',
      'land,V3,2022,0',
      'land,T,2022,-1,,,平方米',
    ]);
    // 1亩 is 2000 thirds of a square metre.
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ status: CELL.reported, value: 7_600_000, scale: 0 });
    expect(cellAt(dataset, 'land', 'V2', '2022')?.value).toBe(7_600_000);
    expect(cellAt(dataset, 'land', 'V3', '2022')).toMatchObject({ status: CELL.reported, value: 0 });
    expect(cellAt(dataset, 'land', 'T', '2022')?.value).toBe(-3);
    expect(cellAt(dataset, 'land', 'C', '2022')).toMatchObject({ status: CELL.missing, value: Number.NaN, report: -1 });
    expect(messagesOf(dataset)).toEqual([]);
  });

  test('share one decimal scale within an indicator', () => {
    const dataset = readRows(['income,V1,2021,0.1', 'income,V2,2021,0.25', 'income,V3,2022,3', 'land,V1,2022,1']);
    expect(cellAt(dataset, 'income', 'V1', '2021')).toMatchObject({ value: 10, scale: 2 });
    expect(cellAt(dataset, 'income', 'V2', '2021')?.value).toBe(25);
    expect(cellAt(dataset, 'income', 'V3', '2022')?.value).toBe(300);
    expect(dataset.observations.column('land')?.scale).toBe(0);
  });

  test('that do not fit beside the decimals of others are refused, whatever the order', () => {
    const rows = ['income,V1,2022,9007199254740991', 'income,V2,2022,0.01'];
    for (const given of [rows, rows.slice().reverse()]) {
      const dataset = readRows(given);
      const line = given.indexOf(rows[0] as string) + 2;
      expect(messagesOf(dataset)).toEqual([
        `observations.csv:${line} value: too large to be kept exactly: "9007199254740991元"`,
      ]);
      expect(cellAt(dataset, 'income', 'V2', '2022')).toMatchObject({ value: 1, scale: 2 });
      expect(cellAt(dataset, 'income', 'V1', '2022')).toMatchObject({ status: CELL.missing });
      expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(2, { used: 1, refused: 1 }));
    }
  });

  test.each(['', '-', '—', '/', '缺', ' 缺 '])('"%s" is missing', (value) => {
    const dataset = readRows([`land,V1,2022,${value}`, 'land,V2,2022,1']);
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ status: CELL.missing, value: Number.NaN });
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(2, { used: 1, missing: 1 }));
  });

  test('a period of nothing but blanks is no period, a blank beside figures keeps its trace', () => {
    const dataset = readRows(['land,V1,2021,1', 'land,V2,2021,缺', 'land,V1,2022,', 'room,V1,2022,-']);
    expect(dataset.observations.column('land')?.periods.map(({ text }) => text)).toEqual(['2021']);
    expect(dataset.observations.column('room')).toBeUndefined();
    expect(cellAt(dataset, 'land', 'V2', '2021')?.place).toBe('observations.csv:3');
  });

  test('periods stand by their end, the longer first', () => {
    const dataset = readRows(
      ['2022', '2021-H2', '2021-12', '2021', '2021-06-30', '2021-12-31'].map((period) => `land,V1,${period},1`),
    );
    expect(dataset.observations.column('land')?.periods.map(({ text }) => text)).toEqual([
      '2021-06-30',
      '2021',
      '2021-H2',
      '2021-12',
      '2021-12-31',
      '2022',
    ]);
  });
});

describe('ratios, grades and states', () => {
  test('a pair keeps both parts', () => {
    const dataset = readRows(['toilets,V1,2022,,85,100', 'toilets,V2,2022,85,0.85,1,万户', 'toilets,V3,2022,,0,0']);
    expect(cellAt(dataset, 'toilets', 'V1', '2022')).toMatchObject({
      status: CELL.reported,
      value: 85,
      denominator: 100,
    });
    expect(cellAt(dataset, 'toilets', 'V2', '2022')).toMatchObject({ value: 8500, denominator: 10_000 });
    expect(cellAt(dataset, 'toilets', 'V3', '2022')).toMatchObject({ status: CELL.reported, value: 0, denominator: 0 });
    expect(messagesOf(dataset)).toEqual([]);
  });

  test('a bare percentage serves as one', () => {
    const dataset = readRows(['toilets,V1,2022,85.5,,,%', 'toilets,V2,2022,855,,,‰', 'toilets,V3,2022,,1,2']);
    expect(cellAt(dataset, 'toilets', 'V1', '2022')).toMatchObject({
      status: CELL.reported,
      value: Number.NaN,
      denominator: Number.NaN,
      percentage: 85_500_000,
    });
    expect(cellAt(dataset, 'toilets', 'V2', '2022')?.percentage).toBe(85_500_000);
    expect(cellAt(dataset, 'toilets', 'V3', '2022')).toMatchObject({
      value: 1,
      denominator: 2,
      percentage: Number.NaN,
    });
  });

  test('a part larger than its whole is an error of its cell, where it is a part', () => {
    const dataset = readRows([
      'toilets,V1,2022,,101,100',
      'toilets,V2,2022,100.1,,,%',
      'supply,V1,2022,,12,10',
      'tools,V1,2022,,300,100',
      'toilets,V3,2022,,1,0',
    ]);
    expect(cellAt(dataset, 'toilets', 'V1', '2022')).toMatchObject({ status: CELL.error, value: Number.NaN });
    expect(cellAt(dataset, 'toilets', 'V2', '2022')).toMatchObject({ status: CELL.error, percentage: undefined });
    expect(cellAt(dataset, 'supply', 'V1', '2022')).toMatchObject({
      status: CELL.reported,
      value: 12_000_000,
      denominator: 10_000_000,
    });
    expect(cellAt(dataset, 'tools', 'V1', '2022')).toMatchObject({
      status: CELL.reported,
      value: 300,
      denominator: 100,
    });
    expect(messagesOf(dataset)).toEqual([
      'observations.csv:2 numerator: the numerator 101 is larger than the denominator 100 it is a part of',
      'observations.csv:3 value: the percentage 100.1 is above 100',
      'observations.csv:6 numerator: the numerator 1 is larger than the denominator 0 it is a part of',
    ]);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(5, { used: 2, refused: 3 }));
  });

  test('half a pair is refused, an unknown numerator is missing', () => {
    const dataset = readRows([
      'toilets,V1,2022,,85',
      'toilets,V2,2022,85',
      'toilets,V3,2022,,缺,100',
      'toilets,V1,2021,,-1,100',
    ]);
    expect(messagesOf(dataset)).toEqual([
      'observations.csv:2 denominator: expected both numerator and denominator, or a percentage with the unit %',
      'observations.csv:3 numerator: expected both numerator and denominator, or a percentage with the unit %',
      'observations.csv:5 numerator: must not be negative, got -1',
    ]);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(4, { missing: 1, refused: 3 }));
  });

  test('a percentage beside its pair is checked, the pair counts', () => {
    const dataset = readRows(['toilets,V1,2022,33,1,3', 'toilets,V2,2022,50,1,3,%']);
    expect(messagesOf(dataset)).toEqual(['observations.csv:3 value: the percentage 50 is not 1 ÷ 3; the pair counts']);
    expect(cellAt(dataset, 'toilets', 'V2', '2022')).toMatchObject({ value: 1, denominator: 3 });
  });

  test('grades lie between their ends, states are 0 or 1, neither has a unit', () => {
    const dataset = readRows([
      'station,T,2022,3,,,级',
      'station,T,2021,5',
      'station,T,2020,2.5',
      'room,V1,2022,1',
      'room,V2,2022,0',
      'room,V3,2022,是',
      'room,V3,2021,1.0',
      'room,V3,2020,1,,,个',
    ]);
    expect(cellAt(dataset, 'station', 'T', '2022')?.value).toBe(3);
    expect(cellAt(dataset, 'room', 'V2', '2022')).toMatchObject({ status: CELL.reported, value: 0 });
    expect(messagesOf(dataset)).toEqual([
      'observations.csv:3 value: expected a whole number from 1, the best, to 4, the worst, or a blank, got "5"',
      'observations.csv:4 value: expected a whole number from 1, the best, to 4, the worst, or a blank, got "2.5"',
      'observations.csv:7 value: expected 0, 1 or a blank, got "是"',
      'observations.csv:8 value: a spreadsheet added decimals: "1.0" is probably "1"',
      'observations.csv:9 unit: an indicator of type state has no unit, got "个"',
    ]);
  });
});

describe('rows that are refused', () => {
  test.each([
    ['land,V1,2022,3-5个左右', 'value: expected a number or a blank, got "3-5个左右"'],
    ['land,V1,2022,１２', 'value: expected the digits 0-9, got full-width ones: "１２"'],
    ['land,V1,2022,"1,234"', 'value: expected a number without thousands separators, got "1,234"'],
    ['land,V1,2022,1e400', 'value: the number is too long to be kept exactly: "1e400"'],
    ['land,V1,2022,Infinity', 'value: expected a finite number, got "Infinity"'],
    ['income,V1,2022,0.1234567', 'value: more decimals than can be kept exactly: "0.1234567"'],
    ['land,V1,2022,1e15', 'value: too large to be kept exactly: "1e15"'],
    ['lnad,V1,2022,1', 'indicator: the plan has no indicator "lnad"'],
    ['__proto__,V1,2022,1', 'indicator: the plan has no indicator "__proto__"'],
    [',V1,2022,1', 'indicator: indicator must not be empty'],
    ['land,V9,2022,1', 'area: the roster has no area with the code "V9"'],
    ['land,一村,2022,1', 'area: the roster has no area with the code "一村"'],
    ['land,,2022,1', 'area: area must not be empty'],
    [
      'land,V1,2022-Q5,1',
      'period: expected a period like 2021, 2021-H1, 2021-Q1, 2021-06 or 2021-06-30, got "2022-Q5"',
    ],
    [
      'land,V1,2022-02-30,1',
      'period: expected a period like 2021, 2021-H1, 2021-Q1, 2021-06 or 2021-06-30, got "2022-02-30"',
    ],
    ['land,V1,2023,1', 'period: the period 2023 lies outside 2010-01-01 to 2022-12-31'],
    ['land,V1,2009,1', 'period: the period 2009 lies outside 2010-01-01 to 2022-12-31'],
    [
      'land,V1,2022,1,,,pood',
      'unit: unknown unit "pood"; the indicator takes 万亩, 平方米, 万平方米, 亩, 千亩, 公顷, 万公顷, 平方公里',
    ],
    ['land,V1,2022,1,,,吨', 'unit: the unit "吨" does not convert into the indicator\'s, "万亩"'],
    ['land,V1,2022,1,,,,2022/1/5', 'reportedOn: expected a date like 2021-06-30, got "2022/1/5"'],
    [
      'land,V1,2022,1,5,10',
      'numerator: numerator and denominator belong to indicators of type ratio, "land" is a quantity',
    ],
  ])('%s', (row, message) => {
    const dataset = readRows([row]);
    expect(messagesOf(dataset)).toEqual([`observations.csv:2 ${message}`]);
    expect(dataset.diagnostics[0]?.severity).toBe('error');
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(1, { refused: 1 }));
    expect(dataset.observations.reports.length).toBe(0);
  });
});

describe('several reports of one figure', () => {
  test('the later one wins, both stay in the trace', () => {
    const dataset = readRows([
      'land,V1,2022,1,,,,2023-01-05,first',
      'land,V1,2022,2,,,,2023-02-05,second',
      'land,V1,2022,3,,,,2023-01-20',
    ]);
    const { reports } = dataset.observations;
    const cell = cellAt(dataset, 'land', 'V1', '2022');
    expect(cell).toMatchObject({ value: 40_000_000, place: 'observations.csv:3' });
    expect(reports.at(cell?.report ?? -1)).toEqual({
      indicator: 'land',
      area: dataset.roster.indexOf('V1'),
      period: '2022',
      value: '2',
      numerator: '',
      denominator: '',
      unit: '万亩',
      reportedOn: day('2023-02-05'),
      source: 'second',
      note: '',
      place: 'observations.csv:3',
    });
    expect(reports.supersededBy(cell?.report ?? -1).map((index) => reports.at(index).place)).toEqual([
      'observations.csv:4',
      'observations.csv:2',
    ]);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(3, { used: 1, superseded: 2 }));
    expect(messagesOf(dataset)).toEqual([]);
  });

  test('a blank date is known at the period’s end', () => {
    const dataset = readRows([
      'land,V1,2022,1',
      'land,V1,2022,2,,,,2022-12-30',
      'land,V2,2022,1',
      'land,V2,2022,2,,,,2023-01-01',
    ]);
    expect(cellAt(dataset, 'land', 'V1', '2022')?.value).toBe(20_000_000);
    expect(cellAt(dataset, 'land', 'V2', '2022')?.value).toBe(40_000_000);
    expect(dataset.observations.reports.at(0).reportedOn).toBe(day('2022-12-31'));
  });

  test('different figures of one day are an error that names both places', () => {
    const dataset = readRows(['land,V1,2022,1', 'land,V1,2022,2', 'toilets,V1,2022,,1,2', 'toilets,V1,2022,,1,3']);
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ status: CELL.error, value: Number.NaN });
    expect(messagesOf(dataset)).toEqual([
      'observations.csv:3 value: two reports of the same day differ: 2万亩 here, 1万亩 at observations.csv:2',
      'observations.csv:5 numerator: two reports of the same day differ: 1/3 here, 1/2 at observations.csv:4',
    ]);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(4, { refused: 4 }));
  });

  test('a later report settles a conflict', () => {
    const dataset = readRows(['land,V1,2022,1', 'land,V1,2022,2', 'land,V1,2022,3,,,,2023-03-01']);
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ status: CELL.reported, value: 60_000_000 });
    expect(messagesOf(dataset)).toEqual([]);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(3, { used: 1, superseded: 2 }));
  });

  test('the same figure twice, in whatever unit, is worth a word', () => {
    const dataset = readRows(['land,V1,2022,0.5', 'land,V1,2022,5000,,,亩']);
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ value: 10_000_000, place: 'observations.csv:2' });
    expect(dataset.diagnostics).toMatchObject([
      { severity: 'info', message: 'observations.csv:3: reports the same figure as observations.csv:2' },
    ]);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(2, { used: 1, superseded: 1 }));
  });

  test('a later blank does not withdraw a figure', () => {
    const dataset = readRows(['land,V1,2022,1', 'land,V1,2022,缺,,,,2023-03-01']);
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ status: CELL.reported, value: 20_000_000 });
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(2, { used: 1, missing: 1 }));
  });

  test('a pair of the same day says more than a percentage', () => {
    const dataset = readRows(['toilets,V1,2022,90,,,%', 'toilets,V1,2022,,85,100']);
    expect(cellAt(dataset, 'toilets', 'V1', '2022')).toMatchObject({
      value: 85,
      denominator: 100,
      percentage: undefined,
    });
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(2, { used: 1, superseded: 1 }));
  });

  test('an impossible later report is the last word', () => {
    const dataset = readRows(['toilets,V1,2022,,85,100', 'toilets,V1,2022,,850,100,,2023-03-01']);
    expect(cellAt(dataset, 'toilets', 'V1', '2022')?.status).toBe(CELL.error);
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(2, { superseded: 1, refused: 1 }));
  });

  test('an old code is the same area: the later report wins', () => {
    const dataset = readRows(['land,OLD1,2021,1', 'land,OLD1,2022,1,,,,2023-05-01', 'land,V1,2022,2']);
    expect(cellAt(dataset, 'land', 'V1', '2021')?.value).toBe(20_000_000);
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ value: 20_000_000, place: 'observations.csv:3' });
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(3, { used: 2, superseded: 1 }));
  });
});

describe('what was known on a day', () => {
  const dataset = readRows([
    'land,V1,2022,1,,,,2023-01-05',
    'land,V1,2022,2,,,,2023-02-05',
    'land,V1,2022,3,,,,2023-02-05',
    'land,V1,2022,4,,,,2023-03-05',
    'land,V2,2021,5',
  ]);
  const known = (date: string) => ({ roster: dataset.roster, observations: dataset.observations.knownOn(day(date)) });

  test('later reports are left out, their periods too', () => {
    expect(cellAt(known('2023-01-04'), 'land', 'V1', '2022')).toBeUndefined();
    expect(
      known('2023-01-04')
        .observations.column('land')
        ?.periods.map(({ text }) => text),
    ).toEqual(['2021']);
    expect(known('2021-12-30').observations.column('land')).toBeUndefined();
    expect(cellAt(known('2023-01-05'), 'land', 'V1', '2022')?.value).toBe(20_000_000);
    expect(cellAt(known('2023-02-05'), 'land', 'V1', '2022')?.status).toBe(CELL.error);
    expect(cellAt(known('2023-03-05'), 'land', 'V1', '2022')?.value).toBe(80_000_000);
  });

  test('the same day gives the same view, and a view never knows more than itself', () => {
    const { observations } = known('2023-01-05');
    expect(dataset.observations.knownOn(day('2023-01-05'))).toBe(observations);
    expect(observations.knownOn(day('2023-03-05'))).toBe(observations);
  });
});

describe('files', () => {
  test('several files of one kind are read one after the other, each with its counts', () => {
    const dataset = readRows([], {
      observations: [
        fileOf('2021.csv', OBSERVATION_HEADER, ['land,V1,2021,1,,,,,,']),
        fileOf('2022.csv', OBSERVATION_HEADER, ['land,V1,2021,2,,,,2022-05-01,,', 'land,V2,2022,x,,,,,,']),
      ],
    });
    expect(cellAt(dataset, 'land', 'V1', '2021')?.place).toBe('2022.csv:2');
    expect(dataset.rowCounts.get('2021.csv')).toEqual(counts(1, { superseded: 1 }));
    expect(dataset.rowCounts.get('2022.csv')).toEqual(counts(2, { used: 1, refused: 1 }));
  });

  test('plan and roster that name what the other does not have', () => {
    const target: Target = {
      id: 'a',
      clause: '一',
      domain: 'd',
      name: { zh: '示例', en: 'example' },
      measure: { kind: 'stock', indicator: 'land' },
      criterion: { kind: 'observe' },
      schedule: { kind: 'standing', basis: 'inferred' },
      scope: {
        owes: { level: 'village', areas: ['V1', 'V9', 'OLD1'] },
        rollUp: 'sum',
        values: [{ area: 'V8', value: 3 }],
      },
    };
    const dataset = readRows([], {
      plan: { ...smallPlan, targets: [target] },
      areas: { name: 'areas.csv', text: smallAreas.replaceAll('villagers-committee,,', 'villagers-committee,2021,') },
    });
    expect(dataset.diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'plan.json targets[0].scope.owes.areas[1]: the roster has no area with the code "V9"'],
      ['warning', 'plan.json targets[0].scope.values[0].area: the roster has no area with the code "V8"'],
      ['warning', 'areas.csv: the batch 2021 of 3 areas is not in the plan'],
    ]);
  });

  test('an absent file is no finding', () => {
    const dataset = readRows([], { observations: [] });
    expect(dataset.diagnostics).toEqual([]);
    expect(dataset.observations.column('land')).toBeUndefined();
    expect(dataset.registers.size + dataset.events.size + dataset.links.size).toBe(0);
  });

  test('a million of the same mistake is no million sentences', () => {
    const dataset = readRows(Array.from({ length: 700 }, () => 'land,V9,2022,1'));
    expect(dataset.diagnostics).toHaveLength(501);
    expect(messagesOf(dataset).at(-1)).toBe(
      'observations.csv: 200 more findings of the kind row-area-unknown are not listed one by one',
    );
    expect(dataset.rowCounts.get('observations.csv')).toEqual(counts(700, { refused: 700 }));
  });

  test('every row is used, missing, superseded or refused, and reading never throws', () => {
    const field = (...values: readonly string[]) => fc.constantFrom(...values);
    const row = fc
      .tuple(
        field('land', 'toilets', 'station', 'room', 'x', ''),
        field('V1', 'V2', 'OLD1', 'C', 'V9'),
        field('2021', '2022', '2022-H2', '2030', 'x'),
        fc.oneof(
          field('', '0', '1', '2', '0.5', '缺', '1e9', '8e8'),
          fc.string({ maxLength: 4 }).map((text) => text.replaceAll(/[",\r\n]/g, '')),
        ),
        field('', '1', '3'),
        field('', '2'),
        field('', '%', '亩', '户'),
        field('', '2023-01-01', '2023-02-01', 'x'),
      )
      .map((fields) => fields.join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const dataset = readRows(rows);
        const {
          rows: all,
          used,
          missing,
          superseded,
          refused,
        } = dataset.rowCounts.get('observations.csv') as RowCounts;
        expect(used + missing + superseded + refused).toBe(all);
        expect(all).toBe(rows.length);
        const errors = dataset.diagnostics.filter(({ severity }) => severity === 'error');
        if (refused > 0) expect(errors.length).toBeGreaterThan(0);
        for (const { id } of [{ id: 'land' }, { id: 'toilets' }]) {
          for (const { values } of dataset.observations.column(id)?.cells ?? []) {
            for (const value of values) expect(Number.isNaN(value) || Number.isSafeInteger(value)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
