// What the guides take for granted around a script, and what one sees when it has run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { county } from './guide-folder.js';

export const VILLAGE = '620321104204';

/** What the text around a script says is there, by what the script is about. */
export const GIVEN: readonly (readonly [in_: RegExp, given: string])[] = [
  [/await board\.load/, "const plan = await (await fetch('data/plan.json')).json();"],
  [
    /title\.textContent/,
    "const [map] = document.getElementsByTagName('guatu-map'); const title = document.body.appendChild(document.createElement('h1'));",
  ],
  [
    /drawChart/,
    "const [map] = document.getElementsByTagName('guatu-map'); const drawChart = (code) => `chart of ${code}`;",
  ],
];

/** Where the village lies on the screen, whichever renderer shows it. */
export async function findArea(page: Page): Promise<readonly [x: number, y: number]> {
  const box = await page
    .locator(`guatu-map path[data-code="${VILLAGE}"]`)
    .first()
    .evaluate((path) => {
      path.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = path.getBoundingClientRect();
      return [x + width / 2, y + height / 2] as const;
    });
  return box;
}

/** What one sees of a script that ran. */
export const SEEN: readonly (readonly [in_: RegExp, look: (page: Page) => Promise<void>])[] = [
  [
    /title\.textContent/,
    async (page) => {
      await page.mouse.click(...(await findArea(page)));
      await expect.poll(() => page.locator('h1').textContent()).toMatch(/^下二坝村/);
    },
  ],
  [
    /drawChart/,
    async (page) => {
      await page.mouse.move(...(await findArea(page)));
      await expect.poll(() => page.locator('#tip').textContent()).toBe(`chart of ${VILLAGE}`);
    },
  ],
  [
    /map\.ramp/,
    async (page) => {
      const readRamp = () => page.evaluate(() => document.querySelector('guatu-map')?.ramp?.[2]);
      await expect.poll(readRamp).toBe('#4a1d05');
      await page.mouse.move(...(await findArea(page)));
      await expect.poll(() => page.locator('guatu-map [part~=tip]').first().textContent()).toMatch(/\d|未报数|nothing/);
    },
  ],
  [
    /frame\.height/,
    async (page) => {
      await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('900');
      const map = page.frameLocator('iframe').locator('guatu-map');
      await expect
        .poll(() => map.evaluate((element: HTMLElementTagNameMap['guatu-map']) => element.asOf))
        .toBe('2020-12-31');
    },
  ],
  [
    /await board\.load/,
    (page) =>
      expect
        .poll(() => page.evaluate(() => document.querySelector('guatu-map')?.board.snapshot.plan?.id))
        .toBe((JSON.parse(readFileSync(join(county, 'plan.json'), 'utf8')) as { id: string }).id),
  ],
];
