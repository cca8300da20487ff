import { messagesOf } from '../localize/messages.js';
import { TEXT_SCALE } from '../scale/text-size.js';
import type { TextSize } from '../scale/text-size.js';
import { inkOf } from '../scale/themes.js';
import type { DrawnArea } from './drawn-areas.js';
import { placeGeographicTexts } from './geographic-texts.js';
import { placeGlyphs } from './glyphs.js';
import type { Lettering, Painting } from './painting.js';
import type { TextOptions } from './place-texts.js';
import type { Scene, SceneLayout } from './scene.js';
import { placeTileTexts } from './tile-texts.js';

export interface PlaceOptions {
  /** From `layoutAreas`: of the areas that were painted, in any order. */
  readonly layout: SceneLayout;
  /** As the layout was made for; `standard` by default. */
  readonly textSize?: TextSize;
}

/**
 * Makes the picture of painted areas in their places: paints in the order of the layout, signs and texts where there is
 * room for them. Pure; two scenes of one layout differ in paints, signs and texts only.
 *
 * @throws RangeError for a layout with an area that was not painted
 *
 * @example const scene = placePainting(painting, { layout: layoutAreas(roster, null, { width: 776, level: 'village' }) });
 */
export function placePainting(painting: Painting, { layout, textSize = 'standard' }: PlaceOptions): Scene {
  const order = orderOf(painting.areas, layout.areas);
  const arrange = <Item>(items: readonly Item[]): readonly Item[] =>
    order === null ? items : Array.from(order, (index) => items[index] as Item);
  const { legend, summary, lettering } = painting;
  const { theme, basis } = lettering;
  const paints = arrange(painting.paints);
  const writing: TextOptions = {
    ...arrangeLettering(lettering, order, arrange),
    layout,
    paints,
    signs: basis === 'lights',
    scale: TEXT_SCALE[textSize],
  };
  return {
    layout,
    paints,
    glyphs: placeGlyphs({ ...writing, basis }),
    texts: layout.projection.kind === 'tiles' ? placeTileTexts(writing) : placeGeographicTexts(writing),
    ...(painting.values && { values: arrange(painting.values) }),
    background: theme.ground,
    ink: inkOf(theme),
    legend,
    summary,
    notices: listNotices(painting, layout),
  };
}

function arrangeLettering(
  { level, facts, surfaces, marks, valueOf, groups, theme, locale }: Lettering,
  order: Int32Array | null,
  arrange: <Item>(items: readonly Item[]) => readonly Item[],
): Omit<TextOptions, 'layout' | 'paints' | 'signs' | 'scale'> {
  return {
    level,
    facts: arrange(facts),
    surfaces: arrange(surfaces),
    marks: arrange(marks),
    valueOf: order === null ? valueOf : (index) => valueOf(order[index] ?? -1),
    groups,
    theme,
    locale,
  };
}

const orders = new WeakMap<
  readonly DrawnArea[],
  { readonly of: readonly DrawnArea[]; readonly order: Int32Array | null }
>();

/** For each area of a layout its index among those that were painted; `null` where they lie in the same order. */
function orderOf(painted: readonly DrawnArea[], laid: readonly DrawnArea[]): Int32Array | null {
  if (painted === laid) return null;
  const known = orders.get(laid);
  if (known?.of === painted) return known.order;
  const order = findOrder(painted, laid);
  orders.set(laid, { of: painted, order });
  return order;
}

function findOrder(painted: readonly DrawnArea[], laid: readonly DrawnArea[]): Int32Array | null {
  if (painted.length === laid.length && painted.every(({ code }, index) => code === laid[index]?.code)) return null;
  const indexes = new Map(painted.map(({ code }, index) => [code, index]));
  return Int32Array.from(laid, ({ code }) => {
    const index = indexes.get(code);
    if (index === undefined) throw new RangeError(`the layout has an area that was not painted: ${code}`);
    return index;
  });
}

/** What must be said where the picture is seen. */
function listNotices(
  { illustrative, coarser, lettering: { locale } }: Painting,
  { projection, areas }: SceneLayout,
): readonly string[] {
  const { notice } = messagesOf(locale);
  const signs = (sign: 'point' | 'small'): number =>
    areas.reduce((count, shape) => (shape.sign === sign ? count + 1 : count), 0);
  const [points, small] = [signs('point'), signs('small')];
  return [
    illustrative ?? '',
    projection.kind === 'tiles' ? notice.tiles : '',
    points > 0 ? notice.points(points, areas.length) : '',
    small > 0 ? notice.enlarged(small) : '',
    coarser,
  ].filter((text) => text !== '');
}
