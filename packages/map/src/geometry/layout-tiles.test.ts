import { readFileSync } from 'node:fs';
import { parseAreas } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { fictionalCounty } from '../fictional/fictional-county.js';
import type { SceneLayout } from '../scene/scene.js';
import { readShapes } from './boundaries/read-shapes.js';
import { layoutTiles } from './layout-tiles.js';

const text = readFileSync(new URL('../../../../fixtures/yongchang/areas.csv', import.meta.url), 'utf8');
const { roster } = parseAreas({ name: 'areas.csv', text });

type Box = readonly [number, number, number, number];
const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function expectSound({ areas, headers = [], width, height }: SceneLayout): void {
  const boxes = [...areas.map(({ bounds }) => bounds), ...headers.map(({ bounds }) => bounds)];
  for (const [index, box] of boxes.entries()) {
    expect(
      box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height,
      `${box.join()} in ${width} × ${height}`,
    ).toBe(true);
    for (const other of boxes.slice(index + 1))
      expect(overlaps(box, other), `${box.join()} and ${other.join()}`).toBe(false);
  }
}

describe('layoutTiles', () => {
  it.each([1200, 1000, 800, 776, 760, 600, 366, 336, 320])(
    'places 112 villages at %i without overlap or overflow',
    (width) => {
      const layout = layoutTiles(roster, { width, level: 'village' });
      expect(layout.areas).toHaveLength(112);
      expect(layout.headers).toHaveLength(10);
      expectSound(layout);
    },
  );

  it.each([800, 776, 366])('leaves room for names at %i', (width) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = layoutTiles(roster, { width, level: 'village' }).areas[0]?.bounds ?? [];
    expect(x1 - x0).toBeGreaterThanOrEqual(44);
    expect(y1 - y0).toBeGreaterThanOrEqual(44);
  });

  it('fits a page of 1280 without scrolling', () => {
    expect(layoutTiles(roster, { width: 776, level: 'village' }).height).toBeLessThanOrEqual(620);
  });

  it('keeps townships together, under their own header', () => {
    const { areas, headers = [] } = layoutTiles(roster, { width: 776, level: 'village' });
    for (const { group, bounds } of headers) {
      const members = areas.filter((area) => area.group === group);
      expect(members.length).toBeGreaterThan(0);
      for (const { bounds: tile } of members) {
        expect(tile[0]).toBeGreaterThanOrEqual(bounds[0]);
        expect(tile[2]).toBeLessThanOrEqual(bounds[2]);
        expect(tile[1]).toBeGreaterThanOrEqual(bounds[3]);
      }
    }
    const groups = areas.map(({ group }) => group);
    expect(groups).toEqual([...groups].sort());
  });

  it('stands blocks under blocks on a phone', () => {
    const { headers = [] } = layoutTiles(roster, { width: 366, level: 'village' });
    expect(new Set(headers.map(({ bounds }) => bounds[0])).size).toBe(2);
  });

  it('leaves residents’ committees out unless they are asked for', () => {
    const all = layoutTiles(roster, {
      width: 776,
      level: 'village',
      kinds: ['villagers-committee', 'residents-committee'],
    });
    expect(all.areas).toHaveLength(129);
    expectSound(all);
  });

  it('shrinks tiles to a given height', () => {
    for (const height of [560, 400, 240]) {
      const layout = layoutTiles(roster, { width: 776, height, level: 'village' });
      expect(layout.height).toBeLessThanOrEqual(height);
      expect(layout.areas).toHaveLength(112);
      expectSound(layout);
    }
  });

  it('makes room for large type', () => {
    const [x0 = 0, , x1 = 0] =
      layoutTiles(roster, { width: 776, level: 'village', textSize: 'large' }).areas[0]?.bounds ?? [];
    expect(x1 - x0).toBeGreaterThanOrEqual(59);
  });

  it('is twice the standard picture on a wall twice as wide', () => {
    const standard = layoutTiles(roster, { width: 1208, level: 'village' });
    // the margin around the picture, 4 on each side, stays
    const wall = layoutTiles(roster, { width: 2 * (1208 - 8) + 8, level: 'village', textSize: 'wall' });
    expectSound(wall);
    const columns = ({ areas }: typeof wall): number => new Set(areas.map(({ bounds }) => bounds[0])).size;
    expect(columns(wall)).toBe(columns(standard));
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = wall.areas[0]?.bounds ?? [];
    const [a0 = 0, b0 = 0, a1 = 0, b1 = 0] = standard.areas[0]?.bounds ?? [];
    expect(Math.abs(x1 - x0 - 2 * (a1 - a0))).toBeLessThanOrEqual(2);
    expect(y1 - y0).toBe(2 * (b1 - b0));
  });

  it('places townships in a grid without gaps at its end', () => {
    const wide = layoutTiles(roster, { width: 776, level: 'township' });
    expect(wide.areas).toHaveLength(10);
    expect(new Set(wide.areas.map(({ bounds }) => bounds[0])).size).toBe(5);
    expectSound(wide);
    const narrow = layoutTiles(roster, { width: 366, level: 'township' });
    expect(new Set(narrow.areas.map(({ bounds }) => bounds[0])).size).toBe(2);
    expectSound(narrow);
  });

  it('has a key that changes with what it places, and with nothing else', () => {
    const key = (width: number): string => layoutTiles(roster, { width, level: 'village' }).key;
    expect(key(776)).toBe(key(776));
    expect(key(776)).not.toBe(key(800));
  });

  it('draws the villages of one township alone', () => {
    const [township] = roster.areas.filter(({ level }) => level === 'township');
    const members = roster.areas.filter(
      (area) => area.parent === township?.code && area.kind === 'villagers-committee',
    );
    const alone = layoutTiles(roster, { width: 776, level: 'village', within: township?.code ?? '' });
    expect(alone.areas.map(({ code }) => code)).toEqual(members.map(({ code }) => code));
    expect(alone.headers?.map(({ group }) => group)).toEqual([township?.code]);
    expectSound(alone);
    expect(layoutTiles(roster, { width: 776, level: 'village', within: 'nowhere' }).areas).toEqual([]);
    expect(layoutTiles(roster, { width: 776, level: 'township', within: township?.code ?? '' }).areas).toHaveLength(10);
  });

  it('is empty for an empty roster, and sound for a single village', () => {
    const header = 'code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor';
    const read = (...rows: readonly string[]) =>
      parseAreas({ name: 'areas.csv', text: [header, ...rows].join('\n') }).roster;
    expect(layoutTiles(read(), { width: 300, level: 'village' }).areas).toEqual([]);
    const one = layoutTiles(
      read(
        '1,甲县,county,,county,,,,,',
        '11,乙镇,township,1,town,,,,,',
        '111,丙村,village,11,villagers-committee,2020,,,,',
      ),
      { width: 300, level: 'village' },
    );
    expect(one.areas).toHaveLength(1);
    expectSound(one);
  });
});

describe('hexagons', () => {
  const touching = (a: SceneLayout['areas'][number], b: SceneLayout['areas'][number]): boolean =>
    Math.hypot(a.inner[0] - b.inner[0], a.inner[1] - b.inner[1]) < a.bounds[2] - a.bounds[0];

  it.each([1200, 776, 366, 320])(
    'place 112 villages at %i without touching, inside the picture, with room for a name',
    (width) => {
      const { areas, headers = [], height } = layoutTiles(roster, { width, level: 'village', shape: 'hexagon' });
      expect(areas).toHaveLength(112);
      for (const [index, area] of areas.entries()) {
        const [x0, y0, x1, y1] = area.bounds;
        expect(
          x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height,
          `${area.name} ${area.bounds.join()} in ${width} × ${height}`,
        ).toBe(true);
        expect(area.polygons[0]?.[0]).toHaveLength(2 * 7);
        const [left, top, right, bottom] = area.room ?? [0, 0, 0, 0];
        expect(right - left).toBeGreaterThanOrEqual(40);
        expect(bottom - top).toBeGreaterThanOrEqual(36);
        expect(
          areas.slice(index + 1).some((other) => touching(area, other)),
          area.name,
        ).toBe(false);
        for (const { bounds } of headers) expect(overlaps(bounds, area.bounds)).toBe(false);
      }
      for (const [index, { bounds }] of headers.entries())
        for (const other of headers.slice(index + 1)) expect(overlaps(bounds, other.bounds)).toBe(false);
    },
  );

  it.each([776, 366])('stand for townships too at %i', (width) => {
    const { areas, height } = layoutTiles(roster, { width, level: 'township', shape: 'hexagon' });
    expect(areas).toHaveLength(10);
    for (const [
      index,
      {
        bounds: [x0, y0, x1, y1],
      },
    ] of areas.entries()) {
      expect(x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height).toBe(true);
      expect(
        areas.slice(index + 1).some((other) => touching(areas[index] as SceneLayout['areas'][number], other)),
      ).toBe(false);
    }
  });

  it('shrink to a given height', () => {
    for (const height of [560, 300])
      expect(
        layoutTiles(roster, { width: 776, height, level: 'village', shape: 'hexagon' }).height,
      ).toBeLessThanOrEqual(height);
  });
});

describe('tiles kept in place', () => {
  const county = fictionalCounty({ villages: 112, seed: 3 });
  const { roster: made } = parseAreas({ name: 'areas.csv', text: county.areasCsv });
  const {
    shapes: { places },
  } = readShapes(county.boundaries, made);

  /** Of all pairs of areas that lie clearly beside or above each other, the share that does so in the picture. */
  function measureKept(layout: SceneLayout, pairs: 'inside' | 'between'): number {
    let [kept, all] = [0, 0];
    const groups = new Map<string, (readonly [number, number])[]>();
    for (const { group, inner } of layout.areas) groups.set(group, [...(groups.get(group) ?? []), inner]);
    const middle = (group: string): readonly [number, number] => {
      const own = groups.get(group) ?? [];
      return [own.reduce((sum, [x]) => sum + x, 0) / own.length, own.reduce((sum, [, y]) => sum + y, 0) / own.length];
    };
    const things =
      pairs === 'between'
        ? [...groups.keys()].map((code) => ({ code, group: '', at: middle(code) }))
        : layout.areas.map(({ code, group, inner }) => ({ code, group, at: inner }));
    for (const one of things) {
      for (const other of things) {
        const [a, b] = [places.get(one.code)?.inner, places.get(other.code)?.inner];
        if (one === other || one.group !== other.group || !a || !b) continue;
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        // clearly beside: at least three times as far across as up or down
        if (dx > 0 && dx > 3 * Math.abs(dy)) [kept, all] = [kept + Number(other.at[0] > one.at[0]), all + 1];
        if (dy > 0 && dy > 3 * Math.abs(dx)) [kept, all] = [kept + Number(other.at[1] > one.at[1]), all + 1];
      }
    }
    return kept / all;
  }

  it.each(['square', 'hexagon'] as const)(
    '%s: within a township more than 85% of neighbours keep their side, and more than in the roster’s order',
    (shape) => {
      const placed = measureKept(layoutTiles(made, { width: 776, level: 'village', shape, places }), 'inside');
      expect(placed).toBeGreaterThan(0.85);
      expect(placed).toBeGreaterThan(measureKept(layoutTiles(made, { width: 776, level: 'village', shape }), 'inside'));
    },
  );

  it('townships keep their side as blocks and as tiles, and stay together', () => {
    const blocks = layoutTiles(made, { width: 776, level: 'village', places });
    expect(measureKept(blocks, 'between')).toBeGreaterThan(0.8);
    expectSound(blocks);
    expect(blocks.areas).toHaveLength(112);
    const groups = blocks.areas.map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toHaveLength(new Set(groups).size);
    const tiles = layoutTiles(made, { width: 776, level: 'township', places });
    expect(
      measureKept({ ...tiles, areas: tiles.areas.map((area) => ({ ...area, group: '' })) }, 'inside'),
    ).toBeGreaterThan(0.8);
  });

  it('those without a place are there all the same', () => {
    const some = new Map([...places].filter((_, index) => index % 3 === 0));
    const layout = layoutTiles(made, { width: 776, level: 'village', places: some });
    expect(new Set(layout.areas.map(({ code }) => code)).size).toBe(112);
    expectSound(layout);
  });
});
