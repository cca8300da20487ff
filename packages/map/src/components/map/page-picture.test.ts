import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeTestScene } from '../../renderers/maplibre/testing/test-scene.js';
import type { PageRendererEvents } from '../../renderers/page-renderer.js';
import { MOST_ELEMENTS, PagePicture } from './page-picture.js';

const few = makeTestScene({ columns: 6, rows: 4, key: 'few' });
const many = makeTestScene({ columns: 30, rows: Math.ceil((MOST_ELEMENTS + 1) / 30), key: 'many' });

function make() {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'absolute', width: '600px', height: '400px' });
  document.body.append(container);
  const onDrawn = vi.fn<PageRendererEvents['onDrawn']>();
  const onPress = vi.fn<PageRendererEvents['onPress']>();
  const picture = new PagePicture(container, { onPoint: () => undefined, onPress, onDrawn, onFail: () => undefined });
  onTestFinished(() => {
    picture.destroy();
    container.remove();
  });
  return { container, picture, onPress };
}

describe('the picture a page draws by itself', () => {
  test('is elements for a county, a canvas for a province, and changes with what it shows', () => {
    const { container, picture } = make();
    picture.draw(few);
    expect(picture.name).toBe('svg');
    expect(container.querySelectorAll('[data-code]')).toHaveLength(24);
    picture.highlight({ selected: few.layout.areas[3]?.code ?? null, pointed: null });
    picture.draw(many);
    expect(picture.name).toBe('canvas');
    expect(container.querySelectorAll('[data-code]')).toHaveLength(0);
    expect(container.querySelectorAll('canvas')).toHaveLength(1);
    // the ring stays with its area, which both scenes have under the same code
    expect(container.querySelectorAll('svg path')).toHaveLength(2);
    picture.draw(few);
    expect(picture.name).toBe('svg');
    expect(container.querySelectorAll('canvas')).toHaveLength(0);
  });

  test('is svg on paper whatever it is on the screen', () => {
    const { container, picture } = make();
    picture.draw(many);
    picture.preparePrint(many);
    picture.preparePrint(many);
    const sheets = container.querySelectorAll('.for-print');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.querySelectorAll('[data-code]')).toHaveLength(many.layout.areas.length);
    expect(container.firstElementChild).toBe(sheets[0]);
    picture.endPrint();
    expect(container.querySelector('.for-print')).toBeNull();
    picture.draw(few);
    picture.preparePrint(few);
    expect(container.querySelector('.for-print')).toBeNull();
  });

  test('is elements where a page has no 2-D canvas', () => {
    const { container, picture } = make();
    const blocked = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    picture.draw(many);
    blocked.mockRestore();
    expect(picture.name).toBe('svg');
    expect(container.querySelectorAll('[data-code]')).toHaveLength(many.layout.areas.length);
    expect(container.childElementCount).toBe(1);
    const [element] = container.children;
    picture.draw(
      makeTestScene({
        columns: 30,
        rows: Math.ceil((MOST_ELEMENTS + 1) / 30),
        key: 'many',
        paint: () => ({ fill: '#3366cc' }),
      }),
    );
    expect(container.firstElementChild).toBe(element);
  });
});
