// A made-up field of the board, put into a copy of the sources: the compiler names every place that must know.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

const STATE = 'src/board/board.ts';
const FIELDS = 'src/board/fields.ts';
const HOST = 'src/components/map/map.ts';
const PAINTER = 'src/board/painting-maker.ts';
const PLACER = 'src/components/map/scene-maker.ts';
const CHANGED = 'src/components/map/fields.test.ts';

type Edit = readonly [file: string, before: string, after: string];

let made = '';
let folder = '';

beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'made-up-field-'));
  folder = join(made, 'map');
  cpSync(join(root, 'packages/map/src'), join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'packages/map/package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'));
  symlinkSync(join(root, 'packages/map/node_modules'), join(folder, 'node_modules'));
  const options = { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: ['node', 'vite/client'] };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.source.json'),
      compilerOptions: options,
      files: [CHANGED, 'src/define/all.ts'],
    }),
  );
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

/** The text however its lines are broken. */
function inAnyLines(text: string): RegExp {
  const words = text.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'g');
}

/** The files the compiler complains of once these are edited, each once. */
function findComplaints(...edits: readonly Edit[]): readonly string[] {
  const kept = new Map(edits.map(([file]) => [file, readFileSync(join(folder, file), 'utf8')]));
  for (const [file, before, after] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    const found = text.match(inAnyLines(before)) ?? [];
    if (found.length !== 1) throw new Error(`${file} does not have once: ${before}`);
    writeFileSync(
      join(folder, file),
      text.replace(inAnyLines(before), () => after),
    );
  }
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder, '--noEmit', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const [file, text] of kept) writeFileSync(join(folder, file), text);
  const files = [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort();
  expect(status === 0, stdout).toBe(files.length === 0);
  return files;
}

const inState: Edit = [
  STATE,
  '  readonly highContrast: boolean;',
  '  readonly highContrast: boolean;\n  readonly mood: string | null;',
];
const entry = (changes: string): Edit => [
  FIELDS,
  '  levels: {',
  `  mood: { ...id, ...SHOWN, attribute: 'mood', address: STAY, changes: ${changes} },\n  levels: {`,
];
const property = (type: string): Edit => [HOST, '  /** Firmer edges', `  @field mood!: ${type};\n\n  /** Firmer edges`];
const change: Edit = [CHANGED, '  levels: {', "  mood: { to: 'glad' },\n  levels: {"];
const painting: Edit = [
  PAINTER,
  'function choosePainting(',
  'export const moodOf = (state: Painted): string | null => state.mood;\n\nfunction choosePainting(',
];

test('a new field names its type, its entry, its property and how a test changes it, and nothing else', () => {
  expect(findComplaints(inState)).toContain(FIELDS);
  // nothing can be painted by a field that does not say so
  expect(findComplaints(inState, entry('[]'), painting)).toEqual([HOST, PAINTER, CHANGED].sort());
  expect(findComplaints(inState, entry("['paints']"), painting, property('string | null'), change)).toEqual([]);
  // a property is of the type its field is of
  expect(findComplaints(inState, entry("['paints']"), property('boolean'), change)).toEqual([HOST]);
}, 240_000);

test('an entry that forgets what it changes does not compile', () => {
  const forget = (name: string, effect: string): Edit => [
    FIELDS,
    `attribute: '${name}', address: STAY, changes: ['${effect}']`,
    `attribute: '${name}', address: STAY, changes: []`,
  ];
  expect(findComplaints(forget('theme', 'paints'), forget('tiles', 'layout'))).toEqual([PAINTER, PLACER]);
}, 240_000);
