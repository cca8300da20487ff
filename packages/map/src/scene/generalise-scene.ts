import type { AreaPaint, Scene, SceneLayout } from './scene.js';

/**
 * Adds to a scene of areas too many to be drawn the picture of their groups: each is painted as most of its areas are,
 * the first in the legend where two looks are equally common. The legend stays that of the areas.
 *
 * @returns the scene as it is where its layout has no overview
 *
 * @example const { overview } = generaliseScene(scene); // townships, of a scene of half a million villages
 */
export function generaliseScene(scene: Scene): Scene {
  const { overview } = scene.layout;
  return overview
    ? {
        ...scene,
        overview: { ...scene, layout: overview, glyphs: [], texts: [], paints: paintGroups(scene, overview) },
      }
    : scene;
}

function paintGroups({ layout, paints }: Scene, overview: SceneLayout): readonly AreaPaint[] {
  const tallies = new Map<string, Map<string, { readonly paint: AreaPaint; count: number }>>();
  for (const [index, { group }] of layout.areas.entries()) {
    const paint = paints[index];
    if (!paint) continue;
    const tally = tallies.get(group) ?? new Map<string, { readonly paint: AreaPaint; count: number }>();
    tallies.set(group, tally);
    const look = `${paint.class} ${paint.dimmed} ${paint.pattern}`;
    const known = tally.get(look);
    if (known) known.count += 1;
    else tally.set(look, { paint, count: 1 });
  }
  return overview.areas.map(({ code, name }) => {
    const looks = [...(tallies.get(code)?.values() ?? [])];
    const [most] = looks.sort((a, b) => b.count - a.count || rank(a.paint) - rank(b.paint));
    return { ...(most?.paint ?? EMPTY), label: name };
  });
}

/** A group without an area in the picture. */
const EMPTY: AreaPaint = {
  class: 'notApplicable',
  cohort: '',
  fill: '#ffffff',
  pattern: null,
  patternColor: '#ffffff',
  stroke: '#999999',
  strokeWidth: 1,
  dashed: true,
  dimmed: false,
  label: '',
};

/** Classes in their order, and whatever is none after them. */
function rank({ class: of }: AreaPaint): number {
  return typeof of === 'number' ? of : Number.MAX_SAFE_INTEGER;
}
