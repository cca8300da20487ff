import { findShape } from '../../geometry/find-neighbour.js';
import { traceGlyph } from '../../scale/glyph-shapes.js';
import type { Scene, SceneRings, SceneText } from '../../scene/scene.js';
import { inkOfScene } from '../scene-ink.js';
import { HALO_WIDTH } from '../text-style.js';
import type { FeatureIds } from './feature-ids.js';
import { toPaintState } from './paint-state.js';
import { type Placement, toLngLat, toWorldSize } from './project.js';

type Position = number[];

export interface Feature {
  type: 'Feature';
  id?: number;
  properties: Record<string, string | number>;
  geometry:
    | { type: 'MultiPolygon'; coordinates: Position[][][] }
    | { type: 'MultiLineString'; coordinates: Position[][] }
    | { type: 'Point'; coordinates: Position };
}

export interface FeatureCollection {
  type: 'FeatureCollection';
  features: Feature[];
}

/** How many times its width a line may be drawn: on an enlarged map more is only clumsy. */
const WIDEST = 3;

/** The areas that have a ring around them. */
export interface Highlight {
  readonly selected: string | null;
  readonly pointed: string | null;
}

interface Context {
  readonly placement: Placement;
  readonly ids: FeatureIds;
}

/** The areas with the colours they begin with: fills and the usual outlines are drawn from them. */
export function toAreaFeatures(
  { layout, paints }: Scene,
  { placement, ids, usualWidth }: Context & { readonly usualWidth: number },
): FeatureCollection {
  const width = toLineWidth(usualWidth, placement);
  return collect(
    layout.areas.map(({ code, polygons }, i) => {
      const paint = paints[i];
      return {
        type: 'Feature',
        id: ids.of(code),
        properties: paint ? { ...toPaintState(paint, usualWidth), ...width } : {},
        geometry: toMultiPolygon(polygons, placement),
      };
    }),
  );
}

/** Borders of groups, as lines. */
export function toOutlineFeatures(scene: Scene, { placement }: Context): FeatureCollection {
  const { outline, outlineWidth } = inkOfScene(scene);
  const line = { color: outline, ...toLineWidth(outlineWidth, placement) };
  return collect(scene.layout.outlines.map(({ polygons }) => toLines(polygons, placement, line)));
}

/** Rings around the pointed-at area and, over it, the selected one, each on a casing. */
export function toRingFeatures(
  scene: Scene,
  { selected, pointed }: Highlight,
  { placement }: Context,
): FeatureCollection {
  const ink = inkOfScene(scene);
  const ring = (code: string | null, color: string, width: number): Feature[] => {
    const shape = findShape(scene.layout, code);
    if (!shape) return [];
    return [
      toLines(shape.polygons, placement, { color: ink.casing, ...toLineWidth(width + 2, placement) }),
      toLines(shape.polygons, placement, { color, ...toLineWidth(width, placement) }),
    ];
  };
  return collect([
    ...(pointed === selected ? [] : ring(pointed, ink.pointed, ink.pointedWidth)),
    ...ring(selected, ink.selected, ink.selectedWidth),
  ]);
}

/** Signs on areas, each a small polygon with its own colours. */
export function toGlyphFeatures(scene: Scene, { placement }: Context): FeatureCollection {
  return collect(
    scene.glyphs.map((glyph) => ({
      type: 'Feature',
      properties: { fill: glyph.fill, stroke: glyph.stroke, ...toLineWidth(1, placement) },
      geometry: toMultiPolygon([[traceGlyph(glyph)]], placement),
    })),
  );
}

/** Texts, each at a point of its own: a label on a polygon would be repeated in every tile the polygon reaches into. */
export function toTextFeatures(
  texts: readonly { readonly key: string; readonly text: SceneText }[],
  { placement, ids }: Context,
): FeatureCollection {
  return collect(
    texts.map(({ key, text }) => ({
      type: 'Feature',
      id: ids.of(key),
      properties: {
        text: text.text,
        size: toWorldSize(text.size, placement),
        weight: text.weight,
        anchor: text.anchor,
        color: text.color,
        halo: text.halo ?? 'rgba(0,0,0,0)',
        haloWidth: text.halo === null ? 0 : toWorldSize(HALO_WIDTH / 2, placement),
      },
      geometry: { type: 'Point', coordinates: toLngLat(placement, text.x, text.y) },
    })),
  );
}

/** A line's width as the style wants it: at zoom 0, from where it grows with the shapes, and at its widest. */
export function toLineWidth(width: number, placement: Placement): { readonly width: number; readonly most: number } {
  return { width: toWorldSize(width, placement), most: width * WIDEST };
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

export function toMultiPolygon(polygons: readonly SceneRings[], placement: Placement): Feature['geometry'] {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => toPositions(ring, placement))),
  };
}

export function toLineString(polygons: readonly SceneRings[], placement: Placement): Feature['geometry'] {
  return {
    type: 'MultiLineString',
    coordinates: polygons.flatMap((rings) => rings.map((ring) => toPositions(ring, placement))),
  };
}

function toLines(polygons: readonly SceneRings[], placement: Placement, properties: Feature['properties']): Feature {
  return {
    type: 'Feature',
    properties,
    geometry: toLineString(polygons, placement),
  };
}

function toPositions(ring: readonly number[], placement: Placement): Position[] {
  const positions: Position[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) positions.push(toLngLat(placement, ring[i] ?? 0, ring[i + 1] ?? 0));
  return positions;
}
