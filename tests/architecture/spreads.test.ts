import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../packages/', import.meta.url));

/** A list spread into arguments: 120,000 of them, and the call itself is an exception. */
const SPREAD = /\.(?:push|unshift|concat|splice|max|min|fromCharCode)\((?:[^(){}[\]]*, )?\.\.\./;

/** What is spread here has as many members as a sentence, a legend or a point: it does not grow with the data. */
const SMALL: readonly string[] = [
  'this.#letters', // MOST_LETTERS
  'toDegrees(',
  'convert(',
  'written', // lines of one area's name
  'labels', // stops a timeline has room for
  'matrix.nodes',
  'keys.nodes',
  'lines.map(', // lines of a legend's note
  'describeCell(',
];

function faultsOf(source: string): readonly string[] {
  return source.split('\n').filter((line) => SPREAD.test(line) && !SMALL.some((small) => line.includes(`...${small}`)));
}

test('no list that grows with the data is spread into arguments', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^[a-z]+[\\/]src[\\/]/.test(file) && file.endsWith('.ts') && !/\.test\.ts$|[\\/]testing[\\/]/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.flatMap((file) => faultsOf(readFileSync(root + file, 'utf8')).map((line) => `${file}: ${line.trim()}`)),
  ).toEqual([]);
});

test('such a line is seen', () => {
  expect(faultsOf('found.push(...rows);\nMath.max(0, ...figures.map(read));\nlabel(...keys.nodes);')).toHaveLength(2);
});
