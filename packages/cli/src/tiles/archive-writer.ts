import { createReadStream } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import { describeFileError } from '../input/find-sources.js';
import { keepTrack, loseTrack } from '../output/temporary-files.js';
import { writeDirectories } from './archive-directory.js';
import type { TileEntry } from './archive-directory.js';
import { writeHeader } from './archive-header.js';
import type { ArchiveFacts } from './archive-header.js';

/** A tile's place: zoom, column, row. */
export type TilePlace = readonly [z: number, x: number, y: number];

/** One zoom's tiles on their way into the archive. */
interface Spool {
  readonly path: string;
  readonly file: FileHandle;
  readonly entries: TileEntry[];
  size: number;
}

/**
 * Writes a clustered PMTiles archive, version 3. Tiles are kept on disk by zoom until all are there, because an archive
 * begins with the directory of what follows; the file appears under its name when it is complete.
 *
 * @example
 * const archive = await ArchiveWriter.open('areas.pmtiles');
 * try {
 *   await archive.add([3, 6, 2], gzipped);
 *   await archive.finish(facts, metadata);
 * } finally {
 *   await archive.close();
 * }
 */
export class ArchiveWriter {
  readonly #path: string;
  readonly #folder: string;
  readonly #spools = new Map<number, Spool>();

  private constructor(path: string, folder: string) {
    this.#path = path;
    this.#folder = folder;
  }

  /** @throws UsageError when the folder of the archive cannot be written to */
  static async open(path: string): Promise<ArchiveWriter> {
    try {
      const folder = await mkdtemp(join(dirname(path), '.guatu-tiles-'));
      keepTrack(folder);
      return new ArchiveWriter(path, folder);
    } catch (error) {
      throw describeFileError(path, error);
    }
  }

  /** Takes one tile; those of one zoom come in the order of their ids. */
  async add([z, x, y]: TilePlace, gzipped: Uint8Array): Promise<void> {
    const spool = this.#spools.get(z) ?? (await this.#startZoom(z));
    const tileId = zxyToTileId(z, x, y);
    const last = spool.entries.at(-1);
    if (last && last.tileId >= tileId) throw new RangeError(`tile ${z}/${x}/${y} comes after a later one`);
    spool.entries.push({ tileId, offset: spool.size, length: gzipped.length });
    spool.size += gzipped.length;
    try {
      await spool.file.write(gzipped);
    } catch (error) {
      throw describeFileError(this.#path, error);
    }
  }

  /**
   * Puts the archive together.
   *
   * @returns its size in bytes, and how many tiles it holds
   * @throws UsageError when it cannot be written
   */
  async finish(
    facts: Pick<ArchiveFacts, 'bounds'>,
    metadata: object,
  ): Promise<{ readonly size: number; readonly tiles: number }> {
    const zooms = [...this.#spools.keys()].sort((a, b) => a - b);
    const entries: TileEntry[] = [];
    let tiles = 0;
    for (const zoom of zooms) {
      const spool = this.#spools.get(zoom);
      for (const entry of spool?.entries ?? []) entries.push({ ...entry, offset: tiles + entry.offset });
      tiles += spool?.size ?? 0;
    }
    const { root, leaves } = writeDirectories(entries);
    const described = gzipSync(JSON.stringify(metadata));
    const lengths = { root: root.length, metadata: described.length, leaves: leaves.length, tiles };
    const zoomed = { ...facts, minZoom: zooms[0] ?? 0, maxZoom: zooms.at(-1) ?? 0 };
    const beginning = [writeHeader(zoomed, lengths, entries.length), root, described, leaves];
    try {
      await this.#assemble(beginning, zooms);
    } catch (error) {
      throw describeFileError(this.#path, error);
    }
    return { size: beginning.reduce((sum, { length }) => sum + length, tiles), tiles: entries.length };
  }

  /** Removes what is not part of the archive. */
  async close(): Promise<void> {
    for (const { file } of this.#spools.values()) await file.close();
    this.#spools.clear();
    await rm(this.#folder, { recursive: true, force: true });
    loseTrack(this.#folder);
  }

  async #startZoom(zoom: number): Promise<Spool> {
    const path = join(this.#folder, `${zoom}.tiles`);
    const spool = { path, file: await open(path, 'w'), entries: [], size: 0 };
    this.#spools.set(zoom, spool);
    return spool;
  }

  async #assemble(beginning: readonly Uint8Array[], zooms: readonly number[]): Promise<void> {
    const whole = join(this.#folder, 'archive');
    const file = await open(whole, 'w');
    try {
      for (const part of beginning) await file.write(part);
      for (const zoom of zooms) {
        for await (const chunk of createReadStream(this.#spools.get(zoom)?.path ?? ''))
          await file.write(chunk as Uint8Array);
      }
    } finally {
      await file.close();
    }
    await rename(whole, this.#path);
  }
}
