import type { Renderer } from './renderer.js';

/**
 * Destroys a renderer in the next task, unless that is called off before.
 *
 * An element that is moved in the document is disconnected and connected again in one task. Destroying at once would
 * cost it its WebGL context, of which a page has about 16, and the reader their place on the map.
 *
 * @returns calls the destruction off; `false` when it has happened already
 */
export function deferDestroy(renderer: Renderer): () => boolean {
  let done = false;
  const timer = setTimeout(() => {
    done = true;
    renderer.destroy();
  });
  return () => {
    clearTimeout(timer);
    return !done;
  };
}
