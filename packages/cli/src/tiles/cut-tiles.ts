import GeoJSONVT from 'geojson-vt';
import { zxyToTileId } from 'pmtiles';
import type { SceneRings } from '@guatu/map/scene';
import type { TilePlace } from './archive-writer.js';
import type { Zooms } from './choose-zooms.js';
import type { TileFeature, TileLayer } from './encode-tile.js';
import type { ShapeStore, TileLevel } from './shape-store.js';
import { LAYERS, toDegrees } from './tile-shapes.js';
import type { ShapePlaces, WorldBox } from './tile-shapes.js';

export interface CutTile {
  readonly place: TilePlace;
  readonly layers: readonly TileLayer[];
}

/** Units in the width of a tile, and how far shapes go on beyond its edge. */
const [EXTENT, BUFFER] = [4096, 64];
/** Corners closer than this to the line between their neighbours are left out at coarser zooms, in units: three quarters of a pixel. */
const TOLERANCE = 6;
/** Shapes that are held at once, about. */
const SHAPES_IN_PART = 8000;

/** What is cut. */
export interface Cutting {
  readonly store: ShapeStore;
  readonly places: ShapePlaces;
  readonly zooms: Zooms;
}

export interface CutOptions {
  /** What the tiles of the coarsest zoom hold besides. */
  readonly overview: (place: TilePlace) => readonly TileLayer[];
  /** Told the share that is done, 0…1, before each part. */
  readonly onPart: (share: number) => void;
}

/**
 * Cuts shapes into tiles, part by part: of a part only its own shapes are held as nested arrays. Parts come in the order
 * of their first tile, and the tiles of each zoom in the order of their ids.
 */
export function* cutTiles({ store, places, zooms }: Cutting, { overview, onPart }: CutOptions): Generator<CutTile> {
  const levels = (['township', 'village'] as const).map((level) => ({
    level,
    // an enclave comes after what encloses it, and so lies over it
    shapes: places.largestFirst(store.names.flatMap((names, shape) => (names.level === level ? [shape] : []))),
  }));
  const parts = listParts({ store, places, zooms });
  for (const [done, { place, depth }] of parts.entries()) {
    onPart(done / parts.length);
    const [zoom] = place;
    const indices = levels
      .filter(({ level }) => level === 'township' || zoom >= zooms.villages)
      .map(({ level, shapes }) => ({
        level,
        index: indexShapes(store, places, places.within(buffered(place), shapes), zooms.max),
      }))
      .filter(({ index: shapes }) => shapes !== null);
    const tiles: CutTile[] = [];
    const cut = (at: TilePlace): readonly TileLayer[] => [
      ...(at[0] === zooms.min ? overview(at) : []),
      ...indices.flatMap(({ level, index: shapes }) => cutLevel(shapes, level, at, at[0] >= zooms.points[level])),
    ];
    collectTiles(place, depth, cut, tiles);
    yield* tiles.sort((a, b) => zxyToTileId(...a.place) - zxyToTileId(...b.place));
  }
}

interface Part {
  readonly place: TilePlace;
  /** The deepest zoom it is cut down to. */
  readonly depth: number;
}

/** Tiles with everything below them, from where there are few enough shapes in one; before that, tiles alone. */
function listParts({ store, places, zooms }: Cutting): readonly Part[] {
  const [x0, y0, x1, y1] = places.bounds();
  const crowded = Math.ceil(Math.log2(store.size / SHAPES_IN_PART / Math.max((x1 - x0) * (y1 - y0), 1e-18)) / 2);
  const whole = Math.min(zooms.max, Math.max(zooms.villages, crowded));
  const parts: Part[] = [];
  for (let zoom = zooms.min; zoom <= whole; zoom++) {
    for (const place of listTiles([x0, y0, x1, y1], zoom))
      parts.push({ place, depth: zoom === whole ? zooms.max : zoom });
  }
  return parts;
}

interface LevelIndex {
  readonly areas: GeoJSONVT;
  readonly points: GeoJSONVT;
}

function indexShapes(
  store: ShapeStore,
  places: ShapePlaces,
  shapes: readonly number[],
  maxZoom: number,
): LevelIndex | null {
  if (shapes.length === 0) return null;
  const options = { maxZoom, indexMaxZoom: 0, indexMaxPoints: 0, extent: EXTENT, buffer: BUFFER, tolerance: TOLERANCE };
  const collect = (geometryOf: (shape: number) => GeoJSON.Geometry): GeoJSONVT => {
    const features = shapes.map((shape) => ({
      type: 'Feature' as const,
      properties: propertiesOf(store, shape),
      geometry: geometryOf(shape),
    }));
    return new GeoJSONVT({ type: 'FeatureCollection', features }, options);
  };
  return {
    areas: collect((shape) => ({ type: 'MultiPolygon', coordinates: nest(store.polygonsOf(shape)) })),
    points: collect((shape) => ({ type: 'Point', coordinates: toDegrees(places.innerOf(shape)) })),
  };
}

/** Only what is there: a township has no parent among the layers. */
export function propertiesOf({ names }: ShapeStore, shape: number): Readonly<Record<string, string>> {
  const { code = '', name = '', parent = '' } = names[shape] ?? {};
  return { code, name, ...(parent !== '' && { parent }) };
}

function cutLevel(index: LevelIndex | null, level: TileLevel, place: TilePlace, named: boolean): readonly TileLayer[] {
  if (!index) return [];
  const layer = (name: string, shapes: GeoJSONVT): readonly TileLayer[] => {
    const features = shapes.getTileRaw(...place)?.features.flatMap(readFeature) ?? [];
    return features.length === 0 ? [] : [{ name, extent: EXTENT, features }];
  };
  return [...layer(LAYERS[level].areas, index.areas), ...(named ? layer(LAYERS[level].points, index.points) : [])];
}

type RawFeature = NonNullable<ReturnType<GeoJSONVT['getTileRaw']>>['features'][number];

function readFeature(feature: RawFeature): readonly TileFeature[] {
  const properties = feature.tags as TileFeature['properties'];
  if (feature.type === 4) return [{ type: 1, properties, rings: [[feature.x, feature.y]] }];
  return feature.type === 3 ? [{ type: 3, properties, rings: feature.geometry }] : [];
}

/** A tile and all below it that have something in them, down to a zoom. */
function collectTiles(
  place: TilePlace,
  depth: number,
  cut: (place: TilePlace) => readonly TileLayer[],
  tiles: CutTile[],
): void {
  const layers = cut(place).filter(({ features }) => features.length > 0);
  if (layers.length === 0) return;
  tiles.push({ place, layers });
  const [z, x, y] = place;
  if (z >= depth) return;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    collectTiles([z + 1, 2 * x + dx, 2 * y + dy], depth, cut, tiles);
}

/** The tiles of a zoom that a box reaches into, in the order of their ids. */
function listTiles([x0, y0, x1, y1]: WorldBox, zoom: number): readonly TilePlace[] {
  const count = 2 ** zoom;
  const limit = (value: number): number => Math.max(0, Math.min(count - 1, Math.floor(value * count)));
  const found: TilePlace[] = [];
  for (let x = limit(x0); x <= limit(x1); x++) for (let y = limit(y0); y <= limit(y1); y++) found.push([zoom, x, y]);
  return found.sort((a, b) => zxyToTileId(...a) - zxyToTileId(...b));
}

function buffered([z, x, y]: TilePlace): WorldBox {
  const [width, margin] = [2 ** -z, BUFFER / EXTENT];
  return [(x - margin) * width, (y - margin) * width, (x + 1 + margin) * width, (y + 1 + margin) * width];
}

function nest(polygons: readonly SceneRings[]): [number, number][][][] {
  return polygons.map((rings) =>
    rings.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, at): [number, number] => [ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0]),
    ),
  );
}
