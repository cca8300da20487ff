import type { Plan } from '../plan/plan.js';
import { quoteValue } from '../diagnostic/quote-value.js';

/**
 * Refuses what is no plan: a file's text, or a plan that could not be read.
 *
 * @throws TypeError
 */
export function requirePlan(caller: string, plan: Plan): void {
  if (isPlan(plan)) return;
  const got = typeof plan === 'string' ? 'a text' : quoteValue(plan);
  throw new TypeError(`${caller}: expected a plan as parsePlan answers it, got ${got}`);
}

function isPlan(plan: unknown): boolean {
  try {
    const { indicators, targets, start, end } = plan as Plan;
    return [indicators, targets].every(Array.isArray) && [start, end].every((date) => typeof date === 'string');
  } catch {
    return false;
  }
}
