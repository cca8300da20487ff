import type { Evaluation, IsoDate, Locale } from '@guatu/core';
import { levelDrawn } from '../../board/board.js';
import type { BoardSnapshot, BoardState } from '../../board/board.js';
import { listChanging, writeValues } from '../../board/fields.js';
import type { AreaLayoutOptions } from '../../geometry/layout-areas.js';
import { dayOfAreas } from '../../geometry/members.js';
import { messagesOf } from '../../localize/messages.js';
import { raiseContrast } from '../../scale/raise-contrast.js';
import { inkOf, THEMES } from '../../scale/themes.js';
import type { Theme } from '../../scale/themes.js';
import type { SceneOptions } from '../../scene/build-scene.js';
import { generaliseScene } from '../../scene/generalise-scene.js';
import type { AreaPaint, Scene, SceneLayout } from '../../scene/scene.js';
import { widthBeside } from './comparison-picture.js';
import { applyPageStyle, NO_PAGE_STYLE } from './page-style.js';
import type { PageStyle } from './page-style.js';

const NO_LEGEND: Scene['legend'] = {
  title: '',
  basis: 'rollout',
  classes: [],
  cohorts: [],
  counts: [],
  nothings: [],
  lights: [],
  total: 0,
};

/** Before any date is known: the areas there are in the end. */
const IN_THE_END: IsoDate = '9999-12-31';

/** The fields a picture is made anew for; a date comes in with the evaluation, and with its day's areas. */
const PAINTED = listChanging('classes', 'paints', 'texts');
type Painted = Pick<BoardState, (typeof PAINTED)[number]>;

/** The fields for which areas are laid out anew. */
const LAID_OUT = listChanging('layout');

/** Makes the picture of a board at a width; asks for nothing twice. */
export class SceneMaker {
  readonly #layouts = new LayoutMaker();
  readonly #otherLayouts = new LayoutMaker();
  #scene: Scene | null = null;
  #second: Scene | null = null;
  #sceneFor: readonly unknown[] = [];

  /**
   * @param width in CSS pixels, above 0
   * @returns the picture; the bare outline while figures are still read; nothing without areas
   */
  make(snapshot: BoardSnapshot, width: number, pageStyle: PageStyle = NO_PAGE_STYLE): Scene | null {
    const { roster, evaluation, compared, buildScene, status, state } = snapshot;
    if (!roster || roster.areas.length === 0 || width <= 0) return null;
    const shown = status === 'ready' ? evaluation : null;
    const other = shown === null ? null : compared;
    const isBeside = other !== null && state.comparison === 'beside';
    const room = isBeside ? widthBeside(width) : width;
    const layout = this.#layouts.make(snapshot, room, dayDrawn(state, other !== null));
    if (!layout || layout.areas.length === 0) return null;
    const otherLayout = isBeside
      ? (this.#otherLayouts.make(snapshot, room, state.compareTo, layout) ?? layout)
      : layout;
    const wanted = [layout, otherLayout, shown, other, writeValues(state, PAINTED), pageStyle.ground, pageStyle.font];
    if (this.#scene && isEqual(wanted, this.#sceneFor)) return this.#scene;
    this.#sceneFor = wanted;
    const chosen: Painted = state;
    const theming = applyPageStyle(themeOf(chosen), pageStyle);
    const paint = (one: Shown, two: Shown | null): Scene | null =>
      buildScene &&
      addNotices(styleScene(buildScene(chooseScene(one, two, chosen, theming)), pageStyle), one.layout, chosen.locale);
    const [first, second] = [
      shown && { evaluation: shown, layout },
      other && { evaluation: other, layout: otherLayout },
    ];
    this.#scene = (first && paint(first, second)) ?? outline(layout, theming, pageStyle);
    this.#second = first && second && isBeside ? paint(second, first) : null;
    return this.#scene;
  }

  /** The picture of the other date in the same layout; nothing where one picture is shown. */
  get second(): Scene | null {
    return this.#second;
  }
}

/** A date with its areas in their places. */
interface Shown {
  readonly evaluation: Evaluation;
  readonly layout: SceneLayout;
}

/** The date whose areas are drawn: of a change the later one. */
function dayDrawn({ asOf, compareTo, comparison }: BoardState, compares: boolean): IsoDate {
  if (asOf === '') return IN_THE_END;
  return compares && comparison === 'change' && compareTo > asOf ? compareTo : asOf;
}

/** Lays areas out; anew only where other areas exist, or something else of the layout is another. */
class LayoutMaker {
  #layout: SceneLayout | null = null;
  #layoutFor: readonly unknown[] = [];

  /** @param known a layout that is as good where nothing came or went between its date and this one */
  make(
    { roster, areaShapes, layoutAreas, state }: BoardSnapshot,
    width: number,
    date: IsoDate,
    known: SceneLayout | null = null,
  ): SceneLayout | null {
    if (!roster || !layoutAreas) return null;
    const asOf = dayOfAreas(roster, date);
    if (known && asOf === dayOfAreas(roster, state.asOf)) return known;
    const wanted = [roster, areaShapes, writeValues(state, LAID_OUT), width, asOf];
    if (this.#layout && isEqual(wanted, this.#layoutFor)) return this.#layout;
    this.#layoutFor = wanted;
    this.#layout = layoutAreas(roster, areaShapes, { width, asOf, ...chooseLayout(state) });
    return this.#layout;
  }
}

function chooseLayout(state: Pick<BoardState, (typeof LAID_OUT)[number]>): Omit<AreaLayoutOptions, 'width' | 'asOf'> {
  const { within, textSize, shapes, tiles } = state;
  return { level: levelDrawn(state), textSize, shapes, tiles, ...(within !== null && { within }) };
}

/** The theme a state asks for, with firmer edges where it asks for those. */
export function themeOf({ theme, highContrast }: Pick<BoardState, 'theme' | 'highContrast'>): Theme {
  return highContrast ? raiseContrast(THEMES[theme]) : THEMES[theme];
}

function chooseScene({ evaluation, layout }: Shown, other: Shown | null, state: Painted, theme: Theme): SceneOptions {
  const { target, domain, breaks, comparison, within, view, filter, locale, textSize, ramp, classLabels } = state;
  const township = within !== null && { within };
  const compare = other && { ...other, as: comparison };
  const chosen = {
    target,
    domain,
    breaks,
    ramp,
    classLabels,
    compare,
    level: levelDrawn(state),
    ...township,
    view,
    filter,
  };
  return { evaluation, layout, ...chosen, locale, textSize, theme };
}

/** A picture in the page's own font. */
function styleScene(scene: Scene, { font }: PageStyle): Scene {
  return font === null ? scene : { ...scene, font };
}

/** A picture with what must be said of shapes that come as tiles. */
function addNotices(scene: Scene, { source, overview }: SceneLayout, locale: Locale): Scene {
  const more = [
    ...(source && source.notice !== '' ? [source.notice] : []),
    ...(overview ? [messagesOf(locale).notice.generalised] : []),
  ];
  return generaliseScene({ ...scene, notices: [...scene.notices, ...more] });
}

/** Where areas will be, before anything is known of them. */
function outline(layout: SceneLayout, theme: Theme, pageStyle: PageStyle): Scene {
  const empty = { class: 'noData', cohort: '', fill: theme.ground, pattern: null, patternColor: theme.ground } as const;
  const paints = layout.areas.map(({ name }): AreaPaint => ({
    ...empty,
    stroke: theme.hairline,
    strokeWidth: 1,
    dashed: false,
    dimmed: false,
    label: name,
  }));
  const bare: Scene = {
    layout,
    paints,
    glyphs: [],
    texts: [],
    background: theme.ground,
    ink: inkOf(theme),
    legend: NO_LEGEND,
    summary: '',
    notices: [],
  };
  return generaliseScene(styleScene(bare, pageStyle));
}

function isEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
