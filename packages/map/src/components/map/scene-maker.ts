import type { Evaluation, Locale, Roster } from '@guatu/core';
import { levelDrawn } from '../../board/board.js';
import type { BoardSnapshot, BoardState } from '../../board/board.js';
import type { AreaShapes } from '../../geometry/area-shapes.js';
import { layoutAreas } from '../../geometry/layout-areas.js';
import { messagesOf } from '../../localize/messages.js';
import { raiseContrast } from '../../scale/raise-contrast.js';
import { inkOf, THEMES } from '../../scale/themes.js';
import type { Theme } from '../../scale/themes.js';
import type { SceneOptions } from '../../scene/build-scene.js';
import { generaliseScene } from '../../scene/generalise-scene.js';
import type { AreaPaint, Scene, SceneLayout } from '../../scene/scene.js';
import { widthBeside } from './beside.js';

const NO_LEGEND: Scene['legend'] = { title: '', basis: 'rollout', classes: [], cohorts: [], counts: [], nothings: [], lights: [], total: 0 };

/** Makes the picture of a board at a width; asks for nothing twice. */
export class SceneMaker {
  #layout: SceneLayout | null = null;
  #layoutFor: readonly unknown[] = [];
  #scene: Scene | null = null;
  #second: Scene | null = null;
  #sceneFor: readonly unknown[] = [];

  /**
   * @param width in CSS pixels, above 0
   * @returns the picture; the bare outline while figures are still read; nothing without areas
   */
  make({ roster, evaluation, compared, buildScene, status, areaShapes, state }: BoardSnapshot, width: number): Scene | null {
    if (!roster || roster.areas.length === 0 || width <= 0) return null;
    const shown = status === 'ready' ? evaluation : null;
    const other = shown === null ? null : compared;
    const layout = this.#layOut(roster, areaShapes, state, other !== null && state.comparison === 'beside' ? widthBeside(width) : width);
    if (layout.areas.length === 0) return null;
    const { target, domain, breaks, comparison, view, within, filter, locale, theme, textSize, highContrast } = state;
    const wanted = [layout, shown, other, comparison, target, domain, String(breaks), view, levelDrawn(state), within, JSON.stringify(filter), locale, theme, textSize, highContrast];
    if (this.#scene && isEqual(wanted, this.#sceneFor)) return this.#scene;
    this.#sceneFor = wanted;
    const paint = (one: Evaluation, two: Evaluation | null): Scene | null => buildScene && addNotices(buildScene(chooseScene(one, two, layout, state)), layout, locale);
    this.#scene = (shown && paint(shown, other)) ?? outline(layout, themeOf(state));
    this.#second = shown && other && comparison === 'beside' ? paint(other, shown) : null;
    return this.#scene;
  }

  /** The picture of the other date in the same layout; nothing where one picture is shown. */
  get second(): Scene | null {
    return this.#second;
  }

  #layOut(roster: Roster, areaShapes: AreaShapes | null, state: BoardState, width: number): SceneLayout {
    const { within, textSize, shapes, tiles } = state;
    const level = levelDrawn(state);
    const wanted = [roster, areaShapes, level, within, textSize, shapes, tiles, width];
    if (this.#layout && isEqual(wanted, this.#layoutFor)) return this.#layout;
    this.#layoutFor = wanted;
    this.#layout = layoutAreas(roster, areaShapes, { width, level, textSize, shapes, tiles, ...(within !== null && { within }) });
    return this.#layout;
  }
}

/** The theme a state asks for, with firmer edges where it asks for those. */
export function themeOf({ theme, highContrast }: Pick<BoardState, 'theme' | 'highContrast'>): Theme {
  return highContrast ? raiseContrast(THEMES[theme]) : THEMES[theme];
}

function chooseScene(evaluation: Evaluation, other: Evaluation | null, layout: SceneLayout, state: BoardState): SceneOptions {
  const { target, domain, breaks, comparison, within, view, filter, locale, textSize } = state;
  const township = within !== null && { within };
  const compare = other && { evaluation: other, as: comparison };
  const chosen = { target, domain, breaks, compare, level: levelDrawn(state), ...township, view, filter };
  return { evaluation, layout, ...chosen, locale, textSize, theme: themeOf(state) };
}

/** A picture with what must be said of shapes that come as tiles. */
function addNotices(scene: Scene, { source, overview }: SceneLayout, locale: Locale): Scene {
  const more = [...(source && source.notice !== '' ? [source.notice] : []), ...(overview ? [messagesOf(locale).notice.generalised] : [])];
  return generaliseScene({ ...scene, notices: [...scene.notices, ...more] });
}

/** Where areas will be, before anything is known of them. */
function outline(layout: SceneLayout, theme: Theme): Scene {
  const empty = { class: 'noData', cohort: '', fill: theme.ground, pattern: null, patternColor: theme.ground } as const;
  const paints = layout.areas.map(
    ({ name }): AreaPaint => ({ ...empty, stroke: theme.hairline, strokeWidth: 1, dashed: false, dimmed: false, label: name }),
  );
  return generaliseScene({
    layout,
    paints,
    glyphs: [],
    texts: [],
    background: theme.ground,
    ink: inkOf(theme),
    legend: NO_LEGEND,
    summary: '',
    notices: [],
  });
}

function isEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
