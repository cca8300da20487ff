import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.js';
import { readDataset } from '../observation/read-dataset.js';
import type { Domain, Plan, Target } from '../plan/plan.js';
import { rankAreas, rankHalfYears } from './rank-areas.js';
import { listHalfYearEnds } from './ranking-rounds.js';
import type { RankedArea, Ranking, RankingOptions } from './ranking.js';

const domain = (id: string, zh: string, weight?: number): Domain => ({
  id,
  name: { zh, en: id },
  ...(weight !== undefined && { weight }),
});

/** A rate of the townships' own, 100% asked, so that an attainment is the reported rate. */
const rate = (id: string, of: string): Target => ({
  id,
  clause: '二(一)1',
  domain: of,
  name: { zh: id, en: id },
  measure: { kind: 'rate', indicator: id },
  criterion: { kind: 'atLeast', value: 100, unit: '%' },
  schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
  scope: { owes: { level: 'county' }, from: 'township', rollUp: 'ratioOfSums' },
});

const targets = [
  rate('roads', 'industry'),
  rate('shops', 'industry'),
  rate('halls', 'culture'),
  rate('rounds', 'governance'),
];

const plan: Plan = {
  id: 'ranking',
  title: { zh: '排名', en: 'Ranking' },
  start: '2020-01-01',
  end: '2022-12-31',
  document: { issuedOn: '2020-05-08' },
  domains: [domain('industry', '产业'), domain('culture', '文化'), domain('governance', '保障')],
  indicators: targets.map(({ id, name }) => ({ id, name, type: 'ratio', unit: '户' })),
  targets,
};

const TOWNSHIPS = ['T1', 'T2', 'T3', 'T4'];
const areas = `code,name,level,parent,kind\nC,县,county,,county\n${TOWNSHIPS.map((code) => `${code},${code}乡,township,C,township`).join('\n')}\n`;

/** Percentages by township, period and target. */
type Reports = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

function rowsOf(reports: Reports): readonly string[] {
  return Object.entries(reports).flatMap(([period, byArea]) =>
    Object.entries(byArea).flatMap(([area, figures]) =>
      Object.entries(figures).map(([id, percent]) => `${id},${area},${period},,${percent},100,户`),
    ),
  );
}

function rank(
  reports: Reports,
  options: RankingOptions & { readonly asOf?: string; readonly plan?: Plan } = {},
): Ranking {
  const { asOf = '2021-12-31', plan: given = plan, ...rules } = options;
  return rankHalfYears(given, read(rowsOf(reports), given), { asOf, ...rules });
}

function read(rows: readonly string[], of = plan) {
  return readDataset(of, {
    areas: { name: 'areas.csv', text: areas },
    observations: {
      name: 'observations.csv',
      text: `indicator,area,period,value,numerator,denominator,unit\n${rows.join('\n')}`,
    },
  });
}

function find(ranking: Ranking, period: string, area: string): RankedArea {
  const found = ranking.results.find((round) => round.period === period)?.areas.find((ranked) => ranked.area === area);
  if (!found) throw new Error(`${area} is not in ${period}`);
  return found;
}

const ranks = (ranking: Ranking, period: string) =>
  Object.fromEntries(TOWNSHIPS.map((area) => [area, find(ranking, period, area).rank]));

describe('scores', () => {
  test('mean over the targets of a domain, then over the domains', () => {
    const ranking = rank({ '2021-12-31': { T1: { roads: 80, shops: 40, halls: 90, rounds: 0 } } });
    const t1 = find(ranking, '2021-H2', 'T1');
    // Industry (80 + 40) ÷ 2 = 60, culture 90; governance is none of the five. (60 + 90) ÷ 2 = 75.
    expect(t1.score).toBeCloseTo(0.75, 12);
    expect(t1.domains.map(({ domain: id, attainment, share }) => [id, attainment, share])).toEqual([
      ['industry', expect.closeTo(0.6, 12), 0.5],
      ['culture', 0.9, 0.5],
    ]);
    expect(t1.completeness).toEqual({ reported: 3, total: 3 });
  });

  test('weights of the plan, then those given', () => {
    const reports = { '2021-12-31': { T1: { roads: 60, shops: 60, halls: 90, rounds: 30 } } };
    const weighted: Plan = {
      ...plan,
      domains: [domain('industry', '产业', 3), domain('culture', '文化', 1), domain('governance', '保障')],
    };
    // (3 × 60 + 1 × 90) ÷ 4 = 67.5.
    expect(find(rank(reports, { plan: weighted }), '2021-H2', 'T1').score).toBeCloseTo(0.675, 12);
    // (1 × 90 + 2 × 30) ÷ 3 = 50.
    const given = rank(reports, { plan: weighted, weights: { culture: 1, governance: 2 } });
    expect(find(given, '2021-H2', 'T1').score).toBeCloseTo(0.5, 12);
    expect(given.weights).toEqual([
      { domain: 'culture', weight: 1 },
      { domain: 'governance', weight: 2 },
    ]);
  });

  test('the weight of a silent domain goes to the others, and that is said', () => {
    const t1 = find(rank({ '2021-12-31': { T1: { roads: 60, shops: 60 } } }), '2021-H2', 'T1');
    expect(t1.score).toBeCloseTo(0.6, 12);
    expect(t1.silentDomains).toEqual(['culture']);
    expect(t1.text.zh).toContain('文化没有可用数据，其权重分给其他方面');
    expect(t1.text.en).toContain('Culture had nothing to say');
  });

  test('missing is not zero', () => {
    const t1 = find(rank({ '2021-12-31': { T1: { roads: 60, halls: 60 } } }), '2021-H2', 'T1');
    const t2 = find(rank({ '2021-12-31': { T2: { roads: 60, shops: 0, halls: 60 } } }), '2021-H2', 'T2');
    expect(t1.score).toBeCloseTo(0.6, 12);
    // (60 + 0) ÷ 2 = 30; (30 + 60) ÷ 2 = 45.
    expect(t2.score).toBeCloseTo(0.45, 12);
  });
});

describe('ranks', () => {
  const reports: Reports = {
    '2021-12-31': {
      T1: { roads: 90, shops: 90, halls: 90 },
      T2: { roads: 70, shops: 70, halls: 70 },
      T3: { roads: 60, shops: 80, halls: 70 },
      T4: { roads: 50, shops: 50, halls: 50 },
    },
  };

  test('equals share a rank: 1, 2, 2, 4', () => {
    expect(ranks(rank(reports), '2021-H2')).toEqual({ T1: 1, T2: 2, T3: 2, T4: 4 });
  });

  test('below the stated completeness an area is unranked, not last', () => {
    const few: Reports = { '2021-12-31': { ...reports['2021-12-31'], T4: { roads: 1 } } };
    // T4 has 1 of 3: below 0.6, and at 1/3 exactly enough.
    const strict = rank(few, { minCompleteness: 0.6 });
    expect(ranks(strict, '2021-H2')).toEqual({ T1: 1, T2: 2, T3: 2, T4: null });
    expect(strict.results.at(-1)?.areas.map(({ area }) => area)).toEqual(['T1', 'T2', 'T3', 'T4']);
    expect(find(strict, '2021-H2', 'T4')).toMatchObject({ amongLast: false, streak: 0, change: null });
    expect(find(strict, '2021-H2', 'T4').text.en).toBe(
      'T4乡 is not ranked: data for 1 of 3 targets, 60% asked. Culture had nothing to say; the weight went to the others.',
    );
    expect(ranks(rank(few, { minCompleteness: 0.333333 }), '2021-H2')['T4']).toBe(4);
  });

  test('an area without any data is unranked whatever is asked', () => {
    const t4 = find(rank({ '2021-12-31': { T1: { roads: 1 } } }), '2021-H2', 'T4');
    expect(t4).toMatchObject({ rank: null, score: null, completeness: { reported: 0, total: 3 } });
  });

  test('the order of rows and of targets makes no difference', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const figures = fc.record({ roads: percent, shops: percent, halls: percent }, { requiredKeys: [] });
    const anyReports = fc.record({ T1: figures, T2: figures, T3: figures, T4: figures });
    fc.assert(
      fc.property(
        anyReports,
        fc.shuffledSubarray(targets, { minLength: targets.length }),
        fc.nat(),
        (byArea, order, turn) => {
          const given: Reports = { '2021-12-31': byArea } as Reports;
          const rows = rowsOf(given);
          const turned = [...rows.slice(turn % (rows.length + 1)), ...rows.slice(0, turn % (rows.length + 1))];
          const straight = rankHalfYears(plan, read(rows), { asOf: '2021-12-31' });
          const other = rankHalfYears({ ...plan, targets: order }, read(turned.reverse()), { asOf: '2021-12-31' });
          const places = (ranking: Ranking) =>
            ranking.results.at(-1)?.areas.map(({ area, rank: place, score }) => [area, place, score]);
          expect(places(other)).toEqual(places(straight));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('changes', () => {
  const reports: Reports = {
    '2021-06-30': {
      T1: { roads: 50, shops: 50, halls: 50 },
      T2: { roads: 60, shops: 60, halls: 60 },
      T3: { roads: 40, shops: 40, halls: 40 },
      T4: { roads: 30, shops: 30, halls: 30 },
    },
    '2021-12-31': {
      T1: { roads: 90, shops: 50, halls: 60 },
      T2: { roads: 60, shops: 60, halls: 60 },
      T3: { roads: 40, shops: 40 },
      T4: { roads: 30, shops: 30, halls: 30 },
    },
  };
  const ranking = rank(reports);

  test('places, score, and the targets that moved it most', () => {
    const { change } = find(ranking, '2021-H2', 'T1');
    // 50 → industry (90 + 50) ÷ 2 = 70, culture 60: (70 + 60) ÷ 2 = 65; from 2nd to 1st.
    expect(change?.places).toBe(1);
    expect(change?.score).toBeCloseTo(0.15, 12);
    // Roads weigh ½ × ½: (90 − 50) ÷ 4 = 10 points; halls weigh ½: (60 − 50) ÷ 2 = 5 points.
    expect(change?.targets).toEqual([
      {
        target: 'roads',
        domain: 'industry',
        score: expect.closeTo(0.1, 12) as number,
        before: 0.5,
        after: 0.9,
        kind: 'figure',
      },
      {
        target: 'halls',
        domain: 'culture',
        score: expect.closeTo(0.05, 12) as number,
        before: 0.5,
        after: 0.6,
        kind: 'figure',
      },
    ]);
    expect(change?.domains.map(({ domain: id }) => id)).toEqual(['industry', 'culture']);
    expect(find(ranking, '2021-H2', 'T1').text).toEqual({
      zh: 'T1乡第1名，得分65（3项可计算任务中3项有数据）。比上期上升1位，得分+15，主要来自“roads”（+10）、“halls”（+5）。',
      en: 'T1乡 is number 1 with 65 points (data for 3 of 3 targets). Up 1 place on the last round, score +15, mostly from “roads” (+10), “halls” (+5).',
    });
  });

  test('others may move an area that stood still', () => {
    const t2 = find(ranking, '2021-H2', 'T2');
    expect(t2.change).toMatchObject({ places: -1, score: 0, targets: [] });
    expect(t2.text.en).toContain('Down 1 place on the last round, with an unchanged score');
  });

  test('a domain that falls silent leaves its weight to the others', () => {
    // Not due, so the level of June is carried: T3's halls are still 40 in December.
    expect(find(ranking, '2021-H2', 'T3').change).toMatchObject({ score: 0 });
    const due = rank(
      { '2022-06-30': { T3: { roads: 40, halls: 80 } }, '2022-12-31': { T3: { roads: 60 } } },
      { asOf: '2022-12-31' },
    );
    const { change } = find(due, '2022-H2', 'T3');
    // June: (40 + 80) ÷ 2 = 60. December: industry alone, 60. Roads +60 − 20 = +40, halls −40.
    expect(change?.score).toBeCloseTo(0, 12);
    expect(change?.targets).toEqual([
      {
        target: 'halls',
        domain: 'culture',
        score: expect.closeTo(-0.4, 12) as number,
        before: 0.8,
        after: null,
        kind: 'silent',
      },
      {
        target: 'roads',
        domain: 'industry',
        score: expect.closeTo(0.4, 12) as number,
        before: 0.4,
        after: 0.6,
        kind: 'figure',
      },
    ]);
  });

  test('what the targets gained adds up to what the score gained', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const figures = fc.record({ roads: percent, shops: percent, halls: percent }, { requiredKeys: ['roads'] });
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const ranked = rank({ '2022-06-30': { T1: before }, '2022-12-31': { T1: after } } as Reports, {
          asOf: '2022-12-31',
          causes: 9,
        });
        const { change } = find(ranked, '2022-H2', 'T1');
        const sum = (parts: readonly { readonly score: number }[]) =>
          parts.reduce((total, { score }) => total + score, 0);
        expect(sum(change?.targets ?? [])).toBeCloseTo(change?.score ?? Number.NaN, 9);
        expect(sum(change?.domains ?? [])).toBeCloseTo(change?.score ?? Number.NaN, 9);
      }),
      { numRuns: 50 },
    );
  });

  test('the first round has nothing to compare with', () => {
    expect(find(ranking, '2021-H1', 'T1').change).toBeNull();
  });
});

describe('streaks', () => {
  const level = (t1: number, t2: number, t3: number, t4: number) =>
    Object.fromEntries([t1, t2, t3, t4].map((percent, index) => [`T${index + 1}`, { roads: percent }]));

  test('among the last two in two rounds running, by default', () => {
    const ranking = rank({
      '2020-12-31': level(90, 80, 70, 60),
      '2021-06-30': level(90, 60, 80, 70),
      '2021-12-31': level(90, 70, 80, 60),
    });
    const streaks = (period: string) => TOWNSHIPS.map((area) => find(ranking, period, area).streak);
    expect(streaks('2020-H2')).toEqual([0, 0, 1, 1]);
    expect(streaks('2021-H1')).toEqual([0, 1, 0, 2]);
    expect(streaks('2021-H2')).toEqual([0, 2, 0, 3]);
    expect(find(ranking, '2021-H1', 'T4')).toMatchObject({ streakReached: true });
    expect(find(ranking, '2021-H1', 'T2')).toMatchObject({ streakReached: false, amongLast: true });
    expect(find(ranking, '2021-H2', 'T4').text.zh).toContain('连续3期列后2位，已达到连续2期');
    expect(find(ranking, '2021-H1', 'T2').text.en).toContain('Among the last 2 this round');
  });

  test('both numbers are parameters, of the call or of the plan', () => {
    const reports = { '2021-06-30': level(90, 80, 70, 60), '2021-12-31': level(90, 80, 70, 60) };
    const one = rank(reports, { last: 1, rounds: 1 });
    expect(find(one, '2021-H1', 'T3').amongLast).toBe(false);
    expect(find(one, '2021-H1', 'T4').streakReached).toBe(true);
    const stated: Plan = { ...plan, ranking: { last: 3, rounds: 3, minCompleteness: 0.1 } };
    expect(rank(reports, { plan: stated })).toMatchObject({ last: 3, rounds: 3, minCompleteness: 0.1 });
  });

  test('an unranked round breaks a streak', () => {
    const ranking = rank(
      {
        '2020-12-31': { T1: { roads: 90 }, T2: { roads: 80 }, T3: { roads: 70 }, T4: { roads: 60 } },
        '2021-06-30': {},
        '2022-12-31': level(90, 80, 70, 60),
      },
      { asOf: '2022-12-31', minCompleteness: 0.3 },
    );
    // While the targets run the level of 2020 is carried; on their due date in 2022 it is reported anew.
    expect(find(ranking, '2022-H1', 'T4').streak).toBe(4);
    const broken = rank({ '2021-12-31': level(90, 80, 70, 60) }, { asOf: '2021-12-31' });
    expect(find(broken, '2021-H1', 'T4')).toMatchObject({ rank: null, streak: 0 });
    expect(find(broken, '2021-H2', 'T4').streak).toBe(1);
  });

  test('a half-year begun before the plan was issued is shown and no part of a streak', () => {
    const ranking = rank({ '2020-06-30': level(90, 80, 70, 60) }, { asOf: '2020-12-31' });
    expect(ranking.results[0]).toMatchObject({ period: '2020-H1', judged: false });
    expect(find(ranking, '2020-H1', 'T4')).toMatchObject({ rank: 4, amongLast: true, streak: 0 });
    expect(find(ranking, '2020-H2', 'T4').streak).toBe(1);
  });
});

describe('rounds', () => {
  test('the ends of the half-years of the plan up to a day', () => {
    expect(listHalfYearEnds(plan, '2021-07-01')).toEqual(['2020-06-30', '2020-12-31', '2021-06-30']);
    expect(listHalfYearEnds(plan)).toHaveLength(6);
    expect(listHalfYearEnds({ start: '2020-07-01', end: '2021-06-30' }, '2030-01-01')).toEqual([
      '2020-12-31',
      '2021-06-30',
    ]);
  });

  test('evaluations are taken in order of their day', () => {
    const dataset = read(rowsOf({ '2021-06-30': { T1: { roads: 10 } }, '2021-12-31': { T1: { roads: 20 } } }));
    const later = evaluate(plan, dataset, { asOf: '2021-12-31' });
    const earlier = evaluate(plan, dataset, { asOf: '2021-09-30' });
    expect(rankAreas([later, earlier]).results.map(({ period }) => period)).toEqual(['2021-09-30', '2021-H2']);
  });

  test('errors of the caller are said', () => {
    expect(() => rankAreas([])).toThrow('expected at least one evaluation');
    expect(() => rank({}, { last: 0 })).toThrow('last: expected');
    expect(() => rank({}, { minCompleteness: 1.2 })).toThrow('minCompleteness: expected');
    expect(() => rank({}, { weights: { art: 1 } })).toThrow('weights: unknown domain "art"');
    expect(() => rank({}, { weights: { culture: -1 } })).toThrow('weights.culture: expected');
  });
});
