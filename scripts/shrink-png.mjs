// A screenshot as a PNG of at most 256 colours: a third of the bytes, the same to the eye.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const PALETTE = 256;

/**
 * Writes a picture again with 256 of its colours; the rest take the nearest of them.
 *
 * @param {Buffer} png of 8 bits a channel, RGB or RGBA, not interlaced, as browsers write it; transparency is dropped
 * @returns {Buffer} a PNG with a palette; the same bytes for the same picture
 */
export function shrinkPng(png) {
  const { width, height, channels, pixels } = decode(png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  const colors = new Uint32Array(width * height);
  for (let index = 0; index < colors.length; index += 1) {
    const at = index * channels;
    const color = (((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)) >>> 0;
    colors[index] = color;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = choosePalette(counts);
  const places = new Map([...counts.keys()].map((color) => [color, findNearest(palette, color)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = places.get(colors[y * width + x] ?? 0) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    SIGNATURE,
    ...[
      ['IHDR', header],
      ['PLTE', table],
      ['IDAT', deflateSync(rows, { level: 9 })],
      ['IEND', Buffer.alloc(0)],
    ].map(([name, data]) => writeChunk(String(name), Buffer.from(data ?? ''))),
  ]);
}

/**
 * The most frequent colour of every eighth of each channel, so that a small red sign stays red, then the most frequent.
 *
 * @param {ReadonlyMap<number, number>} counts pixels of each colour
 */
function choosePalette(counts) {
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([color]) => color);
  /** @type {Set<number>} */
  const kinds = new Set();
  const first = ranked.filter((color) => kinds.size < kinds.add(color & 0xe0e0e0).size);
  return [...new Set([...first, ...ranked])].slice(0, PALETTE).sort((a, b) => ranked.indexOf(a) - ranked.indexOf(b));
}

/**
 * @param {readonly number[]} palette
 * @param {number} color as 0xRRGGBB
 * @returns {number} place of the color nearest to it
 */
function findNearest(palette, color) {
  const distance = (/** @type {number} */ other) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((color >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let nearest = 0;
  for (const [index, other] of palette.entries()) if (distance(other) < distance(palette[nearest] ?? 0)) nearest = index;
  return nearest;
}

/** @param {string} name @param {Buffer} data */
function writeChunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * The pixels of a PNG, with the filters of its rows taken back (PNG specification, section 9).
 *
 * @param {Buffer} png
 */
export function decode(png) {
  /** @type {Buffer[]} */
  const parts = [];
  let header = png.subarray(0, 13);
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') header = data;
    if (name === 'IDAT') parts.push(data);
  }
  const [width, height, depth, type] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  if (depth !== 8 || (type !== 2 && type !== 6) || header[12] !== 0) throw new Error(`a PNG of depth ${depth} and type ${type} is not read here`);
  const channels = type === 6 ? 4 : 3;
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(parts));
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const up = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (pixels[at - stride - channels] ?? 0);
      pixels[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return { width, height, channels, pixels };
}

/** @param {number} filter @param {number} left @param {number} up @param {number} corner */
function predict(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
