import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Plan, PlanUnit } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUnitLookup } from '../../packages/core/src/plan/plan-units.js';
import { asOwnUnit, resolveUnits } from '../../packages/core/src/plan/resolve-units.js';
import { hold } from './hold.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'kg', 'pood', '%'];

const unit = fc.record(
  {
    id: fc.constantFrom(...NAMES),
    dimension: fc.constantFrom('money.X', 'money.Y', 'mass'),
    of: fc.constantFrom(1, 2, 0.5, 0.01, 12, 1e6, 1e20, 0.45359237),
    unit: fc.constantFrom(...NAMES),
    counts: fc.boolean(),
  },
  { requiredKeys: ['id'] },
) satisfies fc.Arbitrary<PlanUnit>;

/** A decimal as an integer of so many decimals. */
function fixed(value: number, decimals: number): bigint {
  return BigInt(Math.round(value * 10 ** decimals));
}

test('a unit of the plan is so many of its unit, exactly, or is refused once', () => {
  let [used, refused] = [0, 0];
  hold(fc.array(unit, { maxLength: 12 }), 4000, (units) => {
    const { known, faults } = resolveUnits(units);
    const unitOf = createUnitLookup(units);
    for (const [index, declared] of units.entries()) {
      const { id, of, unit: base } = asOwnUnit(declared);
      const first = units.findIndex((other) => asOwnUnit(other).id === id) === index;
      expect(faults.has(index) !== (first && known.has(id)), JSON.stringify(declared)).toBe(true);
      refused += Number(faults.has(index));
      const own = known.get(id);
      if (faults.has(index) || !own || of === undefined || base === undefined) continue;
      expect(own.dimension).toBe(unitOf(base)?.dimension);
      // factor = of · factor of the base, in integers of 8 decimals
      if (of < 1e6) expect(BigInt(own.factor) * 10n ** 8n).toBe(fixed(of, 8) * BigInt(unitOf(base)?.factor ?? 0));
      used++;
    }
  });
  expect(used).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(500);
});

const plan = (units: readonly PlanUnit[], unit: string, value: number): Plan => {
  const text = { zh: '例', en: 'example' };
  const { plan: read, diagnostics } = parsePlan({
    id: 'p',
    title: text,
    start: '2020-01-01',
    end: '2020-12-31',
    domains: [{ id: 'd', name: text }],
    units,
    indicators: [{ id: 'i', name: text, type: 'quantity', unit: '公斤' }],
    targets: [
      {
        id: 't',
        clause: '一',
        domain: 'd',
        name: text,
        measure: { kind: 'flow', indicator: 'i' },
        criterion: { kind: 'atLeast', value, unit },
        schedule: { kind: 'by', date: '2020-12-31', basis: 'explicit' },
        scope: { owes: { level: 'county' }, from: 'village', rollUp: 'sum' },
      },
    ],
  });
  expect(diagnostics).toEqual([]);
  return read as Plan;
};

const areas = {
  name: 'areas.csv',
  text: 'code,name,level,parent,kind\nC,C,county,,county\nT,T,township,C,township\nV1,V1,village,T,villagers-committee\nV2,V2,village,T,villagers-committee\n',
};

test('a plan in bags of so many kilograms answers as one in kilograms', () => {
  const given = fc.record({
    kilograms: fc.integer({ min: 1, max: 500 }),
    bags: fc.array(fc.nat({ max: 4000 }), { minLength: 2, maxLength: 2 }),
    asked: fc.nat({ max: 8000 }),
  });
  hold(given, 200, ({ kilograms, bags, asked }) => {
    const rows = (unit: string, size: number): string =>
      `indicator,area,period,value,unit\n${bags.map((count, at) => `i,V${at + 1},2020,${count * size},${unit}`).join('\n')}\n`;
    const answer = (read: Plan, unit: string, size: number) => {
      const dataset = readDataset(read, { areas, observations: { name: 'o.csv', text: rows(unit, size) } });
      expect(dataset.diagnostics).toEqual([]);
      const { verdict, attainment, figure } = evaluate(read, dataset, { asOf: '2020-12-31' }).target('t').at(0);
      return { verdict, attainment, figure };
    };
    const own = plan([{ id: 'bag', of: kilograms, unit: 'kg' }], 'bag', asked);
    const inBags = answer(own, 'bag', 1);
    expect(inBags.figure).toBe((bags[0] as number) + (bags[1] as number));
    // the same plan, reports in kilograms; and the plan that knows kilograms alone
    expect(answer(own, '公斤', kilograms)).toEqual(inBags);
    const inKilograms = answer(plan([], '公斤', asked * kilograms), '公斤', kilograms);
    expect(inKilograms.verdict).toBe(inBags.verdict);
    expect(inKilograms.attainment).toBeCloseTo(inBags.attainment ?? Number.NaN, 12);
  });
});
