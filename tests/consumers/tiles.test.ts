// A county out of vector tiles: on a server with ranges and on one without, without WebGL, and with files that are none.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import type { fictionalCounty as makeCounty } from '../../packages/map/src/fictional/index.js';
import { launchChromium, watchComplaints } from '../chromium.js';
import { project } from './bundle-consumer.js';

const VILLAGES = 112;

let browser: Browser;
let folder = '';
const servers: Server[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'tiles-'));
  const site = (path: string): string => join(folder, path);
  cpSync(join(project, 'packages/map/dist/cdn'), site('site'), { recursive: true });
  const { fictionalCounty } = (await import(join(project, 'packages/map/dist/fictional/index.js'))) as {
    readonly fictionalCounty: typeof makeCounty;
  };
  const county = fictionalCounty({ villages: VILLAGES, seed: 2 });
  writeFileSync(site('site/boundaries.geojson'), JSON.stringify(county.boundaries));
  writeFileSync(site('site/areas.csv'), county.areasCsv);
  writeFileSync(site('site/observations.csv'), county.observationsCsv);
  writeFileSync(site('site/events.csv'), county.eventsCsv);
  writeFileSync(site('site/plan.json'), JSON.stringify(county.plan));
  const guatu = join(project, 'packages/cli/bin/guatu.js');
  execFileSync(
    process.execPath,
    [guatu, 'tiles', 'boundaries.geojson', '-o', 'areas.pmtiles', '--areas', 'areas.csv'],
    { cwd: site('site'), stdio: 'ignore' },
  );
  writeFileSync(site('site/cut.pmtiles'), readFileSync(site('site/areas.pmtiles')).subarray(0, 9000));
  writeFileSync(site('site/page.pmtiles'), '<!doctype html><title>sign in</title>');
  cpSync(site('site/areas.pmtiles'), site('site/areas.bin'));
  writeFileSync(
    site('site/watch.js'),
    `window.drawn = []; window.told = [];
    addEventListener('guatu-draw', ({ renderer }) => window.drawn.push(renderer));
    addEventListener('guatu-diagnostic', ({ diagnostics }) => window.told.push(...diagnostics.map(({ code }) => code)));`,
  );
  for (const [name, boundaries] of Object.entries({
    index: 'areas.pmtiles',
    magic: 'areas.bin',
    cut: 'cut.pmtiles',
    page: 'page.pmtiles',
    none: 'none.pmtiles',
  })) {
    writeFileSync(
      site(`site/${name}.html`),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>tiles</title><link rel="icon" href="data:,">
      <script src="watch.js"></script><script type="module" src="guatu.js"></script></head>
      <body><guatu-map locale="en" view="attainment" target="toilets-85" as-of="2022-12-31" plan="plan.json" areas="areas.csv"
        data="observations.csv events.csv" boundaries="${boundaries}"></guatu-map></body></html>`,
    );
  }
}, 60_000);

afterAll(async () => {
  await browser.close();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, { recursive: true, force: true });
});

async function serve(server: Server): Promise<string> {
  servers.push(server);
  return listen(server, 0);
}

/** The site as a server gives it that knows no ranges. */
function serveWhole(): Server {
  const types: Readonly<Record<string, string>> = { js: 'text/javascript', mjs: 'text/javascript', html: 'text/html' };
  return createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    try {
      const bytes = readFileSync(join(folder, 'site', name));
      response
        .writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' })
        .end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
}

const isDrawnBy = (page: Page, renderer: string): Promise<unknown> =>
  page.waitForFunction((name) => (window as unknown as { drawn: string[] }).drawn.includes(name), renderer, {
    timeout: 60_000,
  });

/**
 * How many areas are seen in the colour of their class, at one of several places of their ground at least: names stand
 * on some.
 */
async function countInColour(page: Page): Promise<{ readonly right: number; readonly colours: number }> {
  const shot = (await page.screenshot({ fullPage: true })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    context?.drawImage(image, 0, 0);
    const map = document.querySelector('guatu-map');
    const scene = map?.scene;
    const box = map?.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
    if (!scene || !box || !context) return { right: 0, colours: 0 };
    const seen = scene.layout.areas.filter(({ inner: [x, y], bounds: [x0, y0, x1, y1] }, index) => {
      const wanted = Number.parseInt(scene.paints[index]?.fill.slice(1) ?? '', 16);
      return [
        [-0.5, 0],
        [0.5, 0],
        [0, -0.55],
        [0, 0.55],
        [0.35, 0.4],
      ].some(([dx = 0, dy = 0]) => {
        const at = [box.x + scrollX + x + (dx * (x1 - x0)) / 2, box.y + scrollY + y + (dy * (y1 - y0)) / 2] as const;
        const pixel = context.getImageData(Math.round(at[0]), Math.round(at[1]), 1, 1).data;
        return [wanted >> 16, (wanted >> 8) & 255, wanted & 255].every(
          (value, channel) => Math.abs(value - (pixel[channel] ?? 0)) <= 2,
        );
      });
    });
    return { right: seen.length, colours: new Set(scene.paints.map(({ fill }) => fill)).size };
  }, shot);
}

describe('a server with ranges', () => {
  let page: Page;
  let address = '';
  let complaints: string[] = [];
  const answers: number[] = [];

  beforeAll(async () => {
    address = await serve(createSiteServer({ '/': join(folder, 'site') }));
    page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
    complaints = watchComplaints(page, address);
    page.on('response', (response) => {
      if (response.url().endsWith('.pmtiles')) answers.push(response.status());
    });
    await page.goto(address);
    await isDrawnBy(page, 'maplibre');
  });

  afterAll(() => page.close());

  test('both renderers fill every area in its colour, under a strict policy', async () => {
    expect(await page.evaluate(() => (window as unknown as { drawn: string[] }).drawn)).toEqual(['svg', 'maplibre']);
    const webgl = await countInColour(page);
    expect(webgl.colours).toBeGreaterThan(1);
    expect(webgl.right).toBe(VILLAGES);
    await page.locator('guatu-map').evaluate((map) => map.setAttribute('renderer', 'svg'));
    await page.waitForFunction(() => document.querySelector('guatu-map')?.shadowRoot?.querySelector('canvas') === null);
    expect((await countInColour(page)).right).toBe(VILLAGES);
    await page.locator('guatu-map').evaluate((map) => map.setAttribute('renderer', 'auto'));
    await page.waitForFunction(
      () => (window as unknown as { drawn: string[] }).drawn.filter((name) => name === 'maplibre').length === 2,
      null,
      { timeout: 60_000 },
    );
    expect(new Set(answers)).toEqual(new Set([206]));
    expect(complaints).toEqual([]);
  });

  test('the synthetic shapes say so', async () => {
    expect(await page.locator('guatu-map').locator('[part~=notices]').textContent()).toContain('虚构');
  });

  test('another date paints the same tiles anew, and fetches nothing', async () => {
    const before = answers.length;
    await page.locator('guatu-map').evaluate((map) => map.setAttribute('as-of', '2020-12-31'));
    await expect.poll(async () => (await countInColour(page)).right, { timeout: 20_000 }).toBe(VILLAGES);
    expect(answers).toHaveLength(before);
  });

  test('zooming in fetches what is looked at, and the pointer finds the area that is there', async () => {
    const before = answers.length;
    for (let turn = 0; turn < 3; turn++) {
      await page.locator('guatu-map').locator('[data-action=zoomIn]').click();
      await page.waitForTimeout(700);
    }
    await expect.poll(() => answers.length, { timeout: 20_000 }).toBeGreaterThan(before);
    const box = await page.locator('guatu-map').locator('.stage').boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    await page.mouse.move(x + 3, y + 3);
    const pointed = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.querySelector('guatu-map')?.board.snapshot.state.pointed);
    await expect.poll(pointed, { timeout: 20_000 }).toMatch(/^99\d{10}$/);
    // the middle of the picture stays where it is when zooming: the area there is one of the county's innermost
    const middle = await page.evaluate(() => {
      const { scene, board } = document.querySelector('guatu-map') ?? {};
      const shape = scene?.layout.areas.find(({ code }) => code === board?.snapshot.state.pointed);
      return (
        scene &&
        shape &&
        [shape.inner[0] - scene.layout.width / 2, shape.inner[1] - scene.layout.height / 2].map(Math.abs)
      );
    });
    expect(Math.max(...(middle ?? [Number.NaN]))).toBeLessThan(90);
    // tiles of a zoom that was passed through are no longer wanted
    expect(complaints.filter((complaint) => !complaint.endsWith('(net::ERR_ABORTED)'))).toEqual([]);
  });
});

describe('other servers and other pages', () => {
  test('an archive of another name is known by how it begins', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
    await page.goto(`${await serve(createSiteServer({ '/': join(folder, 'site') }))}magic.html`);
    await isDrawnBy(page, 'maplibre');
    expect((await countInColour(page)).right).toBe(VILLAGES);
    await page.close();
  });

  test('a tile that cannot be fetched is told: a hole must not look like no data', async () => {
    const site = createSiteServer({ '/': join(folder, 'site') });
    let broken = false;
    const [answer] = site.listeners('request') as ((...given: unknown[]) => void)[];
    site.removeAllListeners('request');
    site.on('request', (request, response) => {
      if (broken && request.url?.endsWith('.pmtiles')) response.writeHead(503).end();
      else answer?.(request, response);
    });
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
    await page.goto(await serve(site));
    await isDrawnBy(page, 'maplibre');
    broken = true;
    for (let turn = 0; turn < 4; turn++) {
      await page.locator('guatu-map').locator('[data-action=zoomIn]').click();
      await page.waitForTimeout(500);
    }
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told), { timeout: 20_000 })
      .toContain('source-status');
    expect(await page.locator('guatu-map').locator('[part~=message]').textContent()).toContain(
      'areas.pmtiles: the server answered 503',
    );
    await page.close();
  });

  test('without ranges a small archive is fetched whole, once', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
    let requests = 0;
    page.on('request', (request) => (requests += Number(request.url().endsWith('.pmtiles'))));
    await page.goto(await serve(serveWhole()));
    await isDrawnBy(page, 'maplibre');
    expect((await countInColour(page)).right).toBe(VILLAGES);
    expect(requests).toBe(1);
    await page.close();
  });

  test('without WebGL2 the areas are drawn from the overview', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
    await page.addInitScript(() => Object.assign(HTMLCanvasElement.prototype, { getContext: () => null }));
    await page.goto(await serve(createSiteServer({ '/': join(folder, 'site') })));
    await isDrawnBy(page, 'svg');
    await page.waitForFunction(() => document.querySelector('guatu-map')?.board.snapshot.status === 'ready');
    await expect.poll(async () => (await countInColour(page)).right, { timeout: 20_000 }).toBe(VILLAGES);
    await page.close();
  });

  test.each([
    ['none', 'source-status', '404'],
    ['page', 'source-html', 'web page'],
    ['cut', 'tiles-truncated', 'cut short'],
  ])('%s.pmtiles: what is wrong stands on the map, and tiles are drawn', async (name, code, words) => {
    const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
    await page.goto(`${await serve(createSiteServer({ '/': join(folder, 'site') }))}${name}.html`);
    await isDrawnBy(page, 'svg');
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told), { timeout: 20_000 })
      .toContain(code);
    const map = page.locator('guatu-map');
    expect(await map.locator('[part~=message]').textContent()).toMatch(new RegExp(`${name}\\.pmtiles.*${words}`, 's'));
    const drawn = await map.evaluate(
      (element) =>
        (element as unknown as { scene: { layout: { projection: { kind: string }; areas: unknown[] } } }).scene.layout,
    );
    expect([drawn.projection.kind, drawn.areas.length]).toEqual(['tiles', VILLAGES]);
    await page.close();
  });
});
