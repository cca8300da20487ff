import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mutants } from './mutants.js';
import { Symbols } from './symbols.js';

const folder = mkdtempSync(join(tmpdir(), 'guatu-symbols-'));
writeFileSync(
  join(folder, 'one.ts'),
  'export function add(a: number, b: number): number {\n  return a + b;\n}\n\nconst LIST = [\n  1,\n  2,\n];\n',
);
writeFileSync(join(folder, 'two.ts'), 'function add(a: number): number {\n  return a - 1;\n}\n');

describe('edits by symbol', () => {
  test('are made where their text stands, however its lines are broken', async () => {
    const symbols = await Symbols.read(folder);
    const changed = symbols.apply([
      { symbol: 'add', find: 'return a + b;', replace: 'return a * b;' },
      { symbol: 'LIST', find: '[1, 2]', replace: '[3]' },
    ]);
    expect([...changed]).toEqual([
      [
        join(folder, 'one.ts'),
        'export function add(a: number, b: number): number {\n  return a * b;\n}\n\nconst LIST = [3];\n',
      ],
    ]);
  });

  test('are refused where the symbol is unknown, and where the text is not there once', async () => {
    const symbols = await Symbols.read(folder);
    const apply = (symbol: string, find: string) => () => symbols.apply([{ symbol, find, replace: '' }]);
    expect(apply('take', 'return')).toThrow('nothing is declared as take');
    expect(apply('add', 'return')).toThrow('add: expected the text to replace once, found it 2 times');
    expect(apply('LIST', 'return')).toThrow('found it 0 times');
  });
});

test('every mutant finds its place', async () => {
  const symbols = await Symbols.read(fileURLToPath(new URL('../../packages/core/src', import.meta.url)));
  const lost = Object.values(mutants)
    .flat()
    .flatMap(({ name, edits }) =>
      edits.flatMap((edit) => {
        try {
          symbols.locate(edit);
          return [];
        } catch (error) {
          return [`${name}: ${(error as Error).message}`];
        }
      }),
    );
  expect(lost).toEqual([]);
});
