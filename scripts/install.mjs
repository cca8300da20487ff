// Installs the dependencies where they are missing or older than the lock file. Needs Node and npm only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step, StepError } from './steps.mjs';

const pnpm = 'pnpm@12.21.0';
const oldestNode = [20, 19];
const stamp = join(root, 'node_modules/.installed');

/** @returns {string} a fingerprint of everything that decides what is installed */
function fingerprint() {
  const hash = createHash('sha256');
  const manifests = ['packages', 'apps', 'tests/consumers'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => `${folder}/${entry.name}/package.json`)
      : [],
  );
  for (const file of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', ...manifests.sort()]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** @throws {StepError} when this Node is older than the tools need */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new StepError(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}`);
  }
}

/** Installs what the lock file names, or nothing when that was done before. */
export async function ensureInstalled() {
  requireNode();
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('install dependencies', () =>
    run('npx', ['-y', pnpm, 'install', '--frozen-lockfile'], { env: { CI: 'true' } }),
  );
  writeFileSync(stamp, wanted);
}
