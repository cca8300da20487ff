import { NO_FILTER } from '../../board/board.js';
import type { Board } from '../../board/board-store.js';
import { hasVillages } from '../../board/has-villages.js';
import { AreaPointEvent } from '../../events/area-point-event.js';
import { AreaSelectEvent } from '../../events/area-select-event.js';
import { FilterChangeEvent } from '../../events/filter-change-event.js';
import { LevelChangeEvent } from '../../events/level-change-event.js';
import { WithinChangeEvent } from '../../events/within-change-event.js';
import { nameArea, showArea } from '../../internal/show-area.js';

export interface InteractionHost {
  readonly board: () => Board;
  readonly emit: (event: Event) => void;
}

/** Villages appear at this enlargement of the fitted map, and go below the lesser one: in between nothing flickers. */
const [APPEAR, DISAPPEAR] = [2, 1.6] as const;

/** What a reader can do to a board by its map; each is told to the page by an event, and only when it changes something. */
export class MapInteraction {
  readonly #host: InteractionHost;

  constructor(host: InteractionHost) {
    this.#host = host;
  }

  /** Whether the reader can go from an area to the villages in it. */
  canDescend(code: string | null): code is string {
    const {
      roster,
      status,
      state: { asOf, levels, within },
    } = this.#host.board().snapshot;
    return (
      code !== null &&
      roster !== null &&
      status === 'ready' &&
      levels !== 'fixed' &&
      within !== code &&
      hasVillages(roster, code, asOf)
    );
  }

  /** Whether the reader can go back to the whole county. */
  get canAscend(): boolean {
    const { within, levels } = this.#host.board().snapshot.state;
    return within !== null && levels !== 'fixed';
  }

  /** Draws a township's villages alone. What is selected elsewhere is let go: it would be nowhere to be seen. */
  descend(code: string): void {
    if (!this.canDescend(code)) return;
    const {
      roster,
      state: { selected },
    } = this.#host.board().snapshot;
    const inside = selected === null || selected === code || roster?.areas[roster.indexOf(selected)]?.parent === code;
    if (!inside) this.select(null);
    this.point(null);
    this.#enter(code);
  }

  ascend(): void {
    if (!this.canAscend) return;
    this.point(null);
    this.#enter(null);
  }

  select(code: string | null): void {
    const { emit } = this.#host;
    const board = this.#host.board();
    if (code === board.snapshot.state.selected) return;
    board.request({ selected: code });
    emit(new AreaSelectEvent(code, showArea(board.snapshot, code)));
  }

  point(code: string | null): void {
    const { emit } = this.#host;
    const board = this.#host.board();
    if (code === board.snapshot.state.pointed) return;
    board.request({ pointed: code });
    emit(new AreaPointEvent(code, showArea(board.snapshot, code)));
  }

  /** Whether anything is chosen that {@link reset} takes back. */
  get isChanged(): boolean {
    const { selected, filter, within, levels } = this.#host.board().snapshot.state;
    return (
      selected !== null ||
      filter.cohorts.length > 0 ||
      filter.classes.length > 0 ||
      (within !== null && levels !== 'fixed')
    );
  }

  /** Takes back selection and filter, and shows the whole county. */
  reset(): void {
    const { emit } = this.#host;
    const board = this.#host.board();
    this.select(null);
    const { cohorts, classes } = board.snapshot.state.filter;
    if (cohorts.length > 0 || classes.length > 0) {
      board.request({ filter: NO_FILTER });
      emit(new FilterChangeEvent(NO_FILTER));
    }
    this.ascend();
  }

  /**
   * Draws what suits an enlargement, where levels follow the zoom.
   *
   * @param enlargement 1 for the whole scene in its box
   */
  followZoom(enlargement: number): void {
    const { emit } = this.#host;
    const board = this.#host.board();
    const { levels, level, within } = board.snapshot.state;
    if (levels !== 'zoom' || within !== null) return;
    const next =
      level === 'township' && enlargement >= APPEAR
        ? 'village'
        : level === 'village' && enlargement < DISAPPEAR
          ? 'township'
          : level;
    if (next === level) return;
    this.point(null);
    board.request({ level: next });
    emit(new LevelChangeEvent(next));
  }

  #enter(within: string | null): void {
    const { emit } = this.#host;
    const board = this.#host.board();
    board.request({ within });
    emit(new WithinChangeEvent(within, nameArea(board.snapshot, within)));
  }
}
