import type { Area, Diagnostic, Roster } from '@guatu/core';
import type { SceneLayout, SceneOutline, SceneRings, SceneShape } from '../scene/scene.js';
import { dissolve } from './dissolve.js';
import { findInnerPoint } from './inner-point.js';
import { keyLayout } from './layout-key.js';
import { matchBoundaries } from './match-boundaries.js';
import type { BoundaryMatch } from './match-boundaries.js';
import { selectMembers } from './members.js';
import type { MemberOptions } from './members.js';
import { boundPolygons, framePolygons, projectPolygons } from './mercator.js';
import type { Frame } from './mercator.js';
import { readFeatures } from './read-features.js';

export interface GeographicOptions extends MemberOptions {
  /** Width to fill, scene units, above 0. */
  readonly width: number;
  /** Height to stay within; as tall as the shapes need when left out. */
  readonly height?: number;
  /** Room around the shapes, 8 by default. */
  readonly padding?: number;
}

export interface GeographicLayout {
  readonly layout: SceneLayout;
  /** What was wrong with the boundaries, and which areas have no shape. */
  readonly diagnostics: readonly Diagnostic[];
  /** How boundaries and roster were joined. */
  readonly match: Pick<BoundaryMatch, 'matchedByCode' | 'matchedByName' | 'ambiguous' | 'leftOver'>;
}

/** Corners are the same within this share of the world: about 4 mm at the equator, far below any survey. */
const TOLERANCE = 1e-10;

/**
 * Lays out polygons on web mercator: one shape an area of the level, with the borders of its townships. Townships
 * without shapes of their own are dissolved from their villages; an area of several parts is one shape, labelled in its
 * largest.
 *
 * @param boundaries GeoJSON in WGS 84 degrees, as it came: it is checked here
 * @returns a layout without areas when nothing fits, and the reasons as diagnostics; never throws on data
 *
 * @example const { layout, diagnostics } = layoutGeographic(geojson, dataset.roster, { width: 776, level: 'village' });
 */
export function layoutGeographic(boundaries: unknown, roster: Roster, options: GeographicOptions): GeographicLayout {
  const read = readFeatures(boundaries);
  const match = matchBoundaries(read.boundaries, roster);
  const world = new Map<number, readonly SceneRings[]>();
  for (const [row, parts] of match.byRow) world.set(row, projectPolygons(parts.flatMap(({ polygons }) => polygons)));
  // on a map every piece of ground is drawn, also where the target does not apply
  const kinds = options.kinds ?? ALL_KINDS;
  const members = selectMembers(roster, { ...options, kinds }).map((area) => ({ area, row: roster.indexOf(area.code) }));
  const shaped = members.map(({ area, row }) => ({ area, polygons: findShape(row, roster, world) }));
  const drawn = shaped.filter(({ polygons }) => polygons.length > 0);
  const frame = fitFrame(drawn.flatMap(({ polygons }) => polygons), options);
  const layout = {
    width: options.width,
    height: frame.height,
    projection: { kind: 'mercator', west: frame.west, north: frame.north, scale: frame.scale } as const,
    areas: drawn.map(({ area, polygons }) => shapeArea(area, framePolygons(polygons, frame))),
    outlines: options.level === 'village' ? outlineGroups(drawn.map(({ area }) => area), roster, world, frame) : [],
  };
  const expected = new Set(selectMembers(roster, options));
  const missing = shaped.filter(({ area, polygons }) => polygons.length === 0 && expected.has(area)).map(({ area }) => area);
  return {
    layout: { key: keyLayout(layout), ...layout },
    diagnostics: [...read.diagnostics, ...match.diagnostics, ...reportMissing(missing, expected.size)],
    match,
  };
}

/** An area's own shape, else the union of the areas below it. */
function findShape(row: number, roster: Roster, world: ReadonlyMap<number, readonly SceneRings[]>): readonly SceneRings[] {
  const own = world.get(row);
  if (own) return own;
  const below = roster.children(row).flatMap((child) => world.get(child) ?? []);
  return below.length === 0 ? [] : dissolve(below, TOLERANCE);
}

function outlineGroups(
  areas: readonly Area[],
  roster: Roster,
  world: ReadonlyMap<number, readonly SceneRings[]>,
  frame: Frame,
): readonly SceneOutline[] {
  return [...new Set(areas.map(({ parent }) => parent))].flatMap((group) => {
    const row = group === '' ? -1 : roster.indexOf(group);
    if (row < 0) return [];
    const polygons = framePolygons(findShape(row, roster, world), frame);
    return polygons.length === 0 ? [] : [{ group, polygons, inner: findInnerPoint(polygons) }];
  });
}

function shapeArea({ code, name, parent }: Area, polygons: readonly SceneRings[]): SceneShape {
  return { code, name, group: parent, polygons, inner: findInnerPoint(polygons), bounds: boundPolygons(polygons) };
}

/** The largest scale at which all shapes stay within the box, centred in it. */
function fitFrame(
  polygons: readonly SceneRings[],
  { width, height, padding = 8 }: GeographicOptions,
): Frame & { readonly height: number } {
  const [x0, y0, x1, y1] = boundPolygons(polygons);
  if (!(x1 >= x0)) return { west: 0, north: 0, scale: width, height: height ?? 1 };
  const [spanX, spanY] = [Math.max(x1 - x0, 1e-9), Math.max(y1 - y0, 1e-9)];
  const byWidth = Math.max(1, width - 2 * padding) / spanX;
  const scale = height === undefined ? byWidth : Math.min(byWidth, Math.max(1, height - 2 * padding) / spanY);
  const tall = height ?? Math.ceil(spanY * scale + 2 * padding);
  return {
    west: (x0 + x1) / 2 - width / 2 / scale,
    north: (y0 + y1) / 2 - tall / 2 / scale,
    scale,
    height: tall,
  };
}

const ALL_KINDS = ['county', 'town', 'township', 'villagers-committee', 'residents-committee'] as const;

/** More missing areas than this are said in one line. */
const LISTED = 20;

function reportMissing(missing: readonly Area[], total: number): readonly Diagnostic[] {
  const code = 'area-without-boundary';
  if (missing.length > LISTED) {
    const message = `${missing.length} of ${total} areas have no boundary; the first is ${missing[0]?.name ?? ''}`;
    return [{ code, severity: 'warning', path: 'boundaries', message, params: { count: missing.length } }];
  }
  return missing.map((area): Diagnostic => ({
    code,
    severity: 'warning',
    path: 'boundaries',
    message: `no boundary for ${area.name} (${area.code})`,
    params: { code: area.code, name: area.name },
  }));
}
