import type { TileLevel } from './shape-store.js';

/** Which zooms an archive has. */
export interface Zooms {
  readonly min: number;
  readonly max: number;
  /** The first zoom villages are cut for; coarser ones have townships alone. */
  readonly villages: number;
  /** The first zoom with points for names, by level: before it there is no room for any. */
  readonly points: Readonly<Record<TileLevel, number>>;
}

/** What the zooms are chosen from; lengths and areas on the web-mercator world, which is 1 wide. */
export interface Extent {
  readonly width: number;
  readonly height: number;
  readonly villages: number;
  readonly townships: number;
}

/** A picture of so many villages is drawn whole; of more, a fitted map shows townships until the reader zooms in. */
const DRAWN_WHOLE = 60_000;
/** Of more villages than are drawn whole, a tile has about this many where they begin. */
const VILLAGES_IN_TILE = 1000;
/** A tile with this many areas has room for some of their names. */
const NAMES_IN_TILE = 600;
/**
 * Five zooms after the fit: a reader comes six and a half zooms closer at most, and there a tile's unit, of which it has
 * 4096 in 512 pixels, is still less than a pixel.
 */
const AFTER_FIT = 5;
/** Two zooms before the fit of a wide map: a phone shows the same ground in half the width. */
const BEFORE_FIT = 2;
const DEEPEST = 18;

/**
 * Chooses zooms from the data: from where all of it fits into a quarter of a tile, down to where its corners stay where
 * they are however close a reader comes. Of very many villages the coarser zooms show townships alone; villages begin
 * where they are about sixteen pixels wide.
 */
export function chooseZooms({ width, height, villages, townships }: Extent): Zooms {
  const fit = Math.min(DEEPEST - AFTER_FIT, Math.max(0, Math.floor(-Math.log2(Math.max(width, height, 1e-9)))));
  const min = Math.max(0, fit - BEFORE_FIT);
  const ground = Math.max(width * height, 1e-18);
  const whole = villages <= DRAWN_WHOLE || townships === 0;
  /** From where a tile holds no more than so many of them. */
  const thin = (count: number, inTile: number): number =>
    count <= inTile ? min : Math.min(DEEPEST, Math.max(min, Math.ceil(Math.log2(count / inTile / ground) / 2)));
  const begins = whole ? min : thin(villages, VILLAGES_IN_TILE);
  const max = Math.min(DEEPEST, Math.max(fit + AFTER_FIT, begins + 1));
  const points = {
    village: Math.min(max, Math.max(begins, thin(villages, NAMES_IN_TILE))),
    township: Math.min(max, thin(townships, NAMES_IN_TILE)),
  };
  return { min, max, villages: begins, points };
}
