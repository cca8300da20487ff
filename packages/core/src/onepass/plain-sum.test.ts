import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../observation/read-dataset.js';
import type { Dataset } from '../observation/dataset.js';
import type { Level, Plan } from '../plan/plan.js';
import { compileTarget } from '../compile/compile-target.js';
import { createContext, evaluate } from '../evaluate/evaluate.js';
import { sumPlainly } from './plain-sum.js';
import { VERDICTS } from '../result/result.js';

setFlagsFromString('--expose-gc');

const text = { zh: '收入', en: 'Income' };
const planFor = (level: Level): Plan => ({
  id: 'plain',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: text }],
  indicators: [{ id: 'income', name: text, type: 'quantity', unit: '元' }],
  targets: [
    {
      id: 'income',
      clause: '1',
      domain: 'industry',
      name: text,
      measure: { kind: 'flow', indicator: 'income' },
      criterion: { kind: 'atLeast', value: 4, unit: '元' },
      schedule: { kind: 'by', date: '2020-12-31', basis: 'explicit' },
      scope: { owes: { level }, rollUp: 'sum' },
    },
  ],
});

const AREAS = `code,name,level,parent,kind
C,县,county,,county
T1,甲乡,township,C,township
T2,乙镇,township,C,town
T2-1,一村,village,T2,villagers-committee
T2-2,二社区,village,T2,residents-committee
T2-3,三村,village,T2,villagers-committee
T2-4,四村,village,T2,villagers-committee
T3,丙乡,township,C,township
`;

function read(plan: Plan, figures: Readonly<Record<string, string>>): Dataset {
  const rows = Object.entries(figures).map(([area, value]) => `income,${area},2020,${value},元`);
  return readDataset(plan, {
    areas: { name: 'areas.csv', text: AREAS },
    observations: { name: 'observations.csv', text: `indicator,area,period,value,unit\n${rows.join('\n')}\n` },
  });
}

function answers(
  plan: Plan,
  dataset: Dataset,
  asOf = '2021-06-30',
): Readonly<Record<string, readonly [string | undefined, number | undefined]>> {
  const { verdicts, attainments } = evaluate(plan, dataset, { asOf }).target('income');
  return Object.fromEntries(
    dataset.roster.areas.map(({ code }, row) => [code, [VERDICTS[verdicts[row] as number], attainments[row]]]),
  );
}

describe('a plain sum', () => {
  const village = planFor('village');
  const township = planFor('township');
  const isPlain = (plan: Plan, dataset: Dataset): boolean => {
    const context = createContext(plan, dataset, { asOf: '2021-06-30' });
    return sumPlainly(context, compileTarget(context, plan.targets[0] as Plan['targets'][number])) !== null;
  };

  test('of villages judges them alone', () => {
    // What a township reports itself is checked, not added.
    const dataset = read(village, { T2: '90', 'T2-1': '4', 'T2-2': '3', 'T2-4': '0' });
    expect(isPlain(village, dataset)).toBe(true);
    expect(answers(village, dataset)).toEqual({
      C: ['notJudged', Number.NaN],
      T1: ['notApplicable', Number.NaN],
      T2: ['notJudged', Number.NaN],
      'T2-1': ['attained', 1],
      'T2-2': ['notAttained', 0.75],
      'T2-3': ['noData', Number.NaN],
      'T2-4': ['notAttained', 0],
      T3: ['notApplicable', Number.NaN],
    });
    const target = evaluate(village, dataset, { asOf: '2021-06-30' }).target('income');
    expect(target.at(dataset.roster.indexOf('T2'))).toMatchObject({
      figure: 7,
      completeness: { reported: 3, total: 4 },
    });
    expect(target.at(dataset.roster.indexOf('C'))).toMatchObject({
      figure: 7,
      completeness: { reported: 3, total: 4 },
    });
  });

  test('of townships, with and without villages, adds up in the county', () => {
    const dataset = read(township, { T1: '1', T2: '5', T3: '2' });
    expect(isPlain(township, dataset)).toBe(true);
    expect(answers(township, dataset)).toMatchObject({
      T1: ['notAttained', 0.25],
      T2: ['attained', 1],
      T3: ['notAttained', 0.5],
    });
    expect(evaluate(township, dataset, { asOf: '2021-06-30' }).target('income').at(0).figure).toBe(8);
  });

  test('that leaves the exact integers, holds a negative figure or a contradiction is answered through frames', () => {
    expect(isPlain(township, read(township, { T1: '2', T2: '1', T3: '9007199254740988' }))).toBe(true);
    expect(isPlain(township, read(township, { T1: '2', T2: '1', T3: '9007199254740991' }))).toBe(false);
    expect(isPlain(village, read(village, { 'T2-1': '-1' }))).toBe(false);
    const twice = readDataset(village, {
      areas: { name: 'areas.csv', text: AREAS },
      observations: {
        name: 'observations.csv',
        text: 'indicator,area,period,value,unit\nincome,T2-1,2020,4,元\nincome,T2-1,2020,5,元\n',
      },
    });
    expect(isPlain(village, twice)).toBe(false);
    expect(answers(village, twice)['T2-1']).toEqual(['dataError', Number.NaN]);
  });

  test('is answered anew by every evaluation, though they share who owes it', () => {
    const dataset = read(village, { 'T2-1': '4', 'T2-2': '3' });
    const first = evaluate(village, dataset, { asOf: '2021-06-30' }).target('income');
    const [verdicts, attainments] = [first.verdicts.slice(), first.attainments.slice()];
    const second = evaluate(village, dataset, { asOf: '2020-06-30' }).target('income');
    expect(VERDICTS[second.verdicts[dataset.roster.indexOf('T2-1')] as number]).toBe('notYetDue');
    expect(second.verdicts).not.toBe(first.verdicts);
    expect([first.verdicts, first.attainments]).toEqual([verdicts, attainments]);
  });
});

describe('an evaluation that replaces another', () => {
  const plan = planFor('village');
  const dataset = read(plan, { 'T2-1': '4', 'T2-2': '3' });
  const [asOf, row] = ['2021-06-30', dataset.roster.indexOf('T2-2')];

  test('writes over its columns', () => {
    const first = evaluate(plan, dataset, { asOf });
    const { verdicts, attainments } = first.target('income');
    const other = read(plan, { 'T2-1': '1', 'T2-2': '5' });
    const second = evaluate(plan, other, { asOf, replaces: first }).target('income');
    expect(second.verdicts).toBe(verdicts);
    expect(second.attainments).toBe(attainments);
    expect(attainments[row]).toBe(1);
    expect(second.at(0).figure).toBe(6);
  });

  test('makes columns of its own for another roster', () => {
    const first = evaluate(plan, dataset, { asOf });
    const { verdicts } = first.target('income');
    const small = readDataset(plan, {
      areas: { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\n' },
    });
    expect(evaluate(plan, small, { asOf, replaces: first }).target('income').verdicts).toHaveLength(1);
    expect(verdicts).toHaveLength(8);
  });

  test('leaves it and its targets with nothing to say but that', () => {
    const first = evaluate(plan, dataset, { asOf });
    const target = first.target('income');
    const result = target.at(row);
    const before = { ...result };
    const second = evaluate(plan, dataset, { asOf, replaces: first });
    const calls = [
      () => first.target('income'),
      () => first.domain('industry', 0),
      () => first.update({ applied: false, diagnostics: [] }),
      () => target.verdicts,
      () => target.attainments,
      () => target.drawn,
      () => target.concerns(row),
      () => target.figureOf(row),
      () => target.lightOf(row),
      () => target.completenessOf(row),
      () => target.isStale(row),
      () => target.at(row),
      () => target.explain(row),
    ];
    for (const call of calls) expect(call).toThrow('this evaluation was replaced by another');
    expect(result).toEqual(before);
    expect(() => evaluate(plan, dataset, { asOf, replaces: first })).toThrow(RangeError);
    expect(second.target('income').at(row)).toEqual(before);
  });

  test('does not keep it: a long play through dates would keep all of them', async () => {
    const collect = runInNewContext('gc') as () => void;
    let evaluation = evaluate(plan, dataset, { asOf });
    const first = new WeakRef(evaluation);
    for (let step = 0; step < 3; step++) {
      evaluation.target('income').at(row);
      evaluation = evaluate(plan, dataset, { asOf, replaces: evaluation });
    }
    // a weak reference holds until the turn ends
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    expect(first.deref()).toBeUndefined();
    expect(evaluation.target('income').at(row).attainment).toBe(0.75);
  });

  test('takes nothing where its own day is none', () => {
    const first = evaluate(plan, dataset, { asOf });
    expect(() => evaluate(plan, dataset, { asOf: 'today', replaces: first })).toThrow(RangeError);
    expect(first.target('income').at(row).attainment).toBe(0.75);
  });
});
