import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import type { Core } from '../conformance/run-case.js';
import type { Edit } from './mutant.js';
import { Symbols } from './symbols.js';

const source = fileURLToPath(new URL('../../packages/core/src', import.meta.url));
/** Inside the package, so that what it depends on is found and shared by all bundles. */
const output = fileURLToPath(new URL('../../packages/core/node_modules/.cache/mutants', import.meta.url));

const symbols = Symbols.read(source);

/**
 * Bundles `@guatu/core` from its source with some text replaced, and imports it.
 *
 * @param name - of the bundle; every bundle is a module of its own.
 * @throws Error when an edit no longer finds its text exactly once, or in a file that is not bundled.
 */
export async function buildCore(name: string, edits: readonly Edit[] = []): Promise<Core> {
  const outfile = join(output, `${name}.mjs`);
  const changed = (await symbols).apply(edits);
  const bundled = new Set<string>();
  await esbuild.build({
    entryPoints: [join(source, 'index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    logLevel: 'silent',
    plugins: [replaceFiles(changed, bundled)],
  });
  const unused = [...changed.keys()].filter((file) => !bundled.has(file));
  if (unused.length > 0) throw new Error(`not part of @guatu/core: ${unused.join(', ')}`);
  const core = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Core;
  await rm(outfile);
  return core;
}

function replaceFiles(changed: ReadonlyMap<string, string>, bundled: Set<string>): esbuild.Plugin {
  return {
    name: 'replace-files',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = changed.get(path);
        if (contents === undefined) return undefined;
        bundled.add(path);
        return { contents, loader: 'ts' };
      });
    },
  };
}
