import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import { suggestUnits, findUnit, parseUnit } from '../quantity/unit.js';
import { createPlanJsonSchema } from './json-schema.js';
import { parsePlan } from './parse-plan.js';
import type { Plan } from '../plan/plan.js';

/** A plan as a county writes it: in its own language, and in units of its own. */
const plan = {
  id: 'county',
  title: { zh: '某县空气质量方案' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'air', name: { zh: '大气' } }],
  units: [{ name: '贝可/立方米' }, { name: '窝', counts: true }],
  indicators: [
    { id: 'radon', name: { zh: '氡浓度' }, type: 'quantity', unit: '贝可/立方米' },
    { id: 'bees', name: { zh: '蜂群' }, type: 'quantity', unit: '窝' },
    { id: 'grain', name: { zh: '粮食' }, type: 'quantity', unit: '亿斤' },
  ],
  targets: [
    target('radon', { kind: 'atMost', value: 150, unit: '贝可/立方米' }),
    target('bees', { kind: 'atLeast', value: 40, unit: '窝' }),
    target('grain', { kind: 'atLeast', value: 1.5, unit: '亿斤' }),
  ],
};

function target(indicator: string, criterion: object): object {
  return {
    id: indicator,
    clause: '一',
    domain: 'air',
    name: { zh: indicator },
    measure: { kind: 'stock', indicator },
    criterion,
    schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
    scope: { owes: { level: 'county' }, rollUp: 'reported' },
  };
}

const codes = (given: unknown): readonly string[] => parsePlan(given).diagnostics.map(({ code }) => code);

describe('one language is enough', () => {
  test('and stands for the other, wherever a text stands', () => {
    const { plan: read, diagnostics } = parsePlan(plan);
    expect(diagnostics).toEqual([]);
    expect(read?.title).toEqual({ zh: '某县空气质量方案', en: '某县空气质量方案' });
    expect(read?.targets[0]?.name).toEqual({ zh: 'radon', en: 'radon' });
    expect(parsePlan({ ...plan, title: { en: 'Air' } }).plan?.title).toEqual({ zh: 'Air', en: 'Air' });
  });

  test('but an empty text or a number is none', () => {
    expect(codes({ ...plan, title: {} })).toContain('plan-missing');
    expect(codes({ ...plan, title: { zh: 5 } })).toContain('plan-expected-text');
  });

  test('an editor is told so', () => {
    const { $defs } = createPlanJsonSchema() as { readonly $defs: Readonly<Record<string, object>> };
    expect($defs['Text']).toMatchObject({ anyOf: [{ required: ['zh'] }, { required: ['en'] }] });
    expect($defs['Text']).not.toHaveProperty('required');
  });
});

describe('units of a plan’s own', () => {
  const read = parsePlan(plan).plan as Plan;
  const areas = { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\n' };
  const reported = (...rows: readonly string[]) =>
    readDataset(read, {
      areas,
      observations: { name: 'o.csv', text: ['indicator,area,period,value,unit', ...rows].join('\n') },
    });

  test('are read, judged and shown', () => {
    // 148.5 is at most 150; 39 of 40 are one short; 15,000万斤 are 1.5亿斤
    const dataset = reported(
      'radon,C,2022-12-31,148.5,贝可/立方米',
      'bees,C,2022-12-31,39,',
      'grain,C,2022-12-31,15000,万斤',
    );
    expect(dataset.diagnostics).toEqual([]);
    const evaluation = evaluate(read, dataset, { asOf: '2022-12-31' });
    const results = ['radon', 'bees', 'grain'].map((id) => evaluation.target(id).at(0));
    expect(results.map(({ verdict }) => verdict)).toEqual(['attained', 'notAttained', 'attained']);
    expect(results.map(({ figure, unit }) => [figure, unit])).toEqual([
      [148.5, '贝可/立方米'],
      [39, '窝'],
      [1.5, '亿斤'],
    ]);
    expect(results[1]?.gap).toBe(1);
    expect(evaluation.diagnostics).toEqual([]);
  });

  test('convert into nothing else, and are known to no other plan', () => {
    expect(
      reported('bees,C,2022-12-31,39,个', 'radon,C,2022-12-31,1,窝').diagnostics.map(({ message }) => message),
    ).toEqual([
      'o.csv:2 unit: the unit "个" does not convert into the indicator\'s, "窝"',
      'o.csv:3 unit: the unit "窝" does not convert into the indicator\'s, "贝可/立方米"',
    ]);
    expect(codes({ ...plan, targets: [target('bees', { kind: 'atLeast', value: 1, unit: '贝可/立方米' })] })).toEqual([
      'plan-unit-dimension',
    ]);
    expect(findUnit('窝')).toBeUndefined();
  });

  test('one that has a meaning keeps it, and one of two is left out', () => {
    expect(codes({ ...plan, units: [...plan.units, { name: '亩' }, { name: '窝' }] })).toEqual([
      'plan-unit-taken',
      'plan-unit-taken',
    ]);
  });

  test('of an unknown one it is said what there is', () => {
    const { diagnostics } = parsePlan({ ...plan, units: [] });
    expect(diagnostics.map(({ code }) => code)).toContain('plan-unit-unknown');
    expect(diagnostics[0]?.message).toMatch(
      /^plan\.json indicators\[0\]\.unit: unknown unit "贝可\/立方米"; there is .*微克\/立方米.*, or declare it among units$/,
    );
  });
});

describe('multiples of units', () => {
  // 1公顷 = 15亩 = 30,000 thirds of a square metre; 1斤 = 500 g
  test.each([
    ['千公顷', 30_000_000, 'area', '1,000 ha'],
    ['亿斤', 50_000_000_000, 'mass', '100 million jin'],
    ['千万元', 10_000_000, 'money', '10 million yuan'],
    ['亿吨', 100_000_000_000_000, 'mass', '100 million t'],
    ['千人', 1_000, '人', '1,000 people'],
    ['万美元', 10_000, 'US dollars', '10,000 US dollars'],
  ])('%s', (name, factor, dimension, en) => {
    expect(findUnit(name)).toMatchObject({ name, factor, dimension, en });
    expect(parseUnit(` ${name} `)?.factor).toBe(factor);
  });

  test.each(['千%', '万万亩', '亿', '千', '万亿吨', '千公', '万constructor'])('%s is none', (name) => {
    expect(findUnit(name)).toBeUndefined();
  });

  test('suggestions are of the dimension that is asked for', () => {
    expect(suggestUnits('whatever', 'share')).toEqual(['‰', '%']);
    expect(suggestUnits('𝟘')).toContain('亩');
  });
});
