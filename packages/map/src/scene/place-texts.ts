import type { Locale } from '@guatu/core';
import type { Surface, Theme } from '../scale/themes.js';
import type { AreaFacts } from './area-facts.js';
import type { AreaPaint, SceneLayout, SceneText } from './scene.js';

/** Everything the writing on a map is made from. */
export interface TextOptions {
  readonly layout: SceneLayout;
  readonly level: 'township' | 'village';
  readonly facts: readonly AreaFacts[];
  readonly paints: readonly AreaPaint[];
  readonly surfaces: readonly Surface[];
  /** By area: ①, or empty. */
  readonly marks: readonly string[];
  /** An area's short figure, or empty. Asked for where it is written: of a thousand areas few have room for it. */
  readonly valueOf: (index: number) => string;
  readonly groups: readonly GroupLines[];
  /** A large sign stands in the lower half of every tile, and the name over it. */
  readonly signs: boolean;
  readonly theme: Theme;
  readonly locale: Locale;
  /** 1 for standard type, more for larger. */
  readonly scale: number;
}

/** What is written over a group or on a township: its name, its figure, and details from the longest to the shortest. */
export interface GroupLines {
  readonly code: string;
  readonly name: string;
  readonly figure: string;
  readonly details: readonly string[];
}

/** Type sizes in scene units at standard text size; nothing is smaller than `small`. */
export const TYPE = { small: 12, name: 13, group: 14, title: 16, figure: 22 } as const;

export type Line = Omit<SceneText, 'halo'>;

export function withoutHalo(line: Line): SceneText {
  return { ...line, halo: null };
}
