import type { Predicate } from '../plan/plan.js';
import { checklist } from './checklist.js';
import { cumulative } from './cumulative.js';
import { flow } from './flow.js';
import { grade } from './grade.js';
import type { MeasureKind, MeasureOf } from './measure-kind.js';
import { rate } from './rate.js';
import { state } from './state.js';
import { stock } from './stock.js';

/** Measures an area answers from its own reports, which a predicate may ask. */
export type Answer = Predicate['measure'];

export const ANSWERS = { stock, flow, cumulative, rate, grade, state, checklist } satisfies {
  readonly [Kind in Answer['kind']]: MeasureKind<MeasureOf<Kind>>;
};

/** What is known of the kind of measure a predicate asks. */
export function answerKind<M extends Answer>({ kind }: M): MeasureKind<M> {
  return ANSWERS[kind] as unknown as MeasureKind<M>;
}
