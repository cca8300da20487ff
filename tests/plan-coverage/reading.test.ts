import { describe, expect, it } from 'vitest';
import { evaluate } from '@guatu/core';
import { readCounty } from './county.js';
import { plan as written, readFixture } from './fixture.js';

const FILES = ['observations', 'registers', 'events', 'links'] as const;

describe('the county, read', () => {
  const { plan, dataset, diagnostics } = readCounty();

  it('has nothing wrong in it', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan.targets.map(({ id }) => id)).toEqual(written.targets.map(({ id }) => id));
  });

  it('accounts for every row', () => {
    for (const file of FILES) {
      const counts = dataset.rowCounts.get(`${file}.csv`);
      if (counts === undefined) throw new Error(`${file}.csv is not accounted for`);
      const { rows, used, missing, superseded, refused } = counts;
      expect(rows, file).toBe(readFixture(`${file}.csv`).trimEnd().split('\n').length - 1);
      expect(used + missing + superseded + refused, file).toBe(rows);
      expect(refused, file).toBe(0);
    }
    expect(dataset.rowCounts.get('observations.csv')?.missing).toBeGreaterThan(0);
    expect(dataset.rowCounts.get('observations.csv')?.superseded).toBeGreaterThan(0);
  });

  it('gives the board every kind of verdict to show', () => {
    const atEnd = evaluate(plan, dataset, { asOf: '2022-12-31' });
    const county = dataset.roster.areas.findIndex(({ level }) => level === 'county');
    const verdicts = new Set(plan.targets.map(({ id }) => atEnd.target(id).at(county).verdict));
    for (const verdict of [
      'attained',
      'attainedWithinTolerance',
      'notAttained',
      'undecided',
      'noData',
      'noCase',
      'notJudged',
    ]) {
      expect(verdicts, verdict).toContain(verdict);
    }
    const midway = evaluate(plan, dataset, { asOf: '2021-06-30' });
    const states = dataset.roster.areas.map((_, area) => midway.rollout(area).state);
    for (const state of ['none', 'planned', 'due', 'started', 'late']) expect(states, state).toContain(state);
    const village = dataset.roster.areas.findIndex(({ rollout }) => rollout === '2022');
    expect(midway.target('one-three-n').at(village).verdict).toBe('notStarted');
  });
});
