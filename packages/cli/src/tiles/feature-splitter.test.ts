import { describe, expect, test } from 'vitest';
import { FeatureSplitter } from './feature-splitter.js';

/** Reads a file in chunks of so many bytes. */
function split(text: string, size: number) {
  const splitter = new FeatureSplitter();
  const bytes = Buffer.from(text);
  const features: { index: number; text: string }[] = [];
  for (let from = 0; from < bytes.length; from += size)
    features.push(...splitter.push(bytes.subarray(from, from + size)));
  return { features, rest: splitter.end() };
}

const collection = `{"type": "FeatureCollection", "notice": "a \\"{[\\" b", "crs": {"features": [1, 2]},
  "features": [ {"a": "}],{", "b": [[1, 2], [3]]} , {"名": "村\\\\"},null ], "fictional": true}`;

describe('FeatureSplitter', () => {
  test.each([1, 2, 3, 7, 64, 4096])('finds every feature whatever the chunks: %i bytes', (size) => {
    const { features, rest } = split(collection, size);
    expect(features.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { a: '}],{', b: [[1, 2], [3]] },
      { 名: '村\\' },
      null,
    ]);
    expect(features.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(rest).toMatchObject({ complete: true, features: 3 });
    expect(JSON.parse(rest.text)).toEqual({
      type: 'FeatureCollection',
      notice: 'a "{[" b',
      crs: { features: [1, 2] },
      features: [],
      fictional: true,
    });
  });

  test('a file that is no collection is kept as it is', () => {
    const topology =
      '{"type":"Topology","objects":{"features":{"type":"GeometryCollection","geometries":[]}},"arcs":[[[0,0]]]}';
    expect(split(topology, 5)).toEqual({ features: [], rest: { complete: true, text: topology, features: null } });
  });

  test('a file that ends too early is told, and what came before is there', () => {
    const { features, rest } = split('{"type":"FeatureCollection","features":[{"a":1},{"b":', 9);
    expect(features).toEqual([{ index: 0, text: '{"a":1}' }]);
    expect(rest).toMatchObject({ complete: false, features: 1 });
  });

  test('an empty collection holds none', () => {
    expect(split('{"features":[ ]}', 4)).toEqual({
      features: [],
      rest: { complete: true, text: '{"features":[]}', features: 0 },
    });
  });
});
