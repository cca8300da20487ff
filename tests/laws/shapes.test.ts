// What any file of shapes leads to: a picture or a sentence, soon. Rings of repeated corners, without extent or a hair's breadth wide, at any place of the world.
import { parseAreas } from '@guatu/core';
import type { Roster } from '@guatu/core';
import { layoutAreas, readShapes } from '@guatu/map/scene';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInnerPoint } from '../../packages/map/src/geometry/inner-point.js';
import { isInsidePolygon } from '../../packages/map/src/geometry/ring.js';
import { NameIndex } from '../../packages/map/src/geometry/boundaries/name-index.js';
import { hold } from './hold.js';

type Corner = readonly [lon: number, lat: number];

const rosterOf = (villages: readonly string[]): Roster =>
  parseAreas({
    name: 'areas.csv',
    text: [
      'code,name,level,parent,kind',
      'C,县,county,,',
      'T,乡,township,C,town',
      ...villages.map((name, at) => `V${at},${name},village,T,villagers-committee`),
    ].join('\n'),
  }).roster;

/** Rings around a place, whose corners repeat, lie on one line, or are as near as doubles can be. */
const ring = fc
  .record({
    places: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 0,
      maxLength: 9,
    }),
    order: fc.constantFrom('as they are', 'out and back', 'doubled'),
    steps: fc.tuple(fc.constantFrom(0, 1e-15, 1e-9, 1e-6, 0.01, 5), fc.constantFrom(0, 1e-15, 1e-9, 1e-6, 0.01, 5)),
    closed: fc.boolean(),
  })
  .map(({ places, order, steps, closed }) => (from: Corner): readonly Corner[] => {
    const corners = places.map(([x, y]): Corner => [from[0] + x * steps[0], from[1] + y * steps[1]]);
    const run =
      order === 'doubled'
        ? corners.flatMap((corner) => [corner, corner])
        : order === 'out and back'
          ? [...corners, ...[...corners].reverse()]
          : corners;
    return closed && run[0] ? [...run, run[0]] : run;
  });

const place: fc.Arbitrary<Corner> = fc.tuple(
  fc.constantFrom(-180, -179.999, -120.5, 0, 102, 179.99, 180, 200),
  fc.constantFrom(-84, -17, 0, 38, 80),
);

const features = fc.array(
  fc.record({ rings: fc.array(ring, { maxLength: 3 }), place, kind: fc.constantFrom('Polygon', 'MultiPolygon') }),
  { minLength: 1, maxLength: 6 },
);

test('whatever rings a file has, each area is drawn or missed, and every number of the picture is one', () => {
  hold(features, 400, (given) => {
    const villages = rosterOf(given.map((_, at) => `村${at}`));
    const input = {
      type: 'FeatureCollection',
      crs: 'WGS84',
      features: given.map(({ rings, place: from, kind }, at) => {
        const polygon = rings.map((make) => make(from));
        return {
          type: 'Feature',
          properties: { code: `V${at}` },
          geometry: { type: kind, coordinates: kind === 'Polygon' ? polygon : polygon.map((one) => [one]) },
        };
      }),
    };
    const began = performance.now();
    const { shapes, join, diagnostics } = readShapes(input, villages);
    const layout = layoutAreas(villages, shapes, { width: 400, level: 'village' });
    for (const area of layout.areas)
      for (const value of [...area.bounds, ...area.inner, layout.height]) expect(Number.isFinite(value)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
    if (shapes.places.size === 0) expect(diagnostics.map(({ code }) => code)).toContain('boundary-none-usable');
    else
      for (const { code } of villages.areas.filter(({ level }) => level === 'village'))
        expect(shapes.places.has(code) || join.withoutShape.includes(code)).toBe(true);
    const told = diagnostics.filter(({ code }) => code === 'boundary-degenerate-ring' || code === 'boundary-empty');
    for (const { params } of told) expect(String(params?.['area'])).toMatch(/^V\d$/);
  });
});

/** Stars with arms from a hair's breadth to wide, which never cross themselves. */
const star = fc.record({
  arms: fc.integer({ min: 3, max: 60 }),
  deep: fc.constantFrom(0.9, 0.5, 0.1, 1e-3, 1e-6),
  flat: fc.constantFrom(1, 1e-2, 1e-5, 1e-8),
  size: fc.constantFrom(1, 1e-3, 1e-7),
  turn: fc.double({ min: 0, max: 6.28, noNaN: true }),
});

test('a label’s place lies in its shape, however thin, and is found at once', () => {
  hold(star, 300, ({ arms, deep, flat, size, turn }) => {
    const corners = Array.from({ length: 2 * arms }, (_, at) => {
      const [far, angle] = [at % 2 === 0 ? 1 : deep, (at / arms) * Math.PI];
      const [x, y] = [Math.cos(angle) * far, Math.sin(angle) * far * flat];
      return [
        0.5 + size * (x * Math.cos(turn) - y * Math.sin(turn)),
        0.5 + size * (x * Math.sin(turn) + y * Math.cos(turn)),
      ];
    });
    const outline = [...corners, corners[0] ?? []].flat();
    const began = performance.now();
    const [x, y] = findInnerPoint([[outline]]);
    expect(performance.now() - began).toBeLessThan(1000);
    // below a hundred millionth of the world nothing has an inside that doubles could tell
    if (size * flat * deep >= 1e-12) expect(isInsidePolygon([outline], x, y)).toBe(true);
  });
});

test('shapes are drawn alike wherever longitudes jump: moved around the world, whole turns added, cut at 180', () => {
  const row = fc.record({
    widths: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 8 }),
    west: fc.integer({ min: -1800, max: 1799 }),
    south: fc.constantFrom(-60, -17, 0, 52),
    write: fc.constantFrom('beyond', 'wrapped', 'cut'),
  });
  const draw = (
    spans: readonly (readonly [number, number])[],
    south: number,
    write: string,
  ): readonly (readonly number[])[] => {
    const box = (west: number, east: number) => [
      [
        [west, south],
        [east, south],
        [east, south + 0.5],
        [west, south + 0.5],
        [west, south],
      ],
    ];
    const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;
    const coordinatesOf = ([west, east]: readonly [number, number]): unknown => {
      if (write === 'beyond' && east <= 360) return [box(west, east)];
      const [from, to] = [wrap(west), wrap(east - 1e-12)];
      if (from <= to) return [box(from, from + east - west)];
      return write === 'cut'
        ? [box(from, 180), box(-180, to + 1e-12)]
        : [
            [
              [
                [from, south],
                [to, south],
                [to, south + 0.5],
                [from, south + 0.5],
                [from, south],
              ],
            ],
          ];
    };
    const input = {
      type: 'FeatureCollection',
      crs: 'WGS84',
      features: spans.map((span, at) => ({
        type: 'Feature',
        properties: { code: `V${at}` },
        geometry: { type: 'MultiPolygon', coordinates: coordinatesOf(span) },
      })),
    };
    const villages = rosterOf(spans.map((_, at) => `村${at}`));
    const { shapes, diagnostics } = readShapes(input, villages);
    expect(diagnostics.filter(({ code }) => code !== 'boundary-several-shapes')).toEqual([]);
    return layoutAreas(villages, shapes, { width: 800, level: 'village' }).areas.map(({ bounds }) => bounds);
  };
  hold(row, 200, ({ widths, west, south, write }) => {
    // tenths of degrees side by side, from a place of the world and from 0
    const spansFrom = (start: number) => {
      let at = start;
      return widths.map((width): readonly [number, number] => [at / 10, (at += width) / 10]);
    };
    const [usual, moved] = [draw(spansFrom(0), south, 'beyond'), draw(spansFrom(west), south, write)];
    moved.forEach((bounds, area) =>
      bounds.forEach((value, side) => expect(Math.abs(value - (usual[area]?.[side] ?? Number.NaN))).toBeLessThan(1e-3)),
    );
  });
});

/** Names as places have them: a few characters, some of which are endings of their own; none is a committee already. */
const placeName = fc
  .tuple(
    fc.constantFrom('永', '丰', '新', '东', '大'),
    fc.array(fc.constantFrom('永', '丰', '新', '沟', '街', '村', '社', '区', '居', '委', '镇', '嘎', '查', '1', '—'), {
      maxLength: 4,
    }),
  )
  .map(([first, rest]) => first + rest.join(''));
const COMMITTEES = [
  '村委会',
  '村民委员会',
  '村村民委员会',
  '居委会',
  '居民委员会',
  '社区居委会',
  '社区居民委员会',
  '社区委员会',
  '嘎查委员会',
  '管委会',
  '管理委员会',
  '牧委会',
  '家属委员会',
  '委员会',
];

test('a name fits itself with and without a committee, whichever of the two the roster has', () => {
  hold(fc.tuple(placeName, fc.constantFrom(...COMMITTEES)), 1500, ([name, committee]) => {
    const find = (roster: string, asked: string): readonly number[] =>
      new NameIndex(rosterOf([roster])).find(asked, '', 'village');
    // what the committee says the place is, is a part of the place's name
    const kind = /^(?:村(?!民|委)|社区|嘎查)/.exec(committee)?.[0] ?? '';
    const bare = `${name}${kind}`;
    expect(find(`${name}${committee}`, `${name}${committee}`), 'itself').toHaveLength(1);
    expect(find(`${name}${committee}`, bare), `${name}${committee} asked for as ${bare}`).toHaveLength(1);
    expect(find(bare, `${name}${committee}`), `${bare} asked for as ${name}${committee}`).toHaveLength(1);
  });
});

const digits = fc.record({
  county: fc.integer({ min: 110_101, max: 659_999 }),
  towns: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 }),
  villages: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 }),
  lengths: fc.tuple(fc.constantFrom(6, 9, 12, 19), fc.constantFrom(9, 12, 19), fc.constantFrom(12, 19)),
  asked: fc.constantFrom(6, 9, 12, 19),
});

test('6, 9, 12 and 19 digits name the same area, both ways; what is cut off must be zeros', () => {
  hold(digits, 400, ({ county, towns, villages, lengths, asked }) => {
    const write = (code: string, length: number): string => code.slice(0, length).padEnd(length, '0');
    const three = (part: number): string => String(part).padStart(3, '0');
    const codes = [
      { code: String(county), level: 'county', parent: '', length: lengths[0], least: 6 },
      ...towns.map((town) => ({
        code: `${county}${three(town)}`,
        level: 'township',
        parent: String(county),
        length: lengths[1],
        least: 9,
      })),
      ...towns.flatMap((town) =>
        villages.map((village) => ({
          code: `${county}${three(town)}${three(village)}`,
          level: 'village',
          parent: `${county}${three(town)}`,
          length: lengths[2],
          least: 12,
        })),
      ),
    ];
    const kinds = { county: 'county', township: 'town', village: 'villagers-committee' } as const;
    const rows = codes.map(({ code, level, parent, length }) =>
      [
        write(code, length),
        code,
        level,
        parent === '' ? '' : write(parent, Math.max(asked, parent.length)),
        kinds[level as keyof typeof kinds],
      ].join(),
    );
    const { roster, diagnostics } = parseAreas({
      name: 'areas.csv',
      text: ['code,name,level,parent,kind', ...rows].join('\n'),
    });
    expect(diagnostics).toEqual([]);
    for (const { code, least } of codes) {
      const row = roster.indexOf(write(code, Math.max(asked, least)));
      expect(roster.areas[row]?.name).toBe(code);
    }
    for (const village of villages)
      expect(roster.indexOf(write(`${county}${three(towns[0] ?? 0)}${three(village)}`, 9) + '001')).toBe(
        villages.includes(1) ? roster.indexOf(`${county}${three(towns[0] ?? 0)}001`) : -1,
      );
  });
});
