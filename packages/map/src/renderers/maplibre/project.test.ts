import { describe, expect, it } from 'vitest';
import type { SceneLayout } from '../../scene/scene.js';
import { boundCamera, fitCamera, placeScene, scaleAtZoom, toLngLat, toScenePoint } from './project.js';

function layout(part: Partial<SceneLayout> = {}): SceneLayout {
  return { key: 'k', width: 780, height: 600, projection: { kind: 'tiles' }, areas: [], outlines: [], ...part };
}

const mercator = { kind: 'mercator', west: 0.78, north: 0.39, scale: 512 * 2 ** 9.3 } as const;

describe('placeScene', () => {
  it('makes one scene unit one pixel at its zoom', () => {
    const placement = placeScene(layout());
    expect(scaleAtZoom(placement, placement.zoom)).toBe(1);
    expect(placement.scale).toBeCloseTo(512 * 2 ** placement.zoom, 6);
  });

  it.each([200, 780, 1280, 1920, 2600, 3840])('keeps a schematic scene %i wide in one tile at every zoom', (width) => {
    const placement = placeScene(layout({ width, height: width / 2 }));
    for (let zoom = 1; zoom <= placement.tileZoom; zoom += 1) {
      const tile = (world: number): number => Math.floor(world * 2 ** zoom);
      expect(tile(placement.west + (width + 60) / placement.scale)).toBe(tile(placement.west - 60 / placement.scale));
    }
  });

  it.each([200, 780, 1248, 2400])('puts whole units of a schematic scene %i wide on the grid of its tile', (width) => {
    const placement = placeScene(layout({ width, height: width / 2 }));
    const steps = 8192 * 2 ** placement.tileZoom;
    for (const x of [0, 1, 17, width]) {
      const step = (placement.west + x / placement.scale) * steps;
      expect(Math.abs(step - Math.round(step))).toBeLessThan(1e-6);
    }
  });

  it('leaves a mercator scene where it is', () => {
    const placement = placeScene(layout({ projection: mercator }));
    expect(placement).toMatchObject({ west: 0.78, north: 0.39, scale: mercator.scale });
    expect(placement.zoom).toBeCloseTo(9.3, 12);
  });

  it('agrees with the tiles of web maps', () => {
    // the north-west corners of tiles 3/6/2 and 4/13/0 as every web map has them
    const west = { ...mercator, west: 6 / 8, north: 2 / 8 };
    expect(toLngLat(placeScene(layout({ projection: west })), 0, 0)).toEqual([90, expect.closeTo(66.51326044, 8)]);
    const north = { ...mercator, west: 13 / 16, north: 0 };
    expect(toLngLat(placeScene(layout({ projection: north })), 0, 0)).toEqual([112.5, expect.closeTo(85.05112878, 8)]);
  });
});

describe('toLngLat', () => {
  it.each([layout(), layout({ projection: mercator })])(
    'is undone by toScenePoint within a millionth of a unit',
    (scene) => {
      const placement = placeScene(scene);
      for (const [x, y] of [
        [0, 0],
        [780, 600],
        [123.4, 567.8],
        [-50, 900],
      ] as const) {
        const [backX, backY] = toScenePoint(placement, ...toLngLat(placement, x, y));
        expect(backX).toBeCloseTo(x, 6);
        expect(backY).toBeCloseTo(y, 6);
      }
    },
  );
});

describe('fitCamera', () => {
  it('shows the scene at its own scale in a box of its size', () => {
    const placement = placeScene(layout());
    const camera = fitCamera(placement, { width: 780, height: 600 });
    expect(camera.zoom).toBe(placement.zoom);
    const [x, y] = toScenePoint(placement, ...camera.center);
    expect(x).toBeCloseTo(390, 6);
    expect(y).toBeCloseTo(300, 6);
  });

  it('fits the tighter side, as an svg does', () => {
    const placement = placeScene(layout());
    expect(scaleAtZoom(placement, fitCamera(placement, { width: 390, height: 600 }).zoom)).toBeCloseTo(0.5, 12);
    expect(scaleAtZoom(placement, fitCamera(placement, { width: 1560, height: 900 }).zoom)).toBeCloseTo(1.5, 12);
  });

  it.each([
    { width: 0, height: 0 },
    { width: 0, height: 100 },
  ])('has a zoom in an empty box', (box) => {
    const placement = placeScene(layout());
    expect(fitCamera(placement, box).zoom).toBe(placement.zoom);
    expect(fitCamera(placeScene(layout({ width: 0, height: 0 })), box).zoom).toBe(placement.zoom);
  });
});

describe('boundCamera', () => {
  const placement = placeScene(layout());
  const box = { width: 780, height: 600 };
  const at = (x: number, y: number, zoom: number) =>
    boundCamera(placement, { box, kind: 'tiles', camera: { center: toLngLat(placement, x, y), zoom } });
  const point = (camera: ReturnType<typeof at>) =>
    toScenePoint(placement, ...camera.center).map((v) => Math.round(v * 1e3) / 1e3);

  it('holds the scene still at the fit, and is never smaller', () => {
    expect(point(at(0, 0, placement.zoom))).toEqual([390, 300]);
    expect(at(0, 0, 2)).toEqual(at(390, 300, placement.zoom));
  });

  it('lets an enlarged scene be dragged to its edge and a margin beyond', () => {
    expect(point(at(-1000, 300, placement.zoom + 1))).toEqual([195 - 24, 300]);
    expect(point(at(2000, 2000, placement.zoom + 1))).toEqual([780 - 195 + 24, 600 - 150 + 24]);
    expect(point(at(300, 250, placement.zoom + 1))).toEqual([300, 250]);
  });

  it('bounds the zoom', () => {
    expect(at(390, 300, 99).zoom).toBe(placement.zoom + 3);
  });

  it('centres the side on which an enlarged scene is still smaller than the box', () => {
    const wide = { width: 2000, height: 600 };
    const camera = boundCamera(placement, {
      box: wide,
      kind: 'tiles',
      camera: { center: toLngLat(placement, 0, 0), zoom: placement.zoom + 0.5 },
    });
    expect(toScenePoint(placement, ...camera.center)[0]).toBeCloseTo(390, 6);
  });
});
