import { quoteError } from '../diagnostic/quote-value.js';
import { BoardFileFault } from './board-file-fault.js';
import { SIGNATURE } from './layout.js';
import { platform } from './platform.js';

/** How many times its size a packed file may unpack to; files that unpack to more are left unpacked by whoever packs them. */
export const MOST_GROWTH = 200;

/** Whether bytes are packed by gzip. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Whether bytes begin as a board file does, packed or not; the first two are enough to tell it from a text. */
export function startsBoardFile(bytes: Uint8Array): boolean {
  return isPacked(bytes) || SIGNATURE.slice(0, 2).every((byte, at) => bytes[at] === byte);
}

/** Unpacks gzip, no further than it may grow. @throws BoardFileFault */
export async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const { DecompressionStream } = platform;
  if (!DecompressionStream) throw new BoardFileFault('board-file-no-gzip');
  const { writable, readable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // what is wrong with the bytes is told by the reader as well
  const ignore = (): void => undefined;
  writer.write(bytes).catch(ignore);
  writer.close().catch(ignore);
  return readAll(readable.getReader(), bytes.length * MOST_GROWTH);
}

type Reader = ReturnType<InstanceType<NonNullable<typeof platform.DecompressionStream>>['readable']['getReader']>;

async function readAll(reader: Reader, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await readPart(reader);
    if (done || !value) return join(parts, length);
    length += value.length;
    parts.push(value);
    if (length <= most) continue;
    await reader.cancel().catch(() => undefined);
    throw new BoardFileFault('board-file-grows', { times: MOST_GROWTH });
  }
}

async function readPart(reader: Reader): ReturnType<Reader['read']> {
  try {
    return await reader.read();
  } catch (error) {
    throw new BoardFileFault('board-file-unpack', { why: quoteError(error) });
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
