import type { Day } from '../period/period.js';
import type { ColumnArrays } from './cell-arrays.js';
import type { Observations, Reports } from './dataset.js';
import { levelsDiffer } from './join-levels.js';
import { NO_LIMIT } from './observation-store.js';
import type { ObservationStore } from './observation-store.js';

/** Most past days whose columns are kept at once. */
const MAX_VIEWS = 12;

/** Observations as known on a day and merged by a day; columns are built when first asked for. */
export class ObservationView implements Observations {
  readonly store: ObservationStore;
  readonly #day: Day;
  readonly #mergedBy: Day | undefined;
  readonly #columns = new Map<string, ColumnArrays | undefined>();
  readonly #levels = new Map<string, ColumnArrays | undefined>();
  readonly #views: Map<string, ObservationView>;

  constructor(
    store: ObservationStore,
    day: Day = NO_LIMIT,
    mergedBy?: Day,
    views: Map<string, ObservationView> = new Map(),
  ) {
    this.store = store;
    this.#day = day;
    this.#mergedBy = mergedBy;
    this.#views = views;
  }

  get reports(): Reports {
    return this.store;
  }

  column(indicator: string): ColumnArrays | undefined {
    if (!this.#columns.has(indicator)) {
      this.#columns.set(indicator, this.store.column(indicator, this.#day, this.#mergedBy));
    }
    return this.#columns.get(indicator);
  }

  levels(indicator: string): ColumnArrays | undefined {
    if (!this.#levels.has(indicator)) {
      const column = this.column(indicator);
      const joined =
        column && levelsDiffer(column) ? this.store.column(indicator, this.#day, this.#mergedBy, true) : column;
      this.#levels.set(indicator, joined);
    }
    return this.#levels.get(indicator);
  }

  knownOn(day: Day): Observations {
    return this.#view(Math.min(day, this.#day), this.#mergedBy);
  }

  mergedBy(day: Day): Observations {
    const last = this.store.lastAbsorbedBefore(day);
    // All days between two mergers see the same.
    return this.#view(this.#day, last === undefined ? undefined : last + 1);
  }

  /** Forgets a column, so that it is built anew when asked for. */
  forgetColumn(indicator: string): void {
    this.#columns.delete(indicator);
    this.forgetLevels(indicator);
  }

  /** Forgets the levels of an indicator, which are built from its column. */
  forgetLevels(indicator: string): void {
    this.#levels.delete(indicator);
  }

  /** Forgets all past days: a report was added that they may have known. */
  forgetViews(): void {
    this.#views.clear();
  }

  #view(day: Day, mergedBy: Day | undefined): ObservationView {
    if (day === this.#day && mergedBy === this.#mergedBy) return this;
    const key = `${day} ${mergedBy}`;
    const known = this.#views.get(key);
    this.#views.delete(key);
    const view = known ?? new ObservationView(this.store, day, mergedBy, this.#views);
    this.#views.set(key, view);
    if (this.#views.size > MAX_VIEWS) {
      const [oldest] = this.#views.keys();
      if (oldest !== undefined) this.#views.delete(oldest);
    }
    return view;
  }
}
