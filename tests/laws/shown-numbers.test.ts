import type { Evaluation, Result } from '@guatu/core';
import { buildScene, layoutAreas } from '@guatu/map/scene';
import type { Scene } from '@guatu/map/scene';
import { describe, expect, it } from 'vitest';
import { tableReport } from '../../packages/cli/src/commands/table-report.js';
import { listRows } from '../../packages/map/src/board/list-rows.js';
import { tally, walkStandings } from '../../packages/map/src/board/tally-targets.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { evaluateCounty, readCounty } from './county.js';
import { hold, LONGER } from './hold.js';
import { findStranger, isRounded, knownOf, numbersIn } from './numbers-said.js';
import { evaluateWorld } from './world.js';

// Legends, tips, headings, tables and the header, read again from what stands in them.

const VIEWS = ['both', 'figure'] as const;
const LEVELS = ['village', 'township'] as const;

function draw(
  evaluation: Evaluation,
  target: string,
  level: (typeof LEVELS)[number],
  view: (typeof VIEWS)[number],
): Scene {
  const layout = layoutAreas(evaluation.dataset.roster, null, { width: 400, level, asOf: evaluation.asOf });
  return buildScene({ evaluation, layout, target, level, view, locale: 'zh' });
}

/** Each area lies within the bounds of the class it is painted in, and classes count what is painted in them. */
function expectLegend({ legend, paints, values = [] }: Scene): void {
  const painted = legend.classes.map((_, index) => paints.filter(({ class: kind }) => kind === index).length);
  expect(legend.classes.map((_, index) => legend.counts.reduce((sum, row) => sum + (row[index] ?? 0), 0))).toEqual(
    painted,
  );
  for (const { kind, count } of legend.nothings)
    expect(count, kind).toBe(paints.filter((paint) => paint.class === kind).length);
  for (const [index, { class: kind }] of paints.entries()) {
    const shown = typeof kind === 'number' ? legend.classes[kind] : undefined;
    const value = values[index] ?? Number.NaN;
    if (shown?.from == null || Number.isNaN(value)) continue;
    const text = `${String(value)} in ${shown.label}`;
    expect(value, text).toBeGreaterThanOrEqual(shown.from - 1e-9);
    if (shown.to !== null) expect(value, text).toBeLessThan(shown.to);
    const scale = legend.basis === 'figure' ? 1 : 100;
    const bounds = [shown.from, shown.to].flatMap((bound) => (bound === null ? [] : [bound * scale]));
    for (const number of numbersIn(shown.label, []))
      expect(bounds.some((bound) => isRounded(number, bound)) || number === '100', shown.label).toBe(true);
  }
}

/** How far a row has come as it is drawn: on its own, or as one of the members a target asks for. */
function drawnOf(evaluation: Evaluation, id: string, row: number): number {
  const evaluated = evaluation.target(id);
  const own = evaluated.drawn[row] ?? Number.NaN;
  return Number.isNaN(own) ? (evaluated.at(row).memberProgress ?? Number.NaN) : own;
}

const HEADINGS: ReadonlySet<string> = new Set(['groupName', 'groupDetail']);

type Fault = (text: string, result: Result, drawn: number) => string | undefined;

/** What a text names is that very field: any other number of the row will not do. */
const FIELDS: Readonly<Record<string, Fault>> = {
  attainment: (text, _, drawn) => {
    const [, said] = /完成率([\d.,]+)%/u.exec(text) ?? [];
    if (said === undefined) return undefined;
    // tenths, and all of it only where it is all
    return isRounded(said.replaceAll(',', ''), 100 * drawn) && (said === '100') === (drawn === 1)
      ? undefined
      : `${said}% of ${String(drawn)}`;
  },
  completeness: (text, { completeness: { reported, total } }) => {
    const [, said] = /(?:已报|报数)(\d+\/\d+)/u.exec(text) ?? [];
    return said === undefined || said === `${String(reported)}/${String(total)}` ? undefined : said;
  },
  passing: (text, { numerator, denominator }) => {
    const [, said] = /达到([\d.,]+)%/u.exec(text) ?? [];
    return said === undefined ||
      (numerator !== null && denominator !== null && isRounded(said, (100 * numerator) / denominator))
      ? undefined
      : said;
  },
  required: (text, { required, memberRequired }) => {
    const [said] = numbersIn(/，要求[^\d−，]*([−\d.,]+)/u.exec(text)?.[1] ?? '', []);
    const value = memberRequired ?? required;
    return said === undefined || (value !== null && isRounded(said, value, 1)) ? undefined : said;
  },
};

/** Fields of tips and headings, with how often each was read. */
function misread(evaluation: Evaluation, id: string, scene: Scene, read: Map<string, number>): readonly string[] {
  const evaluated = evaluation.target(id);
  const tips = scene.layout.areas.map(({ code }, index) => [code, scene.paints[index]?.label ?? ''] as const);
  const headings = scene.texts.map(({ code, text }) => [code, text] as const);
  return [...tips, ...headings].flatMap(([code, text]) => {
    const row = evaluation.dataset.roster.indexOf(code);
    if (row < 0) return [];
    const result = evaluated.at(row);
    const drawn = drawnOf(evaluation, id, row);
    const faults = Object.entries(FIELDS).flatMap(([field, faultOf]) => {
      const fault = faultOf(text, result, drawn);
      return fault === undefined ? [] : [`${field} ${fault} of ${id} at ${code}: ${text}`];
    });
    for (const [field, sign] of SIGNS) if (text.includes(sign)) read.set(field, (read.get(field) ?? 0) + 1);
    return faults;
  });
}

const SIGNS = [
  ['attainment', '完成率'],
  ['completeness', '已报'],
  ['reports', '报数'],
  ['passing', '达到'],
  ['required', '，要求'],
] as const;

/** Tips, headings and lines of the table say what the evaluator has of that area. */
function strangersIn(evaluation: Evaluation, id: string, scene: Scene): readonly string[] {
  const { roster } = evaluation.dataset;
  const evaluated = evaluation.target(id);
  const of = (code: string): readonly [names: readonly string[], known: readonly number[]] => {
    const row = roster.indexOf(code);
    const { started, late, total } = evaluation.rolloutTotals(row);
    return [
      [roster.areas[row]?.name ?? '', evaluated.target.name.zh],
      [
        ...knownOf(evaluated.target, evaluated.at(row)),
        evaluated.refusedOf(row),
        started,
        late,
        total,
        100 * drawnOf(evaluation, id, row),
      ],
    ];
  };
  const tips = scene.layout.areas.map(({ code }, index) => ['tip', code, scene.paints[index]?.label ?? ''] as const);
  const headings = scene.texts.flatMap(({ role, code, text }) =>
    HEADINGS.has(role) ? [['heading', code, text] as const] : [],
  );
  const lines = listRows(evaluation, {
    codes: scene.layout.areas.map(({ code }) => code),
    target: id,
    locale: 'zh',
  }).map(({ code, figure, required, verdict }) => ['table', code, [figure, required, verdict].join('；')] as const);
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
    const stranger = findStranger(
      line.replace(result.area, ' '),
      [],
      [...knownOf(evaluated.target, result), ...pace, drawn],
    );
    return stranger === undefined ? [] : [`${stranger} at ${result.area} of ${id}: ${line}`];
  });
}

describe('every number shown', () => {
  it('of the county is the evaluator’s, in the digits it needs', () => {
    const { plan } = readCounty();
    const fields = new Map<string, number>();
    for (const asOf of LONGER > 1 ? ['2020-09-30', '2021-12-31'] : ['2021-12-31']) {
      const evaluation = evaluateCounty(asOf);
      const kinds = new Map(
        [...plan.targets].reverse().map((target) => [`${target.measure.kind} ${target.scope.owes.level}`, target]),
      );
      for (const { id } of LONGER > 1 ? plan.targets : kinds.values()) {
        for (const level of LEVELS) {
          const scene = draw(evaluation, id, level, 'both');
          expectLegend(scene);
          expect(strangersIn(evaluation, id, scene)).toEqual([]);
          expect(misread(evaluation, id, scene, fields)).toEqual([]);
        }
      }
    }
    // a field that no text has is one nothing is known of
    expect(
      SIGNS.filter(([field]) => (fields.get(field) ?? 0) < 10).map(([field]) => [field, fields.get(field)]),
    ).toEqual([]);
  });

  it('of random worlds is the evaluator’s: legend, tips, headings, table, command', () => {
    hold(arbitraryWorld(), 25, (world) => {
      const evaluation = evaluateWorld(world);
      for (const { id } of evaluation.plan.targets) {
        for (const level of LEVELS) {
          for (const view of VIEWS) {
            const scene = draw(evaluation, id, level, view);
            expectLegend(scene);
            expect(strangersIn(evaluation, id, scene)).toEqual([]);
            expect(misread(evaluation, id, scene, new Map())).toEqual([]);
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
      const count = (...verdicts: readonly string[]) =>
        results.filter(({ verdict }) => verdicts.includes(verdict)).length;
      expect(attained).toBe(count('attained', 'attainedWithinTolerance'));
      expect(due).toBe(count('attained', 'attainedWithinTolerance', 'notAttained', 'noData', 'undecided'));
      expect([red, yellow]).toEqual(
        ['red', 'yellow'].map((light) => results.filter((result) => result.light === light).length),
      );
      expect(total).toBe(results.length);
    });
  });
});
