import { describe, expect, it } from 'vitest';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { buildScene } from './build-scene.js';
import type { SceneOptions } from './build-scene.js';
import type { Scene } from './scene.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';
import type { FakeArea } from './testing/fake-evaluation.js';

const [BEFORE, AFTER] = ['2020-12-31', '2021-12-31'] as const;

const county = (share: number): FakeArea => ({
  code: '1',
  name: '甲县',
  level: 'county',
  result: { figure: share, numerator: share, denominator: 100, required: 70, verdict: 'notYetDue' },
});
const TOWN: FakeArea = { code: '11', name: '乙镇', parent: '1', level: 'township' };

const income = (figure: number | null): NonNullable<FakeArea['result']> =>
  figure === null
    ? { completeness: { reported: 0, total: 1 } }
    : {
        figure: figure >= 5 ? 1 : 0,
        memberProgress: Math.min(1, figure / 5),
        memberFigure: figure,
        memberRequired: 5,
        memberUnit: '万元',
      };

const villages = (given: readonly Partial<FakeArea>[]): readonly FakeArea[] =>
  given.map((area, index): FakeArea => ({
    code: `11${index}`,
    name: `第${index}村`,
    parent: '11',
    cohort: '2020',
    state: 'started',
    ...area,
  }));

/** Incomes of villages at two dates, drawn as asked. */
function drawIncomes(
  pairs: readonly (readonly [number | null, number | null])[],
  options: Partial<SceneOptions> = {},
): Scene {
  const at = (end: 0 | 1) =>
    fakeEvaluation({
      areas: [county(end === 0 ? 40 : 48), TOWN, ...villages(pairs.map((pair) => ({ result: income(pair[end]) })))],
      asOf: end === 0 ? BEFORE : AFTER,
    });
  const [before, after] = [at(0), at(1)];
  const layout = layoutTiles(after.dataset.roster, { width: 776, level: 'village' });
  return buildScene({
    evaluation: after,
    layout,
    target: 'share',
    level: 'village',
    compare: { evaluation: before, as: 'change' },
    ...options,
  });
}

const classesOf = ({ paints, legend }: Scene): readonly string[] =>
  paints.map(({ class: kind }) => (typeof kind === 'number' ? (legend.classes[kind]?.label ?? '') : kind));
const valuesOf = (scene: Scene): readonly string[] =>
  scene.texts.filter(({ role }) => role === 'value').map(({ text }) => text);

describe('a change between two dates', () => {
  // 5万元 is the mark, so 1万元 is 20 points of the way
  const scene = drawIncomes([
    [1, 3],
    [3, 1],
    [2, 2],
    [2, 2.5],
    [2.5, 2],
    [4, 2.5],
    [null, 3],
    [3, null],
    [6, 9],
  ]);

  it('is in percentage points, with zero as a class of its own and the bounds in the class beyond', () => {
    expect(scene.legend.title).toBe('启动年 × 变化（百分点）');
    expect(scene.legend.classes.map(({ label }) => label)).toEqual([
      '−25以上',
      '−10–25',
      '−0–10',
      '0（不变）',
      '+0–10',
      '+10–25',
      '+25以上',
    ]);
    // +40, −40, 0, +10, −10, −30, missing twice, and beyond the mark at both dates
    expect(classesOf(scene)).toEqual([
      '+25以上',
      '−25以上',
      '0（不变）',
      '+10–25',
      '−10–25',
      '−25以上',
      'noData',
      'noData',
      '0（不变）',
    ]);
    expect(valuesOf(scene)).toEqual(['+40', '−40', '0', '+10', '−10', '−30', '–', '–', '0']);
    expect(scene.values?.slice(5)).toEqual([-30, null, null, 0]);
  });

  it('tells worse from better without colour: worse carries a pattern, and nothing else does', () => {
    expect(scene.legend.classes.map(({ paint }) => paint.pattern)).toEqual([
      'falling',
      'falling',
      'falling',
      null,
      null,
      null,
      null,
    ]);
  });

  it('counts what is missing at either date apart, in the legend and in the sentence', () => {
    expect(scene.legend.nothings.map(({ kind, count }) => [kind, count])).toEqual([['noData', 2]]);
    expect(scene.summary).toBe(
      '集体收入5万元以上的村，2020年12月31日至2021年12月31日：甲县40% → 48%；9村中7村可比；上升2、下降3、不变2；2村缺一期数值，不作比较。',
    );
    expect(
      drawIncomes(
        [
          [1, 3],
          [null, 3],
        ],
        { locale: 'en' },
      ).summary,
    ).toBe(
      'Villages with 50,000 yuan or more, 31 December 2020 to 31 December 2021: 甲县 40% → 48%; 1 of 2 villages comparable; 1 up, 0 down, 0 unchanged; 1 village without a figure at one of the dates.',
    );
  });

  it('says a state in words, and what stayed as it was once', () => {
    const at = (asOf: string, figure: number, unit: string) =>
      fakeEvaluation({
        areas: [{ ...county(figure), result: { figure, unit } }, TOWN, ...villages([{ result: income(2) }])],
        asOf,
        ...(unit === '' && { target: { measure: { kind: 'state', indicator: 'hall' } } }),
      });
    const draw = (before: number, after: number, unit: string): string => {
      const [earlier, later] = [at(BEFORE, before, unit), at(AFTER, after, unit)];
      const layout = layoutTiles(later.dataset.roster, { width: 776, level: 'village' });
      return buildScene({
        evaluation: later,
        layout,
        target: 'share',
        level: 'village',
        compare: { evaluation: earlier, as: 'change' },
      }).summary;
    };
    expect(draw(0, 1, '')).toContain('甲县未完成 → 已完成；');
    expect(draw(34, 34, '村')).toContain('甲县34村，不变；');
  });

  it('says both ends on every area, and why there is no change', () => {
    expect(scene.paints[0]?.label).toContain('20% → 60%，+40个百分点');
    expect(scene.paints[6]?.label).toContain('2020年12月31日未报数');
    expect(scene.paints[7]?.label).toContain('2021年12月31日未报数');
  });

  it('stands on a township in place of its figure, both ends below it; over villages both ends stand alone', () => {
    const at = (asOf: string, share: number) =>
      fakeEvaluation({
        areas: [
          county(1),
          {
            ...TOWN,
            result: { figure: share, numerator: share, denominator: 100, completeness: { reported: 2, total: 2 } },
          },
          ...villages([{ result: income(2) }]),
        ],
        asOf,
      });
    const [before, after] = [at(BEFORE, 40), at(AFTER, 52)];
    const draw = (level: 'township' | 'village') =>
      buildScene({
        evaluation: after,
        layout: layoutTiles(after.dataset.roster, { width: 776, level }),
        target: 'share',
        level,
        compare: { evaluation: before, as: 'change' },
      }).texts.filter(({ code }) => code === '11');
    expect(draw('township').map(({ role, text }) => [role, text])).toEqual([
      ['name', '乙镇'],
      ['value', '+12'],
      ['groupDetail', '达到40% → 达到52%'],
    ]);
    expect(draw('village').map(({ text }) => text)).toContain('达到40% → 达到52%');
  });

  it('is the same whichever date was asked for first', () => {
    const at = (asOf: string, figure: number) =>
      fakeEvaluation({ areas: [county(1), TOWN, ...villages([{ result: income(figure) }])], asOf });
    const [before, after] = [at(BEFORE, 1), at(AFTER, 3)];
    const layout = layoutTiles(after.dataset.roster, { width: 776, level: 'village' });
    const common = { layout, target: 'share', level: 'village' } as const;
    const forth = buildScene({ ...common, evaluation: after, compare: { evaluation: before, as: 'change' } });
    const back = buildScene({ ...common, evaluation: before, compare: { evaluation: after, as: 'change' } });
    expect(back.paints).toEqual(forth.paints);
    expect(back.summary).toBe(forth.summary);
    const same = buildScene({ ...common, evaluation: after, compare: { evaluation: after, as: 'change' } });
    expect(same.legend.basis).toBe('progress');
  });

  it('is in the unit where figures are shown, cut alike to both sides', () => {
    const figures = drawIncomes(
      [
        [1, 3.5],
        [3, 2],
        [2, 2],
        [1, 7],
      ],
      { view: 'figure' },
    );
    expect(figures.legend.title).toBe('启动年 × 变化（万元）');
    // sizes 2.5, 1 and 6 in three equal round steps of 2
    expect(classesOf(figures)).toEqual(['+2–4', '−0–2', '0（不变）', '+4以上']);
    expect(valuesOf(figures)).toEqual(['+2.5', '−1', '0', '+6']);
    expect(figures.summary).toContain('增加2、减少1、不变1');
  });

  it('does not call an older figure unchanged', () => {
    const carried = { ...income(2), stale: true, completeness: { reported: 0, total: 1 } };
    const at = (asOf: string, result: NonNullable<FakeArea['result']>) =>
      fakeEvaluation({ areas: [county(1), TOWN, ...villages([{ result }])], asOf });
    const [before, after] = [at(BEFORE, income(2)), at(AFTER, carried)];
    const layout = layoutTiles(after.dataset.roster, { width: 776, level: 'village' });
    const drawn = buildScene({
      evaluation: after,
      layout,
      target: 'share',
      level: 'village',
      compare: { evaluation: before, as: 'change' },
    });
    expect(drawn.paints.map((paint) => paint.class)).toEqual(['noData']);
    expect(drawn.paints[0]?.label).toContain('沿用较早报数');
  });
});

describe('the rollout between two dates', () => {
  const states = (list: readonly FakeArea['state'][]) => villages(list.map((state) => ({ ...(state && { state }) })));
  const before = fakeEvaluation({
    areas: [county(1), TOWN, ...states(['started', 'planned', 'due', 'due', 'late'])],
    asOf: BEFORE,
  });
  const after = fakeEvaluation({
    areas: [county(1), TOWN, ...states(['started', 'started', 'started', 'late', 'late'])],
    asOf: AFTER,
  });
  const layout = layoutTiles(after.dataset.roster, { width: 776, level: 'village' });
  const scene = buildScene({
    evaluation: after,
    layout,
    target: null,
    level: 'village',
    compare: { evaluation: before, as: 'change' },
  });

  it('shows who started between them, and who became late', () => {
    expect(classesOf(scene)).toEqual(['此前已启动', '新启动', '新启动', '新逾期', '仍未启动']);
    expect(scene.summary).toBe('推进批次，2020年12月31日至2021年12月31日：新启动2村（1→3）；新逾期1村。');
  });
});

describe('lights between two dates', () => {
  it('get better, worse or stay; without a light at one date nothing is compared', () => {
    const light = (signs: readonly ('green' | 'yellow' | 'red' | null)[]) =>
      villages(
        signs.map((sign) => ({
          result: { verdict: 'notYetDue', figure: 1, required: 2, attainment: 0.5, light: sign },
        })),
      );
    const before = fakeEvaluation({
      areas: [county(1), TOWN, ...light(['red', 'green', 'yellow', null])],
      asOf: BEFORE,
    });
    const after = fakeEvaluation({
      areas: [county(1), TOWN, ...light(['green', 'yellow', 'yellow', 'green'])],
      asOf: AFTER,
    });
    const layout = layoutTiles(after.dataset.roster, { width: 776, level: 'village' });
    const scene = buildScene({
      evaluation: after,
      layout,
      target: 'share',
      level: 'village',
      view: 'lights',
      compare: { evaluation: before, as: 'change' },
    });
    expect(classesOf(scene)).toEqual(['转好', '变差', '不变', 'notApplicable']);
    expect(scene.glyphs).toEqual([]);
    expect(scene.paints[0]?.label).toContain('红灯 → 绿灯');
    expect(scene.summary).toContain('3村都可比；转好1、变差1、不变1');
  });
});

describe('two dates side by side', () => {
  const pairs = [
    [1, 22],
    [3, 4],
    [null, 7],
    [9, null],
  ] as const;

  it('have the same classes, cut over both, and one legend with both counts', () => {
    for (const breaks of ['equal', 'quantile', 'natural', [5, 10]] as const) {
      const at = (end: 0 | 1) =>
        fakeEvaluation({
          areas: [county(1), TOWN, ...villages(pairs.map((pair) => ({ result: income(pair[end]) })))],
          asOf: end === 0 ? BEFORE : AFTER,
        });
      const [later, earlier] = (
        [
          [at(1), at(0)],
          [at(0), at(1)],
        ] as const
      ).map(([mine, theirs]) => {
        const layout = layoutTiles(mine.dataset.roster, { width: 776, level: 'village' });
        return buildScene({
          evaluation: mine,
          layout,
          target: 'share',
          level: 'village',
          view: 'figure',
          breaks,
          compare: { evaluation: theirs, as: 'beside' },
        });
      }) as [Scene, Scene];
      expect(earlier.legend.classes, String(breaks)).toEqual(later.legend.classes);
      expect(later.legend.beside?.counts).toEqual(earlier.legend.counts);
      expect(earlier.legend.beside?.counts).toEqual(later.legend.counts);
      expect(later.legend.nothings.map(({ kind, count }) => [kind, count])).toEqual([['noData', 1]]);
      expect(later.legend.beside?.nothings).toEqual([1]);
      expect(later.legend.beside?.otherFirst).toBe(true);
      expect(earlier.legend.beside?.otherFirst).toBe(false);
    }
  });

  it('say each date’s own finding, and what lies between them', () => {
    const scene = drawIncomes(
      [
        [1, 3],
        [3, 1],
      ],
      { compare: null },
    );
    const beside = drawIncomes(
      [
        [1, 3],
        [3, 1],
      ],
      {
        compare: {
          evaluation: fakeEvaluation({
            areas: [county(40), TOWN, ...villages([{ result: income(1) }, { result: income(3) }])],
            asOf: BEFORE,
          }),
          as: 'beside',
        },
      },
    );
    expect(beside.summary.startsWith(scene.summary)).toBe(true);
    expect(beside.summary).toContain('2村都可比；上升1、下降1、不变0');
    expect(beside.legend.basis).toBe('progress');
  });
});
