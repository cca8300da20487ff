import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLines, positionOf, scanJson } from './scan-json.js';

const ignore = (): void => {};

describe('scanJson', () => {
  test.each([
    ['{"a": [1, 2, {"b": null}], "c": "x\\"y"}', -1],
    ['[]', -1],
    ['  "text"  ', -1],
    ['', 0],
    ['{', 1],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{a: 1}', 1],
    ['{"a" 1}', 5],
    ['[1, 2}', 5],
    ['"open', 0],
    ['1 1', 2],
    ['{"a": tru}', 6],
    ['"line\nbreak"', 0],
    ["{'a': 1}", 1],
  ])('%s is wrong at %d', (text, offset) => {
    expect(scanJson(text, ignore)).toBe(offset);
  });

  test('agrees with JSON.parse on every text', () => {
    const near = fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '0.5', 'e1', 'true', ' ', '\n', '\\'),
        {
          maxLength: 14,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.json(), fc.string()), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(scanJson(text, ignore) === -1).toBe(valid);
      }),
      { numRuns: 1000 },
    );
  });

  test('survives a long text', () => {
    const text = JSON.stringify({ a: 'x\\'.repeat(500_000) });
    expect(scanJson(text, ignore)).toBe(-1);
  });
});

describe('findLines', () => {
  const text = '{\n  "targets": [\n    { "id": "a" },\n    { "id": "b",\n      "odd key": 1 }\n  ]\n}';

  test('finds the lines of the paths asked for', () => {
    const paths = new Set(['targets', 'targets[1].id', 'targets[1]["odd key"]', 'targets[7]']);
    expect([...findLines(text, paths)]).toEqual([
      ['targets', 2],
      ['targets[1].id', 4],
      ['targets[1]["odd key"]', 5],
    ]);
  });

  test('line and column count from 1', () => {
    expect(positionOf(text, 0)).toEqual({ line: 1, column: 1 });
    expect(positionOf(text, 4)).toEqual({ line: 2, column: 3 });
  });
});
