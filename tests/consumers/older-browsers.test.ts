// What older browsers lack is taken away before the page loads; what they cannot run at all shows a picture instead.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';
import { project } from './bundle-consumer.js';

let browser: Browser;
let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'older-'));
  cpSync(join(project, 'packages/map/dist/cdn'), folder, { recursive: true });
  writeFileSync(
    join(folder, 'board.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#10786b"/></svg>',
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
    <script type="module" src="guatu.js"></script></head>
    <body><guatu-map plan="/data/plan.json" areas="/data/areas.csv" data="/data/observations.csv /data/events.csv"
      target="collective-income-5-2022" renderer="svg">
      <img slot="fallback" src="board.svg" width="300" height="200" alt="a picture of the board">
      <guatu-legend></guatu-legend></guatu-map></body></html>`,
  );
  server = createSiteServer({
    '/': folder,
    '/data/': join(project, 'fixtures/yongchang'),
    '/portal/': join(project, 'apps/portal/dist'),
    '/embed/': join(project, 'apps/embed/dist'),
  });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Takes away what came to Chromium after 80 and is no syntax. Runs in the page, before any script of it. */
function makeOlder(): void {
  const since: Readonly<Record<string, readonly string[]>> = {
    'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
    'String.prototype': ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
    Object: ['hasOwn', 'groupBy'],
    Map: ['groupBy'],
    Promise: ['any', 'withResolvers', 'try'],
    Array: ['fromAsync'],
    AbortSignal: ['timeout', 'any'],
    'Element.prototype': ['replaceChildren', 'checkVisibility', 'getHTML', 'setHTMLUnsafe'],
    'Document.prototype': ['replaceChildren', 'startViewTransition'],
    'DocumentFragment.prototype': ['replaceChildren'],
    'Set.prototype': [
      'union',
      'intersection',
      'difference',
      'isSubsetOf',
      'isSupersetOf',
      'isDisjointFrom',
      'symmetricDifference',
    ],
    'Iterator.prototype': [
      'map',
      'filter',
      'take',
      'drop',
      'flatMap',
      'toArray',
      'forEach',
      'some',
      'every',
      'find',
      'reduce',
    ],
    'HTMLElement.prototype': ['showPopover', 'hidePopover', 'togglePopover'],
    window: [
      'structuredClone',
      'WeakRef',
      'FinalizationRegistry',
      'reportError',
      'scheduler',
      'Iterator',
      'queryLocalFonts',
    ],
  };
  for (const [path, names] of Object.entries(since)) {
    const target = path
      .split('.')
      .reduce<unknown>((object, key) => (key === 'window' ? window : Reflect.get(object as object, key)), window);
    for (const name of names)
      if (typeof target === 'object' || typeof target === 'function') Reflect.deleteProperty(target as object, name);
  }
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
  for (const name of ['at', 'findLast', 'toSorted', 'toReversed', 'with']) Reflect.deleteProperty(typed, name);
}

test('draws the county where everything newer than Chromium 80 is missing', async () => {
  const page = await browser.newPage();
  await page.addInitScript(makeOlder);
  const complaints = watchComplaints(page, address);
  await page.goto(address);
  expect(await page.evaluate(() => 'structuredClone' in window)).toBe(false);
  await page.waitForFunction(
    () => document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('svg [data-code]').length === 112,
  );
  await page.waitForFunction(() =>
    (document.querySelector('guatu-legend')?.shadowRoot?.textContent ?? '').includes('2021'),
  );
  // and the picture that stood in for the map is gone
  expect(await page.locator('img').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});

test('shows the picture inside the element where no script runs', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  expect(await page.locator('img').isVisible()).toBe(true);
  await context.close();
});

test('a browser that cannot read the modules sees the picture, or a sentence; one that can sees neither', async () => {
  expect(
    parse(readFileSync(join(folder, 'too-old.js'), 'utf8'), { ecmaVersion: 2015, sourceType: 'script' }).type,
  ).toBe('Program');
  for (const [name, isRead] of [
    ['unread.js', false],
    ['guatu.js', true],
  ] as const) {
    // what no browser reads, as what came to the language after 79 is to Chromium 79
    writeFileSync(join(folder, 'unread.js'), 'customElements ?!. define');
    writeFileSync(
      join(folder, 'too-old.html'),
      `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><script src="too-old.js"></script><script type="module" src="${name}"></script></head>
      <body><guatu-map id="bare" renderer="svg"></guatu-map><guatu-map id="pictured" renderer="svg"><img slot="fallback" src="board.svg" width="300" height="200" alt="a picture"></guatu-map></body></html>`,
    );
    const page = await browser.newPage();
    await page.goto(`${address}/too-old.html`, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    expect(await page.locator('#bare').innerText()).toMatch(isRead ? /^(?!.*too old)/s : /too old/);
    expect(await page.locator('#pictured').textContent()).not.toContain('too old');
    expect(await page.locator('#pictured img').isVisible()).toBe(!isRead);
    await page.close();
  }
});

const PAGES = {
  'the page of the county': 'portal/',
  'the page for an iframe':
    'embed/?plan=../data/plan.json&areas=../data/areas.csv&data=../data/observations.csv+../data/events.csv&figures=1&legend=1',
};

test.each(Object.entries(PAGES))('%s is drawn where everything newer than Chromium 80 is missing', async (_, path) => {
  const page = await browser.newPage();
  await page.addInitScript(makeOlder);
  const complaints = watchComplaints(page, address);
  await page.goto(`${address}${path}`);
  await page.waitForFunction(
    () => (document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('svg [data-code]').length ?? 0) >= 112,
  );
  await page.waitForFunction(() => document.querySelector('guatu-figures')?.shadowRoot?.textContent?.includes('112'));
  expect(await page.locator('#unstarted').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test.each(Object.entries(PAGES))('%s says so where its scripts cannot be read, or may not run', async (_, path) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.route(/assets\/.*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'customElements ?!. define' }),
    );
    await page.goto(`${address}${path}`);
    await expect.poll(() => page.locator('#unstarted').isVisible(), { timeout: 10_000 }).toBe(true);
    expect(await page.locator('#unstarted').innerText()).toContain('Chromium 80');
    await context.close();
  }
});
