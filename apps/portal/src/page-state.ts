import type { BoardState, TextSize } from '@guatu/map';

/** What of the board's state stands in the address: under these names, in this order. */
const NAMES = {
  asOf: 'as-of',
  target: 'target',
  domain: 'domain',
  breaks: 'breaks',
  compareTo: 'compare-to',
  comparison: 'comparison',
  view: 'view',
  level: 'level',
  within: 'within',
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
  domain: null,
  breaks: 'auto',
  compareTo: '',
  comparison: 'beside',
  view: 'both',
  level: 'village',
  within: null,
  locale: 'zh',
  theme: 'light',
  textSize: 'standard',
};

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
export function readHash(hash: string, width: number): Partial<BoardState> {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const read: Record<string, string | boolean | null> = { selected: null, highContrast: parameters.get('contrast') === 'high' };
  for (const key of KEPT) {
    const value = parameters.get(NAMES[key]);
    if (value !== null) read[key] = value === '' ? null : value.slice(0, 200);
  }
  return { ...defaults, textSize: suitTextSize(parameters.get(NAMES.theme) ?? '', width), ...read };
}

/** Writes a state as a hash; what is as by default is left out. */
export function writeHash(state: BoardState): string {
  const parameters = new URLSearchParams();
  for (const key of KEPT) {
    const value = state[key];
    // bounds are written as the attribute writes them: 1,5,10
    if (value !== (defaults[key] ?? null)) parameters.set(NAMES[key], String(value ?? ''));
  }
  if (state.highContrast) parameters.set('contrast', 'high');
  return parameters.toString();
}
