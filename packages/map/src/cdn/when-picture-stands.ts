import { nextFrame } from '../internal/after-frame.js';

/** Longest wait for a picture, in milliseconds: the files of a map may hang. */
const PATIENCE = 10_000;

const WITH_FILES = 'guatu-map[src], guatu-map[plan], guatu-map[areas], guatu-map[data]';

/**
 * Waits until a map of the page has presented its picture, so that nothing that can wait is fetched before it; in a page
 * without a map that is given files, until the next frame.
 */
export async function whenPictureStands(): Promise<void> {
  if (document.querySelector(WITH_FILES)) await drawn();
  await nextFrame();
}

function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      document.removeEventListener('guatu-draw', end);
      document.removeEventListener('guatu-diagnostic', hear);
      resolve();
    };
    // what is wrong with the outline is told before the figures have come
    const hear = (): void => {
      const maps = [...document.querySelectorAll('guatu-map')];
      if (maps.every(({ board }) => board?.snapshot.status !== 'loading')) end();
    };
    const timer = setTimeout(end, PATIENCE);
    document.addEventListener('guatu-draw', end);
    document.addEventListener('guatu-diagnostic', hear);
  });
}
