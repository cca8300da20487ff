import {
  applyObservation,
  createObservations,
  evaluate,
  findUnit,
  parseAreas,
  parseDate,
  parseDecimal,
  parsePeriod,
  parsePlan,
  parseUnit,
  readDataset,
} from '@guatu/core';
import type { Diagnostic, Plan } from '@guatu/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryTarget } from './arbitrary-target.js';
import { ENDLESS, foreign } from './foreign-value.js';
import { hold } from './hold.js';
import { planOf } from './world.js';

const AREAS = { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\nT0,乡,township,C,town\n' };

/** A finding a person can read, whatever the thing found was. */
function expectSentences(diagnostics: readonly Diagnostic[]): void {
  for (const { message, path } of diagnostics) {
    expect(typeof path).toBe('string');
    expect(message).not.toMatch(/undefined|\[object|reading '/);
    expect(message.length).toBeLessThan(1500);
  }
}

/** Every place in a plan, as ways to it. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => placesOf(below, [...path, key]))];
}

function replacedAt(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = replacedAt((value as Record<string, unknown>)[key], rest, by);
  return copy;
}

describe('whatever is handed over', () => {
  test('as a plan is a plan or a finding', () => {
    hold(foreign, 150, (make) => {
      const { plan, diagnostics } = parsePlan(make());
      expect(plan !== undefined || diagnostics.length > 0).toBe(true);
      expectSentences(diagnostics);
    });
  });

  test('in one place of a plan is a finding at most', () => {
    hold(fc.tuple(arbitraryTarget('a'), fc.nat(), foreign), 250, ([target, at, odd]) => {
      const whole: unknown = JSON.parse(JSON.stringify(planOf([target])));
      const places = placesOf(whole);
      const { diagnostics } = parsePlan(replacedAt(whole, places[at % places.length] ?? [], odd()));
      expectSentences(diagnostics);
    });
  });

  test('as one more report is applied or refused, and refused changes nothing', () => {
    const plan = parsePlan(planOf([])).plan as Plan;
    const field = fc.constantFrom(
      'indicator',
      'area',
      'period',
      'value',
      'numerator',
      'unit',
      'reportedOn',
      'note',
      'place',
    );
    const row = { indicator: 'land', area: 'C', period: '2021', value: 1 };
    hold(
      fc.oneof(
        foreign,
        fc.tuple(field, foreign).map(([key, odd]) => () => ({ ...row, [key]: odd() })),
      ),
      300,
      (make) => {
        const dataset = readDataset(plan, { areas: AREAS });
        const { applied, diagnostics } = applyObservation(dataset, make() as typeof row);
        expect(applied ? 1 : 0).toBe(dataset.observations.reports.length);
        expect(applied || diagnostics.length > 0).toBe(true);
        expectSentences(diagnostics);
      },
    );
  });

  test('as a text is read, or is none', () => {
    hold(foreign, 300, (make) => {
      const given = make();
      for (const read of [parseDate, parsePeriod, parseUnit, findUnit, parseDecimal]) {
        const answer = (read as (text: unknown) => unknown)(given);
        if (typeof given !== 'string' && typeof given !== 'number') expect(answer).toBeUndefined();
      }
    });
  });

  test('as files, a plan or columns is read, or refused with a sentence that names the call', () => {
    const plan = parsePlan(planOf([])).plan as Plan;
    const { roster } = parseAreas(AREAS);
    const asks: readonly ((odd: never) => unknown)[] = [
      (odd) => parseAreas(odd),
      (odd) => readDataset(odd, { areas: AREAS }),
      (odd) => readDataset(plan, odd),
      (odd) => readDataset(plan, { areas: odd }),
      (odd) => readDataset(plan, { areas: AREAS, observations: { name: 'o.csv', text: odd } }),
      (odd) => createObservations({ plan: odd, roster, columns: [] }),
      (odd) => createObservations({ plan, roster, columns: [odd] }),
    ];
    hold(fc.tuple(fc.constantFrom(...asks), foreign), 400, ([ask, odd]) => {
      try {
        ask(odd() as never);
      } catch (error) {
        expect((error as Error).message).toMatch(/^(parseAreas|readDataset|createObservations|columns\[0\])[^\n]+$/);
        expect((error as Error).message).not.toMatch(/reading '|is not a function|is not iterable/);
      }
    });
  });
});

describe('sizes nobody has', () => {
  test.each(ENDLESS)(
    '%s, as a plan and within one',
    (_, make) => {
      for (const given of [make(), { ...planOf([]), targets: make() }, { ...planOf([]), title: make() }]) {
        const { diagnostics } = parsePlan(given);
        expect(diagnostics.length).toBeGreaterThan(0);
        expectSentences(diagnostics);
      }
    },
    20_000,
  );

  const indicator = { id: 'i', name: { zh: '面积', en: 'area' }, type: 'quantity', unit: '亩' };
  const part = (at: number, parent: string | undefined): object => ({
    id: `t${at}`,
    clause: '一',
    domain: 'd',
    name: indicator.name,
    measure: { kind: 'stock', indicator: 'i' },
    criterion: { kind: 'atLeast', value: 1, unit: '亩' },
    schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
    scope: { owes: { level: 'county' }, rollUp: 'reported' },
    ...(parent !== undefined && { parent }),
  });
  const whole = (targets: readonly object[]): object => ({
    id: 'p',
    title: indicator.name,
    start: '2020-01-01',
    end: '2022-12-31',
    domains: [{ id: 'd', name: indicator.name }],
    indicators: [indicator],
    targets,
  });
  const COUNT = 20_000;

  test('twenty thousand totals in a ring are all refused, in seconds', () => {
    const { plan, diagnostics } = parsePlan(
      whole(Array.from({ length: COUNT }, (_, at) => part(at, `t${(at + 1) % COUNT}`))),
    );
    expect(plan?.targets).toEqual([]);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'more-findings',
      params: { code: 'plan-parent-cycle', count: COUNT - 500 },
    });
  }, 20_000);

  test('twenty thousand totals in a chain that ends are all kept', () => {
    const chain = Array.from({ length: COUNT }, (_, at) => part(at, at + 1 < COUNT ? `t${at + 1}` : undefined));
    const plan = parsePlan(whole(chain)).plan as Plan;
    expect(plan.targets).toHaveLength(COUNT);
    const dataset = readDataset(plan, {
      areas: AREAS,
      observations: { name: 'o.csv', text: 'indicator,area,period,value\ni,C,2022,5\n' },
    });
    const evaluation = evaluate(plan, dataset, { asOf: '2022-12-31' });
    // a quarter of them: each asks what its own total is made of
    for (let at = 0; at < COUNT; at += 4) expect(evaluation.target(`t${at}`).at(0).verdict).toBe('attained');
  }, 60_000);

  test('sixty thousand readings of one target refuse it with one sentence', () => {
    const { plan, diagnostics } = parsePlan(
      whole([{ ...part(0, undefined), readings: Array.from({ length: 60_000 }, () => ({ why: {} })) }]),
    );
    expect(plan?.targets).toEqual([]);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['plan-too-many-faults', 'plan.json targets[0]'],
    ]);
  }, 20_000);

  const village = (at: number, more: string): string => `V${at},村,village,T0,villagers-committee,${more}`;
  const roster = (rows: readonly string[]): { readonly name: string; readonly text: string } => ({
    name: 'areas.csv',
    text: [
      'code,name,level,parent,kind,validTo,successor',
      'C,县,county,,county,,',
      'T0,乡,township,C,town,,',
      ...rows,
    ].join('\n'),
  });

  test('twenty thousand mergers in a ring or a chain are left out, and said', () => {
    const ring = parseAreas(
      roster(Array.from({ length: COUNT }, (_, at) => village(at, `2020-12-31,V${(at + 1) % COUNT}`))),
    );
    expect(ring.roster.areas.filter(({ successor }) => successor !== '')).toEqual([]);
    expect(ring.diagnostics.at(-1)?.params).toEqual({ code: 'area-successor-cycle', count: COUNT - 500 });
    const chain = parseAreas(
      roster(Array.from({ length: COUNT }, (_, at) => village(at, at + 1 < COUNT ? `2020-12-31,V${at + 1}` : ','))),
    );
    // the last hundred before the end are followed
    expect(chain.roster.areas.filter(({ successor }) => successor !== '')).toHaveLength(100);
    expect(chain.diagnostics.at(-1)?.params).toEqual({ code: 'area-successor-chain', count: COUNT - 101 - 500 });
  }, 20_000);

  test('forty thousand reports of one figure are told apart in seconds', () => {
    const plan = parsePlan(whole([])).plan as Plan;
    const rows = Array.from({ length: 2 * COUNT }, (_, at) => `i,C,2021,${at}`).join('\n');
    const { rowCounts } = readDataset(plan, {
      areas: AREAS,
      observations: { name: 'o.csv', text: `indicator,area,period,value\n${rows}` },
    });
    expect(rowCounts.get('o.csv')).toMatchObject({ rows: 2 * COUNT, refused: 2 * COUNT });
  }, 20_000);

  test('reports that are added to one figure stop at ten thousand, with a sentence', () => {
    const plan = parsePlan(whole([])).plan as Plan;
    const rows = Array.from({ length: 9_999 }, (_, at) => `i,C,2021,${at}`).join('\n');
    const dataset = readDataset(plan, {
      areas: AREAS,
      observations: { name: 'o.csv', text: `indicator,area,period,value\n${rows}` },
    });
    const one = { indicator: 'i', area: 'C', period: '2021', value: 1, reportedOn: '2023-01-01' };
    expect(applyObservation(dataset, one).applied).toBe(true);
    expect(applyObservation(dataset, one)).toMatchObject({
      applied: false,
      diagnostics: [{ code: 'observation-too-many' }],
    });
  });
});

test.each(['1000', '0001', '9999'])('a plan of the year %s takes columns and rows, or says why not', (year) => {
  const { plan } = parsePlan({ ...planOf([]), start: `${year}-01-01`, end: `${year}-12-31` });
  if (!plan) return expect(year).toBe('0001');
  const { roster } = parseAreas(AREAS);
  const values = new Float64Array(roster.areas.length);
  const { diagnostics } = createObservations({
    plan,
    roster,
    columns: [{ indicator: 'land', period: '2021', values }],
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['observation-period-outside']);
  expectSentences(diagnostics);
});
