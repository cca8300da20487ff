import { countRefused, OWING, VERDICTS } from '@guatu/core';
import { reportingLevel, traitsOf } from '@guatu/core/words';
import type {
  Completeness,
  DomainAttainment,
  Evaluation,
  IsoDate,
  Level,
  Light,
  Plan,
  Result,
  RolloutState,
  RolloutTotals,
  Target,
  TargetEvaluation,
  Verdict,
} from '@guatu/core';
import type { DrawnArea } from './drawn-areas.js';
import type { LegendBasis } from './scene.js';
import type { View } from './view.js';

/** All that the picture needs to know of one area; what few areas are asked for is found when it is first read. */
export interface AreaFacts {
  readonly code: string;
  readonly name: string;
  /** Row of the roster, −1 for a shape without an area. */
  readonly row: number;
  /** Whether it is an area, and there on the evaluation's date; what is not is drawn as nothing and counted nowhere. */
  readonly exists: boolean;
  readonly cohort: string;
  readonly state: RolloutState;
  readonly startedOn: string | null;
  /** Of the areas of the rollout at and below this one. */
  readonly totals: RolloutTotals;
  /** `null` without a target, and for a shape without an area; so are the next two. */
  readonly verdict: Verdict | null;
  readonly light: Light | null;
  /** Everything about the target here. */
  readonly result: Result | null;
  readonly completeness: Completeness;
  /** Rows about what is shown and this area, or no area there is, that could not be used. */
  readonly refused: number;
  /** Whether what is shown is an older level carried forward. */
  readonly stale: boolean;
  /** In its unit; a member's own one behind the predicate it answers; NaN for none. */
  readonly figure: number;
  /** 0…1, NaN for none. */
  readonly attainment: number;
  /** What the evaluator paints, 0…1, NaN for none. */
  readonly drawn: number;
  /** `null` without a domain, and for a shape without an area. */
  readonly domain: DomainAttainment | null;
}

export interface FactsOptions {
  readonly evaluation: Evaluation;
  /** Whose facts are read, in their order. */
  readonly areas: readonly DrawnArea[];
  readonly target: string | null;
  /** Read where there is no target. */
  readonly domain: string | null;
}

/** Reads the evaluation for every area that is drawn, in their order. */
export function readFacts({ evaluation, areas, target, domain }: FactsOptions): readonly AreaFacts[] {
  const { roster } = evaluation.dataset;
  const source = {
    evaluation,
    target: target === null ? null : evaluation.target(target),
    domain: target === null ? domain : null,
  };
  return areas.map(({ code, name }): AreaFacts => {
    const row = roster.indexOf(code);
    return row < 0 || !evaluation.exists(row)
      ? { ...OUTSIDE, code, name, row }
      : new RosterFacts(source, { code, name, row });
  });
}

const NOTHING: Completeness = { reported: 0, total: 0 };

const OUTSIDE = {
  exists: false,
  cohort: '',
  state: 'none',
  startedOn: null,
  totals: { started: 0, late: 0, unreported: 0, total: 0, startsReported: false },
  verdict: null,
  light: null,
  result: null,
  completeness: NOTHING,
  refused: 0,
  stale: false,
  figure: Number.NaN,
  attainment: Number.NaN,
  drawn: Number.NaN,
  domain: null,
} as const;

interface FactsSource {
  readonly evaluation: Evaluation;
  readonly target: TargetEvaluation | null;
  readonly domain: string | null;
}

class RosterFacts implements AreaFacts {
  readonly exists = true;
  readonly code: string;
  readonly name: string;
  readonly row: number;
  readonly cohort: string;
  readonly state: RolloutState;
  readonly verdict: Verdict | null;
  readonly #source: FactsSource;
  #result: Result | null = null;

  constructor(source: FactsSource, { code, name, row }: Pick<AreaFacts, 'code' | 'name' | 'row'>) {
    this.code = code;
    this.name = name;
    this.row = row;
    const { cohort, state } = source.evaluation.rollout(row);
    this.cohort = cohort;
    this.state = state;
    this.verdict = source.target === null ? null : (VERDICTS[source.target.verdicts[row] ?? -1] ?? null);
    this.#source = source;
  }

  get startedOn(): string | null {
    return this.#source.evaluation.rollout(this.row).startedOn;
  }

  get totals(): RolloutTotals {
    return this.#source.evaluation.rolloutTotals(this.row);
  }

  get light(): Light | null {
    return this.#source.target?.lightOf(this.row) ?? null;
  }

  get result(): Result | null {
    return (this.#result ??= this.#source.target?.at(this.row) ?? null);
  }

  get completeness(): Completeness {
    return this.#source.target?.completenessOf(this.row) ?? NOTHING;
  }

  get refused(): number {
    const { evaluation, target, domain } = this.#source;
    return target?.refusedOf(this.row) ?? countRefusedRows(evaluation, { target: null, domain }, this.row);
  }

  get stale(): boolean {
    return this.#source.target?.isStale(this.row) ?? false;
  }

  get figure(): number {
    return this.#source.target?.figureOf(this.row) ?? Number.NaN;
  }

  get attainment(): number {
    return this.#source.target?.attainments[this.row] ?? Number.NaN;
  }

  get drawn(): number {
    return this.#source.target?.drawn[this.row] ?? Number.NaN;
  }

  get domain(): DomainAttainment | null {
    const { domain, evaluation } = this.#source;
    return domain === null ? null : evaluation.domain(domain, this.row);
  }
}

/** Rows that were refused of what is shown: a target, all of a domain, or the starts. */
export function countRefusedRows(
  { plan, dataset }: Evaluation,
  { target, domain }: Pick<Subject, 'target' | 'domain'>,
  row?: number,
): number {
  if (target !== null) return countRefused(dataset, [target], row);
  if (domain !== null)
    return countRefused(
      dataset,
      plan.targets.filter((one) => one.domain === domain),
      row,
    );
  return dataset.refused.count('events', [plan.rollout?.event ?? 'start'], row);
}

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
  if (facts.some(owesTarget)) return 'attainment';
  if (answersPredicate(target, level)) return 'progress';
  return facts.some(({ figure }) => !Number.isNaN(figure)) ? 'figure' : 'attainment';
}

/** Whether areas of a level are the members whose predicate the target counts. */
export function answersPredicate(target: Target, level: Level): boolean {
  return 'predicate' in target.measure && level === reportingLevel(target);
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
    case 'eachYear':
    case 'eachHalf':
    case 'eachQuarter':
    case 'eachMonth':
    case 'throughout':
      return asOf < (schedule.to ?? plan.end);
  }
}

/** Pictures in which an area may be painted by an older figure. */
export const MAY_BE_CARRIED: ReadonlySet<LegendBasis> = new Set<LegendBasis>([
  'attainment',
  'progress',
  'figure',
  'lights',
]);

/** Whether all that is known of an area is older than the moment: it reported nothing for it. */
export function isCarried({ stale, completeness }: AreaFacts): boolean {
  return stale && completeness.total > 0 && completeness.reported === 0;
}

/**
 * The number an area's class is formed from, NaN for none: attainment, own way to the predicate or started share (all
 * 0…1), or the figure in its unit.
 */
export function readValue(basis: LegendBasis, target: Target | null, area: AreaFacts): number {
  switch (basis) {
    case 'domain':
      return area.domain?.attainment ?? Number.NaN;
    case 'started': {
      const { started, total, startsReported } = area.totals;
      return total === 0 || !startsReported ? Number.NaN : started / total;
    }
    case 'attainment':
      return Number.isNaN(area.drawn) ? area.attainment : area.drawn;
    case 'progress':
      // what is drawn of a member is its way to the predicate
      return target && traitsOf(target.measure).countsDown ? readCleared(area) : area.drawn;
    case 'figure':
      return area.figure;
    case 'rollout':
    case 'lights':
    case 'change':
      return Number.NaN;
  }
}

/** An area's figure in its unit: a member's own one behind the predicate it answers, not its yes or no. */
export function ownFigure({ figure, unit, memberFigure, memberUnit }: Result): {
  readonly figure: number | null;
  readonly unit: string;
} {
  return memberFigure === null ? { figure, unit } : { figure: memberFigure, unit: memberUnit ?? '' };
}

/** Whether an area owes the target, so that its own figure is held against a pass mark. */
export function owesTarget({ verdict }: AreaFacts): boolean {
  return verdict !== null && OWING.has(verdict);
}

/**
 * Where what counts is what remains, the predicate describes what is to be cleared: a member that no longer meets it
 * has arrived, one that does is on its way as far as its figure reaches out of it.
 */
function readCleared({ result }: AreaFacts): number {
  if (result === null || result.figure === null) return Number.NaN;
  const { figure, memberFigure, memberRequired } = result;
  if (figure === 0) return 1;
  if (memberFigure === null || memberRequired === null || memberRequired <= 0) return 0;
  return Math.min(0.99, Math.max(0, memberFigure / memberRequired));
}

/** Whether the areas answer yes or no: a state, or a predicate about one. */
export function isYesNo({ measure }: Target, member: boolean): boolean {
  if (member && 'predicate' in measure) return traitsOf(measure.predicate.measure).told === 'state';
  return traitsOf(measure).told === 'state';
}
