// Several maps of a page that show the same files: each file is fetched once and read once.
import { parsePlan, readDataset } from '@guatu/core';
import type { Plan } from '@guatu/core';
import { packBoard } from '@guatu/core/board-file';
import { expect, onTestFinished, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { mount } from '../../internal/testing/mount.js';
import { tinyAreas, tinyObservations, tinyPlan } from '../../internal/testing/tiny-county.js';
import type { GuatuMap } from './map.js';

const plan = parsePlan(tinyPlan).plan as Plan;
const packed = packBoard({
  plan,
  dataset: readDataset(plan, {
    areas: { name: 'areas.csv', text: tinyAreas },
    observations: { name: 'observations.csv', text: tinyObservations },
  }),
});

const FILES: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  'board.guatu': packed,
  'plan.json': JSON.stringify(tinyPlan),
  'areas.csv': tinyAreas,
  'observations.csv': tinyObservations,
  'observations-2.csv': `${tinyObservations.split('\n')[0]}\nvegetables,1002202,2021,77,,,亩,2022-01-10,示例数据,\n`,
};

let site = 0;

/** A site of its own for each test, which counts what is asked of it; `broken` files answer 503. */
function openSite(broken: Set<string> = new Set()): {
  readonly properties: Partial<GuatuMap>;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const base = `/site-${(site += 1)}/`;
  const real = window.fetch;
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const { pathname } = new URL(String(input));
    if (!pathname.startsWith(base)) return real(input, init);
    const name = pathname.slice(base.length);
    asked.push(name);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return broken.has(name) ? new Response('busy', { status: 503 }) : new Response(FILES[name] ?? '');
  });
  onTestFinished(() => void vi.restoreAllMocks());
  return {
    asked,
    properties: {
      renderer: 'svg',
      plan: `${base}plan.json`,
      areas: `${base}areas.csv`,
      data: `${base}observations.csv`,
    },
  };
}

async function ready(...maps: readonly GuatuMap[]): Promise<void> {
  for (const map of maps)
    await vi.waitFor(() => expect(['ready', 'failed']).toContain(map.board.snapshot.status), { timeout: 5000 });
}

test('twelve maps at once fetch each file once, and share what was read and evaluated of it', async () => {
  const { asked, properties } = openSite();
  const maps = await Promise.all(Array.from({ length: 12 }, () => mount('guatu-map', properties)));
  await ready(...maps);
  expect(asked.sort()).toEqual(['areas.csv', 'observations.csv', 'plan.json']);
  const [first, ...others] = maps.map(({ board }) => board.snapshot);
  expect(first?.dataset?.roster.areas.length).toBe(9);
  for (const { plan, dataset, evaluation, diagnostics } of others) {
    expect(evaluation).toBe(first?.evaluation);
    expect(plan).toBe(first?.plan);
    expect(dataset).toBe(first?.dataset);
    expect(diagnostics).toEqual(first?.diagnostics);
  }
});

test('a map that comes a moment later finds the files there; what it chooses is its own', async () => {
  const { asked, properties } = openSite();
  const first = await mount('guatu-map', properties);
  await ready(first);
  const second = await mount('guatu-map', { ...properties, target: 'vegetable-area' });
  await ready(second);
  expect(asked.length).toBe(3);
  expect([first.target, second.target]).toEqual([null, 'vegetable-area']);
});

test('another file beside the same ones is fetched alone, and read anew', async () => {
  const { asked, properties } = openSite();
  const first = await mount('guatu-map', properties);
  await ready(first);
  const second = await mount('guatu-map', {
    ...properties,
    data: `${properties.data} ${properties.data?.replace('observations', 'observations-2')}`,
  });
  await ready(second);
  expect(asked.slice(3)).toEqual(['observations-2.csv']);
  expect(second.board.snapshot.dataset).not.toBe(first.board.snapshot.dataset);
  const figureOf = ({ board: { snapshot } }: GuatuMap): unknown =>
    snapshot.evaluation?.target('garden-villages').at(snapshot.roster?.indexOf('1002202') ?? -1).figure;
  expect([figureOf(first), figureOf(second)]).toEqual([null, 77]);
});

test('reading again fetches again: once for all who ask at once, and anew for who asks later', async () => {
  const { asked, properties } = openSite();
  const maps = await Promise.all([1, 2].map(() => mount('guatu-map', properties)));
  await ready(...maps);
  await Promise.all(maps.map((map) => map.reload()));
  expect(asked.length).toBe(6);
  await maps[0]?.reload();
  expect(asked.length).toBe(9);
});

test('a file that could not be had is asked for again by the next map', async () => {
  const broken = new Set(['plan.json']);
  const { asked, properties } = openSite(broken);
  const first = await mount('guatu-map', properties);
  await ready(first);
  expect(first.board.snapshot.diagnostics.map(({ code }) => code)).toContain('source-status');
  broken.clear();
  const second = await mount('guatu-map', properties);
  await ready(second);
  expect(asked.filter((name) => name === 'plan.json').length).toBe(2);
  expect(second.board.snapshot.plan?.id).toBe('tiny');
});

test('three maps of one board file fetch it once, open it once, and draw', async () => {
  const { asked, properties } = openSite();
  const src = (properties.plan ?? '').replace('plan.json', 'board.guatu');
  const maps = await Promise.all([1, 2, 3].map(() => mount('guatu-map', { renderer: 'svg', src })));
  await ready(...maps);
  expect(asked).toEqual(['board.guatu']);
  const [first, ...others] = maps.map(({ board }) => board.snapshot);
  expect(first?.status).toBe('ready');
  for (const { dataset } of others) expect(dataset).toBe(first?.dataset);
  await vi.waitFor(() =>
    expect(maps[0]?.renderRoot.querySelectorAll('[data-area], svg path').length).toBeGreaterThan(0),
  );
});

test('a map whose board file is another reads that', async () => {
  const { asked, properties } = openSite();
  const base = (properties.plan ?? '').replace('plan.json', '');
  const map = await mount('guatu-map', { renderer: 'svg', src: `${base}missing.guatu` });
  await ready(map);
  expect(map.board.snapshot.status).toBe('failed');
  map.src = `${base}board.guatu`;
  await vi.waitFor(() => expect(map.board.snapshot.status).toBe('ready'));
  expect(asked).toEqual(['missing.guatu', 'board.guatu']);
});
