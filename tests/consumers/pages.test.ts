// The built packages in a page of someone else: through three bundlers, and by one script tag, under a strict policy.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';
import { bundlers, project } from './bundle-consumer.js';

const tags = readdirSync(join(project, 'packages/map/src/define'))
  .filter((file) => /^guatu-[\w-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

let browser: Browser;
let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  // bundlers choose a package's production files by it
  vi.stubEnv('NODE_ENV', 'production');
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'consumers-'));
  server = createSiteServer({ '/': folder });
  address = await listen(server, 0);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and answers which elements it registered, its title, and what it complained about. */
async function visit(path: string): Promise<{ registered: string[]; title: string; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints = watchComplaints(page, address);
  await page.goto(`${address}${path}`, { waitUntil: 'load' });
  // one script tag registers the map at once, and what stands around it a moment later
  await Promise.race([
    page.evaluate(
      async (names) => void (await Promise.all(names.map((name) => customElements.whenDefined(name)))),
      tags,
    ),
    page.waitForTimeout(5000),
  ]);
  const registered = await page.evaluate(
    (names) => names.filter((name) => customElements.get(name) !== undefined),
    tags,
  );
  const title = await page.title();
  await page.close();
  return { registered, title, complaints };
}

function writePage(path: string, script: string): void {
  writeFileSync(
    join(folder, path, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>waiting</title><link rel="icon" href="data:,"><script type="module" src="${script}"></script></head><body><guatu-map></guatu-map></body></html>`,
  );
}

describe.each(Object.keys(bundlers))('%s', (name) => {
  test('keeps every registration, and the page has nothing to complain about', async () => {
    const out = join(folder, name);
    await bundlers[name]?.(out);
    writePage(name, './main.js');
    expect(await visit(`${name}/`)).toEqual({ registered: tags, title: 'ready', complaints: [] });
  });
});

test('one script tag is enough', async () => {
  const out = join(folder, 'cdn');
  cpSync(join(project, 'packages/map/dist/cdn'), out, { recursive: true });
  writePage('cdn', './guatu.js');
  expect(await visit('cdn/')).toEqual({ registered: tags, title: 'waiting', complaints: [] });
  expect(readdirSync(out)).toContain('maplibre-gl-worker.mjs');
});
