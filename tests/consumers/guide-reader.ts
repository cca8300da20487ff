import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Frame, Page } from 'playwright';
import { expect } from 'vitest';
import { watchComplaints } from '../chromium.js';
import type { Block } from '../guides/read-blocks.js';
import { project } from './bundle-consumer.js';
import { drawShapes, listVillages, prepareFolder } from './guide-folder.js';
import { findArea, GIVEN, SEEN, VILLAGE } from './guide-looks.js';

const run = promisify(execFile);
const cdn = join(project, 'packages/map/dist/cdn');
const FILES = 'plan="plan.json" areas="areas.csv" data="observations.csv events.csv" renderer="svg"';

/** What guides are read in. */
export interface Surroundings {
  readonly browser: Browser;
  /** A folder that is served at the address; `bin` in it holds the command. */
  readonly root: string;
  readonly address: string;
}

/** One reader who goes through one guide from top to bottom. */
export interface GuideReader {
  readonly surroundings: Surroundings;
  readonly guide: string;
  readonly language: 'en' | 'zh';
  /** The folder the guide has led to. */
  at: string;
  page: Page | null;
  complaints: string[];
}

/** A reader at the beginning of a guide. */
export function begin(surroundings: Surroundings, guide: string): GuideReader {
  const language = guide.includes('zh-CN') ? 'zh' : 'en';
  return { surroundings, guide, language, at: prepareFolder(surroundings.root, guide), page: null, complaints: [] };
}

/** Does what a block says. @throws when it does not hold */
export async function follow(reader: GuideReader, { language, text, line }: Block): Promise<void> {
  if (text.includes('villages.geojson'))
    writeFileSync(join(reader.at, 'villages.geojson'), drawShapes(text.includes('VILLCODE')));
  switch (language) {
    case 'sh':
      return type(reader, text);
    case 'html':
      return open(reader, text, line);
    case 'css':
      return dress(reader, text, line);
    case 'js':
      return /^import|configureMap|export default/m.test(text)
        ? runModule(reader, text, line)
        : runInPage(reader, text, line);
    case 'jsx':
      return runReact(reader, text, line);
    case 'ts':
      return compile(reader, text, line);
    default:
      throw new Error(`${reader.guide}:${line}: nobody runs a block of ${language}`);
  }
}

/** Closes what is open. @throws when a page complained */
export async function close(reader: GuideReader): Promise<void> {
  await reader.page?.close();
  expect(reader.complaints).toEqual([]);
}

/** Types commands into a shell, which stops at the first that fails, and stays where they lead. */
async function type(reader: GuideReader, text: string): Promise<void> {
  const { stdout } = await run('bash', ['-eu', '-c', `${text}\npwd`], {
    cwd: reader.at,
    env: {
      ...process.env,
      PATH: `${join(reader.surroundings.root, 'bin')}:${process.env.PATH}`,
      LANG: reader.language === 'zh' ? 'zh_CN.UTF-8' : 'en_GB.UTF-8',
    },
    maxBuffer: 1e8,
  });
  reader.at = stdout.trimEnd().split('\n').at(-1) ?? reader.at;
  for (const [, output = ''] of text.matchAll(/ -o (\S+)/g)) expect(existsSync(join(reader.at, output))).toBe(true);
}

function addressOf(reader: GuideReader, name: string): string {
  return `${reader.surroundings.address}${relative(reader.surroundings.root, join(reader.at, name))}`;
}

/** Opens a page with the block in its body; every map that it holds is drawn, from all its files, without an error. */
async function open(reader: GuideReader, text: string, line: number): Promise<void> {
  if (text.includes('is-old')) return openOld(reader, text, line);
  await close(reader);
  for (const name of readdirSync(cdn))
    if (!existsSync(join(reader.at, name))) symlinkSync(join(cdn, name), join(reader.at, name));
  const body = text
    .replaceAll(/(<guatu-map) …/g, `$1 ${FILES} target="collective-income-5-2022"`)
    .replaceAll(/ …(?=>)/g, ` ${FILES}`);
  const script = /guatu\.js|<iframe/.test(body) ? '' : '<script type="module" src="guatu.js"></script>';
  writeFileSync(
    join(reader.at, `page-${line}.html`),
    `<!doctype html><html lang="${reader.language}"><head><meta charset="utf-8"><title>guide</title><link rel="icon" href="data:,">${script}</head><body>\n${body}</body></html>`,
  );
  reader.page = await reader.surroundings.browser.newPage({ viewport: { width: 1280, height: 1400 } });
  reader.complaints = watchComplaints(reader.page, reader.surroundings.address);
  await reader.page.goto(addressOf(reader, `page-${line}.html`));
  await awaitMaps(/<iframe/.test(body) ? await findFrame(reader) : reader.page);
}

/** What is inside for browsers that are too old is a line of script, which the strict policy wants in a file. */
async function openOld(reader: GuideReader, text: string, line: number): Promise<void> {
  const page = await reader.surroundings.browser.newPage();
  await page.setContent(text.replace(' nomodule', ''));
  expect(await page.evaluate(() => document.documentElement.className.trim()), `line ${line}`).toBe('is-old');
  await page.close();
}

async function findFrame(reader: GuideReader): Promise<Frame> {
  await expect.poll(() => reader.page?.frames().length).toBe(2);
  const frame = reader.page?.frames()[1];
  if (!frame) throw new Error('no frame');
  return frame;
}

async function awaitMaps(page: Page | Frame): Promise<void> {
  const read = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('guatu-map')].map(({ scene, board: { snapshot } }) => ({
        drawn: scene != null && snapshot.status === 'ready',
        errors: snapshot.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
        left: snapshot.join?.withoutShape.length ?? 0,
      })),
    );
  await expect.poll(async () => (await read()).every(({ drawn }) => drawn), { timeout: 30_000 }).toBe(true);
  for (const { errors, left } of await read()) expect({ errors, left }).toEqual({ errors: [], left: 0 });
}

async function needPage(reader: GuideReader): Promise<Page> {
  if (!reader.page)
    await open(reader, '<guatu-map …><guatu-legend></guatu-legend><guatu-table></guatu-table></guatu-map>', 0);
  if (!reader.page) throw new Error('no page');
  return reader.page;
}

/** Every rule is one that the browser takes. */
async function dress(reader: GuideReader, text: string, line: number): Promise<void> {
  const page = await needPage(reader);
  writeFileSync(join(reader.at, `style-${line}.css`), text);
  await page.addStyleTag({ url: addressOf(reader, `style-${line}.css`) });
  const rules = await page.evaluate(() =>
    [...(document.styleSheets[document.styleSheets.length - 1]?.cssRules ?? [])].map((rule) => rule.cssText),
  );
  expect(rules).toHaveLength(text.split('{').length - 1);
  for (const rule of rules) expect(rule).toMatch(/\{ \S/);
  if (text.includes('toolbar')) expect(await page.locator('guatu-map [part~=toolbar]').isVisible()).toBe(false);
}

async function runInPage(reader: GuideReader, text: string, line: number): Promise<void> {
  const page = await needPage(reader);
  const given = GIVEN.filter(([about]) => about.test(text)).map(([, script]) => script);
  writeFileSync(
    join(reader.at, `script-${line}.js`),
    `${given.join('\n')}\n${text}\ndocument.documentElement.dataset.ran = '${line}';`,
  );
  await page.addScriptTag({ type: 'module', url: addressOf(reader, `script-${line}.js`) });
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.ran)).toBe(`${line}`);
  const looks = SEEN.filter(([about]) => about.test(text));
  expect(looks, `what a script does is looked at: ${reader.guide}:${line}`).not.toEqual([]);
  for (const [, look] of looks) await look(page);
  await awaitMaps(text.includes('frame') ? await findFrame(reader) : page);
}

/** A script for a bundler or Node, which find packages by their names. */
async function runModule(reader: GuideReader, text: string, line: number): Promise<void> {
  const file = join(reader.at, `module-${line}.mjs`);
  if (text.includes('export default')) {
    writeFileSync(join(reader.at, 'vite.config.js'), text);
    const { resolveConfig } = await import('vite');
    const { optimizeDeps } = await resolveConfig({ root: reader.at, logLevel: 'error' }, 'serve');
    expect(optimizeDeps.exclude).toContain('maplibre-gl');
    return;
  }
  const isMap = text.includes('configureMap');
  const before = isMap
    ? `import * as guatu from '@guatu/map'; ${text.includes('import ') ? '' : 'const { configureMap } = guatu;'}`
    : `import { readFileSync } from 'node:fs'; import { parsePlan, readDataset } from '@guatu/core';
       const read = (name) => readFileSync(name, 'utf8'); const asOf = '2021-12-31'; const text = read('villages.geojson');
       const dataset = readDataset(parsePlan(JSON.parse(read('plan.json'))).plan, { areas: { name: 'areas.csv', text: read('areas.csv') } });`;
  const after = isMap
    ? 'console.log(guatu.readMapConfiguration().workerUrl.toString())'
    : 'console.log(layout.areas.length, join.withoutShape.length)';
  if (text.includes('parseShapes')) writeFileSync(join(reader.at, 'villages.geojson'), drawShapes(false));
  writeFileSync(file, `${before}\n${text}\n${after};`);
  const { stdout } = await run(process.execPath, [file], { cwd: reader.at });
  expect(stdout.trim()).toMatch(isMap ? /maplibre-gl-worker\.mjs$/ : new RegExp(`^${listVillages().length} 0$`));
}

/** An expression of React behind the imports it needs, in an application of one element. */
async function runReact(reader: GuideReader, text: string, line: number): Promise<void> {
  const consumer = join(project, 'tests/consumers/react');
  const { build } = createRequire(join(project, 'tests/consumers/bundlers/package.json'))('esbuild') as {
    build: (options: object) => Promise<unknown>;
  };
  const source = join(consumer, 'node_modules/.cache', `guide-${reader.language}.tsx`);
  mkdirSync(join(consumer, 'node_modules/.cache'), { recursive: true });
  const [imports = '', element = ''] = text.split(/^(?=<)/m);
  writeFileSync(
    source,
    `import '@guatu/map/define/all'; import { createBoard } from '@guatu/map'; import { createRoot } from 'react-dom/client';
    ${imports}
    const board = createBoard({ target: 'collective-income-5-2022' });
    void board.load({ plan: 'plan.json', areas: 'areas.csv', observations: 'observations.csv' });
    const choose = (code: string | null) => { document.title = code ?? 'none'; };
    createRoot(document.body.appendChild(document.createElement('div'))).render(${element});`,
  );
  await build({
    entryPoints: { [`react-${line}`]: source },
    outdir: reader.at,
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await open(reader, `<script type="module" src="react-${line}.js"></script>`.replace('guatu.js', ''), line);
  const page = await needPage(reader);
  await page.mouse.click(...(await findArea(page)));
  await expect.poll(() => page.title()).toBe(VILLAGE);
  reader.page = null;
  await page.close();
}

/** Compiles strictly, then runs with the county's files. */
async function compile(reader: GuideReader, text: string, line: number): Promise<void> {
  const file = join(reader.at, `evaluate-${line}.mts`);
  const names = ['planJson', 'areasCsv', 'observationsCsv'];
  const [imports = '', rest = ''] = text.split(/(?<=^import .*\n)/m);
  writeFileSync(file, `${imports}${names.map((name) => `declare const ${name}: string;`).join('\n')}\n${rest}`);
  const args = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--types',
    '',
    file,
  ];
  await run(join(project, 'node_modules/.bin/tsc'), args, { cwd: reader.at }).catch((error: { stdout?: string }) =>
    expect(error.stdout).toBe(''),
  );
  const given = `import { readFileSync } from 'node:fs'; const read = (name) => readFileSync(name, 'utf8');
    const planJson = read('plan.json'), areasCsv = read('areas.csv'), observationsCsv = read('observations.csv');`;
  writeFileSync(file.replace('.mts', '.mjs'), `${imports}${given}\n${rest}`);
  const { stdout } = await run(process.execPath, [file.replace('.mts', '.mjs')], { cwd: reader.at });
  // verdict, figure, required, how many have reported, pace
  expect(stdout).toMatch(/^[a-zA-Z]+ [\d.]+ [\d.]+ \{/);
}
