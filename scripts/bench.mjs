// npm run bench: every measurement in turn, or those named: npm run bench -- evaluate
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { main, root, run, say, step, StepError } from './steps.mjs';

const source = (/** @type {string} */ path) => join(root, path);

/** Bundles TypeScript for Node, the packages of the workspace from their sources, and answers where it is. */
async function bundle(/** @type {string} */ entry) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'node_modules/.cache/bench', `${entry.replaceAll(/[/.]/g, '-')}.mjs`);
  await build({
    entryPoints: [source(entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    alias: {
      '@guatu/core/board-file': source('packages/core/src/board-file.ts'),
      '@guatu/core': source('packages/core/src/index.ts'),
    },
    external: ['@duckdb/node-api', 'json-rules-engine', '@dhis2/expression-parser'],
    // A dependency that is CommonJS asks for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<void>>>} */
const measurements = {
  /** The evaluator against a bare loop, a database and two rule engines. */
  evaluate: async (args) => {
    const file = await bundle('tests/bench/evaluate/run.ts');
    await run(process.execPath, ['--expose-gc', file, ...args], { show: true });
  },
  /** The evaluator on the county's own mix of measures: --sizes=11200 --rounds=2 for a quick look. */
  mixed: async (args) => {
    const file = await bundle('tests/bench/mixed/run.ts');
    await run(process.execPath, ['--expose-gc', '--max-old-space-size=6000', file, ...args], { show: true });
  },
  /** The reader's way, from the address to the picture and on. */
  journey: async (args) => {
    await run(process.execPath, [source('tests/bench/journey/run.mjs'), ...args], { show: true });
  },
  /** The county's texts read, its board file opened, and papaparse alone. */
  read: async (args) => {
    const file = await bundle('tests/bench/read/run.ts');
    await run(process.execPath, [file, ...args], { show: true });
  },
  /** Very large maps through the element. */
  large: async (args) => {
    await run(process.execPath, [source('tests/bench/map/large.mjs'), ...args], { show: true });
  },
  /** The map in a browser. */
  map: async (args) => {
    const file = source('tests/bench/map/run.mjs');
    if (!existsSync(file)) throw new StepError('no measurement of the map: tests/bench/map/run.mjs is not there');
    await run(process.execPath, [file, ...args], { show: true });
  },
};

await main(async () => {
  const given = process.argv.slice(2);
  const names = given.filter((name) => !name.startsWith('-'));
  const flags = given.filter((name) => name.startsWith('-'));
  const unknown = names.filter((name) => !measurements[name]);
  if (unknown.length > 0) {
    throw new StepError(`no such measurement: ${unknown.join(', ')}; known: ${Object.keys(measurements).join(', ')}`);
  }
  await ensureInstalled();
  for (const name of names.length > 0 ? names : Object.keys(measurements)) {
    await step(name, () => measurements[name]?.(flags));
  }
  say('measured');
});
