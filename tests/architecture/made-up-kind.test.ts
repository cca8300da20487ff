// A made-up measure and a made-up criterion, put into a copy of the sources: the compiler names every place that must know.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const cache = join(root, 'node_modules/.cache');

const PLAN = 'core/src/plan/plan.ts';
const MEASURES = 'core/src/measure/index.ts';
const FORMS = 'core/src/frame/form-frame.ts';
const CRITERIA = 'core/src/criterion/index.ts';
const SUMMARY = 'map/src/scene/summary-status.ts';

type Edit = readonly [file: string, before: string, after: string];

let folder = '';

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'made-up-kind-'));
  for (const name of ['core', 'map']) {
    cpSync(join(root, 'packages', name, 'src'), join(folder, name, 'src'), { recursive: true });
    symlinkSync(join(root, 'packages', name, 'node_modules'), join(folder, name, 'node_modules'));
  }
  const { name, exports } = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8')) as {
    name: string;
    exports: object;
  };
  const entries = Object.keys(exports).filter((entry) => /^\.(\/[a-z]+)?$/.test(entry));
  const paths = Object.fromEntries(
    entries.map((entry) => [name + entry.slice(1), [`./core/src/${entry.slice(2) || 'index'}.ts`]]),
  );
  const compilerOptions = { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: ['node'], paths };
  const files = ['core/src/index.ts', 'core/src/words.ts', 'map/src/scene/index.ts'];
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.source.json'), compilerOptions, files }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files the compiler complains of once these are edited or written, each once. */
function findComplaints(edits: readonly Edit[], written: Readonly<Record<string, string>> = {}): readonly string[] {
  const kept = new Map(edits.map(([file]) => [file, readFileSync(join(folder, file), 'utf8')]));
  for (const [file, before, after] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(before)) throw new Error(`${file} does not have: ${before}`);
    writeFileSync(
      join(folder, file),
      text.replace(before, () => after),
    );
  }
  for (const [file, text] of Object.entries(written)) writeFileSync(join(folder, file), text);
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder, '--noEmit', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const [file, text] of kept) writeFileSync(join(folder, file), text);
  for (const file of Object.keys(written)) rmSync(join(folder, file));
  const files = [...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort();
  expect(status === 0, stdout).toBe(files.length === 0);
  return files;
}

/** A kind that is another one under a new name. */
function copyOf(file: string, kind: string, made: string): string {
  return readFileSync(join(folder, file), 'utf8')
    .replaceAll(`'${kind}'`, `'${made}'`)
    .replace(`export const ${kind} `, `export const ${made} `);
}

const OWN_MEASURE = 'core/src/measure/median.ts';
const OWN_CRITERION = 'core/src/criterion/nearly.ts';

test('a new measure is its own file, the plan’s type, the index and how its figures are formed', () => {
  const inPlan: Edit = [
    PLAN,
    '  | RateMeasure',
    "  | RateMeasure\n  | { readonly kind: 'median'; readonly indicator: string; readonly over?: 'last' | 'pooled' | 'mean' }",
  ];
  const inIndex: Edit = [MEASURES, '  rate,\n  share,', '  rate,\n  median,\n  share,'];
  const imported: Edit = [
    MEASURES,
    'import { occurrence }',
    "import { median } from './median.js';\nimport { occurrence }",
  ];
  const form: Edit = [
    FORMS,
    '  change: plain(',
    "  median: plain(({ context, moment, members }, { indicator }) => changeFrame(context, { kind: 'change', indicator, baseline: { period: '' } }, moment, members)),\n  change: plain(",
  ];
  const own = {
    [OWN_MEASURE]: copyOf('core/src/measure/rate.ts', 'rate', 'median').replace("told: 'median'", "told: 'rate'"),
  };
  expect(findComplaints([inPlan])).toEqual([FORMS, MEASURES]);
  expect(findComplaints([inPlan, inIndex, imported, form], own)).toEqual([]);
}, 240_000);

test('a new criterion is its own file, the plan’s type, the index and its words in a summary', () => {
  const inPlan: Edit = [
    PLAN,
    "  | { readonly kind: 'every' }",
    "  | { readonly kind: 'every' }\n  | { readonly kind: 'nearly' }",
  ];
  const inIndex: Edit = [CRITERIA, '  every,\n', '  every,\n  nearly,\n'];
  const imported: Edit = [CRITERIA, 'import { none }', "import { nearly } from './nearly.js';\nimport { none }"];
  const words: Edit = [SUMMARY, "    case 'every':", "    case 'nearly':\n    case 'every':"];
  const own = { [OWN_CRITERION]: copyOf('core/src/criterion/every.ts', 'every', 'nearly') };
  expect(findComplaints([inPlan])).toEqual([CRITERIA, SUMMARY]);
  expect(findComplaints([inPlan, inIndex, imported, words], own)).toEqual([]);
}, 240_000);
