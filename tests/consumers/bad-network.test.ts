// Networks as they are: whatever comes late, never, twice or as something else, a picture stands or a sentence.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium } from '../chromium.js';
import { project } from './bundle-consumer.js';

let browser: Browser;
let folder = '';
let address = '';
const servers: Server[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'network-'));
  cpSync(join(project, 'packages/map/dist/cdn'), folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
    <script src="too-old.js"></script><script type="module" src="guatu.js"></script></head>
    <body><guatu-map renderer="svg" locale="en" plan="/data/plan.json" areas="/data/areas.csv" data="/data/observations.csv /data/events.csv"
      target="collective-income-5-2022" as-of="2021-12-31"><guatu-legend></guatu-legend></guatu-map></body></html>`,
  );
  servers.push(createSiteServer({ '/': folder, '/data/': join(project, 'fixtures/yongchang') }));
  address = await listen(servers[0] as Server, 0);
});

afterAll(async () => {
  await browser.close();
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

type Answer = (route: Route) => Promise<void>;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const late =
  (milliseconds: number): Answer =>
  async (route) => {
    await wait(milliseconds);
    await route.continue().catch(() => undefined);
  };
const never: Answer = () => new Promise(() => undefined);
const gone: Answer = (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'no such page' });
const startPage: Answer = (route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>start</title><p>welcome</p>' });
const as =
  (contentType: string): Answer =>
  async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': contentType } });
  };

/** Opens the county where some files are answered otherwise. */
async function visit(answers: readonly (readonly [file: RegExp, answer: Answer])[], at = address): Promise<Page> {
  const page = await browser.newPage();
  for (const [file, answer] of answers) await page.route(file, answer);
  await page.goto(at, { waitUntil: 'commit' });
  return page;
}

/** How many of the county's villages are drawn. */
function countDrawn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Set(
        [...(document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('svg [data-code]') ?? [])].map((path) =>
          path.getAttribute('data-code'),
        ),
      ).size,
  );
}

/** What a reader sees written, in the page and in its map. */
function readSaid(page: Page): Promise<string> {
  return page.evaluate(() => {
    const map = document.querySelector('guatu-map');
    const inside = map?.shadowRoot ? [...map.shadowRoot.querySelectorAll<HTMLElement>('[part]')] : [];
    return [document.body.innerText, ...inside.map((part) => part.innerText)].join('\n');
  });
}

const isReady = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('guatu-map')?.board?.snapshot.status === 'ready');

async function expectCounty(page: Page): Promise<void> {
  await expect.poll(() => countDrawn(page), { timeout: 30_000 }).toBe(112);
  await expect.poll(() => isReady(page), { timeout: 30_000 }).toBe(true);
  await page.waitForFunction(() => document.querySelector('guatu-legend')?.shadowRoot?.textContent?.includes('2021'));
}

test.each([
  ['plan last', [/plan\.json/, /areas\.csv/, /observations\.csv/, /events\.csv/]],
  ['roster last', [/areas\.csv/, /plan\.json/, /events\.csv/, /observations\.csv/]],
  ['reports last', [/observations\.csv/, /events\.csv/, /plan\.json/, /areas\.csv/]],
  ['what reads them last', [/\/(board|texts)-\w+\.js$/, /areas\.csv/, /observations\.csv/, /plan\.json/]],
  ['the start last', [/\/guatu\.js$/, /plan\.json/, /areas\.csv/, /observations\.csv/]],
])('files that come out of order are drawn: %s', async (_, order) => {
  const page = await visit(order.map((file, index) => [file, late(1500 - 400 * index)] as const));
  await expectCounty(page);
  await page.close();
});

describe('what hangs', () => {
  test.each([
    ['the plan', /plan\.json/],
    ['the roster', /areas\.csv/],
    ['the reports', /observations\.csv/],
    ['a part of the script', /\/(board|texts)-\w+\.js$/],
  ])('%s: a sentence stands meanwhile', async (_, file) => {
    const page = await visit([[file, never]]);
    await expect.poll(() => readSaid(page), { timeout: 20_000 }).toMatch(/reading/i);
    await page.close();
  });

  test('what stands around the map: the map stands', async () => {
    const page = await visit([[/\/all-\w+\.js$/, never]]);
    await expect.poll(() => countDrawn(page), { timeout: 30_000 }).toBe(112);
    await page.close();
  });

  test('a file that comes after all is drawn', async () => {
    const page = await visit([[/observations\.csv/, late(6000)]]);
    await expectCounty(page);
    await page.close();
  });
});

describe('a start of today with parts of yesterday', () => {
  const parts = readdirSync(join(project, 'packages/map/dist/cdn')).filter((name) => /^(board|texts|all)-/.test(name));

  test.each(parts.flatMap((part) => [['gone', part, gone] as const, ['a start page', part, startPage] as const]))(
    '%s: %s says to load the page again',
    async (_, part, answer) => {
      const page = await visit([[new RegExp(`/${part}$`), answer]]);
      await expect.poll(() => readSaid(page), { timeout: 20_000 }).toMatch(/load the page again/);
      await page.close();
    },
  );

  test('where the start itself does not hold together, that is not blamed on the browser', async () => {
    for (const answer of [gone, startPage, as('text/plain')]) {
      const page = await visit([[/\/guatu\.js$/, answer]]);
      await expect.poll(() => readSaid(page), { timeout: 20_000 }).toMatch(/load the page again/);
      expect(await readSaid(page)).not.toMatch(/too old/);
      await page.close();
    }
  });
});

test.each(['text/html', 'text/plain', 'application/octet-stream', ''])(
  'data called %o are read all the same',
  async (type) => {
    const page = await visit([[/\/data\//, as(type)]]);
    await expectCounty(page);
    await page.close();
  },
);

test('a page that comes back from the back/forward cache lives on', async () => {
  const executablePath = findBrowser();
  const own = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...browserArguments],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const page = await own.newPage();
  await page.goto(address);
  await expectCounty(page);
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'same page';
  });
  await page.goto(`${address}data/plan.json`);
  await page.goBack({ waitUntil: 'commit' });
  await expectCounty(page);
  const kept = await page.evaluate(() => document.documentElement.dataset.mark ?? 'loaded anew');
  expect(['same page', 'loaded anew']).toContain(kept);
  await page.evaluate(() => document.querySelector('guatu-map')?.setAttribute('target', 'sanitary-toilets'));
  await expect.poll(() => readSaid(page)).toMatch(/toilet/i);
  await own.close();
});

test('one connection, and one file after the other, is enough', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const slow = createServer((asked, answer) => {
    const passed = request(
      new URL(asked.url ?? '/', address),
      { agent, method: asked.method, headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        got.pipe(answer);
      },
    );
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  servers.push(slow);
  const page = await visit([], await listen(slow, 0));
  await expectCounty(page);
  await page.close();
  agent.destroy();
});
