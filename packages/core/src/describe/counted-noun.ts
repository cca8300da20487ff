import type { Level, Target } from '../plan/plan.js';
import type { Locale } from '../text/text.js';
import { nameUnits } from '../words/format-figure.js';
import { formatNumber } from '../words/format-number.js';
import { areaNoun, nounFor } from './area-noun.js';
import type { Noun } from './area-noun.js';

const ENTRY: Noun = { zh: '个', en: ['entry', 'entries'] };
const ITEM: Noun = { zh: '项', en: ['item', 'items'] };

/**
 * What the members of a target are called that its completeness counts and its shares are of: the areas that report, or
 * owe it one by one; the members of a register; cases, actors, items. Never a level's name unless areas were counted.
 *
 * @param level of the area it is said of
 */
export function countedNoun(target: Target, level: Level): Noun {
  const { measure, criterion, scope } = target;
  const from = scope.from ?? scope.owes.level;
  if (isTallied(target, level)) return areaNoun(scope.owes.level);
  switch (measure.kind) {
    case 'case':
      return { zh: '例', en: ['case', 'cases'] };
    case 'assignment':
      return { zh: '个', en: ['actor', 'actors'] };
    case 'checklist':
      return ITEM;
    case 'count':
      return 'unit' in criterion ? unitNoun(criterion.unit) : ENTRY;
    case 'remaining':
      return 'ledger' in measure ? ITEM : areaNoun(from);
    default:
      return scope.owes.register === undefined || measure.kind === 'share' ? areaNoun(from) : ENTRY;
  }
}

/** Whether an area of a level is judged from the areas below it that owe the target one by one. */
export function isTallied({ scope: { rollUp, owes } }: Target, level: Level): boolean {
  return (rollUp === 'allOf' || rollUp === 'shareOfAreas') && RANK[level] < RANK[owes.level];
}

const RANK: Readonly<Record<Level, number>> = { county: 0, township: 1, village: 2 };

/** Things counted in a unit are called by it: households, people; a percentage is of entries. */
function unitNoun(unit: string): Noun {
  if (unit === '%' || unit === '‰') return ENTRY;
  const en = nameUnits(unit);
  return { zh: unit, en: en[1] === '' ? ENTRY.en : en };
}

/** A number of things by their noun: `3村`, `3 villages`. */
export function writeCount(count: number, noun: Noun, locale: Locale): string {
  const number = formatNumber(count, locale);
  return locale === 'zh' ? `${number}${noun.zh}` : `${number} ${nounFor(count, noun, locale)}`;
}
