import { Compression } from 'pmtiles';
import { ArchiveError } from './archive-error.js';

/** Takes the bytes of a part of an archive apart; the way the library does it by itself. */
export type Inflate = (bytes: ArrayBuffer, compression: Compression) => Promise<ArrayBuffer>;

/**
 * Inflates parts of an archive up to a size: a few kilobytes may stand for gigabytes of nothing.
 *
 * @param most bytes of what comes out
 * @param plainly what inflates where the browser has no streams for it
 * @returns a function that throws {@link ArchiveError} beyond the size
 */
export function inflateUpTo(most: number, plainly: Inflate): Inflate {
  return async (bytes, compression) => {
    if (compression !== Compression.Gzip) return checkSize(await plainly(bytes, compression), most);
    if (typeof DecompressionStream === 'undefined') {
      if (sizeSaid(bytes) > most) throw tooLarge(most);
      return checkSize(await plainly(bytes, compression), most);
    }
    const body = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip'));
    return body ? readUpTo(body, most, () => tooLarge(most)) : new ArrayBuffer(0);
  };
}

/** A directory, and not a count of entries that its bytes cannot hold: each takes four. */
export function checkDirectory(inflate: Inflate): Inflate {
  return async (bytes, compression) => {
    const directory = await inflate(bytes, compression);
    const counted = readCount(new Uint8Array(directory));
    if (counted * LEAST_ENTRY <= directory.byteLength) return directory;
    throw new ArchiveError('tiles-broken', {
      reason: `a directory of ${directory.byteLength} bytes says it has ${counted} entries`,
    });
  };
}

const LEAST_ENTRY = 4;

/** The number a directory begins with: seven bits a byte, the lowest first. */
function readCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < Math.min(10, bytes.length); at++) {
    const byte = bytes[at] ?? 0;
    count += (byte & 0x7f) * 2 ** (7 * at);
    if (byte < 0x80) return count;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Reads a stream to its end, or up to a size: then it is broken off.
 *
 * @throws what `refuse` makes, beyond the size
 */
export async function readUpTo(
  body: ReadableStream<Uint8Array>,
  most: number,
  refuse: (size: number) => Error,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size <= most) continue;
    await reader.cancel();
    throw refuse(size);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole.buffer;
}

/** What a gzip file says it inflates to, in its last four bytes. */
function sizeSaid(bytes: ArrayBuffer): number {
  return bytes.byteLength < 4 ? 0 : new DataView(bytes).getUint32(bytes.byteLength - 4, true);
}

function checkSize(bytes: ArrayBuffer, most: number): ArrayBuffer {
  if (bytes.byteLength > most) throw tooLarge(most);
  return bytes;
}

function tooLarge(most: number): ArchiveError {
  return new ArchiveError('tiles-broken', { reason: `a part of it inflates to more than ${most / 1e6} MB` });
}
