import type { ExpressionSpecification, FillLayer, Layer, LineLayer, MaplibreMap, Style } from './maplibre-types.js';
import { BASELINE } from '../text-style.js';
import type { SceneTiles } from '../../scene/scene.js';
import type { FeatureCollection } from './features.js';
import { clear, type PaintState } from './paint-state.js';

export const sources = {
  areas: 'areas',
  patterns: 'patterns',
  edges: 'edges',
  outlines: 'outlines',
  glyphs: 'glyphs',
  labels: 'labels',
  figures: 'figures',
  rings: 'rings',
} as const;

export const areaFillLayer = 'area-fill';
/** Fills of groups, while their areas are too small to be seen. */
export const groupFillLayer = 'group-fill';
const tileNames = 'tile-names';
const background = 'background';
const areaLine = 'area-line';
const edgeLine = 'edge';
const patternLayer = (key: string): string => `area-pattern ${key}`;

/** In widths of the line, as in the svg. */
const dashes: [number, number] = [3, 2.5];

/**
 * A length given at zoom 0, doubled with every zoom as the shapes are, and bounded. The bound must be within the steps:
 * `zoom` may only stand at the top of an expression.
 */
function growing(length: ExpressionSpecification, most: ExpressionSpecification | number): ExpressionSpecification {
  const steps = Array.from({ length: 25 }, (_, zoom) => [zoom, ['min', most, ['*', length, 2 ** zoom]]]);
  return ['interpolate', ['exponential', 2], ['zoom'], ...steps.flat()] as unknown as ExpressionSpecification;
}

/** Text beyond this size is no easier to read, and maplibre packs sizes into 16 bits. */
const largestText = 120;
/** maplibre keeps no more than this of the ground around a letter, in CSS pixels at standard sizes. */
const widestHalo = 8;

/** A value of {@link PaintState}: what the area was last told, else what it came with. */
const state = (name: keyof PaintState): ExpressionSpecification => ['coalesce', ['feature-state', name], ['get', name]];
const stateColor = (name: keyof PaintState): ExpressionSpecification => ['to-color', state(name), clear];

/**
 * A style that asks the network for nothing: no sprite, no glyphs, every source filled from memory.
 *
 * Without a `glyphs` address maplibre draws all text itself, with the first fonts of `text-font` the machine has.
 */
export function buildStyle({
  data,
  tileZoom,
  manyAreas,
  ground,
  patterns,
  fonts,
  tiled = null,
}: {
  /** By source. */
  readonly data: Readonly<Record<string, FeatureCollection>>;
  /** Deepest zoom shapes are cut into tiles for. */
  readonly tileZoom: number;
  /** Shapes so many that time is worth more than the last quarter of a pixel. */
  readonly manyAreas: boolean;
  readonly ground: string;
  /** Pictures by pattern and colour. */
  readonly patterns: ReadonlyMap<string, string>;
  /** Families texts are written in. */
  readonly fonts: readonly string[];
  /** Where areas come from, when they are not among the data. */
  readonly tiled?: TiledStyle | null;
}): Style {
  // a small buffer: enough for the widest stroke, and what is left out of a tile is not drawn twice
  const shared = { type: 'geojson' as const, maxzoom: tileZoom, buffer: 16, tolerance: manyAreas ? 0.25 : 0 };
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      ...(Object.fromEntries(
        Object.entries(data).map(([id, features]) => [id, { ...shared, data: features }]),
      ) as Style['sources']),
      ...(tiled && { [sources.areas]: buildTileSource(tiled) }),
    },
    layers: [
      { id: background, type: 'background', paint: { 'background-color': ground } },
      ...(tiled ? buildTileLayers(tiled, { patterns, fonts }) : buildAreaLayers(patterns)),
      buildLine('group-outline', sources.outlines, ['get', 'color']),
      { id: 'glyph-fill', type: 'fill', source: sources.glyphs, paint: { 'fill-color': ['get', 'fill'] } },
      buildLine('glyph-line', sources.glyphs, ['get', 'stroke']),
      buildText(sources.labels, fonts),
      buildText(sources.figures, fonts),
      buildLine('ring', sources.rings, ['get', 'color']),
    ],
  };
}

function buildAreaLayers(patterns: ReadonlyMap<string, string>): Layer[] {
  return [
    buildFill(areaFillLayer, stateColor('fill')),
    ...[...patterns].map(([key, image]) => buildPatternLayer(key, image)),
    buildLine(areaLine, sources.areas, stateColor('stroke')),
    { ...buildLine(edgeLine, sources.edges, ['get', 'color']), filter: ['==', ['get', 'dashed'], 0] },
    buildDashes('edge-dashed', buildLine('edge-dashed', sources.edges, ['get', 'color'])),
  ];
}

function buildFill(id: string, color: ExpressionSpecification): FillLayer {
  // every area has an outline over its edge; smoothing the edge as well would make it wider
  return { id, type: 'fill', source: sources.areas, paint: { 'fill-color': color, 'fill-antialias': false } };
}

/** Vector tiles that areas come from. */
export interface TiledStyle {
  readonly tiles: SceneTiles;
  /** What the tiles are asked for by. */
  readonly address: string;
  /** So many areas that their edges are drawn as hairlines: lines in a width of their own would cost several times as much. */
  readonly hairlines: boolean;
  /** Colours of names that the tiles bring, on the fill of their areas and around them. */
  readonly names: { readonly color: string; readonly halo: string };
}

function buildTileSource({ tiles: { minZoom, maxZoom, bounds }, address }: TiledStyle): Style['sources'][string] {
  return { type: 'vector', tiles: [address], minzoom: minZoom, maxzoom: maxZoom, bounds: [...bounds] };
}

/**
 * The layers of areas that come as tiles. Everything special about an area is a property of the same feature: of its
 * groups the line around it, and, where areas are not cut yet, their look.
 */
function buildTileLayers(
  { tiles: { areas, groups }, hairlines, names }: TiledStyle,
  { patterns, fonts }: { readonly patterns: ReadonlyMap<string, string>; readonly fonts: readonly string[] },
): Layer[] {
  const own = { 'source-layer': areas.layer, minzoom: areas.minZoom };
  const color = (name: string): ExpressionSpecification => ['to-color', ['get', name], clear];
  const edges = { width: 'edgeWidth', most: 'edgeMost' };
  const fill = buildFill(areaFillLayer, color('fill'));
  const edge = (id: string): LineLayer => ({ ...buildLine(id, sources.areas, ['get', 'edgeColor'], edges), ...own });
  const outline = buildLine('group-line', sources.areas, ['get', 'groupColor'], {
    width: 'groupWidth',
    most: 'groupMost',
  });
  const coarse = groups && { 'source-layer': groups.layer, maxzoom: areas.minZoom };
  return [
    ...(coarse ? [{ ...buildFill(groupFillLayer, color('fill')), ...coarse }] : []),
    {
      ...fill,
      ...own,
      ...(hairlines && { paint: { ...fill.paint, 'fill-antialias': true, 'fill-outline-color': color('stroke') } }),
    },
    ...[...patterns].map(([key, image]) => ({ ...buildPatternLayer(key, image, sources.areas), ...own })),
    ...(hairlines ? [] : [{ ...buildLine(areaLine, sources.areas, color('stroke')), ...own }]),
    { ...edge(edgeLine), filter: ['==', ['get', 'dashed'], 0] },
    { ...buildDashes('edge-dashed', edge('edge-dashed')) },
    ...(groups ? [{ ...outline, 'source-layer': groups.layer }] : []),
    ...(areas.points ? [buildNames(areas.points, names, fonts)] : []),
  ];
}

/** Names of areas that had no room for one in the fitted picture, where they do not collide. */
function buildNames(
  { layer, minZoom }: NonNullable<SceneTiles['areas']['points']>,
  { color, halo }: TiledStyle['names'],
  fonts: readonly string[],
): Layer {
  return {
    id: tileNames,
    type: 'symbol',
    source: sources.areas,
    'source-layer': layer,
    minzoom: minZoom,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Guatu semibold', ...fonts],
      'text-size': 12,
      'text-max-width': 1000,
      'text-padding': 2,
    },
    paint: { 'text-color': color, 'text-halo-color': halo, 'text-halo-width': 1.5 },
  };
}

/** Changes the colours of names that come with tiles. */
export function setTileNames(map: MaplibreMap, { color, halo }: TiledStyle['names']): void {
  if (!map.getLayer(tileNames)) return;
  map.setPaintProperty(tileNames, 'text-color', color);
  map.setPaintProperty(tileNames, 'text-halo-color', halo);
}

/**
 * Makes a map draw each pattern in each colour, with these pictures. Layers no longer needed hold nothing and stay.
 *
 * @param tiled the layer of areas that come as tiles
 */
export function setPatternLayers(
  map: MaplibreMap,
  patterns: ReadonlyMap<string, string>,
  tiled?: SceneTiles['areas'],
): void {
  for (const [key, image] of patterns) {
    const id = patternLayer(key);
    const built = tiled
      ? { ...buildPatternLayer(key, image, sources.areas), 'source-layer': tiled.layer, minzoom: tiled.minZoom }
      : buildPatternLayer(key, image);
    if (!map.getLayer(id)) map.addLayer(built, tiled ? edgeLine : areaLine);
    else if (map.getPaintProperty(id, 'fill-pattern') !== image) map.setPaintProperty(id, 'fill-pattern', image);
  }
}

/** Changes the colour of the ground. */
export function setGround(map: MaplibreMap, color: string): void {
  map.setPaintProperty(background, 'background-color', color);
}

/**
 * One layer for each pattern and colour, over the fills.
 *
 * A distance field could take its colour from feature state and do with one layer for each pattern, but maplibre smooths
 * one by how it changes from pixel to pixel, which is nothing across a line a pixel wide: its lines come out jagged.
 */
function buildPatternLayer(key: string, image: string, source: string = sources.patterns): FillLayer {
  return {
    id: patternLayer(key),
    type: 'fill',
    source,
    filter: ['==', ['get', 'pattern'], key],
    paint: { 'fill-pattern': image, 'fill-antialias': false },
  };
}

/** Lines in the width that comes with them. */
function buildLine(
  id: string,
  source: string,
  color: ExpressionSpecification,
  names = { width: 'width', most: 'most' },
): LineLayer {
  return {
    id,
    type: 'line',
    source,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': growing(['get', names.width], ['get', names.most]) },
  };
}

function buildDashes(id: string, line: LineLayer): LineLayer {
  return { ...line, id, filter: ['==', ['get', 'dashed'], 1], paint: { ...line.paint, 'line-dasharray': dashes } };
}

/**
 * Where maplibre has the baseline of a line of text it centres, in ems under the middle: half an em above the glyphs'
 * origin, which it keeps 27.5 of 24 units over the baseline, and that 17 units over the middle.
 */
const maplibreBaseline = (27.5 - 17) / 24;

function buildText(source: string, fonts: readonly string[]): Layer {
  return {
    id: `text-${source}`,
    type: 'symbol',
    source,
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [
        'match',
        ['get', 'weight'],
        700,
        ['literal', ['Guatu bold', ...fonts]],
        600,
        ['literal', ['Guatu semibold', ...fonts]],
        ['literal', [...fonts]],
      ],
      'text-size': growing(['get', 'size'], largestText),
      'text-anchor': ['match', ['get', 'anchor'], 'start', 'left', 'end', 'right', 'center'],
      'text-offset': [0, BASELINE - maplibreBaseline],
      'text-max-width': 1000,
      'text-line-height': 1.2,
      'text-padding': 0,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      'symbol-z-order': 'source',
    },
    paint: {
      'text-color': ['to-color', ['coalesce', ['feature-state', 'color'], ['get', 'color']]],
      'text-halo-color': ['get', 'halo'],
      'text-halo-width': growing(['get', 'haloWidth'], widestHalo),
    },
  };
}
