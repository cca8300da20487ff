import type { Evaluation, Result, Target } from '@guatu/core';
import { buildScene, layoutAreas } from '@guatu/map/scene';
import type { Scene, SceneOptions } from '@guatu/map/scene';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from './arbitrary-target.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { evaluateCounty } from './county.js';
import { hold, LONGER } from './hold.js';
import { isRounded } from './numbers-said.js';
import { evaluateWorld } from './world.js';
import type { World } from './world.js';

// Every short figure drawn on an area, in every view, is the evaluator's own of that very area: not any number it has of it.

const LEVELS = ['village', 'township'] as const;
type Drawn = Pick<SceneOptions, 'evaluation' | 'target' | 'domain' | 'view' | 'compare' | 'level'>;

/** What is drawn of one evaluation: each target in each view, its domain, the rollout, and what changed since an earlier day. */
function listDrawn(evaluation: Evaluation, earlier: Evaluation, targets: readonly string[]): readonly Drawn[] {
  const change = { evaluation: earlier, as: 'change' } as const;
  return LEVELS.flatMap((level) =>
    [
      ...targets.flatMap((target) => [
        ...(['both', 'figure', 'lights', 'rollout'] as const).map((view) => ({ view, target })),
        { target, compare: change },
        { target, view: 'figure' as const, compare: change },
      ]),
      { target: null },
      { target: null, compare: change },
      ...[...new Set(evaluation.plan.targets.map(({ domain }) => domain))].flatMap((domain) => [
        { target: null, domain },
        { target: null, domain, compare: change },
      ]),
    ].map((drawn) => ({ evaluation, level, ...drawn })),
  );
}

function draw(drawn: Drawn): Scene {
  const { evaluation, level } = drawn;
  const layout = layoutAreas(evaluation.dataset.roster, null, { width: 900, level, asOf: evaluation.asOf });
  return buildScene({ layout, locale: 'zh', ...drawn });
}

const number = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));
/** All of it is written only of all of it. */
const isPercent = (text: string, ratio: number): boolean =>
  isRounded(number(text).toString(), 100 * ratio, 0) && (number(text) === 100) === Math.abs(ratio - 1) < 1e-12;

/** How far an area has come, 0…1: on its own, or as one of the members a target asks for. */
function comeOf(evaluation: Evaluation, id: string, row: number): number {
  const evaluated = evaluation.target(id);
  const { target } = evaluated;
  const result = evaluated.at(row);
  const { figure, memberFigure, memberRequired } = result;
  const own = evaluated.drawn[row] ?? Number.NaN;
  if (target.measure.kind === 'remaining' && memberFigure !== null && result.verdict === 'notJudged') {
    if (figure === 0) return 1;
    return memberRequired === null || memberRequired <= 0
      ? 0
      : Math.min(0.99, Math.max(0, memberFigure / memberRequired));
  }
  return Number.isNaN(own) ? (result.attainment ?? Number.NaN) : own;
}

const ownOf = ({ figure, memberFigure }: Result): number => memberFigure ?? figure ?? Number.NaN;

/** A figure as it stands over a township: what passes of all, its own figure with its unit, or why there is none. */
function isOver(text: string, { figure, numerator, denominator, completeness }: Result, refused: number): boolean {
  if (text === '未报') return figure === null && completeness.reported === 0 && refused === 0;
  if (text === '未采用') return figure === null && completeness.reported === 0 && refused > 0;
  if (text === '无法计算') return figure === null && completeness.reported > 0;
  const [, passing] = /^达到([\d.,]+)%$/u.exec(text) ?? [];
  if (passing !== undefined)
    return numerator !== null && denominator !== null && isRounded(passing, (100 * numerator) / denominator);
  const [own = ''] = /^[−-]?[\d.,]+/u.exec(text) ?? [];
  return figure !== null && isRounded(String(number(own)), figure);
}

const STATES = { 待启: 'due', 逾期: 'late', 未报: 'unreported' } as const;

type Right = (text: string, row: number, drawn: Drawn) => boolean;

/** By what decides the classes of a picture: whether a figure on an area is right. */
const RIGHT: Readonly<Record<Scene['legend']['basis'], Right>> = {
  rollout: (text, row, { evaluation }) => {
    const { state, startedOn } = evaluation.rollout(row);
    if (text in STATES) return state === STATES[text as keyof typeof STATES];
    return state === 'started' && `${Number(startedOn?.slice(5, 7))}月` === text;
  },
  started: (text, row, { evaluation }) => {
    const { started, total, startsReported } = evaluation.rolloutTotals(row);
    return text === (startsReported ? `${started}/${total}` : '–');
  },
  lights: (text, row, { evaluation, target, level }) => {
    const evaluated = evaluation.target(target ?? '');
    return level === 'township' && isOver(text, evaluated.at(row), evaluated.refusedOf(row));
  },
  domain: (text, row, { evaluation, domain }) => {
    const { attainment } = evaluation.domain(domain ?? '', row);
    return attainment === null ? text === '未报' : isPercent(text.replace('%', ''), attainment);
  },
  figure: (text, row, { evaluation, target, level }) => {
    const evaluated = evaluation.target(target ?? '');
    const result = evaluated.at(row);
    if (level === 'township') return isOver(text, result, evaluated.refusedOf(row)) || isShort(text, result);
    return isShort(text, result);
  },
  attainment: isCome,
  progress: isCome,
  change: (text, row, drawn) => {
    const earlier = drawn.compare?.evaluation;
    if (!earlier) return false;
    const [before, after] = [earlier, drawn.evaluation].map((evaluation) => valueOf(evaluation, row, drawn));
    if (before === undefined || after === undefined) return false;
    if (text.includes('→')) {
      const [from = '', to = ''] = text.split(' → ');
      return isEnd(from, row, { ...drawn, evaluation: earlier }) && isEnd(to, row, drawn);
    }
    if (text === '0') return Math.abs(after - before) < 1e-9;
    const said = number(text.replace('+', ''));
    return Math.sign(said) === Math.sign(after - before) && isRounded(String(said), after - before, 0);
  },
};

const isShort = (text: string, result: Result): boolean => isRounded(String(number(text)), ownOf(result), 0);

function isCome(text: string, row: number, { evaluation, target, level }: Drawn): boolean {
  const evaluated = evaluation.target(target ?? '');
  const result = evaluated.at(row);
  const come = comeOf(evaluation, evaluated.target.id, row);
  if (level === 'township' && isOver(text, result, evaluated.refusedOf(row))) return true;
  if (text === '✓' || text === '✗') return (text === '✓') === come >= 1;
  const { memberFigure, memberRequired, numerator, denominator } = result;
  if (text.includes('/')) return text === `${memberFigure ?? numerator}/${memberRequired ?? denominator}`;
  return isPercent(text, come);
}

/** What is subtracted: points of a share, or a figure in its unit. */
function valueOf(evaluation: Evaluation, row: number, drawn: Drawn): number {
  const { target, domain } = drawn;
  if (target == null) {
    const { started, total } = evaluation.rolloutTotals(row);
    return 100 * (domain == null ? started / total : (evaluation.domain(domain, row).attainment ?? Number.NaN));
  }
  // what is drawn of one date is what is subtracted of two
  return basisOf({ ...drawn, compare: null }) === 'figure'
    ? ownOf(evaluation.target(target).at(row))
    : 100 * comeOf(evaluation, target, row);
}

const bases = new WeakMap<Evaluation, Map<string, Scene['legend']['basis']>>();

function basisOf(drawn: Drawn): Scene['legend']['basis'] {
  const { evaluation, target, view, level } = drawn;
  const known = bases.get(evaluation) ?? new Map<string, Scene['legend']['basis']>();
  bases.set(evaluation, known);
  const key = `${target ?? ''} ${view ?? ''} ${level}`;
  const basis = known.get(key) ?? draw(drawn).legend.basis;
  known.set(key, basis);
  return basis;
}

function isEnd(text: string, row: number, { evaluation, target, domain }: Drawn): boolean {
  if (target != null) {
    const evaluated = evaluation.target(target);
    return isOver(text, evaluated.at(row), evaluated.refusedOf(row));
  }
  return RIGHT.domain(text, row, { evaluation, target: null, domain: domain ?? '', level: 'township' });
}

/** Figures of a picture that are not those of their areas; how many were read is counted by what decides the classes. */
function findWrong(drawn: Drawn, read: Map<string, number>): readonly string[] {
  const { texts, legend, layout, paints } = draw(drawn);
  const kinds = new Map(layout.areas.map(({ code }, index) => [code, paints[index]?.class]));
  return texts
    .filter(({ role }) => role === 'value')
    .flatMap(({ code, text }) => {
      const row = drawn.evaluation.dataset.roster.indexOf(code);
      read.set(legend.basis, (read.get(legend.basis) ?? 0) + 1);
      const { target, domain, view = 'both', level } = drawn;
      const right =
        text === '–' && legend.basis !== 'started'
          ? kinds.get(code) === 'noData'
          : RIGHT[legend.basis](text, row, drawn);
      return right
        ? []
        : [`${text} on ${code}, ${legend.basis} of ${target ?? domain ?? 'rollout'}, ${view}, ${level}`];
    });
}

/** Both terms of a list are drawn where a percentage of its items is asked of a village: in every other world. */
function askPercent(world: World): World {
  const percent = { kind: 'atLeast', value: 60, unit: '%' } as const;
  const scope = { owes: { level: 'village' }, rollUp: 'sum' } as const;
  const asks = ({ measure }: Target): boolean => measure.kind === 'checklist' && world.areas.length % 2 === 0;
  return {
    ...world,
    targets: world.targets.map((target) => (asks(target) ? { ...target, criterion: percent, scope } : target)),
  };
}

const ALL = Object.keys(RIGHT).filter((basis) => basis !== 'lights');

describe('a short figure on an area', () => {
  it('of the county is that area’s own, in every view', () => {
    const [before, after] = [evaluateCounty('2020-12-31'), evaluateCounty('2021-12-31')];
    const { plan } = after;
    const kinds = new Map(
      plan.targets.map((target) => [`${target.measure.kind} ${target.scope.owes.level}`, target.id]),
    );
    const targets = LONGER > 1 ? plan.targets.map(({ id }) => id) : [...kinds.values()];
    const read = new Map<string, number>();
    expect(listDrawn(after, before, targets).flatMap((drawn) => findWrong(drawn, read))).toEqual([]);
    // a figure nothing is drawn of is one nothing is known of
    expect(ALL.filter((basis) => (read.get(basis) ?? 0) < 50)).toEqual([]);
  });

  it.each(MEASURES)('of %s in random worlds is too', (measure) => {
    const worlds = arbitraryWorld({ measures: [measure], targets: 1 }).map(askPercent);
    const pairs = fc.tuple(worlds, fc.constantFrom('2020-06-30', '2021-03-15'));
    hold(pairs, 6, ([world, day]) => {
      const earlier = evaluateWorld({ ...world, asOf: day });
      const evaluation = evaluateWorld(world);
      const drawn = listDrawn(evaluation, earlier, ['t0']);
      expect(drawn.flatMap((one) => findWrong(one, new Map()))).toEqual([]);
    });
  });
});
