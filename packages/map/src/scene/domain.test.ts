import { describe, expect, it } from 'vitest';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { buildScene } from './build-scene.js';
import type { SceneOptions } from './build-scene.js';
import type { Scene } from './scene.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';
import type { FakeArea } from './testing/fake-evaluation.js';

const town = (digit: number, attainment: number | null, reported: number, total: number): FakeArea => ({
  code: `1${digit}`,
  name: `第${digit}镇`,
  parent: '1',
  level: 'township',
  domain: { attainment, completeness: { reported, total } },
});

function draw(towns: readonly FakeArea[], options: Partial<SceneOptions> = {}, county?: FakeArea['domain']): Scene {
  const evaluation = fakeEvaluation({
    areas: [{ code: '1', name: '甲县', level: 'county', ...(county && { domain: county }) }, ...towns],
  });
  const layout = layoutTiles(evaluation.dataset.roster, { width: 776, level: 'township' });
  return buildScene({ evaluation, layout, target: null, domain: 'industry', level: 'township', ...options });
}

describe('a domain', () => {
  const towns = [town(1, 0.84, 3, 4), town(2, 1, 4, 4), town(3, null, 0, 4), town(4, null, 0, 0), town(5, 0, 2, 4)];
  const scene = draw(towns);

  it('paints its attainment; what is missing and what is not asked are no zero', () => {
    expect(scene.legend.basis).toBe('domain');
    expect(scene.legend.title).toBe('领域完成率');
    expect(scene.paints.map((paint) => paint.class)).toEqual([4, 5, 'noData', 'notApplicable', 0]);
    expect(scene.texts.filter(({ role }) => role === 'value').map(({ text }) => text)).toEqual([
      '84%',
      '100%',
      '未报',
      '0%',
    ]);
    expect(scene.legend.total).toBe(4);
  });

  it('says its formula in the legend and its finding in the sentence, in both languages', () => {
    expect(scene.legend.notes?.join(' ')).toContain('没有数的不计入，不当作零');
    // (84 + 100 + 0) ÷ 3 = 61.3; 3 + 4 + 0 + 2 of 16 targets
    expect(scene.summary).toBe(
      '产业，截至2021年12月31日：4个乡镇中3个乡镇有数，平均61.3%；1个乡镇各项都已达到；最高第2镇100%，最低第5镇0%；各地合计16项次，有数9项次。',
    );
    expect(draw(towns, { locale: 'en' }).summary).toBe(
      'Industry, as of 31 December 2021: 61.3% attained on average over the 3 of 4 townships with data; 1 township attains all of it; highest 第2镇 at 100%, lowest 第5镇 at 0%; data for 9 of 16 targets of all areas together.',
    );
  });

  it('is quiet where nothing was reported, and where nothing is asked', () => {
    expect(draw([town(1, null, 0, 4)]).summary).toBe('产业，截至2021年12月31日：尚无报数。');
    expect(draw([town(1, null, 0, 0)]).summary).toBe('产业，截至2021年12月31日：乡镇一级没有可计算的目标。');
  });

  it('says of the whole what its card says, whatever can be formed below it', () => {
    const county = { attainment: 0.8, completeness: { reported: 4, total: 5 } };
    expect(draw([town(1, null, 0, 0)], {}, county).summary).toBe(
      '产业，截至2021年12月31日：甲县领域完成率80%，计5项，有数4项；乡镇一级没有可计算的目标。',
    );
    expect(draw([town(1, null, 0, 0)], { locale: 'en' }, county).summary).toBe(
      'Industry, as of 31 December 2021: 甲县: 80% attained, 4 of 5 targets with data; no target can be formed for a township.',
    );
  });

  it('gives way to a target, and to the rollout', () => {
    expect(draw(towns, { target: 'share' }).legend.basis).not.toBe('domain');
    expect(draw(towns, { view: 'rollout' }).legend.basis).toBe('rollout');
    expect(() => draw(towns, { domain: 'nowhere' })).toThrow(RangeError);
  });
});
