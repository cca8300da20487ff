import { expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan } from '../plan/plan.js';
import { evaluate } from '../evaluate/evaluate.js';

const text = { zh: '任务', en: 'Task' };
const VILLAGES = { level: 'village', kind: 'villagers-committee' } as const;
const plan: Plan = {
  id: 'rooms',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'culture', name: text }],
  indicators: [{ id: 'households', name: text, type: 'quantity', unit: '户' }],
  targets: [
    {
      id: 'households',
      clause: '二',
      domain: 'culture',
      name: text,
      measure: { kind: 'stock', indicator: 'households' },
      criterion: { kind: 'atLeast', value: 10, unit: '户' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: VILLAGES, rollUp: 'allOf' },
    },
  ],
};

/** Village `v` has `reports[year]` households at the end of a year. */
function read(villages: readonly (readonly (number | null)[])[]) {
  const areas = villages.map((_, v) => `V${v},村${v},village,T,villagers-committee`);
  const rows = villages.flatMap((reports, v) =>
    reports.flatMap((value, year) => (value === null ? [] : [`households,V${v},${2020 + year},${value},户`])),
  );
  return readDataset(plan, {
    areas: {
      name: 'areas.csv',
      text: `code,name,level,parent,kind\nC,县,county,,county\nT,镇,township,C,town\n${areas.join('\n')}\n`,
    },
    observations: { name: 'observations.csv', text: `indicator,area,period,value,unit\n${rows.join('\n')}\n` },
  });
}

test('each area has the first day it met the criterion, whatever came after, and none when it never did', () => {
  const target = evaluate(plan, read([[12, 12, 12], [3, 10, 4], [1, 2, 3], [null, null, 11], []]), {
    asOf: '2022-12-31',
  }).target('households');
  const days = [2, 3, 4, 5, 6].map((row) => target.at(row).firstAttainedOn);
  expect(days).toEqual(['2020-12-31', '2021-12-31', null, '2022-12-31', null]);
  // nobody owes it above
  expect(target.at(0).firstAttainedOn).toBeNull();
});

test('asking for every area costs no more than a few times asking for one', () => {
  const villages = Array.from({ length: 4000 }, (_, v) => [v % 9, v % 10, v % 12]);
  const dataset = read(villages);
  const time = (rows: number): number => {
    const target = evaluate(plan, dataset, { asOf: '2022-12-31' }).target('households');
    const begin = performance.now();
    for (let row = 2; row < rows + 2; row++) target.at(row);
    return performance.now() - begin;
  };
  time(4000);
  const one = Math.min(...[1, 2, 3].map(() => time(1)));
  // forming each day's frame for each area made this ratio the number of areas, 4000
  expect(time(4000) / one).toBeLessThan(800);
});
