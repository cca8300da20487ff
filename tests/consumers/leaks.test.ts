// A page that puts maps on and off all day keeps nothing of them: no drawing context, no listener, no tree.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/serve.mjs';
import { launchChromium } from '../chromium.js';
import { project } from './bundle-consumer.js';

const CYCLES = 100;

let browser: Browser;
let folder = '';
let server: Server;
let address = '';

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'leaks-'));
  cpSync(join(project, 'packages/map/dist/cdn'), folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
    <script type="module" src="guatu.js"></script></head><body><main></main></body></html>`,
  );
  server = createSiteServer({ '/': folder, '/data/': join(project, 'fixtures/yongchang') });
  address = await listen(server, 0);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

interface Watch {
  /** Every WebGL context the page was given. */
  readonly contexts: WebGL2RenderingContext[];
  /** Listeners on window and document that were added and not taken away. */
  readonly listeners: Map<string, number>;
  readonly maps: WeakRef<Element>[];
}

declare global {
  interface Window {
    watch: Watch;
    cycle: (until: 'svg' | 'maplibre') => Promise<void>;
  }
}

/** Runs in the page, before any script of it. */
function installWatch(): void {
  const contexts: WebGL2RenderingContext[] = [];
  const listeners = new Map<string, number>();
  const maps: WeakRef<Element>[] = [];
  window.watch = { contexts, listeners, maps };
  const getContext = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as (...given: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
    const context = Reflect.apply(getContext, this, given);
    if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
    return context;
  } as typeof HTMLCanvasElement.prototype.getContext;
  for (const target of [window, document] as EventTarget[]) {
    // the same listener twice is one, as for the browser
    const known = new Map<string, Set<unknown>>();
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const count = (type: string): void =>
      void listeners.set(`${target === window ? 'window' : 'document'} ${type}`, known.get(type)?.size ?? 0);
    target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) => {
      const once = typeof options === 'object' && options.once === true;
      if (!once) known.set(type, (known.get(type) ?? new Set()).add(listener));
      count(type);
      add(type, listener, options);
    };
    target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions | boolean) => {
      known.get(type)?.delete(listener);
      count(type);
      remove(type, listener, options);
    };
  }
  window.cycle = (until) =>
    new Promise((resolve, reject) => {
      const map = document.createElement('guatu-map');
      const files = {
        plan: '/data/plan.json',
        areas: '/data/areas.csv',
        data: '/data/observations.csv',
        target: 'collective-income-5-2022',
      };
      for (const [name, value] of Object.entries(files)) map.setAttribute(name, value);
      map.setAttribute('renderer', until);
      map.append(document.createElement('guatu-legend'), document.createElement('guatu-timeline'));
      maps.push(new WeakRef(map));
      const late = setTimeout(() => reject(new Error(`no ${until} in 30 s`)), 30_000);
      map.addEventListener('guatu-draw', (event) => {
        if (
          (event as Event & { renderer: string }).renderer !== until ||
          !map.shadowRoot?.querySelector('svg [data-code]')
        )
          return;
        clearTimeout(late);
        map.remove();
        // the element takes leave a task later, so that it may be moved
        setTimeout(resolve, 20);
      });
      document.querySelector('main')?.append(map);
    });
}

async function countAfterCollection(page: Page, session: CDPSession) {
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const counters = await session.send('Memory.getDOMCounters');
  const kept = await page.evaluate(() => ({
    alive: window.watch.maps.filter((map) => map.deref() !== undefined).length,
    contexts: window.watch.contexts.filter((context) => !context.isContextLost()).length,
    made: window.watch.contexts.length,
    listeners: Object.fromEntries(window.watch.listeners),
    canvases: document.querySelectorAll('canvas').length,
  }));
  return { ...counters, ...kept };
}

test(`${CYCLES} maps put on and taken off leave no context, no listener and no tree behind`, async () => {
  const page = await browser.newPage();
  await page.addInitScript(installWatch);
  const session = await page.context().newCDPSession(page);
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('guatu-timeline') !== undefined);
  // what is made once for all, as style sheets and maplibre itself, is made by the first few
  for (let cycle = 0; cycle < 3; cycle += 1) await page.evaluate(() => window.cycle('maplibre'));
  const before = await countAfterCollection(page, session);
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    await page.evaluate((until) => window.cycle(until), cycle % 4 === 0 ? ('maplibre' as const) : ('svg' as const));
  }
  const after = await countAfterCollection(page, session);
  expect(after.made).toBeGreaterThanOrEqual(CYCLES / 4);
  expect(after.contexts).toBe(0);
  expect(after.listeners).toEqual(before.listeners);
  // the last one may be held by the event it told
  expect(after.alive).toBeLessThanOrEqual(2);
  expect(after.canvases).toBe(0);
  // a map is some two thousand nodes
  expect(after.nodes - before.nodes).toBeLessThan(3000);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(100);
  await page.close();
}, 240_000);
