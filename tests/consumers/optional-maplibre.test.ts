// maplibre is optional, and a consumer may have another major of it: every bundler builds, and every page shows the county.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium } from '../chromium.js';
import { bundlers, project } from './bundle-consumer.js';
import { installPacked } from './unpack-packages.js';

const requireConsumer = createRequire(join(project, 'tests/consumers/bundlers/package.json'));

let browser: Browser;
let folder = '';
const servers: Server[] = [];

beforeAll(async () => {
  // bundlers choose a package's production files by it
  vi.stubEnv('NODE_ENV', 'production');
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'optional-'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser.close();
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

interface Seen {
  readonly drawn: readonly string[];
  readonly said: readonly string[];
}

/** Serves what was bundled with the county, under the server's strict policy, and opens it. */
async function open(out: string, script = ''): Promise<Page> {
  writeFileSync(
    join(out, 'watch.js'),
    "window.drawn = []; window.said = []; addEventListener('guatu-draw', ({ renderer }) => window.drawn.push(renderer)); addEventListener('guatu-diagnostic', ({ target, diagnostics }) => window.said.push(...diagnostics.map((one) => target.board.describe(one, 'en'))));",
  );
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
    <script src="watch.js"></script>${script}<script type="module" src="main.js"></script></head>
    <body><guatu-map plan="/data/plan.json" areas="/data/areas.csv" data="/data/observations.csv" target="collective-income-5-2022" renderer="maplibre"></guatu-map></body></html>`,
  );
  const server = createSiteServer({ '/': out, '/data/': join(project, 'fixtures/yongchang') });
  servers.push(server);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(await listen(server, 0));
  return page;
}

const read = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({
    drawn: Reflect.get(window, 'drawn') as string[],
    said: Reflect.get(window, 'said') as string[],
  }));

/** The county stands in the page's own picture, and the reader and the page are told why. */
async function expectOwnPicture(page: Page, why: RegExp): Promise<void> {
  await expect.poll(async () => (await read(page)).said.join('\n'), { timeout: 20_000 }).toMatch(why);
  expect((await read(page)).drawn).toEqual(['svg']);
  const map = page.locator('guatu-map');
  expect(await map.evaluate((element) => element.shadowRoot?.querySelectorAll('path[data-code]').length)).toBe(112);
  expect(await map.evaluate((element) => element.shadowRoot?.querySelector('[part=message]')?.textContent)).toContain(
    'WebGL',
  );
}

describe('without maplibre', () => {
  let site = '';

  beforeAll(() => {
    site = mkdtempSync(join(folder, 'project-'));
    cpSync(join(project, 'tests/consumers/bundlers/entry.ts'), join(site, 'entry.ts'));
    installPacked(site, { without: ['maplibre-gl'] });
  });

  test.each(Object.keys(bundlers))('%s builds, and the page draws the county by itself', async (name) => {
    const out = join(folder, `none-${name}`);
    mkdirSync(out);
    await bundlers[name]?.(out, { site });
    const page = await open(out);
    await expectOwnPicture(page, /renderer="svg"/);
    await page.close();
  });
});

/** Where an older major of maplibre is installed, and its version. */
function findMajor(alias: string): { readonly main: string; readonly version: string } {
  const main = requireConsumer.resolve(alias);
  const { version } = JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8')) as { version: string };
  return { main, version };
}

test('maplibre 5 takes over, its worker from a file as a strict policy wants it', async () => {
  const out = join(folder, 'five');
  const site = mkdtempSync(join(folder, 'project-5-'));
  mkdirSync(out);
  const { main, version } = findMajor('maplibre-gl-5');
  expect(version).toMatch(/^5\./);
  cpSync(join(dirname(main), 'maplibre-gl-csp-worker.js'), join(out, 'worker.js'));
  installPacked(site, { without: ['maplibre-gl'] });
  writeFileSync(
    join(site, 'entry.ts'),
    "import '@guatu/map/define/all';\nimport { configureMap } from '@guatu/map';\nconfigureMap({ workerUrl: 'worker.js' });\n",
  );
  await bundlers['esbuild']?.(out, { site, alias: { 'maplibre-gl': main } });
  const page = await open(out);
  await expect.poll(async () => (await read(page)).drawn, { timeout: 60_000 }).toEqual(['svg', 'maplibre']);
  await page.close();
});

test('maplibre 4 cannot write without a server of glyphs: the page’s own picture stays, and says so at once', async () => {
  const out = join(folder, 'four');
  mkdirSync(out);
  const { main, version } = findMajor('maplibre-gl-4');
  expect(version).toMatch(/^4\./);
  await bundlers['esbuild']?.(out, { alias: { 'maplibre-gl': main } });
  const page = await open(out);
  await expectOwnPicture(page, new RegExp(`maplibre-gl ${version.replaceAll('.', '\\.')}`));
  await page.close();
});
