import type { Level, Measure, Target } from '../plan/plan.js';
import { ANSWERS } from './answer-kind.js';
import { assignment } from './assignment.js';
import { caseOf } from './case.js';
import { change } from './change.js';
import { count } from './count.js';
import { growth } from './growth.js';
import { levelOfReports } from './level-of-reports.js';
import type { MeasureKind, MeasureOf, MeasureTraits, Reading, Reads } from './measure-kind.js';
import { occurrence } from './occurrence.js';
import { remaining } from './remaining.js';
import { share } from './share.js';

const { stock, flow, cumulative, rate, grade, state, checklist } = ANSWERS;

/** Every kind of measure, in the order of the plan's schema. */
export const MEASURES = {
  stock,
  flow,
  cumulative,
  count,
  change,
  growth,
  rate,
  share,
  remaining,
  grade,
  state,
  checklist,
  occurrence,
  assignment,
  case: caseOf,
} satisfies { readonly [Kind in Measure['kind']]: MeasureKind<MeasureOf<Kind>> };

/** What is known of a measure's kind. */
export function measureKind<M extends Measure>({ kind }: M): MeasureKind<M> {
  // the compiler does not see that the entry of a kind takes measures of that kind
  return MEASURES[kind] as unknown as MeasureKind<M>;
}

/** What a measure is like. */
export function traitsOf(measure: Measure): MeasureTraits {
  return measureKind(measure).traits(measure);
}

/** Everything a measure's reports are looked up by. */
export function readsOf(measure: Measure): Reads {
  return measureKind(measure).reads(measure);
}

/** Indicators whose reports a measure is formed from. */
export function indicatorsOf(measure: Measure): readonly string[] {
  return readsOf(measure).indicators ?? [];
}

/** Measure and criterion of a target as they are evaluated. */
export function readTarget(target: Target): Reading {
  const { measure, criterion } = target;
  return measureKind(measure).readAs?.(measure, target) ?? { measure, criterion };
}

/** The level whose reports make a target's figure. */
export function reportingLevel(target: Target): Level {
  return levelOfReports(target.scope, readTarget(target).measure);
}
