import type { Zooms } from './choose-zooms.js';
import type { TileLevel } from './shape-store.js';
import { LAYERS } from './tile-shapes.js';

export interface ArchiveDescription {
  /** Shapes by level. */
  readonly counts: Readonly<Record<TileLevel, number>>;
  readonly zooms: Zooms;
  /** Levels whose areas are whole in the tiles of the coarsest zoom. */
  readonly overviews: readonly TileLevel[];
  /** What the file of boundaries says beside its features. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** Said where a file marks its shapes as invented in no words of its own; who reads it may read either language. */
const INVENTED = '边界为虚构 Invented shapes';

/**
 * What an archive says of itself: the layers as any reader of vector tiles expects them, and under `guatu` what the map
 * wants to know. A notice of the boundaries, that they are invented for one, goes with them.
 */
export function describeArchive({ counts, zooms, overviews, members }: ArchiveDescription): {
  readonly metadata: object;
  readonly notice: string;
} {
  const levels = (['village', 'township'] as const).filter((level) => counts[level] > 0);
  const layers = levels.flatMap((level) => {
    const from = level === 'village' ? zooms.villages : zooms.min;
    const fields = { code: 'String', name: 'String', ...(level === 'village' && { parent: 'String' }) };
    const { areas, points, overview } = LAYERS[level];
    return [
      { id: areas, fields, minzoom: from, maxzoom: zooms.max },
      { id: points, fields, minzoom: zooms.points[level], maxzoom: zooms.max },
      ...(overviews.includes(level) ? [{ id: overview, fields, minzoom: zooms.min, maxzoom: zooms.min }] : []),
    ];
  });
  const fictional = members['fictional'] === true || members['synthetic'] === true;
  const notice = textOf(members['notice']) || (fictional ? INVENTED : '');
  const attribution = textOf(members['attribution']) || notice;
  const metadata = {
    name: textOf(members['name']) || 'guatu',
    type: 'overlay',
    format: 'pbf',
    ...(attribution !== '' && { attribution }),
    vector_layers: layers,
    guatu: {
      version: 1,
      ...(fictional && { fictional }),
      ...(notice !== '' && { notice }),
      levels: Object.fromEntries(
        levels.map((level) => [
          level,
          {
            layer: LAYERS[level].areas,
            points: LAYERS[level].points,
            ...(overviews.includes(level) && { overview: LAYERS[level].overview }),
            count: counts[level],
          },
        ]),
      ),
    },
  };
  return { metadata, notice };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
