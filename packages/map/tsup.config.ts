import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * `sideEffects` in package.json names the built define files, as a consumer's bundler needs it. While bundling their
 * sources the same field would have `import './guatu-map.js'` dropped, so the sources are marked here.
 */
const keepRegistrations: EsbuildPlugin = {
  name: 'keep-registrations',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === keepRegistrations) return undefined;
      const resolved = await build.resolve(path, { importer, kind, resolveDir, pluginData: keepRegistrations });
      return /[\\/]src[\\/]define[\\/]/.test(resolved.path) ? { ...resolved, sideEffects: true } : undefined;
    });
  },
};

/** The oldest browsers that draw the map by themselves. */
const CDN_TARGET = ['chrome80', 'edge80', 'firefox90', 'safari14.1'];

/**
 * A module that runs before everything in the script-tag build. The bundler decides the order of its own chunks, and
 * puts what an entry imports first after them; so it is a file that the entry imports in its first line.
 */
async function putFirst(name: string): Promise<void> {
  const { code } = await transform(readFileSync(here(`src/cdn/${name}.ts`), 'utf8'), {
    loader: 'ts',
    target: CDN_TARGET,
    minify: true,
  });
  writeFileSync(here(`dist/cdn/${name}.js`), code);
  const entry = here('dist/cdn/guatu.js');
  writeFileSync(entry, `import"./${name}.js";${readFileSync(entry, 'utf8')}`);
}

const shared: Options = {
  format: 'esm',
  target: 'es2022',
  dts: false,
  sourcemap: false,
  silent: true,
};

export default defineConfig([
  {
    // One file for each source. In bundles that share chunks the registrations end up in a chunk, which `sideEffects`
    // does not name, and a consumer's bundler drops them without a word.
    ...shared,
    entry: ['src/**/*.ts', '!src/**/*.{test,bench}.ts', '!src/**/testing/**', '!src/cdn/**'],
    bundle: false,
    outDir: 'dist',
  },
  {
    // One <script type="module">: everything inside, maplibre in a chunk of its own, fetched when it is needed.
    ...shared,
    entry: { guatu: 'src/cdn/guatu.ts' },
    // the browsers of government desktops: docs/guides/old-browsers.md
    target: CDN_TARGET,
    outDir: 'dist/cdn',
    platform: 'browser',
    splitting: true,
    noExternal: [/./],
    minify: true,
    env: { NODE_ENV: 'production' },
    esbuildPlugins: [keepRegistrations],
    onSuccess: async () => {
      const worker = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs');
      await putFirst('older-browsers');
      const notice = await transform(readFileSync(here('src/cdn/too-old.ts'), 'utf8'), {
        loader: 'ts',
        target: 'chrome49',
        minify: true,
        format: 'iife',
      });
      writeFileSync(here('dist/cdn/too-old.js'), notice.code);
      const { code } = await transform(readFileSync(worker, 'utf8'), {
        target: CDN_TARGET,
        minify: true,
        legalComments: 'inline',
      });
      writeFileSync(here('dist/cdn/maplibre-gl-worker.mjs'), code);
    },
  },
]);
