import type { Board, BoardState } from '@guatu/map';

/**
 * What the embedded page and the page around it say to each other. Every message is a plain object with
 * `guatu: 1` and a `type`.
 *
 * To the page around: `size` (`height` in CSS pixels), `select` (`code`, `name`), `state` (all that is chosen).
 * From it: `set` (`state`, any part of what `state` tells).
 */
export type OutgoingMessage =
  | { readonly guatu: 1; readonly type: 'size'; readonly height: number }
  | { readonly guatu: 1; readonly type: 'select'; readonly code: string | null; readonly name: string }
  | { readonly guatu: 1; readonly type: 'state'; readonly state: SharedState };

/** The state that is told and taken. */
type SharedState = Pick<BoardState, (typeof SHARED)[number]>;

const SHARED = [
  'asOf',
  'target',
  'domain',
  'breaks',
  'compareTo',
  'comparison',
  'view',
  'level',
  'within',
  'levels',
  'shapes',
  'tiles',
  'selected',
  'locale',
  'theme',
  'textSize',
  'highContrast',
] as const;

export interface ChannelOptions {
  readonly board: Board;
  /** The only origin that is spoken to and listened to. */
  readonly origin: string;
  /** The page around. */
  readonly parent: Pick<Window, 'postMessage'>;
}

/**
 * Tells the page around what happens here, and takes its wishes.
 *
 * @returns tells it one more thing
 */
export function openChannel({ board, origin, parent }: ChannelOptions): (message: OutgoingMessage) => void {
  const tell = (message: OutgoingMessage): void => parent.postMessage(message, origin);
  board.subscribe(({ state, roster }, changed) => {
    if (changed.has('selected')) {
      // the roster is there before the figures are, and areas can be chosen as soon as their outline stands
      const area = state.selected === null ? undefined : roster?.areas[roster.indexOf(state.selected)];
      tell({ guatu: 1, type: 'select', code: state.selected, name: area?.name ?? '' });
    }
    if (SHARED.some((key) => changed.has(key))) {
      tell({
        guatu: 1,
        type: 'state',
        state: Object.fromEntries(SHARED.map((key) => [key, state[key]])) as unknown as SharedState,
      });
    }
  });
  window.addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
    if (from !== origin || source !== parent) return;
    const wish = readWish(data);
    if (wish) board.request(wish);
  });
  return tell;
}

/** What of a message can be asked of the board; the board refuses values it cannot have. */
export function readWish(data: unknown): Partial<BoardState> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { guatu, type, state } = data as Readonly<Record<string, unknown>>;
  if (guatu !== 1 || type !== 'set' || typeof state !== 'object' || state === null) return undefined;
  const wish: Record<string, unknown> = {};
  for (const key of SHARED) {
    const value = Object.hasOwn(state, key) ? (state as Readonly<Record<string, unknown>>)[key] : undefined;
    if (fits(key, value)) wish[key] = typeof value === 'string' ? value.slice(0, 200) : value;
  }
  return wish as Partial<BoardState>;
}

const MAY_BE_NONE: ReadonlySet<string> = new Set(['target', 'domain', 'within', 'selected']);

/** Whether a value has the kind of its key; what it says is the board's to judge. */
function fits(key: (typeof SHARED)[number], value: unknown): boolean {
  if (key === 'highContrast') return typeof value === 'boolean';
  if (key === 'breaks' && Array.isArray(value)) return true;
  return typeof value === 'string' || (value === null && MAY_BE_NONE.has(key));
}
