import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { defineConfig } from 'tsup';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** papaparse asks Node for its streams where it is given one, which core never does: without them nothing asks for `require`. */
const withoutStreams: Plugin = {
  name: 'without-streams',
  setup(builder) {
    builder.onResolve({ filter: /^stream$/ }, () => ({ path: 'stream', namespace: 'nothing' }));
    builder.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'export const Duplex = undefined;' }));
  },
};

/**
 * papaparse is published as a script that is no module, which Rollup reads only with a plugin: it is written out as a
 * module beside the reader that uses it, with its licence.
 */
async function writeOutPapaparse(): Promise<void> {
  await build({
    stdin: { contents: "export { default } from 'papaparse';", resolveDir: here('.') },
    outfile: here('dist/csv/papaparse.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['main'],
    minify: true,
    legalComments: 'inline',
    plugins: [withoutStreams],
  });
  const reader = here('dist/csv/read-csv.js');
  const code = readFileSync(reader, 'utf8');
  const imported = /from\s*"papaparse"/;
  if (!imported.test(code)) throw new Error('dist/csv/read-csv.js does not import papaparse');
  writeFileSync(reader, code.replace(imported, 'from "./papaparse.js"'));
}

export default defineConfig({
  // One file for each source: a page that shows an outline first can leave readers and evaluator to a later chunk.
  entry: ['src/**/*.ts', '!src/**/*.{test,bench}.ts', '!src/**/testing/**'],
  bundle: false,
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  dts: false,
  sourcemap: false,
  silent: true,
  onSuccess: writeOutPapaparse,
});
