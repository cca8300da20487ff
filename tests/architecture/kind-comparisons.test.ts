// What is known of a kind is asked of its registry: outside of it nobody compares a measure or criterion with a name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CRITERIA } from '../../packages/core/src/criterion/index.js';
import { MEASURES } from '../../packages/core/src/measure/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kinds = [...Object.keys(MEASURES), ...Object.keys(CRITERIA)].join('|');
const comparison = new RegExp(String.raw`\.kind\s*[!=]==\s*'(?:${kinds})'|'(?:${kinds})'\s*[!=]==\s*\S+\.kind\b`);

function findComparisons(file: string): readonly string[] {
  return readFileSync(`${root}/${file}`, 'utf8')
    .split('\n')
    .flatMap((line, index) => (comparison.test(line) ? `${file}:${index + 1}` : []));
}

test('a comparison with the name of a kind is found', () => {
  expect(comparison.test("if (criterion.kind === 'every') return;")).toBe(true);
  expect(comparison.test("if (schedule.kind === 'by') return;")).toBe(false);
});

function listSources(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const src = join(folder, name, 'src');
    const files = readdirSync(join(root, src), { recursive: true, encoding: 'utf8' });
    return files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => join(src, file));
  });
}

test('no file outside the registries compares a kind with its name', () => {
  const files = [...listSources('packages'), ...listSources('apps')].filter(
    (file) => !/core\/src\/(?:measure|criterion)\//.test(file),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(findComparisons)).toEqual([]);
});
