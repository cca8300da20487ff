import { evaluate, parsePlan, readDataset } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { accountArea } from '../board/account-area.js';
import { listRows } from '../board/list-rows.js';
import { layoutTiles } from '../geometry/layout-tiles.js';
import { tinyAreas, tinyEvents, tinyObservations, tinyPlan } from '../internal/testing/tiny-county.js';
import { THEME_NAMES, THEMES } from '../scale/themes.js';
import { buildScene } from './build-scene.js';

/** Of the five villages two are of the batch of 2020 and three of 2021; no file says that any has started. */
const { plan } = parsePlan(tinyPlan);
if (!plan) throw new Error('the plan does not read');
const read = (events?: string) =>
  readDataset(plan, {
    areas: { name: 'areas.csv', text: tinyAreas },
    observations: { name: 'observations.csv', text: tinyObservations },
    ...(events !== undefined && { events: { name: 'events.csv', text: events } }),
  });

const draw = (
  asOf: string,
  {
    level = 'village',
    locale = 'zh',
    events,
  }: { level?: 'village' | 'township'; locale?: 'zh' | 'en'; events?: string } = {},
) => {
  const dataset = read(events);
  const evaluation = evaluate(plan, dataset, { asOf });
  return buildScene({
    evaluation,
    layout: layoutTiles(dataset.roster, { width: 776, level, asOf }),
    target: null,
    level,
    view: 'rollout',
    locale,
  });
};
const counts = ({ legend }: ReturnType<typeof draw>) =>
  legend.classes.map(({ label }, index) => [label, legend.counts.reduce((sum, row) => sum + (row[index] ?? 0), 0)]);

describe('without any report of starts', () => {
  it('no village is late: after its year its start is not reported, a class of its own', () => {
    const scene = draw('2021-12-31');
    // ① 2 of 2020, whose year has passed; ② 3 of 2021, in their year
    expect(counts(scene)).toEqual([
      ['已启动', 0],
      ['本年应启动', 3],
      ['逾期未启动', 0],
      ['未到批次', 0],
      ['未报启动', 2],
    ]);
    const texts = [
      scene.summary,
      ...scene.paints.map(({ label }) => label),
      ...scene.texts.map(({ text }) => text),
    ].join(' ');
    expect(texts).not.toMatch(/逾期/);
    expect(scene.paints[0]?.label).toBe('上沟村，①2020年批次，未报启动');
    expect(scene.summary).toBe('推进批次，截至2021年12月31日：尚无任何启动报数，2村是否启动不详；本年应启动3村。');
    expect(draw('2022-12-31', { locale: 'en' }).summary).toBe(
      'Rollout, as of 31 December 2022: no start is reported at all, so it is not known whether 5 villages started.',
    );
  });

  it('table, card and lines over townships say the same', () => {
    const dataset = read();
    const evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });
    expect(accountArea(evaluation, '1001201', 'zh')?.rollout).toBe('①2020年批次，未报启动');
    expect(
      listRows(evaluation, { codes: ['1001201', '1001'], target: null, locale: 'en' }).map(({ rollout }) => rollout),
    ).toEqual(['start not reported', '–']);
    const detail = draw('2021-12-31', { level: 'township' })
      .texts.filter(({ role, code }) => role === 'groupDetail' && code === '1001')
      .map(({ text }) => text);
    expect(detail).toEqual(['未报启动']);
  });

  it('a batch in its own year has no share either: no place says that none has started', () => {
    const dataset = read();
    for (const asOf of ['2020-06-30', '2021-12-31']) {
      const evaluation = evaluate(plan, dataset, { asOf });
      expect(
        listRows(evaluation, { codes: ['1001', '1002'], target: null, locale: 'zh' }).map(({ rollout, started }) => [
          rollout,
          started,
        ]),
      ).toEqual([
        ['–', -1],
        ['–', -1],
      ]);
      for (const level of ['village', 'township'] as const) {
        const zh = draw(asOf, { level });
        const en = draw(asOf, { level, locale: 'en' });
        const said = [zh, en].map(({ summary, paints, texts }) =>
          [summary, ...paints.map(({ label }) => label), ...texts.map(({ text }) => text)].join(' '),
        );
        expect(said[0]).not.toMatch(/(?<!应)启动\d|\d\/\d|已启动/);
        expect(said[1]).not.toMatch(/\d\/\d|\d of \d|not started/);
      }
    }
    // the two of 2020 are in their year, the three of 2021 before it
    expect(draw('2020-06-30').summary).toBe('推进批次，截至2020年6月30日：尚无任何启动报数；本年应启动2村。');
    expect(draw('2020-06-30', { locale: 'en' }).summary).toBe(
      'Rollout, as of 30 June 2020: no start is reported at all; 2 villages due this year.',
    );
    expect(draw('2020-06-30', { level: 'township' }).paints.map(({ class: kind }) => kind)).toEqual([
      'noData',
      'noData',
    ]);
  });

  it('with one start reported, none of another township is 0', () => {
    const dataset = read(tinyEvents);
    const evaluation = evaluate(plan, dataset, { asOf: '2020-12-31' });
    const starts = dataset.events.get('start') ?? [];
    expect(starts.length).toBeGreaterThan(0);
    const rows = listRows(evaluation, { codes: ['1001', '1002'], target: null, locale: 'zh' }).map(
      ({ rollout }) => rollout,
    );
    expect(rows.every((rollout) => /^\d\/\d$/.test(rollout))).toBe(true);
  });

  it('a township has no share of started villages', () => {
    const { paints, legend } = draw('2022-12-31', { level: 'township' });
    expect(paints.map(({ class: kind }) => kind)).toEqual(['noData', 'noData']);
    expect(legend.total).toBe(2);
  });

  it('is drawn unlike every other state, in every theme', () => {
    for (const name of THEME_NAMES) {
      const { unreported, ...others } = THEMES[name].rollout;
      for (const surface of Object.values(others))
        expect([surface.pattern, surface.dashed]).not.toEqual([unreported.pattern, unreported.dashed]);
    }
  });

  it('one start anywhere makes silence mean late again', () => {
    expect(counts(draw('2021-12-31', { events: tinyEvents }))).toEqual([
      ['已启动', 2],
      ['本年应启动', 2],
      ['逾期未启动', 1],
      ['未到批次', 0],
    ]);
  });

  it('between two dates an unreported start is no news', () => {
    const dataset = read();
    const [before, after] = ['2020-12-31', '2021-12-31'].map((asOf) => evaluate(plan, dataset, { asOf }));
    if (!before || !after) throw new Error('two dates');
    const layout = layoutTiles(dataset.roster, { width: 776, level: 'village' });
    const { paints } = buildScene({
      evaluation: after,
      layout,
      target: null,
      level: 'village',
      view: 'rollout',
      compare: { evaluation: before, as: 'change' },
    });
    expect(paints.slice(0, 2).map(({ class: kind }) => kind)).toEqual(['noData', 'noData']);
  });
});
