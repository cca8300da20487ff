import type { Scene } from './scene.js';

/** What a renderer has to redraw. */
export interface SceneDifference {
  /** Shapes changed: everything is drawn anew and the lists below are empty. */
  readonly layoutChanged: boolean;
  /** Indices of areas whose paint changed. */
  readonly paints: readonly number[];
  readonly glyphs: boolean;
  readonly texts: boolean;
  readonly background: boolean;
}

/**
 * Compares two scenes. The layout's key decides whether their shapes are the same.
 *
 * @example diffScenes({ previous: before, next: after }).paints; // [4, 17]
 */
export function diffScenes({ previous, next }: { readonly previous: Scene; readonly next: Scene }): SceneDifference {
  if (previous.layout.key !== next.layout.key || previous.paints.length !== next.paints.length) {
    return { layoutChanged: true, paints: [], glyphs: true, texts: true, background: true };
  }
  const paints: number[] = [];
  for (const [index, paint] of next.paints.entries()) {
    const before = previous.paints[index];
    if (!before || !hasSameValues(before, paint)) paints.push(index);
  }
  return {
    layoutChanged: false,
    paints,
    glyphs: !hasSameItems(previous.glyphs, next.glyphs),
    texts: !hasSameItems(previous.texts, next.texts),
    background: previous.background !== next.background,
  };
}

function hasSameItems<T extends object>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => hasSameValues(item, other[index] ?? {}));
}

/** Same keys with the same plain values. */
function hasSameValues(one: object, other: object): boolean {
  if (one === other) return true;
  const before: Readonly<Record<string, unknown>> = { ...one };
  const after: Readonly<Record<string, unknown>> = { ...other };
  const keys = Object.keys(before);
  return keys.length === Object.keys(after).length && keys.every((key) => before[key] === after[key]);
}
