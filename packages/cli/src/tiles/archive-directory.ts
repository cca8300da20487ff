import { gzipSync } from 'node:zlib';

/** Where the bytes of one tile are: `offset` from the beginning of the tile data. */
export interface TileEntry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
}

/** An entry of a directory; a run of 0 points to a leaf directory instead of a tile. */
interface Entry extends TileEntry {
  readonly run: number;
}

export interface Directories {
  readonly root: Uint8Array;
  /** All leaf directories, one after the other; empty where the root holds everything. */
  readonly leaves: Uint8Array;
}

/** Header and root directory must lie in the first 16 KiB of a file, which is what a reader asks for first. */
const ROOT_LIMIT = 16_384 - 127;
const FIRST_LEAF = 4096;

/**
 * The directories of a PMTiles archive, version 3: columns of varints, compressed. Entries that do not fit into the root
 * go into leaves.
 *
 * @param entries ascending by tile id
 * @param limit most bytes of the root
 */
export function writeDirectories(entries: readonly TileEntry[], limit = ROOT_LIMIT): Directories {
  const root = writeDirectory(entries.map((entry) => ({ ...entry, run: 1 })));
  if (root.length <= limit) return { root, leaves: new Uint8Array(0) };
  for (let size = FIRST_LEAF; ; size *= 2) {
    const directories = writeLeaves(entries, size);
    if (directories.root.length <= limit) return directories;
  }
}

function writeLeaves(entries: readonly TileEntry[], size: number): Directories {
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += size) {
    const inside = entries.slice(from, from + size);
    const leaf = writeDirectory(inside.map((entry) => ({ ...entry, run: 1 })));
    pointers.push({ tileId: inside[0]?.tileId ?? 0, offset, length: leaf.length, run: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: writeDirectory(pointers), leaves: Buffer.concat(leaves) };
}

function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const numbers: number[] = [entries.length];
  let last = 0;
  for (const { tileId } of entries) {
    numbers.push(tileId - last);
    last = tileId;
  }
  for (const { run } of entries) numbers.push(run);
  for (const { length } of entries) numbers.push(length);
  let end = -1;
  for (const { offset, length } of entries) {
    // 0 says that a tile follows the one before it
    numbers.push(offset === end ? 0 : offset + 1);
    end = offset + length;
  }
  return gzipSync(writeVarints(numbers), { level: 9 });
}

/** Seven bits a byte, the lowest first; numbers go beyond 32 bits. */
function writeVarints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}
