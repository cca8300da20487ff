import type { Plan } from '@guatu/core';

/** A batch with the sign it carries on the map. */
export interface Cohort {
  /** `2021`. */
  readonly cohort: string;
  /** ② */
  readonly mark: string;
}

/** ① is U+2460 and ⑳ U+2473. */
const FIRST_CIRCLED = 0x2460;
const CIRCLED = 20;

/**
 * The sign of the n-th batch, counted from 1: ① to ⑳, and (21) after that, which every font has.
 *
 * @example markOf(2); // '②'
 */
export function markOf(number: number): string {
  return number <= CIRCLED ? String.fromCharCode(FIRST_CIRCLED + number - 1) : `(${number})`;
}

/**
 * The batches in the order the plan names them, whatever their years are. Batches that only the roster knows follow in
 * the order of their names, so that no area goes unmarked.
 */
export function listCohorts(plan: Plan, inRoster: Iterable<string>): readonly Cohort[] {
  const named = (plan.rollout?.batches ?? []).map(({ cohort }) => cohort);
  const extra = [...new Set(inRoster)].filter((cohort) => cohort !== '' && !named.includes(cohort)).sort();
  return [...new Set([...named, ...extra])].map((cohort, index) => ({ cohort, mark: markOf(index + 1) }));
}
