// What a page chooses by custom properties reaches the picture too, on the screen, in exports, and on paper as far as it is white.
import { expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import { loadTinyBoard, mount, pick, settle } from '../../internal/testing/mount.js';
import { createCanvasRenderer } from '../../renderers/canvas/canvas-renderer.js';
import { SceneContent } from '../../renderers/maplibre/scene-content.js';
import type { GuatuMap } from './map.js';

async function mountDressed(): Promise<GuatuMap> {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard() });
  map.parentElement?.style.setProperty('--guatu-ground', '#e0f0ff');
  map.parentElement?.style.setProperty('--guatu-font', "'Courier New', monospace");
  await vi.waitFor(() => expect(map.scene?.background).toBe('#e0f0ff'));
  await settle(map);
  return map;
}

const groundOf = (map: GuatuMap): string | null => pick(map, '#svg [data-layer=ground] rect').getAttribute('fill');
const fontOf = (map: GuatuMap): string => getComputedStyle(pick(map, '#svg text')).fontFamily;

test('ground and font that a page sets later reach the labels and the ground of the picture, and leave it again', async () => {
  const map = await mountDressed();
  expect([groundOf(map), fontOf(map)]).toEqual(['#e0f0ff', '"Courier New", monospace']);
  map.parentElement?.removeAttribute('style');
  await vi.waitFor(() => expect(groundOf(map)).toBe('#ffffff'));
  expect(fontOf(map)).toContain('PingFang SC');
});

test('they reach exports', async () => {
  const map = await mountDressed();
  const sheet = new DOMParser().parseFromString(await map.exportSvg(), 'image/svg+xml').documentElement;
  expect(sheet.getAttribute('font-family')).toBe('"Courier New", monospace');
  expect(sheet.querySelector(':scope > rect')?.getAttribute('fill')).toBe('#e0f0ff');
});

test('paper is white, in the page’s font', async () => {
  const map = await mountDressed();
  window.dispatchEvent(new Event('beforeprint'));
  await settle(map);
  expect([groundOf(map), fontOf(map)]).toEqual(['#ffffff', '"Courier New", monospace']);
  window.dispatchEvent(new Event('afterprint'));
  await settle(map);
  expect(groundOf(map)).toBe('#e0f0ff');
});

test('canvas and maplibre write in the same families', async () => {
  const { scene } = await mountDressed();
  if (!scene) throw new Error('no scene');
  const fonts = new Set<string>();
  const write = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation(function (
    this: CanvasRenderingContext2D,
  ) {
    fonts.add(this.font.replace(/^.*px /, ''));
  });
  const frame = document.createElement('div');
  Object.assign(frame.style, { position: 'relative', width: '400px', height: '300px' });
  document.body.append(frame);
  createCanvasRenderer(frame, scene, {
    onPoint: () => undefined,
    onPress: () => undefined,
    onDrawn: () => undefined,
    onFail: () => undefined,
  }).destroy();
  write.mockRestore();
  frame.remove();
  expect([...fonts]).toEqual(['"Courier New", monospace']);
  const style = JSON.stringify(
    new SceneContent(scene, { box: { width: 400, height: 300 }, pixelRatio: 1 }).buildStyle(),
  );
  expect(style).toContain('["Guatu bold","Courier New","monospace"]');
  expect(style).toContain('"background-color":"#e0f0ff"');
  expect(style).not.toContain('PingFang');
});

test('a ground that lets something through is the theme’s in the picture', async () => {
  const map = await mount('guatu-map', { renderer: 'svg', board: await loadTinyBoard() });
  map.style.setProperty('--guatu-ground', 'rgb(0 0 0 / 10%)');
  map.requestUpdate();
  await settle(map);
  expect(groundOf(map)).toBe('#ffffff');
});
