import { describe, expect, test } from 'vitest';
import { parseDate } from '../period/period.js';
import { cellAt, fileOf, messagesOf, readRows } from './testing/small-county.js';
import type { Dataset } from './dataset.js';
import { CELL } from './dataset.js';

const HEADER = 'code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor';
const HEAD = ['C,县,county,,county,,,,,', 'T,乡,township,C,township,,,,,'];
const village = (code: string, from = '', to = '', successor = ''): string =>
  `${code},${code},village,T,villagers-committee,,,${from},${to},${successor}`;

/** P1 and P2 became S at the end of June 2021. */
const merged = [
  ...HEAD,
  village('P1', '', '2021-06-30', 'S'),
  village('P2', '', '2021-06-30', 'S'),
  village('S', '2021-07-01'),
];

function read(areas: readonly string[], ...rows: readonly string[]): Dataset {
  return readRows(rows, { areas: fileOf('areas.csv', HEADER, areas) });
}

describe('areas that merged into a new one', () => {
  test('add their earlier figures up to its own, with both places in the trace', () => {
    const dataset = read(
      merged,
      'land,P1,2020,0.1',
      'land,P2,2020,0.2',
      'toilets,P1,2020,,1,10',
      'toilets,P2,2020,,2,30',
    );
    expect(cellAt(dataset, 'land', 'S', '2020')).toMatchObject({
      status: CELL.reported,
      value: 6_000_000,
      place: 'observations.csv:2 + observations.csv:3',
    });
    const { report } = cellAt(dataset, 'land', 'S', '2020') ?? { report: -1 };
    expect(dataset.observations.reports.at(report)).toMatchObject({ value: '0.3', unit: '万亩', note: 'P1 + P2' });
    expect(cellAt(dataset, 'toilets', 'S', '2020')).toMatchObject({ value: 3, denominator: 40 });
    expect(cellAt(dataset, 'land', 'P1', '2020')?.value).toBe(2_000_000);
    expect(dataset.rowCounts.get('observations.csv')).toMatchObject({ rows: 4, used: 4 });
  });

  test('make no sum where one of them is silent or wrong', () => {
    const dataset = read(merged, 'land,P1,2020,1', 'income,P1,2020,1', 'income,P2,2020,1', 'income,P2,2020,2');
    expect(cellAt(dataset, 'land', 'S', '2020')?.status).toBe(CELL.missing);
    expect(cellAt(dataset, 'income', 'S', '2020')?.status).toBe(CELL.error);
  });

  test('states and grades are not added: they must agree', () => {
    const dataset = read(merged, 'room,P1,2020,1', 'room,P2,2020,1', 'room,P1,2019,1', 'room,P2,2019,0');
    expect(cellAt(dataset, 'room', 'S', '2020')).toMatchObject({ status: CELL.reported, value: 1 });
    expect(cellAt(dataset, 'room', 'S', '2019')?.status).toBe(CELL.missing);
  });

  test('its own figure for the time before comes first', () => {
    const dataset = read(merged, 'land,P1,2020,1', 'land,P2,2020,1', 'land,S,2020,5');
    expect(cellAt(dataset, 'land', 'S', '2020')).toMatchObject({ value: 100_000_000, place: 'observations.csv:4' });
  });

  test('later reports under their codes count where it is silent, and add up', () => {
    const dataset = read(
      merged,
      'land,P1,2021,1',
      'land,P2,2021,2',
      'land,P1,2022,1',
      'land,S,2022,4',
      'land,P2,2021-06-30,7',
    );
    expect(cellAt(dataset, 'land', 'S', '2021')).toMatchObject({ value: 60_000_000 });
    expect(cellAt(dataset, 'land', 'S', '2022')).toMatchObject({ value: 80_000_000, place: 'observations.csv:5' });
    // The last day is still their own.
    expect(cellAt(dataset, 'land', 'P2', '2021-06-30')?.value).toBe(140_000_000);
    expect(cellAt(dataset, 'land', 'P1', '2021')?.status).toBe(CELL.missing);
    expect(dataset.rowCounts.get('observations.csv')).toMatchObject({ rows: 5, used: 4, superseded: 1 });
    expect(messagesOf(dataset)).toEqual([]);
  });

  test('a figure in shorter periods that tile one adds to that of all of it, as one report of that period', () => {
    const dataset = read(merged, 'land,P1,2020-H1,1', 'land,P1,2020-H2,2', 'land,P2,2020,4');
    const cell = cellAt(dataset, 'land', 'S', '2020');
    expect(cell).toMatchObject({
      value: 140_000_000,
      place: 'observations.csv:2 + observations.csv:3 + observations.csv:4',
    });
    expect(dataset.observations.reports.at(cell?.report ?? -1)).toMatchObject({
      period: '2020',
      value: '7',
      note: 'P1 + P2',
    });
    expect(cellAt(dataset, 'land', 'S', '2020-H1')?.status).toBe(CELL.missing);
  });

  test('a flow under an old code is left out where the successor told part of its period, a level is not', () => {
    const { observations, roster } = read(merged, 'land,P1,2021,1', 'land,S,2021-Q3,5');
    const row = roster.indexOf('S');
    const [column, levels] = [observations.column('land'), observations.levels('land')];
    const year = (of: typeof column) => of?.cells[of.periods.findIndex(({ text }) => text === '2021')]?.status[row];
    expect(year(column)).toBeUndefined();
    expect(column?.leftOut?.map((report) => observations.reports.at(report).place)).toEqual(['observations.csv:2']);
    expect(year(levels)).toBe(CELL.reported);
  });

  test('a flow under an old code stays where the successor told other periods, or left this one blank', () => {
    const other = read(merged, 'land,P1,2022,3', 'land,S,2021-Q3,5');
    expect(cellAt(other, 'land', 'S', '2022')?.value).toBe(60_000_000);
    const blank = read(merged, 'land,P1,2021,1', 'land,S,2021,', 'land,P2,2021-Q4,2');
    expect(cellAt(blank, 'land', 'S', '2021')?.value).toBe(20_000_000);
    expect(cellAt(blank, 'land', 'S', '2021-Q4')?.value).toBe(40_000_000);
  });

  test('levels of a day are not made of those of earlier days', () => {
    const { observations, roster } = read(merged, 'land,P1,2020-H1,1', 'land,P1,2020-H2,2', 'land,P2,2020,4');
    const levels = observations.levels('land');
    const year = levels?.cells[levels.periods.findIndex(({ text }) => text === '2020')];
    expect(year?.values[roster.indexOf('S')]).toBe(120_000_000);
  });

  test('where all tell shorter periods, there is no figure of the longer one beside them', () => {
    const dataset = read(merged, 'land,P1,2020-H1,1', 'land,P2,2020-H1,2', 'land,S,2020,7', 'land,P1,2020-H2,1');
    expect(cellAt(dataset, 'land', 'S', '2020-H1')?.value).toBe(60_000_000);
    expect(cellAt(dataset, 'land', 'S', '2020')?.place).toBe('observations.csv:4');
  });

  test('a report under an old code is told as it was written', () => {
    const dataset = read(merged, 'land,P1,2022,1');
    const { report } = cellAt(dataset, 'land', 'S', '2022') ?? { report: -1 };
    expect(dataset.observations.reports.at(report).area).toBe(dataset.roster.indexOf('P1'));
  });

  test('a chain of mergers carries through', () => {
    const chain = [
      ...HEAD,
      village('P', '', '2019-12-31', 'Q'),
      village('Q', '2020-01-01', '2020-12-31', 'S'),
      village('S', '2021-01-01'),
    ];
    const dataset = read(chain, 'land,P,2018,1', 'land,P,2022,3', 'room,P,2018,1', 'toilets,P,2018,50,,,%');
    expect(cellAt(dataset, 'land', 'Q', '2018')?.value).toBe(20_000_000);
    expect(cellAt(dataset, 'land', 'S', '2018')).toMatchObject({ value: 20_000_000, place: 'observations.csv:2' });
    expect(cellAt(dataset, 'land', 'S', '2022')?.value).toBe(60_000_000);
    expect(cellAt(dataset, 'room', 'S', '2018')?.value).toBe(1);
    expect(cellAt(dataset, 'toilets', 'S', '2018')?.percentage).toBe(50_000_000);
  });
});

describe('an area that took in another', () => {
  const absorbing = [...HEAD, village('P', '', '2020-12-31', 'S'), village('S')];
  const dataset = read(absorbing, 'land,P,2019,1', 'land,S,2019,2', 'land,P,2020,1', 'land,S,2021,4', 'land,P,2018,1');
  const seenFrom = (date: string): Pick<Dataset, 'roster' | 'observations'> => ({
    roster: dataset.roster,
    observations: dataset.observations.mergedBy(parseDate(date) as number),
  });

  test('keeps its own figures as they were', () => {
    expect(cellAt(dataset, 'land', 'S', '2019')?.value).toBe(40_000_000);
    expect(cellAt(seenFrom('2020-12-31'), 'land', 'S', '2019')?.value).toBe(40_000_000);
  });

  test('has both from the day after', () => {
    const after = seenFrom('2021-01-01');
    expect(cellAt(after, 'land', 'S', '2019')).toMatchObject({
      value: 60_000_000,
      place: 'observations.csv:3 + observations.csv:2',
    });
    expect(cellAt(after, 'land', 'S', '2021')?.value).toBe(80_000_000);
    // One half is unknown.
    expect(cellAt(after, 'land', 'S', '2020')?.status).toBe(CELL.missing);
    expect(cellAt(after, 'land', 'S', '2018')?.status).toBe(CELL.missing);
  });

  test('a dataset without mergers is the same from every day', () => {
    const { observations } = readRows(['land,V1,2022,1']);
    expect(observations.mergedBy(0)).toBe(observations);
  });
});
