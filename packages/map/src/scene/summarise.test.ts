import type { Criterion, Measure, PeriodResult, Plan, Result, Schedule, Target } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { summarise } from './summarise.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';

const both = (
  target: Partial<Target>,
  result: Partial<Result>,
  plan: Partial<Plan> = {},
): readonly [zh: string, en: string] => {
  const evaluation = fakeEvaluation({
    areas: [{ code: '1', name: '甲县', level: 'county', result: { level: 'county', ...result } }],
    target: { name: { zh: '某项', en: 'A thing' }, ...target },
    plan,
  });
  return [summarise(evaluation, 'share', 'zh'), summarise(evaluation, 'share', 'en')];
};

const by = (date: string): Schedule => ({ kind: 'by', date, basis: 'explicit' });
const stock: Measure = { kind: 'stock', indicator: 'income' };
const atLeast = (value: number, unit: string): Criterion => ({ kind: 'atLeast', value, unit });
const summed = { owes: { level: 'county' }, from: 'township', rollUp: 'sum' } as const;

describe('summarise', () => {
  it('says of a share who reaches it, who must, who is missing and how far from schedule', () => {
    const result = {
      verdict: 'notYetDue',
      figure: 58.93,
      numerator: 66,
      denominator: 112,
      required: 70,
      gap: 13,
      gapUnit: '村',
      expected: 61.8,
      pace: -4.1,
      light: 'yellow',
      completeness: { reported: 104, total: 112 },
    } as const;
    expect(both({}, result)).toEqual([
      '某项，截至2021年12月31日：已报104村中66村达到，占全部112村的58.9%；2022年底须达79村（70%），还差13村，序时进度应为61.8%，少2.9个百分点（黄灯）。',
      'A thing, as of 31 December 2021: 66 of the 104 villages that reported pass, 58.9% of all 112; 79 villages (70%) required by the end of 2022, 13 villages short, 61.8% expected by now, 2.9 points less (yellow light).',
    ]);
  });

  it('needs the numbers of the plan, in integers', () => {
    for (const [percent, villages] of [
      [30, 34],
      [40, 45],
      [50, 56],
      [55, 62],
      [70, 79],
      [90, 101],
    ] as const) {
      const [text] = both(
        { criterion: atLeast(percent, '%') },
        {
          verdict: 'notYetDue',
          figure: 0,
          numerator: 0,
          denominator: 112,
          required: percent,
          gap: villages,
          completeness: { reported: 112, total: 112 },
        },
      );
      expect(text).toContain(`须达${villages}村（${percent}%），还差${villages}村`);
    }
  });

  it('says of when carried figures are, and does not claim that they were reported for the day', () => {
    const carried = (figurePeriod: string, reported: number) =>
      both(
        {},
        {
          verdict: 'notYetDue',
          figure: 68.75,
          numerator: 77,
          denominator: 112,
          required: 70,
          gap: 2,
          stale: true,
          figurePeriod,
          completeness: { reported, total: 112 },
        },
      );
    const [zh, en] = carried('2021', 110);
    expect(zh).toContain('112村中77村达到，占68.8%；2021年已报110/112村，其余沿用更早报数；');
    expect(en).toContain(
      '77 of 112 villages pass, 68.8%; 110 of 112 villages reported for 2021, earlier figures of the others carried forward;',
    );
    // all have one, of the half-year before
    expect(carried('2021-H1', 112)).toEqual([
      expect.stringContaining('；112村全部有数，沿用截至2021年上半年的报数；'),
      expect.stringContaining(
        '; all 112 villages have a figure, carried forward from the first half of 2021 at the latest;',
      ),
    ]);
    // of the year that ends on the day: some of it is older
    expect(carried('2021', 112)[0]).toContain('；112村全部有数，部分沿用较早报数；');
    // one that reports for itself
    expect(
      both(
        {},
        {
          verdict: 'notYetDue',
          figure: 66.8,
          unit: '%',
          stale: true,
          figurePeriod: '2020',
          completeness: { reported: 1, total: 1 },
        },
      ),
    ).toEqual([expect.stringContaining('；沿用2020年报数'), expect.stringContaining('; carried forward from 2020')]);
  });

  it('says when a share was reached, missed or cannot be decided', () => {
    const base = { figure: 70, numerator: 7, denominator: 10, required: 70, completeness: { reported: 10, total: 10 } };
    expect(both({}, { ...base, verdict: 'attained', gap: 0, light: 'green' })[0]).toBe(
      '某项，截至2021年12月31日：10村中7村达到，占70%；10村全部报数；2022年底须达7村（70%），已达到（绿灯）。',
    );
    expect(both({}, { ...base, verdict: 'notAttained', numerator: 6, figure: 60, gap: 1, light: 'red' })[1]).toContain(
      '7 villages (70%) required by the end of 2022, missed by 1 village (red light).',
    );
    expect(both({}, { ...base, verdict: 'undecided', completeness: { reported: 9, total: 10 } })).toEqual([
      '某项，截至2021年12月31日：已报9村中7村达到，占全部10村的70%；2022年底须达7村（70%），未报部分足以改变结论，暂不能判定。',
      'A thing, as of 31 December 2021: 7 of the 9 villages that reported pass, 70% of all 10; 7 villages (70%) required by the end of 2022, undecided, since what is not reported could turn it.',
    ]);
    expect(both({}, { ...base, verdict: 'notYetDue', gap: 0 })[0]).toContain('已提前达到');
  });

  it('says of a sum how much there is, on how many reports, and what is missing', () => {
    const target = { measure: stock, criterion: atLeast(25, '万亩'), scope: summed };
    expect(
      both(target, {
        verdict: 'notYetDue',
        figure: 22.9,
        required: 25,
        unit: '万亩',
        gap: 2.1,
        gapUnit: '万亩',
        expected: 22.8667,
        pace: 0.13,
        light: 'green',
        completeness: { reported: 10, total: 10 },
      }),
    ).toEqual([
      '某项，截至2021年12月31日：22.9万亩；10个乡镇全部报数；2022年底须达25万亩，还差2.1万亩，序时进度应为22.87万亩，多0.03万亩（绿灯）。',
      'A thing, as of 31 December 2021: 229,000 mu; all 10 townships reported; 250,000 mu required by the end of 2022, 21,000 mu short, 228,667 mu expected by now, 333 mu more (green light).',
    ]);
  });

  it('does not round a miss onto the mark', () => {
    const target = { measure: stock, criterion: atLeast(25, '万亩'), scope: summed };
    const [text] = both(target, {
      verdict: 'notAttained',
      figure: 24.999,
      required: 25,
      unit: '万亩',
      gap: 0.001,
      gapUnit: '万亩',
      completeness: { reported: 10, total: 10 },
    });
    expect(text).toContain('24.999万亩');
    expect(text).toContain('差0.001万亩');
  });

  it('says of a rate both of its terms', () => {
    const target = { measure: { kind: 'rate', indicator: 'toilets' }, criterion: atLeast(85, '%') } as const;
    const plan = {
      indicators: [{ id: 'toilets', type: 'ratio', unit: '户', name: { zh: '厕所', en: 'Toilets' } }],
    } as const;
    expect(
      both(
        target,
        {
          indicator: 'toilets',
          verdict: 'notYetDue',
          figure: 61,
          numerator: 153,
          denominator: 251,
          required: 85,
          gap: 24,
          gapUnit: '%',
          expected: 71.2,
          pace: -12,
          light: 'yellow',
          completeness: { reported: 31, total: 36 },
        },
        plan,
      ),
    ).toEqual([
      '某项，截至2021年12月31日：61%（153/251户）；已报31/36村；2022年底须达85%，还差24个百分点，序时进度应为71.2%，少10.2个百分点（黄灯）。',
      'A thing, as of 31 December 2021: 61% (153 of 251 households); 31 of 36 villages reported; 85% required by the end of 2022, 24 points short, 71.2% expected by now, 10.2 points less (yellow light).',
    ]);
  });

  it('says of growth both figures, not the rounded percentage alone', () => {
    const target = {
      measure: { kind: 'growth', indicator: 'income', of: 'flow', reference: 'previousYear' },
      criterion: { kind: 'notAbove' },
      scope: summed,
    } as const;
    const plan = {
      indicators: [{ id: 'income', type: 'quantity', unit: '吨', name: { zh: '化肥', en: 'Fertiliser' } }],
    } as const;
    expect(
      both(
        target,
        {
          verdict: 'attained',
          figure: 9448,
          numerator: 9448,
          denominator: 9520,
          required: 9520,
          unit: '吨',
          gap: 0,
          light: 'green',
          completeness: { reported: 10, total: 10 },
        },
        plan,
      ),
    ).toEqual([
      '某项，截至2021年12月31日：下降0.8%（9,520吨→9,448吨）；10个乡镇全部报数；2022年底须不高于9,520吨，已达到（绿灯）。',
      'A thing, as of 31 December 2021: down 0.8% (9,520 t → 9,448 t); all 10 townships reported; no more than 9,520 t allowed by the end of 2022, attained (green light).',
    ]);
  });

  it('says what is left to clear, and when nothing is', () => {
    const target = {
      measure: { kind: 'remaining', ledger: 'finding' },
      criterion: { kind: 'none' },
      schedule: by('2020-06-30'),
    } as const;
    expect(
      both(target, {
        verdict: 'notAttained',
        figure: 2,
        unit: '项',
        gap: 2,
        gapUnit: '项',
        light: 'red',
        completeness: { reported: 46, total: 46 },
      }),
    ).toEqual([
      '某项，截至2021年12月31日：还剩2项；2020年6月底须清零，未达到（红灯）。',
      'A thing, as of 31 December 2021: 2 items left; none may be left by the end of June 2020, missed (red light).',
    ]);
    expect(both(target, { verdict: 'attained', figure: 0, unit: '项', gap: 0, light: 'green' })[0]).toContain(
      '已清零；2020年6月底须清零，已达到（绿灯）。',
    );
  });

  it('says of repeated targets how many periods were met', () => {
    const period = (verdict: PeriodResult['verdict']): PeriodResult => ({
      period: '2021',
      verdict,
      figure: 1,
      required: 2,
      attainment: null,
    });
    const target = {
      measure: { kind: 'count', register: 'sports', when: 'finishedInYear' },
      criterion: atLeast(2, '个'),
      schedule: { kind: 'eachYear', basis: 'explicit' },
    } as const;
    expect(
      both(target, {
        verdict: 'notAttained',
        figure: 1,
        required: 2,
        unit: '个',
        gap: 1,
        gapUnit: '个',
        light: 'red',
        periods: [period('attained'), period('notAttained'), period('notYetDue')],
      }),
    ).toEqual([
      '某项，截至2021年12月31日：1个；已判定的2期中1期达到，未达到的是2021年（1个，要求2个）；每年须达2个，未达到（红灯）。',
      'A thing, as of 31 December 2021: 1; 1 of 2 judged periods met, missed in 2021 (1, 2 required); 2 required every year, missed (red light).',
    ]);
    const held = { ...target, schedule: { kind: 'throughout', basis: 'inferred' } } as const;
    expect(
      both(held, { verdict: 'notYetDue', figure: 3, required: 2, unit: '个', gap: 0, periods: [period('attained')] }),
    ).toEqual([
      '某项，截至2021年12月31日：3个；已判定的1期中1期达到；期间始终须达2个，目前保持。',
      'A thing, as of 31 December 2021: 3; 1 of 1 judged period met; 2 required throughout, held so far.',
    ]);
  });

  it('never calls a target without a stated date missed without that remark', () => {
    const remarks = [{ code: 'dateNotExplicit', text: { zh: '期限为推定', en: 'the date is inferred' } }];
    const [zh, en] = both(
      { measure: stock, scope: summed },
      { verdict: 'notAttained', figure: 1, required: 2, unit: '亩', gap: 1, gapUnit: '亩', light: 'red', remarks },
    );
    expect(zh).toContain('未达到，差1亩，期限为推定（红灯）');
    expect(en).toContain('missed by 1 mu, the date is inferred (red light)');
  });

  it('observes without judging', () => {
    const target = {
      measure: { kind: 'rate', indicator: 'civility' },
      criterion: { kind: 'observe', direction: 'up' },
      scope: { owes: { level: 'county' }, rollUp: 'reported' },
    } as const;
    expect(both(target, { figure: 85, movement: 'asIntended' })).toEqual([
      '某项，截至2021年12月31日：85%；较上年向好。',
      'A thing, as of 31 December 2021: 85%; better than a year before.',
    ]);
    expect(both(target, { figure: 85, movement: null })[0]).toContain('只展示不判定');
  });

  it('says of states, grades and lists what they are', () => {
    const state = {
      measure: { kind: 'state', indicator: 'award' },
      criterion: { kind: 'done' },
      scope: { owes: { level: 'county' }, rollUp: 'reported' },
    } as const;
    expect(both(state, { verdict: 'notYetDue', figure: 0, unit: '' })[0]).toBe(
      '某项，截至2021年12月31日：未完成；2022年底须完成。',
    );
    const stations = {
      measure: { kind: 'grade', indicator: 'station' },
      criterion: { kind: 'gradeAtLeast', grade: 3 },
      scope: { owes: { level: 'township' }, rollUp: 'allOf' },
    } as const;
    expect(
      both(stations, {
        verdict: 'notAttained',
        figure: 90,
        numerator: 9,
        denominator: 10,
        light: 'red',
        gap: null,
        completeness: { reported: 10, total: 10 },
      }),
    ).toEqual([
      '某项，截至2021年12月31日：10个乡镇中9个乡镇达到，占90%；10个乡镇全部报数；2022年底须达3级，未达到（红灯）。',
      'A thing, as of 31 December 2021: 9 of 10 townships pass, 90%; all 10 townships reported; grade 3 or better required by the end of 2022, missed (red light).',
    ]);
    const list = {
      measure: { kind: 'checklist', items: ['a', 'b'] },
      criterion: { kind: 'done' },
      scope: { owes: { level: 'county' }, rollUp: 'reported' },
    } as const;
    expect(
      both(list, {
        verdict: 'notYetDue',
        figure: 3,
        numerator: 3,
        denominator: 4,
        required: 4,
        unit: '项',
        gap: 1,
        gapUnit: '项',
      }),
    ).toEqual([
      '某项，截至2021年12月31日：4项中3项达到，占75%；2022年底须全部达到，还差1项。',
      'A thing, as of 31 December 2021: 3 of 4 items pass, 75%; all required by the end of 2022, 1 item short.',
    ]);
  });

  it('says of ranges, ceilings and tolerances what they allow', () => {
    const cases: readonly (readonly [Criterion, Partial<Result>, string])[] = [
      [
        { kind: 'between', lower: 3, upper: 5, unit: '个' },
        { verdict: 'notYetDue', figure: 2, required: 3, gap: 1 },
        '2个；2022年底须达3至5个，还差1个。',
      ],
      [
        { kind: 'about', value: 60, unit: '人' },
        { verdict: 'attainedWithinTolerance', figure: 55, required: 60, unit: '人', light: 'green' },
        '55人；2022年底须达约60人，在容差内达到（绿灯）。',
      ],
      [
        { kind: 'atMost', value: 5, unit: '个' },
        { verdict: 'notYetDue', figure: 4, required: 5, gap: 0 },
        '4个；2022年底须不超过5个，目前未超出。',
      ],
      [
        { kind: 'lessThan', value: 5, unit: '个' },
        { verdict: 'notAttained', figure: 6, required: 5, gap: 1, light: 'red' },
        '6个；2022年底须少于5个，未达到，超出1个（红灯）。',
      ],
      [
        { kind: 'moreThan', value: 0, unit: '个' },
        { verdict: 'notYetDue', figure: 0, required: 0, gap: null },
        '0个；2022年底须有。',
      ],
    ];
    for (const [criterion, result, expected] of cases) {
      const target = { measure: stock, criterion, scope: { owes: { level: 'county' }, rollUp: 'reported' } } as const;
      expect(both(target, { unit: '个', gapUnit: '个', ...result })[0]).toBe(`某项，截至2021年12月31日：${expected}`);
    }
  });

  it('says why there is no figure', () => {
    const target = { measure: stock, criterion: atLeast(25, '万亩'), scope: summed };
    const silent = { completeness: { reported: 0, total: 10 } };
    expect(both(target, { verdict: 'noData', ...silent })).toEqual([
      '某项，截至2021年12月31日：尚无报数；已报0/10个乡镇；2022年底须达25万亩。',
      'A thing, as of 31 December 2021: nothing reported yet; 0 of 10 townships reported; 250,000 mu required by the end of 2022.',
    ]);
    expect(both(target, { verdict: 'notComputable' })[0]).toContain('现有报数无法计算');
    expect(both(target, { verdict: 'dataError' })[0]).toContain('报数自相矛盾');
    expect(both(target, { verdict: 'noCase' })[0]).toContain('未发生应办情形');
    expect(both(target, { verdict: 'notApplicable' })[1]).toBe(
      'A thing, as of 31 December 2021: does not apply to this area.',
    );
    expect(both(target, { verdict: 'notStarted' })[1]).toContain('the batch has not come yet');
  });
});

describe('the rollout in a sentence', () => {
  const village = (digit: number, cohort: string, state: 'started' | 'due' | 'late' | 'planned') => ({
    code: `11${digit}`,
    name: `第${digit}村`,
    parent: '11',
    cohort,
    state,
  });
  const evaluation = fakeEvaluation({
    areas: [
      { code: '1', name: '甲县', level: 'county' },
      { code: '11', name: '乙镇', parent: '1', level: 'township' },
      village(1, '2020', 'started'),
      village(2, '2020', 'late'),
      village(3, '2021', 'started'),
      village(4, '2021', 'due'),
      village(5, '2022', 'planned'),
    ],
  });

  it('counts each batch, and what is due or late', () => {
    expect(summarise(evaluation, null, 'zh')).toBe(
      '推进批次，截至2021年12月31日：5村中2村已启动；①1/2、②1/2、③0/1；本年应启动而未启动1村；逾期未启动1村。',
    );
    expect(summarise(evaluation, null, 'en')).toBe(
      'Rollout, as of 31 December 2021: 2 of 5 villages started; ① 1 of 2, ② 1 of 2, ③ 0 of 1; 1 village due this year and not started; 1 village late.',
    );
  });

  it('can be said of a part', () => {
    expect(summarise(evaluation, null, 'zh', '11')).toContain('5村中2村已启动');
  });
});
