// What a consumer gets: files that exist, types that resolve, dependencies that are stated and used.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    for (const [, specifier = ''] of code.matchAll(/\b(?:from\s+|import\s+|import\s*\(\s*)["']([^"'.\s][^"'\s]*)["']/g)) {
      if (!specifier.startsWith('node:')) imported.add(specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/'));
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
    const args = ['--pack', '.', '--profile', 'esm-only', '--no-color', '--no-emoji', '--exclude-entrypoints', './cdn/*'];
    const { status, stdout } = spawnSync(join(project, 'node_modules/.bin/attw'), args, { cwd: folder, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
  });

  test('every dependency it states is imported, and every import stated', () => {
    const { dependencies = {}, peerDependencies = {} } = readManifest(name);
    const stated = Object.keys({ ...dependencies, ...peerDependencies }).filter((dependency) => !dependency.startsWith('@types/'));
    expect([...findImported(name)].sort()).toEqual(stated.sort());
  });
});

test('every element has an export of its own, and nothing else has side effects', () => {
  const { exports, sideEffects } = readManifest('map');
  const elements = readdirSync(join(project, 'packages/map/src/define'))
    .filter((file) => /^(all|guatu-[\w-]+)\.ts$/.test(file))
    .map((file) => `./define/${file.replace(/\.ts$/, '')}`);
  expect(Object.keys(exports).filter((key) => key.startsWith('./define/')).sort()).toEqual(elements.sort());
  expect(sideEffects).toEqual(['./dist/define/*.js', './dist/cdn/*.js']);
});

test('the packages share one version', () => {
  const versions = ['core', 'map', 'cli'].map((name) => (readManifest(name) as unknown as { version: string }).version);
  expect(new Set(versions).size).toBe(1);
});

test('the first script stays within its budget', () => {
  const report = execFileSync(join(project, 'node_modules/.bin/size-limit'), ['--json'], { cwd: project, encoding: 'utf8' });
  expect(JSON.parse(report)).toEqual([expect.objectContaining({ passed: true })]);
});

