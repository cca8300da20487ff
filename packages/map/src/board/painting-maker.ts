import type { Evaluation, IsoDate, Roster } from '@guatu/core';
import type { AreaShapes } from '../geometry/area-shapes.js';
import type { listDrawn } from '../geometry/layout-areas.js';
import { dayOfAreas } from '../geometry/members.js';
import type { buildPainting, PaintingOptions } from '../scene/build-painting.js';
import type { DrawnAreas } from '../scene/drawn-areas.js';
import type { Painting } from '../scene/painting.js';
import { levelDrawn } from './board.js';
import type { BoardState } from './board.js';
import { listChanging, writeValues } from './fields.js';
import { themeOf } from './theme-of.js';

/** What paints; comes with the readers: nothing can be painted before there are figures. */
export interface Painters {
  readonly listDrawn: typeof listDrawn;
  readonly buildPainting: typeof buildPainting;
}

/** The fields a picture is painted anew for; a date comes in with the evaluation, and with its day's areas. */
const PAINTED = listChanging('classes', 'paints', 'texts');
type Painted = Pick<BoardState, (typeof PAINTED)[number]>;

/** The fields for which other areas are drawn, or elsewhere. */
const LAID_OUT = listChanging('layout');
type LaidOut = Pick<BoardState, (typeof LAID_OUT)[number]>;

/** What a painting is made of. */
export interface PaintingSources {
  readonly painters: Painters;
  readonly roster: Roster;
  readonly areaShapes: AreaShapes | null;
  readonly evaluation: Evaluation;
  /** Of the date that is compared with; `null` where nothing is. */
  readonly compared: Evaluation | null;
  readonly state: BoardState;
  /** Ground the picture stands on in place of the theme's, `#rrggbb`. */
  readonly ground: string | null;
}

export interface Paintings {
  readonly painting: Painting;
  /** The other date's, where two pictures stand side by side. */
  readonly beside: Painting | null;
}

/** Paints a board, whatever it is drawn on; nothing twice in a row. */
export class PaintingMaker {
  readonly #lists = new DrawnLists();
  #made: Paintings | null = null;
  #madeFor: readonly unknown[] = [];

  /** @returns nothing where no area is drawn */
  make(sources: PaintingSources): Paintings | null {
    const { evaluation, compared, state, ground } = sources;
    const drawn = this.#lists.list(sources, dayDrawn(state, compared !== null));
    if (drawn.areas.length === 0) return null;
    const isBeside = compared !== null && state.comparison === 'beside';
    const otherDrawn = isBeside ? this.#lists.list(sources, state.compareTo) : drawn;
    const wanted = [drawn, otherDrawn, evaluation, compared, writeValues(state, PAINTED), ground];
    if (this.#made && wanted.every((part, index) => part === this.#madeFor[index])) return this.#made;
    this.#madeFor = wanted;
    const [one, two] = [{ evaluation, drawn }, compared && { evaluation: compared, drawn: otherDrawn }];
    const paint = (own: Dated, other: Dated | null): Painting =>
      sources.painters.buildPainting(choosePainting(own, other, state, ground));
    this.#made = { painting: paint(one, two), beside: two && isBeside ? paint(two, one) : null };
    return this.#made;
  }
}

/** A date with its areas. */
interface Dated {
  readonly evaluation: Evaluation;
  readonly drawn: DrawnAreas;
}

/** Before any date is known: the areas there are in the end. */
const IN_THE_END: IsoDate = '9999-12-31';

/** The date whose areas are drawn: of a change the later one. */
export function dayDrawn({ asOf, compareTo, comparison }: BoardState, compares: boolean): IsoDate {
  if (asOf === '') return IN_THE_END;
  return compares && comparison === 'change' && compareTo > asOf ? compareTo : asOf;
}

/** Lists kept: of two dates side by side, and of those one comes from. */
const KEPT_LISTS = 4;

/** The areas that are drawn; the same list wherever the same areas are. */
class DrawnLists {
  #known: { readonly of: readonly unknown[]; readonly drawn: DrawnAreas }[] = [];

  list({ painters, roster, areaShapes, state }: PaintingSources, date: IsoDate): DrawnAreas {
    const { within, shapes }: LaidOut = state;
    const [level, asOf] = [levelDrawn(state), dayOfAreas(roster, date)];
    const of = [roster, areaShapes, level, within, shapes, asOf];
    const known = this.#known.find((one) => one.of.every((part, index) => part === of[index]));
    if (known) return known.drawn;
    const drawn = painters.listDrawn(roster, areaShapes, { level, shapes, asOf, ...(within !== null && { within }) });
    this.#known = [...this.#known.slice(1 - KEPT_LISTS), { of, drawn }];
    return drawn;
  }
}

function choosePainting(
  { evaluation, drawn }: Dated,
  other: Dated | null,
  state: Painted,
  ground: string | null,
): PaintingOptions {
  const { target, domain, breaks, comparison, within, view, filter, locale, ramp, classLabels } = state;
  return {
    evaluation,
    drawn,
    target,
    domain,
    breaks,
    ramp,
    classLabels,
    compare: other && { ...other, as: comparison },
    level: levelDrawn(state),
    ...(within !== null && { within }),
    view,
    filter,
    locale,
    theme: themeOf(state, ground),
  };
}
