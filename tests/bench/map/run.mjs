// Draws a county beside other map libraries and tells how long each takes, from data in memory to a presented frame.
//
//   node tests/bench/map/run.mjs [--sizes=112,1200,16000] [--rounds=5] [--only=guatu,svg,canvas,maplibre,echarts,leaflet,bare]
//
// Everyone draws the same polygons at the same size, in one browser, each time in a fresh page, in turns. A picture stands
// when a frame that the browser has presented shows the colours of four fifths of 400 areas, read from its pixels.
import { copyFileSync, createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../../../scripts/browser.mjs';
import { FrameRecorder } from './frame-recorder.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const SIZE = { width: 900, height: 600 };
const SAMPLES = 400;
/** After so many milliseconds of one size no further round begins, the second apart. */
const MOST_TIME = 60_000;

/** Each with the module it is in and what that exports. */
const CONTESTANTS = {
  guatu: ['guatu', 'drawWithGuatu'],
  svg: ['guatu', 'drawWithSvg'],
  canvas: ['guatu', 'drawWithCanvas'],
  maplibre: ['guatu', 'drawWithMaplibre'],
  echarts: ['echarts', 'drawWithEcharts'],
  leaflet: ['leaflet', 'drawWithLeaflet'],
  bare: ['bare-canvas', 'drawOnBareCanvas'],
};

/** One page for each contestant, bundled as an application would. */
async function bundle(folder) {
  const source = (path) => join(root, 'packages', path);
  copyFileSync(
    join(root, 'packages/map/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'),
    join(folder, 'maplibre-gl-worker.mjs'),
  );
  for (const [name, [module, exported]] of Object.entries(CONTESTANTS)) {
    await build({
      stdin: {
        contents: `import { installBench } from './page.ts'; import { ${exported} } from './contestants/${module}.ts'; installBench('${name}', ${exported});`,
        resolveDir: here,
        loader: 'ts',
      },
      outfile: join(folder, `${name}.js`),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      alias: {
        '@guatu/core/calendar': source('core/src/calendar.ts'),
        '@guatu/core/names': source('core/src/names.ts'),
        '@guatu/core/words': source('core/src/words.ts'),
        '@guatu/core': source('core/src/index.ts'),
        '@guatu/map/fictional': source('map/src/fictional/index.ts'),
        '@guatu/map/scene': source('map/src/scene/index.ts'),
        '@guatu/map/svg': source('map/src/renderers/svg/index.ts'),
      },
      nodePaths: [join(root, 'packages/map/node_modules'), join(root, 'node_modules')],
    });
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><style>html, body { margin: 0; background: #fff } #map { position: relative; overflow: hidden }</style><div id="map"></div><script type="module" src="${name}.js"></script>`,
    );
  }
}

/** Serves a folder on a port of its own. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url, 'http://localhost').pathname.slice(1));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.endsWith('js') ? 'text/javascript' : 'text/html' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Opens a contestant's page with a county in memory. */
async function open(browser, address, name, made) {
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1 });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.goto(`${address}/${name}.html`);
  await page.waitForFunction(() => window.bench);
  await page.evaluate(([county, size]) => window.bench.prepare(county, size), [made, SIZE]);
  return page;
}

/** The counties of a size: the one drawn by cold code, and another after it. */
const countiesOf = (villages) => [1, 2].map((seed) => ({ villages, seed }));

/** One contestant once, in a fresh page: the first picture, then every colour another; then a first picture of another county. */
async function measure(browser, address, { name, villages, colors }) {
  const [county, second] = countiesOf(villages);
  const page = await open(browser, address, name, county);
  await page.evaluate((given) => window.bench.setColors(given), colors[0]);
  const recorder = await FrameRecorder.start(page);
  const first = await page.evaluate(() => window.bench.mount());
  const samples = await page.evaluate((most) => window.bench.sample(0, most), SAMPLES);
  const drawn = await recorder.waitFor(samples, first.start);
  const times = [];
  const scripted = [];
  for (const to of [1, 0, 1]) {
    const { start, scripted: script } = await page.evaluate((which) => window.bench.recolor(which), to);
    const wanted = await page.evaluate(([which, most]) => window.bench.sample(which, most), [to, SAMPLES]);
    times.push((await recorder.waitFor(wanted, start)) - start);
    scripted.push(script);
  }
  await page.evaluate(() => window.bench.unmount());
  await page.evaluate(([made, size]) => window.bench.prepare(made, size), [second, SIZE]);
  await page.evaluate((given) => window.bench.setColors(given), colors[1]);
  const again = await page.evaluate(() => window.bench.mount());
  const others = await page.evaluate((most) => window.bench.sample(0, most), SAMPLES);
  const warm = (await recorder.waitFor(others, again.start)) - again.start;
  await recorder.stop();
  await page.evaluate(() => window.bench.unmount());
  const turnOver =
    name === 'maplibre' ? Number.NaN : await page.evaluate((n) => window.bench.turnOver(n), villages > 4000 ? 1 : 5);
  await page.context().close();
  const middle = (list) => list.sort((a, b) => a - b)[1];
  return {
    first: drawn - first.start,
    script: first.scripted,
    warm,
    warmScript: again.scripted,
    recolor: middle(times),
    recolorScript: middle(scripted),
    turnOver,
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
const spread = (values) => `${Math.round(Math.min(...values))}…${Math.round(Math.max(...values))}`;

/** One line for each contestant: medians in milliseconds, with the least and the most in brackets. */
function report(villages, results) {
  const of = (name, key) => results.get(name)?.map((one) => one[key]) ?? [];
  const cell = (name, key) => `${Math.round(median(of(name, key)))} (${spread(of(name, key))})`;
  const rounds = Math.max(0, ...[...results.values()].map((all) => all.length));
  console.log(
    `\n| ${villages.toLocaleString('en')} areas, ${rounds} rounds | first picture | of it script | … by warm code | of it script | recolouring | of it script | on and off, script |\n|---|---|---|---|---|---|---|---|`,
  );
  for (const name of results.keys()) {
    const off = Number.isNaN(median(of(name, 'turnOver'))) ? '–' : cell(name, 'turnOver');
    console.log(
      `| ${name} | ${cell(name, 'first')} | ${Math.round(median(of(name, 'script')))} | ${cell(name, 'warm')} | ${Math.round(median(of(name, 'warmScript')))} | ${cell(name, 'recolor')} | ${Math.round(median(of(name, 'recolorScript')))} | ${off} |`,
    );
  }
  for (const peer of ['echarts', 'leaflet']) {
    if (!results.has(peer) || !results.has('guatu')) continue;
    const ratio = (key) => (median(of('guatu', key)) / median(of(peer, key))).toFixed(2);
    console.log(
      `guatu against ${peer}: first picture ${ratio('first')}, by warm code ${ratio('warm')}, recolouring ${ratio('recolor')}`,
    );
  }
}

const sizes = (process.argv.find((arg) => arg.startsWith('--sizes='))?.slice(8) ?? '112,1200,16000')
  .split(',')
  .map(Number);
const rounds = Number(process.argv.find((arg) => arg.startsWith('--rounds='))?.slice(9) ?? 5);
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',') ?? ['guatu', 'maplibre', 'echarts', 'leaflet', 'bare'];

const folder = mkdtempSync(join(tmpdir(), 'guatu-bench-'));
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...browserArguments, '--disable-frame-rate-limit', '--disable-gpu-vsync', '--disable-accelerated-2d-canvas'],
});
const closing = [() => browser.close()];
try {
  await bundle(folder);
  const { address, close } = await serve(folder);
  closing.push(close);
  console.log(
    `Chromium ${browser.version()}, ${availableParallelism()} cores, ${SIZE.width} × ${SIZE.height}, canvases drawn by the processor, WebGL by SwiftShader`,
  );
  for (const villages of sizes) {
    const colors = [];
    for (const county of countiesOf(villages)) {
      const page = await open(browser, address, 'guatu', county);
      colors.push(await page.evaluate(() => window.bench.findColors()));
      await page.context().close();
    }
    // the first page of a browser pays for fonts and processes
    if (villages === sizes[0] && villages < 4000)
      for (const name of only) await measure(browser, address, { name, villages, colors });
    const results = new Map(only.map((name) => [name, []]));
    const enough = Date.now() + MOST_TIME;
    for (let round = 0; round < rounds && (round < 2 || Date.now() < enough); round += 1) {
      for (const name of round % 2 === 0 ? only : [...only].reverse()) {
        if (!results.has(name)) continue;
        await measure(browser, address, { name, villages, colors }).then(
          (one) => results.get(name)?.push(one),
          (error) => {
            console.error(`${name} at ${villages}: ${error.message}`);
            results.delete(name);
          },
        );
      }
    }
    report(villages, results);
  }
} finally {
  for (const close of closing) await close();
  rmSync(folder, { recursive: true, force: true });
}
