import { parseAreas } from '@guatu/core';
import type { Roster } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { layoutAreas } from '../layout-areas.js';
import { isInChina } from './china.js';
import { closeJumps, turnTo } from './longitude.js';
import { readShapes } from './read-shapes.js';

const rosterOf = (villages: number): Roster =>
  parseAreas({
    name: 'areas.csv',
    text: [
      'code,name,level,parent,kind',
      'C,县,county,,',
      'T,乡,township,C,town',
      ...Array.from({ length: villages }, (_, at) => `V${at + 1},${at + 1}村,village,T,villagers-committee`),
    ].join('\n'),
  }).roster;

const square = (west: number, east: number, south = -17, height = 0.01) => [
  [
    [west, south],
    [east, south],
    [east, south + height],
    [west, south + height],
    [west, south],
  ],
];
const feature = (at: number, coordinates: unknown, type = 'Polygon'): object => ({
  type: 'Feature',
  properties: { code: `V${at}` },
  geometry: { type, coordinates },
});
const collect = (...features: readonly object[]): object => ({ type: 'FeatureCollection', crs: 'WGS84', features });
/** Two kilometre squares west of 180°, in a row. */
const WEST = [feature(1, square(179.97, 179.98)), feature(2, square(179.98, 179.99))];

describe('where longitudes jump from 180 to −180', () => {
  it.each<readonly [string, object, readonly [number, number]]>([
    ['written as −179.99', feature(3, square(-179.99, -179.98)), [180.01, 180.02]],
    ['written as 180.005', feature(3, square(180.005, 180.015)), [180.005, 180.015]],
    ['written as −179.995', feature(3, square(-179.995, -179.985)), [180.005, 180.015]],
    [
      'cut in two by RFC 7946',
      feature(3, [square(179.995, 180), square(-180, -179.985)], 'MultiPolygon'),
      [179.995, 180.015],
    ],
    [
      'that jumps from one corner to the next',
      feature(3, [
        [
          [179.995, -17],
          [-179.985, -17],
          [-179.985, -16.99],
          [179.995, -16.99],
          [179.995, -17],
        ],
      ]),
      [179.995, 180.015],
    ],
  ])('a third shape %s is drawn beside its neighbours', (_, third, [west, east]) => {
    const { shapes, diagnostics } = readShapes(collect(...WEST, third), rosterOf(3));
    expect(diagnostics).toEqual([]);
    const { areas, width } = layoutAreas(rosterOf(3), shapes, { width: 510, padding: 5, level: 'village' });
    // 500 scene units across what lies between 179.97 and the eastern end of the third
    const unit = 500 / (east - 179.97);
    expect(areas.map(({ bounds }) => bounds[0])).toEqual([
      expect.closeTo(5, 3),
      expect.closeTo(5 + 0.01 * unit, 3),
      expect.closeTo(5 + (west - 179.97) * unit, 3),
    ]);
    expect(areas[2]?.bounds[2]).toBeCloseTo(width - 5, 3);
  });

  it('a country on both sides is in one piece, an island of it beyond the line too', () => {
    // 19° to 190°, as Russia is: 171° wide instead of 360
    const { shapes } = readShapes(
      collect(
        feature(1, square(19, 180, 45, 20)),
        feature(2, [square(170, 180, 65, 5), square(-180, -170, 65, 5)], 'MultiPolygon'),
      ),
      rosterOf(2),
    );
    const ends = ['V1', 'V2'].flatMap((code) => [0, 2].map((at) => shapes.places.get(code)?.bounds[at] ?? 0));
    expect(ends.map((x) => Math.round((x - 0.5) * 3600) / 10)).toEqual([19, 180, 170, 190]);
  });

  it('shapes all over the world stay where they are written', () => {
    const features = [-170, -100, -30, 40, 110, 170].map((lon, at) => feature(at + 1, square(lon, lon + 8, 10, 8)));
    const { shapes } = readShapes(collect(...features), rosterOf(6));
    expect([...shapes.places.values()].slice(0, 6).map(({ bounds }) => Math.round((bounds[0] - 0.5) * 360))).toEqual([
      -170, -100, -30, 40, 110, 170,
    ]);
  });

  it('a ring around a pole is left as it is', () => {
    const pole = [-180, -80, -90, -75, 0, -70, 90, -75, 180, -80, 180, -84, -180, -84, -180, -80];
    expect(closeJumps([-180, -80, -60, -75, 60, -75, 180, -80, -180, -80])).toHaveLength(10);
    expect(closeJumps(pole)[0]).toBe(-180);
  });

  it('the shorter way is less than half a turn', () => {
    expect([turnTo(179, -179), turnTo(-179, 179), turnTo(0, 180.5), turnTo(10, 730)]).toEqual([2, -2, -179.5, 0]);
  });
});

describe('China', () => {
  it.each([
    ['Beijing', 116.4, 39.9],
    ['Kashgar', 76, 39.5],
    ['Lhasa', 91.1, 29.65],
    ['Mohe', 122.5, 53],
    ['Fuyuan', 134.3, 48.35],
    ['Shanghai', 121.5, 31.2],
    ['Zhoushan', 122.2, 30],
    ['Sanya', 109.5, 18.25],
    ['Taipei', 121.5, 25.05],
    ['Hong Kong', 114.2, 22.3],
    ['Jinghong', 100.8, 22],
    ['Yongchang', 101.97, 38.24],
    ['Ürümqi', 87.6, 43.8],
    ['Altay', 88.1, 47.85],
    ['Hulunbuir', 119.8, 49.2],
    ['Ruili', 97.85, 24.02],
    ['Yadong', 88.95, 27.5],
    ['Dandong', 124.38, 40.15],
    ['Heihe', 127.5, 50.25],
  ])('holds %s', (_, lon, lat) => expect(isInChina(lon, lat)).toBe(true));

  it.each([
    ['Bukidnon', 124.7, 9.17],
    ['Manila', 121, 14.6],
    ['Hanoi', 105.85, 21.03],
    ['Saigon', 106.7, 10.8],
    ['Seoul', 127, 37.57],
    ['Pyongyang', 125.75, 39],
    ['Tokyo', 139.7, 35.7],
    ['Fukuoka', 130.4, 33.6],
    ['Vladivostok', 131.9, 43.1],
    ['Ulaanbaatar', 106.9, 47.9],
    ['Almaty', 76.9, 43.25],
    ['Bishkek', 74.6, 42.87],
    ['Delhi', 77.2, 28.6],
    ['Kathmandu', 85.3, 27.7],
    ['Thimphu', 89.64, 27.47],
    ['Guwahati', 91.75, 26.15],
    ['Mandalay', 96.1, 22],
    ['Vientiane', 102.6, 17.97],
    ['Bangkok', 100.5, 13.75],
    ['Chita', 113.5, 52.03],
    ['Islamabad', 73.05, 33.7],
  ])('does not hold %s', (_, lon, lat) => expect(isInChina(lon, lat)).toBe(false));

  it('is not named to a municipality of the Philippines', () => {
    const { diagnostics } = readShapes(
      { type: 'FeatureCollection', features: [feature(1, square(124.7, 124.71, 9.17))] },
      rosterOf(1),
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('a few islands far from the rest', () => {
  /** 19 squares in a row, 0.2° in all, and one island so many degrees to the east. */
  const withIsland = (degrees: number) =>
    readShapes(
      collect(
        ...Array.from({ length: 19 }, (_, at) => feature(at + 1, square(10 + at / 100, 10.01 + at / 100, 0))),
        feature(20, square(10.09 + degrees, 10.1 + degrees, 0)),
      ),
      rosterOf(20),
    );

  it('that leave it to a fifth of the picture are told', () => {
    // 10 to 11.1 instead of 10 to 10.19: 5.8 times
    const told = withIsland(1).diagnostics.filter(({ code }) => code === 'boundary-far-islands');
    expect(told.map(({ params }) => params)).toEqual([{ area: 'V20', count: 1, times: 5 }]);
    expect(withIsland(1).shapes.places.has('V20')).toBe(true);
  });

  it('that lie near are not', () => {
    // 10 to 10.7: 3.7 times
    expect(withIsland(0.6).diagnostics).toEqual([]);
  });
});
