// The portal and the page for an iframe at the widths of a desktop, a phone and a wall, in its themes, languages and sizes of type: nothing is cut
// off, nothing lies over anything else, nothing is complained about.
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';
import { findFaults } from './find-faults.js';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));

let browser: Browser;
let plain: Browser;
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  const executablePath = findBrowser();
  plain = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [...browserArguments.filter((argument) => !/angle|swiftshader/.test(argument)), '--disable-3d-apis'],
  });
  server = createSiteServer({ '/': `${apps}portal/dist`, '/embed/': `${apps}embed/dist` });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await plain.close();
  await new Promise((resolve) => server.close(resolve));
});

const cases: readonly (readonly [width: number, height: number, hash: string, webgl: boolean])[] = [
  [1280, 900, '', true],
  [1280, 900, '', false],
  [390, 844, '', true],
  [390, 844, '', false],
  [1280, 900, 'theme=government-red&view=rollout&as-of=2020-12-31', false],
  [1280, 900, 'theme=dark&text-size=large&locale=en&selected=620321104204', false],
  [390, 844, 'theme=dark&text-size=large&locale=en&high-contrast=true', false],
  [390, 844, 'locale=en&view=lights&level=township&selected=620321104000', false],
  [768, 1024, 'locale=en&target=one-three-n&as-of=2021-06-30', false],
  [1920, 1080, 'theme=big-screen', false],
  [3840, 2160, 'theme=big-screen', false],
];

test.each(cases)('%i × %i #%s, WebGL: %s', async (width, height, hash, webgl) => {
  const page = await (webgl ? browser : plain).newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  const complaints = watchComplaints(page, address);
  await page.goto(`${address}#${hash}`, { waitUntil: 'load' });
  await page.waitForFunction(() => {
    const figures = document.querySelector('guatu-figures')?.shadowRoot;
    return (
      document.querySelector('guatu-map')?.scene &&
      figures?.querySelector('dl') &&
      !figures.querySelector('.is-waiting')
    );
  });
  if (webgl) {
    // it comes when it is wanted
    await page.evaluate(() => Object.assign(document.querySelector('guatu-map') ?? {}, { renderer: 'maplibre' }));
    await page.waitForFunction(
      () => document.querySelector('guatu-map')?.shadowRoot?.querySelector('#svg')?.classList.contains('is-behind'),
      undefined,
      { timeout: 30_000 },
    );
  }
  expect(await page.evaluate(findFaults)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test.each([
  [1280, 'legend=1&timeline=1&card=1&figures=1&diagnostics=1&export=1'],
  [720, 'legend=1&table=1&targets=1&locale=en&theme=dark&within=620321104000'],
  [390, 'legend=1&timeline=1&text-size=large&publication-check=1'],
])('the page for an iframe, %i wide, with %s', async (width, asked) => {
  const page = await plain.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const complaints = watchComplaints(page, address);
  const data = ['observations', 'registers', 'events', 'links'].map((name) => `../data/${name}.csv`).join('+');
  await page.goto(
    `${address}embed/?plan=../data/plan.json&areas=../data/areas.csv&data=${data}&target=collective-income-5-2022&as-of=2021-12-31&${asked}`,
    { waitUntil: 'load' },
  );
  await page.waitForFunction(() => document.querySelector('guatu-map')?.board.snapshot.status === 'ready');
  await page.waitForFunction(
    () => (document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('path[data-code]').length ?? 0) > 4,
  );
  await page.waitForTimeout(500);
  expect(await page.evaluate(findFaults)).toEqual([]);
  expect(await page.locator('#problems').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});

test('faults are found where there are some', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 300 } });
  await page.setContent(`<!doctype html><style>p { position: absolute; margin: 0; font: 16px sans-serif; white-space: nowrap }</style>
    <p style="top: 0">one over</p><p style="top: 4px; left: 20px">the other</p>
    <div style="position: relative; top: 60px; width: 60px; height: 30px; overflow: hidden"><p>too long for its box</p></div>
    <p style="top: 120px; left: 340px">out of the window</p>
    <p style="top: 160px; clip-path: inset(50%)">for screen readers</p><p style="top: 160px">seen</p>
    <div id="host" style="position: absolute; top: 200px">`);
  await page.evaluate(() => {
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    for (const left of ['0', '10px']) {
      const text = document.createElement('span');
      text.textContent = `in a shadow at ${left}`;
      Object.assign(text.style, { position: 'absolute', left, whiteSpace: 'nowrap' });
      root?.append(text);
    }
  });
  expect(await page.evaluate(findFaults)).toEqual([
    '"too long for its box" is cut off by its div',
    '"out of the window" is cut off by its window',
    '"one over" and "the other" lie over each other',
    '"in a shadow at 0" and "in a shadow at 10px" lie over each other',
    expect.stringMatching(/^the page is \d+ pixels wide in a window of 390$/),
  ]);
  await page.close();
});
