// A consumer's page draws the county: first as SVG, then through WebGL, its worker found without a setting.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';
import { bundlers, project } from './bundle-consumer.js';
import { installPacked } from './unpack-packages.js';

let browser: Browser;
let folder = '';
const servers: Server[] = [];

beforeAll(async () => {
  // bundlers choose a package's production files by it
  vi.stubEnv('NODE_ENV', 'production');
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'drawing-'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser.close();
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** How each consumer gets its script into a folder, and the script's name; none where it builds its own page. */
const consumers: Readonly<Record<string, (out: string) => Promise<string>>> = {
  async 'a script tag'(out) {
    cpSync(join(project, 'tests/consumers/script-tag'), out, { recursive: true });
    cpSync(join(project, 'packages/map/dist/cdn'), join(out, 'guatu'), { recursive: true });
    return '';
  },
  async 'vite, from packed packages'(out) {
    const site = mkdtempSync(join(folder, 'vite-project-'));
    cpSync(join(project, 'tests/consumers/vite'), site, { recursive: true });
    installPacked(site);
    const { build } = await import('vite');
    await build({
      root: site,
      configFile: false,
      logLevel: 'error',
      build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0 },
    });
    return '';
  },
  async webpack(out) {
    await bundlers['webpack']?.(out, { entry: 'entry-webpack.ts' });
    return 'main.js';
  },
  async esbuild(out) {
    await bundlers['esbuild']?.(out);
    const resolve = createRequire(join(project, 'tests/consumers/bundlers/package.json')).resolve;
    cpSync(resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'), join(out, 'maplibre-gl-worker.mjs'));
    return 'main.js';
  },
};

/** Serves a page with the county on it, as a site of its own; the map tells the document which renderers have drawn. */
async function publish(name: string, writeScript: (out: string) => Promise<string>): Promise<string> {
  const out = join(folder, name.replaceAll(/\W/g, '-'));
  const script = await writeScript(out);
  // a consumer without a script's name has a page of its own
  if (script === '') return serve(out);
  writeFileSync(
    join(out, 'watch.js'),
    "addEventListener('guatu-draw', ({ renderer }) => { document.documentElement.className += ` ${renderer}`; });",
  );
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
    <script src="watch.js"></script><script type="module" src="${script}"></script></head>
    <body><guatu-map plan="/data/plan.json" areas="/data/areas.csv" data="/data/observations.csv /data/registers.csv /data/events.csv /data/links.csv"
      target="collective-income-5-2022"></guatu-map></body></html>`,
  );
  return serve(out);
}

function serve(out: string): Promise<string> {
  const server = createSiteServer({ '/': out, '/data/': join(project, 'fixtures/yongchang') });
  servers.push(server);
  return listen(server, 0);
}

/** The share of the map's pixels that are clearly different between two pictures of it. */
async function compare(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([a = '', b = '']) => {
      const [first, second] = await Promise.all(
        [a, b].map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!first || !second || first.length !== second.length) return 1;
      let different = 0;
      for (let i = 0; i < first.length; i += 4) {
        if ([0, 1, 2].some((channel) => Math.abs((first[i + channel] ?? 0) - (second[i + channel] ?? 0)) > 128))
          different += 1;
      }
      return different / (first.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

test.each(Object.entries(consumers))(
  '%s: both renderers draw the county, and the hand-over moves nothing',
  async (name, writeScript) => {
    const address = await publish(name, writeScript);
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    const complaints = watchComplaints(page, address);
    await page.goto(address);
    const map = page.locator('guatu-map');
    await page.waitForFunction(() => document.documentElement.className === ' svg', null, { timeout: 60_000 });
    await map.evaluate((element) => element.setAttribute('renderer', 'maplibre'));
    await page.waitForFunction(() => document.documentElement.className === ' svg maplibre', null, { timeout: 60_000 });
    const [box, webgl] = [await map.boundingBox(), await map.screenshot()];
    await map.evaluate((element) => element.setAttribute('renderer', 'svg'));
    await page.waitForFunction(() => document.querySelector('guatu-map')?.shadowRoot?.querySelector('canvas') === null);
    const svg = await map.screenshot();
    expect(await map.boundingBox()).toEqual(box);
    const drawn = await map.evaluate((element) => element.shadowRoot?.querySelectorAll('path[data-code]').length);
    expect(drawn).toBe(112);
    expect(await compare(page, webgl, svg)).toBeLessThan(0.005);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test('a worker that is missing leaves the SVG picture, and says so on the page', async () => {
  const address = await publish('no worker', async (out) => {
    await bundlers['esbuild']?.(out);
    return 'main.js';
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(address);
  const map = page.locator('guatu-map');
  await map.evaluate((element) => element.setAttribute('renderer', 'maplibre'));
  await expect
    .poll(() => map.evaluate((element) => element.shadowRoot?.textContent ?? ''), { timeout: 60_000 })
    .toContain('WebGL');
  expect(await page.evaluate(() => document.documentElement.className)).toBe(' svg');
  const seen = await map.evaluate((element) => {
    const areas = [...(element.shadowRoot?.querySelectorAll('path[data-code]') ?? [])];
    return areas.filter((area) => getComputedStyle(area).visibility === 'visible').length;
  });
  expect(seen).toBe(112);
  await page.close();
});
