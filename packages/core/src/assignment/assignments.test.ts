import { describe, expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { Plan } from '../plan/plan.js';
import { findActorsWithoutLinks, findResponsible, findSharedPlaces } from './assignments.js';

const measure = {
  kind: 'assignment',
  actors: 'leaders',
  roles: [
    { role: 'township', each: 1 },
    { role: 'village', each: 1 },
  ],
} as const;

const plan: Plan = {
  id: 'assignment',
  title: { zh: '包抓', en: 'Assignments' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'governance', name: { zh: '保障', en: 'Governance' } }],
  indicators: [],
  targets: [
    {
      id: 'leaders-assigned',
      clause: '三(一)',
      domain: 'governance',
      name: { zh: '包抓', en: 'Assigned' },
      measure,
      criterion: { kind: 'every' },
      schedule: { kind: 'by', date: '2021-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, rollUp: 'countDistinct' },
    },
  ],
};

const dataset = readDataset(plan, {
  areas: {
    name: 'areas.csv',
    text: `code,name,level,parent,kind
C,县,county,,county
T1,甲乡,township,C,township
T2,乙乡,township,C,township
V1,一村,village,T1,villagers-committee
V2,二村,village,T1,villagers-committee
V3,三村,village,T2,villagers-committee
`,
  },
  registers: {
    name: 'registers.csv',
    text: `register,id,area,class,from,to,attributes
leaders,li,,,,,
leaders,wang,,,,,
leaders,zhao,,,,2021-06-30,
leaders,qian,,,,,
`,
  },
  links: {
    name: 'links.csv',
    text: `actor,role,area,from,to
li,township,T1,2021-01-01,
li,village,V1,2021-01-01,2021-12-31
wang,township,T1,2021-01-01,
wang,village,V3,2021-07-01,
zhao,village,V1,,2021-06-30
`,
  },
});

describe('findResponsible', () => {
  test('first the area itself, then what is above it', () => {
    const found = findResponsible(dataset, 'V1', '2021-03-31');
    expect(found.map(({ actor, role, area, inherited }) => [actor, role, area, inherited])).toEqual([
      ['li', 'village', 'V1', false],
      ['zhao', 'village', 'V1', false],
      ['li', 'township', 'T1', true],
      ['wang', 'township', 'T1', true],
    ]);
    expect(found[1]).toMatchObject({ from: null, to: '2021-06-30', place: 'links.csv:6' });
  });

  test('both days of a link belong to it', () => {
    const actors = (on: string) =>
      findResponsible(dataset, 'V1', on)
        .filter((link) => !link.inherited)
        .map(({ actor }) => actor);
    expect(actors('2020-12-31')).toEqual(['zhao']);
    expect(actors('2021-01-01')).toEqual(['li', 'zhao']);
    expect(actors('2021-06-30')).toEqual(['li', 'zhao']);
    expect(actors('2021-07-01')).toEqual(['li']);
    expect(actors('2022-01-01')).toEqual([]);
  });

  test('an unknown area and a text that is no date are the caller’s errors', () => {
    expect(() => findResponsible(dataset, 'V9', '2021-01-01')).toThrow('area: unknown area "V9"');
    expect(() => findResponsible(dataset, 'V1', '2021-02-30')).toThrow('on: expected a date');
  });
});

describe('findActorsWithoutLinks', () => {
  test('names what is missing, and only actors who stand on the day', () => {
    expect(findActorsWithoutLinks(dataset, measure, '2021-06-30')).toEqual([
      {
        actor: 'qian',
        missing: [
          { role: 'township', held: 0, each: 1 },
          { role: 'village', held: 0, each: 1 },
        ],
      },
      { actor: 'wang', missing: [{ role: 'village', held: 0, each: 1 }] },
      { actor: 'zhao', missing: [{ role: 'township', held: 0, each: 1 }] },
    ]);
    expect(findActorsWithoutLinks(dataset, measure, '2021-07-01')?.map(({ actor }) => actor)).toEqual(['qian']);
  });

  test('an unreported register is unknown, not complete', () => {
    expect(findActorsWithoutLinks(dataset, { ...measure, actors: 'departments' }, '2021-06-30')).toBeNull();
  });
});

describe('findSharedPlaces', () => {
  test('places several actors hold in one role', () => {
    expect(findSharedPlaces(dataset, '2021-06-30')).toEqual([
      { area: 'T1', role: 'township', actors: ['li', 'wang'] },
      { area: 'V1', role: 'village', actors: ['li', 'zhao'] },
    ]);
    expect(findSharedPlaces(dataset, '2021-07-01', ['village'])).toEqual([]);
  });
});
