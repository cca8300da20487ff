/** What the header of an archive says besides where its parts are. */
export interface ArchiveFacts {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
}

/** Lengths of the parts, which follow the header in this order. */
export interface ArchiveLengths {
  readonly root: number;
  readonly metadata: number;
  readonly leaves: number;
  readonly tiles: number;
}

const HEADER_LENGTH = 127;

const GZIP = 2;
const VECTOR_TILES = 1;

/** The 127 bytes an archive begins with. Format: PMTiles specification, version 3. */
export function writeHeader(facts: ArchiveFacts, lengths: ArchiveLengths, tiles: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, 3);
  let [at, offset] = [8, HEADER_LENGTH];
  const put = (value: number): void => {
    view.setBigUint64(at, BigInt(value), true);
    at += 8;
  };
  for (const length of [lengths.root, lengths.metadata, lengths.leaves, lengths.tiles]) {
    put(offset);
    put(length);
    offset += length;
  }
  // addressed tiles, entries, contents: no two tiles share their bytes
  for (let count = 0; count < 3; count++) put(tiles);
  const {
    minZoom,
    maxZoom,
    bounds: [west, south, east, north],
  } = facts;
  const clustered = 1;
  for (const [index, byte] of [clustered, GZIP, GZIP, VECTOR_TILES, minZoom, maxZoom].entries())
    view.setUint8(96 + index, byte);
  const putDegrees = (position: number, degrees: number): void =>
    view.setInt32(position, Math.round(degrees * 1e7), true);
  for (const [index, degrees] of [west, south, east, north].entries()) putDegrees(102 + 4 * index, degrees);
  view.setUint8(118, minZoom);
  putDegrees(119, (west + east) / 2);
  putDegrees(123, (south + north) / 2);
  return bytes;
}
