// Nothing that stands on the county's page moves when the rest of it comes.
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium } from '../chromium.js';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));

/** What the browser's makers call good. */
const GOOD = 0.1;

let browser: Browser;
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  server = createSiteServer({ '/': join(apps, 'portal/dist') });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

interface Moved extends Window {
  moved?: number;
}

test.each([
  [1280, 900],
  [390, 844],
])('at %i pixels', async (width, height) => {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.addInitScript(() => {
    const seen = window as Moved;
    seen.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) seen.moved = (seen.moved ?? 0) + value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address);
  // all has come: the room that was kept is given back, and the header has counted
  await page.waitForFunction(
    () =>
      !document.documentElement.classList.contains('is-waiting') &&
      document.querySelector('guatu-figures')?.shadowRoot?.querySelector('.item:not(.is-waiting)') != null &&
      document.querySelector('guatu-figures')?.shadowRoot?.querySelector('.is-waiting') == null,
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as Moved).moved)).toBeLessThan(GOOD);
  await page.close();
});
