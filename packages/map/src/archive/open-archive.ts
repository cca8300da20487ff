import { bytesToHeader, PMTiles, SharedPromiseCache, TileType } from 'pmtiles';
import type { Header, Source } from 'pmtiles';
import type { TiledBoundaries, TiledLayer } from '../geometry/tiled-boundaries.js';
import { ArchiveError } from './archive-error.js';
import { checkDirectory, inflateUpTo } from './inflate.js';
import { RangeSource } from './range-source.js';
import type { Fetcher } from './range-source.js';
import { readOverview } from './read-overview.js';

/** An archive that stands open: what was read of it, and its tiles. */
export interface OpenArchive {
  readonly boundaries: TiledBoundaries;
  /** The bytes of a tile, `null` where there is none. @throws ArchiveError */
  readonly readTile: (z: number, x: number, y: number, signal?: AbortSignal) => Promise<Uint8Array | null>;
}

const HEADER_LENGTH = 127;

/** Tiles kept as they came, so that a change of colours fetches nothing. */
const KEPT_TILES = 128;

const opened = new Map<string, Promise<OpenArchive>>();

/**
 * Opens an archive of vector tiles: reads its header, its description and the overview of its areas, by ranges.
 *
 * @param url absolute
 * @throws ArchiveError when there is nothing that can be drawn
 */
export function openArchive(url: string, fetcher?: Fetcher): Promise<OpenArchive> {
  const opening = open(url, fetcher);
  opened.set(url, opening);
  opening.catch(() => {
    if (opened.get(url) === opening) opened.delete(url);
  });
  return opening;
}

/** The archive that was opened last under an address; opens it where nobody has. */
export function archiveAt(url: string): Promise<OpenArchive> {
  return opened.get(url) ?? openArchive(url);
}

async function open(url: string, fetcher: Fetcher | undefined): Promise<OpenArchive> {
  const source = new RangeSource(url, fetcher);
  const head = (await source.getBytes(0, HEADER_LENGTH)).data;
  checkMagic(new Uint8Array(head));
  checkHeader(bytesToHeader(head), source.size);
  const archive = bound(source);
  const header = await understand(() => archive.getHeader());
  const metadata = await understand(() => archive.getMetadata());
  const layers = listLayers(metadata, header);
  if (Object.keys(layers).length === 0) throw new ArchiveError('tiles-no-layer');
  const tiles = new TileShelf(archive);
  const readTile = (z: number, x: number, y: number, signal?: AbortSignal): Promise<Uint8Array | null> =>
    tiles.read(z, x, y, signal);
  const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
  const facts = {
    kind: 'pmtiles',
    url,
    bounds: [minLon, minLat, maxLon, maxLat],
    minZoom,
    maxZoom,
    layers,
    notice: noticeOf(metadata),
  } as const;
  return { boundaries: { ...facts, ...(await readOverview(facts, readTile)) }, readTile };
}

/** Bytes that a directory, and a tile or the description, inflate to at most. */
const [MOST_IN_DIRECTORY, MOST_IN_PART] = [16_000_000, 32_000_000] as const;
/** Directories kept, each of some thousand tiles. */
const KEPT_DIRECTORIES = 100;

/** A reader of an archive that takes nothing of what the archive says of itself for granted. */
function bound(source: Source): PMTiles {
  const plainly = new PMTiles(source).decompress;
  const cache = new SharedPromiseCache(
    KEPT_DIRECTORIES,
    undefined,
    checkDirectory(inflateUpTo(MOST_IN_DIRECTORY, plainly)),
  );
  return new PMTiles(source, cache, inflateUpTo(MOST_IN_PART, plainly));
}

/** What the library says of an archive it cannot read, as one of our own errors. */
async function understand<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError('tiles-broken', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function checkMagic(head: Uint8Array): void {
  const text = new TextDecoder().decode(head);
  if (/^\s*</.test(text)) throw new ArchiveError('source-html');
  if (!text.startsWith('PMTiles'))
    throw new ArchiveError('tiles-not-pmtiles', { got: text.slice(0, 12).replaceAll(/[^\x20-\x7e]/g, '·') });
  if (head[7] !== 3) throw new ArchiveError('tiles-not-pmtiles', { got: `PMTiles ${head[7]}` });
  if (head.length < HEADER_LENGTH)
    throw new ArchiveError('tiles-truncated', { needed: HEADER_LENGTH, got: head.length });
}

/** What a reader asks for first, and where the root directory ends: PMTiles specification, version 3. */
const ROOT_END = 16_384;
/** Bytes of a description, compressed. */
const MOST_METADATA = 4_000_000;
/** Deeper zooms have no numbers for their tiles. */
const DEEPEST = 26;

function checkHeader(header: Header, size: number | null): void {
  const {
    tileType,
    tileDataOffset,
    tileDataLength = 0,
    rootDirectoryOffset,
    rootDirectoryLength,
    jsonMetadataLength,
    minZoom,
    maxZoom,
  } = header;
  if (tileType !== TileType.Mvt) throw new ArchiveError('tiles-not-vector');
  const needed = tileDataOffset + tileDataLength;
  if (size !== null && size < needed) throw new ArchiveError('tiles-truncated', { needed, got: size });
  const broken = (reason: string): never => {
    throw new ArchiveError('tiles-broken', { reason });
  };
  if (rootDirectoryOffset < HEADER_LENGTH || rootDirectoryOffset + rootDirectoryLength > ROOT_END)
    broken(`its root directory of ${rootDirectoryLength} bytes does not lie in the first ${ROOT_END}`);
  if (jsonMetadataLength > MOST_METADATA)
    broken(`its description has ${jsonMetadataLength} bytes, more than ${MOST_METADATA}`);
  if (!(minZoom <= maxZoom && maxZoom <= DEEPEST)) broken(`its zooms go from ${minZoom} to ${maxZoom}`);
}

/**
 * Which layer holds which level: as `guatu tiles` says it, else by the layers' names; a single layer of another name is
 * taken for villages.
 */
function listLayers(metadata: unknown, header: Header): TiledBoundaries['layers'] {
  const described = member(metadata, 'vector_layers');
  const ids = (Array.isArray(described) ? described : []).map((layer: unknown) => ({
    id: textOf(member(layer, 'id')),
    from: numberOf(member(layer, 'minzoom')),
  }));
  const ours = member(member(metadata, 'guatu'), 'levels');
  const find = (level: 'village' | 'township', name: string): TiledLayer | undefined => {
    const own = member(ours, level);
    const id = textOf(member(own, 'layer')) || ids.find((layer) => layer.id === name)?.id || '';
    if (id === '') return undefined;
    const from = (layer: string): number => ids.find((known) => known.id === layer)?.from ?? header.minZoom;
    const [points, overview] = [textOf(member(own, 'points')), textOf(member(own, 'overview'))];
    return {
      layer: id,
      minZoom: from(id),
      ...(points !== '' && { points: { layer: points, minZoom: from(points) } }),
      ...(overview !== '' && { overview }),
    };
  };
  const [only] = ids;
  const village = find('village', 'villages');
  const township = find('township', 'townships');
  if (!village && !township && only && ids.length === 1)
    return { village: { layer: only.id, minZoom: only.from ?? header.minZoom } };
  return { ...(village && { village }), ...(township && { township }) };
}

function noticeOf(metadata: unknown): string {
  return textOf(member(member(metadata, 'guatu'), 'notice'));
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** Tiles by their place, the most recently used ones kept. */
class TileShelf {
  readonly #archive: PMTiles;
  readonly #kept = new Map<string, Promise<Uint8Array | null>>();

  constructor(archive: PMTiles) {
    this.#archive = archive;
  }

  async read(z: number, x: number, y: number, signal?: AbortSignal): Promise<Uint8Array | null> {
    const key = `${z}/${x}/${y}`;
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const reading =
      known ??
      understand(() => this.#archive.getZxy(z, x, y, signal)).then((tile) => (tile ? new Uint8Array(tile.data) : null));
    this.#kept.set(key, reading);
    // what was broken off or failed is asked for again
    reading.catch(() => this.#kept.get(key) === reading && this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_TILES && oldest !== undefined) this.#kept.delete(oldest);
    return reading;
  }
}
