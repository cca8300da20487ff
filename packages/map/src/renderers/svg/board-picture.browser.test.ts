import { evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import areasText from '../../../../../fixtures/yongchang/areas.csv?raw';
import eventsText from '../../../../../fixtures/yongchang/events.csv?raw';
import linksText from '../../../../../fixtures/yongchang/links.csv?raw';
import observationsText from '../../../../../fixtures/yongchang/observations.csv?raw';
import planText from '../../../../../fixtures/yongchang/plan.json?raw';
import registersText from '../../../../../fixtures/yongchang/registers.csv?raw';
import { layoutTiles } from '../../geometry/layout-tiles.js';
import { buildScene } from '../../scene/build-scene.js';
import type { SceneOptions } from '../../scene/build-scene.js';
import { renderSvg } from './svg-string.js';

/** The county's board, drawn with the fonts of the machine: nothing is cut off, and nothing written over. */
const areas = { name: 'areas.csv', text: areasText };
const { plan } = parsePlan(planText, { source: 'plan.json' });
if (!plan) throw new Error('the plan does not read');
const dataset = readDataset(plan, {
  areas,
  observations: { name: 'observations.csv', text: observationsText },
  registers: { name: 'registers.csv', text: registersText },
  events: { name: 'events.csv', text: eventsText },
  links: { name: 'links.csv', text: linksText },
});
const { roster } = parseAreas(areas);

interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Letters themselves: a font's line box is half as tall again. */
function measure(text: SVGTextElement): Box {
  const box = text.getBBox();
  const size = Number(text.getAttribute('font-size'));
  const baseline = Number(text.getAttribute('y'));
  return {
    what: text.textContent ?? '',
    left: box.x,
    right: box.x + box.width,
    top: baseline - 0.82 * size,
    bottom: baseline + 0.08 * size,
  };
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - 0.5 &&
  inner.right <= outer.right + 0.5 &&
  inner.top >= outer.top - 0.5 &&
  inner.bottom <= outer.bottom + 0.5;

const draw = (width: number, options: Partial<SceneOptions>, asOf: string) => {
  const evaluation = evaluate(plan, dataset, { asOf });
  const { level = 'village', textSize = 'standard' } = options;
  const layout = layoutTiles(roster, { width, level, textSize });
  const scene = buildScene({ evaluation, layout, target: 'collective-income-10-2022', ...options, level, textSize });
  const host = document.createElement('div');
  host.innerHTML = renderSvg(scene);
  document.body.replaceChildren(host);
  const texts = [...host.querySelectorAll<SVGTextElement>('text')];
  const glyphs = [...host.querySelectorAll<SVGPathElement>('[data-layer="glyphs"] path')].map((path): Box => {
    const { x, y, width: wide, height } = path.getBBox();
    return { what: 'a light', left: x, top: y, right: x + wide, bottom: y + height };
  });
  return { scene, texts, glyphs };
};

interface Picture {
  readonly width: number;
  readonly options: Partial<SceneOptions>;
  readonly asOf?: string;
}

const PICTURES: readonly Picture[] = [
  { width: 776, options: {} },
  { width: 776, options: { locale: 'en' } },
  { width: 776, options: { view: 'rollout' } },
  { width: 776, options: { target: 'sanitary-toilets' } },
  { width: 776, options: { target: 'culture-centres' }, asOf: '2022-12-31' },
  { width: 776, options: { target: 'culture-centres', view: 'lights' }, asOf: '2022-12-31' },
  { width: 776, options: { target: 'vegetable-area' } },
  { width: 776, options: { target: 'vegetable-area', level: 'township', locale: 'en' } },
  { width: 776, options: { textSize: 'large' } },
  { width: 1000, options: {} },
  { width: 366, options: {} },
  { width: 366, options: { locale: 'en' } },
  { width: 366, options: { textSize: 'large' } },
  { width: 366, options: { target: 'culture-centres' }, asOf: '2022-12-31' },
  { width: 366, options: { target: 'culture-station-grade', level: 'township' } },
  { width: 320, options: {} },
];

describe('the county’s board', () => {
  it.each(PICTURES)(
    'is written without a cut or a clash: $width $options',
    ({ width, options, asOf = '2021-12-31' }) => {
      const { scene, texts, glyphs } = draw(width, options, asOf);
      const boxes = texts.map((text) => ({ text, box: measure(text) }));
      const picture = { what: 'the picture', left: 0, top: 0, right: scene.layout.width, bottom: scene.layout.height };
      const tiles = new Map(
        scene.layout.areas.map(({ code, bounds: [left, top, right, bottom] }) => [
          code,
          { what: code, left, top, right, bottom },
        ]),
      );
      const clashes: string[] = [];
      for (const [index, { text, box }] of boxes.entries()) {
        if (!within(box, picture)) clashes.push(`"${box.what}" is cut off by the picture`);
        const tile = tiles.get(text.getAttribute('data-for') ?? '');
        if (tile && !within(box, tile)) clashes.push(`"${box.what}" leaves its tile`);
        for (const { box: other } of boxes.slice(index + 1))
          if (overlap(box, other)) clashes.push(`"${box.what}" lies on "${other.what}"`);
        for (const glyph of glyphs) if (overlap(box, glyph)) clashes.push(`"${box.what}" lies on ${glyph.what}`);
      }
      expect(clashes).toEqual([]);
    },
  );

  it.each([776, 366])('names every village at %i', (width) => {
    const { scene } = draw(width, {}, '2021-12-31');
    const named = new Set(scene.texts.filter(({ role }) => role === 'name').map(({ code }) => code));
    expect(scene.layout.areas.filter(({ code }) => !named.has(code))).toEqual([]);
    expect(named.size).toBe(112);
  });

  it('adds up: the legend to the sentence, the townships to the county', () => {
    const { scene } = draw(776, {}, '2021-12-31');
    const reached = scene.legend.counts.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0);
    expect(scene.summary).toContain(`112村中${reached}村达到`);
    expect(scene.legend.total).toBe(112);
  });
});
