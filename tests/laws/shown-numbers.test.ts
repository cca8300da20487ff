import type { Evaluation } from '@guatu/core';
import { buildScene, layoutAreas } from '@guatu/map/scene';
import type { Scene } from '@guatu/map/scene';
import { describe, expect, it } from 'vitest';
import { tableReport } from '../../packages/cli/src/commands/table-report.js';
import { listRows } from '../../packages/map/src/board/list-rows.js';
import { tally, walkStandings } from '../../packages/map/src/board/tally-targets.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { findStranger, isRounded, knownOf, numbersIn } from './numbers-said.js';
import { evaluateWorld } from './world.js';

// Legends, tips, headings, tables and the header, read again from what stands in them.

const VIEWS = ['both', 'figure'] as const;
const LEVELS = ['village', 'township'] as const;

function draw(evaluation: Evaluation, target: string, level: (typeof LEVELS)[number], view: (typeof VIEWS)[number]): Scene {
  const layout = layoutAreas(evaluation.dataset.roster, null, { width: 400, level, asOf: evaluation.asOf });
  return buildScene({ evaluation, layout, target, level, view, locale: 'zh' });
}

/** Each area lies within the bounds of the class it is painted in, and classes count what is painted in them. */
function expectLegend({ legend, paints, values = [] }: Scene): void {
  const painted = legend.classes.map((_, index) => paints.filter(({ class: kind }) => kind === index).length);
  expect(legend.classes.map((_, index) => legend.counts.reduce((sum, row) => sum + (row[index] ?? 0), 0))).toEqual(painted);
  for (const [index, { class: kind }] of paints.entries()) {
    const shown = typeof kind === 'number' ? legend.classes[kind] : undefined;
    const value = values[index] ?? Number.NaN;
    if (shown?.from == null || Number.isNaN(value)) continue;
    const text = `${String(value)} in ${shown.label}`;
    expect(value, text).toBeGreaterThanOrEqual(shown.from - 1e-9);
    if (shown.to !== null) expect(value, text).toBeLessThan(shown.to);
    const scale = legend.basis === 'figure' ? 1 : 100;
    const bounds = [shown.from, shown.to].flatMap((bound) => (bound === null ? [] : [bound * scale]));
    for (const number of numbersIn(shown.label, [])) expect(bounds.some((bound) => isRounded(number, bound)) || number === '100', shown.label).toBe(true);
  }
}

/** Tips, headings and lines of the table say what the evaluator has of that area. */
function strangersIn(evaluation: Evaluation, id: string, scene: Scene): readonly string[] {
  const { roster } = evaluation.dataset;
  const evaluated = evaluation.target(id);
  const of = (code: string): readonly [names: readonly string[], known: readonly number[]] => {
    const row = roster.indexOf(code);
    const { started, late, total } = evaluation.rolloutTotals(row);
    const ratio = evaluated.drawn[row] ?? Number.NaN;
    return [[roster.areas[row]?.name ?? '', evaluated.target.name.zh], [...knownOf(evaluated.target, evaluated.at(row)), evaluated.refusedOf(row), started, late, total, 100 * ratio]];
  };
  const tips = scene.layout.areas.map(({ code }, index) => ['tip', code, scene.paints[index]?.label ?? ''] as const);
  const headings = scene.texts.flatMap(({ role, code, text }) => (role === 'groupName' || role === 'groupDetail' ? [['heading', code, text] as const] : []));
  const lines = listRows(evaluation, { codes: scene.layout.areas.map(({ code }) => code), target: id, locale: 'zh' }).map(
    ({ code, figure, required, verdict }) => ['table', code, [figure, required, verdict].join('；')] as const,
  );
  return [...tips, ...headings, ...lines].flatMap(([where, code, text]) => {
    const [names, known] = of(code);
    const stranger = findStranger(text, names, known);
    return stranger === undefined ? [] : [`${stranger} in the ${where} of ${id} at ${code}: ${text}`];
  });
}

/** The lines of `guatu evaluate`, cell by cell: what is missing is what a reader subtracts. */
function strangersInTable(evaluation: Evaluation, id: string): readonly string[] {
  const evaluated = evaluation.target(id);
  const report = tableReport(evaluation, { locale: 'zh', explain: false, progress: null, diagnostics: [] });
  return evaluation.dataset.roster.areas.flatMap((_, row) => {
    const result = evaluated.at(row);
    report.target(evaluated.target);
    report.row({ target: evaluated.target, result, name: '', explanation: null });
    const line = report.end().split('\n').at(-2) ?? '';
    const pace = result.pace === null ? [] : [result.pace, Math.abs(result.pace)];
    const drawn = 100 * (result.attainment ?? result.memberProgress ?? Number.NaN);
    const stranger = findStranger(line.replace(result.area, ' '), [], [...knownOf(evaluated.target, result), ...pace, drawn]);
    return stranger === undefined ? [] : [`${stranger} at ${result.area} of ${id}: ${line}`];
  });
}

describe('every number shown', () => {
  it('of random worlds is the evaluator’s: legend, tips, headings, table, command', () => {
    hold(arbitraryWorld(), 25, (world) => {
      const evaluation = evaluateWorld(world);
      for (const { id } of evaluation.plan.targets) {
        for (const level of LEVELS) {
          for (const view of VIEWS) {
            const scene = draw(evaluation, id, level, view);
            expectLegend(scene);
            expect(strangersIn(evaluation, id, scene)).toEqual([]);
          }
        }
        expect(strangersInTable(evaluation, id)).toEqual([]);
      }
    });
  });

  it('in the header and the list of targets counts verdicts and lights', () => {
    hold(arbitraryWorld(), 25, (world) => {
      const evaluation = evaluateWorld(world);
      const results = evaluation.plan.targets.map(({ id }) => evaluation.target(id).at(0));
      const { attained, due, red, yellow, total } = tally([...walkStandings(evaluation)]);
      const count = (...verdicts: readonly string[]) => results.filter(({ verdict }) => verdicts.includes(verdict)).length;
      expect(attained).toBe(count('attained', 'attainedWithinTolerance'));
      expect(due).toBe(count('attained', 'attainedWithinTolerance', 'notAttained', 'noData', 'undecided'));
      expect([red, yellow]).toEqual(['red', 'yellow'].map((light) => results.filter((result) => result.light === light).length));
      expect(total).toBe(results.length);
    });
  });
});
