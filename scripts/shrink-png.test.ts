import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decode, shrinkPng } from './shrink-png.mjs';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of RGB rows, each given with its filter. */
function png(width: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

test('takes back each of the five filters', () => {
  // two pixels a row, worked by hand after the specification: none, left, up, average, Paeth
  const rows = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 1, 1, 1], // (10 20 30) (11 21 31)
    [2, 5, 5, 5, 5, 5, 5], // (15 25 35) (16 26 36)
    [3, 1, 1, 1, 0, 0, 0], // 1 + 15>>1 = 8, 13, 18; (8+16)>>1 = 12, 19, 27
    [4, 2, 2, 2, 3, 3, 3], // up: 10 15 20; left 10, up 12, corner 8: p = 14, nearest up 12 → 15; 15,19,13: p=21 → up 22; 20,27,18: p=29 → up 30
  ];
  expect([...decode(png(2, rows)).pixels]).toEqual([10, 20, 30, 40, 50, 60, 10, 20, 30, 11, 21, 31, 15, 25, 35, 16, 26, 36, 8, 13, 18, 12, 19, 27, 10, 15, 20, 15, 22, 30]);
});

test('few colours stay as they are, the most frequent first', () => {
  const shrunk = shrinkPng(png(3, [[0, 255, 0, 0, 0, 0, 255, 0, 0, 255]]));
  const palette = shrunk.subarray(shrunk.indexOf('PLTE') + 4);
  expect([...palette.subarray(0, 6)]).toEqual([0, 0, 255, 255, 0, 0]);
  const data = shrunk.indexOf('IDAT');
  const rows = inflateSync(shrunk.subarray(data + 4, data + 4 + shrunk.readUInt32BE(data - 4)));
  expect([...rows]).toEqual([0, 1, 0, 0]);
});

test('of more than 256 colours the rare ones take the nearest', () => {
  // 256 greys twice, and once a colour one step from black
  const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey]).flat();
  const shrunk = shrinkPng(png(513, [[0, ...greys, ...greys, 1, 0, 0]]));
  const data = shrunk.indexOf('IDAT');
  const rows = inflateSync(shrunk.subarray(data + 4, data + 4 + shrunk.readUInt32BE(data - 4)));
  expect(rows[513]).toBe(0);
  expect(rows[256]).toBe(255);
});

test('a rare colour that is like no other stays', () => {
  const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey]).flat();
  const shrunk = shrinkPng(png(513, [[0, ...greys, ...greys, 200, 0, 0]]));
  const palette = shrunk.subarray(shrunk.indexOf('PLTE') + 4, shrunk.indexOf('IDAT') - 8);
  expect([...palette].join()).toContain('200,0,0');
});

test('says which PNG it does not read', () => {
  const deep = png(1, [[0, 0, 0, 0]]);
  deep[24] = 16;
  expect(() => decode(deep)).toThrow('a PNG of depth 16 and type 2 is not read here');
});
