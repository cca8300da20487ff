import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));
const consumer = join(project, 'tests/consumers/bundlers');

/** The bundlers are the consumer's, as its maplibre is. */
const requireTool = createRequire(join(consumer, 'package.json'));

export interface BundleOptions {
  /** Folder of the consumer's project. */
  readonly site?: string;
  /** The script in it that is bundled. */
  readonly entry?: string;
  /** Module to put in place of another, by the other's name. */
  readonly alias?: Readonly<Record<string, string>>;
}

/**
 * Bundles the consumer into a folder, each with as little configuration as one can have: an entry, a folder,
 * ES modules.
 */
export const bundlers: Readonly<Record<string, (folder: string, options?: BundleOptions) => Promise<void>>> = {
  async esbuild(folder, { site = consumer, alias = {} } = {}) {
    const { build } = requireTool('esbuild') as { build: (options: object) => Promise<unknown> };
    await build({
      entryPoints: { main: join(site, 'entry.ts') },
      alias,
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'error',
    });
  },
  async vite(folder, { site = consumer } = {}) {
    const { build } = await import('vite');
    await build({
      root: site,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { input: join(site, 'entry.ts'), output: { entryFileNames: 'main.js' } },
      },
    });
  },
  async webpack(folder, { site = consumer, entry = 'entry.ts' } = {}) {
    const webpack = requireTool('webpack') as (
      options: object,
      done: (error: Error | null, stats?: WebpackStats) => void,
    ) => void;
    const options = {
      mode: 'production',
      context: site,
      entry: { main: join(site, entry) },
      output: { path: folder, filename: '[name].js', module: true },
      experiments: { outputModule: true },
      // modules without effects are dropped all the same; shortening names takes half a minute and proves nothing here
      optimization: { minimize: false },
      performance: { hints: false },
    };
    await new Promise<void>((resolve, reject) => {
      webpack(options, (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
  },
  /** Rollup finds packages by a plugin, and reads modules of the language alone: without a plugin for CommonJS too. */
  async rollup(folder, { site = consumer } = {}) {
    const { rollup } = requireTool('rollup') as {
      rollup: (options: object) => Promise<{ write: (options: object) => Promise<unknown> }>;
    };
    const { nodeResolve } = requireTool('@rollup/plugin-node-resolve') as { nodeResolve: (options: object) => object };
    // it reads no TypeScript either
    const script = join(site, 'entry.rollup.mjs');
    writeFileSync(script, readFileSync(join(site, 'entry.ts'), 'utf8'));
    const bundle = await rollup({
      input: { main: script },
      plugins: [nodeResolve({ browser: true })],
      onwarn: () => undefined,
    });
    await bundle.write({ dir: folder, format: 'es' });
    rmSync(script);
  },
};

interface WebpackStats {
  hasErrors(): boolean;
  toString(options: object): string;
}
