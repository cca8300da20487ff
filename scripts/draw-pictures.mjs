// The pictures of the README, from the portal page as it is served: npm run pictures
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArguments, ensureBrowser } from './browser.mjs';
import { buildApps, buildPackages } from './build.mjs';
import { createSiteServer, listen } from './serve.mjs';
import { main, root, say, step, StepError } from './steps.mjs';

/** Most a picture may weigh, in bytes. */
const HEAVIEST = 300_000;

/** What stands in the page's address, and the file it is drawn into. */
const pictures = [
  { file: 'board.webp', hash: 'target=one-three-n&as-of=2021-06-30' },
  { file: 'board.en.webp', hash: 'target=one-three-n&as-of=2021-06-30&lang=en' },
];

await main(async () => {
  const executablePath = ensureBrowser(say);
  await step('build', async () => {
    await buildPackages();
    await buildApps();
  });
  const folder = join(root, 'docs/images');
  mkdirSync(folder, { recursive: true });
  const server = createSiteServer({ '/': join(root, 'apps/portal/dist') });
  const address = await listen(server, 0);
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  try {
    for (const { file, hash } of pictures) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      await page.goto(`${address}#${hash}`);
      // svg draws the same on every machine, apart from its fonts
      await page.locator('guatu-map').evaluate((map) => map.setAttribute('renderer', 'svg'));
      await page.locator('guatu-figures dl').waitFor();
      await page.locator('guatu-figures .is-waiting').first().waitFor({ state: 'detached' });
      const picture = await takePicture(page);
      await page.close();
      if (picture.length > HEAVIEST) throw new StepError(`${file}: ${picture.length} bytes, more than ${HEAVIEST}`);
      writeFileSync(join(folder, file), picture);
      say(`docs/images/${file}: ${Math.round(picture.length / 1000)} kB`);
    }
  } finally {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  }
});

/**
 * WebP without loss, which the browser writes itself: two thirds of the bytes of its PNG.
 *
 * @param {import('playwright').Page} page
 */
async function takePicture(page) {
  const browser = await page.context().newCDPSession(page);
  const clip = { ...(await boxOf(page)), scale: 1 };
  const { data } = await browser.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 100,
    captureBeyondViewport: true,
    clip,
  });
  return Buffer.from(data, 'base64');
}

/**
 * Header and board, without the page's foot.
 *
 * @param {import('playwright').Page} page
 */
async function boxOf(page) {
  const box = await page.locator('.picture').boundingBox();
  return { x: 0, y: 0, width: 1280, height: Math.ceil((box?.y ?? 0) + (box?.height ?? 0) + 12) };
}
