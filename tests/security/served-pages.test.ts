// The two pages as they are served: nothing the policy forbids, nothing from elsewhere.
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));

let browser: Browser;
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  server = createSiteServer({ '/': join(apps, 'portal/dist'), '/embed/': join(apps, 'embed/dist') });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

test.each(['', 'embed/'])('/%s keeps to its policy and to its origin', async (path) => {
  const page = await browser.newPage();
  const complaints = watchComplaints(page, address);
  const response = await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  await page.close();
  expect(response?.status()).toBe(200);
  expect(complaints).toEqual([]);
});
