import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { foreign } from '../../../../tests/laws/foreign-value.js';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import { parsePlan } from '../plan-reader/parse-plan.js';

const { plan: read } = parsePlan({
  id: 'small',
  title: { zh: '小县', en: 'Small county' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'd', name: { zh: '产业', en: 'Industry' } }],
  indicators: [{ id: 'veg', name: { zh: '蔬菜', en: 'Vegetables' }, type: 'quantity', unit: '亩' }],
  targets: [
    {
      id: 'veg-25',
      clause: '1',
      domain: 'd',
      name: { zh: '蔬菜25亩', en: 'Vegetables on 25' },
      measure: { kind: 'stock', indicator: 'veg' },
      criterion: { kind: 'atLeast', value: 25, unit: '亩' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, from: 'township', rollUp: 'sum' },
    },
  ],
});
if (!read) throw new Error('the plan of this test is no plan');
const plan = read;

const areas = {
  name: 'areas',
  rows: [
    { code: 1, name: '小县', level: 'county', parent: null },
    { code: 11, name: '甲乡', level: 'township', parent: 1, kind: 'township', aliases: ['甲', '老甲乡'] },
    { code: 12, name: '乙乡', level: 'township', parent: 1, kind: 'township' },
  ],
};

describe('rows in memory', () => {
  test('are read as a file is: numbers, lists, and what is absent', () => {
    const observations = {
      name: 'observations',
      rows: [
        { indicator: 'veg', area: 11, period: '2022', value: 20.5 },
        { indicator: 'veg', area: '12', period: 2022, value: 0, note: undefined },
      ],
    };
    const dataset = readDataset(plan, { areas, observations });
    expect(dataset.diagnostics).toEqual([]);
    expect(dataset.roster.areas[1]?.aliases).toEqual(['甲', '老甲乡']);
    expect(dataset.rowCounts.get('observations')).toEqual({ rows: 2, used: 2, missing: 0, superseded: 0, refused: 0 });
    // 20.5 + 0 of 25: a zero is a report
    const result = evaluate(plan, dataset, { asOf: '2022-12-31' }).target('veg-25').at(0);
    expect([result.figure, result.completeness.reported]).toEqual([20.5, 2]);
    expect(dataset.observations.reports.at(1).place).toBe('observations[1]');
  });

  test('what cannot be used is told by its place in the list', () => {
    const rows = [
      { indicator: 'veg', area: '11', period: '2022', value: null },
      { indicator: 'corn', area: '11', period: '2022', value: 1 },
      { indicator: 'veg', area: '11', period: '2022', value: true },
      { indicator: 'veg', area: '12', period: '2022', value: '约20', colour: 'red' },
      null,
      { indicator: 'veg', area: '12', value: 3 },
    ];
    const { diagnostics, rowCounts } = readDataset(plan, {
      areas,
      observations: { name: 'observations', rows: rows as object[] },
    });
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['observation-indicator-unknown', 'observations[1].indicator'],
      ['row-field-type', 'observations[2].value'],
      ['csv-column-unknown', 'observations[3].colour'],
      ['value-not-a-number', 'observations[3].value'],
      ['row-unreadable', 'observations[4]'],
      ['observation-period', 'observations[5].period'],
    ]);
    expect(rowCounts.get('observations')).toEqual({ rows: 6, used: 0, missing: 1, superseded: 0, refused: 5 });
  });

  test('registers, events and links too', () => {
    const at = { area: '11' };
    const dataset = readDataset(plan, {
      areas,
      registers: { name: 'registers', rows: [{ register: 'coop', id: 'c1', ...at, from: '2020-13-01' }] },
      events: { name: 'events', rows: [{ kind: 'start', id: 's1', subject: '11', date: 'May' }] },
      links: { name: 'links', rows: [{ actor: 'Li', role: 'village', area: '99' }] },
    });
    expect(dataset.diagnostics.map(({ path }) => path)).toEqual([
      'registers[0].from',
      'events[0].date',
      'links[0].area',
    ]);
  });

  test('a table says the same from a file and from memory', () => {
    const field = fc.constantFrom(
      '',
      '-',
      '0',
      '20',
      '约20',
      '11',
      '12',
      '13',
      'veg',
      'corn',
      '2022',
      '2022-06',
      '1999',
      '亩',
      '万亩',
      '%',
      '2022-02-30',
      '=1',
    );
    const columns = ['indicator', 'area', 'period', 'value', 'unit', 'reportedOn'];
    const usual = fc.record({
      indicator: fc.constantFrom('veg', 'veg', 'corn'),
      area: fc.constantFrom('11', '12'),
      period: fc.constantFrom('2021', '2022'),
      value: field,
      unit: fc.constantFrom('', '亩', '万亩'),
      reportedOn: fc.constantFrom('', '2022-12-01', 'x'),
    });
    const any = fc.record(Object.fromEntries(columns.map((column) => [column, field])));
    const notBlank = (row: object): boolean => Object.values(row).some((cell) => cell !== '');
    fc.assert(
      fc.property(fc.array(fc.oneof(usual, any).filter(notBlank), { minLength: 1, maxLength: 12 }), (rows) => {
        const text = Papa.unparse({ fields: columns, data: rows });
        const [fromText, fromRows] = [
          { name: 'o', text },
          { name: 'o', rows },
        ].map((observations) => readDataset(plan, { areas, observations }));
        const places = (message: string): string =>
          message.replaceAll(
            /\bo:(\d+)( )?/g,
            (_all, line: string, more?: string) => `o[${Number(line) - 2}]${more ? '.' : ''}`,
          );
        expect(fromRows?.diagnostics.map(({ code, path }) => [code, path])).toEqual(
          fromText?.diagnostics.map(({ code, path }) => [code, places(path)]),
        );
        expect(fromRows?.rowCounts.get('o')).toEqual(fromText?.rowCounts.get('o'));
      }),
      { numRuns: 150 * Number(process.env['LAWS_RUNS'] ?? 1) },
    );
  });

  test('whatever stands in a row is used or refused, and nothing throws', () => {
    const column = fc.constantFrom('indicator', 'area', 'period', 'value', 'note', 'constructor');
    const row = fc
      .array(fc.tuple(column, foreign), { maxLength: 6 })
      .map((fields) => () => Object.fromEntries(fields.map(([name, make]) => [name, make()])));
    fc.assert(
      fc.property(fc.array(fc.oneof(row, foreign), { maxLength: 6 }), (made) => {
        const rows = made.map((make) => make());
        const { rowCounts } = readDataset(plan, { areas, observations: { name: 'o', rows: rows as object[] } });
        const { rows: all = 0, used = 0, missing = 0, superseded = 0, refused = 0 } = rowCounts.get('o') ?? {};
        expect(all).toBe(rows.length);
        expect(used + missing + superseded + refused).toBe(all);
      }),
      { numRuns: 300 * Number(process.env['LAWS_RUNS'] ?? 1) },
    );
  });
});
