import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRoster } from '../area/create-roster.js';
import { parseDate } from '../period/period.js';
import { readFigure } from '../quantity/figure.js';
import { cellAt, readRows, smallPlan } from './testing/small-county.js';
import type { ObservationColumn } from './column-draft.js';
import { createObservations } from './create-observations.js';
import { CELL } from './dataset.js';
import { countDecimals, findDecimals, multiplierFor, scaleFor } from './dense-figures.js';

const { roster } = readRows([]);
const ROWS = roster.areas.length;
const nothing = (): Float64Array => new Float64Array(ROWS).fill(Number.NaN);

/** Figures by code, missing elsewhere. */
function column(figures: Readonly<Record<string, number>>): Float64Array {
  const values = nothing();
  for (const [code, value] of Object.entries(figures)) values[roster.indexOf(code)] = value;
  return values;
}

function create(...columns: readonly ObservationColumn[]) {
  const { observations, diagnostics } = createObservations({ plan: smallPlan, roster, columns });
  return { roster, observations, messages: diagnostics.map(({ message }) => message) };
}

describe('createObservations', () => {
  test('gives what the same figures in a file give', () => {
    const made = create(
      { indicator: 'land', period: '2021', values: column({ V1: 0.38, V2: 0 }) },
      { indicator: 'land', period: '2022', values: column({ V1: 3800 }), unit: '亩' },
      { indicator: 'income', period: '2022', values: column({ V1: 0.1, V2: 0.25, V3: -3 }) },
      {
        indicator: 'toilets',
        period: '2022',
        numerators: column({ V1: 85, V2: 0 }),
        denominators: column({ V1: 100, V2: 10 }),
      },
      { indicator: 'toilets', period: '2021', percentages: column({ V1: 85.5 }) },
      { indicator: 'room', period: '2022', values: column({ V1: 1, V2: 0 }) },
    );
    const read = readRows([
      'land,V1,2021,0.38',
      'land,V2,2021,0',
      'land,V1,2022,3800,,,亩',
      'income,V1,2022,0.1',
      'income,V2,2022,0.25',
      'income,V3,2022,-3',
      'toilets,V1,2022,,85,100',
      'toilets,V2,2022,,0,10',
      'toilets,V1,2021,85.5,,,%',
      'room,V1,2022,1',
      'room,V2,2022,0',
    ]);
    expect(made.messages).toEqual([]);
    for (const indicator of ['land', 'income', 'toilets', 'room']) {
      for (const period of ['2021', '2022']) {
        for (const { code } of roster.areas) {
          const [one, other] = [cellAt(made, indicator, code, period), cellAt(read, indicator, code, period)];
          const figure = (cell: typeof one): unknown[] => [
            cell?.status,
            cell?.value,
            cell?.denominator,
            cell?.percentage ?? Number.NaN,
            cell?.scale,
          ];
          expect(figure(one), `${indicator} ${code} ${period}`).toEqual(figure(other));
        }
      }
    }
  });

  test('puts a report together when asked', () => {
    const made = create(
      { indicator: 'income', period: '2021', values: column({ V1: 1 }) },
      {
        indicator: 'land',
        period: '2022',
        values: column({ V2: 0.38 }),
        unit: '万亩',
        reportedOn: '2023-01-05',
        source: 'survey',
        place: 'survey.parquet',
      },
    );
    expect(made.observations.reports.length).toBe(2 * ROWS);
    expect(made.observations.reports.at(cellAt(made, 'land', 'V2', '2022')?.report ?? -1)).toEqual({
      indicator: 'land',
      area: roster.indexOf('V2'),
      period: '2022',
      value: '0.38',
      numerator: '',
      denominator: '',
      unit: '万亩',
      reportedOn: parseDate('2023-01-05'),
      source: 'survey',
      note: '',
      place: 'survey.parquet',
    });
    expect(() => made.observations.reports.at(2 * ROWS)).toThrow('reports: no report 10 of 10');
  });

  test('of two columns the later one wins where it has a figure', () => {
    const made = create(
      { indicator: 'land', period: '2022', values: column({ V1: 1, V2: 1, V3: 1 }), reportedOn: '2023-01-05' },
      { indicator: 'land', period: '2022', values: column({ V1: 2 }), reportedOn: '2023-02-05' },
      { indicator: 'land', period: '2022', values: column({ V2: 2 }), reportedOn: '2023-01-05' },
    );
    expect(cellAt(made, 'land', 'V1', '2022')).toMatchObject({ value: 40_000_000, place: 'columns[1]' });
    expect(cellAt(made, 'land', 'V2', '2022')?.status).toBe(CELL.error);
    expect(cellAt(made, 'land', 'V3', '2022')?.value).toBe(20_000_000);
    const early = made.observations.knownOn(parseDate('2023-01-31') as number);
    expect(cellAt({ roster, observations: early }, 'land', 'V1', '2022')?.value).toBe(20_000_000);
    expect(made.observations.knownOn(parseDate('2022-12-31') as number).column('land')).toBeUndefined();
  });

  test('a column that cannot be used is refused', () => {
    const values = column({ V1: 1 });
    const { messages } = create(
      { indicator: 'lnad', period: '2022', values },
      { indicator: 'land', period: '2022-Q5', values },
      { indicator: 'land', period: '2030', values },
      { indicator: 'land', period: '2022', values, unit: '吨' },
      { indicator: 'land', period: '2022', values, reportedOn: 'x' },
      { indicator: 'land', period: '2022' },
      { indicator: 'toilets', period: '2022', numerators: values },
    );
    expect(messages).toEqual([
      'columns[0].indicator: the plan has no indicator "lnad"',
      'columns[1].period: expected a period like 2021, 2021-H1, 2021-Q1, 2021-06 or 2021-06-30, got "2022-Q5"',
      'columns[2].period: the period 2030 lies outside 2010-01-01 to 2022-12-31',
      'columns[3].unit: the unit "吨" does not convert into the indicator\'s, "万亩"',
      'columns[4].reportedOn: expected a date like 2021-06-30, got "x"',
      'columns[5].values: values must not be empty',
      'columns[6].numerators: expected both numerator and denominator, or a percentage with the unit %',
    ]);
  });

  test('a figure that cannot be used is missing, an impossible one an error of its cell', () => {
    const made = create(
      { indicator: 'income', period: '2022', values: column({ V1: 1 / 3, V2: Number.POSITIVE_INFINITY, V3: 5 }) },
      { indicator: 'land', period: '2022', values: column({ V1: 1e15, V3: 5 }) },
      { indicator: 'station', period: '2022', values: column({ T: 5 }) },
      { indicator: 'room', period: '2022', values: column({ V1: 2, V2: 1 }) },
      {
        indicator: 'toilets',
        period: '2022',
        numerators: column({ V1: 11, V2: 3, V3: -1 }),
        denominators: column({ V1: 10, V3: 5 }),
      },
      { indicator: 'toilets', period: '2021', percentages: column({ V1: 101 }) },
    );
    expect(made.messages).toEqual([
      'columns[0] values V1: more decimals than can be kept exactly: "0.3333333333333333"',
      'columns[0] values V2: expected a finite number, got "Infinity"',
      'columns[1] values V1: too large to be kept exactly: "1000000000000000"',
      'columns[2] values T: expected a whole number from 1, the best, to 4, the worst, or a blank, got "5"',
      'columns[3] values V1: expected 0, 1 or a blank, got "2"',
      'columns[4] numerators V3: must not be negative, got -1',
      'columns[4] numerators V2: expected both numerator and denominator, or a percentage with the unit %',
      'columns[4] numerators V1: the numerator 11 is larger than the denominator 10 it is a part of',
      'columns[5] percentages V1: the percentage 101 is above 100',
    ]);
    expect(cellAt(made, 'income', 'V1', '2022')?.status).toBe(CELL.missing);
    expect(cellAt(made, 'income', 'V3', '2022')).toMatchObject({ value: 5, scale: 0 });
    expect(cellAt(made, 'toilets', 'V1', '2022')?.status).toBe(CELL.error);
    expect(cellAt(made, 'toilets', 'V2', '2022')?.status).toBe(CELL.missing);
    expect(cellAt(made, 'toilets', 'V3', '2022')?.status).toBe(CELL.missing);
    expect(cellAt(made, 'toilets', 'V1', '2021')?.status).toBe(CELL.error);
  });

  test('an array of another length is a programmer’s error', () => {
    expect(() => create({ indicator: 'land', period: '2022', values: [1, 2] })).toThrow(
      'columns[0] values: expected 5 figures, one for each area, got 2',
    );
  });

  test('an empty roster has nothing to report', () => {
    const { observations } = createObservations({
      plan: smallPlan,
      roster: createRoster([]),
      columns: [{ indicator: 'land', period: '2022', values: [] }],
    });
    expect(observations.reports.length).toBe(0);
  });
});

describe('doubles as decimals', () => {
  test.each([
    [0, 0],
    [12, 0],
    [0.1, 1],
    [-2.25, 2],
    [0.1 + 0.2, -1],
    [1 / 3, -1],
    [1e-7, 7],
  ])('%d has %d decimals', (value, decimals) => {
    expect(countDecimals(value)).toBe(decimals);
  });

  test('come out as the same integers a file gives', () => {
    const figures = fc
      .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(8))
      .map(([digits, scale]) => digits / 10 ** scale);
    fc.assert(
      fc.property(figures, fc.constantFrom(1, 3, 500, 2000, 10_000, 20_000_000), (value, factor) => {
        const read = readFigure(value, { factor });
        const decimals = findDecimals([value], factor);
        if (typeof read === 'string') {
          expect(scaleFor(countDecimals(value), factor) < 0 || read === 'too-large').toBe(true);
          return;
        }
        const scale = scaleFor(decimals, factor);
        const integer = Math.round(value * 10 ** decimals) * multiplierFor(decimals, factor, scale);
        fc.pre(Number.isSafeInteger(integer));
        expect(integer * 10 ** (read.scale - scale)).toBeCloseTo(read.mantissa, 0);
        expect(scale).toBeGreaterThanOrEqual(read.scale);
      }),
      { numRuns: 1000 },
    );
  });
});
