import { measureKind, readTarget, reportingLevel } from '../measure/index.js';
import type { Level, Target } from '../plan/plan.js';
import type { Locale } from '../text/text.js';
import { formatNumber } from '../words/format-number.js';
import { areaNoun, nounFor } from '../area/area-noun.js';
import type { Noun } from '../area/area-noun.js';

/**
 * What the members of a target are called that its completeness counts and its shares are of: the areas that report, or
 * owe it one by one; the members of a register; cases, actors, items. Never a level's name unless areas were counted.
 *
 * @param level of the area it is said of
 */
export function countedNoun(target: Target, level: Level): Noun {
  const { scope } = target;
  const { measure } = readTarget(target);
  if (isTallied(target, level)) return areaNoun(scope.owes.level);
  // below the areas that report each stands for itself
  const reporting = reportingLevel(target);
  const from = RANK[level] > RANK[reporting] ? level : reporting;
  return measureKind(measure).noun(measure, { ...target, scope: { ...scope, from } });
}

/** Whether an area of a level is judged from the areas below it that owe the target one by one. */
export function isTallied({ scope: { rollUp, owes } }: Target, level: Level): boolean {
  return (rollUp === 'allOf' || rollUp === 'shareOfAreas') && RANK[level] < RANK[owes.level];
}

const RANK: Readonly<Record<Level, number>> = { county: 0, township: 1, village: 2 };

/** A number of things by their noun: `3村`, `3 villages`. */
export function writeCount(count: number, noun: Noun, locale: Locale): string {
  const number = formatNumber(count, locale);
  return locale === 'zh' ? `${number}${noun.zh}` : `${number} ${nounFor(count, noun, locale)}`;
}
