import { NO_FILTER } from './board.js';
import type { BoardState } from './board.js';
import type { Filter } from '../scene/view.js';
import { WRITTEN } from './check-state.js';

/** What of a state stands in an address, in this order, under the names attributes have. */
const KEYS = [
  'asOf', 'target', 'domain', 'view', 'level', 'within', 'selected', 'compareTo', 'comparison', 'breaks', 'shapes', 'tiles', 'locale', 'theme', 'textSize', 'highContrast',
] as const satisfies readonly (keyof BoardState)[];

/** Longest address that is read, longest value in it, and most members of a list; more is nobody's choice. */
const [MOST_CHARACTERS, MOST_VALUE, MOST_MEMBERS] = [4000, 200, 50];

/** Where null means something else than not to be there. */
const NULLABLE: ReadonlySet<string> = new Set(['target', 'domain', 'within', 'selected']);

/** What is seen of a map, in the order of its numbers. */
const CAMERA = ['zoom', 'x', 'y'] as const;
type HashCamera = Readonly<Record<(typeof CAMERA)[number], number>>;

export interface HashOptions {
  /** Stands before each name and a dot where several maps share an address; empty for none. */
  readonly namespace: string;
  /** What holds where the address says nothing. */
  readonly base: BoardState;
}

/**
 * Writes what differs from the base into an address's hash. Parts that belong to others are kept as they are.
 *
 * @param hash what stands there now, with or without `#`
 * @returns without `#`
 *
 * @example writeStateHash('', { ...base, target: 'income' }, { namespace: '', base }); // 'target=income'
 */
export function writeStateHash(hash: string, state: BoardState, { namespace, base, camera }: HashOptions & { readonly camera?: HashCamera }): string {
  const parts = partsOf(hash).filter((part) => nameOf(part, namespace) === undefined);
  const write = (name: string, value: string): void => void parts.push(`${namespace === '' ? '' : `${namespace}.`}${name}=${encodeURIComponent(value)}`);
  for (const key of KEYS) {
    if (String(state[key]) !== String(base[key])) write(WRITTEN[key] ?? key, state[key] === null ? '' : String(state[key]));
  }
  for (const list of ['cohorts', 'classes'] as const) {
    if (String(state.filter[list]) !== String(base.filter[list])) write(list, state.filter[list].join(','));
  }
  if (camera && camera.zoom > 1) write('camera', CAMERA.map((part) => String(Number(camera[part].toFixed(3)))).join(','));
  return parts.join('&');
}

export interface ReadHash {
  /** All that an address can say: as it says it, else as in the base. */
  readonly state: Partial<BoardState>;
  /** What of the map is to be seen; nothing where the address does not say. */
  readonly camera?: HashCamera;
  /** Names whose values are too long to be read, or no numbers where numbers belong. */
  readonly refused: readonly string[];
}

/** Reads a state out of an address's hash. Values are bounded here; whether a board can have them is for the board. */
export function readStateHash(hash: string, { namespace, base }: HashOptions): ReadHash {
  const values = new Map<string, string>();
  const refused: string[] = hash.length > MOST_CHARACTERS ? ['#'] : [];
  for (const part of hash.length > MOST_CHARACTERS ? [] : partsOf(hash)) {
    const name = nameOf(part, namespace);
    if (name === undefined) continue;
    const value = decode(part.slice(part.indexOf('=') + 1));
    if (value === undefined || value.length > MOST_VALUE) refused.push(name);
    else values.set(name, value);
  }
  const state: Record<string, unknown> = {};
  for (const key of KEYS) {
    const value = values.get(WRITTEN[key] ?? key);
    if (value === undefined) state[key] = base[key];
    else if (key === 'highContrast') state[key] = value === 'true';
    else state[key] = value === '' && NULLABLE.has(key) ? null : value;
  }
  const cohorts = readList(values.get('cohorts')) ?? base.filter.cohorts;
  const classes = readList(values.get('classes'))?.map((item) => (/^\d+$/.test(item) ? Number(item) : item)) ?? base.filter.classes;
  const seen = values.get('camera');
  const camera = seen === undefined ? undefined : readCamera(seen);
  if (seen !== undefined && !camera) refused.push('camera');
  const filter: Filter = cohorts.length + classes.length === 0 ? NO_FILTER : { cohorts, classes };
  return { state: { ...(state as Partial<BoardState>), filter }, ...(camera && { camera }), refused };
}

function readCamera(text: string): HashCamera | undefined {
  const [zoom = Number.NaN, x = Number.NaN, y = Number.NaN, ...rest] = text.split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  return rest.length === 0 && zoom >= 1 && zoom <= DEEPEST && x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { zoom, x, y } : undefined;
}

/** Deeper than any map goes. */
const DEEPEST = 1000;

function partsOf(hash: string): string[] {
  return hash.replace(/^#/, '').split('&').filter((part) => part !== '');
}

const NAMES: ReadonlySet<string> = new Set([...KEYS.map((key) => WRITTEN[key] ?? key), 'cohorts', 'classes', 'camera']);

/** The name a part of a hash has, if it is one of ours. */
function nameOf(part: string, namespace: string): string | undefined {
  const written = part.slice(0, Math.max(0, part.indexOf('=')));
  const prefix = namespace === '' ? '' : `${namespace}.`;
  const name = written.startsWith(prefix) ? written.slice(prefix.length) : '';
  return NAMES.has(name) ? name : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readList(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').filter((item) => item !== '').slice(0, MOST_MEMBERS);
}
