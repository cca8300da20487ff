import type { DomainAttainment, Evaluation, IsoDate, Level, Plan, Result, RolloutState, RolloutTotals, Target, Verdict } from '@guatu/core';
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
  /** `null` without a domain, and for a shape without an area. */
  readonly domain: DomainAttainment | null;
}

export interface FactsOptions {
  readonly evaluation: Evaluation;
  readonly layout: SceneLayout;
  readonly target: string | null;
  /** Read where there is no target. */
  readonly domain: string | null;
}

/** Reads the evaluation for every shape of a layout, in the layout's order. */
export function readFacts({ evaluation, layout, target, domain }: FactsOptions): readonly AreaFacts[] {
  const { roster } = evaluation.dataset;
  const evaluated = target === null ? null : evaluation.target(target);
  return layout.areas.map(({ code, name }): AreaFacts => {
    const row = roster.indexOf(code);
    if (row < 0) return { ...OUTSIDE, code, name };
    const totals = evaluation.rolloutTotals(row);
    return {
      code,
      name,
      row,
      ...evaluation.rollout(row),
      totals,
      result: evaluated?.at(row) ?? null,
      drawn: evaluated?.drawn[row] ?? Number.NaN,
      domain: target === null && domain !== null ? evaluation.domain(domain, row) : null,
    };
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
  domain: null,
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

/** What is asked to be shown. A target is shown where there is one, else a domain, else the rollout. */
export interface Subject {
  readonly view: View;
  readonly target: Target | null;
  readonly domain: string | null;
}

/**
 * What decides the classes of a picture.
 *
 * Areas that owe the target are painted by attainment. Members that answer a predicate (villages of a share) are
 * painted by their own way to it. All others show their own figure, on a ramp of its own: nothing below the owing level
 * has a pass mark, and no quotient with the county's may suggest one.
 */
export function decideBasis({ view, target, domain }: Subject, level: Level, facts: readonly AreaFacts[]): LegendBasis {
  if (target === null && domain !== null && view !== 'rollout') return 'domain';
  if (target === null || view === 'rollout') {
    const inBatches = facts.some(({ state }) => state !== 'none');
    return inBatches || !facts.some(({ totals }) => totals.total > 0) ? 'rollout' : 'started';
  }
  if (view === 'lights') return 'lights';
  if (view === 'figure' && !isYesNo(target, answersPredicate(target, level))) return 'figure';
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

/** Pictures in which an area may be painted by an older figure. */
export const MAY_BE_CARRIED: ReadonlySet<LegendBasis> = new Set<LegendBasis>(['attainment', 'progress', 'figure', 'lights']);

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
export function readValue(basis: LegendBasis, target: Target | null, { result, totals, drawn, domain }: AreaFacts): number {
  if (basis === 'domain') return domain?.attainment ?? Number.NaN;
  if (basis === 'started') return totals.total === 0 ? Number.NaN : totals.started / totals.total;
  if (result === null || target === null) return Number.NaN;
  switch (basis) {
    case 'attainment':
      return Number.isNaN(drawn) ? (result.attainment ?? Number.NaN) : drawn;
    case 'progress':
      return readProgress(target, result);
    case 'figure':
      return ownFigure(result).figure ?? Number.NaN;
    default:
      return Number.NaN;
  }
}

/** An area's figure in its unit: a member's own one behind the predicate it answers, not its yes or no. */
export function ownFigure({ figure, unit, memberFigure, memberUnit }: Result): { readonly figure: number | null; readonly unit: string } {
  return memberFigure === null ? { figure, unit } : { figure: memberFigure, unit: memberUnit ?? '' };
}

/** Whether an area owes the target, so that its own figure is held against a pass mark. */
export function owesTarget({ result }: AreaFacts): boolean {
  return result !== null && OWING.has(result.verdict);
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

/** Whether the areas answer yes or no: a state, or a predicate about one. */
export function isYesNo({ measure }: Target, member: boolean): boolean {
  if (member && 'predicate' in measure) return measure.predicate.measure.kind === 'state';
  return measure.kind === 'state';
}
