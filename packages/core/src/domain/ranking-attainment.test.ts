import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import type { Indicator, Plan, Target } from '../plan/plan.js';
import { rankTarget } from './ranking-attainment.js';

const areas = `code,name,level,parent,kind,rollout
C,县,county,,county,
T1,甲乡,township,C,township,
T2,乙乡,township,C,township,
V1,一村,village,T1,villagers-committee,2020
V2,二村,village,T1,villagers-committee,2021
V3,三村,village,T1,villagers-committee,2022
V4,四村,village,T2,villagers-committee,2022
R1,社区,village,T2,residents-committee,
`;

const INDICATORS: readonly Indicator[] = [
  { id: 'rate', name: { zh: '率', en: 'Rate' }, type: 'ratio', unit: '户' },
  { id: 'area', name: { zh: '面积', en: 'Area' }, type: 'quantity', unit: '万亩' },
  { id: 'income', name: { zh: '收入', en: 'Income' }, type: 'quantity', unit: '万元' },
  { id: 'hall', name: { zh: '礼堂', en: 'Hall' }, type: 'state' },
  { id: 'grade', name: { zh: '等级', en: 'Grade' }, type: 'grade', best: 1, worst: 5 },
];

const named = { clause: '二(一)1', domain: 'industry', name: { zh: '任务', en: 'Target' } };
const byEnd = { kind: 'by', date: '2022-12-31', basis: 'explicit' } as const;
const county = { owes: { level: 'county' } } as const;
const rate: Target = {
  ...named,
  id: 'target',
  measure: { kind: 'rate', indicator: 'rate' },
  criterion: { kind: 'atLeast', value: 80, unit: '%' },
  schedule: byEnd,
  scope: { ...county, from: 'village', rollUp: 'ratioOfSums' },
};
const share: Target = {
  ...rate,
  measure: {
    kind: 'share',
    predicate: {
      measure: { kind: 'stock', indicator: 'income' },
      criterion: { kind: 'atLeast', value: 5, unit: '万元' },
    },
  },
  criterion: { kind: 'atLeast', value: 50, unit: '%' },
  scope: { ...county, from: 'village', rollUp: 'shareOfAreas' },
};

interface Files {
  readonly observations?: string;
  readonly registers?: string;
  readonly events?: string;
  readonly asOf?: string;
}

/** Ranking attainment of one target at T1, from rows of the files. */
function rank(target: Target, { observations = '', registers, events, asOf = '2022-12-31' }: Files, area = 'T1') {
  const plan: Plan = {
    id: 'ranking',
    title: { zh: '排名', en: 'Ranking' },
    start: '2020-01-01',
    end: '2022-12-31',
    domains: [{ id: 'industry', name: { zh: '产业', en: 'Industry' }, weight: 1 }],
    indicators: INDICATORS,
    targets: [target],
  };
  const file = (name: string, header: string, text: string) => ({ name, text: `${header}\n${text}` });
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: areas },
    observations: file(
      'observations.csv',
      'indicator,area,period,value,numerator,denominator,unit,reportedOn',
      observations,
    ),
    ...(registers && { registers: file('registers.csv', 'register,id,area,class,from,to,attributes', registers) }),
    ...(events && { events: file('events.csv', 'kind,id,subject,date,covered,note', events) }),
  });
  return rankTarget(evaluate(plan, dataset, { asOf }), target, dataset.roster.indexOf(area));
}

describe('rates', () => {
  test('own figure ÷ the required percentage', () => {
    // (30 + 30) ÷ (50 + 50) = 60%; 60 ÷ 80 = 0.75.
    const ranked = rank(rate, {
      observations: 'rate,V1,2022-12-31,,30,50,户,\nrate,V2,2022-12-31,,30,50,户,\nrate,V3,2022-12-31,,0,0,户,',
    });
    expect(ranked).toEqual({ target: 'target', figure: 60, required: 80, unit: '%', attainment: 0.75 });
  });

  test('capped at 1', () => {
    // 90 ÷ 80 = 1.125.
    expect(rank(rate, { observations: 'rate,V1,2022-12-31,,90,100,户,' })?.attainment).toBe(1);
  });

  test('unknown members leave N', () => {
    // Only V1 of three villages reported: 40 ÷ 100 = 40%; 40 ÷ 80.
    expect(rank(rate, { observations: 'rate,V1,2022-12-31,,40,100,户,' })?.attainment).toBe(0.5);
  });

  test('the township that reports itself is the member', () => {
    const own: Target = { ...rate, scope: { ...county, from: 'township', rollUp: 'ratioOfSums' } };
    expect(rank(own, { observations: 'rate,T1,2022-12-31,,40,100,户,' })?.attainment).toBe(0.5);
  });

  test('nothing reported is no data, and counts as formable', () => {
    expect(rank(rate, {})).toMatchObject({ figure: null, attainment: null, required: 80 });
  });

  test('a true zero is a zero', () => {
    expect(rank(rate, { observations: 'rate,V1,2022-12-31,,0,100,户,' })?.attainment).toBe(0);
  });

  test('downward: required ÷ figure, and 1 for a figure of zero', () => {
    const down: Target = { ...rate, criterion: { kind: 'atMost', value: 20, unit: '%' } };
    // 20 ÷ 50.
    expect(rank(down, { observations: 'rate,V1,2022-12-31,,50,100,户,' })?.attainment).toBe(0.4);
    expect(rank(down, { observations: 'rate,V1,2022-12-31,,0,100,户,' })?.attainment).toBe(1);
  });

  test('a rate only the county reports has nothing to do with a township', () => {
    const reported: Target = { ...rate, scope: { ...county, rollUp: 'reported' } };
    expect(rank(reported, { observations: 'rate,C,2022-12-31,,50,100,户,' })).toBeUndefined();
  });
});

describe('shares', () => {
  test('passing ÷ known members ÷ the required percentage', () => {
    // V1 passes, V2 does not, V3 is unknown: 1 of 2 is 50%; 50 ÷ 50.
    const ranked = rank(share, { observations: 'income,V1,2022-12-31,6,,,万元,\nincome,V2,2022-12-31,4,,,万元,' });
    expect(ranked).toMatchObject({ figure: 50, required: 50, attainment: 1 });
  });

  test('every member asks for a hundred percent', () => {
    const every: Target = { ...share, criterion: { kind: 'every' } };
    const observations =
      'income,V1,2022-12-31,6,,,万元,\nincome,V2,2022-12-31,4,,,万元,\nincome,V3,2022-12-31,5,,,万元,';
    // 2 of 3.
    expect(rank(every, { observations })?.attainment).toBeCloseTo(2 / 3, 12);
  });

  test('a number of villages is a sum of the county', () => {
    const villages: Target = { ...share, criterion: { kind: 'atLeast', value: 2, unit: '村' } };
    expect(rank(villages, { observations: 'income,V1,2022-12-31,6,,,万元,' })).toBeUndefined();
  });

  test('a residents’ committee is no village: nothing to form', () => {
    const every: Target = { ...share, scope: { ...share.scope, members: { cohort: '2020' } } };
    expect(rank(every, { observations: 'income,V1,2022-12-31,6,,,万元,' }, 'T2')).toBeUndefined();
  });
});

describe('sums and task tables', () => {
  const area: Target = {
    ...rate,
    measure: { kind: 'stock', indicator: 'area' },
    criterion: { kind: 'atLeast', value: 25, unit: '万亩' },
    scope: { ...county, from: 'township', rollUp: 'sum' },
  };

  test('a sum of the county stays out', () => {
    expect(rank(area, { observations: 'area,T1,2022-12-31,3,,,万亩,' })).toBeUndefined();
  });

  test('an own value of the task table is what is required', () => {
    const tabled: Target = { ...area, scope: { ...area.scope, values: [{ area: 'T1', value: 4 }] } };
    // 3 ÷ 4; T2 has no value of its own.
    expect(rank(tabled, { observations: 'area,T1,2022-12-31,3,,,万亩,\narea,T2,2022-12-31,3,,,万亩,' })).toMatchObject({
      required: 4,
      attainment: 0.75,
    });
    expect(
      rank(tabled, { observations: 'area,T1,2022-12-31,3,,,万亩,\narea,T2,2022-12-31,3,,,万亩,' }, 'T2'),
    ).toBeUndefined();
  });

  test('a requirement of more than zero is met or not', () => {
    const some: Target = {
      ...area,
      criterion: { kind: 'moreThan', value: 0, unit: '万亩' },
      scope: { owes: { level: 'township' }, rollUp: 'sum' },
    };
    expect(rank(some, { observations: 'area,T1,2022-12-31,0,,,万亩,' })?.attainment).toBe(0);
    expect(rank(some, { observations: 'area,T1,2022-12-31,0.1,,,万亩,' })?.attainment).toBe(1);
  });

  test('growth is compared as a percentage, not above as the reference', () => {
    const growth: Target = {
      ...area,
      measure: { kind: 'growth', indicator: 'area', of: 'stock', reference: 'previousYear' },
      criterion: { kind: 'atLeast', value: 8, unit: '%' },
    };
    const observations = 'area,T1,2021-12-31,100,,,万亩,\narea,T1,2022-12-31,104,,,万亩,';
    // 4% ÷ 8%.
    expect(rank(growth, { observations })?.attainment).toBeCloseTo(0.5, 9);
    // 100 ÷ 104.
    expect(rank({ ...growth, criterion: { kind: 'notAbove' } }, { observations })?.attainment).toBeCloseTo(
      100 / 104,
      12,
    );
  });
});

describe('areas that owe it themselves', () => {
  test('villages that all owe something: passing ÷ known, out of a hundred percent', () => {
    const halls: Target = {
      ...rate,
      measure: { kind: 'state', indicator: 'hall' },
      criterion: { kind: 'done' },
      scope: { owes: { level: 'village' }, rollUp: 'allOf' },
    };
    const observations = 'hall,V1,2022-12-31,1,,,,\nhall,V2,2022-12-31,0,,,,';
    expect(rank(halls, { observations })).toMatchObject({ figure: 50, required: 100, attainment: 0.5 });
    // 4 of 5 would be enough: 50 ÷ 80.
    const most: Target = { ...halls, scope: { owes: { level: 'village' }, rollUp: 'shareOfAreas', requiredShare: 80 } };
    expect(rank(most, { observations })?.attainment).toBe(0.625);
  });

  test('a grade passes or not; one is best', () => {
    const grade: Target = {
      ...rate,
      measure: { kind: 'grade', indicator: 'grade' },
      criterion: { kind: 'gradeAtLeast', grade: 3 },
      scope: { owes: { level: 'township' }, rollUp: 'allOf' },
    };
    expect(rank(grade, { observations: 'grade,T1,2022-12-31,3,,,,' })?.attainment).toBe(1);
    expect(rank(grade, { observations: 'grade,T1,2022-12-31,4,,,,' })?.attainment).toBe(0);
  });

  test('a checklist: items met ÷ items known', () => {
    const list: Target = {
      ...rate,
      measure: { kind: 'checklist', items: ['hall', 'yard', 'lamp', 'road'] },
      criterion: { kind: 'done' },
      scope: { owes: { level: 'township' }, rollUp: 'allOf' },
    };
    expect(rank(list, { observations: 'hall,T1,2022-12-31,1,,,,' })?.attainment).toBe(1);
  });
});

describe('what is left', () => {
  test('members that still meet a predicate: none left counts as zero percent', () => {
    const predicate = {
      measure: { kind: 'stock', indicator: 'income' },
      criterion: { kind: 'atMost', value: 1, unit: '万元' },
    } as const;
    const weak: Target = {
      ...rate,
      measure: { kind: 'remaining', predicate },
      criterion: { kind: 'none' },
      scope: { ...county, from: 'village', rollUp: 'shareOfAreas' },
    };
    // V1 is still at 1万元, which 1万元以下 includes: 0 ÷ 1. V2 alone is above it, V1 and V3 unknown: nobody known is left.
    expect(
      rank(weak, { observations: 'income,V1,2022-12-31,1,,,万元,\nincome,V2,2022-12-31,3,,,万元,' }),
    ).toMatchObject({
      figure: 1,
      required: 0,
      attainment: 0,
    });
    expect(rank(weak, { observations: 'income,V2,2022-12-31,3,,,万元,' })?.attainment).toBe(1);
  });

  test('problems and cases are events, not members', () => {
    const cleared: Target = {
      ...rate,
      measure: { kind: 'remaining', ledger: 'finding' },
      criterion: { kind: 'none' },
      scope: { ...county, rollUp: 'countDistinct' },
    };
    expect(rank(cleared, { events: 'finding-opened,a,V1,2020-02-01,,\n' })).toBeUndefined();
    const acted: Target = {
      ...cleared,
      measure: { kind: 'case', condition: 'rise', act: 'service', order: 'before', within: 3650 },
      criterion: { kind: 'done' },
    };
    expect(rank(acted, { events: 'service,a,V1,2020-02-01,,\nrise,a,V1,2020-03-01,,\n' })).toBeUndefined();
  });

  test('members of a register that all have to', () => {
    const every: Target = {
      ...rate,
      measure: { kind: 'count', register: 'works', when: 'standing', where: { attribute: 'fit', is: 'yes' } },
      criterion: { kind: 'every' },
      scope: { ...county, rollUp: 'countDistinct' },
    };
    const registers = 'works,a,V1,,,,fit=yes\nworks,b,V2,,,,fit=no\nworks,c,T1,,,,\nworks,d,T2,,,,fit=yes\n';
    // Of three works in T1 one is fit, one is not, one is unknown: 1 of 2.
    expect(rank(every, { registers })?.attainment).toBe(0.5);
  });
});

describe('time', () => {
  test('a target not yet due takes part, with the latest level known', () => {
    const observations = 'rate,V1,2021-12-31,,40,100,户,';
    expect(rank(rate, { observations, asOf: '2022-06-30' })?.attainment).toBe(0.5);
  });

  test('once due only the due figure counts', () => {
    const observations = 'rate,V1,2021-12-31,,40,100,户,';
    expect(rank(rate, { observations, asOf: '2022-12-31' })?.attainment).toBeNull();
  });

  test('a yearly level stands in while its year runs, not once the year is over', () => {
    const kept: Target = { ...rate, schedule: { kind: 'throughout', basis: 'explicit' } };
    // T1 reported for 2021; for 2022 only T2 did.
    const observations = 'rate,V1,2021,,40,100,户,\nrate,V4,2022,,80,100,户,';
    expect(rank(kept, { observations, asOf: '2022-06-30' })?.attainment).toBe(0.5);
    expect(rank(kept, { observations, asOf: '2022-12-31' })?.attainment).toBeNull();
    const yearly: Target = { ...rate, schedule: { kind: 'eachYear', basis: 'explicit' } };
    expect(rank(yearly, { observations, asOf: '2022-06-30' })?.attainment).toBe(0.5);
    expect(rank(yearly, { observations, asOf: '2022-12-31' })?.attainment).toBeNull();
  });

  test('on the rollout’s clock villages that have not started are not counted', () => {
    const clocked: Target = { ...rate, clock: 'rollout' };
    const observations = 'rate,V1,2020-12-31,,40,100,户,\nrate,V2,2020-12-31,,0,100,户,';
    // In 2020 only V1 has started: 40% ÷ 80%.
    expect(rank(clocked, { observations, asOf: '2020-12-31' })?.attainment).toBe(0.5);
    expect(rank(clocked, { observations, asOf: '2020-12-31' }, 'T2')).toBeUndefined();
  });

  test('what is only observed is not ranked', () => {
    expect(
      rank(
        { ...rate, criterion: { kind: 'observe', direction: 'up' } },
        { observations: 'rate,V1,2022-12-31,,40,100,户,' },
      ),
    ).toBeUndefined();
  });
});

describe('above areas that owe a grade or a ceiling', () => {
  const every = (target: Partial<Target>): Target => ({
    ...rate,
    ...target,
    scope: { owes: { level: 'village', kind: 'villagers-committee' }, rollUp: 'allOf' },
  });

  test('more that pass are better, whichever way the figure itself goes', () => {
    const grade = every({
      measure: { kind: 'grade', indicator: 'grade' },
      criterion: { kind: 'gradeAtLeast', grade: 3 },
    });
    // of T1's three villages two are at grade three or better: 66.7 of 100
    expect(
      rank(grade, { observations: 'grade,V1,2022-12-31,1,,,,\ngrade,V2,2022-12-31,3,,,,\ngrade,V3,2022-12-31,5,,,,' })
        ?.attainment,
    ).toBeCloseTo(2 / 3, 12);
    const ceiling = every({
      measure: { kind: 'stock', indicator: 'area' },
      criterion: { kind: 'atMost', value: 2, unit: '万亩' },
    });
    // one of three stays below the ceiling: 33.3 of 100
    expect(
      rank(ceiling, {
        observations: 'area,V1,2022-12-31,1,,,万亩,\narea,V2,2022-12-31,3,,,万亩,\narea,V3,2022-12-31,4,,,万亩,',
      })?.attainment,
    ).toBeCloseTo(1 / 3, 12);
  });
});
