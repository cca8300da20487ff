// The script-tag build: a few files, for a page's picture waits for each of them.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import type { InputOptions, OutputChunk, OutputOptions, Plugin, PluginContext } from 'rolldown';
import { namePrivates } from './name-privates.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The oldest browsers that draw the map by themselves. */
const CDN_TARGET = ['chrome80', 'edge80', 'firefox90', 'safari14.1'];

/**
 * Files with names of their own: the entry, whole, what evaluates and paints, and what some pages need. Each holds what its
 * module imports and no earlier one has; what two of the last have in common is in the second.
 */
const ENTRY = 'src/cdn/guatu.ts';
const BOARD = 'src/board/read-board.ts';
const READERS = {
  texts: 'src/board/read-texts.ts',
  packed: 'src/board/read-packed.ts',
  boundaries: 'src/geometry/boundaries/index.ts',
};
const PARTS = ['guatu', 'board', ...Object.keys(READERS)];

/** Which module is in which part. */
interface Division {
  readonly partOf: (id: string) => string | undefined;
  readonly plugin?: Plugin;
}

const INPUT: InputOptions = {
  platform: 'browser',
  // package.json names the built define files as having effects, as a consumer's bundler needs it, and not their sources
  treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](define|cdn)[\\/]/, sideEffects: true }] },
  transform: {
    target: CDN_TARGET,
    define: { 'process.env.NODE_ENV': '"production"' },
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  tsconfig: false,
};

/** Parts that stay files of their own in the build of one file: maplibre is three times the rest, and wanted later. */
const NEVER_WITHIN = 'src/renderers/maplibre/create-maplibre-renderer.ts';

/** Modules of which anything is left when one is bundled alone: what passes names on, as an `index.ts` does, is not among them. */
async function listUsed(module: string): Promise<ReadonlySet<string>> {
  const later: Plugin = {
    name: 'later',
    resolveDynamicImport: (id) => ({ id: String(id), external: true }),
  };
  const build = await rolldown({ ...INPUT, input: here(module), plugins: [later] });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  const used = output.flatMap((file) => (file.type === 'chunk' ? Object.entries(file.modules) : []));
  return new Set(used.flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])));
}

/** Everything that runs when a module does. */
function listBelow(context: PluginContext, id: string, known = new Set<string>()): Set<string> {
  if (known.has(id)) return known;
  known.add(id);
  for (const next of context.getModuleInfo(id)?.importedIds ?? []) listBelow(context, next, known);
  return known;
}

/** Finds which module is in which part. */
async function divide(): Promise<Division> {
  const parts = new Map<string, string>();
  const put = (id: string, part: string): void => void (parts.has(id) || parts.set(id, part));
  const board = await listUsed(BOARD);
  const readers = await Promise.all(
    Object.entries(READERS).map(async ([name, module]) => ({ name, ids: await listUsed(module) })),
  );
  return {
    partOf: (id) => parts.get(id),
    plugin: {
      name: 'divide',
      buildEnd() {
        for (const id of listBelow(this, here(ENTRY))) put(id, 'guatu');
        for (const id of board) put(id, 'board');
        for (const { name, ids } of readers) {
          for (const id of ids) {
            put(id, readers.some((other) => other.name !== name && other.ids.has(id)) ? 'board' : name);
          }
        }
        // what passes names on, and has nothing of its own
        for (const id of listBelow(this, here(BOARD))) put(id, 'board');
        for (const [name, module] of Object.entries(READERS)) {
          for (const id of listBelow(this, here(module))) put(id, name);
        }
      },
    },
  };
}

/** For the build of one file: whatever is not reached through maplibre alone. */
function gather(): Division {
  const within = new Set<string>();
  const collect = (context: PluginContext, id: string): void => {
    if (within.has(id) || id === here(NEVER_WITHIN)) return;
    within.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = context.getModuleInfo(id) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds]) collect(context, next);
  };
  return {
    partOf: (id) => (within.has(id) ? 'guatu.one' : undefined),
    plugin: {
      name: 'gather',
      buildEnd() {
        collect(this, here(ENTRY));
      },
    },
  };
}

async function bundle(entry: string, { plugin, partOf }: Division, names: readonly string[]): Promise<OutputChunk[]> {
  const build = await rolldown({
    input: { [entry]: here(ENTRY) },
    ...INPUT,
    // parts take from the entry what it has, which are more names than a page is given: see `handOver`
    preserveEntrySignatures: 'allow-extension',
    plugins: [namePrivates(), ...(plugin ? [plugin] : [])],
    // in the build of one file what is fetched later elsewhere is there already
    onLog: (level, log, tell) => {
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') tell(level, log);
    },
  });
  const output: OutputOptions = {
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    comments: { legal: true },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: names.map((name, i) => ({ name, priority: names.length - i, test: (id: string) => partOf(id) === name })),
    },
  };
  const { output: written } = await build.generate(output);
  await build.close();
  return written.filter((file): file is OutputChunk => file.type === 'chunk');
}

/** What a part takes from the bundler's own runtime: one function, which is shorter than a request. */
function inlineRuntime(code: string, chunks: readonly OutputChunk[]): string {
  return code.replace(
    /import\{(\w+) as (\w+)\}from"\.\/(rolldown-runtime[\w-]+\.js)";/g,
    (_, name: string, local: string, file: string) => {
      const runtime = chunks.find(({ fileName }) => fileName === file)?.code ?? '';
      if (!new RegExp(`export\\{${name}\\};\\s*$`).test(runtime)) throw new Error(`${file} is not what was expected`);
      return `const ${local}=(()=>{${runtime.replace(/export\{\w+\};\s*$/, '')}return ${name}})();`;
    },
  );
}

/**
 * What the parts take from the entry is handed over through the page. As modules they would import it by its address, and
 * where a page's address has a `?v=2` the browser would load and run all of it a second time.
 *
 * @returns the parts by their names of one build: a part goes with the entry it was built with, and no other's
 */
function handOver(entry: string, chunks: readonly OutputChunk[]): ReadonlyMap<string, string> {
  const whole = chunks.find(({ fileName }) => fileName === `${entry}.js`);
  if (!whole) throw new Error(`no ${entry}.js was built`);
  const version = createHash('sha256')
    .update(chunks.map(({ code }) => code).join(''))
    .digest('hex')
    .slice(0, 8);
  const handed = `globalThis[Symbol.for("guatu ${version}")]`;
  const address = `"\\./${entry.replaceAll('.', '\\.')}\\.js";?`;
  const imported = new RegExp(`import\\{([^}]*)\\}from${address}`, 'g');
  // a part is fetched by the entry, which has run
  const ran = new RegExp(`import${address}`, 'g');
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const { fileName, code } of chunks) {
    if (fileName === whole.fileName || fileName.startsWith('rolldown-runtime')) continue;
    const free = inlineRuntime(code, chunks)
      .replaceAll(ran, '')
      .replace(imported, (_, names: string) => {
        const pairs = listNames(names);
        for (const [name] of pairs) taken.add(name);
        return `const{${pairs.map(([name, local]) => (name === local ? name : `${name}:${local}`)).join(',')}}=${handed};`;
      });
    if (free.includes(`./${entry}.js`)) throw new Error(`${fileName} imports ${entry}.js as was not expected`);
    // on a line of its own, as those look for it who tell by the text whether a file is a module
    files.set(fileName, free.replace(/export\{[^}]*\};?\s*$/, '\n$&'));
  }
  const given = /export\{([^}]*)\};?\s*$/.exec(whole.code);
  if (given?.[1] === undefined) throw new Error(`${entry}.js exports nothing`);
  const exports = listNames(given[1]);
  const shared = exports.flatMap(([local, name]) => (taken.has(name) ? [`${name}:${local}`] : []));
  const open = exports.flatMap(([local, name]) => (isPublic(name) ? [`${local} as ${name}`] : []));
  files.set(
    whole.fileName,
    `${whole.code.slice(0, given.index)}${handed}={${shared.join(',')}};export{${open.join(',')}};\n`,
  );
  return renameParts(files, version);
}

/** The names in the braces of an import or export, each with what it is called on the other side. */
function listNames(braces: string): readonly (readonly [from: string, to: string])[] {
  return braces.split(',').map((name) => {
    const [from = '', to = from] = name.split(' as ');
    return [from, to];
  });
}

/** What a bundler names by itself has up to three letters. */
function isPublic(name: string): boolean {
  return name.length > 3;
}

/** maplibre is the same in every build that has it, and keeps its name. */
function renameParts(files: ReadonlyMap<string, string>, version: string): ReadonlyMap<string, string> {
  const names = [...files.keys()].filter((name) => /-[\w-]{8}\.js$/.test(name) && !name.startsWith('maplibre-gl-'));
  const rename = (text: string): string =>
    names.reduce((done, name) => done.replaceAll(name, name.replace(/-[\w-]{8}\.js$/, `-${version}.js`)), text);
  const renamed = new Map([...files].map(([name, code]) => [rename(name), rename(code)]));
  if (renamed.size < files.size) throw new Error(`two parts have one name: ${[...files.keys()].join(', ')}`);
  return renamed;
}

/** Builds the folder `dist/cdn`. */
export async function buildCdn(): Promise<void> {
  rmSync(here('dist/cdn'), { recursive: true, force: true });
  mkdirSync(here('dist/cdn'), { recursive: true });
  const parts = handOver('guatu', await bundle('guatu', await divide(), PARTS));
  const one = handOver('guatu.one', await bundle('guatu.one', gather(), ['guatu.one']));
  for (const [name, code] of [...parts, ...one]) writeFileSync(here(`dist/cdn/${name}`), code);
  writePreloads([...parts.keys()]);
  const notice = await transform(readFileSync(here('src/cdn/too-old.ts'), 'utf8'), {
    loader: 'ts',
    target: 'chrome49',
    minify: true,
    format: 'iife',
  });
  writeFileSync(here('dist/cdn/too-old.js'), notice.code);
  // within guatu.js, and by itself for pages that bundle the package for the same browsers
  const filled = await transform(readFileSync(here('src/cdn/older-browsers.ts'), 'utf8'), {
    loader: 'ts',
    target: CDN_TARGET,
    minify: true,
    format: 'esm',
  });
  writeFileSync(here('dist/cdn/older-browsers.js'), filled.code);
  const worker = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs');
  const { code } = await transform(readFileSync(worker, 'utf8'), {
    target: CDN_TARGET,
    minify: true,
    legalComments: 'inline',
  });
  writeFileSync(here('dist/cdn/maplibre-gl-worker.mjs'), code);
}

/** When a page needs each part; the lines are there to be copied. */
const NEEDED_FOR = { board: 'every map', texts: 'plan, areas and data', packed: 'src', boundaries: 'boundaries' };

/** Lines for a page's head that have everything fetched at once which the first picture waits for. */
function writePreloads(files: readonly string[]): void {
  const lines = Object.entries(NEEDED_FOR).map(([name, what]) => {
    const file = files.find((one) => one.startsWith(`${name}-`));
    if (!file) throw new Error(`no part ${name} was built`);
    return `<link rel="modulepreload" href="${file}"> <!-- ${what} -->\n`;
  });
  writeFileSync(here('dist/cdn/preload.html'), lines.join(''));
}
