import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));
const consumer = join(project, 'tests/consumers/bundlers');
const entry = join(consumer, 'entry.ts');

/** The bundlers are the consumer's, as its maplibre is. */
const requireTool = createRequire(join(consumer, 'package.json'));

/** Bundles the consumer into a folder, each with as little configuration as one can have: an entry, a folder, ES modules. */
export const bundlers: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  async esbuild(folder) {
    const { build } = requireTool('esbuild') as { build: (options: object) => Promise<unknown> };
    await build({
      entryPoints: { main: entry },
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'error',
    });
  },
  async vite(folder) {
    const { build } = await import('vite');
    await build({
      root: consumer,
      configFile: false,
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: false, rolldownOptions: { input: entry, output: { entryFileNames: 'main.js' } } },
    });
  },
  async webpack(folder) {
    const webpack = requireTool('webpack') as (options: object, done: (error: Error | null, stats?: WebpackStats) => void) => void;
    const options = {
      mode: 'production',
      context: consumer,
      entry: { main: entry },
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
};

interface WebpackStats {
  hasErrors(): boolean;
  toString(options: object): string;
}
