import { evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from './fictional-county.js';
import type { FictionalCounty } from './fictional-county.js';

describe('fictionalCounty', () => {
  it.each([1, 2, 12, 29, 30, 112, 500])('makes up a county of %i villages that reads without a finding', (villages) => {
    const county = fictionalCounty({ villages });
    expect(county.boundaries.features).toHaveLength(villages);
    const { roster, diagnostics } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
    expect(diagnostics).toEqual([]);
    expect(roster.areas.filter(({ level }) => level === 'village')).toHaveLength(villages);
  });

  it('is the same for the same seed, and another for another', () => {
    const text = (seed: number): string => JSON.stringify(fictionalCounty({ villages: 40, seed }));
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  it('says everywhere that it is invented', () => {
    const { notice, boundaries, plan, areas } = fictionalCounty({ villages: 12 });
    expect(notice).toContain('虚构');
    expect(boundaries.fictional).toBe(true);
    expect(boundaries.features.every(({ properties }) => properties.fictional)).toBe(true);
    expect(plan.illustrative?.zh).toContain('虚构');
    expect(areas.every(({ code }) => code.startsWith('99'))).toBe(true);
  });

  it('gives every border the corners asked for, closed', () => {
    for (const corners of [6, 24, 48]) {
      for (const { geometry } of fictionalCounty({ villages: 12, corners }).boundaries.features) {
        expect(geometry.coordinates[0]).toHaveLength(corners + 1);
        expect(geometry.coordinates[0]?.[0]).toEqual(geometry.coordinates[0]?.at(-1));
      }
    }
  });

  it('shares every inner border corner by corner', () => {
    const directions = new Map<string, number>();
    for (const { geometry } of fictionalCounty({ villages: 60 }).boundaries.features) {
      const ring = geometry.coordinates[0] ?? [];
      for (const [index, from] of ring.slice(0, -1).entries()) {
        const ends = [from.join(), ring[index + 1]?.join() ?? ''].sort().join(' ');
        directions.set(ends, (directions.get(ends) ?? 0) + 1);
      }
    }
    const counts = [...directions.values()];
    expect(Math.max(...counts)).toBe(2);
    // far more edges inside than along the outside
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(counts.length * 0.6);
  });

  it('has names that are unique within their township only', () => {
    const villages = fictionalCounty({ villages: 400 }).areas.filter(({ level }) => level === 'village');
    expect(new Set(villages.map(({ parent, name }) => parent + name)).size).toBe(400);
    expect(new Set(villages.map(({ name }) => name)).size).toBeLessThan(400);
  });

  it('comes with a plan and reports that evaluate', () => {
    const { dataset, plan } = read(fictionalCounty({ villages: 112 }));
    expect(dataset.diagnostics).toEqual([]);
    const evaluation = evaluate(plan, dataset, { asOf: '2023-01-31' });
    for (const { id } of plan.targets) expect(evaluation.target(id).at(0).figure, id).not.toBeNull();
    const { started, total } = evaluation.rolloutTotals(0);
    expect(total).toBe(112);
    expect(started).toBeGreaterThan(90);
    const observed = dataset.rowCounts.get('observations.csv');
    expect(observed?.missing).toBeGreaterThan(0);
    expect(observed?.refused).toBe(0);
  });

  it('refuses a number of villages it cannot make', () => {
    for (const villages of [0, -1, 1.5, 50_001, Number.NaN])
      expect(() => fictionalCounty({ villages })).toThrow(`got ${villages}`);
  });
});

function read({ plan, areasCsv, observationsCsv, eventsCsv }: FictionalCounty) {
  const parsed = parsePlan(JSON.stringify(plan), { source: 'plan.json' });
  expect(parsed.diagnostics).toEqual([]);
  if (!parsed.plan) throw new Error('the plan does not read');
  const dataset = readDataset(parsed.plan, {
    areas: { name: 'areas.csv', text: areasCsv },
    observations: { name: 'observations.csv', text: observationsCsv },
    events: { name: 'events.csv', text: eventsCsv },
  });
  return { plan: parsed.plan, dataset };
}
