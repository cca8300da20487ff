import Point from '@mapbox/point-geometry';
import { fromVectorTileJs } from '@maplibre/vt-pbf';

/** A feature in a tile's own whole units. */
export interface TileFeature {
  /** 1 a point, 3 polygons whose outer rings run one way round and holes the other. */
  readonly type: 1 | 3;
  readonly properties: Readonly<Record<string, string>>;
  /** Flat x0,y0,x1,y1,… each. */
  readonly rings: readonly ArrayLike<number>[];
}

export interface TileLayer {
  readonly name: string;
  /** Units in the width of a tile. */
  readonly extent: number;
  readonly features: readonly TileFeature[];
}

/** Encodes a vector tile, version 2; layers without features are left out. */
export function encodeTile(layers: readonly TileLayer[]): Uint8Array {
  const filled = layers.filter(({ features }) => features.length > 0);
  return fromVectorTileJs({ layers: Object.fromEntries(filled.map((layer) => [layer.name, present(layer)])) });
}

/** A layer as the encoder asks for it: one feature at a time. */
interface AskedLayer extends Omit<TileLayer, 'features'> {
  readonly version: 2;
  readonly length: number;
  feature(index: number): AskedFeature;
}

interface AskedFeature extends Pick<TileFeature, 'type' | 'properties'> {
  readonly id: undefined;
  readonly extent: number;
  loadGeometry(): Point[][];
}

function present({ name, extent, features }: TileLayer): AskedLayer {
  return {
    version: 2,
    name,
    extent,
    length: features.length,
    feature(index) {
      const { type, properties, rings } = features[index] as TileFeature;
      return { type, properties, id: undefined, extent, loadGeometry: () => rings.map(toPoints) };
    },
  };
}

function toPoints(flat: ArrayLike<number>): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) points.push(new Point(flat[at] ?? 0, flat[at + 1] ?? 0));
  return points;
}
