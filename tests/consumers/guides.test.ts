// Every snippet of the guides is run as it is written: commands in a folder, pages under the strict policy they promise.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium } from '../chromium.js';
import { findUnfenced, readBlocks, type Block } from '../guides/read-blocks.js';
import { project } from './bundle-consumer.js';
import { county } from './guide-folder.js';
import { begin, close, follow } from './guide-reader.js';

const GUIDES = [
  'README.md',
  'docs/bundlers.md',
  ...readdirSync(join(project, 'docs/guides')).map((name) => `docs/guides/${name}`),
  'README.zh-CN.md',
];

let browser: Browser;
let root = '';
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  root = mkdtempSync(join(tmpdir(), 'guides-'));
  mkdirSync(join(root, 'bin'));
  symlinkSync(join(project, 'packages/cli/bin/guatu.js'), join(root, 'bin/guatu'));
  server = createSiteServer({
    '/': root,
    '/guatu/': join(project, 'packages/map/dist/cdn'),
    '/data/': county,
    '/board/embed/': join(project, 'apps/embed/dist'),
    '/board/data/': county,
  });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

/** Blocks that another test holds to what is printed, and those that say why they are not run. */
const isRun = ({ language, role }: Block): boolean =>
  !['csv', 'json', 'text'].includes(language) && !role.startsWith('not run: ');

describe.each(GUIDES)('%s', (guide) => {
  const blocks = readBlocks(guide).filter(isRun);
  const other = guide.includes('.zh-CN') ? readBlocks(guide.replace('.zh-CN', '')).filter(isRun) : [];
  // what the English guide says in the same words has been run
  const isSame = blocks.length === other.length && blocks.every(({ text }, index) => text === other[index]?.text);

  test('has no code that nobody knows how to run', () => {
    expect(findUnfenced(guide)).toEqual([]);
    for (const { language, role } of readBlocks(guide))
      expect(`${language} ${role}`).toMatch(/^(text|csv|json) \S|^\w+ $|^\w+ not run: \S/);
    expect(blocks.map(({ language }) => language)).toEqual(
      guide.includes('.zh-CN') ? other.map(({ language }) => language) : blocks.map(({ language }) => language),
    );
  });

  test.skipIf(isSame || blocks.length === 0)('does as it says', async () => {
    const reader = begin({ browser, root, address }, guide);
    for (const block of blocks) {
      try {
        await follow(reader, block);
      } catch (error) {
        throw new Error(`${guide}:${block.line}: ${(error as Error).message}`, { cause: error });
      }
    }
    await close(reader);
  });
});
