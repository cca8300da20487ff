import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Chinese text has signs of its own: a half-width one beside a Chinese character was typed in the other mode.
const HALF = /[\p{Script=Han}”）][,;:?!]|[,;:?!][\p{Script=Han}“]|\p{Script=Han}\(|\(\p{Script=Han}/u;

const root = new URL('../../../../', import.meta.url);
const list = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/node_modules|dist\//u.test(file))
    .map((file) => `${folder}/${file}`);

const linesOf = (file: string): readonly string[] => readFileSync(new URL(file, root), 'utf8').split('\n');

/** Lines of prose: what is fenced, indented or between backticks is as the machine has it. */
function proseOf(file: string): readonly string[] {
  let fenced = false;
  return linesOf(file).map((line) => {
    if (line.startsWith('```')) fenced = !fenced;
    return fenced || line.startsWith('    ')
      ? ''
      : line.replaceAll(/`[^`]*`|<[^>]*>/g, '').replaceAll(/\]\([^)]*\)/g, ']');
  });
}

const halves = (file: string, lines: readonly string[]): readonly string[] =>
  lines.flatMap((line, index) => (HALF.test(line) ? [`${file}:${String(index + 1)} ${line.trim()}`] : []));

test('what the command says in Chinese has Chinese punctuation', () => {
  const files = list('packages/cli/src', /(?<!\.test)\.ts$/u);
  expect(files.length).toBeGreaterThan(20);
  // texts in English may name a Chinese word
  const said = (file: string) =>
    linesOf(file).map((line) =>
      /^\s*(?:\/\/|\/?\*)|the map's approval number/u.test(line) ? '' : line.replaceAll(/\ben: .*$/gu, ''),
    );
  expect(files.flatMap((file) => halves(file, said(file)))).toEqual([]);
});

test('and so have the guides', () => {
  const files = ['README.zh-CN.md', ...list('docs', /zh-CN\.md$/u)];
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap((file) => halves(file, proseOf(file)))).toEqual([]);
});
