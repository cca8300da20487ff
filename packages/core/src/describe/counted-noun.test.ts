import { expect, it } from 'vitest';
import type { Measure, Target } from '../plan/plan.js';
import { countedNoun } from './counted-noun.js';

const name = { zh: '土地', en: 'Land' };
const land = { kind: 'stock', indicator: 'land' } as const;
const predicate = { measure: land, criterion: { kind: 'atLeast', value: 2, unit: '亩' } } as const;

const targetOf = (measure: Measure, scope: Target['scope'], kind: 'every' | 'done' = 'every'): Target => ({
  id: 't',
  clause: '一',
  domain: 'd',
  name,
  measure,
  criterion: { kind },
  schedule: { kind: 'by', date: '2020-12-31', basis: 'explicit' },
  scope,
});

const county: Target['scope'] = { owes: { level: 'county' }, rollUp: 'sum' };

it('members of a predicate are villages unless the plan says who reports', () => {
  expect(countedNoun(targetOf({ kind: 'share', predicate }, county), 'county').zh).toBe('村');
  expect(countedNoun(targetOf({ kind: 'remaining', predicate }, county), 'township').zh).toBe('村');
  expect(countedNoun(targetOf({ kind: 'share', predicate }, { ...county, from: 'township' }), 'county').zh).toBe(
    '个乡镇',
  );
});

it('entries of a register the target names are no areas', () => {
  const scope = { owes: { level: 'county', register: 'works' }, rollUp: 'sum' } as const;
  const measures: readonly Measure[] = [
    { kind: 'share', predicate },
    { kind: 'remaining', predicate },
  ];
  for (const measure of measures)
    expect(countedNoun(targetOf(measure, scope), 'county').en).toEqual(['entry', 'entries']);
});

it('an area below those that report stands for itself', () => {
  expect(countedNoun(targetOf(land, county, 'done'), 'village').zh).toBe('村');
});

it('where every one of several has to be met, those are counted that met all', () => {
  const list = { kind: 'checklist', items: ['road', 'hall'] } as const;
  expect(countedNoun(targetOf(list, county), 'county').zh).toBe('村');
  expect(countedNoun(targetOf(list, county, 'done'), 'county').zh).toBe('项');
});
