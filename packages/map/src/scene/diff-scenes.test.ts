import { describe, expect, it } from 'vitest';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { buildScene } from './build-scene.js';
import { diffScenes } from './diff-scenes.js';
import type { Scene } from './scene.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';

const draw = (progress: readonly number[], width = 400): Scene => {
  const evaluation = fakeEvaluation({
    areas: [
      { code: '1', name: '甲县', level: 'county', result: {} },
      { code: '11', name: '乙镇', parent: '1', level: 'township', result: {} },
      ...progress.map((memberProgress, index) => ({
        code: `11${index}`,
        name: `第${index}村`,
        parent: '11',
        cohort: '2020',
        state: 'started' as const,
        result: {
          figure: memberProgress >= 1 ? 1 : 0,
          memberProgress,
          memberFigure: memberProgress * 5,
          memberRequired: 5,
          memberUnit: '万元',
        },
      })),
    ],
  });
  return buildScene({
    evaluation,
    layout: layoutTiles(evaluation.dataset.roster, { width, level: 'village' }),
    target: 'share',
    level: 'village',
  });
};

describe('diffScenes', () => {
  it('finds nothing between equal scenes', () => {
    expect(diffScenes({ previous: draw([0.1, 0.5]), next: draw([0.1, 0.5]) })).toEqual({
      layoutChanged: false,
      paints: [],
      glyphs: false,
      texts: false,
      background: false,
    });
  });

  it('names the areas whose paint changed', () => {
    const difference = diffScenes({ previous: draw([0.1, 0.5, 0.9]), next: draw([0.1, 0.7, 0.9]) });
    expect(difference).toMatchObject({ layoutChanged: false, paints: [1], texts: true, glyphs: false });
  });

  it('tells which scene is the new one', () => {
    const [one, other] = [draw([0.1], 400), draw([0.1], 500)];
    expect(diffScenes({ previous: one, next: other }).layoutChanged).toBe(true);
  });
});
