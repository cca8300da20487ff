import type { SceneTileLayer } from '../scene/scene.js';

/** A layer of areas in an archive of vector tiles. */
export interface TiledLayer extends SceneTileLayer {
  /** Layer of whole areas in the tiles of the coarsest zoom. */
  readonly overview?: string;
}

/**
 * Boundaries that stay in an archive of vector tiles on a server, and what was read of it for the first picture. A map
 * fetches the tiles it looks at.
 */
export interface TiledBoundaries {
  readonly kind: 'pmtiles';
  /** Absolute. */
  readonly url: string;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly layers: Readonly<Partial<Record<'village' | 'township', TiledLayer>>>;
  /** What must be said of the shapes, as the archive says it; empty for nothing. */
  readonly notice: string;
  /** Whether the overview holds villages, and not townships alone. */
  readonly hasVillages: boolean;
  /** Areas of the levels that can be drawn whole, as GeoJSON. */
  readonly overview: { readonly type: 'FeatureCollection'; readonly features: readonly unknown[] };
}

/** Whether boundaries are tiles, and not shapes. */
export function isTiled(boundaries: unknown): boundaries is TiledBoundaries {
  return typeof boundaries === 'object' && boundaries !== null && 'kind' in boundaries && boundaries.kind === 'pmtiles';
}
