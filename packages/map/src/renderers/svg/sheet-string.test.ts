import { describe, expect, it } from 'vitest';
import { layoutTiles } from '../../geometry/layout-tiles.js';
import { buildScene } from '../../scene/build-scene.js';
import type { Scene } from '../../scene/scene.js';
import { fakeEvaluation } from '../../scene/testing/fake-evaluation.js';
import { renderSheet } from './sheet-string.js';

const evaluation = fakeEvaluation({
  plan: { illustrative: { zh: '示例数据', en: 'Illustrative data' } },
  areas: [
    {
      code: '1',
      name: '甲县',
      level: 'county',
      result: { level: 'county', verdict: 'notYetDue', figure: 50, numerator: 1, denominator: 2, required: 70 },
    },
    { code: '11', name: '乙镇', parent: '1', level: 'township', result: { level: 'township' } },
    {
      code: '111',
      name: '头坝村',
      parent: '11',
      cohort: '2020',
      state: 'started',
      result: { figure: 1, memberProgress: 1, memberFigure: 6, memberRequired: 5, memberUnit: '万元' },
    },
    {
      code: '112',
      name: '未报村',
      parent: '11',
      cohort: '2021',
      state: 'started',
      result: { completeness: { reported: 0, total: 1 } },
    },
  ],
});

const draw = (width = 400): Scene =>
  buildScene({
    evaluation,
    layout: layoutTiles(evaluation.dataset.roster, { width, level: 'village' }),
    target: 'share',
    level: 'village',
  });

const textsOf = (svg: string, between = ''): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(between);

describe('renderSheet', () => {
  const full = {
    title: '三年行动',
    dataDate: '2021-12-31',
    publisher: '某县农业农村局',
    approval: '某S（2021）1号',
  } as const;

  it('says on the sheet what, where from, as of when and under which number', () => {
    const scene = draw();
    const texts = textsOf(renderSheet(scene, full));
    expect(texts).toContain('三年行动');
    expect(texts).toContain(scene.summary);
    expect(texts).toContain('示例数据');
    expect(texts).toContain('示意布局，非行政区划界线');
    expect(texts).toContain('发布：某县农业农村局　审图号：某S（2021）1号　数据截至：2021年12月31日');
  });

  it('prints the legend with its counts', () => {
    const scene = draw();
    const texts = textsOf(renderSheet(scene, full));
    for (const { label } of scene.legend.classes) expect(texts).toContain(label);
    for (const { mark, label } of scene.legend.cohorts) expect(texts).toContain(`${mark} ${label}`);
    expect(texts).toContain('未报数 1');
  });

  it('leaves out what it is not told', () => {
    const texts = textsOf(renderSheet(draw(), { title: '三年行动' }));
    expect(texts).not.toContain('发布');
    expect(texts).not.toContain('审图号');
  });

  it('defines every pattern it points at, and needs no style', () => {
    const svg = renderSheet(draw(), full);
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(0);
    for (const id of used) expect(svg).toContain(`<pattern id="${id}"`);
    expect(svg).not.toMatch(/\sstyle=|<style|<script/);
  });

  it('is wide enough for the legend of a narrow map, and for a wide map', () => {
    const widthOf = (svg: string): number => Number(/ width="(\d+)" height/.exec(svg)?.[1]);
    expect(widthOf(renderSheet(draw(300), full))).toBe(608);
    expect(widthOf(renderSheet(draw(900), full))).toBe(948);
  });

  it('can be English', () => {
    const scene = buildScene({
      evaluation,
      layout: layoutTiles(evaluation.dataset.roster, { width: 400, level: 'village' }),
      target: 'share',
      level: 'village',
      locale: 'en',
    });
    expect(textsOf(renderSheet(scene, { ...full, locale: 'en' }), ' ')).toContain('Data as of 31 December 2021');
  });
});
