import { evaluate, formatDate, listWindows, parsePlan, readPeriod } from '@guatu/core';
import type { OwnYears, Plan, Schedule } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { readWorld } from './world.js';

const years: fc.Arbitrary<OwnYears> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.constantFrom(1, 6, 28),
  named: fc.constantFrom('start' as const, 'end' as const),
});

const two = (number: number): string => String(number).padStart(2, '0');
const calendarOf = ({ month, day, named }: OwnYears) => ({ yearStart: `${two(month)}-${two(day)}`, named });

const KINDS = { eachYear: 1, eachHalf: 2, eachQuarter: 4, eachMonth: 12 } as const;

test('windows tile the years, and each is read as what it is written', () => {
  const kinds = fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[]));
  hold(fc.tuple(years, kinds, fc.integer({ min: 1990, max: 2090 }), fc.nat(3)), 1000, ([own, kind, begin, more]) => {
    const start = `${begin}-${two(own.month)}-${two(own.day)}`;
    const after = Date.UTC(begin + more + 1, own.month - 1, own.day) / 86_400_000;
    const plan = { start, end: formatDate(after - 1), calendar: calendarOf(own) };
    const windows = listWindows(plan, { kind, basis: 'explicit' });
    expect(windows).toHaveLength(KINDS[kind] * (more + 1));
    expect(windows[0]?.start).toBe(Date.UTC(begin, own.month - 1, own.day) / 86_400_000);
    expect(windows.at(-1)?.end).toBe(after - 1);
    windows.forEach((window, index) => {
      if (index > 0) expect(window.start).toBe((windows[index - 1]?.end ?? 0) + 1);
      expect(readPeriod(window.text, own)).toEqual(window);
    });
    // and by the year's name: FY and the calendar year it begins or ends in
    const calendar = own.month === 1 && own.day === 1;
    const name = begin + (own.named === 'end' && !calendar ? 1 : 0);
    const suffix = { eachYear: '', eachHalf: '-H2', eachQuarter: '-Q3', eachMonth: '-M08' }[kind];
    const at = { eachYear: 0, eachHalf: 1, eachQuarter: 2, eachMonth: 7 }[kind];
    expect(readPeriod(`FY${name}${suffix}`, own)).toEqual(windows[at]);
  });
});

test('a plan that says its years begin in January is one that does not', () => {
  const worlds = arbitraryWorld({ schedules: ['by', 'eachYear', 'eachHalf', 'eachQuarter', 'throughout'] });
  hold(worlds, 60, (world) => {
    const { plan, dataset } = readWorld(world);
    const said = parsePlan({ ...plan, calendar: { yearStart: '01-01' } });
    const answers = (of: Plan) => {
      const evaluation = evaluate(of, dataset, { asOf: world.asOf });
      return of.targets.map(({ id }) => dataset.roster.areas.map((_, row) => evaluation.target(id).at(row)));
    };
    expect(answers(said.plan as Plan)).toEqual(answers(plan));
  });
});

test('a month lies in one quarter, a quarter in one half, a half in one year', () => {
  hold(years, 200, (own) => {
    const plan = { start: '2020-03-15', end: '2024-10-20', calendar: calendarOf(own) };
    const of = (kind: Schedule['kind']) => listWindows(plan, { kind, basis: 'explicit' } as Schedule);
    for (const [shorter, longer] of [
      ['eachMonth', 'eachQuarter'],
      ['eachQuarter', 'eachHalf'],
      ['eachHalf', 'eachYear'],
    ] as const) {
      for (const { start, end } of of(shorter)) {
        expect(of(longer).filter((window) => window.start <= start && end <= window.end)).toHaveLength(1);
      }
    }
  });
});
