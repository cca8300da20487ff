import { Board, readStateHash, writeStateHash } from '@guatu/map';
import type { BoardState, ReadHash, TextSize } from '@guatu/map';

/** What the page shows before anybody chose. */
const { state: base } = new Board({
  state: { asOf: '2021-12-31', target: 'collective-income-5-2022', level: 'village' },
}).snapshot;

/** Width from which a screen is a wall that is read from across the room, in CSS pixels. */
const WALL_WIDTH = 2200;

/** Type that suits a theme on a screen: nobody reads 12 pixels from across a room. */
export function suitTextSize(theme: string, width: number): TextSize {
  if (theme !== 'big-screen') return 'standard';
  return width >= WALL_WIDTH ? 'wall' : 'large';
}

/**
 * Reads a state from an address's hash; what is not in it is as by default. The board refuses what it cannot be.
 *
 * @param width of the screen, in CSS pixels
 */
export function readHash(hash: string, width: number): ReadHash {
  const read = (from: BoardState): ReadHash => readStateHash(renew(hash), { namespace: '', base: from });
  const {
    state: { theme = base.theme },
  } = read(base);
  return read({ ...base, textSize: suitTextSize(theme, width) });
}

/**
 * Writes a state as a hash; what is as by default is left out, what belongs to others stays.
 *
 * @param hash what stands there now
 */
export function writeHash(hash: string, state: BoardState): string {
  return writeStateHash(renew(hash), state, { namespace: '', base });
}

/** Names this page had of its own before it took the library's: shared links have them. */
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['area', 'selected'],
  ['lang', 'locale'],
  ['text', 'text-size'],
  ['contrast', 'high-contrast'],
]);

function renew(hash: string): string {
  return hash.replace(/^#/, '').split('&').map(renewPart).join('&');
}

function renewPart(part: string): string {
  const [name = '', value = ''] = part.split('=', 2);
  const renewed = OLD_NAMES.get(name);
  if (renewed === undefined) return part;
  return `${renewed}=${name === 'contrast' ? String(value === 'high') : value}`;
}
