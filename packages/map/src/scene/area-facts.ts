import type { Evaluation, IsoDate, Level, Plan, Result, RolloutState, RolloutTotals, Target, Verdict } from '@guatu/core';
import type { LegendBasis, SceneLayout } from './scene.js';
import type { View } from '../board/board.js';

/** All that the picture needs to know of one area. */
export interface AreaFacts {
  readonly code: string;
  readonly name: string;
  /** Row of the roster, −1 for a shape without an area. */
  readonly row: number;
  readonly cohort: string;
  readonly state: RolloutState;
  readonly startedOn: string | null;
  /** Of the areas of the rollout at and below this one. */
  readonly totals: RolloutTotals;
  /** `null` without a target, and for a shape without an area. */
  readonly result: Result | null;
  /** What the evaluator paints, 0…1, NaN for none. */
  readonly drawn: number;
}

export interface FactsOptions {
  readonly evaluation: Evaluation;
  readonly layout: SceneLayout;
  readonly target: string | null;
}

/** Reads the evaluation for every shape of a layout, in the layout's order. */
export function readFacts({ evaluation, layout, target }: FactsOptions): readonly AreaFacts[] {
  const { roster } = evaluation.dataset;
  const evaluated = target === null ? null : evaluation.target(target);
  return layout.areas.map(({ code, name }): AreaFacts => {
    const row = roster.indexOf(code);
    if (row < 0) return { ...OUTSIDE, code, name };
    const totals = evaluation.rolloutTotals(row);
    return { code, name, row, ...evaluation.rollout(row), totals, result: evaluated?.at(row) ?? null, drawn: evaluated?.drawn[row] ?? Number.NaN };
  });
}

const OUTSIDE = {
  row: -1,
  cohort: '',
  state: 'none',
  startedOn: null,
  totals: { started: 0, late: 0, total: 0 },
  result: null,
  drawn: Number.NaN,
} as const;

const OWING: ReadonlySet<Verdict> = new Set<Verdict>([
  'notYetDue',
  'noCase',
  'noData',
  'undecided',
  'attained',
  'attainedWithinTolerance',
  'notAttained',
]);

/**
 * What decides the classes of a picture.
 *
 * Areas that owe the target are painted by attainment. Members that answer a predicate (villages of a share) are
 * painted by their own way to it. All others show their own figure, on a ramp of its own: nothing below the owing level
 * has a pass mark, and no quotient with the county's may suggest one.
 */
export function decideBasis(view: View, target: Target | null, level: Level, facts: readonly AreaFacts[]): LegendBasis {
  if (target === null || view === 'rollout') {
    const inBatches = facts.some(({ state }) => state !== 'none');
    return inBatches || !facts.some(({ totals }) => totals.total > 0) ? 'rollout' : 'started';
  }
  if (view === 'lights') return 'lights';
  if (facts.some(({ result }) => result !== null && OWING.has(result.verdict))) return 'attainment';
  if (answersPredicate(target, level)) return 'progress';
  return facts.some(({ result }) => result?.figure != null) ? 'figure' : 'attainment';
}

/** Whether areas of a level are the members whose predicate the target counts. */
export function answersPredicate({ measure, scope }: Target, level: Level): boolean {
  return 'predicate' in measure && level === (scope.from ?? scope.owes.level);
}

const RANK: Readonly<Record<Level, number>> = { county: 0, township: 1, village: 2 };

/** Whether a level is a finer one than another. */
export function liesBelow(level: Level, other: Level): boolean {
  return RANK[level] > RANK[other];
}

/** Whether no figure exists at this level or below because a higher one reports the target. */
export function isReportedAbove(target: Target, level: Level, facts: readonly AreaFacts[]): boolean {
  if (RANK[level] <= RANK[reportingLevel(target)]) return false;
  return !facts.some(({ result }) => result !== null && (result.figure !== null || result.memberProgress !== null));
}

/**
 * Whether the target is still on its way at a date. From the due date on only figures of the due period count, so an
 * older one must not be painted as if it did.
 */
export function isRunning({ schedule }: Target, plan: Plan, asOf: IsoDate): boolean {
  switch (schedule.kind) {
    case 'by':
      return asOf < schedule.date;
    case 'standing':
      return false;
    default:
      return asOf < (schedule.to ?? plan.end);
  }
}

/** Whether all that is known of an area is older than the moment: it reported nothing for it. */
export function isCarried({ result }: AreaFacts): boolean {
  return result !== null && result.stale && result.completeness.total > 0 && result.completeness.reported === 0;
}

/** The level whose reports make the target's figure. */
export function reportingLevel({ scope }: Target): Level {
  return scope.from ?? scope.owes.level;
}

/**
 * The number an area's class is formed from, NaN for none: attainment, own way to the predicate or started share (all
 * 0…1), or the figure in its unit.
 */
export function readValue(basis: LegendBasis, target: Target | null, { result, totals, drawn }: AreaFacts): number {
  if (basis === 'started') return totals.total === 0 ? Number.NaN : totals.started / totals.total;
  if (result === null || target === null) return Number.NaN;
  switch (basis) {
    case 'attainment':
      return Number.isNaN(drawn) ? (result.attainment ?? Number.NaN) : drawn;
    case 'progress':
      return readProgress(target, result);
    case 'figure':
      return result.figure ?? Number.NaN;
    default:
      return Number.NaN;
  }
}

/**
 * Where what counts is what remains, the predicate describes what is to be cleared: a member that no longer meets it
 * has arrived, one that does is on its way as far as its figure reaches out of it.
 */
function readProgress({ measure }: Target, { figure, memberProgress, memberFigure, memberRequired }: Result): number {
  if (measure.kind !== 'remaining') return memberProgress ?? Number.NaN;
  if (figure === null) return Number.NaN;
  if (figure === 0) return 1;
  if (memberFigure === null || memberRequired === null || memberRequired <= 0) return 0;
  return Math.min(0.99, Math.max(0, memberFigure / memberRequired));
}
