import type { AreaPaint, Scene, SceneTiles } from '../../../scene/scene.js';
import type { MaplibreMap } from '../maplibre-types.js';
import type { Placement } from '../project.js';
import { sources } from '../style.js';
import { chooseDresses } from './area-dresses.js';
import { changeServing, endServing, PROTOCOL, serveTiles } from './tile-protocol.js';

interface Context {
  readonly placement: Placement;
  readonly usualWidth: number;
  readonly hairlines: boolean;
}

/** The areas of a scene that come as tiles: how they are painted goes into each tile as it is fetched. */
export class TiledAreas {
  readonly tiles: SceneTiles;
  readonly #number: number;
  readonly #onFault: (error: unknown) => void;
  /** Counts up with the dresses, so that a map asks for its tiles again. */
  #version = 1;
  #worn: { readonly scene: Scene; readonly usualWidth: number; readonly zoom: number };

  constructor(scene: Scene, tiles: SceneTiles, context: Context, onFault: (error: unknown) => void) {
    this.tiles = tiles;
    this.#onFault = onFault;
    this.#worn = wear(scene, context);
    this.#number = serveTiles({ url: tiles.url, wardrobe: chooseDresses(scene, tiles, context), onFault });
  }

  /** What the map asks for. */
  get address(): string {
    return `${PROTOCOL}://${this.#number}/${this.#version}/{z}/{x}/{y}`;
  }

  /** Makes a map show the tiles in the colours of a scene. They are all at hand: nothing is fetched again. */
  update(map: MaplibreMap, scene: Scene, context: Context): void {
    const before = this.#worn;
    this.#worn = wear(scene, context);
    const { usualWidth, zoom } = this.#worn;
    if (before.usualWidth === usualWidth && before.zoom === zoom && looksSame(before.scene, scene)) return;
    changeServing(this.#number, {
      url: this.tiles.url,
      wardrobe: chooseDresses(scene, this.tiles, context),
      onFault: this.#onFault,
    });
    this.#version += 1;
    const source = map.getSource(sources.areas);
    if (source && 'setTiles' in source && typeof source.setTiles === 'function') source.setTiles([this.address]);
  }

  destroy(): void {
    endServing(this.#number);
  }
}

/** What dresses are made from; widths are in units that depend on where the scene lies. */
function wear(
  scene: Scene,
  { usualWidth, placement }: Context,
): { readonly scene: Scene; readonly usualWidth: number; readonly zoom: number } {
  return { scene, usualWidth, zoom: placement.zoom };
}

function looksSame(before: Scene, after: Scene): boolean {
  if (before === after) return true;
  const names = ({ texts }: Scene): string => texts.flatMap(({ role, code }) => (role === 'name' ? [code] : [])).join();
  return (
    before.ink === after.ink &&
    hasSamePaints(before.paints, after.paints) &&
    hasSamePaints(before.overview?.paints ?? [], after.overview?.paints ?? []) &&
    names(before) === names(after)
  );
}

const PAINTED = ['fill', 'stroke', 'strokeWidth', 'dashed', 'pattern', 'patternColor'] as const;

function hasSamePaints(before: readonly AreaPaint[], after: readonly AreaPaint[]): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  return before.every((paint, index) => PAINTED.every((key) => paint[key] === after[index]?.[key]));
}
