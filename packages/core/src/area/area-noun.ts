import type { Level } from '../plan/plan.js';
import type { Locale } from '../text/text.js';

/** What one thing is called that a figure was counted from: `个乡镇`; `village`, `villages`. */
export interface Noun {
  /** Counting word and noun, as they stand behind a number. */
  readonly zh: string;
  readonly en: readonly [one: string, many: string];
}

const LEVELS: Readonly<Record<Level, Noun>> = {
  county: { zh: '个县', en: ['county', 'counties'] },
  township: { zh: '个乡镇', en: ['township', 'townships'] },
  village: { zh: '村', en: ['village', 'villages'] },
};

/** What areas of a level are called. */
export function areaNoun(level: Level): Noun {
  return LEVELS[level];
}

/** The noun alone for a number of things. */
export function nounFor(count: number, { zh, en }: Noun, locale: Locale): string {
  return locale === 'zh' ? zh : count === 1 ? en[0] : en[1];
}
