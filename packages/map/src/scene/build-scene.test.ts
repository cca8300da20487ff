import { describe, expect, it } from 'vitest';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { THEMES } from '../scale/themes.js';
import { buildScene } from './build-scene.js';
import type { SceneOptions } from './build-scene.js';
import type { Scene } from './scene.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';
import type { FakeArea, FakeOptions } from './testing/fake-evaluation.js';

const COUNTY: FakeArea = {
  code: '1',
  name: '甲县',
  level: 'county',
  result: {
    verdict: 'notYetDue',
    figure: 50,
    numerator: 2,
    denominator: 4,
    required: 70,
    gap: 1,
    completeness: { reported: 3, total: 4 },
  },
};
const TOWN: FakeArea = {
  code: '11',
  name: '乙镇',
  parent: '1',
  level: 'township',
  result: { figure: 50, numerator: 2, denominator: 4, completeness: { reported: 3, total: 4 } },
};

/** A village of the town, by the last digit of its code. */
const village = (digit: number, given: Partial<FakeArea> = {}): FakeArea => ({
  code: `11${digit}`,
  name: `第${digit}村`,
  parent: '11',
  cohort: '2020',
  state: 'started',
  startedOn: '2020-03-15',
  ...given,
});

const member = (progress: number, figure = 5 * progress): Partial<FakeArea> => ({
  result: {
    figure: progress >= 1 ? 1 : 0,
    memberProgress: progress,
    memberFigure: figure,
    memberRequired: 5,
    memberUnit: '万元',
  },
});

const draw = (
  areas: readonly FakeArea[],
  options: Partial<SceneOptions> = {},
  fake: Partial<FakeOptions> = {},
): Scene => {
  const evaluation = fakeEvaluation({ areas: [COUNTY, TOWN, ...areas], ...fake });
  const level = options.level ?? 'village';
  return buildScene({
    evaluation,
    layout: layoutTiles(evaluation.dataset.roster, { width: 776, level }),
    target: 'share',
    level,
    ...options,
  });
};

const textsOf = (scene: Scene, code: string, role: string): readonly string[] =>
  scene.texts.filter((text) => text.code === code && text.role === role).map(({ text }) => text);

describe('classes', () => {
  it('paints members of a share by their own way to the predicate', () => {
    const scene = draw([
      village(1, member(0.84, 4.2)),
      village(2, member(1, 9)),
      village(3, member(0.2, 1)),
      village(4, member(0)),
    ]);
    expect(scene.legend.basis).toBe('progress');
    expect(scene.paints.map((paint) => paint.class)).toEqual([4, 5, 1, 0]);
    expect(scene.paints.map(({ fill }) => fill)).toEqual([4, 5, 1, 0].map((step) => THEMES.light.attainment[step]));
  });

  it('draws a zero with a firm edge and a 0, unlike its class and unlike what is not reported', () => {
    const scene = draw([
      village(1, member(0)),
      village(2, member(0.1)),
      village(3, { result: { completeness: { reported: 0, total: 1 } } }),
    ]);
    const [zero, low, silent] = scene.paints;
    expect(zero?.class).toBe(0);
    expect(zero?.fill).toBe(low?.fill);
    expect(zero?.stroke).toBe(THEMES.light.edge);
    expect(zero?.strokeWidth).toBeGreaterThan(low?.strokeWidth ?? 0);
    expect(textsOf(scene, '111', 'value')).toEqual(['0']);
    expect(silent?.class).toBe('noData');
    expect(silent?.pattern).toBe('dots');
  });

  it('paints what owes the target by attainment, and what is not yet due too', () => {
    const scene = draw([
      village(1, { result: { verdict: 'notYetDue', attainment: 0.5, figure: 50 } }),
      village(2, { result: { verdict: 'attained', attainment: 1, figure: 100, light: 'green' } }),
      village(3, { result: { verdict: 'notStarted', completeness: { reported: 0, total: 0 } } }),
      village(4, { result: { verdict: 'notApplicable', completeness: { reported: 0, total: 0 } } }),
      village(5, { result: { verdict: 'noData', completeness: { reported: 0, total: 1 } } }),
      village(6, { result: { verdict: 'noCase', completeness: { reported: 0, total: 0 } } }),
      village(7, { result: { verdict: 'undecided', attainment: 0.3, figure: 3 } }),
    ]);
    expect(scene.legend.basis).toBe('attainment');
    expect(scene.paints.map((paint) => paint.class)).toEqual([
      2,
      5,
      'notStarted',
      'notApplicable',
      'noData',
      'notApplicable',
      1,
    ]);
    expect(scene.glyphs.map(({ code, shape }) => [code, shape])).toEqual([['112', 'circle']]);
  });

  it('dots what an older figure stands in for, and keeps it in its class', () => {
    const scene = draw([
      village(1, member(0.5)),
      village(2, { result: { ...member(0.5).result, stale: true, completeness: { reported: 0, total: 1 } } }),
    ]);
    expect(scene.paints.map(({ class: kind, pattern }) => [kind, pattern])).toEqual([
      [2, null],
      [2, 'dots'],
    ]);
    expect(scene.legend.carried).toMatchObject({ count: 1, pattern: 'dots' });
    expect(scene.legend.nothings).toEqual([]);
    expect(scene.paints[1]?.label).toContain('沿用较早报数');
    // once due, only figures of the due period count
    const due = draw(
      [
        village(1, member(0.5)),
        village(2, { result: { ...member(0.5).result, stale: true, completeness: { reported: 0, total: 1 } } }),
      ],
      {},
      { asOf: '2022-12-31' },
    );
    expect(due.paints.map(({ class: kind }) => kind)).toEqual([2, 'noData']);
    expect(due.legend.carried).toBeUndefined();
  });

  it('never calls what is not all of it 100', () => {
    const scene = draw([village(1, member(0.9999))]);
    expect(scene.paints[0]?.class).toBe(4);
    expect(textsOf(scene, '111', 'value')).toEqual(['99.99']);
  });

  it('shows own figures without a pass mark on a ramp of their own', () => {
    const rate = { measure: { kind: 'rate', indicator: 'toilets' } } as const;
    const scene = draw(
      [
        village(1, { result: { figure: 61.2, attainment: 0.72 } }),
        village(2, { result: { figure: 92, attainment: 1 } }),
      ],
      {},
      { target: rate },
    );
    expect(scene.legend.basis).toBe('figure');
    expect(scene.paints.map((paint) => paint.class)).toEqual([3, 4]);
    expect(scene.paints[0]?.fill).toBe(THEMES.light.figure[3]);
    expect(scene.legend.title).toContain('无达标线');
    expect(scene.glyphs).toEqual([]);
  });

  it('hatches villages when only a higher level reports, and says so', () => {
    const reported = {
      measure: { kind: 'stock', indicator: 'area' },
      scope: { owes: { level: 'county' }, rollUp: 'reported' },
    } as const;
    const none = { verdict: 'notApplicable', completeness: { reported: 0, total: 0 } } as const;
    const scene = draw([village(1, { result: none }), village(2, { result: none })], {}, { target: reported });
    expect(scene.paints.map((paint) => paint.class)).toEqual(['notReportedHere', 'notReportedHere']);
    expect(scene.paints[0]?.pattern).toBe('hatch');
    expect(scene.notices.some((notice) => notice.includes('县'))).toBe(true);
    expect(scene.legend.nothings).toMatchObject([{ kind: 'notReportedHere', count: 2 }]);
  });

  it('counts a village that is still to be cleared as on its way, and a cleared one as arrived', () => {
    const remaining = {
      measure: {
        kind: 'remaining',
        predicate: {
          measure: { kind: 'stock', indicator: 'income' },
          criterion: { kind: 'atMost', value: 1, unit: '万元' },
        },
      },
      criterion: { kind: 'none' },
    } as const;
    const weak = (figure: number, open: number): Partial<FakeArea> => ({
      result: {
        figure: open,
        memberProgress: open === 1 ? 1 : 1 / figure,
        memberFigure: figure,
        memberRequired: 1,
        memberUnit: '万元',
      },
    });
    const scene = draw(
      [village(1, weak(4, 0)), village(2, weak(0.5, 1)), village(3, weak(1, 1))],
      {},
      { target: remaining },
    );
    expect(scene.paints.map((paint) => paint.class)).toEqual([5, 2, 4]);
  });
});

describe('views', () => {
  const rollout = [
    village(1, { cohort: '2020', state: 'started', startedOn: '2020-03-15' }),
    village(2, { cohort: '2020', state: 'late', startedOn: null as unknown as string }),
    village(3, { cohort: '2021', state: 'due', startedOn: null as unknown as string }),
    village(4, { cohort: '2022', state: 'planned', startedOn: null as unknown as string }),
  ];

  it('shows the states of the rollout when asked, and when there is no target', () => {
    for (const options of [{ view: 'rollout' }, { target: null }] as const) {
      const scene = draw(rollout, options);
      expect(scene.legend.basis).toBe('rollout');
      expect(scene.paints.map((paint) => paint.class)).toEqual([0, 2, 1, 3]);
      expect(new Set(scene.paints.map(({ fill, pattern, dashed }) => `${fill} ${pattern} ${dashed}`)).size).toBe(4);
      expect(textsOf(scene, '111', 'value')).toEqual(['3月']);
      expect(scene.legend.counts).toEqual([
        [1, 0, 1, 0],
        [0, 1, 0, 0],
        [0, 0, 0, 1],
      ]);
    }
  });

  it('shows the started share where the batches are below the level', () => {
    const scene = draw(rollout, { view: 'rollout', level: 'township' });
    expect(scene.legend.basis).toBe('started');
    expect(scene.paints.map((paint) => paint.class)).toEqual([1]);
    expect(textsOf(scene, '11', 'value')).toEqual(['1/4']);
  });

  it('marks batches in the order of the plan, whatever their years', () => {
    const plan = {
      rollout: {
        clause: '一',
        level: 'village',
        counting: 'incremental',
        batches: [
          { cohort: '2031', count: 1 },
          { cohort: '2029', count: 'rest' },
        ],
      },
    } as const;
    const scene = draw(
      [village(1, { cohort: '2029', ...member(0.5) }), village(2, { cohort: '2031', ...member(0.5) })],
      {},
      { plan },
    );
    expect(textsOf(scene, '111', 'mark')).toEqual(['②']);
    expect(textsOf(scene, '112', 'mark')).toEqual(['①']);
    expect(scene.legend.cohorts.map(({ mark, cohort, total }) => [mark, cohort, total])).toEqual([
      ['①', '2031', 1],
      ['②', '2029', 1],
    ]);
  });

  it('leaves marks out of the attainment view', () => {
    expect(draw([village(1, member(0.5))], { view: 'attainment' }).texts.some(({ role }) => role === 'mark')).toBe(
      false,
    );
  });

  it('sorts areas by light in the lights view', () => {
    const lit = (light: 'green' | 'yellow' | 'red' | null): Partial<FakeArea> => ({
      result: { verdict: 'notYetDue', attainment: 0.5, figure: 1, light },
    });
    const scene = draw(
      [village(1, lit('green')), village(2, lit('yellow')), village(3, lit('red')), village(4, lit(null))],
      { view: 'lights' },
    );
    expect(scene.paints.map((paint) => paint.class)).toEqual([0, 1, 2, 3]);
    expect(scene.legend.lights.map(({ light, count }) => [light, count])).toEqual([
      ['green', 1],
      ['yellow', 1],
      ['red', 1],
    ]);
    expect(new Set(scene.glyphs.map(({ shape }) => shape)).size).toBe(3);
  });
});

describe('legend', () => {
  const areas = [
    village(1, member(1)),
    village(2, member(0.5)),
    village(3, { cohort: '2021', ...member(0.5) }),
    village(4, { cohort: '2021', result: { completeness: { reported: 0, total: 1 } } }),
    village(5, { name: '某社区', kind: 'residents-committee', cohort: '', state: 'none' }),
  ];

  it('counts every area once, and those the target is not for apart', () => {
    const { legend } = draw(areas);
    expect(legend.counts).toEqual([
      [0, 0, 1, 0, 0, 1],
      [0, 0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
    expect(legend.nothings.map(({ kind, count }) => [kind, count])).toEqual([['noData', 1]]);
    // the residents' committee is not on the map: no swatch of the legend is its
    expect(legend.notes).toContain('另有1个居委会不在推进范围，未画在图上');
    const classed = legend.counts.flat().reduce((a, b) => a + b, 0);
    expect(legend.total).toBe(4);
    expect(classed + 1).toBe(legend.total);
  });

  it('counts the same under any filter', () => {
    const { legend } = draw(areas);
    for (const filter of [
      { cohorts: ['2021'], classes: [] },
      { cohorts: [], classes: [5] },
      { cohorts: ['2020'], classes: ['noData'] },
    ]) {
      expect(draw(areas, { filter }).legend).toEqual(legend);
    }
  });

  it('says its classes from bound to bound, the last one open', () => {
    const { legend } = draw(areas);
    expect(legend.classes.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['0–20%', 0, 0.2],
      ['20–40%', 0.2, 0.4],
      ['40–60%', 0.4, 0.6],
      ['60–80%', 0.6, 0.8],
      ['80–100%', 0.8, 1],
      ['达到', 1, null],
    ]);
  });
});

describe('filter', () => {
  const areas = [village(1, member(1)), village(2, member(0.5)), village(3, { cohort: '2021', ...member(0.5) })];
  const dimmed = (scene: Scene): readonly boolean[] => scene.paints.map((paint) => paint.dimmed);

  it('dims what is outside it', () => {
    expect(dimmed(draw(areas))).toEqual([false, false, false]);
    expect(dimmed(draw(areas, { filter: { cohorts: ['2020'], classes: [] } }))).toEqual([false, false, true]);
    expect(dimmed(draw(areas, { filter: { cohorts: [], classes: [2] } }))).toEqual([true, false, false]);
    expect(dimmed(draw(areas, { filter: { cohorts: ['2021'], classes: [5] } }))).toEqual([true, true, true]);
  });

  it('keeps the class of what it dims, in fainter colours', () => {
    const [before] = draw(areas).paints;
    const [after] = draw(areas, { filter: { cohorts: ['2021'], classes: [] } }).paints;
    expect(after?.class).toBe(before?.class);
    expect(after?.fill).not.toBe(before?.fill);
  });
});

describe('writing', () => {
  it('names every village, short where 村 is only a suffix, in two lines where it is not', () => {
    const scene = draw([
      village(1, { name: '下二坝村', ...member(1) }),
      village(2, { name: '红光新村', ...member(1) }),
    ]);
    expect(textsOf(scene, '111', 'name')).toEqual(['下二坝']);
    expect(textsOf(scene, '112', 'name').join('')).toBe('红光新村');
  });

  it('says over a township how many started, how many reported and how many reach it', () => {
    const scene = draw([
      village(1, member(1)),
      village(2, member(1)),
      village(3, member(0.1)),
      village(4, { state: 'planned', result: { completeness: { reported: 0, total: 1 } } }),
    ]);
    expect(textsOf(scene, '11', 'groupName')).toEqual(['乙镇']);
    expect(textsOf(scene, '11', 'groupDetail').join(' ')).toContain('达到50%');
    expect(textsOf(scene, '11', 'groupDetail').join(' ')).toContain('启动3/4');
  });

  it('has no type below 12 units, and none below 16 in large print', () => {
    const areas = [village(1, member(1)), village(2, member(0.2))];
    expect(Math.min(...draw(areas).texts.map(({ size }) => size))).toBeGreaterThanOrEqual(12);
    const evaluation = fakeEvaluation({ areas: [COUNTY, TOWN, ...areas] });
    const layout = layoutTiles(evaluation.dataset.roster, { width: 776, level: 'village', textSize: 'large' });
    const scene = buildScene({ evaluation, layout, target: 'share', level: 'village', textSize: 'large' });
    expect(Math.min(...scene.texts.map(({ size }) => size))).toBeGreaterThanOrEqual(16);
  });

  it('labels areas in one line, in both languages', () => {
    const areas = [village(1, member(0.84, 4.2)), village(2, { result: { completeness: { reported: 0, total: 1 } } })];
    expect(draw(areas).paints.map(({ label }) => label)).toEqual([
      '第1村，①2020年批次，2020年3月15日启动，4.2万元，要求5万元，完成率84%',
      '第2村，①2020年批次，2020年3月15日启动，未报数',
    ]);
    expect(draw(areas, { locale: 'en' }).paints.map(({ label }) => label)).toEqual([
      '第1村, ① batch of 2020, started 15 March 2020, 42,000 yuan of 50,000 yuan required, 84% attained',
      '第2村, ① batch of 2020, started 15 March 2020, not reported',
    ]);
  });

  it('says what must be said: invented figures, schematic shapes', () => {
    const plan = { illustrative: { zh: '示例数据', en: 'Illustrative' } };
    expect(draw([village(1, member(1))], {}, { plan }).notices).toEqual(['示例数据', '示意布局，非行政区划界线']);
  });
});

describe('a scene', () => {
  it('survives being serialised', () => {
    const scene = draw([village(1, member(0.5)), village(2, member(1))]);
    expect(JSON.parse(JSON.stringify(scene))).toEqual(scene);
  });

  it('is the same for the same input', () => {
    const areas = [village(1, member(0.5)), village(2, member(1))];
    expect(draw(areas)).toEqual(draw(areas));
  });

  it('refuses a target the plan does not have', () => {
    expect(() => draw([village(1)], { target: 'nowhere' })).toThrow('nowhere');
  });
});
