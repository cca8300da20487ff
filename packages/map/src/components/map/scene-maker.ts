import type { IsoDate, Locale } from '@guatu/core';
import { levelDrawn } from '../../board/board.js';
import type { BoardSnapshot, BoardState } from '../../board/board.js';
import { listChanging, writeValues } from '../../board/fields.js';
import { dayDrawn } from '../../board/painting-maker.js';
import { themeOf } from '../../board/theme-of.js';
import type { AreaLayoutOptions } from '../../geometry/layout-areas.js';
import { dayOfAreas } from '../../geometry/members.js';
import { messagesOf } from '../../localize/messages.js';
import { inkOf } from '../../scale/themes.js';
import type { Theme } from '../../scale/themes.js';
import { generaliseScene } from '../../scene/generalise-scene.js';
import type { Painting } from '../../scene/painting.js';
import type { AreaPaint, Scene, SceneLayout } from '../../scene/scene.js';
import { widthBeside } from './comparison-picture.js';
import { NO_PAGE_STYLE } from './page-style.js';
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
    const { roster, painting, besidePainting, compared, state } = snapshot;
    if (!roster || roster.areas.length === 0 || width <= 0) return null;
    const room = besidePainting ? widthBeside(width) : width;
    const layout = this.#layouts.make(snapshot, room, dayDrawn(state, painting !== null && compared !== null));
    if (!layout || layout.areas.length === 0) return null;
    const other = besidePainting
      ? (this.#otherLayouts.make(snapshot, room, state.compareTo, layout) ?? layout)
      : layout;
    const { theme, highContrast, textSize } = state;
    const wanted = [
      layout,
      other,
      painting,
      besidePainting,
      textSize,
      theme,
      highContrast,
      ...Object.values(pageStyle),
    ];
    if (this.#scene && isEqual(wanted, this.#sceneFor)) return this.#scene;
    this.#sceneFor = wanted;
    this.#scene =
      (painting && place(snapshot, painting, layout, pageStyle)) ??
      outline(layout, themeOf(state, pageStyle.ground), pageStyle);
    this.#second = besidePainting && place(snapshot, besidePainting, other, pageStyle);
    return this.#scene;
  }

  /** The picture of the other date in the same layout; nothing where one picture is shown. */
  get second(): Scene | null {
    return this.#second;
  }
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

/** What is painted in its places, in the page's font, with what must be said of shapes that come as tiles. */
function place(
  { placePainting, state: { textSize, locale } }: BoardSnapshot,
  painting: Painting,
  layout: SceneLayout,
  pageStyle: PageStyle,
): Scene | null {
  if (!placePainting) return null;
  return addNotices(styleScene(placePainting(painting, { layout, textSize }), pageStyle), layout, locale);
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
