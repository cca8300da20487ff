import type { Roster } from '../area/area.js';
import type { RowCounts } from '../csv/row-counts.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Day, Period } from '../period/period.js';

/** Everything reported, read against one plan and one roster. Immutable. */
export interface Dataset {
  readonly roster: Roster;
  readonly observations: Observations;
  /** By register name. A register nobody reported is absent, which is not the same as empty. */
  readonly registers: ReadonlyMap<string, readonly RegisterRow[]>;
  /** By event kind, ascending by date. A kind nobody reported is absent. */
  readonly events: ReadonlyMap<string, readonly EventRow[]>;
  /** Whether there is a file of events, were it empty: without one nobody says that nothing happened. */
  readonly hasEvents: boolean;
  /** By role. */
  readonly links: ReadonlyMap<string, readonly LinkRow[]>;
  readonly diagnostics: readonly Diagnostic[];
  /** By file name. For each, rows = used + missing + superseded + refused. */
  readonly rowCounts: ReadonlyMap<string, RowCounts>;
  /** What was reported and could not be used: where there is any, "not reported" is not the whole truth. */
  readonly refused: RefusedRows;
}

/** The kinds of file whose rows are reports. */
export type RowFile = 'observations' | 'registers' | 'events' | 'links';

/** Refused rows, by what they speak of. */
export interface RefusedRows {
  /**
   * Rows of a kind of file that name one of some indicators, registers, event kinds or roles, and those that name nothing
   * that is known: they might be about any.
   *
   * @param area row of the roster: leaves out the rows that name an area which is neither this one nor below it.
   */
  count(file: RowFile, names: readonly string[], area?: number): number;
}

/** Reported figures in columns, one per indicator. */
export interface Observations {
  column(indicator: string): Column | undefined;
  /** The same where periods that end on one day are one: what a level was on it. For flows they are not. */
  levels(indicator: string): Column | undefined;
  /** All reports in order of reading, superseded ones too; `Cells.reports` points into it. */
  readonly reports: Reports;
  /** The same as it was known on a day: reports of a later `reportedOn` are left out. */
  knownOn(day: Day): Observations;
  /**
   * The same as seen from a day, with mergers up to it carried back: where an area has taken in others
   * by then, their earlier figures are added to its own. A successor that did not exist before has
   * their figures in every view.
   */
  mergedBy(day: Day): Observations;
}

/**
 * Figures of one indicator. A stored integer is the figure in the base unit of its dimension
 * × 10^scale, so that sums and comparisons are exact; |integer| ≤ 2^53 − 1.
 */
export interface Column {
  readonly indicator: string;
  /** Periods anything was reported for, ascending by end, then by start (longer first). */
  readonly periods: readonly Period[];
  readonly scale: number;
  readonly denominatorScale: number;
  /** Parallel to `periods`. */
  readonly cells: readonly Cells[];
  /** Reports under old codes that are in no cell, because the successor itself told part of their period. */
  readonly leftOut?: readonly number[];
}

/** Status of one cell. */
export const CELL = {
  /** Nobody reported, or the report was a blank. */
  missing: 0,
  reported: 1,
  /** Two reports of the same date disagree, or the pair is impossible. */
  error: 2,
} as const;

/** One period of one indicator over all areas; every array is as long as the roster. */
export interface Cells {
  readonly status: Uint8Array;
  /** A quantity, grade or state; of a ratio its numerator. NaN where not reported. */
  readonly values: Float64Array;
  /** Denominators of a ratio, else `null`. */
  readonly denominators: Float64Array | null;
  /** A ratio reported as a bare percentage × 10^6, for its own row only; `null` when nobody did. */
  readonly percentages: Float64Array | null;
  /** Index of the winning report in `Reports`, −1 for none. */
  readonly reports: Int32Array;
}

/** One report as it was read. */
export interface Report {
  readonly indicator: string;
  readonly area: number;
  readonly period: string;
  /** As written: `3800`, `缺`. */
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly reportedOn: Day;
  readonly source: string;
  readonly note: string;
  /** `observations.csv:14`. */
  readonly place: string;
}

export interface Reports {
  readonly length: number;
  at(index: number): Report;
  /** Earlier reports of the same cell that this one superseded, newest first. */
  supersededBy(index: number): readonly number[];
}

/** A member of a register: works, firms, people, sites, titles. */
export interface RegisterRow {
  readonly register: string;
  readonly id: string;
  /** Row in the roster, −1 when the row names no area; of an area that ceased before the member did, its successor's. */
  readonly area: number;
  /** Row of the area it was written under, where that has a successor. */
  readonly origin?: number;
  readonly class: string;
  /** Blank ends are −Infinity and +Infinity. */
  readonly from: Day;
  readonly to: Day;
  readonly attributes: ReadonlyMap<string, string>;
  readonly place: string;
}

/** Something that happened on a day, to a subject. */
export interface EventRow {
  readonly kind: string;
  readonly id: string;
  /** As written: an area code or another member's id. */
  readonly subject: string;
  /** Row in the roster when the subject is an area, else −1. */
  readonly area: number;
  readonly date: Day;
  /** Codes or ids covered. */
  readonly covered: readonly string[];
  readonly note: string;
  readonly place: string;
}

/** An actor's tie to an area. */
export interface LinkRow {
  readonly actor: string;
  readonly role: string;
  readonly area: number;
  readonly from: Day;
  readonly to: Day;
  readonly place: string;
}
