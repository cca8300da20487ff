import type { IsoDate } from '../period/period.js';
import type { Text } from '../text/text.js';

/**
 * How a problem stands: `open`, `overdue` once its due day has passed, or closed: `closedOnTime` on or before the due
 * day, `closedLate` after it, `closed` where no due day is known.
 */
export const PROBLEM_STATES = ['overdue', 'open', 'closedLate', 'closedOnTime', 'closed'] as const;

export type ProblemState = (typeof PROBLEM_STATES)[number];

/**
 * Where a due day comes from: an event of the item, a limit in days, or the due date of the target that wants the
 * ledger cleared.
 */
export type DueSource = 'item' | 'limit' | 'target';

/** One line of a problem ledger. What nobody recorded is `null`. */
export interface ProblemItem {
  readonly id: string;
  /** Code of the area, `null` where the subject is none of the roster. */
  readonly area: string | null;
  /** As written. */
  readonly subject: string;
  readonly openedOn: IsoDate;
  readonly reopenedOn: readonly IsoDate[];
  /** Last closing, `null` while the item is open. */
  readonly closedOn: IsoDate | null;
  readonly due: IsoDate | null;
  readonly dueFrom: DueSource | null;
  readonly state: ProblemState;
  /** Days from opening, or the last reopening, to closing or to the day asked for; 0 when on one day. */
  readonly days: number;
  /** Days past due: until closing, or until the day asked for; 0 in time, `null` without a due day. */
  readonly daysLate: number | null;
  /** From the note of the opening event, `severity=…;clause=…;target=…`, else of the target over the ledger. */
  readonly severity: string | null;
  readonly clause: string | null;
  readonly target: string | null;
  /** Note of the opening event, as written. */
  readonly note: string;
  /** `events.csv:14`. */
  readonly place: string;
}

const STATE_TEXTS: Readonly<Record<ProblemState, Text>> = {
  overdue: { zh: '逾期未销', en: 'overdue' },
  open: { zh: '未销号', en: 'open' },
  closedLate: { zh: '逾期销号', en: 'closed late' },
  closedOnTime: { zh: '按期销号', en: 'closed on time' },
  closed: { zh: '已销号', en: 'closed' },
};

/** How one item stands, in words. */
export function describeProblem(item: ProblemItem): Text {
  const { state, openedOn, closedOn, due, days, daysLate, reopenedOn } = item;
  const late = daysLate !== null && daysLate > 0 ? daysLate : 0;
  const parts: Text[] = [
    STATE_TEXTS[state],
    { zh: `${openedOn} 立项`, en: `opened ${openedOn}` },
    ...reopenedOn.slice(-1).map((date) => ({
      zh: `${date} 重新立项（共${reopenedOn.length}次）`,
      en: `reopened ${date} (${reopenedOn.length === 1 ? 'once' : `${reopenedOn.length} times`})`,
    })),
    ...(due === null ? [] : [{ zh: `期限 ${due}`, en: `due ${due}` }]),
    closedOn === null
      ? { zh: `已历时 ${days} 天`, en: `${countDays(days)} so far` }
      : { zh: `${closedOn} 销号，用时 ${days} 天`, en: `closed ${closedOn} after ${countDays(days)}` },
    ...(late === 0 ? [] : [{ zh: `超期 ${late} 天`, en: `${countDays(late)} late` }]),
  ];
  return {
    zh: parts.map(({ zh }) => zh).join('，'),
    en: parts.map(({ en }) => en).join(', '),
  };
}

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
