import { raiseContrast } from '../scale/raise-contrast.js';
import { THEMES } from '../scale/themes.js';
import type { Theme } from '../scale/themes.js';
import type { BoardState } from './board.js';

/**
 * The theme a state asks for, with firmer edges where it asks for those.
 *
 * @param ground in place of the theme's own, `#rrggbb`
 */
export function themeOf(
  { theme, highContrast }: Pick<BoardState, 'theme' | 'highContrast'>,
  ground: string | null = null,
): Theme {
  const own = highContrast ? raiseContrast(THEMES[theme]) : THEMES[theme];
  return ground === null ? own : { ...own, ground };
}
