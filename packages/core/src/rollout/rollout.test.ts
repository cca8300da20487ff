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
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: areas }, events: { name: 'events.csv', text: events } });
  const totals = (asOf: string) => evaluate(plan, dataset, { asOf }).rolloutTotals(0);
  // V1, V2 started, V3 late; then V9 for the two.
  expect(totals('2021-12-31')).toEqual({ started: 2, late: 1, total: 3 });
  expect(totals('2022-01-01')).toEqual({ started: 1, late: 1, total: 2 });
});
