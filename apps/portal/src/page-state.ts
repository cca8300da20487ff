import type { BoardState } from '@guatu/map';

/** What of the board's state stands in the address: under these names, in this order. */
const NAMES = {
  asOf: 'as-of',
  target: 'target',
  view: 'view',
  level: 'level',
  selected: 'area',
  locale: 'lang',
  theme: 'theme',
  textSize: 'text',
} as const satisfies { readonly [Key in keyof BoardState]?: string };

type Kept = keyof typeof NAMES;

const KEPT = Object.keys(NAMES) as Kept[];

/** What the page shows before anybody chose. */
export const defaults: Partial<BoardState> = {
  asOf: '2021-12-31',
  target: 'collective-income-5-2022',
  view: 'both',
  level: 'village',
  locale: 'zh',
  theme: 'light',
  textSize: 'standard',
};

/** Reads a state from an address's hash; what is not in it is as by default. The board refuses what it cannot be. */
export function readHash(hash: string): Partial<BoardState> {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const read: Record<string, string | boolean | null> = { selected: null, highContrast: parameters.get('contrast') === 'high' };
  for (const key of KEPT) {
    const value = parameters.get(NAMES[key]);
    if (value !== null) read[key] = value === '' ? null : value.slice(0, 200);
  }
  return { ...defaults, ...read };
}

/** Writes a state as a hash; what is as by default is left out. */
export function writeHash(state: BoardState): string {
  const parameters = new URLSearchParams();
  for (const key of KEPT) {
    const value = state[key];
    if (value !== (defaults[key] ?? null)) parameters.set(NAMES[key], value ?? '');
  }
  if (state.highContrast) parameters.set('contrast', 'high');
  return parameters.toString();
}
