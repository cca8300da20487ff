import { expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan } from '../plan/plan.js';

const text = { zh: '方案', en: 'plan' };
const plan: Plan = {
  id: 'merged',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'rollout', name: text }],
  indicators: [],
  targets: [],
  rollout: { clause: '一', level: 'village', counting: 'incremental', batches: [{ cohort: '2020', count: 'rest' }] },
};

const areas = `code,name,level,parent,kind,rollout,validFrom,validTo,successor
C,县,county,,county,,,,
T,乡,township,C,township,,,,
V1,1村,village,T,villagers-committee,2020,,2021-12-31,V9
V2,2村,village,T,villagers-committee,2020,,2021-12-31,V9
V3,3村,village,T,villagers-committee,2020,,,
V9,9村,village,T,villagers-committee,2020,2022-01-01,,
`;
const events = 'kind,id,subject,date\nstart,s1,V1,2020-03-01\nstart,s2,V2,2020-04-01\n';

test('a merged village counts once, from the day it is there', () => {
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: areas },
    events: { name: 'events.csv', text: events },
  });
  const totals = (asOf: string) => evaluate(plan, dataset, { asOf }).rolloutTotals(0);
  // V1, V2 started, V3 late; then V9 for the two.
  expect(totals('2021-12-31')).toEqual({ started: 2, late: 1, unreported: 0, total: 3, startsReported: true });
  expect(totals('2022-01-01')).toEqual({ started: 1, late: 1, unreported: 0, total: 2, startsReported: true });
});

test('nothing is late where nobody reports starts', () => {
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: areas } });
  // V9 for V1 and V2, and V3
  expect(evaluate(plan, dataset, { asOf: '2022-01-01' }).rolloutTotals(0)).toEqual({
    started: 0,
    late: 0,
    unreported: 2,
    total: 2,
    startsReported: false,
  });
});

test('how many have started is known from the first start that is reported, and 0 of others then is 0', () => {
  const roster = `${areas}S,镇,township,C,township,,,,\nW1,甲村,village,S,villagers-committee,2021,,,\n`;
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: roster },
    events: { name: 'events.csv', text: events },
  });
  const totals = (asOf: string, code: string) =>
    evaluate(plan, dataset, { asOf }).rolloutTotals(dataset.roster.indexOf(code));
  // the first start is V1's, on 1 March; until then nothing is reported, of nobody
  expect(totals('2020-02-29', 'C')).toEqual({ started: 0, late: 0, unreported: 0, total: 4, startsReported: false });
  expect(totals('2020-02-29', 'S')).toEqual({ started: 0, late: 0, unreported: 0, total: 1, startsReported: false });
  expect(totals('2020-03-01', 'C')).toEqual({ started: 1, late: 0, unreported: 0, total: 4, startsReported: true });
  expect(totals('2020-03-01', 'S')).toEqual({ started: 0, late: 0, unreported: 0, total: 1, startsReported: true });
});

test('an area is there from its first day to its last', () => {
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: areas } });
  const exist = (asOf: string): readonly string[] => {
    const evaluation = evaluate(plan, dataset, { asOf });
    return dataset.roster.areas.flatMap(({ code }, row) => (evaluation.exists(row) ? code : []));
  };
  expect(exist('2021-12-31')).toEqual(['C', 'T', 'V1', 'V2', 'V3']);
  expect(exist('2022-01-01')).toEqual(['C', 'T', 'V3', 'V9']);
  expect(evaluate(plan, dataset, { asOf: '2022-01-01' }).exists(-1)).toBe(false);
});
