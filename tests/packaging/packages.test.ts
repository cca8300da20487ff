// What a consumer gets: files that exist, types that resolve, dependencies that are stated and used.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import type { AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly sideEffects: boolean | readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

function readManifest(name: string): Manifest {
  return JSON.parse(readFileSync(join(project, 'packages', name, 'package.json'), 'utf8')) as Manifest;
}

/** Packages that the built files import, by the name they are installed under. */
function findImported(name: string): Set<string> {
  const folder = join(project, 'packages', name, 'dist');
  const imported = new Set<string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|d\.ts)$/.test(path) || path.startsWith('cdn')) continue;
    const code = readFileSync(join(folder, path), 'utf8');
    for (const [, specifier = ''] of code.matchAll(
      /\b(?:from\s+|import\s+|import\s*\(\s*)["']([^"'.\s][^"'\s]*)["']/g,
    )) {
      if (!specifier.startsWith('node:'))
        imported.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  return imported;
}

describe.each(['core', 'map', 'cli'])('@guatu/%s', (name) => {
  const folder = join(project, 'packages', name);

  test('publint finds nothing', async () => {
    const { messages } = await publint({ pkgDir: folder, pack: 'npm', strict: true });
    const manifest = readManifest(name) as unknown as Record<string, unknown>;
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test('its types are right for ESM consumers', () => {
    const args = [
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
      '--exclude-entrypoints',
      './cdn/*',
    ];
    const { status, stdout } = spawnSync(join(project, 'node_modules/.bin/attw'), args, {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
  });

  test('every dependency it states is imported, and every import stated', () => {
    const { dependencies = {}, peerDependencies = {} } = readManifest(name);
    const stated = Object.keys({ ...dependencies, ...peerDependencies }).filter(
      (dependency) => !dependency.startsWith('@types/'),
    );
    expect([...findImported(name)].sort()).toEqual(stated.sort());
  });
});

test('every element has an export of its own, and nothing else has side effects', () => {
  const { exports, sideEffects } = readManifest('map');
  const elements = readdirSync(join(project, 'packages/map/src/define'))
    .filter((file) => /^(all|guatu-[\w-]+)\.ts$/.test(file))
    .map((file) => `./define/${file.replace(/\.ts$/, '')}`);
  expect(
    Object.keys(exports)
      .filter((key) => key.startsWith('./define/'))
      .sort(),
  ).toEqual(elements.sort());
  expect(sideEffects).toEqual(['./dist/define/*.js', './dist/cdn/*.js']);
});

test('the packages share one version', () => {
  const versions = ['core', 'map', 'cli'].map((name) => (readManifest(name) as unknown as { version: string }).version);
  expect(new Set(versions).size).toBe(1);
});

/** A script and what it imports before it runs; what is imported later by a call is not among them. */
function listFirstScripts(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:^|[;}])(?:im|ex)port(?:[\w*{}\s,$]+from)?\s*"(\.\/[^"]+)"/g);
  for (const [, path = ''] of imports) listFirstScripts(join(dirname(file), path), known);
  return known;
}

const cdn = join(project, 'packages/map/dist/cdn');

const sizeOf = (files: readonly string[]): number =>
  files.map((file) => gzipSync(readFileSync(join(cdn, file))).length).reduce((sum, size) => sum + size, 0);
const partOf = (name: string): string => readdirSync(cdn).find((file) => file.startsWith(`${name}-`)) ?? name;

test('what a page loads before its first paint is one file, within its budget: 65 kB, gzip', () => {
  expect([...listFirstScripts(join(cdn, 'guatu.js'))]).toEqual([join(cdn, 'guatu.js')]);
  expect(sizeOf(['guatu.js'])).toBeLessThanOrEqual(65_000);
  // the elements' own code is in it, readers and maplibre are not
  const code = readFileSync(join(cdn, 'guatu.js'), 'utf8');
  expect(code).toContain('guatu-area-select');
  expect(code).not.toContain('maplibregl-map');
});

test('what it loads until its complete picture stays within its budget: 234 kB of texts, less of a board file, gzip', () => {
  const [texts, packed] = ['texts', 'packed'].map((reader) =>
    sizeOf(['guatu.js', partOf('board'), partOf(reader), partOf('boundaries')]),
  );
  expect(texts).toBeLessThanOrEqual(234_000);
  expect(packed).toBeLessThan((texts ?? 0) - 10_000);
});

test('parts of the script take what they need from the page, and import the entry by no address', () => {
  const scripts = readdirSync(cdn).filter((name) => /\.m?js$/.test(name));
  expect(
    scripts.filter((name) => /["'`]\.\/guatu(\.one)?\.js["'`]/.test(readFileSync(join(cdn, name), 'utf8'))),
  ).toEqual([]);
  expect(scripts.filter((name) => name.startsWith('rolldown'))).toEqual([]);
});

test('the lines for a page’s head name the parts that the picture waits for', () => {
  const lines = readFileSync(join(cdn, 'preload.html'), 'utf8').trim().split('\n');
  expect(lines.map((line) => /^<link rel="modulepreload" href="([^"]+)"> <!-- .+ -->$/.exec(line)?.[1])).toEqual(
    ['board', 'texts', 'packed', 'boundaries'].map(partOf),
  );
});

test('a bundler that knows addresses by their letters, as Vite does, finds the worker of maplibre', () => {
  const code = readFileSync(join(project, 'packages/map/dist/renderers/maplibre/bundled-worker.js'), 'utf8');
  expect(code).toMatch(/\bnew\s+URL\s*\(\s*"maplibre-gl\/dist\/maplibre-gl-worker\.mjs"\s*,\s*import\.meta\.url\s*\)/);
});

describe.each([
  ['the script-tag build', cdn],
  ['the page of the county', join(project, 'apps/portal/dist/assets')],
  ['the page for an iframe', join(project, 'apps/embed/dist/assets')],
])('%s is written in what Chromium 80 reads', (_, folder) => {
  // maplibre's worker is copied as it is by whoever bundles it: without it a page keeps its own picture
  const scripts = readdirSync(folder).filter((name) => /\.m?js$/.test(name) && !/worker-\w+\.mjs$/.test(name));

  test.each(scripts)('%s', (name) => {
    const found: string[] = [];
    // what ES2020 has not: Chromium 80 knows of it class fields and private fields alone
    const newer: Readonly<Record<string, (node: AnyNode) => boolean>> = {
      'a private method': (node) => node.type === 'MethodDefinition' && node.key.type === 'PrivateIdentifier',
      'a static block': (node) => node.type === 'StaticBlock',
      '#x in y': (node) => node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier',
      'an assignment by ??=, ||= or &&=': (node) =>
        node.type === 'AssignmentExpression' && ['??=', '||=', '&&='].includes(node.operator),
      'a flag of a regular expression': (node) =>
        node.type === 'Literal' && 'regex' in node && node.regex !== null && /[dv]/.test(node.regex?.flags ?? ''),
    };
    const tree = parse(readFileSync(join(folder, name), 'utf8'), {
      ecmaVersion: 2022,
      sourceType: 'module',
      allowAwaitOutsideFunction: false,
    });
    full(tree, (node) => {
      for (const [what, is] of Object.entries(newer)) if (is(node as AnyNode)) found.push(what);
    });
    expect([...new Set(found)]).toEqual([]);
  });
});

test('the sample of guatu init is in the package, in both languages', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: join(project, 'packages/cli'),
    encoding: 'utf8',
  });
  const [{ files } = { files: [] }] = JSON.parse(stdout) as { files: { path: string }[] }[];
  const names = ['README.md', 'areas.csv', 'events.csv', 'observations.csv', 'plan.json'];
  expect(
    files
      .map(({ path }) => path)
      .filter((path) => path.startsWith('samples/'))
      .sort(),
  ).toEqual(['en', 'zh'].flatMap((locale) => names.map((name) => `samples/${locale}/${name}`)));
});
