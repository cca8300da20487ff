import type { AreaPaint, Scene, SceneLayout } from './scene.js';

/** What a renderer has to redraw. */
export interface SceneDifference {
  /** Shapes changed: everything is drawn anew and the lists below are empty. */
  readonly layoutChanged: boolean;
  /** Indices of areas that look different. */
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
  if (!isSameLayout(previous.layout, next.layout) || previous.paints.length !== next.paints.length) {
    return { layoutChanged: true, paints: [], glyphs: true, texts: true, background: true };
  }
  const paints: number[] = [];
  for (const [index, paint] of next.paints.entries()) {
    const before = previous.paints[index];
    if (!before || !looksSame(before, paint)) paints.push(index);
  }
  return {
    layoutChanged: false,
    paints,
    glyphs: !hasSameItems(previous.glyphs, next.glyphs),
    texts: !hasSameItems(previous.texts, next.texts),
    background: previous.background !== next.background,
  };
}

/** Whether two paints draw the same; what they stand for may differ. */
function looksSame(one: AreaPaint, other: AreaPaint): boolean {
  return (
    one === other ||
    (one.fill === other.fill &&
      one.stroke === other.stroke &&
      one.strokeWidth === other.strokeWidth &&
      one.pattern === other.pattern &&
      one.patternColor === other.patternColor &&
      one.dashed === other.dashed)
  );
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

/** Whether two layouts have the same shapes in the same places. */
export function isSameLayout(one: SceneLayout, other: SceneLayout): boolean {
  return one === other || one.key === other.key;
}
