import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
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
    outDir: 'dist/cdn',
    platform: 'browser',
    splitting: true,
    noExternal: [/./],
    minify: true,
    env: { NODE_ENV: 'production' },
    esbuildPlugins: [keepRegistrations],
    onSuccess: async () => {
      const worker = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs');
      copyFileSync(worker, here('dist/cdn/maplibre-gl-worker.mjs'));
    },
  },
]);
