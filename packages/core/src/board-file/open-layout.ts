import { BoardFileFault, contentFault } from './board-file-fault.js';
import { checksumOf } from './checksum.js';
import type { fieldsOf } from './column-reader.js';
import { ALIGNMENT, AT, PREFIX, SIGNATURE, VERSION } from './layout.js';
import { platform } from './platform.js';

/** A file in its parts. */
export interface OpenedLayout {
  readonly header: ReturnType<typeof fieldsOf>;
  readonly columns: Uint8Array;
}

/**
 * Takes a file apart, once it is known to be one, of a known version, whole and undamaged.
 *
 * @param isChecked whether a checksum of all of it was compared already, as gzip has one
 * @throws BoardFileFault
 */
export function openLayout(bytes: Uint8Array, { isChecked }: { readonly isChecked: boolean }): OpenedLayout {
  if (!SIGNATURE.every((byte, at) => bytes[at] === byte)) throw new BoardFileFault('board-file-other');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < PREFIX) throw cutFault(PREFIX, bytes.length);
  const version = view.getUint32(AT.version, true);
  if (version !== VERSION) throw new BoardFileFault('board-file-version', { found: version, known: VERSION });
  const expected = view.getUint32(AT.length, true);
  if (expected !== bytes.length) throw cutFault(expected, bytes.length);
  if (!isChecked && view.getUint32(AT.checksum, true) !== checksumOf(bytes.subarray(AT.headerLength))) {
    throw new BoardFileFault('board-file-damaged');
  }
  const headerLength = view.getUint32(AT.headerLength, true);
  const end = PREFIX + headerLength;
  if (end > bytes.length || end % ALIGNMENT !== 0) throw contentFault('header');
  return { header: readHeader(bytes.subarray(PREFIX, end)), columns: bytes.subarray(end) };
}

function cutFault(expected: number, found: number): BoardFileFault {
  return new BoardFileFault('board-file-cut', { expected, found });
}

function readHeader(bytes: Uint8Array): OpenedLayout['header'] {
  try {
    const header: unknown = JSON.parse(new platform.TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof header === 'object' && header !== null) return header as OpenedLayout['header'];
  } catch {
    // no text, no JSON, or deeper than it can be read
  }
  throw contentFault('header');
}
