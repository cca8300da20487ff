import { describe, expect, test } from 'vitest';
import { parseDate } from '../period/period.js';
import type { Area } from './area.js';
import { createRoster } from './create-roster.js';
import { findSuccession, rowOnDay } from './succession.js';

function village(code: string, validTo = '', successor = ''): Area {
  return {
    code,
    name: code,
    level: 'village',
    parent: '',
    kind: 'villagers-committee',
    rollout: '',
    aliases: [],
    validFrom: '',
    validTo,
    successor,
  };
}

const later = parseDate('2022-01-01') as number;

describe('findSuccession', () => {
  test('knows an area before the one it went into, also where a chain runs through on one day', () => {
    const roster = createRoster([
      village('A'),
      village('B', '2020-12-31', 'A'),
      village('C', '2020-12-31', 'B'),
      village('D', '2020-06-30', 'A'),
    ]);
    const succession = findSuccession(roster);
    expect(succession.ceased.map((row) => roster.areas[row]?.code)).toEqual(['C', 'D', 'B']);
    expect(rowOnDay(succession, roster.indexOf('C'), later)).toBe(roster.indexOf('A'));
  });

  test('follows no circle, which a roster made by hand may have', () => {
    const roster = createRoster([
      village('A', '2020-12-31', 'B'),
      village('B', '2020-12-31', 'A'),
      village('C', '2020-12-31', 'A'),
    ]);
    const succession = findSuccession(roster);
    expect(succession.ceased).toEqual([]);
    for (const row of [0, 1, 2]) expect(rowOnDay(succession, row, later)).toBe(row);
  });
});
