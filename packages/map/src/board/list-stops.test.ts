import { expect, test } from 'vitest';
import { tinySources, tinyPlan } from '../internal/testing/tiny-county.js';
import type { Plan } from '@guatu/core';
import { Board } from './board-store.js';
import { listStops } from './list-stops.js';
import { findStop, labelStop } from './stop.js';

test('stops are the ends of reported periods, due dates and batch years', async () => {
  const board = new Board();
  await board.load(tinySources());
  expect(board.stops).toEqual([
    { date: '2020-12-31', batches: ['2020'], starts: 1, due: [], reports: 0 },
    { date: '2021-12-31', batches: ['2021'], starts: 1, due: ['income-5', 'garden-villages'], reports: 8 },
    { date: '2022-12-31', batches: [], starts: 0, due: ['vegetable-area', 'problems-cleared'], reports: 0 },
  ]);
});

test('a period outside the plan is no stop, a half-year in it is', async () => {
  const board = new Board();
  const rows = ['2019', '2021-H1', '2021-Q3'].map((period) => `vegetables,1001201,${period},1,,,亩,,,`).join('\n');
  await board.load(
    tinySources({
      observations: `indicator,area,period,value,numerator,denominator,unit,reportedOn,source,note\n${rows}\n`,
    }),
  );
  expect(board.stops.map(({ date }) => date)).toEqual([
    '2020-12-31',
    '2021-06-30',
    '2021-09-30',
    '2021-12-31',
    '2022-12-31',
  ]);
});

test('the windows of a target that is judged again and again close at stops', () => {
  const { rollout: _rollout, ...rest } = tinyPlan;
  const [first] = tinyPlan.targets;
  const plan = (schedule: object): Plan => ({ ...rest, targets: [{ ...first, schedule }] }) as unknown as Plan;
  const dates = (schedule: object): readonly string[] => listStops(plan(schedule), null).map(({ date }) => date);
  expect(dates({ kind: 'eachYear', basis: 'explicit' })).toEqual(['2020-12-31', '2021-12-31', '2022-12-31']);
  expect(dates({ kind: 'eachHalf', basis: 'explicit', from: '2021-01-01', to: '2021-12-31' })).toEqual([
    '2021-06-30',
    '2021-12-31',
  ]);
  expect(dates({ kind: 'throughout', basis: 'explicit' })).toEqual(['2022-12-31']);
});

test('a plan without anything to stop for stops at its end', () => {
  const { rollout: _rollout, ...rest } = tinyPlan;
  expect(listStops({ ...rest, targets: [] } as unknown as Plan, null).map(({ date }) => date)).toEqual(['2022-12-31']);
});

test.each([
  ['2019-01-01', 0],
  ['2020-12-30', 0],
  ['2020-12-31', 0],
  ['2021-12-31', 1],
  ['2022-01-01', 1],
  ['2030-01-01', 2],
])('%s belongs to stop %i', (date, index) => {
  const stops = ['2020-12-31', '2021-12-31', '2022-12-31'].map((stop) => ({
    date: stop,
    batches: [],
    starts: 0,
    due: [],
    reports: 0,
  }));
  expect(findStop(stops, date)).toBe(index);
});

test.each([
  ['2021-06-30', '2021上', '2021 H1'],
  ['2021-12-31', '2021下', '2021 H2'],
  ['2021-09-30', '2021-09', '2021-09'],
  ['2020-02-29', '2020-02', '2020-02'],
  ['2021-02-15', '2021-02-15', '2021-02-15'],
  ['soon', 'soon', 'soon'],
])('%s is called %s', (date, zh, en) => {
  expect([labelStop(date, 'zh'), labelStop(date, 'en')]).toEqual([zh, en]);
});

test('the end of a quarter of the plan’s own years is called so', () => {
  expect([labelStop('2025-03-31', 'zh', '2024/25-Q3'), labelStop('2025-03-31', 'en', '2024/25-Q3')]).toEqual([
    '2024/25年三季度',
    '2024/25 Q3',
  ]);
});

test('quarters and months of the plan’s own year close at stops', () => {
  const { rollout: _rollout, ...rest } = tinyPlan;
  const plan = (schedule: object): Plan => ({
    ...(rest as Plan),
    start: '2024-07-01',
    end: '2025-06-30',
    calendar: { yearStart: '07-01' },
    targets: [{ ...rest.targets[0], schedule } as Plan['targets'][number]],
  });
  const stops = (schedule: object): readonly string[] => listStops(plan(schedule), null).map(({ date }) => date);
  expect(listStops(plan({ kind: 'eachQuarter', basis: 'explicit' }), null).map(({ quarter }) => quarter)).toEqual([
    '2024/25-Q1',
    '2024/25-Q2',
    '2024/25-Q3',
    '2024/25-Q4',
  ]);
  // October ends in a quarter, and no quarter ends with it
  expect(listStops(plan({ kind: 'by', date: '2024-10-31', basis: 'explicit' }), null)[0]).not.toHaveProperty('quarter');
  expect(stops({ kind: 'eachQuarter', basis: 'explicit' })).toEqual([
    '2024-09-30',
    '2024-12-31',
    '2025-03-31',
    '2025-06-30',
  ]);
  // the window of October ends after the last day the target asks of
  expect(stops({ kind: 'eachMonth', to: '2024-10-15', basis: 'explicit' })).toEqual([
    '2024-07-31',
    '2024-08-31',
    '2024-09-30',
  ]);
});
