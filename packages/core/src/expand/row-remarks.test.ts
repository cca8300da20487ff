import { expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { DateBasis, Plan, Schedule, Target } from '../plan/plan.js';
import { evaluate } from '../evaluate/evaluate.js';

const name = { zh: '蔬菜面积', en: 'Vegetable area' };

const schedules: Readonly<Record<string, (basis: DateBasis) => Schedule>> = {
  by: (basis) => ({ kind: 'by', date: '2021-12-31', basis }),
  eachYear: (basis) => ({ kind: 'eachYear', basis }),
  throughout: (basis) => ({ kind: 'throughout', basis }),
  standing: (basis) => ({ kind: 'standing', basis }),
};

/** A county that reports 1 of the 2 asked, so that it misses under every schedule. */
function remarksFor(schedule: Schedule): readonly string[] {
  const target: Target = {
    id: 'veg',
    clause: '二',
    domain: 'industry',
    name,
    measure: { kind: 'stock', indicator: 'veg' },
    criterion: { kind: 'atLeast', value: 2, unit: '亩' },
    schedule,
    scope: { owes: { level: 'county' }, rollUp: 'reported' },
  };
  const plan: Plan = {
    id: 'veg',
    title: name,
    start: '2020-01-01',
    end: '2021-12-31',
    domains: [{ id: 'industry', name }],
    indicators: [{ id: 'veg', name, type: 'quantity', unit: '亩' }],
    targets: [target],
  };
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\n' },
    observations: { name: 'observations.csv', text: 'indicator,area,period,value\nveg,C,2020,1\nveg,C,2021,1\n' },
  });
  const result = evaluate(plan, dataset, { asOf: '2021-12-31' }).target('veg').at(0);
  expect(result.verdict).toBe('notAttained');
  return result.remarks.map(({ code }) => code);
}

test.each(
  Object.keys(schedules).flatMap((kind) =>
    (['explicit', 'carried', 'relative', 'inferred', 'planEnd'] as const).map((basis) => [kind, basis] as const),
  ),
)('a miss under %s says of a date that is %s whether the clause states one', (kind, basis) => {
  // carried from the sentence before and relative to another date are dates that the text states
  const unstated = basis === 'inferred' || basis === 'planEnd';
  const schedule = schedules[kind]?.(basis);
  if (!schedule) throw new Error(kind);
  expect(remarksFor(schedule).includes('dateNotExplicit')).toBe(unstated);
});
