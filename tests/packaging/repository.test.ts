// The repository installs from any registry, and names none.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Files that are, or are about to be, under version control; small enough to read. */
function listTexts(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
  });
  return listed
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(project, path)))
    .filter((path) => statSync(join(project, path)).isFile() && statSync(join(project, path)).size < 2_000_000);
}

function findLines(path: string, pattern: RegExp): string[] {
  return readFileSync(join(project, path), 'utf8')
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : []));
}

describe('pnpm-lock.yaml', () => {
  test('holds no address', () => {
    expect(findLines('pnpm-lock.yaml', /tarball:|https?:\/\//)).toEqual([]);
  });
});

describe('every file', () => {
  // by shape, so that this file names none either
  const registry = /\bregistry\.[a-z0-9-]+\.(?:org|com|cn|io|net)\b|\bnpm(?:mirror|\.pkg)\.|\/-\/[\w.-]+\.tgz\b/i;

  test('names no package registry', () => {
    expect(listTexts().flatMap((path) => findLines(path, registry))).toEqual([]);
  });

  test('is under 2 MB', () => {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: project }).toString('utf8').split('\0');
    const sizes = listed
      .filter((path) => path !== '' && existsSync(join(project, path)))
      .map((path) => [path, statSync(join(project, path)).size] as const);
    expect(sizes.filter(([, size]) => size > 2_000_000)).toEqual([]);
  });
});
