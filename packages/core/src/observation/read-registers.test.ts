import { describe, expect, test } from 'vitest';
import { parseDate } from '../period/period.js';
import type { Plan, Target } from '../plan/plan.js';
import { fileOf, messagesOf, readRows, smallPlan } from './testing/small-county.js';

const text = { zh: '示例', en: 'example' };
const target = (id: string, measure: Target['measure']): Target => ({
  id,
  clause: '一',
  domain: 'd',
  name: text,
  measure,
  criterion: { kind: 'observe' },
  schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
  scope: { owes: { level: 'county' }, rollUp: 'countDistinct' },
});
const plan: Plan = {
  ...smallPlan,
  targets: [
    target('parks', { kind: 'count', register: 'parks', when: 'standing' }),
    target('leaders', { kind: 'assignment', actors: 'leaders', roles: [{ role: 'village', each: 1 }] }),
    target('findings', { kind: 'remaining', ledger: 'finding' }),
    target('rounds', { kind: 'occurrence', event: 'round', covering: 'village' }),
    target('rewards', { kind: 'case', condition: 'excellent', act: 'reward', order: 'after', within: 30 }),
    target('opened', { kind: 'state', event: 'opened' }),
  ],
};
const day = (date: string): number => parseDate(date) as number;

const registers = (...rows: readonly string[]) =>
  readRows([], { plan, registers: fileOf('registers.csv', 'register,id,area,class,from,to,attributes', rows) });
const events = (...rows: readonly string[]) =>
  readRows([], { plan, events: fileOf('events.csv', 'kind,id,subject,date,covered,note', rows) });
const links = (...rows: readonly string[]) =>
  readRows([], { plan, links: fileOf('links.csv', 'actor,role,area,from,to', rows) });

describe('registers', () => {
  test('members with open ends and attributes', () => {
    const dataset = registers(
      'parks,p1,V1,large,2020-01-01,,growing=yes；area = 300;note=缺',
      'parks,p2,,,,2021-12-31,',
    );
    const [first, second] = dataset.registers.get('parks') ?? [];
    expect(first).toEqual({
      register: 'parks',
      id: 'p1',
      area: dataset.roster.indexOf('V1'),
      class: 'large',
      from: day('2020-01-01'),
      to: Number.POSITIVE_INFINITY,
      attributes: new Map([
        ['growing', 'yes'],
        ['area', '300'],
      ]),
      place: 'registers.csv:2',
    });
    expect(second).toMatchObject({ area: -1, from: Number.NEGATIVE_INFINITY, to: day('2021-12-31') });
    expect(messagesOf(dataset)).toEqual([]);
  });

  test('rows that cannot be used are refused, the rest stays', () => {
    const dataset = registers(
      'parks,,V1,,,,',
      'parks,p1,V9,,,,',
      'parks,p2,V1,,2021-02-30,,',
      'parks,p3,V1,,2022-01-01,2021-01-01,',
      'parks,p4,V1,,,,growing;=x;a=1;a=2',
      'parks,p4,V1,,,,growing;=x;a=1;a=2',
      'parks,p4,V2,,,,',
    );
    expect(messagesOf(dataset)).toEqual([
      'registers.csv:2 id: id must not be empty',
      'registers.csv:3 area: the roster has no area with the code "V9"',
      'registers.csv:4 from: expected a date like 2021-06-30, got "2021-02-30"',
      'registers.csv:5 to: the end 2021-01-01 comes before the start 2022-01-01',
      'registers.csv:6 attributes: expected attributes as key=value, left out "growing"',
      'registers.csv:6 attributes: expected attributes as key=value, left out "=x"',
      'registers.csv:6 attributes: expected attributes as key=value, left out "a=2"',
      'registers.csv:7 attributes: expected attributes as key=value, left out "growing"',
      'registers.csv:7 attributes: expected attributes as key=value, left out "=x"',
      'registers.csv:7 attributes: expected attributes as key=value, left out "a=2"',
      'registers.csv:7: says the same as registers.csv:6',
    ]);
    expect(dataset.registers.get('parks')?.map(({ id }) => id)).toEqual(['p4', 'p4']);
    expect(dataset.rowCounts.get('registers.csv')).toEqual({ rows: 7, used: 2, missing: 0, superseded: 1, refused: 4 });
  });

  test('a register the plan does not count is read, and told once', () => {
    const dataset = registers('prks,p1,V1,,,,', 'prks,p2,V1,,,,', 'leaders,l1,,,,,', '__proto__,x,,,,,');
    expect([...dataset.registers.keys()]).toEqual(['prks', 'leaders', '__proto__']);
    expect(messagesOf(dataset)).toEqual([
      'registers.csv:2 register: no target of the plan counts the register "prks"',
      'registers.csv:5 register: no target of the plan counts the register "__proto__"',
    ]);
  });
});

describe('events', () => {
  test('stand by kind, ascending by date', () => {
    const dataset = events(
      'finding-opened,f1,V1,2021-03-01,,',
      'finding-opened,f2,V2,2020-03-01,,late',
      'finding-closed,f1,V1,2021-05-01,,',
      'finding-reopened,f1,V1,2021-06-01,,',
      'round,r1,,2020-06-30,V1;V2；V9,',
      'excellent,e1,张三,2020-12-31,,',
      'reward,e1,张三,2021-01-10,,',
    );
    expect([...dataset.events].map(([kind, list]) => [kind, list.length])).toEqual([
      ['finding-opened', 2],
      ['finding-closed', 1],
      ['finding-reopened', 1],
      ['round', 1],
      ['excellent', 1],
      ['reward', 1],
    ]);
    expect(dataset.events.get('finding-opened')?.map(({ id }) => id)).toEqual(['f2', 'f1']);
    expect(dataset.events.get('round')?.[0]?.covered).toEqual(['V1', 'V2', 'V9']);
    expect(dataset.events.get('reward')?.[0]).toMatchObject({ subject: '张三', area: -1, date: day('2021-01-10') });
    expect(messagesOf(dataset)).toEqual(['events.csv:6 covered: the roster has no area with the covered code "V9"']);
  });

  test('of an area need an area that is there', () => {
    const dataset = events(
      'start,s1,V1,2020-05-01,,',
      'start,s2,V9,2020-05-01,,',
      'start,s3,,2020-05-01,,',
      'opened,o,x,2020-05-01,,',
    );
    expect(dataset.events.get('start')).toMatchObject([{ area: dataset.roster.indexOf('V1') }]);
    expect(messagesOf(dataset)).toEqual([
      'events.csv:3 subject: the roster has no area with the code "V9"',
      'events.csv:4 subject: subject must not be empty',
      'events.csv:5 subject: the roster has no area with the code "x"',
    ]);
  });

  test('rows that cannot be used are refused', () => {
    const dataset = events(
      'round,r1,,2020-13-01,,',
      ',r2,,2020-06-30,,',
      'round,r3,,,,',
      'rond,r4,,2020-06-30,,',
      'rond,r4,,2020-06-30,,',
    );
    expect(messagesOf(dataset)).toEqual([
      'events.csv:2 date: expected a date like 2021-06-30, got "2020-13-01"',
      'events.csv:3 kind: kind must not be empty',
      'events.csv:4 date: date must not be empty',
      'events.csv:5 kind: no target of the plan asks for events of the kind "rond"',
      'events.csv:6: says the same as events.csv:5',
    ]);
    expect(dataset.rowCounts.get('events.csv')).toEqual({ rows: 5, used: 1, missing: 0, superseded: 1, refused: 3 });
  });
});

describe('links', () => {
  test('stand by role', () => {
    const dataset = links('王五,village,V1,2020-01-01,2020-12-31', '王五,village,V2,2021-01-01,', '王五,township,T,,');
    expect(dataset.links.get('village')).toEqual([
      {
        actor: '王五',
        role: 'village',
        area: dataset.roster.indexOf('V1'),
        from: day('2020-01-01'),
        to: day('2020-12-31'),
        place: 'links.csv:2',
      },
      {
        actor: '王五',
        role: 'village',
        area: dataset.roster.indexOf('V2'),
        from: day('2021-01-01'),
        to: Number.POSITIVE_INFINITY,
        place: 'links.csv:3',
      },
    ]);
    expect(dataset.links.get('township')).toHaveLength(1);
  });

  test('rows that cannot be used are refused', () => {
    const dataset = links(
      ',village,V1,,',
      '王五,village,V9,,',
      '王五,village,V1,x,',
      '王五,village,V1,,',
      '王五,village,V1,,',
    );
    expect(messagesOf(dataset)).toEqual([
      'links.csv:2 actor: actor must not be empty',
      'links.csv:3 area: the roster has no area with the code "V9"',
      'links.csv:4 from: expected a date like 2021-06-30, got "x"',
      'links.csv:6: says the same as links.csv:5',
    ]);
    expect(dataset.rowCounts.get('links.csv')).toEqual({ rows: 5, used: 1, missing: 0, superseded: 1, refused: 3 });
  });
});
