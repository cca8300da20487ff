// The page behind an iframe, in a page of someone else: configured by its address, speaking to the page around.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));
const files = 'plan=../data/plan.json&areas=../data/areas.csv&data=../data/observations.csv+../data/events.csv';

const HOST_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,"></head><body></body></html>';

let browser: Browser;
const servers: Server[] = [];
/** The county's site, and someone else's. */
let county = '';
let host = '';

beforeAll(async () => {
  browser = await launchChromium();
  const site = createSiteServer({ '/': join(apps, 'portal/dist'), '/embed/': join(apps, 'embed/dist') });
  const other = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end(HOST_PAGE);
  });
  servers.push(site, other);
  county = await listen(site, 0);
  host = await listen(other, 0);
});

afterAll(async () => {
  await browser.close();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

interface Heard {
  readonly guatu: number;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A page of someone else with the board in a frame. */
async function embed(query: string): Promise<{ page: Page; frame: Frame; heard: () => Promise<Heard[]> }> {
  const page = await browser.newPage();
  await page.goto(host);
  await page.evaluate((src) => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    addEventListener('message', ({ data, origin }) => seen.push({ ...data, origin }));
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, width: 1000, height: 700, title: 'board' });
    document.body.append(frame);
  }, `${county}embed/?${query}`);
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1] as Frame;
  await frame.waitForFunction(
    () => document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('path[data-code]').length === 112,
  );
  return { page, frame, heard: () => page.evaluate(() => (window as unknown as { seen: Heard[] }).seen) };
}

test('its address says what it shows', async () => {
  const page = await browser.newPage();
  const complaints = watchComplaints(page, county);
  await page.goto(
    `${county}embed/?${files}&target=collective-income-5-2022&as-of=2020-12-31&locale=en&theme=dark&legend=1&timeline=1`,
  );
  await page.waitForFunction(() => document.querySelector('guatu-legend')?.shadowRoot?.querySelector('.cell') !== null);
  const state = await page.evaluate(() => document.querySelector('guatu-map')?.board.snapshot.state);
  expect(state).toMatchObject({ target: 'collective-income-5-2022', asOf: '2020-12-31', locale: 'en', theme: 'dark' });
  expect(await page.locator('guatu-map').locator('[part=sentence]').textContent()).toContain('as of 31 December 2020');
  expect(await page.locator('#problems').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});

test('what it does not take is said, and the rest is shown', async () => {
  const page = await browser.newPage();
  await page.goto(
    `${county}embed/?${files}&data=https://elsewhere.example/observations.csv&view=upside-down&colour=red`,
  );
  const problems = page.locator('#problems');
  await expect
    .poll(() => problems.locator('li').allTextContents())
    .toEqual([
      '“colour”：没有这一项，未采用',
      expect.stringContaining('“https://elsewhere.example”不是本页的来源'),
      'view：应为 both、rollout、attainment、figure、lights 之一，实为“upside-down”，未采用'.replaceAll('、', ', '),
    ]);
  await page.waitForFunction(
    () => document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('path[data-code]').length === 112,
  );
  await page.close();
});

test('wrong values of its address are said at the top', async () => {
  const page = await browser.newPage();
  await page.goto(
    `${county}embed/?${files}&locale=en&as-of=2021-02-30&target=no-such&crs=EPSG:3857&within=1&publisher=someone`,
  );
  await expect
    .poll(() => page.locator('#problems li').allTextContents())
    .toEqual([
      'publisher: not taken from an address; whoever hosts this page writes it into it, left out',
      'crs: expected one of WGS84, CGCS2000, GCJ02, BD09, got "EPSG:3857"',
      'as-of: expected a date like 2021-12-31, got "2021-02-30"; left as it was',
      'target: the plan has no target "no-such"',
      'within: there is no township "1" with villages; the whole county is shown',
    ]);
  expect(await page.locator('guatu-map').textContent()).not.toContain('someone');
  await page.close();
});

test('an address that leads to another origin brings no file of it', async () => {
  const page = await browser.newPage();
  await page.route(`${county}data/areas.csv`, (route) =>
    route.fulfill({ status: 302, headers: { Location: `${host}areas.csv` } }),
  );
  await page.goto(`${county}embed/?${files}&locale=en`);
  await expect.poll(() => page.locator('guatu-map').locator('[part=message]').textContent()).toMatch(/areas\.csv/);
  expect(await page.locator('guatu-map').locator('path[data-code]').count()).toBe(0);
  await page.close();
});

test.each([
  ['scripts alone', 'allow-scripts'],
  ['nothing', ''],
])('a sandbox that allows %s ends in a sentence', async (_, sandbox) => {
  const page = await browser.newPage();
  await page.goto(host);
  await page.evaluate(
    ([src = '', allowed = '']) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', allowed);
      Object.assign(frame, { src, width: 1000, height: 700, title: 'board' });
      document.body.append(frame);
    },
    [`${county}embed/?${files}`, sandbox],
  );
  await expect.poll(() => page.frameLocator('iframe').locator('#unstarted').isVisible()).toBe(true);
  expect(await page.frameLocator('iframe').locator('#unstarted').textContent()).toContain('allow-same-origin');
  await page.close();
});

test('within a page that has no origin it draws', async () => {
  const page = await browser.newPage();
  const failed: string[] = [];
  page.on('pageerror', (error) => failed.push(error.message));
  const folder = mkdtempSync(join(tmpdir(), 'guatu-around-'));
  writeFileSync(
    join(folder, 'around.html'),
    `<iframe src="${county}embed/?${files}" width="1000" height="700" title="board"></iframe>`,
  );
  await page.goto(pathToFileURL(join(folder, 'around.html')).href);
  await expect
    .poll(() => page.frameLocator('iframe').locator('guatu-map').locator('path[data-code]').count(), {
      timeout: 20_000,
    })
    .toBeGreaterThanOrEqual(112);
  expect(failed).toEqual([]);
  await page.close();
});

test('within a sandbox around the page around it ends in a map or a sentence', async () => {
  const page = await browser.newPage();
  await page.goto(host);
  const inner = `<iframe src="${county}embed/?${files.replaceAll('&', '&amp;')}" width="900" height="600" title="board"></iframe>`;
  await page.evaluate(
    (srcdoc) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      Object.assign(frame, { srcdoc, width: 1000, height: 700, title: 'opaque' });
      document.body.append(frame);
    },
    inner.replace('title="board"', 'title="board" id="inner"'),
  );
  const map = page.frameLocator('iframe').frameLocator('iframe');
  // a frame within a sandbox has it too: a sentence, and no exception of its own
  await expect.poll(() => map.locator('#unstarted, guatu-map').count()).toBeGreaterThan(0);
  await page.close();
});

test('without files it says what to give', async () => {
  const page = await browser.newPage();
  await page.goto(`${county}embed/?locale=en`);
  await expect
    .poll(() => page.locator('guatu-map').locator('[part=message]').textContent())
    .toContain('nothing to show yet');
  await page.close();
});

test('tells the page around its height and what is chosen, and takes its wishes', async () => {
  const { page, frame, heard } = await embed(
    `${files}&target=collective-income-5-2022&parent=${encodeURIComponent(host)}`,
  );
  await expect
    .poll(async () => Number((await heard()).filter(({ type }) => type === 'size').at(-1)?.height))
    .toBeGreaterThan(400);
  await frame.locator('guatu-map').locator('path[data-code="620321100203"]').dispatchEvent('click');
  await expect
    .poll(async () => (await heard()).find(({ type }) => type === 'select'))
    .toMatchObject({
      guatu: 1,
      code: '620321100203',
      name: '中庄子村',
      origin: new URL(county).origin,
    });
  await page.evaluate((origin) => {
    const inside = document.querySelector('iframe')?.contentWindow;
    inside?.postMessage({ guatu: 1, type: 'set', state: { asOf: '2020-12-31', theme: 'neon' } }, origin);
    inside?.postMessage('nonsense', origin);
  }, new URL(county).origin);
  await expect
    .poll(() => frame.evaluate(() => document.querySelector('guatu-map')?.board.snapshot.state.asOf))
    .toBe('2020-12-31');
  expect(await frame.evaluate(() => document.querySelector('guatu-map')?.theme)).toBe('light');
  await page.close();
});

test('a page around that is not the one named hears nothing and is not heard', async () => {
  const { page, frame, heard } = await embed(`${files}&parent=https://www.example.gov.cn`);
  await page.evaluate(() =>
    document
      .querySelector('iframe')
      ?.contentWindow?.postMessage({ guatu: 1, type: 'set', state: { asOf: '2020-12-31' } }, '*'),
  );
  await page.waitForTimeout(500);
  expect(await heard()).toEqual([]);
  expect(await frame.evaluate(() => document.querySelector('guatu-map')?.board.snapshot.state.asOf)).not.toBe(
    '2020-12-31',
  );
  await page.close();
});
