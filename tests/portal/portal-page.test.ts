// The county portal as it is served, driven like a reader would: what it shows comes from the files, and nothing else.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';

const apps = fileURLToPath(new URL('../../apps/', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A village whose figure for 2021 is just short of 5万元, with its township. */
const VILLAGE = '620321100203';
const TOWNSHIP = '620321100000';

/** Has the page read its texts, which it has its board packed of. */
const TEXTS = '?texts';

let browser: Browser;
let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  cpSync(join(apps, 'portal/dist'), folder, { recursive: true });
  browser = await launchChromium();
  server = createSiteServer({ '/': folder, '/embed/': join(apps, 'embed/dist') });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the portal and waits until its map is drawn from the figures. */
async function open(
  from: Browser,
  hash = '',
  { width = 1280, height = 900, query = '' } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await from.newPage({ viewport: { width, height } });
  const complaints = watchComplaints(page, address);
  await page.goto(`${address}${query}#${hash}`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('guatu-map')?.scene != null);
  return { page, complaints };
}

/** Waits until counts that are worked out in the background stand. */
function settleCounts(page: Page): Promise<unknown> {
  return page.waitForFunction(
    () => document.querySelector('guatu-figures')?.shadowRoot?.querySelector('.is-waiting') === null,
  );
}

interface Shown {
  readonly fill: string | null;
  readonly township: string;
  readonly sentence: string;
  readonly label: string;
}

/** What the page shows of the village, its township and the county, once what follows the picture is there as well. */
async function readShown(page: Page): Promise<Shown> {
  await page.waitForFunction((village) => {
    const root = document.querySelector('guatu-map')?.shadowRoot;
    const sentence = root?.querySelector('[part=sentence]')?.textContent ?? '';
    return sentence !== '' && root?.querySelector(`[role=option][data-code="${village}"]`) != null;
  }, VILLAGE);
  return page.evaluate(
    ({ village, township }) => {
      const root = document.querySelector('guatu-map')?.shadowRoot;
      const texts = [...(root?.querySelectorAll(`[data-for="${township}"]`) ?? [])].map(
        ({ textContent }) => textContent,
      );
      const label = [...(root?.querySelectorAll('[role=option]') ?? [])].find(
        (option) => option.getAttribute('data-code') === village,
      );
      return {
        fill: root?.querySelector(`path[data-code="${village}"]`)?.getAttribute('fill') ?? null,
        township: texts.join(' '),
        sentence: root?.querySelector('[part=sentence]')?.textContent ?? '',
        label: label?.textContent.trim() ?? '',
      };
    },
    { village: VILLAGE, township: TOWNSHIP },
  );
}

/** Where the file says what the village reported for 2021. */
function findReport(text: string): { readonly line: string; readonly value: string } {
  const line = text.split('\n').find((row) => row.startsWith(`collective-income,${VILLAGE},2021,`)) ?? '';
  return { line, value: line.split(',')[3] ?? '' };
}

test('the board file is all the page asks for, and shows what the texts show', async () => {
  const asked: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes('/data/')) asked.push(pathname);
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('guatu-map')?.scene != null);
  await settleCounts(page);
  const packed = await readShown(page);
  expect(asked).toEqual(['/data/board.guatu']);
  const texts = await open(browser, '', { query: TEXTS });
  await settleCounts(texts.page);
  expect(packed).toEqual(await readShown(texts.page));
  expect(packed.label).not.toBe('');
  for (const name of await page.locator('.files a').evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
    expect((await page.request.get(`${address}${name}`)).status()).toBe(200);
  await page.close();
  await texts.page.close();
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), '无法解压'],
  [
    'a page in its place',
    () => Buffer.from('<!doctype html><title>Not found</title>'),
    '不是 guatu pack 写出的挂图文件',
  ],
])('a board file that is %s: the page says so', async (_, spoil, said) => {
  const page = await browser.newPage();
  const bytes = readFileSync(join(folder, 'data/board.guatu'));
  await page.route('**/data/board.guatu', (route) => route.fulfill({ body: spoil(bytes) }));
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('guatu-map')?.board.snapshot.status === 'failed');
  await page.locator('#problems').click();
  const list = page.locator('guatu-diagnostics').locator('[part=list]');
  await expect.poll(() => list.textContent()).toContain(said);
  await page.close();
});

test('one changed observation changes its tile, its township and the sentence', async () => {
  const file = join(folder, 'data/observations.csv');
  const original = readFileSync(file, 'utf8');
  const { line, value } = findReport(original);
  expect(Number(value)).toBeGreaterThan(0);
  expect(Number(value)).toBeLessThan(5);
  const first = await open(browser, '', { query: TEXTS });
  const before = await readShown(first.page);
  await first.page.close();
  try {
    writeFileSync(file, original.replace(line, line.replace(`,2021,${value},`, ',2021,5.5,')));
    const second = await open(browser, '', { query: TEXTS });
    const after = await readShown(second.page);
    await second.page.close();
    expect(before.label).toContain(`${value}万元`);
    expect(after.label).toContain('5.5万元');
    expect(after.fill).not.toBe(before.fill);
    expect(after.township).not.toBe(before.township);
    expect(after.sentence).not.toBe(before.sentence);
    const count = (sentence: string): number => Number(/中(\d+)村达到/.exec(sentence)?.[1]);
    expect(count(after.sentence)).toBe(count(before.sentence) + 1);
  } finally {
    writeFileSync(file, original);
  }
});

test('the drawn pixel of a tile is the colour of its class in the legend', async () => {
  const { page } = await open(browser);
  const { at, fill } = await page.evaluate((village) => {
    const map = document.querySelector('guatu-map');
    const scene = map?.scene;
    const index = scene?.layout.areas.findIndex(({ code }) => code === village) ?? -1;
    const kind = scene?.paints[index]?.class;
    const stage = map?.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
    const [x0 = 0, , x1 = 0, y1 = 0] = scene?.layout.areas[index]?.bounds ?? [];
    return {
      // low in the middle of the tile, where nothing is written
      at: { x: (stage?.left ?? 0) + (x0 + x1) / 2 - 8, y: (stage?.top ?? 0) + y1 - 4 },
      fill: typeof kind === 'number' ? scene?.legend.classes[kind]?.paint.fill : undefined,
    };
  }, VILLAGE);
  const png = await page.screenshot({ clip: { x: Math.round(at.x), y: Math.round(at.y), width: 1, height: 1 } });
  const pixel = await page.evaluate(
    async (data) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(data)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(1, 1);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return [...(context?.getImageData(0, 0, 1, 1).data.slice(0, 3) ?? [])];
    },
    [...png],
  );
  await page.close();
  const expected = [1, 3, 5].map((start) => Number.parseInt((fill ?? '').slice(start, start + 2), 16));
  for (const [index, channel] of pixel.entries())
    expect(Math.abs(channel - (expected[index] ?? 0))).toBeLessThanOrEqual(2);
});

describe('the page answers', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = await open(browser));
    await settleCounts(page);
  });
  afterAll(() => page.close());

  test('keeps to its policy and its origin, also when maplibre has taken over', async () => {
    await page.evaluate(() => document.querySelector('guatu-map')?.setAttribute('renderer', 'maplibre'));
    await page.waitForFunction(
      () => document.querySelector('guatu-map')?.shadowRoot?.querySelector('#svg')?.classList.contains('is-behind'),
      undefined,
      { timeout: 30_000 },
    );
    await page.evaluate(() => document.querySelector('guatu-map')?.removeAttribute('renderer'));
    expect(complaints).toEqual([]);
  });

  test('counts agree between header, legend, card and tiles', async () => {
    const seen = await page.evaluate(() => {
      const board = document.querySelector('guatu-map')?.board.snapshot;
      const text = (tag: string, selector: string): string =>
        document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ') ??
        '';
      return {
        started: text('guatu-figures', 'dd'),
        card: text('guatu-card', '.head'),
        cells: [...(document.querySelector('guatu-legend')?.shadowRoot?.querySelectorAll('.cell') ?? [])].reduce(
          (sum, cell) => sum + Number(/(\d+)$/.exec(cell.getAttribute('aria-label') ?? '')?.[1]),
          0,
        ),
        rows: [...(document.querySelector('guatu-card')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
          Number(/(\d+)\/\d+/.exec(row.textContent)?.[1]),
        ),
        tiles: board?.painting?.paints.filter((paint) => typeof paint.class === 'number').length,
        startedTiles: board?.dataset?.roster.areas.filter(
          (_area, row) => board.evaluation?.rollout(row).state === 'started',
        ).length,
      };
    });
    expect(seen.cells).toBe(seen.tiles);
    expect(seen.started).toBe(`${seen.startedTiles} / 112`);
    expect(seen.card).toContain(`启动${seen.startedTiles}/112`);
    expect(seen.rows.reduce((sum, count) => sum + count, 0)).toBe(seen.startedTiles);
  });

  test('says that figures are illustrative before anything else', async () => {
    const badge = page.locator('#illustrative');
    expect(await badge.textContent()).toBe('示例数据');
    expect(await badge.isVisible()).toBe(true);
    const box = await badge.boundingBox();
    expect(box?.y).toBeLessThan(100);
  });

  test('axe finds nothing', async () => {
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (context: Document) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run(document)).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
    });
    expect(violations).toEqual([]);
  });
});

test('what is chosen stands in the address, and comes back from it', async () => {
  const { page } = await open(browser);
  await page
    .locator('guatu-map')
    .evaluate(
      (map: HTMLElementTagNameMap['guatu-map'], village) =>
        map.board.request({ selected: village, view: 'lights', locale: 'en' }),
      VILLAGE,
    );
  await page.waitForFunction(() => location.hash.includes('selected='));
  const { hash } = new URL(page.url());
  await page.close();
  const again = await open(browser, hash.slice(1));
  const state = await again.page.evaluate(() => document.querySelector('guatu-map')?.board.snapshot.state);
  expect(state).toMatchObject({ selected: VILLAGE, view: 'lights', locale: 'en', asOf: '2021-12-31' });
  expect(await again.page.title()).toContain('Yongchang');
  await again.page.close();
});

test('a bad address is told, not obeyed', async () => {
  const { page } = await open(browser, 'view=%3Cscript%3E&as-of=yesterday&target=nobody&selected=1');
  const told = await page.evaluate(() =>
    document.querySelector('guatu-map')?.board.snapshot.diagnostics.map(({ code }) => code),
  );
  expect(told).toEqual(expect.arrayContaining(['state-choice', 'state-date', 'state-target', 'state-area']));
  expect(await page.locator('guatu-diagnostics').evaluate((element) => element.shadowRoot?.textContent)).toContain(
    '4 个警告',
  );
  await page.close();
});

test('without WebGL the whole map is there and works', async () => {
  const executablePath = findBrowser();
  const plain = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [...browserArguments.filter((argument) => !/angle|swiftshader/.test(argument)), '--disable-3d-apis'],
  });
  try {
    const { page, complaints } = await open(plain);
    await page.waitForTimeout(1500);
    const seen = await page.evaluate(() => {
      const root = document.querySelector('guatu-map')?.shadowRoot;
      return {
        tiles: root?.querySelectorAll('path[data-code]').length,
        behind: root?.querySelector('#svg')?.classList.contains('is-behind'),
      };
    });
    expect(seen).toEqual({ tiles: 112, behind: false });
    await page.locator('guatu-map').locator(`path[data-code="${VILLAGE}"]`).click();
    await expect
      .poll(() => page.locator('guatu-card').evaluate((card) => card.shadowRoot?.querySelector('h2')?.textContent))
      .not.toBe('永昌县');
    expect(complaints).toEqual([]);
  } finally {
    await plain.close();
  }
});

test.each([
  ['data/observations.csv', 'observations.csv'],
  ['data/plan.json', 'plan.json'],
])('without %s the page says so and draws the rest', async (file, name) => {
  const page = await browser.newPage();
  await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: 'no such page' }));
  await page.goto(`${address}${TEXTS}`, { waitUntil: 'load' });
  await page.waitForFunction(
    () => (document.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('path[data-code]').length ?? 0) === 112,
  );
  await page.waitForFunction(() => document.querySelector('guatu-map')?.board.snapshot.status === 'ready');
  const message = page.locator('guatu-map').locator('[part=message]');
  await expect.poll(() => message.textContent()).toContain(name);
  expect(await message.textContent()).toContain('404');
  await page.close();
});

const FILES = { plan: 'data/plan.json', areas: 'data/areas.csv', observations: 'data/observations.csv' } as const;

/** Faults of the files, what of them the page has to name, and how many villages are drawn all the same. */
const faulty: readonly (readonly [
  name: string,
  file: keyof typeof FILES,
  spoil: (text: string) => string,
  said: readonly string[],
  villages: number,
])[] = [
  ['a malformed plan', 'plan', (text) => text.slice(0, -40), ['plan.json'], 112],
  [
    'a malformed table',
    'observations',
    (text) => `${text.trim()}\n"never closed,620321100200,2021\n`,
    ['observations.csv', '引号'],
    112,
  ],
  [
    'a page in place of a table',
    'observations',
    () => '<!doctype html><title>Not found</title>',
    ['observations.csv'],
    112,
  ],
  [
    'a code that stands twice',
    'areas',
    (text) => `${text.trim()}\n620321100200,重号村,village,620321100000,villagers-committee,2020,,,,\n`,
    ['areas.csv:', '620321100200'],
    112,
  ],
  [
    'an orphan',
    'areas',
    (text) => `${text.trim()}\n620321999001,无主村,village,,villagers-committee,2021,,,,\n`,
    ['areas.csv:', '620321999001'],
    112,
  ],
  [
    'a village of an unknown township',
    'areas',
    (text) => `${text.trim()}\n620321999002,无乡村,village,620321999000,villagers-committee,2021,,,,\n`,
    ['areas.csv:', '620321999000'],
    112,
  ],
  [
    'parents in a circle',
    'areas',
    (text) =>
      `${text.trim()}\n620321998000,甲镇,township,620321997000,town,,,,,\n620321997000,乙镇,township,620321998000,town,,,,,\n`,
    ['areas.csv:', '620321997000', '620321998000'],
    112,
  ],
  [
    'an unknown unit',
    'observations',
    (text) => `${text.trim()}\ncollective-income,620321100200,2022,3,,,光年,2022-06-30,,\n`,
    ['observations.csv:', '光年'],
    112,
  ],
];

test.each(faulty)(
  '%s: counted, named with its place, and the rest is drawn',
  async (_name, key, spoil, said, villages) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const file = FILES[key];
    const text = readFileSync(join(folder, file), 'utf8');
    await page.route(`**/${file}`, (route) =>
      route.fulfill({ body: spoil(text), contentType: file.endsWith('json') ? 'application/json' : 'text/csv' }),
    );
    await page.goto(`${address}${TEXTS}`, { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector('guatu-map')?.board.snapshot.status === 'ready');
    const problems = page.locator('#problems');
    await problems.waitFor();
    expect(await problems.textContent()).toMatch(/^[1-9]\d* 处数据有误$/);
    await problems.click();
    const list = page.locator('guatu-diagnostics').locator('[part=list]');
    const listed = (await list.textContent()) ?? '';
    for (const part of said) expect(listed).toContain(part);
    const count = Number.parseInt((await problems.textContent()) ?? '', 10);
    // the list ends after two hundred, and says how many follow
    expect(await list.locator('.is-error').count()).toBe(Math.min(count, 200));
    expect(await page.locator('guatu-map path[data-code]').count()).toBe(villages);
    await page.close();
  },
);

test('on a phone nothing lies beside the screen, and the card comes up', async () => {
  const { page } = await open(browser, '', { width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page
    .locator('guatu-map')
    .evaluate((map: HTMLElementTagNameMap['guatu-map'], village) => map.board.request({ selected: village }), VILLAGE);
  const place = async (selector: string): Promise<{ top: number; bottom: number }> => {
    const box = await page.locator(selector).boundingBox();
    return { top: Math.round(box?.y ?? 0), bottom: Math.round((box?.y ?? 0) + (box?.height ?? 0)) };
  };
  // it is on its way for a moment
  await expect.poll(async () => (await place('#card')).bottom).toBe(844);
  expect((await place('#card')).top).toBeGreaterThan(300);
  await page.keyboard.press('Escape');
  // targets, legend and table come up one at a time, over a dock that stays; never two at once, not for a frame
  await page.evaluate(() => {
    const open = new MutationObserver(() => {
      if (document.querySelectorAll('details.sheet[open]').length > 1) document.body.classList.add('two-sheets');
    });
    open.observe(document.body, { subtree: true, attributeFilter: ['open'] });
  });
  for (const [name, content] of [
    ['.left', 'guatu-targets'],
    ['.key', 'guatu-legend'],
    ['.rows', 'guatu-table'],
  ] as const) {
    await page.locator(`${name} > summary`).click();
    await expect.poll(async () => (await place(`${name} > .content`)).bottom).toBe(844 - 48);
    expect((await place(`${name} > .content`)).top).toBeGreaterThan(200);
    await expect.poll(() => page.locator(content).isVisible()).toBe(true);
    expect(await page.locator('details.sheet[open]').count()).toBe(1);
  }
  expect(await page.locator('body.two-sheets').count()).toBe(0);
  await page.keyboard.press('Escape');
  expect(await page.locator('details.sheet[open]').count()).toBe(0);
  await page.close();
});

test('paper has sentence, map, legend and imprint on one sheet', async () => {
  const { page } = await open(browser);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1040 }); // A4 within its margins
  const seen = (selector: string): Promise<boolean> => page.locator(selector).isVisible();
  for (const shown of ['h1', '#illustrative', 'guatu-map', 'guatu-legend', '#imprint'])
    expect([shown, await seen(shown)]).toEqual([shown, true]);
  for (const hidden of ['.controls', '.settings', 'guatu-targets', 'guatu-timeline', '#card'])
    expect([hidden, await seen(hidden)]).toEqual([hidden, false]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(718);
  expect(await countSheets(page, { landscape: false })).toBe(1);
  await page.close();
});

test.each([
  ['from a desktop', { width: 1280, height: 900 }],
  ['from a phone', { width: 390, height: 844 }],
])('one sheet of paper, upright and across, %s', async (_from, viewport) => {
  const { page } = await open(browser, '', viewport);
  for (const landscape of [false, true])
    expect([landscape, await countSheets(page, { landscape })]).toEqual([landscape, 1]);
  await page.close();
});

async function countSheets(page: Page, { landscape }: { readonly landscape: boolean }): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', landscape });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
