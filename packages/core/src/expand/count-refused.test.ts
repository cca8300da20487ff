import { describe, expect, test } from 'vitest';
import { parsePlan } from '../plan-reader/parse-plan.js';
import { readDataset } from '../observation/read-dataset.js';
import { evaluate } from '../evaluate/evaluate.js';

const name = { zh: '某', en: 'x' };
const target = (id: string, measure: object, criterion: object, scope: object) => ({
  id,
  clause: '1',
  domain: 'd',
  name,
  measure,
  criterion,
  scope,
  schedule: { kind: 'by', date: '2023-12-31', basis: 'explicit' },
});
const ofVillages = { owes: { level: 'county' }, from: 'village', rollUp: 'sum' };
const { plan } = parsePlan({
  id: 'p',
  title: name,
  start: '2021-01-01',
  end: '2023-12-31',
  domains: [{ id: 'd', name }],
  indicators: [
    { id: 'income', name, type: 'quantity', unit: '万元' },
    { id: 'toilets', name, type: 'ratio', unit: '户' },
  ],
  targets: [
    target('income', { kind: 'stock', indicator: 'income' }, { kind: 'atLeast', value: 5, unit: '万元' }, ofVillages),
    target(
      'rich',
      {
        kind: 'share',
        predicate: {
          measure: { kind: 'stock', indicator: 'income' },
          criterion: { kind: 'atLeast', value: 5, unit: '万元' },
        },
      },
      { kind: 'atLeast', value: 70, unit: '%' },
      { ...ofVillages, rollUp: 'shareOfAreas' },
    ),
    target(
      'toilets',
      { kind: 'rate', indicator: 'toilets' },
      { kind: 'atLeast', value: 85, unit: '%' },
      { ...ofVillages, rollUp: 'ratioOfSums' },
    ),
    target(
      'works',
      { kind: 'count', register: 'works', when: 'standing' },
      { kind: 'atLeast', value: 1, unit: '个' },
      { owes: { level: 'county' }, rollUp: 'countDistinct' },
    ),
    target(
      'held',
      { kind: 'occurrence', event: 'round' },
      { kind: 'atLeast', value: 1, unit: '次' },
      { owes: { level: 'county' }, rollUp: 'sum' },
    ),
  ],
});
if (!plan) throw new Error('the plan does not read');
const AREAS =
  'code,name,level,parent,kind\nC,县,county,,county\nT,乡,township,C,town\nV1,一村,village,T,villagers-committee\nV2,二村,village,T,villagers-committee\n';
const [C, T, V1, V2] = [0, 1, 2, 3] as const;
const OBSERVED = 'indicator,area,period,value,numerator,denominator,unit,reportedOn\n';

const refused = (observations: string, more: { readonly registers?: string; readonly events?: string } = {}) => {
  const files = Object.fromEntries(
    Object.entries({ observations: OBSERVED + observations, ...more }).map(([kind, text]) => [
      kind,
      { name: `${kind}.csv`, text },
    ]),
  );
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: AREAS }, ...files });
  const evaluation = evaluate(plan, dataset, { asOf: '2024-02-01' });
  return (id: string, area: number) => evaluation.target(id).refusedOf(area);
};

describe('rows that were refused', () => {
  test('of areas nobody knows might be about any, of their indicator', () => {
    const of = refused(
      'income,6.20001E+11,2023,6,,,万元,\nincome,6.20001E+11,2023,4,,,万元,\ntoilets,6.20001E+11,2023,,90,100,户,\n',
    );
    expect([C, T, V1, V2].map((area) => of('income', area))).toEqual([2, 2, 2, 2]);
    expect([of('rich', C), of('toilets', V1), of('works', C)]).toEqual([2, 1, 0]);
  });

  test('of an area are its own and those above it', () => {
    const of = refused('income,V1,2023,viel,,,万元,\nincome,V1,2023,1,,,米,\nincome,V2,2023,4,,,万元,\n');
    expect([C, T, V1, V2].map((area) => of('income', area))).toEqual([2, 2, 2, 0]);
  });

  test('that name nothing the plan has, or cannot be taken apart, might be of any indicator', () => {
    const of = refused('incom,V1,2023,6,,,万元,\nincome,V2\n');
    expect([of('income', V1), of('income', V2), of('toilets', V2)]).toEqual([2, 1, 1]);
  });

  test('that contradict each other are refused too; used, missing and superseded ones are not', () => {
    expect(
      refused('income,V1,2023,6,,,万元,2024-01-10\nincome,V1,2023,7,,,万元,2024-01-10\nincome,V2,2023,缺,,,万元,\n')(
        'income',
        C,
      ),
    ).toBe(2);
    expect(
      refused('income,V1,2023,6,,,万元,2024-01-10\nincome,V1,2023,7,,,万元,2024-01-11\nincome,V2,2023,缺,,,万元,\n')(
        'income',
        C,
      ),
    ).toBe(0);
  });

  test('of other files concern the targets that read them', () => {
    const of = refused('', {
      registers: 'register,id,area\nworks,w1,V9\nplant,w2,V9\n',
      events: 'kind,id,subject,date\nround,r1,C,2021-02-30\nstart,,V1,gestern\n',
    });
    expect([of('works', C), of('held', C), of('income', C)]).toEqual([1, 1, 0]);
  });
});
