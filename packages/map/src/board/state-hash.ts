import type { Diagnostic } from '@guatu/core';
import type { BoardState } from './board.js';
import { FIELD_NAMES, fieldOf, writeFieldName } from './fields.js';
import type { FieldName } from './fields.js';
import { createFinding } from './findings.js';

/** Longest address that is read, and longest value in it; more is nobody's choice. */
const [MOST_CHARACTERS, MOST_VALUE] = [4000, 200];

/** The fields an address holds, each with the names it has there. */
const HELD: readonly (readonly [name: FieldName, written: readonly string[]])[] = FIELD_NAMES.flatMap((name) => {
  const { address } = fieldOf(name);
  return address ? [[name, address.names ?? [writeFieldName(name)]] as const] : [];
});

/** What is seen of a map, in the order of its numbers. */
const CAMERA = ['zoom', 'x', 'y'] as const;
export type HashCamera = Readonly<Record<(typeof CAMERA)[number], number>>;

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
export function writeStateHash(
  hash: string,
  state: BoardState,
  { namespace, base, camera }: HashOptions & { readonly camera?: HashCamera },
): string {
  const parts = partsOf(hash).filter((part) => nameOf(part, namespace) === undefined);
  const write = (name: string, value: string): void =>
    void parts.push(`${namespace === '' ? '' : `${namespace}.`}${name}=${encodeURIComponent(value)}`);
  for (const [name, written] of HELD) {
    const { toAddress } = fieldOf(name);
    const [own, given] = [toAddress(state[name]), toAddress(base[name])];
    for (const [index, one] of written.entries()) if (own[index] !== given[index]) write(one, own[index] ?? '');
  }
  if (camera && camera.zoom > 1)
    write('camera', CAMERA.map((part) => String(Number(camera[part].toFixed(3)))).join(','));
  return parts.join('&');
}

export interface ReadHash {
  /** All that an address can say: as it says it, else as in the base. */
  readonly state: Partial<BoardState>;
  /** What of the map is to be seen; nothing where the address does not say. */
  readonly camera?: HashCamera;
  /** Names whose values are too long to be read, or no numbers where numbers belong. */
  readonly refused: readonly string[];
  /** Says so, for the diagnostics; `null` where nothing is refused. */
  readonly finding: Diagnostic | null;
}

/**
 * Reads a state out of an address's hash. Values are bounded here; whether a board can have them is for the board.
 *
 * @param hash with or without `#`; beyond 4000 characters, and a value beyond 200, it is refused
 *
 * @example board.request(readStateHash(location.hash, { namespace: '', base: board.snapshot.state }).state);
 */
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
  for (const [name, written] of HELD) {
    const texts = written.map((one) => values.get(one));
    state[name] = texts.every((text) => text === undefined) ? base[name] : fieldOf(name).fromAddress(texts, base[name]);
  }
  const seen = values.get('camera');
  const camera = seen === undefined ? undefined : readCamera(seen);
  if (seen !== undefined && !camera) refused.push('camera');
  const finding = refused.length === 0 ? null : createFinding('hash-refused', 'hash', { names: refused.join(', ') });
  return { state: state as Partial<BoardState>, ...(camera && { camera }), refused, finding };
}

function readCamera(text: string): HashCamera | undefined {
  const [zoom = Number.NaN, x = Number.NaN, y = Number.NaN, ...rest] = text
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  return rest.length === 0 && zoom >= 1 && zoom <= DEEPEST && x >= 0 && x <= 1 && y >= 0 && y <= 1
    ? { zoom, x, y }
    : undefined;
}

/** Deeper than any map goes. */
const DEEPEST = 1000;

function partsOf(hash: string): string[] {
  return hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '');
}

const NAMES: ReadonlySet<string> = new Set([...HELD.flatMap(([, written]) => written), 'camera']);

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
