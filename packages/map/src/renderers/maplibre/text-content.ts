import type { Scene, SceneText } from '../../scene/scene.js';
import type { FeatureIds } from './feature-ids.js';
import { type FeatureCollection, toTextFeatures } from './features.js';
import type { MaplibreMap } from './maplibre-types.js';
import type { Placement } from './project.js';
import { setSourceData } from './source-data.js';
import { sources } from './style.js';

interface Context {
  readonly placement: Placement;
  readonly ids: FeatureIds;
}

/** A text with what its colour is kept under. */
interface KeyedText {
  readonly key: string;
  readonly text: SceneText;
}

const textSources = [sources.labels, sources.figures] as const;
type TextSource = (typeof textSources)[number];

/**
 * The writing on the map, in two sources: names and marks, which stay, and figures, which change with target and date.
 *
 * New words go through the worker; a new colour is feature state, so that a name turns light in the very frame in which
 * its area turns dark.
 */
export class TextContent {
  #shown: Record<TextSource, readonly KeyedText[]> = { labels: [], figures: [] };
  /** Texts whose colours are feature state by now. */
  readonly #recolored = new Map<string, string>();

  /** What a source is to hold for a scene. */
  collect(scene: Scene, source: TextSource, context: Context): FeatureCollection {
    this.#shown[source] = keyTexts(scene.texts, source);
    return toTextFeatures(this.#shown[source], context);
  }

  /** Makes a map show the texts of a scene. */
  update(map: MaplibreMap, scene: Scene, context: Context & { readonly reset: boolean }): void {
    for (const source of textSources) {
      const before = this.#shown[source];
      const after = keyTexts(scene.texts, source);
      this.#shown[source] = after;
      const moved =
        context.reset ||
        before.length !== after.length ||
        after.some(({ key, text }, i) => key !== before[i]?.key || !saysTheSame(before[i].text, text));
      if (moved) setSourceData(map, source, toTextFeatures(after, context));
      after.forEach(({ key, text: { color } }, i) => {
        const known = this.#recolored.get(key) ?? (moved ? color : before[i]?.text.color);
        if (known !== color) this.#recolor(map, source, { key, color, context });
      });
    }
  }

  /** Puts colours back into a style that was made anew. */
  restoreColors(map: MaplibreMap, context: Context): void {
    for (const source of textSources) {
      for (const { key, text } of this.#shown[source]) {
        if (this.#recolored.has(key)) this.#recolor(map, source, { key, color: text.color, context });
      }
    }
  }

  #recolor(
    map: MaplibreMap,
    source: TextSource,
    { key, color, context }: { key: string; color: string; context: Context },
  ): void {
    this.#recolored.set(key, color);
    map.setFeatureState({ source, id: context.ids.of(key) }, { color });
  }
}

/** The texts of one source, each known by its area, its role, and its turn where an area has several of one role. */
function keyTexts(texts: readonly SceneText[], source: TextSource): readonly KeyedText[] {
  const turns = new Map<string, number>();
  const keyed: KeyedText[] = [];
  for (const text of texts) {
    const isFigure = text.role === 'value' || text.role === 'groupDetail';
    if (isFigure !== (source === sources.figures)) continue;
    const name = `${text.role} ${text.code}`;
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    keyed.push({ key: `${name} ${turn}`, text });
  }
  return keyed;
}

/** The same words in the same place; their colour may differ. */
function saysTheSame(a: SceneText, b: SceneText): boolean {
  return (
    a === b ||
    (a.text === b.text &&
      a.x === b.x &&
      a.y === b.y &&
      a.size === b.size &&
      a.weight === b.weight &&
      a.anchor === b.anchor &&
      a.halo === b.halo)
  );
}
