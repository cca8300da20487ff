// Builds the packages in the order they need each other, then the apps from the built packages.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeElements } from './describe-elements.mjs';
import { root, runTool } from './steps.mjs';

const packages = ['core', 'map', 'cli'];
const apps = ['portal', 'embed'];

/** JavaScript from tsup, declarations from the compiler, the elements' manifest from their sources. */
export async function buildPackages() {
  for (const name of packages) {
    const cwd = join(root, 'packages', name);
    rmSync(join(cwd, 'dist'), { recursive: true, force: true });
    await runTool('tsup', [], { cwd });
    await runTool('tsc', ['-p', 'tsconfig.build.json', '--emitDeclarationOnly'], { cwd });
    if (existsSync(join(cwd, 'custom-elements-manifest.config.mjs'))) {
      await runTool('cem', ['analyze'], { cwd });
      describeElements(join(cwd, 'dist'), [join(root, 'packages/core/dist')]);
    }
  }
}

/** The pages that `npm start` serves. */
export async function buildApps() {
  for (const name of apps) await runTool('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps', name) });
}
