import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listRows } from '../board/list-rows.js';
import { readClasses } from '../board/read-classes.js';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { renderSheet, renderSvg } from '../renderers/svg/index.js';
import type { BreakMethod } from '../scale/break-methods.js';
import { buildScene } from './build-scene.js';
import { listThresholds } from './choose-breaks.js';
import type { Scene } from './scene.js';
import { fakeEvaluation, SHARE } from './testing/fake-evaluation.js';
import type { FakeArea } from './testing/fake-evaluation.js';

const METHODS: readonly BreakMethod[] = ['auto', 'equal', 'quantile', 'natural', [1, 5, 10]];

function draw(figures: readonly (number | null)[], breaks: BreakMethod, view: 'figure' | 'attainment' | 'both') {
  const villages = figures.map((figure, index): FakeArea => {
    const reported =
      figure === null
        ? {}
        : {
            figure: figure >= 5 ? 1 : 0,
            memberProgress: Math.min(1, Math.max(0, figure / 5)),
            memberFigure: figure,
            memberRequired: 5,
            memberUnit: '万元',
          };
    return {
      code: `11${index}`,
      name: `村${index}`,
      parent: '11',
      cohort: '2020',
      state: 'started',
      result: { ...reported, completeness: { reported: figure === null ? 0 : 1, total: 1 } },
    };
  });
  const evaluation = fakeEvaluation({
    areas: [
      { code: '1', name: '县', level: 'county' },
      { code: '11', name: '镇', parent: '1', level: 'township' },
      ...villages,
    ],
  });
  const layout = layoutTiles(evaluation.dataset.roster, { width: 776, level: 'village' });
  const scene = buildScene({ evaluation, layout, target: 'share', level: 'village', view, breaks });
  return { evaluation, scene };
}

/** The class a number belongs to by what the legend itself prints: the last one whose lower bound it reaches. */
function readOffLegend({ classes }: Scene['legend'], value: number): number {
  let found = 0;
  for (const [index, { from }] of classes.entries()) if (value >= from - 1e-9) found = index;
  return found;
}

const figure = fc.oneof(
  fc.constantFrom(0, 1, 5, 10, 0.99, 4.99, 9.99, 5.01, 2.5, 3, 4),
  fc.integer({ min: 0, max: 4000 }).map((cents) => cents / 100),
  fc.constant(null),
);

describe.each(METHODS.map((method) => [String(method), method] as const))('classes by %s', (_name, method) => {
  it.each(['figure', 'attainment', 'both'] as const)('are the same in fill, legend, table and file: %s', (view) => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 24 }), (figures) => {
        const { evaluation, scene } = draw(figures, method, view);
        const { layout, paints, legend, values } = scene;
        const codes = layout.areas.map(({ code }) => code);
        const classes = readClasses({ ...scene, areas: layout.areas }, 'zh');
        const rows = listRows(evaluation, { codes, target: 'share', locale: 'zh', classes });
        const svg = renderSvg(scene);
        const tally = legend.classes.map(() => 0);
        for (const [index, code] of codes.entries()) {
          const kind = paints[index]?.class;
          const value = values?.[index] ?? null;
          expect(value === null).toBe(kind === 'noData');
          if (typeof kind !== 'number' || value === null) continue;
          tally[kind] = (tally[kind] ?? 0) + 1;
          expect(kind, `${value} by the legend’s own bounds`).toBe(readOffLegend(legend, value));
          expect(paints[index]?.fill).toBe(legend.classes[kind]?.paint.fill);
          expect(rows.find((row) => row.code === code)?.class).toBe(legend.classes[kind]?.label);
          expect(new RegExp(`data-code="${code}"[^>]* fill="([^"]+)"`).exec(svg)?.[1]).toBe(
            legend.classes[kind]?.paint.fill,
          );
        }
        expect(legend.counts[0] ?? tally).toEqual(tally);
        expect(legend.total).toBe(figures.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the plan’s thresholds', () => {
  const over = (value: number, unit = '万元') =>
    ({
      ...SHARE,
      id: `over-${value}`,
      measure: {
        kind: 'share',
        predicate: { measure: { kind: 'stock', indicator: 'income' }, criterion: { kind: 'atLeast', value, unit } },
      },
    }) as const;
  const plan = (targets: readonly (typeof SHARE)[]) => ({ ...fakeEvaluation({ areas: [] }).plan, targets });

  it('are what it asks of one area of the level, in the unit shown', () => {
    const weak = {
      ...SHARE,
      id: 'weak',
      measure: {
        kind: 'remaining',
        predicate: {
          measure: { kind: 'stock', indicator: 'income' },
          criterion: { kind: 'atMost', value: 1, unit: '万元' },
        },
      },
    } as const;
    const county = {
      ...SHARE,
      id: 'county',
      measure: { kind: 'stock', indicator: 'income' },
      criterion: { kind: 'atLeast', value: 900, unit: '万元' },
      scope: { owes: { level: 'county' }, from: 'village', rollUp: 'sum' },
    } as const;
    const other = {
      ...over(77),
      measure: {
        kind: 'share',
        predicate: {
          measure: { kind: 'stock', indicator: 'houses' },
          criterion: { kind: 'atLeast', value: 77, unit: '万元' },
        },
      },
    } as const;
    const listed = plan([over(10), over(50_000, '元'), weak, county, other]);
    // 50,000元 is 5万元; what the county owes, and another indicator, are no thresholds of a village's income
    expect(listThresholds(listed, over(10), 'village', '万元')).toEqual([1, 5, 10]);
    expect(listThresholds(listed, over(10), 'village', '元')).toEqual([10_000, 50_000, 100_000]);
    expect(listThresholds(listed, over(10), 'village', '亩')).toEqual([]);
    expect(listThresholds(listed, over(10), 'township', '万元')).toEqual([]);
    expect(listThresholds(listed, county, 'township', '万元')).toEqual([]);
  });

  it('are printed in the legend with where they come from, on the sheet too', () => {
    const { scene } = draw([0, 1, 4.99, 5], 'auto', 'figure');
    expect(scene.legend.notes).toEqual(['按计划对单个地区的要求分级：5万元，含下限']);
    expect(scene.legend.classes.map(({ label }) => label)).toEqual(['0–5', '5以上']);
    expect(scene.paints.map((paint) => paint.class)).toEqual([0, 0, 0, 1]);
    expect(renderSheet(scene, { title: '集体收入' })).toContain('按计划对单个地区的要求分级：5万元，含下限');
    expect(draw([0.2, 7], 'natural', 'figure').scene.legend.notes).toEqual(['自然断点分级：7万元，含下限']);
    expect(draw([2, 7], [3], 'figure').scene.legend.notes).toEqual(['自定分级：3万元，含下限']);
    expect(draw([2, 7], 'auto', 'both').scene.legend.notes).toEqual(['五等分，含下限；达到单列']);
  });
});
