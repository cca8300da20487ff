import { checksumOf } from '../checksum.js';
import { align, AT, PREFIX } from '../layout.js';

/** A file of which header or bytes were changed by somebody who knows the format: lengths and checksum agree again. */
export function rewriteBoard(
  bytes: Uint8Array,
  change: { readonly header?: (header: unknown) => unknown; readonly columns?: (columns: Uint8Array) => Uint8Array },
): Uint8Array {
  const { header = (same) => same, columns = (same) => same } = change;
  const end = PREFIX + new DataView(bytes.buffer, bytes.byteOffset).getUint32(AT.headerLength, true);
  const own: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, end)));
  return writeBoard(bytes, JSON.stringify(header(own)), columns(bytes.slice(end)));
}

/** The same with a header of any text. */
export function writeBoard(bytes: Uint8Array, header: string, columns: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(header);
  const begin = align(PREFIX + text.length);
  const written = new Uint8Array(begin + columns.length).fill(0x20, 0, begin);
  written.set(bytes.subarray(0, PREFIX));
  written.set(text, PREFIX);
  written.set(columns, begin);
  return sealBoard(written, begin - PREFIX);
}

/** Sets lengths and checksum. */
export function sealBoard(written: Uint8Array, headerLength: number): Uint8Array {
  const view = new DataView(written.buffer);
  view.setUint32(AT.headerLength, headerLength, true);
  view.setUint32(AT.length, written.length, true);
  view.setUint32(AT.checksum, checksumOf(written.subarray(AT.headerLength)), true);
  return written;
}
