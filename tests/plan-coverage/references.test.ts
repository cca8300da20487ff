import { describe, expect, it } from 'vitest';
import type { Indicator, Measure, Target } from '@guatu/core';
import { plan, readFixture } from './fixture.js';

const indicators = new Map<string, Indicator>(plan.indicators.map((indicator) => [indicator.id, indicator]));
const targets = new Map<string, Target>(plan.targets.map((target) => [target.id, target]));

/** Type of indicator each measure is formed from. */
const TYPE_OF_MEASURE: Partial<Record<Measure['kind'], Indicator['type']>> = {
  stock: 'quantity',
  flow: 'quantity',
  cumulative: 'quantity',
  change: 'quantity',
  growth: 'quantity',
  rate: 'ratio',
  grade: 'grade',
  state: 'state',
  checklist: 'state',
};

describe('plan.json', () => {
  it('uses every id once', () => {
    expect(targets.size).toBe(plan.targets.length);
    expect(indicators.size).toBe(plan.indicators.length);
    for (const id of [...targets.keys(), ...indicators.keys()]) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('forms every figure from an indicator of the right type, and uses every indicator', () => {
    const used = new Set<string>();
    for (const target of plan.targets) {
      for (const { id, kind } of indicatorsOf(target.measure)) {
        expect(indicators.get(id)?.type, `${target.id}: ${id}`).toBe(TYPE_OF_MEASURE[kind]);
        used.add(id);
      }
    }
    expect([...indicators.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('names domains, parents and clauses that exist', () => {
    const domains = new Set(plan.domains.map(({ id }) => id));
    for (const target of plan.targets) {
      expect(domains, target.id).toContain(target.domain);
      expect(target.clause).toMatch(/^(一\([二三]\)|二\([一二三四五六]\)[1-6]?|三\([一二三四五]\))$/);
      if (target.parent !== undefined) expect(targets.has(target.parent), target.parent).toBe(true);
    }
    for (const { id } of plan.domains) {
      expect(
        plan.targets.some(({ domain }) => domain === id),
        `${id} has targets`,
      ).toBe(true);
    }
  });

  it('has as many targets as its pages say', () => {
    for (const page of ['README.md', '../../README.md', '../../README.zh-CN.md']) {
      const said = [...readFixture(page).matchAll(/(\d+) targets\b|(\d+) 项目标/g)].map(([, en, zh]) =>
        Number(en ?? zh),
      );
      expect(said, page).toEqual([plan.targets.length]);
    }
  });

  it('climbs in every staircase, from one due date to the next', () => {
    const series = new Set(plan.targets.flatMap((target) => target.series ?? []));
    expect([...series].sort()).toEqual(['collective-income-5', 'library-points', 'rollout']);
    for (const name of series) {
      const steps = plan.targets.filter((target) => target.series === name);
      const dates = steps.map(({ schedule }) => (schedule.kind === 'by' ? schedule.date : ''));
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.length).toBeGreaterThan(1);
    }
  });

  it('judges within the plan, and says of a date it made up where it comes from', () => {
    for (const { id, schedule } of plan.targets) {
      if (schedule.kind !== 'by') continue;
      expect(schedule.date >= plan.start && schedule.date <= plan.end, id).toBe(true);
      if (schedule.basis === 'planEnd') expect(schedule.date, id).toBe(plan.end);
    }
  });

  it('speaks both languages everywhere', () => {
    for (const text of textsOf(plan)) {
      expect(text.zh).toMatch(/\p{Script=Han}|^\d/u);
      // a clause is called by its Chinese label in either language
      expect(text.en.replaceAll(/[一二三]\([一二三四五六]\)\d?/g, '')).toMatch(
        /^[\p{Script=Latin}\p{N}\p{P}\p{Zs}+]+$/u,
      );
      expect(`${text.zh}${text.en}`).not.toMatch(/^\s|\s$/);
    }
  });

  it('lists as rosters and batches what areas.csv has', () => {
    const rows = readFixture('areas.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','));
    for (const { level, kind, count } of plan.rosters ?? []) {
      expect(rows.filter((row) => row[2] === level && (kind === undefined || row[4] === kind))).toHaveLength(count);
    }
    const batches = plan.rollout?.batches.map(({ cohort }) => rows.filter((row) => row[5] === cohort).length);
    expect(batches).toEqual([36, 48, 28]);
  });
});

function indicatorsOf(measure: Measure): { id: string; kind: Measure['kind'] }[] {
  const { kind } = measure;
  if ('predicate' in measure) return indicatorsOf(measure.predicate.measure);
  if (measure.kind === 'checklist') return measure.items.map((id) => ({ id, kind }));
  return 'indicator' in measure ? [{ id: measure.indicator, kind }] : [];
}

/** Every text in two languages a value holds. */
function* textsOf(value: unknown): Generator<{ zh: string; en: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('zh' in value && 'en' in value) yield value as { zh: string; en: string };
  else for (const inner of Object.values(value)) yield* textsOf(inner);
}
