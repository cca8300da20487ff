/** CRC-32 as gzip has it (ISO 3309), of every byte on its own. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xed_b8_83_20 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** Checksum of bytes: CRC-32, polynomial 0xEDB88320, from 0 to 2^32 − 1. */
export function checksumOf(bytes: Uint8Array): number {
  let rest = 0xff_ff_ff_ff;
  for (let at = 0; at < bytes.length; at++) {
    rest = (TABLE[(rest ^ (bytes[at] as number)) & 0xff] as number) ^ (rest >>> 8);
  }
  return ~rest >>> 0;
}
