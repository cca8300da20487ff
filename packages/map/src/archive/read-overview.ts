import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { projectLatitude, projectLongitude } from '../geometry/mercator.js';
import type { TiledBoundaries, TiledLayer } from '../geometry/tiled-boundaries.js';
import { ArchiveError } from './archive-error.js';

type ReadTile = (z: number, x: number, y: number) => Promise<Uint8Array | null>;
type Level = 'village' | 'township';
type Feature = ReturnType<VectorTile['layers'][string]['feature']>;

type Facts = Omit<TiledBoundaries, 'overview' | 'hasVillages'>;

/** Most tiles, and areas or parts of them, that are read for a first picture. */
const MOST_TILES = 16;
const MOST_PARTS = 100_000;
/** Of an archive without an overview the shapes are taken from a zoom that fills a wide screen. */
const BEYOND_FIT = 2;

/**
 * Reads the areas a map shows first. An archive of `guatu tiles` has them whole in the tiles of its coarsest zoom; of
 * another one they are put together from the parts its tiles hold, as long as there are few enough.
 */
export async function readOverview(
  archive: Facts,
  readTile: ReadTile,
): Promise<Pick<TiledBoundaries, 'overview' | 'hasVillages'>> {
  const { village, township } = archive.layers;
  const levels = (
    [
      ['township', township],
      ['village', village],
    ] as const
  ).flatMap(([level, layer]) => (layer ? [{ level, layer }] : []));
  const ours = levels.some(({ layer }) => layer.overview !== undefined);
  const zoom = ours ? archive.minZoom : chooseZoom(archive);
  const found = { township: [] as object[], village: [] as object[] };
  for (const [x, y] of listTiles(archive.bounds, zoom)) {
    const bytes = await readTile(zoom, x, y);
    if (!bytes) continue;
    const tile = decode(bytes);
    for (const { level, layer } of levels)
      for (const feature of readLayer(tile, { level, layer, ours, place: [zoom, x, y] })) found[level].push(feature);
    if (found.village.length > MOST_PARTS) break;
  }
  // a part of them would be a map with holes
  const [townships = [], villages = []] = [found.township, found.village].map((parts) =>
    parts.length > MOST_PARTS ? [] : parts,
  );
  return {
    overview: { type: 'FeatureCollection', features: [...townships, ...villages] },
    hasVillages: villages.length > 0,
  };
}

function readLayer(
  { layers }: VectorTile,
  {
    level,
    layer,
    ours,
    place: [z, x, y],
  }: {
    readonly level: Level;
    readonly layer: TiledLayer;
    readonly ours: boolean;
    readonly place: readonly [number, number, number];
  },
): readonly object[] {
  const source = layers[ours ? (layer.overview ?? '') : layer.layer];
  if (!source) return [];
  return Array.from({ length: Math.min(source.length, MOST_PARTS + 1) }, (_, index) => {
    const feature: Feature = source.feature(index);
    const { type, geometry, properties } = feature.toGeoJSON(x, y, z);
    return { type, geometry, properties: { level, ...properties } };
  });
}

/** @throws ArchiveError for bytes that are no vector tile */
function decode(bytes: Uint8Array): VectorTile {
  try {
    return new VectorTile(new PbfReader(bytes));
  } catch (error) {
    throw new ArchiveError('tiles-broken', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function chooseZoom({ bounds, minZoom, maxZoom }: Facts): number {
  let zoom = Math.min(maxZoom, Math.max(minZoom, Math.floor(-Math.log2(spanOf(bounds))) + BEYOND_FIT));
  while (zoom > minZoom && countTiles(bounds, zoom) > MOST_TILES) zoom -= 1;
  return zoom;
}

function spanOf([west, south, east, north]: TiledBoundaries['bounds']): number {
  return Math.max((east - west) / 360, projectLatitude(south) - projectLatitude(north), 1e-9);
}

/** The first and the last column and row of the tiles a box reaches into. */
function rangeOf(
  [west, south, east, north]: TiledBoundaries['bounds'],
  zoom: number,
): readonly [left: number, right: number, top: number, bottom: number] {
  const count = 2 ** zoom;
  const limit = (share: number): number => Math.max(0, Math.min(count - 1, Math.floor(share * count) || 0));
  return [
    limit(projectLongitude(west)),
    limit(projectLongitude(east)),
    limit(projectLatitude(north)),
    limit(projectLatitude(south)),
  ];
}

function countTiles(bounds: TiledBoundaries['bounds'], zoom: number): number {
  const [left, right, top, bottom] = rangeOf(bounds, zoom);
  return Math.max(0, right - left + 1) * Math.max(0, bottom - top + 1);
}

/** No more than are read: of the whole world at a deep zoom there would be billions. */
function listTiles(bounds: TiledBoundaries['bounds'], zoom: number): readonly (readonly [x: number, y: number])[] {
  const [left, right, top, bottom] = rangeOf(bounds, zoom);
  const found: [number, number][] = [];
  for (let x = left; x <= right && found.length < MOST_TILES; x++) {
    for (let y = top; y <= bottom && found.length < MOST_TILES; y++) found.push([x, y]);
  }
  return found;
}
