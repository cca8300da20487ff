// Other files while a map shows some: the picture stands until they are there, and the map says that it reads.
import { expect, onTestFinished, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { expectAccessible, mount, pick, readText, settle } from '../../internal/testing/mount.js';
import { tinyAreas, tinyObservations, tinyPlan } from '../../internal/testing/tiny-county.js';
import type { GuatuMap } from './map.js';

const FILES: Readonly<Record<string, string>> = {
  'plan.json': JSON.stringify(tinyPlan),
  'plan-2.json': JSON.stringify({ ...tinyPlan, id: 'second' }),
  'areas.csv': tinyAreas,
  'observations.csv': tinyObservations,
};

/** A site whose second plan comes when it is let go. */
function openSite(): { readonly properties: Partial<GuatuMap>; readonly next: string; readonly letGo: () => void } {
  const base = `/slow-${Math.random().toString(36).slice(2)}/`;
  const real = window.fetch;
  let letGo = (): void => undefined;
  const waits = new Promise<void>((resolve) => (letGo = resolve));
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const { pathname } = new URL(String(input));
    if (!pathname.startsWith(base)) return real(input, init);
    const name = pathname.slice(base.length);
    if (name === 'plan-2.json') await waits;
    return new Response(FILES[name] ?? '');
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const data = { areas: `${base}areas.csv`, data: `${base}observations.csv` };
  return {
    properties: { renderer: 'svg', plan: `${base}plan.json`, ...data },
    next: `${base}plan-2.json`,
    letGo: () => letGo(),
  };
}

test('another plan: the picture stands as tall as before until it has come', async () => {
  const { properties, next, letGo } = openSite();
  const map = await mount('guatu-map', properties);
  await vi.waitFor(() => expect(map.board.snapshot.status).toBe('ready'), { timeout: 5000 });
  await settle(map);
  const { height } = map.getBoundingClientRect();
  const areas = (): number => map.shadowRoot?.querySelectorAll('#svg path[data-code]').length ?? 0;
  expect([areas(), pick(map, '.stage').getAttribute('aria-busy')]).toEqual([5, null]);

  map.plan = next;
  await settle(map);
  expect(map.board.snapshot.isLoading).toBe(true);
  expect(map.getBoundingClientRect().height).toBe(height);
  expect(areas()).toBe(5);
  expect(pick(map, '.stage').getAttribute('aria-busy')).toBe('true');
  expect(pick(map, '[role=status].message').innerText).toContain('plan-2.json');
  await expectAccessible(map);

  letGo();
  await vi.waitFor(() => expect(map.board.snapshot.plan?.id).toBe('second'), { timeout: 5000 });
  await settle(map);
  expect(pick(map, '.stage').hasAttribute('aria-busy')).toBe(false);
  expect(readText(map)).not.toContain('plan-2.json');
  expect(map.getBoundingClientRect().height).toBe(height);
});
