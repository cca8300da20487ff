import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Plan } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from './hold.js';

const text = { zh: '例', en: 'example' };

function planOf(mark: number): Plan {
  const target = (over: string, kind: string) => ({
    id: `${over}-${kind}`,
    clause: '一',
    domain: 'd',
    name: text,
    measure: { kind: 'rate', indicator: 'r', over },
    criterion: { kind, value: mark, unit: '%' },
    schedule: { kind: 'by', date: '2025-06-30', basis: 'explicit' },
    scope: { owes: { level: 'county' }, rollUp: 'reported' },
  });
  const { plan, diagnostics } = parsePlan({
    id: 'p',
    title: text,
    start: '2024-07-01',
    end: '2025-06-30',
    calendar: { yearStart: '07-01' },
    domains: [{ id: 'd', name: text }],
    indicators: [{ id: 'r', name: text, type: 'ratio', unit: '个' }],
    targets: ['last', 'pooled', 'mean'].flatMap((over) =>
      ['atLeast', 'moreThan', 'atMost', 'lessThan'].map((kind) => target(over, kind)),
    ),
  });
  expect(diagnostics).toEqual([]);
  return plan as Plan;
}

const areas = { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,C,county,,county\n' };

/** A fraction, never reduced. */
type Fraction = readonly [top: bigint, bottom: bigint];

const compare = ([a, b]: Fraction, [c, d]: Fraction): number => Number(a * d > c * b) - Number(a * d < c * b);

test('a year is the last of its quarters, all of them pooled, or their mean, compared exactly and never added', () => {
  const pair = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([digit, power, share]) => {
      const bottom = digit * 10 ** power + (power > 3 ? 7 : 0);
      return [Math.round(bottom * share), bottom] as const;
    });
  const quarters = fc.oneof(
    fc.array(pair, { minLength: 4, maxLength: 4 }),
    pair.map((one) => [one, one, one, one] as const),
  );
  const verdicts = new Map<string, number>();
  hold(fc.tuple(quarters, fc.nat(100)), 300, ([pairs, mark]) => {
    const rows = pairs.map(([top, bottom], at) => `r,C,FY2024-Q${at + 1},${top},${bottom}`).join('\n');
    const plan = planOf(mark);
    const dataset = readDataset(plan, {
      areas,
      observations: { name: 'o.csv', text: `indicator,area,period,numerator,denominator\n${rows}\n` },
    });
    const evaluation = evaluate(plan, dataset, { asOf: '2025-06-30' });
    const exact = pairs.map(([top, bottom]): Fraction => [BigInt(top), BigInt(bottom)]);
    const bottoms = exact.reduce((product, [, bottom]) => product * bottom, 1n);
    const expected: Readonly<Record<string, Fraction>> = {
      last: exact[3] as Fraction,
      pooled: exact.reduce<Fraction>(([a, b], [c, d]) => [a + c, b + d], [0n, 0n]),
      mean: [exact.reduce((sum, [top, bottom]) => sum + (top * bottoms) / bottom, 0n), 4n * bottoms],
    };
    for (const [over, value] of Object.entries(expected)) {
      const sign = compare(value, [BigInt(mark), 100n]);
      const passes = { atLeast: sign >= 0, moreThan: sign > 0, atMost: sign <= 0, lessThan: sign < 0 };
      for (const [kind, pass] of Object.entries(passes)) {
        const { verdict, figure } = evaluation.target(`${over}-${kind}`).at(0);
        expect(verdict, `${over} ${kind}`).toBe(pass ? 'attained' : 'notAttained');
        verdicts.set(`${over} ${verdict}`, (verdicts.get(`${over} ${verdict}`) ?? 0) + 1);
        // between the least and the most of its quarters
        const rates = pairs.map(([top, bottom]) => (100 * top) / bottom);
        expect(figure).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
        expect(figure).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
      }
    }
  });
  for (const [what, times] of verdicts) expect(times, what).toBeGreaterThan(50);
});
