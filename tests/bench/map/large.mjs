// Very large maps through <guatu-map>: 50,000 villages as GeoJSON and as vector tiles, 500,000 as vector tiles.
//
//     npm run bench -- large            everything
//     npm run bench -- large --only=50000-geojson
//
// Data is made up the same way every time and kept under node_modules/.cache.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../../../scripts/browser.mjs';
import { createSiteServer, listen } from '../../../scripts/serve.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/guatu-large');
const source = (path) => join(root, 'packages', path);
/** The counties are about as high as they are wide: this width gives a picture of as many pixels as 900 × 600 have. */
const SIZE = { width: 760, height: 710 };
const PAN_SECONDS = 10;

const alias = {
  '@guatu/core/calendar': source('core/src/calendar.ts'),
  '@guatu/core/names': source('core/src/names.ts'),
  '@guatu/core/words': source('core/src/words.ts'),
  '@guatu/core': source('core/src/index.ts'),
  '@guatu/map/geometry': source('map/src/geometry/index.ts'),
  '@guatu/map/scene': source('map/src/scene/index.ts'),
  '@guatu/map/svg': source('map/src/renderers/svg/index.ts'),
};

/** The registrations of the elements are kept, as the build of the package keeps them. */
const keepRegistrations = {
  name: 'keep-registrations',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.{1,2}\// }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === keepRegistrations) return undefined;
      const resolved = await bundler.resolve(path, { importer, kind, resolveDir, pluginData: keepRegistrations });
      return /[\\/]src[\\/]define[\\/]/.test(resolved.path) ? { ...resolved, sideEffects: true } : undefined;
    });
  },
};

const forNode = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
  alias,
  external: ['@resvg/resvg-js'],
  nodePaths: [source('cli/node_modules'), source('map/node_modules'), source('core/node_modules')],
  banner: {
    js: "import { createRequire as __makeRequire } from 'node:module'; const require = __makeRequire(import.meta.url);",
  },
};

async function bundleAll() {
  mkdirSync(join(cache, 'site'), { recursive: true });
  await build({
    ...forNode,
    entryPoints: [join(root, 'tests/bench/map/large-county.ts')],
    outfile: join(cache, 'large-county.mjs'),
  });
  await build({ ...forNode, entryPoints: [source('cli/src/index.ts')], outfile: join(cache, 'cli.mjs') });
  await build({
    entryPoints: { guatu: source('map/src/cdn/guatu.ts') },
    outdir: join(cache, 'site'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    alias,
    plugins: [keepRegistrations],
  });
  copyFileSync(
    source('map/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'),
    join(cache, 'site/maplibre-gl-worker.mjs'),
  );
}

/** A county's folder, made where it is not there yet. */
async function county(villages) {
  const folder = join(cache, String(villages));
  if (existsSync(join(folder, 'done.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  const { writeCounty } = await import(pathToFileURL(join(cache, 'large-county.mjs')).href);
  await writeCounty(folder, villages, villages <= 50_000);
  return folder;
}

/** Cuts a county into tiles, in a process of its own, and tells what that took. */
async function cutTiles(folder) {
  const output = join(folder, 'areas.pmtiles');
  if (existsSync(output)) return output;
  const script = `import { run } from ${JSON.stringify(pathToFileURL(join(cache, 'cli.mjs')).href)};
    const from = performance.now();
    process.exitCode = await run(['tiles', 'boundaries.geojson', '-o', 'areas.pmtiles', '--areas', 'areas.csv', '--locale', 'en']);
    console.log(\`guatu tiles: \${((performance.now() - from) / 1000).toFixed(1)} s, \${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at most\`);`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`guatu tiles ended with ${status}`);
  console.log(
    `  ${(statSync(join(folder, 'boundaries.geojson')).size / 1e6).toFixed(0)} MB of GeoJSON, ${(statSync(output).size / 1e6).toFixed(0)} MB of tiles`,
  );
  return output;
}

function writePage(boundaries, reports) {
  const data = ['/data/events.csv', ...(reports ? ['/data/observations.csv'] : [])].join(' ');
  writeFileSync(
    join(cache, 'site/watch.js'),
    `window.drawn = {}; window.longest = 0;
    addEventListener('guatu-draw', ({ renderer }) => { window.drawn[renderer] ??= performance.now(); });
    addEventListener('guatu-diagnostic', ({ diagnostics }) => { window.findings = diagnostics.map(({ message }) => message); });
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); }).observe({ entryTypes: ['longtask'] });`,
  );
  writeFileSync(join(cache, 'site/page.css'), `body { margin: 0 } guatu-map { width: ${SIZE.width}px }`);
  writeFileSync(
    join(cache, 'site/index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>large</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css">
    <script src="watch.js"></script><script type="module" src="guatu.js"></script></head>
    <body><guatu-map locale="en" plan="/data/plan.json" areas="/data/areas.csv" data="${data}" boundaries="/data/${boundaries}"></guatu-map></body></html>`,
  );
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** The whole way, from the page's address to a picture by each renderer. */
async function measureFirst(browser, { folder, boundaries, reports }) {
  writePage(boundaries, reports);
  const server = createSiteServer({ '/': join(cache, 'site'), '/data/': folder });
  const address = await listen(server, 0);
  const page = await browser.newPage({ viewport: { width: SIZE.width, height: SIZE.height + 150 } });
  page.on('pageerror', (error) => console.error(error.message));
  let [fetched, requests] = [0, 0];
  page.on('response', (response) => {
    if (!response.url().endsWith(boundaries)) return;
    requests += 1;
    fetched += Number(response.headers()['content-length'] ?? 0);
  });
  await page.goto(address);
  await page.waitForFunction(() => window.drawn.maplibre, null, { timeout: 180_000, polling: 500 });
  const {
    drawn,
    longest,
    findings = [],
  } = await page.evaluate(() => ({ drawn: window.drawn, longest: window.longest, findings: window.findings }));
  const first = drawn.canvas ?? drawn.svg;
  console.log(
    `  first picture ${seconds(first)}, maplibre's ${seconds(drawn.maplibre)}; longest task ${seconds(longest)}; boundaries: ${requests} requests, ${(fetched / 1e6).toFixed(1)} MB`,
  );
  for (const message of findings.slice(0, 3)) console.log(`  ${message}`);
  return { page, close: async () => (await page.close(), await new Promise((resolve) => server.close(resolve))) };
}

/** Where the page's own thread spends its time: the dozen functions with most of it. @returns ends it, and tells */
async function startProfile(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop');
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const times = new Map();
    for (const [index, id] of profile.samples.entries()) {
      const { functionName, url, lineNumber, columnNumber } = nodes.get(id).callFrame;
      const name = `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber}:${columnNumber}`;
      times.set(name, (times.get(name) ?? 0) + profile.timeDeltas[index] / 1000);
    }
    for (const [name, time] of [...times].sort(([, a], [, b]) => b - a).slice(0, 12))
      console.log(`    ${String(Math.round(time)).padStart(6)} ms  ${name}`);
  };
}

/** Zooms in and drags the map about, and tells how long frames took. */
async function measurePanning(page, zooms) {
  const box = await page.locator('guatu-map').evaluate((element) => {
    const { x, y, width, height } = element.shadowRoot.querySelector('.stage').getBoundingClientRect();
    return { x, y, width, height };
  });
  const middle = [box.x + box.width / 2, box.y + Math.min(box.height, SIZE.height) / 2];
  await page.mouse.move(...middle);
  for (let turn = 0; turn < zooms; turn++) {
    await page.locator('guatu-map').locator('[data-action=zoomIn]').click();
    await page.waitForTimeout(800);
  }
  await page.waitForTimeout(4000);
  await page.evaluate(() => {
    window.frames = [];
    let last = performance.now();
    const look = (now) => {
      window.frames.push(now - last);
      last = now;
      if (!window.stopped) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const profile = process.argv.includes('--profile') ? await startProfile(page) : null;
  const end = Date.now() + PAN_SECONDS * 1000;
  let turn = 0;
  while (Date.now() < end) {
    // to and fro in long strokes, a little further each time: new tiles keep coming
    const [dx, dy] = [
      [-300, -40],
      [-300, 60],
      [260, -120],
      [-280, 140],
    ][turn % 4];
    await page.mouse.move(middle[0] - dx / 2, middle[1] - dy / 2);
    await page.mouse.down();
    for (let step = 1; step <= 24; step++)
      await page.mouse.move(middle[0] - dx / 2 + (dx * step) / 24, middle[1] - dy / 2 + (dy * step) / 24);
    await page.mouse.up();
    turn += 1;
  }
  await profile?.();
  const frames = (await page.evaluate(() => ((window.stopped = true), window.frames))).slice(2).sort((a, b) => a - b);
  const at = (share) => Math.round(frames[Math.min(frames.length - 1, Math.floor(frames.length * share))]);
  const slow = frames.filter((frame) => frame > 250).length;
  console.log(
    `  ${PAN_SECONDS} s of panning, ${zooms} zooms in: ${frames.length} frames, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms, ${slow} over 250 ms; ${turn} strokes`,
  );
}

const CASES = {
  '50000-geojson': { villages: 50_000, boundaries: 'boundaries.geojson', reports: true, zooms: 2 },
  '50000-pmtiles': { villages: 50_000, boundaries: 'areas.pmtiles', reports: true, zooms: 2 },
  '500000-pmtiles': { villages: 500_000, boundaries: 'areas.pmtiles', reports: false, zooms: 5 },
};

const only =
  process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice(7)
    .split(',') ?? Object.keys(CASES);
await bundleAll();
for (const name of only) {
  const { villages, boundaries, reports, zooms } = CASES[name] ?? {};
  if (!villages) throw new Error(`no such case: ${name}; known: ${Object.keys(CASES).join(', ')}`);
  const folder = await county(villages);
  if (boundaries.endsWith('.pmtiles')) await cutTiles(folder);
  if (process.argv.includes('--data')) continue;
  console.log(`${name}`);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  try {
    const { page, close } = await measureFirst(browser, { folder, boundaries, reports });
    await measurePanning(page, zooms);
    const shots = process.argv.find((arg) => arg.startsWith('--shots='))?.slice(8);
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
    await close();
  } finally {
    await browser.close();
  }
}
