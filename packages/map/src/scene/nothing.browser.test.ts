import { describe, expect, test } from 'vitest';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { renderSvg } from '../renderers/svg/index.js';
import { THEME_NAMES, THEMES } from '../scale/themes.js';
import type { ThemeName } from '../scale/themes.js';
import { buildScene } from './build-scene.js';
import type { Scene } from './scene.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';
import type { FakeArea } from './testing/fake-evaluation.js';

const member = (progress: number): FakeArea['result'] & object => ({
  figure: progress >= 1 ? 1 : 0,
  memberProgress: progress,
  memberFigure: 5 * progress,
  memberRequired: 5,
  memberUnit: '万元',
});

/** What may never look alike, in the order of the villages that show it. */
const KINDS = ['not reported', 'not applicable', 'not started', 'zero', 'lowest class', 'reported above'] as const;

function drawKinds(name: ThemeName): { readonly scene: Scene; readonly above: Scene } {
  const results: readonly (FakeArea['result'] & object)[] = [
    { completeness: { reported: 0, total: 1 } },
    { verdict: 'notApplicable', completeness: { reported: 0, total: 0 } },
    { verdict: 'notStarted' },
    member(0),
    member(0.1),
  ];
  const villages = results.map((result, index): FakeArea => ({
    code: `11${index}`,
    name: `村${index}`,
    parent: '11',
    result,
  }));
  const areas: readonly FakeArea[] = [
    { code: '1', name: '县', level: 'county' },
    {
      code: '11',
      name: '镇',
      parent: '1',
      level: 'township',
      result: { figure: 3, completeness: { reported: 1, total: 1 } },
    },
    ...villages,
  ];
  const draw = (evaluation: ReturnType<typeof fakeEvaluation>): Scene => {
    const scene = buildScene({
      evaluation,
      layout: layoutTiles(evaluation.dataset.roster, { width: 776, level: 'village' }),
      target: 'share',
      level: 'village',
      theme: THEMES[name],
    });
    // what is written comes on top of all this
    return { ...scene, texts: [], glyphs: [] };
  };
  const scope = { owes: { level: 'county' }, from: 'township', rollUp: 'sum' } as const;
  const silent = areas.map((area) =>
    area.parent === '11' ? { ...area, result: { completeness: { reported: 0, total: 0 } } } : area,
  );
  return {
    scene: draw(fakeEvaluation({ areas })),
    above: draw(
      fakeEvaluation({
        areas: silent,
        target: {
          measure: { kind: 'stock', indicator: 'income' },
          criterion: { kind: 'atLeast', value: 25, unit: '万元' },
          scope,
        },
      }),
    ),
  };
}

/** Grey levels 0…255 of one area's box, as a page paints it. */
async function readGreys(scene: Scene, index: number): Promise<readonly number[]> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSvg(scene, { standalone: true }))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const [x0, y0, x1, y1] = scene.layout.areas[index]?.bounds ?? [0, 0, 0, 0];
  canvas.width = Math.ceil(x1 - x0) + 4;
  canvas.height = Math.ceil(y1 - y0) + 4;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(image, 2 - x0, 2 - y0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const greys: number[] = [];
  for (let at = 0; at < data.length; at += 4)
    greys.push(0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0));
  return greys;
}

describe.each(THEME_NAMES)('in greyscale, in the theme %s', (name) => {
  test('no two kinds of nothing, nor zero, nor the lowest class, are painted alike', async () => {
    const { scene, above } = drawKinds(name);
    expect(scene.paints.map((paint) => paint.class)).toEqual(['noData', 'notApplicable', 'notStarted', 0, 0]);
    expect(above.paints[0]?.class).toBe('notReportedHere');
    const pictures = [
      ...(await Promise.all([0, 1, 2, 3, 4].map((index) => readGreys(scene, index)))),
      await readGreys(above, 0),
    ];
    for (const [one, greys] of pictures.entries()) {
      for (let other = one + 1; other < pictures.length; other++) {
        const differing = greys.filter((grey, at) => Math.abs(grey - (pictures[other]?.[at] ?? 0)) > 8).length;
        // one in fifty pixels is an edge's worth of difference
        expect(differing / greys.length, `${KINDS[one]} and ${KINDS[other]}`).toBeGreaterThan(0.02);
      }
    }
  });

  test('the legend names each kind in its own words', () => {
    const { scene, above } = drawKinds(name);
    const labels = [
      ...scene.legend.nothings,
      ...above.legend.nothings.filter(({ kind }) => kind === 'notReportedHere'),
    ].map(({ label }) => label);
    expect(labels).toEqual(['未到批次', '未报数', '不适用', '本级无报数']);
  });
});
