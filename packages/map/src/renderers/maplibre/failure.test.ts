import { afterEach, describe, expect, it, vi } from 'vitest';
import goodWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { configureMap } from '../configure-map.js';
import { interceptContexts } from './testing/intercept-contexts.js';
import {
  colorAt,
  differ,
  drawn,
  mount,
  type Mounted,
  settled,
  takePicture,
  unmountAll,
} from './testing/mounted-map.js';
import { makeTestScene } from './testing/test-scene.js';

afterEach(() => {
  unmountAll();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  configureMap({ workerUrl: goodWorker });
});

/** Waits for the renderer to give up, and says with which code. */
async function failed({ told }: Mounted): Promise<string | undefined> {
  await expect.poll(() => told.onFail.length, { timeout: 15_000 }).toBe(1);
  return told.onFail[0]?.[0].code;
}

describe('what cannot be drawn is told, and leaves the container empty', () => {
  it('a worker that is not there', async () => {
    configureMap({ workerUrl: '/no-such-worker.mjs' });
    const map = mount(makeTestScene());
    expect(await failed(map)).toBe('worker-failed');
    expect(map.told.onFail[0]?.[0].message).toContain('/no-such-worker.mjs');
    expect(map.told.onDrawn).toEqual([]);
    expect(map.container.childElementCount).toBe(0);
    expect(map.renderer.map).toBeNull();
  });

  it('a worker that is there and never answers', async () => {
    configureMap({
      workerUrl: URL.createObjectURL(new Blob(['self.onmessage = () => {};'], { type: 'text/javascript' })),
    });
    const map = mount(makeTestScene(), { patience: 700 });
    expect(await failed(map)).toBe('nothing-drawn');
    expect(map.told.onDrawn).toEqual([]);
  });

  it('a page without workers, before maplibre is fetched and within two seconds', async () => {
    vi.stubGlobal('Worker', undefined);
    const map = mount(makeTestScene());
    await expect.poll(() => map.told.onFail.length, { timeout: 2000 }).toBe(1);
    expect(map.told.onFail[0]?.[0].code).toBe('worker-missing');
    expect(map.container.childElementCount).toBe(0);
  });

  it('a good worker works again after a bad one', async () => {
    configureMap({ workerUrl: '/no-such-worker.mjs' });
    await failed(mount(makeTestScene()));
    configureMap({ workerUrl: goodWorker });
    await drawn(mount(makeTestScene()));
  });

  it('a browser without WebGL2, before maplibre is fetched', async () => {
    interceptContexts(({ kind, ask }) => (kind === 'webgl2' ? null : ask()));
    const map = mount(makeTestScene());
    expect(map.told.onFail).toEqual([]);
    expect(await failed(map)).toBe('webgl-missing');
    expect(map.container.childElementCount).toBe(0);
  });

  it('a browser that has WebGL2, but none left for this map', async () => {
    interceptContexts(({ canvas, ask }) => (canvas.classList.contains('maplibregl-canvas') ? null : ask()));
    const map = mount(makeTestScene());
    expect(await failed(map)).toBe('webgl-missing');
    expect(map.container.childElementCount).toBe(0);
  });
});

describe('a lost WebGL context', () => {
  function loseContext({ renderer }: Mounted): WEBGL_lose_context | null {
    const extension = renderer.map?.getCanvas().getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? null;
    extension?.loseContext();
    return extension;
  }

  it('comes back with the colours, texts and patterns of the last scene', async () => {
    const onInterrupted = vi.fn<() => void>();
    const map = mount(
      makeTestScene({ paint: () => ({ fill: '#ffffff', pattern: 'lines', patternColor: '#00ff00' }) }),
      {
        onInterrupted,
      },
    );
    await drawn(map);
    const next = makeTestScene({
      paint: (i) => ({ fill: i === 0 ? '#cc0000' : '#ffffff', pattern: 'lines', patternColor: '#00ff00' }),
    });
    map.renderer.draw(next);
    await settled(map);
    const before = takePicture(map);
    const extension = loseContext(map);
    await expect.poll(() => onInterrupted.mock.calls.length).toBe(1);
    extension?.restoreContext();
    await drawn(map, 2);
    await settled(map);
    const after = takePicture(map);
    expect(colorAt(after, 40, 24)).toBe('#cc0000');
    expect(after.data.every((value, i) => Math.abs(value - (before.data[i] ?? 0)) <= 2)).toBe(true);
    expect(map.told.onFail).toEqual([]);
  });

  it('shows a scene that was given while it was lost', async () => {
    const map = mount(makeTestScene());
    await drawn(map);
    const extension = loseContext(map);
    await new Promise((resolve) => setTimeout(resolve, 50));
    map.renderer.draw(makeTestScene({ paint: () => ({ fill: '#3366cc' }) }));
    map.renderer.highlight({ selected: '620321100201', pointed: null });
    map.renderer.resize();
    extension?.restoreContext();
    await drawn(map, 2);
    await settled(map);
    expect(colorAt(takePicture(map), 40, 24)).toBe('#3366cc');
  });

  it('is told when it does not come back', async () => {
    const map = mount(makeTestScene(), { patience: 2500 });
    await drawn(map);
    loseContext(map);
    expect(await failed(map)).toBe('context-lost');
    expect(map.container.childElementCount).toBe(0);
  });
});

describe('destroy', () => {
  it('leaves no context, canvas or listener behind in a hundred rounds', async () => {
    const contexts: WebGL2RenderingContext[] = [];
    interceptContexts(({ ask }) => {
      const context = ask();
      if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
      return context;
    });
    const scene = makeTestScene({ columns: 3, rows: 2 });
    for (let round = 0; round < 100; round += 1) {
      const map = mount(scene);
      if (round % 10 === 0) await drawn(map);
      else await expect.poll(() => map.renderer.map !== null, { interval: 1 }).toBe(true);
      map.renderer.destroy();
      expect(map.container.childElementCount).toBe(0);
      expect(map.told.onFail).toEqual([]);
    }
    expect(contexts.length).toBeGreaterThanOrEqual(100);
    expect(contexts.filter((context) => !context.isContextLost())).toEqual([]);
    expect(document.querySelectorAll('canvas').length).toBe(0);
  }, 120_000);

  it('before maplibre has come makes no map at all', async () => {
    const map = mount(makeTestScene());
    map.renderer.destroy();
    map.renderer.draw(makeTestScene());
    map.renderer.fit();
    map.renderer.resize();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(map.container.childElementCount).toBe(0);
    expect(map.told).toEqual({ onPoint: [], onPress: [], onDrawn: [], onFail: [] });
  });

  it('is not what a move in the document needs: the map keeps its context and its picture', async () => {
    const map = mount(makeTestScene());
    await drawn(map);
    const home = document.createElement('section');
    document.body.append(home);
    home.append(map.container);
    await settled(map);
    expect(map.renderer.map?.getCanvas().getContext('webgl2')?.isContextLost()).toBe(false);
    expect(differ(colorAt(takePicture(map), 60, 60), '#eef2f9')).toBeLessThanOrEqual(1);
    home.remove();
  });
});
