import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan, Target } from '../plan/plan.js';
import { listProblems } from './list-problems.js';
import { describeProblem } from './problem-item.js';

const cleared: Target = {
  id: 'findings-cleared',
  clause: '一(三)1',
  domain: 'poverty',
  name: { zh: '问题清零', en: 'Findings cleared' },
  measure: { kind: 'remaining', ledger: 'finding' },
  criterion: { kind: 'none' },
  schedule: { kind: 'by', date: '2020-06-30', basis: 'explicit' },
  scope: { owes: { level: 'county' }, rollUp: 'countDistinct' },
};

const plan: Plan = {
  id: 'ledger',
  title: { zh: '台账', en: 'Ledger' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'poverty', name: { zh: '脱贫', en: 'Poverty' } }],
  indicators: [],
  targets: [cleared],
};

const areas = `code,name,level,parent,kind
C,县,county,,county
T1,甲乡,township,C,township
T2,乙乡,township,C,township
V1,一村,village,T1,villagers-committee
`;

function read(events: string) {
  return readDataset(plan, {
    areas: { name: 'areas.csv', text: areas },
    events: { name: 'events.csv', text: `kind,id,subject,date,covered,note\n${events}` },
  });
}

const events = `finding-opened,a,V1,2020-02-01,,severity=high;clause=三(二);补课
finding-opened,b,T1,2020-02-10,,
finding-closed,b,T1,2020-06-30,,
finding-opened,c,T2,2020-03-01,,
finding-closed,c,T2,2020-07-01,,
finding-opened,d,T2,2020-03-02,,
finding-closed,d,T2,2020-04-01,,
finding-reopened,d,T2,2020-05-01,,
finding-opened,e,T2,2020-05-20,,
finding-due,e,T2,2020-08-31,,
finding-closed,x,T2,2020-05-20,,
finding-opened,f,T1,2020-12-01,,
`;

const stateOf = (ledger: ReturnType<typeof listProblems>) =>
  Object.fromEntries(ledger.items.map(({ id, state }) => [id, state]));

describe('listProblems', () => {
  test('each item stands against its own due day, else the target’s', () => {
    const ledger = listProblems(read(events), 'finding', { asOf: '2020-07-01', plan });
    // Due 2020-06-30, inclusive: b closed on it is in time, c one day later is late, a and d are still open and late.
    // e has a day of its own, 2020-08-31. f is opened after the day asked for.
    expect(stateOf(ledger)).toEqual({ a: 'overdue', b: 'closedOnTime', c: 'closedLate', d: 'overdue', e: 'open' });
    expect(ledger.counts).toEqual({ overdue: 2, open: 1, closedLate: 1, closedOnTime: 1, closed: 0 });
    expect(ledger.reported).toBe(true);
    expect(ledger.unmatched).toEqual(['x']);
  });

  test('a day earlier nothing is overdue: the due day itself counts', () => {
    const ledger = listProblems(read(events), 'finding', { asOf: '2020-06-30', plan });
    expect(stateOf(ledger)).toEqual({ a: 'open', b: 'closedOnTime', c: 'open', d: 'open', e: 'open' });
  });

  test('a limit counts from opening, or from the last reopening', () => {
    const ledger = listProblems(read(events), 'finding', { asOf: '2020-07-01', plan, limitDays: 60 });
    const due = Object.fromEntries(ledger.items.map((item) => [item.id, [item.due, item.dueFrom]]));
    // 1 February + 60 days, 2020 being a leap year: 28 left in February, 31 in March, the 1st of April: 2020-04-01.
    expect(due['a']).toEqual(['2020-04-01', 'limit']);
    // Reopened 1 May + 60 days: 30 left in May, 30 in June: 2020-06-30.
    expect(due['d']).toEqual(['2020-06-30', 'limit']);
    expect(due['e']).toEqual(['2020-08-31', 'item']);
  });

  test('without any due day nothing is overdue, and closed is only closed', () => {
    const ledger = listProblems(read(events), 'finding', { asOf: '2022-12-31' });
    expect(stateOf(ledger)).toEqual({ a: 'open', b: 'closed', c: 'closed', d: 'open', e: 'overdue', f: 'open' });
    expect(ledger.items[0]).toMatchObject({ due: null, dueFrom: null, daysLate: null });
  });

  test('an item says where it comes from', () => {
    const [item] = listProblems(read(events), 'finding', { asOf: '2020-07-01', plan }).items;
    expect(item).toEqual({
      id: 'a',
      area: 'V1',
      subject: 'V1',
      openedOn: '2020-02-01',
      reopenedOn: [],
      closedOn: null,
      due: '2020-06-30',
      dueFrom: 'target',
      state: 'overdue',
      // 1 February to 1 July 2020: 29 + 31 + 30 + 31 + 30.
      days: 151,
      daysLate: 1,
      severity: 'high',
      clause: '三(二)',
      target: 'findings-cleared',
      note: 'severity=high;clause=三(二);补课',
      place: 'events.csv:2',
    });
  });

  test('reopening is an event of its own; closing again on that day leaves it open', () => {
    const dataset = read(`finding-opened,a,V1,2020-02-01,,
finding-reopened,a,V1,2020-03-01,,
finding-closed,a,V1,2020-03-01,,
`);
    const [item] = listProblems(dataset, 'finding', { asOf: '2020-03-11' }).items;
    expect(item).toMatchObject({ state: 'open', reopenedOn: ['2020-03-01'], closedOn: null, days: 10 });
  });

  test('agrees with what remains of the ledger in the evaluator', () => {
    const dataset = read(events);
    const { items } = listProblems(dataset, 'finding', { asOf: '2020-06-30' });
    // a, c, d and e are open on that day; b was closed on it, f is not yet opened.
    expect(items.filter(({ closedOn }) => closedOn === null).map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e']);
    expect(evaluate(plan, dataset, { asOf: '2020-06-30' }).target('findings-cleared').at(0).figure).toBe(4);
  });

  test('only items at or below an area', () => {
    const dataset = read(events);
    const ids = (within: string) =>
      listProblems(dataset, 'finding', { asOf: '2020-07-01', within }).items.map(({ id }) => id);
    expect(ids('T1')).toEqual(['a', 'b']);
    expect(ids('V1')).toEqual(['a']);
    expect(ids('C')).toHaveLength(5);
    expect(() => ids('T9')).toThrow('within: unknown area "T9"');
  });

  test('a ledger nobody keeps is not a ledger without problems', () => {
    const dataset = read('');
    expect(listProblems(dataset, 'finding', { asOf: '2020-07-01' })).toMatchObject({ reported: false, items: [] });
    expect(() => listProblems(dataset, 'finding', { asOf: '2020-02-30' })).toThrow('asOf: expected a date');
  });
});

test('describeProblem tells the story of an item', () => {
  const { items } = listProblems(read(events), 'finding', { asOf: '2020-07-01', plan });
  const text = (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    return item ? describeProblem(item) : undefined;
  };
  expect(text('d')).toEqual({
    zh: '逾期未销，2020-03-02 立项，2020-05-01 重新立项（共1次），期限 2020-06-30，已历时 61 天，超期 1 天',
    en: 'overdue, opened 2020-03-02, reopened 2020-05-01 (once), due 2020-06-30, 61 days so far, 1 day late',
  });
  // 10 February to 30 June: 19 + 31 + 30 + 31 + 30.
  expect(text('b')?.en).toBe('closed on time, opened 2020-02-10, due 2020-06-30, closed 2020-06-30 after 141 days');
});
