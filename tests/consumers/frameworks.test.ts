// The elements inside other people's frameworks: React 19 in the browser and after a server, Vue 3; the county is drawn,
// an event comes out, a property goes in.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';
import { project } from './bundle-consumer.js';

const VILLAGE = '620321104204';
const { build } = createRequire(join(project, 'tests/consumers/bundlers/package.json'))('esbuild') as {
  build: (options: object) => Promise<unknown>;
};
const shared = {
  bundle: true,
  format: 'esm',
  logLevel: 'error',
  jsx: 'automatic',
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};

let browser: Browser;
let folder = '';
const servers: Server[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
});

afterAll(async () => {
  await browser.close();
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** The markup that a server sends, made in Node by the consumer's own script. */
async function renderOnServer(consumer: string): Promise<string> {
  const out = join(project, 'tests/consumers', consumer, 'node_modules/.cache/server.cjs');
  await build({
    ...shared,
    format: 'cjs',
    entryPoints: [join(project, 'tests/consumers', consumer, 'server.tsx')],
    outfile: out,
    platform: 'node',
  });
  return execFileSync(process.execPath, [out], { encoding: 'utf8' }).trim();
}

const consumers: readonly (readonly [name: string, entry: string, markup: () => Promise<string>])[] = [
  ['React', 'react/client.tsx', () => Promise.resolve('')],
  ['React after its server', 'react/client.tsx', () => renderOnServer('react')],
  ['React 18', 'react-18/client.tsx', () => Promise.resolve('')],
  ['React 18 after its server', 'react-18/client.tsx', () => renderOnServer('react-18')],
  ['React 17 after its server', 'react-17/client.tsx', () => renderOnServer('react-17')],
  ['Vue', 'vue/client.ts', () => Promise.resolve('')],
];

/** Bundles a consumer and serves it with the county. @returns its address */
async function publish(name: string, entry: string, sent: string): Promise<string> {
  const out = join(folder, name.replaceAll(/\W/g, '-'));
  mkdirSync(out);
  // React complains of markup that is not as it would write it in its development build alone
  const define = { ...shared.define, 'process.env.NODE_ENV': sent === '' ? '"production"' : '"development"' };
  await build({
    ...shared,
    define,
    entryPoints: { main: join(project, 'tests/consumers', entry) },
    outdir: out,
    splitting: true,
    minify: true,
  });
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script></head><body><div id="root">${sent}</div></body></html>`,
  );
  const server = createSiteServer({ '/': out, '/data/': join(project, 'fixtures/yongchang') });
  servers.push(server);
  return listen(server, 0);
}

test.each(consumers)('%s', async (name, entry, markup) => {
  const sent = await markup();
  const address = await publish(name, entry, sent);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const complaints = watchComplaints(page, address);
  if (sent !== '') {
    expect(sent).toContain('<guatu-map');
    expect(sent).toContain('as-of="2021-12-31"');
  }
  await page.goto(address);
  const map = page.locator('guatu-map');
  await page.waitForFunction(
    () => document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('path[data-code]').length === 112,
  );
  // outlines stand before the figures are read
  await expect
    .poll(
      () =>
        map.evaluate((element: HTMLElementTagNameMap['guatu-map']) => [
          element.theme,
          element.asOf,
          element.board.snapshot.status,
        ]),
      { timeout: 20_000 },
    )
    .toEqual(['dark', '2021-12-31', 'ready']);
  // the event comes out, the application draws itself again, the property goes back in
  await map.locator(`path[data-code="${VILLAGE}"]`).click();
  await expect.poll(() => page.locator('output').textContent()).toBe(VILLAGE);
  expect(await map.evaluate((element: HTMLElementTagNameMap['guatu-map']) => element.selected)).toBe(VILLAGE);
  await expect
    .poll(() => page.locator('guatu-legend').evaluate((legend) => legend.shadowRoot?.querySelectorAll('.cell').length))
    .toBeGreaterThan(9);
  if (entry !== 'vue/client.ts' && entry !== 'react/client.tsx')
    expect(await map.evaluate((element: HTMLElementTagNameMap['guatu-map']) => element.filter.cohorts)).toEqual([
      '2020',
    ]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('boards that lie in Vue’s ref and data() are drawn, and their files are fetched once', async () => {
  const address = await publish('Vue boards', 'vue/boards.ts', '');
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const complaints = watchComplaints(page, address);
  const asked: string[] = [];
  page.on(
    'request',
    (request) => void (request.url().includes('/data/') && asked.push(new URL(request.url()).pathname)),
  );
  await page.goto(address);
  const read = () =>
    page
      .locator('guatu-map')
      .evaluateAll((maps) =>
        maps.map(
          (map) =>
            `${map.id} ${map.getAttribute('title') ?? ''} ${(map as HTMLElementTagNameMap['guatu-map']).board.snapshot.status} ${map.shadowRoot?.querySelectorAll('path[data-code]').length}`,
        ),
      );
  await expect.poll(read, { timeout: 30_000 }).toEqual(['ref  ready 112', 'data judged ready 112']);
  expect(asked.sort()).toEqual(['/data/areas.csv', '/data/observations.csv', '/data/plan.json']);
  expect(complaints).toEqual([]);
  await page.close();
});
