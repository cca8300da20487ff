import type { Evaluation, Level } from '@guatu/core';
import { buildScene, layoutAreas } from '@guatu/map/scene';
import type { Scene } from '@guatu/map/scene';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listRows } from '../../packages/map/src/board/list-rows.js';
import { readClasses } from '../../packages/map/src/board/read-classes.js';
import { en } from '../../packages/map/src/localize/en.js';
import { arbitraryWorld } from './arbitrary-world.js';
import type { WorldOptions } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld } from './world.js';
import type { Row, World } from './world.js';

/** What happens to files on their way: no starts, areas that come late, rows whose codes a spreadsheet spoilt. */
const tweaks = fc.record({
  startless: fc.boolean(),
  founded: fc.constantFrom('', '', '2021-07-01'),
  spoilt: fc.constantFrom(0, 0, 1, 3),
  asOf: fc.constantFrom('2020-06-30', '2020-12-31', '2021-06-30', '2021-07-01', '2021-12-31', '2022-12-31'),
});

const worldsOf = (options: WorldOptions = {}): fc.Arbitrary<World> =>
  fc.tuple(arbitraryWorld(options), tweaks).map(([world, tweak]) => tweakWorld(world, tweak));

function tweakWorld(world: World, { startless, founded, spoilt, asOf }: Tweak): World {
  const villages = world.areas.filter(({ level }) => level === 'village');
  const last = villages.length > 1 ? villages.at(-1)?.['code'] : undefined;
  const comeLate = (row: Row): Row =>
    row['code'] === last && (row['validTo'] ?? '') === '' ? { ...row, validFrom: founded } : row;
  return {
    ...world,
    asOf,
    areas: world.areas.map(comeLate),
    observations: world.observations.map((row, at) => (at < spoilt ? { ...row, area: '6.20321E+11' } : row)),
    events: startless ? world.events.filter(({ kind }) => kind !== 'start') : world.events,
  };
}

type Tweak = typeof tweaks extends fc.Arbitrary<infer T> ? T : never;

const VIEWS = ['both', 'figure', 'lights'] as const;
const LEVELS = ['village', 'township'] as const;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Rows of a level that are there, and those of them that are drawn as tiles: village committees, else all. */
function listThere(
  evaluation: Evaluation,
  level: Level,
): { readonly there: readonly number[]; readonly drawn: readonly number[] } {
  const { roster } = evaluation.dataset;
  const there = roster.areas.flatMap((area, row) => (area.level === level && evaluation.exists(row) ? [row] : []));
  const committees = there.filter((row) => roster.areas[row]?.kind !== 'residents-committee');
  return { there, drawn: committees.length > 0 ? committees : there };
}

const draw = (
  evaluation: Evaluation,
  level: 'village' | 'township',
  view: (typeof VIEWS)[number] | 'rollout',
  target: string | null,
): Scene => {
  const layout = layoutAreas(evaluation.dataset.roster, null, { width: 400, level, asOf: evaluation.asOf });
  return buildScene({ evaluation, layout, target, level, view, locale: 'en' });
};

/** Every area that is there is drawn and counted, or said not to be, once, and none that is not. */
function expectWhole(evaluation: Evaluation, level: 'village' | 'township', { layout, legend }: Scene): void {
  const { roster } = evaluation.dataset;
  const { there, drawn } = listThere(evaluation, level);
  expect(layout.areas.map(({ code }) => roster.indexOf(code)).sort((a, b) => a - b)).toEqual(drawn);
  expect(sum(legend.counts.flat()) + sum(legend.nothings.map(({ count }) => count))).toBe(drawn.length);
  const beside = there.length - drawn.length;
  expect(legend.notes?.includes(en.notice.notDrawn(beside)) ?? false).toBe(beside > 0);
}

/** What the sentence says of reports is what the evaluator counts in the area it is about. */
function expectSentence(evaluation: Evaluation, id: string, summary: string): void {
  const evaluated = evaluation.target(id);
  const { reported, total } = evaluated.completenessOf(0);
  const [, some, of] = / (\d+) of (\d+) [a-z]+ reported/.exec(summary) ?? [];
  if (some !== undefined) expect([Number(some), Number(of)], summary).toEqual([reported, total]);
  const [, every] = / all (\d+) [a-z]+ reported/.exec(summary) ?? [];
  if (every !== undefined) expect([reported, total], summary).toEqual([Number(every), Number(every)]);
  const [, refused] = /nothing usable; (\d+) rows? refused/.exec(summary) ?? [];
  if (refused !== undefined) expect([reported, evaluated.refusedOf(0)], summary).toEqual([0, Number(refused)]);
  if (summary.includes('nothing reported yet')) expect([reported, evaluated.refusedOf(0)], summary).toEqual([0, 0]);
}

/** What is drawn, written and listed of every area is what the evaluator has of it. */
function expectAreas(evaluation: Evaluation, id: string, scene: Scene): void {
  const { layout, paints, legend } = scene;
  const { roster } = evaluation.dataset;
  const evaluated = evaluation.target(id);
  const codes = layout.areas.map(({ code }) => code);
  const table = listRows(evaluation, {
    codes,
    target: id,
    locale: 'en',
    classes: readClasses({ ...scene, areas: scene.layout.areas }, 'en'),
  });
  expect(table.map(({ code }) => code)).toEqual(codes);
  for (const [index, code] of codes.entries()) {
    const row = roster.indexOf(code);
    const { verdict } = evaluated.at(row);
    const { reported, total } = evaluated.completenessOf(row);
    const { class: kind, label = '' } = paints[index] ?? {};
    const said = `${code} ${String(kind)} ${verdict} ${reported}/${total} "${label}" "${table[index]?.verdict}"`;
    const refused = evaluated.refusedOf(row);
    const silent = refused > 0 ? en.refused.here(refused) : en.nothing.noData;
    if (kind === 'noData') expect(reported, said).toBe(0);
    // a ratio was reported, with its numbers or without
    if (kind === 'noData' && evaluated.target.measure.kind === 'rate')
      expect(Number.isNaN(evaluated.figureOf(row)) || evaluated.isStale(row), said).toBe(true);
    if (typeof kind === 'number') expect(reported > 0 || total === 0 || evaluated.isStale(row), said).toBe(true);
    if (kind === 'notComputable') expect(reported, said).toBeGreaterThan(0);
    expect(kind === 'notStarted', said).toBe(verdict === 'notStarted');
    if (kind === 'notApplicable')
      expect(verdict === 'notApplicable' || verdict === 'noCase' || total === 0, said).toBe(true);
    expect(label.split(', ').includes(silent), said).toBe(kind === 'noData');
    if (table[index]?.verdict === silent || table[index]?.verdict === en.nothing.noData) expect(reported, said).toBe(0);
    const own =
      typeof kind === 'number'
        ? legend.classes[kind]?.label
        : legend.nothings.find((nothing) => nothing.kind === kind)?.label;
    expect(table[index]?.class, said).toBe(own);
  }
}

/** States are those of the rollout, and none is late where no start is on file. */
function expectRollout(evaluation: Evaluation, scene: Scene): void {
  const { layout, paints, legend, summary } = scene;
  const { roster, events } = evaluation.dataset;
  for (const [index, { code }] of layout.areas.entries()) {
    const { state } = evaluation.rollout(roster.indexOf(code));
    const { class: kind, label = '' } = paints[index] ?? {};
    if (typeof kind !== 'number') expect(state, code).toBe('none');
    else if (state !== 'none') {
      expect(legend.classes[kind]?.label, code).toBe(en.rollout[state]);
      if (state !== 'started') expect(label).toContain(en.rollout[state]);
    }
  }
  const texts = [summary, ...paints.map(({ label }) => label), ...scene.texts.map(({ text }) => text)].join('\n');
  if (!events.has('start')) expect(texts).not.toMatch(/\blate\b|\d\/\d+ started|\d of \d+ [a-z]+ started|not started/);
  const { started, total } = evaluation.rolloutTotals(0);
  const [, some, of] = /: (\d+) of (\d+) [a-z]+ started/.exec(summary) ?? [];
  if (some !== undefined) expect([Number(some), Number(of)]).toEqual([started, total]);
}

describe('picture, legend, sentence, table and evaluator', () => {
  it.each<readonly [string, number, WorldOptions]>([
    ['of every target', 60, {}],
    ['of ratios, with their numbers and without', 40, { measures: ['rate'], schedules: ['by'], due: true }],
  ])('say the same of who is there, who reported and who counts: %s', (_which, runs, options) => {
    hold(worldsOf(options), runs, (world) => {
      const evaluation = evaluateWorld(world);
      for (const { id } of evaluation.plan.targets) {
        for (const level of LEVELS) {
          for (const view of VIEWS) {
            const scene = draw(evaluation, level, view, id);
            expectWhole(evaluation, level, scene);
            expectSentence(evaluation, id, scene.summary);
            expectAreas(evaluation, id, scene);
          }
        }
      }
    });
  });

  it('say the same of who has started', () => {
    hold(worldsOf(), 60, (world) => {
      const evaluation = evaluateWorld(world);
      const scene = draw(evaluation, 'village', 'rollout', null);
      expectWhole(evaluation, 'village', scene);
      expectRollout(evaluation, scene);
    });
  });
});
