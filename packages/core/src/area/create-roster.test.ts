import { describe, expect, test } from 'vitest';
import type { Area } from './area.js';
import { createRoster } from './create-roster.js';
import { findSuccession, rowOnDay } from './succession.js';
import { parseDate } from '../period/period.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const area = (code: string, parent: string, more: Partial<Area> = {}): Area => ({
  code,
  name: code,
  level: parent === '' ? 'county' : 'township',
  parent,
  kind: parent === '' ? 'county' : 'town',
  rollout: '',
  aliases: [],
  validFrom: '',
  validTo: '',
  successor: '',
  ...more,
});

describe('createRoster', () => {
  test('takes several roots', () => {
    const { areas, parents } = createRoster([area('D', ''), area('T', 'D'), area('C', '')]);
    expect(areas.map(({ code }) => code)).toEqual(['C', 'D', 'T']);
    expect([...parents]).toEqual([-1, -1, 1]);
  });

  test('an old code two areas claim joins none', () => {
    const roster = createRoster([
      area('C', ''),
      area('A', 'C', { aliases: ['X'] }),
      area('B', 'C', { aliases: ['X'] }),
    ]);
    expect(roster.indexOf('X')).toBe(-1);
  });

  test('an empty roster is a roster', () => {
    const roster = createRoster([]);
    expect(roster.areas).toEqual([]);
    expect(roster.indexOf('C')).toBe(-1);
    expect(roster.children(0)).toEqual([]);
  });

  test('copies areas, whatever shape they came in', () => {
    const given: Mutable<Area> & { colour: string } = {
      ...area('T', 'C', { rollout: '2020', aliases: ['乙乡'] }),
      place: [101.9, 38.2],
      colour: 'red',
    };
    const { areas } = createRoster([area('C', ''), given]);
    given.rollout = '2021';
    expect(areas).toStrictEqual([
      area('C', ''),
      { ...area('T', 'C', { rollout: '2020', aliases: ['乙乡'] }), place: [101.9, 38.2] },
    ]);
  });

  test('throws for what a program must not hand over', () => {
    expect(() => createRoster([area('C', ''), area('C', '')])).toThrow('roster: code "C" stands twice');
    expect(() => createRoster([area('C', ''), area('T', 'D')])).toThrow(
      'roster: "T" has no way up to a root, its parent is "D"',
    );
    expect(() => createRoster([area('A', 'B'), area('B', 'A')])).toThrow(/no way up to a root/);
  });
});

describe('succession', () => {
  const roster = createRoster([
    area('C', ''),
    area('P', 'C', { validTo: '2020-06-30', successor: 'Q' }),
    area('Q', 'C', { validTo: '2021-06-30', successor: 'S' }),
    area('S', 'C'),
  ]);
  const succession = findSuccession(roster);
  const at = (date: string): number => rowOnDay(succession, roster.indexOf('P'), parseDate(date) ?? 0);

  test('follows an area to what it has become; the last day is its own', () => {
    expect(at('2020-06-30')).toBe(roster.indexOf('P'));
    expect(at('2020-07-01')).toBe(roster.indexOf('Q'));
    expect(at('2021-07-01')).toBe(roster.indexOf('S'));
  });
});
