import type { Wardrobe } from '../../../archive/dress-tile.js';
import { dressTile } from '../../../archive/dress-tile.js';
import { archiveAt } from '../../../archive/open-archive.js';
import type { Maplibre } from '../maplibre-types.js';

/** Addresses of tiles as a map of ours asks for them: `guatu-tiles://3/7/11/1684/812`. */
export const PROTOCOL = 'guatu-tiles';

/** Where a map's tiles are and how they are painted. */
export interface TileServing {
  readonly url: string;
  readonly wardrobe: Wardrobe;
  /** Told of a tile that could not be fetched. */
  readonly onFault: (error: unknown) => void;
}

const served = new Map<number, TileServing>();
let count = 0;

/** Gives tiles to maps of this page under a number. */
export function serveTiles(serving: TileServing): number {
  count += 1;
  served.set(count, serving);
  return count;
}

/** Changes what is behind a number. */
export function changeServing(number: number, serving: TileServing): void {
  if (served.has(number)) served.set(number, serving);
}

export function endServing(number: number): void {
  served.delete(number);
}

/** Lets maplibre fetch tiles through this page: its worker knows nothing of archives. */
export function registerProtocol({ addProtocol }: Pick<Maplibre, 'addProtocol'>): void {
  addProtocol(PROTOCOL, async ({ url }, { signal }) => {
    const [number = 0, , z = 0, x = 0, y = 0] = url
      .slice(url.indexOf('://') + 3)
      .split('/')
      .map(Number);
    const serving = served.get(number);
    if (!serving) return { data: new ArrayBuffer(0) };
    try {
      const tile = await (await archiveAt(serving.url)).readTile(z, x, y, signal);
      // what is worn now, and not what was worn when the tile was asked for
      const { wardrobe } = served.get(number) ?? serving;
      return { data: tile ? dressTile(tile, wardrobe).buffer : new ArrayBuffer(0) };
    } catch (error) {
      if (!signal.aborted) serving.onFault(error);
      throw error;
    }
  });
}
