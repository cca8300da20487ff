import { open } from 'node:fs/promises';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';

/** A file on disk as the library reads archives: by ranges. */
class FileRanges implements Source {
  constructor(private readonly path: string) {}

  getKey(): string {
    return this.path;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const file = await open(this.path);
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return { data: bytes.buffer.slice(0, bytesRead) };
    } finally {
      await file.close();
    }
  }
}

/** Opens an archive with the library that maps read it with. */
export function openArchiveFile(path: string): PMTiles {
  return new PMTiles(new FileRanges(path));
}

/** A tile's layers; nothing where the archive has no such tile. */
export async function readTile(
  archive: PMTiles,
  [z, x, y]: readonly [number, number, number],
): Promise<VectorTile['layers'] | undefined> {
  const tile = await archive.getZxy(z, x, y);
  return tile && new VectorTile(new PbfReader(tile.data)).layers;
}
