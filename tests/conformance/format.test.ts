import { VERDICTS } from '@guatu/core';
import { describe, expect, test } from 'vitest';
import { listCases, readCase } from './cases.js';
import { readNumber } from './compare.js';

const cases = listCases().map(readCase);

describe('every case of the set', () => {
  test('is one of at least 150', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });

  test.each(cases.map((given) => [given.name, given] as const))('%s is complete', (name, given) => {
    const { rule, arithmetic, checks } = given.expectation;
    expect(rule, 'the rules of the contract, and what they say').toMatch(/^semantics §\d+\.\d+(, §\d+\.\d+)*: ./);
    expect(arithmetic, 'the arithmetic in figures').toMatch(/\d/);
    expect(checks.length, 'checks').toBeGreaterThan(0);
    for (const check of checks) {
      expect(check.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const parts = [
        check.results,
        check.rollout,
        check.rolloutTotals,
        check.diagnostics,
        check.withoutDiagnostics,
        check.rows && Object.keys(check.rows),
        check.ranking?.areas,
        check.problems?.items,
        check.responsible,
      ];
      expect(
        parts.some((part) => (part?.length ?? 0) > 0),
        `something expected as of ${check.asOf}`,
      ).toBe(true);
    }
    expect((JSON.parse(given.plan) as { id: string }).id).toBe(name.replace('/', '-'));
  });

  test.each(cases.map((given) => [given.name, given] as const))('%s names what exists', (_name, given) => {
    const plan = JSON.parse(given.plan) as { targets: { id: string }[] };
    const targets = new Set(plan.targets.map(({ id }) => id));
    const areas = new Set(
      given.areas
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',')[0]),
    );
    for (const check of given.expectation.checks) {
      for (const result of check.results ?? []) {
        expect(targets, `target ${result.target}`).toContain(result.target);
        expect(areas, `area ${result.area}`).toContain(result.area);
        if (result['verdict'] !== undefined) expect(VERDICTS).toContain(result['verdict']);
        if (typeof result['attainment'] === 'string') expect(readNumber(result['attainment'])).toBeDefined();
        expect(Object.keys(result).length, 'fields to compare').toBeGreaterThan(2);
      }
    }
  });
});

describe('the set as a whole', () => {
  const results = cases.flatMap(({ expectation }) => expectation.checks.flatMap((check) => check.results ?? []));
  const targets = cases.flatMap((given) => (JSON.parse(given.plan) as Plan).targets);

  test('reaches every verdict', () => {
    expect(new Set(results.map((result) => result['verdict']).filter((verdict) => verdict !== undefined))).toEqual(
      new Set(VERDICTS),
    );
  });

  test('holds every measure, criterion, schedule and roll-up', () => {
    expect(collect(targets, (target) => target.measure.kind)).toEqual([
      'assignment',
      'case',
      'change',
      'checklist',
      'count',
      'cumulative',
      'flow',
      'grade',
      'growth',
      'occurrence',
      'rate',
      'remaining',
      'share',
      'state',
      'stock',
    ]);
    expect(collect(targets, (target) => target.criterion.kind)).toEqual([
      'about',
      'atLeast',
      'atMost',
      'between',
      'done',
      'every',
      'gradeAtLeast',
      'lessThan',
      'moreThan',
      'none',
      'notAbove',
      'observe',
    ]);
    expect(collect(targets, (target) => target.schedule.kind)).toEqual([
      'by',
      'eachHalf',
      'eachMonth',
      'eachQuarter',
      'eachYear',
      'standing',
      'throughout',
    ]);
    expect(collect(targets, (target) => target.scope.rollUp)).toEqual([
      'allOf',
      'countDistinct',
      'ratioOfSums',
      'reported',
      'shareOfAreas',
      'sum',
    ]);
  });
});

interface Plan {
  readonly targets: readonly {
    readonly measure: { readonly kind: string };
    readonly criterion: { readonly kind: string };
    readonly schedule: { readonly kind: string };
    readonly scope: { readonly rollUp: string };
  }[];
}

function collect<Item>(items: readonly Item[], read: (item: Item) => string): string[] {
  return [...new Set(items.map(read))].sort();
}
