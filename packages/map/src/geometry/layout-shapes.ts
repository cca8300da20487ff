import type { Area, Roster } from '@guatu/core';
import type { SceneLayout, SceneOutline, SceneShape, SceneTiles } from '../scene/scene.js';
import type { AreaPlace, AreaShapes } from './area-shapes.js';
import { withKey } from './layout-key.js';
import { layNested } from './lay-nested.js';
import { selectMembers } from './members.js';
import type { MemberOptions } from './members.js';
import { boundBoxes, frameBox, framePolygons } from './mercator.js';
import type { Frame } from './mercator.js';
import { separateDots } from './separate-dots.js';
import { enlargeSmall, traceDot } from './signs.js';
import type { TiledBoundaries } from './tiled-boundaries.js';

export interface GeographicOptions extends MemberOptions {
  /** Width to fill, scene units, above 0. */
  readonly width: number;
  /** Height to stay within; as tall as the shapes need when left out. */
  readonly height?: number;
  /** Room around the shapes, 8 by default. */
  readonly padding?: number;
}

/**
 * Lays out shapes on web mercator: one shape an area of the level, with the borders of its townships. An area of several
 * parts is one shape, labelled in its largest; one of which only a point is known is a dot, moved aside where dots would
 * cover each other; one too small to be found is enlarged to a dot and drawn over the others.
 *
 * @returns a layout without areas when none has a place
 *
 * @example const layout = layoutShapes(shapes, dataset.roster, { width: 776, level: 'village' });
 */
export function layoutShapes(areaShapes: AreaShapes, roster: Roster, options: GeographicOptions): SceneLayout {
  return isCoarse(areaShapes, options)
    ? layoutCoarse(areaShapes, roster, options)
    : layoutWhole(areaShapes, roster, options);
}

function layoutWhole({ places, tiled }: AreaShapes, roster: Roster, options: GeographicOptions): SceneLayout {
  const drawn = selectDrawn(roster, options).flatMap((area) => {
    const place = places.get(area.code);
    return place ? [{ area, place }] : [];
  });
  const dots = drawn.filter(({ place }) => place.polygons.length === 0);
  const radius = dots.length === 0 ? 0 : chooseRadius(dots.length, options);
  const frame = fitFrame(
    drawn.map(({ place }) => place),
    { ...options, padding: (options.padding ?? 8) + radius },
  );
  const shapes = drawn
    .filter(({ place }) => place.polygons.length > 0)
    .map(({ area, place }) => shapeArea(area, place, frame));
  const layout = {
    width: options.width,
    height: frame.height,
    projection: { kind: 'mercator', west: frame.west, north: frame.north, scale: frame.scale } as const,
    areas: [...enlargeSmall(layNested(shapes)), ...placeDots(dots, { radius, frame, options })],
    outlines:
      options.level === 'village'
        ? outlineGroups(
            drawn.map(({ area }) => area),
            places,
            frame,
          )
        : [],
  };
  const source = tiled && describeSource(tiled, options.level);
  return withKey({ ...layout, ...(source && { source }) });
}

/** Whether areas are in tiles alone: there are too many of them for a first picture. */
function isCoarse({ tiled }: AreaShapes, { level }: MemberOptions): boolean {
  return (
    tiled !== undefined &&
    level === 'village' &&
    tiled.layers.village !== undefined &&
    tiled.layers.township !== undefined &&
    !tiled.hasVillages
  );
}

/** Townships in place of villages, whose shapes stay in tiles: nothing is known of a village but that it is there. */
function layoutCoarse(areaShapes: AreaShapes, roster: Roster, options: GeographicOptions): SceneLayout {
  const { within, ...others } = options;
  const alone = areaShapes.places.get(within ?? '');
  const places = within === undefined ? areaShapes.places : new Map(alone ? [[within, alone] as const] : []);
  const overview = layoutWhole({ places }, roster, { ...others, level: 'township' });
  const nowhere = { polygons: [], inner: [0, 0], bounds: [0, 0, 0, 0] } as const;
  const layout = {
    ...overview,
    areas: selectDrawn(roster, options).map(({ code, name, parent }): SceneShape => ({
      code,
      name,
      group: parent,
      ...nowhere,
    })),
    outlines: overview.areas.map(({ code, polygons, inner }): SceneOutline => ({ group: code, polygons, inner })),
    overview,
  };
  const source = areaShapes.tiled && describeSource(areaShapes.tiled, 'village');
  return withKey({ ...layout, ...(source && { source }) });
}

function describeSource(
  { kind, url, bounds, minZoom, maxZoom, layers, notice }: TiledBoundaries,
  level: MemberOptions['level'],
): SceneTiles | undefined {
  const areas = layers[level];
  const groups = level === 'village' ? layers.township : undefined;
  return areas && { kind, url, bounds, minZoom, maxZoom, areas, notice, ...(groups && { groups }) };
}

/** How many of the areas of a level can be drawn on a map, 0…1; 0 for a level without areas. */
export function measureCover(areaShapes: AreaShapes, roster: Roster, options: MemberOptions): number {
  const { places } = areaShapes;
  const { asOf } = options;
  if (isCoarse(areaShapes, options))
    return measureCover(areaShapes, roster, { level: 'township', ...(asOf !== undefined && { asOf }) });
  const expected = selectMembers(roster, options);
  return expected.length === 0 ? 0 : expected.filter(({ code }) => places.has(code)).length / expected.length;
}

const ALL_KINDS = ['county', 'town', 'township', 'villagers-committee', 'residents-committee'] as const;

/** The areas that are laid out: those with a place, or all where places are in tiles alone. */
export function selectShaped(areaShapes: AreaShapes, roster: Roster, options: MemberOptions): readonly Area[] {
  const areas = selectDrawn(roster, options);
  return isCoarse(areaShapes, options) ? areas : areas.filter(({ code }) => areaShapes.places.has(code));
}

/** On a map every piece of ground is drawn, also where the target does not apply. */
function selectDrawn(roster: Roster, options: MemberOptions): readonly Area[] {
  return selectMembers(roster, { ...options, kinds: options.kinds ?? ALL_KINDS });
}

function outlineGroups(
  areas: readonly Area[],
  places: ReadonlyMap<string, AreaPlace>,
  frame: Frame,
): readonly SceneOutline[] {
  return [...new Set(areas.map(({ parent }) => parent))].flatMap((group) => {
    const place = places.get(group);
    if (!place || place.polygons.length === 0) return [];
    return [{ group, polygons: framePolygons(place.polygons, frame), inner: framePoint(place.inner, frame) }];
  });
}

function shapeArea({ code, name, parent }: Area, place: AreaPlace, frame: Frame): SceneShape {
  let inner: SceneShape['inner'] | undefined;
  return {
    code,
    name,
    group: parent,
    polygons: framePolygons(place.polygons, frame),
    bounds: frameBox(place.bounds, frame),
    // found when it is read: most areas are too small to be labelled
    get inner() {
      return (inner ??= framePoint(place.inner, frame));
    },
  };
}

/** Radius of dots: as large as a name needs, or so that a third of the picture is covered. */
function chooseRadius(count: number, { width, height }: GeographicOptions): number {
  const room = width * (height ?? width * 0.75);
  return Math.max(1, Math.min(22, Math.sqrt((0.33 * room) / (count * Math.PI))));
}

function placeDots(
  dots: readonly { readonly area: Area; readonly place: AreaPlace }[],
  {
    radius,
    frame,
    options,
  }: {
    readonly radius: number;
    readonly frame: Frame & { readonly height: number };
    readonly options: GeographicOptions;
  },
): readonly SceneShape[] {
  const edge = radius + 2;
  const gap = Math.min(2, radius / 3);
  const centres = dots.map(({ place }) => framePoint(place.inner, frame));
  const apart = separateDots(centres, 2 * radius + gap, [edge, edge, options.width - edge, frame.height - edge]);
  return dots.map(({ area: { code, name, parent } }, index): SceneShape => {
    const inner = apart[index] ?? [0, 0];
    return { code, name, group: parent, inner, sign: 'point', ...traceDot(inner, radius) };
  });
}

function framePoint([x, y]: readonly [number, number], { west, north, scale }: Frame): readonly [number, number] {
  return [(x - west) * scale, (y - north) * scale];
}

/** Least width and height of what is shown, as a share of the world: about a kilometre, so that one point is no zoom without end. */
const LEAST_SPAN = 2.5e-5;

/** The largest scale at which all places stay within the box, centred in it. */
function fitFrame(
  places: readonly AreaPlace[],
  { width, height, padding = 8 }: GeographicOptions,
): Frame & { readonly height: number } {
  const [x0, y0, x1, y1] = boundBoxes(places.map(({ bounds }) => bounds));
  if (!(x1 >= x0)) return { west: 0, north: 0, scale: width, height: height ?? 1 };
  const dotted = places.every(({ polygons }) => polygons.length === 0);
  const least = dotted ? LEAST_SPAN : 1e-9;
  const [spanX, spanY] = [Math.max(x1 - x0, least), Math.max(y1 - y0, 1e-9)];
  const byWidth = Math.max(1, width - 2 * padding) / spanX;
  const tallest = height ?? (dotted ? width * 1.5 : undefined);
  const scale = tallest === undefined ? byWidth : Math.min(byWidth, Math.max(1, tallest - 2 * padding) / spanY);
  const tall = height ?? Math.ceil(spanY * scale + 2 * padding);
  return {
    west: (x0 + x1) / 2 - width / 2 / scale,
    north: (y0 + y1) / 2 - tall / 2 / scale,
    scale,
    height: tall,
  };
}
