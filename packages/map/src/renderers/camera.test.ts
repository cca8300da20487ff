import { describe, expect, it } from 'vitest';
import {
  boundCamera,
  carryCamera,
  DEEPEST,
  fitCamera,
  focusCamera,
  fromMapCamera,
  isSameView,
  toMapCamera,
  toScene,
  WHOLE,
  zoomAround,
} from './camera.js';

const scene = { width: 400, height: 200 };

describe('a camera over a map', () => {
  const scene = { width: 400, height: 200 };

  it('is in shares of the picture, so that another size shows the same', () => {
    expect(toMapCamera({ zoom: 4, x: 100, y: 150 }, scene)).toEqual({ zoom: 4, x: 0.25, y: 0.75 });
    expect(fromMapCamera({ zoom: 4, x: 0.25, y: 0.75 }, { width: 800, height: 1000 })).toEqual({
      zoom: 4,
      x: 200,
      y: 750,
    });
    expect(fromMapCamera(WHOLE, scene)).toEqual(fitCamera(scene));
  });

  it('is bounded where it is looked through', () => {
    expect(fromMapCamera({ zoom: 64, x: 0, y: 1 }, scene)).toEqual({ zoom: DEEPEST, x: 25, y: 187.5 });
    expect(fromMapCamera({ zoom: 1, x: 0, y: 0 }, scene)).toEqual(fitCamera(scene));
  });

  it('looks the same within a thousandth', () => {
    expect(isSameView({ zoom: 2, x: 0.5, y: 0.5 }, { zoom: 2.0005, x: 0.5, y: 0.4995 })).toBe(true);
    expect(isSameView({ zoom: 2, x: 0.5, y: 0.5 }, { zoom: 2, x: 0.502, y: 0.5 })).toBe(false);
  });
});

describe('a camera', () => {
  it('keeps the point it zooms around under the pointer', () => {
    const box = { width: 800, height: 400 };
    const before = fitCamera(scene);
    const pointer = { x: 600, y: 100 };
    // the box is twice the scene: pixel 600 is unit 300, pixel 100 unit 50
    expect(toScene(before, pointer, scene, box)).toEqual({ x: 300, y: 50 });
    const after = zoomAround(before, 2, { x: 300, y: 50 }, scene);
    expect(after.zoom).toBe(2);
    const { x, y } = toScene(after, pointer, scene, box);
    expect([x, y]).toEqual([300, 50]);
  });

  it('is never smaller than the whole, deeper than eight times, or off the scene', () => {
    expect(zoomAround(fitCamera(scene), 0.1, { x: 0, y: 0 }, scene)).toEqual({ zoom: 1, x: 200, y: 100 });
    expect(zoomAround(fitCamera(scene), 1000, { x: 0, y: 0 }, scene).zoom).toBe(DEEPEST);
    // at 4 a quarter is seen: 50 units to each side
    expect(boundCamera({ zoom: 4, x: -900, y: 900 }, scene)).toEqual({ zoom: 4, x: 50, y: 175 });
  });

  it('shows an area so that it fills half of the box', () => {
    // 50 wide in 400: enlarged four times it is half of the width
    expect(focusCamera([100, 90, 150, 100], scene)).toEqual({ zoom: 4, x: 125, y: 95 });
    expect(focusCamera([0, 0, 400, 200], scene)).toEqual(fitCamera(scene));
  });

  it('is kept for another level of the same ground, and not for other ground', () => {
    const layout = (
      projection: { kind: 'mercator'; west: number; north: number; scale: number } | { kind: 'tiles' },
    ) => ({ key: '', ...scene, projection, areas: [], outlines: [] });
    const villages = layout({ kind: 'mercator', west: 0.5, north: 0.25, scale: 1000 });
    const camera = { zoom: 4, x: 100, y: 100 };
    expect(carryCamera(camera, villages, villages)).toEqual(camera);
    // ten units further east begins the other
    const moved = carryCamera(camera, villages, layout({ kind: 'mercator', west: 0.51, north: 0.25, scale: 1000 }));
    expect(moved?.zoom).toBe(4);
    expect(moved?.x).toBeCloseTo(90, 9);
    expect(carryCamera(camera, villages, layout({ kind: 'mercator', west: 0.5, north: 0.25, scale: 4000 }))).toBeNull();
    expect(carryCamera(camera, villages, layout({ kind: 'tiles' }))).toBeNull();
  });
});
