import { BOARD_FIELDS, sortAddresses } from '@guatu/map';
import type { BoardSources, BoardState } from '@guatu/map';
import { PROBLEMS, quote } from './address-problems.js';
import type { AddressProblem } from './address-problems.js';

/** What a page's address asks of the embedded board. */
interface EmbedSettings {
  readonly sources: BoardSources;
  readonly state: Partial<BoardState>;
  readonly renderer: 'auto' | 'svg' | 'maplibre';
  /** Elements beside the map. */
  readonly shows: ReadonlySet<Companion>;
  /** Buttons that save the picture. */
  readonly exportable: boolean;
  /** A line that says what is missing for publication. */
  readonly publicationCheck: boolean;
  /** Origin of the page around, as that page states it; empty when it does not. */
  readonly parent: string;
}

export const COMPANIONS = ['legend', 'timeline', 'targets', 'card', 'figures', 'table', 'diagnostics'] as const;

type Companion = (typeof COMPANIONS)[number];

export interface ReadSettings {
  readonly settings: EmbedSettings;
  /** What of the address was left out, and why. */
  readonly problems: readonly AddressProblem[];
  /** Files of `data` that were left out, as the board tells them. */
  readonly findings: ReturnType<typeof sortAddresses>['findings'];
}

export interface ReadOptions {
  /** Address of this page. */
  readonly base: string;
  /** Origins beside this page's own from which files may come; whoever hosts the page writes them into it. */
  readonly allowed: readonly string[];
}

/** Most characters of an address, and most addresses; more is nobody's board. */
const MOST_CHARACTERS = 2000;
const MOST_FILES = 24;

/** Most characters of any other value. */
const MOST_VALUE = 200;

const ADDRESSES = ['src', 'plan', 'areas', 'data', 'boundaries'] as const;
/** What can be chosen on a board, under the names its attributes have: texts, and switches that are 0 or 1. */
const CHOSEN = Object.entries(BOARD_FIELDS).flatMap(([field, { attribute, initial }]) =>
  attribute === null ? [] : [{ field, name: attribute, isSwitch: typeof initial === 'boolean' }],
);
const TEXTS = ['crs', 'code-property', 'name-property', 'parent', 'renderer', 'export', 'publication-check'] as const;

/** What only the page itself says, and no address: whoever writes an address does not speak for the publisher. */
export const IMPRINT = ['publisher', 'approval-number', 'data-date'] as const;

const SYSTEMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;

/**
 * Reads what the address of the embedded page asks for. Whatever cannot be had is left out and told: an unknown name, a
 * value that is too long, a file from another origin.
 *
 * @param search query of the address, with or without `?`
 */
export function readSettings(search: string, options: ReadOptions): ReadSettings {
  const parameters = new URLSearchParams(search);
  const problems: AddressProblem[] = [];
  const known = new Set<string>([...ADDRESSES, ...CHOSEN.map(({ name }) => name), ...TEXTS, ...COMPANIONS]);
  for (const name of new Set(parameters.keys())) {
    if (IMPRINT.some((own) => own === name)) problems.push(PROBLEMS.imprint(name));
    else if (!known.has(name)) problems.push(PROBLEMS.unknown(quote(name)));
  }

  const read = (name: string): string => {
    const value = parameters.get(name) ?? '';
    if (value.length <= MOST_VALUE) return value;
    problems.push(PROBLEMS.tooLong(name, MOST_VALUE));
    return '';
  };
  const state: Record<string, string | boolean> = {};
  for (const { field, name, isSwitch } of CHOSEN) {
    const value = isSwitch ? readSwitch(name, parameters, problems) : read(name);
    if (value !== '') state[field] = value;
  }
  const renderer = read('renderer') || 'auto';
  if (!isRenderer(renderer)) problems.push(PROBLEMS.notOneOf('renderer', RENDERERS, quote(renderer)));
  const { sources, findings } = readSources(parameters, options, problems);
  return {
    settings: {
      sources: { ...sources, ...readReading(read, problems) },
      state: state as Partial<BoardState>,
      renderer: isRenderer(renderer) ? renderer : 'auto',
      shows: new Set(COMPANIONS.filter((name) => readSwitch(name, parameters, problems))),
      exportable: readSwitch('export', parameters, problems),
      publicationCheck: readSwitch('publication-check', parameters, problems),
      parent: readParent(read('parent'), problems),
    },
    problems,
    findings,
  };
}

function readSources(
  parameters: URLSearchParams,
  options: ReadOptions,
  problems: AddressProblem[],
): Pick<ReadSettings, 'findings'> & { readonly sources: BoardSources } {
  const addresses = (name: string): readonly string[] =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(/\s+/))
      .filter((value) => value !== '');
  const count = ADDRESSES.reduce((sum, name) => sum + addresses(name).length, 0);
  if (count > MOST_FILES) {
    problems.push(PROBLEMS.tooMany(ADDRESSES, count, MOST_FILES));
    return { sources: {}, findings: [] };
  }
  const allow = (name: string): readonly string[] =>
    addresses(name).flatMap((address) => {
      const problem = findProblem(name, address, options);
      if (problem === undefined) return [new URL(address, options.base).href];
      problems.push(problem);
      return [];
    });
  const only = (name: string): string | undefined => {
    const [first, ...more] = allow(name);
    if (more.length > 0) problems.push(PROBLEMS.onlyOne(name));
    return first;
  };
  const src = only('src');
  const plan = only('plan');
  const boundaries = only('boundaries');
  const areas = allow('areas');
  const { sources, findings } = sortAddresses(allow('data'));
  return {
    findings,
    sources: {
      ...sources,
      ...(src !== undefined && { src }),
      ...(plan !== undefined && { plan }),
      ...(areas.length > 0 && { areas }),
      ...(boundaries !== undefined && { boundaries }),
    },
  };
}

function readReading(
  read: (name: string) => string,
  problems: AddressProblem[],
): Pick<BoardSources, 'crs' | 'codeProperty' | 'nameProperty'> {
  const [codeProperty, nameProperty] = [read('code-property'), read('name-property')];
  return {
    ...readCrs(read('crs'), problems),
    ...(codeProperty !== '' && { codeProperty }),
    ...(nameProperty !== '' && { nameProperty }),
  };
}

function readCrs(crs: string, problems: AddressProblem[]): Pick<BoardSources, 'crs'> {
  if (crs === '') return {};
  if (SYSTEMS.some((known) => known === crs)) return { crs };
  problems.push(PROBLEMS.notOneOf('crs', SYSTEMS, quote(crs)));
  return {};
}

/** Why an address may not be read; nothing when it may. */
function findProblem(name: string, address: string, { base, allowed }: ReadOptions): AddressProblem | undefined {
  if (address.length > MOST_CHARACTERS) return PROBLEMS.longAddress(name, address.length);
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return PROBLEMS.noAddress(name, quote(address));
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return PROBLEMS.notOnTheWeb(name, quote(address));
  if (url.username !== '' || url.password !== '') return PROBLEMS.withPassword(name, quote(url.host));
  const origins = [new URL(base).origin, ...allowed];
  return origins.includes(url.origin) ? undefined : PROBLEMS.otherOrigin(name, quote(url.origin));
}

function readSwitch(name: string, parameters: URLSearchParams, problems: AddressProblem[]): boolean {
  const value = parameters.get(name);
  if (value === null || value === '0') return false;
  if (value === '1' || value === '') return true;
  problems.push(PROBLEMS.noSwitch(name, quote(value)));
  return false;
}

function readParent(text: string, problems: AddressProblem[]): string {
  if (text === '') return '';
  try {
    const { origin, protocol } = new URL(text);
    if (protocol === 'https:' || protocol === 'http:') return origin;
  } catch {
    // told below
  }
  problems.push(PROBLEMS.noOrigin('parent', quote(text)));
  return '';
}

const RENDERERS = ['auto', 'svg', 'maplibre'] as const;

function isRenderer(text: string): text is EmbedSettings['renderer'] {
  return RENDERERS.some((known) => known === text);
}
