import { inkOf, THEMES } from '../scale/themes.js';
import type { Scene, SceneInk } from '../scene/scene.js';

/** Lines that belong to no area, in the scene's ink or in that of the light theme. */
export function inkOfScene({ ink }: Pick<Scene, 'ink'>): SceneInk {
  return ink ?? inkOf(THEMES.light);
}
