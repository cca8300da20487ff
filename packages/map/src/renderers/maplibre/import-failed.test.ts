import { expect, it, vi } from 'vitest';
import { mount, unmountAll } from './testing/mounted-map.js';
import { makeTestScene } from './testing/test-scene.js';

vi.mock('./load-maplibre.js', () => ({ loadMaplibre: () => Promise.reject(new Error('offline')) }));

it('tells when maplibre cannot be fetched', async () => {
  const map = mount(makeTestScene());
  await expect.poll(() => map.told.onFail.length).toBe(1);
  expect(map.told.onFail[0]?.[0]).toEqual({
    code: 'import-failed',
    message: 'maplibre: cannot be loaded: Error: offline',
  });
  expect(map.container.childElementCount).toBe(0);
  unmountAll();
});
