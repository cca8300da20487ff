import './older-browsers.js';
import './ask-early.js';
import '../define/guatu-map.js';
import { LoadOnce } from '../internal/load-once.js';
import { whenPictureStands } from './when-picture-stands.js';

export { Board } from '../board/board-store.js';
export { NO_FILTER, VIEWS } from '../board/board.js';
export { GuatuMap } from '../components/map/map.js';
export * from '../events/index.js';
export { createBoard } from '../internal/create-board.js';
export { VERSION } from '../internal/version.js';
export { configureMap, readMapConfiguration } from '../renderers/configure-map.js';
export { THEME_NAMES, THEMES } from '../scale/themes.js';

// what explains the map comes after the frame in which the map first stands
const around = new LoadOnce(() => import('../define/all.js'));

void whenPictureStands().then(defineAround);

/** Elements that never come would leave holes nobody explains: the maps say so. */
async function defineAround(): Promise<void> {
  await around.load();
  for (const map of document.querySelectorAll('guatu-map')) await around.loadFor(map.board, 'guatu');
}
