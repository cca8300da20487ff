import type { Noun } from '../area/area-noun.js';
import { nameUnits } from '../words/format-figure.js';

export const ENTRY: Noun = { zh: '个', en: ['entry', 'entries'] };

export const ITEM: Noun = { zh: '项', en: ['item', 'items'] };

/** Things counted in a unit are called by it: households, people; a percentage is of entries. */
export function unitNoun(unit: string): Noun {
  if (unit === '%' || unit === '‰') return ENTRY;
  const en = nameUnits(unit);
  return { zh: unit, en: en[1] === '' ? ENTRY.en : en };
}
