import { describe, expect, it } from 'vitest';
import { layoutTiles } from '../../geometry/layout-tiles.js';
import { buildScene } from '../../scene/build-scene.js';
import type { Scene } from '../../scene/scene.js';
import { fakeEvaluation } from '../../scene/testing/fake-evaluation.js';
import { renderSvg } from './svg-string.js';

function draw(name: string): Scene {
  const evaluation = fakeEvaluation({
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
        name,
        parent: '11',
        cohort: '2020',
        state: 'started',
        result: { figure: 1, memberProgress: 1, memberFigure: 6, memberRequired: 5, memberUnit: '万元' },
      },
      {
        code: '112',
        name: '未报村',
        parent: '11',
        cohort: '2020',
        state: 'started',
        result: { completeness: { reported: 0, total: 1 } },
      },
    ],
  });
  return buildScene({
    evaluation,
    layout: layoutTiles(evaluation.dataset.roster, { width: 300, level: 'village' }),
    target: 'share',
    level: 'village',
  });
}

const attack = '"><script>alert(1)</script>&\u0000';

describe('renderSvg', () => {
  it('draws every area, with its code to be found by', () => {
    const svg = renderSvg(draw('好村'));
    expect(svg.match(/data-code="/g)).toHaveLength(2);
    expect(svg).toContain('data-code="111"');
    expect(svg).toContain('>好村</text>');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 300 /);
  });

  it('needs no inline style, no script and no network', () => {
    const svg = renderSvg(draw('好村'));
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|href|url\((?!#)|class=/);
  });

  it('writes whatever stands in the data as text', () => {
    const svg = renderSvg(draw(attack), { title: attack });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\ufffd');
  });

  it('says what it shows', () => {
    const scene = draw('好村');
    const svg = renderSvg(scene, { title: '集体收入' });
    expect(svg).toContain('<title id="guatu-title">集体收入</title>');
    expect(svg).toContain(scene.summary);
    expect(svg).toContain('role="img" aria-labelledby="guatu-title guatu-desc"');
  });

  it('keeps the patterns of several pictures on a page apart', () => {
    const scene = draw('好村');
    const ids = (svg: string): readonly string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    const [one, other] = [
      ids(renderSvg(scene, { patternsPrefix: 'a' })),
      ids(renderSvg(scene, { patternsPrefix: 'b' })),
    ];
    expect(one.length).toBeGreaterThan(2);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
  });

  it('points only at patterns that it defines', () => {
    const svg = renderSvg(draw('好村'));
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(0);
    for (const id of used) expect(svg).toContain(`<pattern id="${id}"`);
  });

  it('begins a file of its own with a declaration', () => {
    expect(renderSvg(draw('好村'), { standalone: true })).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/,
    );
  });

  it('is the same text for the same scene', () => {
    expect(renderSvg(draw('好村'))).toBe(renderSvg(draw('好村')));
  });
});
