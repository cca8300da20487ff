// What a page with one script tag asks for until its picture stands, by a server that takes its time.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium } from '../chromium.js';
import { project } from './bundle-consumer.js';

/** How long an answer takes, in milliseconds: more than what a page does between two requests of one step. */
const DELAY = 400;
const PATIENCE = { timeout: 60_000 };

let browser: Browser;
let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'journey-'));
  cpSync(join(project, 'packages/map/dist/cdn'), join(folder, 'guatu'), { recursive: true });
  const inner = createSiteServer({ '/': folder, '/data/': join(project, 'fixtures/yongchang') });
  server = createServer((request, response) => {
    setTimeout(() => inner.emit('request', request, response), DELAY);
  });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

interface Request {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Opens a page with the county; squares are its boundaries. */
async function open(name: string, head: string): Promise<Page> {
  writeFileSync(
    join(folder, 'watch.js'),
    `addEventListener('guatu-draw', ({ renderer }) => {
      window.drawn = [...(window.drawn ?? []), renderer];
      window.before ??= performance.getEntriesByType('resource')
        .map(({ name, startTime, responseEnd }) => ({ name: new URL(name).pathname + new URL(name).search, start: startTime, end: responseEnd }))
        .filter(({ name, end }) => end > 0 && !name.endsWith('watch.js'));
    });`,
  );
  const square = (code: string, west: number, south: number) => ({
    type: 'Feature',
    properties: { code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + 1, south],
          [west + 1, south + 1],
          [west, south + 1],
          [west, south],
        ],
      ],
    },
  });
  const codes = readFileSync(join(project, 'fixtures/yongchang/areas.csv'), 'utf8').match(/\b\d{12}\b/g) ?? [];
  writeFileSync(
    join(folder, 'boundaries.geojson'),
    JSON.stringify({
      type: 'FeatureCollection',
      features: [...new Set(codes)].map((code, i) => square(code, i % 12, Math.floor(i / 12))),
    }),
  );
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
    <script src="watch.js"></script>${head}</head>
    <body><guatu-map plan="/data/plan.json" areas="/data/areas.csv" data="/data/observations.csv /data/events.csv"
      boundaries="boundaries.geojson" target="collective-income-5-2022"></guatu-map><guatu-legend></guatu-legend></body></html>`,
  );
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(`${address}${name}.html`);
  await page.waitForFunction(() => Reflect.get(window, 'before') !== undefined, null, PATIENCE);
  return page;
}

const listBefore = (page: Page): Promise<Request[]> => page.evaluate(() => Reflect.get(window, 'before') as Request[]);
const listAll = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));

/** The longest chain of requests of which each was made after the one before had been answered; the page is the first. */
function measureDepth(requests: readonly Request[]): number {
  const depths = new Map<Request, number>();
  for (const one of [...requests].sort((a, b) => a.start - b.start)) {
    const before = [...depths].filter(([{ end }]) => end <= one.start).map(([, depth]) => depth);
    depths.set(one, Math.max(1, ...before) + 1);
  }
  return Math.max(...depths.values());
}

const isScript = ({ name }: Request): boolean => /\.m?js(\?|$)/.test(name);
const nameOf = ({ name }: Request): string => name.replace(/^.*\//, '').replace(/-[\w-]{8}\.js/, '.js');

describe('one script tag', () => {
  let page: Page;
  let before: Request[] = [];
  beforeAll(async () => {
    page = await open('tag', '<script type="module" src="guatu/guatu.js?v=2"></script>');
    before = await listBefore(page);
  });
  afterAll(() => page.close());

  test('three steps that wait for one another, the page included, and four files of script', () => {
    expect(before.filter(isScript).map(nameOf).sort()).toEqual([
      'board.js',
      'boundaries.js',
      'guatu.js?v=2',
      'texts.js',
    ]);
    expect(measureDepth(before)).toBe(3);
    expect(before.filter((one) => !isScript(one))).toHaveLength(5);
  });

  test('what stands around the map comes after the picture, and nothing twice', async () => {
    await page.waitForFunction(() => customElements.get('guatu-legend') !== undefined, null, PATIENCE);
    const all = await listAll(page);
    expect(new Set(all).size).toBe(all.length);
  });

  test('pointing, other targets and dates fetch nothing more; zooming fetches maplibre, and it takes over', async () => {
    // what print takes comes in time for it
    await expect.poll(() => listAll(page), PATIENCE).toContainEqual(expect.stringContaining('describe-legend'));
    const known = await listAll(page);
    const map = page.locator('guatu-map');
    const [x, y] = await map.evaluate((element) => {
      const { left, top, width, height } =
        [...(element.shadowRoot?.querySelectorAll('path[data-code]') ?? [])].at(-1)?.getBoundingClientRect() ??
        new DOMRect();
      return [left + width / 2, top + height / 4] as const;
    });
    await page.mouse.move(x, y);
    await expect.poll(() => map.evaluate((element) => element.shadowRoot?.querySelector('.tip') !== null)).toBe(true);
    await map.evaluate((element) => {
      Object.assign(element, { target: null });
      Object.assign(element, { asOf: '2020-12-31' });
    });
    await page.waitForTimeout(1500);
    expect((await listAll(page)).slice(known.length)).toEqual([]);
    await map.evaluate((element) => (element as unknown as { zoomBy(doublings: number): void }).zoomBy(1));
    await page.waitForFunction(() => (Reflect.get(window, 'drawn') as string[]).includes('maplibre'), null, PATIENCE);
    expect((await listAll(page)).some((path) => path.includes('maplibre'))).toBe(true);
  });
});

test('with the lines for its head the parts are asked for before the script has come', async () => {
  const lines = readFileSync(join(folder, 'guatu/preload.html'), 'utf8')
    .replaceAll('href="', 'href="guatu/')
    .replace(/^.*packed.*$/m, '');
  const page = await open('preload', `${lines}<script type="module" src="guatu/guatu.js"></script>`);
  const before = await listBefore(page);
  const entry = before.find(({ name }) => name.endsWith('/guatu.js'));
  const parts = before.filter(isScript).filter((one) => one !== entry);
  expect(parts.map(nameOf).sort()).toEqual(['board.js', 'boundaries.js', 'texts.js']);
  for (const { start } of parts) expect(start).toBeLessThan(entry?.end ?? 0);
  expect(measureDepth(before)).toBe(3);
  await page.close();
});

test('one file is one script until the picture, and has every element', async () => {
  const page = await open('one', '<script type="module" src="guatu/guatu.one.js"></script>');
  const before = await listBefore(page);
  expect(before.filter(isScript).map(nameOf)).toEqual(['guatu.one.js']);
  expect(measureDepth(before)).toBe(3);
  await page.waitForFunction(() => customElements.get('guatu-legend') !== undefined, null, PATIENCE);
  expect((await listAll(page)).filter((path) => path.endsWith('.js'))).toHaveLength(2);
  await page.close();
});
