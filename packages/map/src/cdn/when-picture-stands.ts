import { nextFrame } from '../internal/after-frame.js';

/** Longest wait for a picture, in milliseconds: a page may have no map, or one whose files hang. */
const PATIENCE = 4000;

/**
 * Waits until a map of the page has presented its picture, so that nothing that can wait is fetched before it; in a page
 * without a map that is given files, until the next frame.
 */
export async function whenPictureStands(): Promise<void> {
  if (document.querySelector('guatu-map[src], guatu-map[plan], guatu-map[areas], guatu-map[data]')) await drawn();
  await nextFrame();
}

function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      for (const type of ENDS) document.removeEventListener(type, end);
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    for (const type of ENDS) document.addEventListener(type, end);
  });
}

/** A picture stands, or something is said in its place. */
const ENDS = ['guatu-draw', 'guatu-diagnostic'] as const;
