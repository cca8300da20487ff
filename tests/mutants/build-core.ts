import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import type { Core } from '../conformance/run-case.js';
import type { Edit } from './mutant.js';

const source = fileURLToPath(new URL('../../packages/core/src', import.meta.url));
/** Inside the package, so that what it depends on is found and shared by all bundles. */
const output = fileURLToPath(new URL('../../packages/core/node_modules/.cache/mutants', import.meta.url));

/**
 * Bundles `@guatu/core` from its source with some text replaced, and imports it.
 *
 * @param name - of the bundle; every bundle is a module of its own.
 * @throws Error when an edit no longer finds its text exactly once.
 */
export async function buildCore(name: string, edits: readonly Edit[] = []): Promise<Core> {
  const outfile = join(output, `${name}.mjs`);
  const applied = new Set<Edit>();
  await esbuild.build({
    entryPoints: [join(source, 'index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    logLevel: 'silent',
    plugins: [replaceText(edits, applied)],
  });
  const unused = edits.filter((edit) => !applied.has(edit));
  if (unused.length > 0) throw new Error(`not part of @guatu/core: ${unused.map(({ file }) => file).join(', ')}`);
  const core = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Core;
  await rm(outfile);
  return core;
}

function replaceText(edits: readonly Edit[], applied: Set<Edit>): esbuild.Plugin {
  return {
    name: 'replace-text',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = relative(source, path).replaceAll('\\', '/');
        const here = edits.filter((edit) => edit.file === file);
        if (here.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const edit of here) {
          contents = replaceOnce(contents, edit);
          applied.add(edit);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}

function replaceOnce(text: string, { file, find, replace }: Edit): string {
  const parts = text.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(`${file}: expected the text to replace once, found it ${parts.length - 1} times:\n${find}`);
}
