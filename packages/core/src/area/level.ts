import type { AreaKind, Level } from '../plan/plan.js';

/** Levels from the outermost to the innermost. */
export const LEVELS: readonly Level[] = ['county', 'township', 'village'];

/** Kinds an area of a level can be of; the first is used where a roster says nothing. */
export const KINDS: Readonly<Record<Level, readonly AreaKind[]>> = {
  county: ['county'],
  township: ['town', 'township'],
  village: ['villagers-committee', 'residents-committee'],
};

/** Reads a level; `undefined` when it is none. */
export function parseLevel(text: string): Level | undefined {
  return LEVELS.find((level) => level === text);
}

/** Depth of a level: 0 for the outermost. */
export function depthOf(level: Level): number {
  return LEVELS.indexOf(level);
}
