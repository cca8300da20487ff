import { formatDate, parseDate } from '@guatu/core/calendar';
import type { Dataset, IsoDate } from '@guatu/core';

/** A problem on a ledger that is not closed. */
export interface OpenProblem {
  readonly id: string;
  /** Name of the ledger: `problem`. */
  readonly ledger: string;
  readonly openedOn: IsoDate;
  readonly note: string;
}

const OPENED = '-opened';

/** Problems of an area that were opened by a date and not closed since, oldest first. */
export function listOpenProblems({ events }: Dataset, row: number, asOf: IsoDate): readonly OpenProblem[] {
  const day = parseDate(asOf);
  if (day === undefined) return [];
  const open: (OpenProblem & { readonly day: number })[] = [];
  for (const [kind, opened] of events) {
    if (!kind.endsWith(OPENED)) continue;
    const ledger = kind.slice(0, -OPENED.length);
    for (const { id, area, date, note } of opened) {
      if (area !== row || date > day || isClosed({ events }, ledger, id, day)) continue;
      open.push({ id, ledger, openedOn: formatDate(date), note, day: date });
    }
  }
  return open.sort((a, b) => a.day - b.day);
}

/** The last of closing and reopening by a day decides. */
function isClosed({ events }: Pick<Dataset, 'events'>, ledger: string, id: string, day: number): boolean {
  const last = (kind: string): number =>
    (events.get(`${ledger}-${kind}`) ?? []).reduce(
      (latest, event) => (event.id === id && event.date <= day ? Math.max(latest, event.date) : latest),
      Number.NEGATIVE_INFINITY,
    );
  return last('closed') > last('reopened');
}

/** Who looks after an area on a date, by the links of the data, each once. */
export function listAssigned({ links }: Dataset, row: number, asOf: IsoDate): readonly string[] {
  const day = parseDate(asOf) ?? Number.NaN;
  const actors = [...links.values()].flatMap((rows) =>
    rows.filter(({ area, from, to }) => area === row && from <= day && day <= to),
  );
  return [...new Set(actors.map(({ actor }) => actor))];
}
