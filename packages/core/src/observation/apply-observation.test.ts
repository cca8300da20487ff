import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../period/period.js';
import { cellAt, fileOf, readRows, smallPlan } from './testing/small-county.js';
import type { ObservationRow } from './apply-observation.js';
import { applyObservation } from './apply-observation.js';
import { createDataset } from './create-dataset.js';
import { createObservations } from './create-observations.js';
import { CELL } from './dataset.js';

const NONE = { status: CELL.missing, value: Number.NaN, denominator: Number.NaN, percentage: Number.NaN };

describe('applyObservation', () => {
  test('changes one cell and answers what it was', () => {
    const dataset = readRows(['land,V1,2022,1,,,,2023-01-05', 'land,V2,2022,1']);
    const column = dataset.observations.column('land');
    const applied = applyObservation(dataset, {
      indicator: 'land',
      area: 'V1',
      period: '2022',
      value: 2,
      reportedOn: '2023-02-05',
    });
    expect(applied).toMatchObject({
      applied: true,
      indicator: 'land',
      area: dataset.roster.indexOf('V1'),
      period: { text: '2022' },
      previous: { status: CELL.reported, value: 20_000_000 },
      current: { status: CELL.reported, value: 40_000_000 },
      columnChanged: false,
      diagnostics: [],
    });
    expect(dataset.observations.column('land')).toBe(column);
    const cell = cellAt(dataset, 'land', 'V1', '2022');
    expect(cell?.place).toBe('applied');
    const { reports } = dataset.observations;
    expect(reports.supersededBy(cell?.report ?? -1).map((index) => reports.at(index).place)).toEqual([
      'observations.csv:2',
    ]);
    expect(cellAt(dataset, 'land', 'V2', '2022')?.value).toBe(20_000_000);
  });

  test('an older report changes nothing but the trace', () => {
    const dataset = readRows(['land,V1,2022,1,,,,2023-01-05']);
    const applied = applyObservation(dataset, {
      indicator: 'land',
      area: 'V1',
      period: '2022',
      value: 2,
      reportedOn: '2023-01-01',
    });
    expect(applied).toMatchObject({ applied: true, previous: { value: 20_000_000 }, current: { value: 20_000_000 } });
    expect(dataset.observations.reports.length).toBe(2);
  });

  test('a new period and a new indicator find their place', () => {
    const dataset = readRows(['land,V1,2020,1', 'land,V1,2022,1']);
    void dataset.observations.column('land');
    expect(applyObservation(dataset, { indicator: 'land', area: 'V1', period: '2021', value: 3 })).toMatchObject({
      previous: NONE,
    });
    expect(dataset.observations.column('land')?.periods.map(({ text }) => text)).toEqual(['2020', '2021', '2022']);
    expect(cellAt(dataset, 'land', 'V1', '2021')?.value).toBe(60_000_000);
    expect(dataset.observations.column('room')).toBeUndefined();
    expect(applyObservation(dataset, { indicator: 'room', area: 'V1', period: '2021', value: 1 })).toMatchObject({
      previous: NONE,
      current: { value: 1 },
      columnChanged: true,
    });
    expect(cellAt(dataset, 'room', 'V1', '2021')?.value).toBe(1);
  });

  test('more decimals rescale the column', () => {
    const dataset = readRows(['income,V1,2022,3', 'toilets,V1,2022,,1,4']);
    const column = dataset.observations.column('income');
    void dataset.observations.column('toilets');
    expect(applyObservation(dataset, { indicator: 'income', area: 'V2', period: '2022', value: '0.25' })).toMatchObject(
      { columnChanged: true },
    );
    expect(column?.scale).toBe(2);
    expect(cellAt(dataset, 'income', 'V1', '2022')?.value).toBe(300);
    expect(cellAt(dataset, 'income', 'V2', '2022')?.value).toBe(25);
    applyObservation(dataset, { indicator: 'toilets', area: 'V2', period: '2022', numerator: 1, denominator: '2.5' });
    expect(cellAt(dataset, 'toilets', 'V1', '2022')).toMatchObject({ value: 1, denominator: 40 });
    expect(cellAt(dataset, 'toilets', 'V2', '2022')).toMatchObject({ value: 1, denominator: 25 });
  });

  test('what cannot be used is refused and changes nothing', () => {
    const dataset = readRows(['income,V1,2022,9007199254740991']);
    const rows: readonly ObservationRow[] = [
      { indicator: 'income', area: 'V9', period: '2022', value: 1, place: 'form' },
      { indicator: 'income', area: 'V1', period: '2022', value: 'x' },
      { indicator: 'income', area: 'V1', period: '2022', value: Number.NaN },
      { indicator: 'income', area: 'V2', period: '2022', value: 0.5 },
    ];
    expect(rows.map((row) => applyObservation(dataset, row).diagnostics.map(({ message }) => message))).toEqual([
      ['form area: the roster has no area with the code "V9"'],
      ['applied value: expected a number or a blank, got "x"'],
      ['applied value: expected a finite number, got "NaN"'],
      ['applied value: too large to be kept exactly: "0.5"'],
    ]);
    expect(dataset.observations.reports.length).toBe(1);
    expect(cellAt(dataset, 'income', 'V1', '2022')).toMatchObject({ value: Number.MAX_SAFE_INTEGER, scale: 0 });
  });

  test('a contradiction of the same day is an error of the cell', () => {
    const dataset = readRows(['land,V1,2022,1']);
    const applied = applyObservation(dataset, {
      indicator: 'land',
      area: 'V1',
      period: '2022',
      value: 2,
      place: 'form',
    });
    expect(applied).toMatchObject({ applied: true, current: { status: CELL.error } });
    expect(applied.diagnostics.map(({ message }) => message)).toEqual([
      'form: two reports of the same day differ: 2万亩 here, 1万亩 at observations.csv:2',
    ]);
    // A later one settles it.
    applyObservation(dataset, { indicator: 'land', area: 'V1', period: '2022', value: 2, reportedOn: '2023-03-01' });
    expect(cellAt(dataset, 'land', 'V1', '2022')).toMatchObject({ status: CELL.reported, value: 40_000_000 });
  });

  test('a blank withdraws nothing', () => {
    const dataset = readRows(['land,V1,2022,1']);
    applyObservation(dataset, { indicator: 'land', area: 'V1', period: '2022', value: '缺', reportedOn: '2023-03-01' });
    expect(cellAt(dataset, 'land', 'V1', '2022')?.value).toBe(20_000_000);
  });

  test('past days taken afterwards know it from its day on', () => {
    const dataset = readRows(['land,V1,2022,1,,,,2023-01-05']);
    const on = (date: string) => ({
      roster: dataset.roster,
      observations: dataset.observations.knownOn(parseDate(date) as number),
    });
    void on('2023-01-31').observations.column('land');
    applyObservation(dataset, { indicator: 'land', area: 'V1', period: '2022', value: 2, reportedOn: '2023-01-20' });
    expect(cellAt(on('2023-01-10'), 'land', 'V1', '2022')?.value).toBe(20_000_000);
    expect(cellAt(on('2023-01-31'), 'land', 'V1', '2022')?.value).toBe(40_000_000);
  });

  test('reaches the successor of a predecessor', () => {
    const areas = fileOf('areas.csv', 'code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor', [
      'C,县,county,,county,,,,,',
      'T,乡,township,C,township,,,,,',
      'P1,一,village,T,villagers-committee,,,,2021-12-31,S',
      'P2,二,village,T,villagers-committee,,,,2021-12-31,S',
      'S,三,village,T,villagers-committee,,,2022-01-01,,',
    ]);
    const dataset = readRows(['land,P1,2019,1'], { areas });
    const column = dataset.observations.column('land');
    expect(cellAt(dataset, 'land', 'S', '2019')?.status).toBe(CELL.missing);
    expect(applyObservation(dataset, { indicator: 'land', area: 'P2', period: '2019', value: 2 })).toMatchObject({
      columnChanged: true,
    });
    expect(cellAt(dataset, 'land', 'S', '2019')?.value).toBe(60_000_000);
    expect(dataset.observations.column('land')).toBe(column);
  });

  test('changes columns that came whole, and leaves their reports as they were', () => {
    const { roster } = readRows([]);
    const values = Float64Array.from(roster.areas, () => 1);
    const { observations } = createObservations({
      plan: smallPlan,
      roster,
      columns: [{ indicator: 'income', period: '2022', values }],
    });
    const dataset = createDataset({ roster, observations });
    applyObservation(dataset, { indicator: 'income', area: 'V1', period: '2022', value: 2, reportedOn: '2023-01-01' });
    const cell = cellAt(dataset, 'income', 'V1', '2022');
    expect(cell?.value).toBe(2);
    const [before] = dataset.observations.reports.supersededBy(cell?.report ?? -1);
    expect(dataset.observations.reports.at(before ?? -1)).toMatchObject({ value: '1', place: 'columns[0]' });
    const early = { roster, observations: dataset.observations.knownOn(parseDate('2022-12-31') as number) };
    expect(cellAt(early, 'income', 'V1', '2022')?.value).toBe(1);
    applyObservation(dataset, {
      indicator: 'income',
      area: 'V2',
      period: '2022',
      value: 0.5,
      reportedOn: '2023-01-01',
    });
    expect(cellAt(dataset, 'income', 'V1', '2022')).toMatchObject({ value: 20, scale: 1 });
    expect(cellAt(dataset, 'income', 'V3', '2022')?.value).toBe(10);
    expect(values.every((value) => value === 1)).toBe(true);
  });

  test('observations made elsewhere cannot be changed', () => {
    const { roster } = readRows([]);
    const observations = {
      column: () => undefined,
      levels: () => undefined,
      reports: {
        length: 0,
        at: () => {
          throw new RangeError();
        },
        supersededBy: () => [],
      },
      knownOn: () => observations,
      mergedBy: () => observations,
    };
    expect(() =>
      applyObservation(createDataset({ roster, observations }), { indicator: 'land', area: 'V1', period: '2022' }),
    ).toThrow(TypeError);
  });

  test('one by one gives the same as all at once', () => {
    const row = fc.tuple(
      fc.constantFrom('land', 'toilets', 'room'),
      fc.constantFrom('V1', 'V2', 'OLD1'),
      fc.constantFrom('2021', '2022'),
      fc.constantFrom('', '0', '1', '0.5', '0.00001'),
      fc.constantFrom('', '1', '1.5'),
      fc.constantFrom('', '2'),
      fc.constantFrom('', '%'),
      fc.constantFrom('', '2023-01-01', '2023-02-01'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), fc.nat(14), (rows, cut) => {
        const all = readRows(rows.map((fields) => fields.join(',')));
        const grown = readRows(rows.slice(0, cut).map((fields) => fields.join(',')));
        for (const id of ['land', 'toilets', 'room']) void grown.observations.column(id);
        for (const [indicator, area, period, value, numerator, denominator, unit, reportedOn] of rows.slice(cut)) {
          applyObservation(grown, { indicator, area, period, value, numerator, denominator, unit, reportedOn });
        }
        for (const id of ['land', 'toilets', 'room']) {
          for (const area of ['V1', 'V2']) {
            for (const period of ['2021', '2022']) {
              const figure = ({
                status = 0,
                value = Number.NaN,
                denominator = Number.NaN,
                percentage = Number.NaN,
                scale = 0,
              } = {}) => [status, value / 10 ** scale, denominator, percentage];
              expect(figure(cellAt(grown, id, area, period))).toEqual(figure(cellAt(all, id, area, period)));
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
