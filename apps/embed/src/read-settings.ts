import { BOARD_FIELDS, sortAddresses } from '@guatu/map';
import type { BoardSources, BoardState } from '@guatu/map';

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
  readonly problems: readonly string[];
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
  const problems: string[] = [];
  const known = new Set<string>([...ADDRESSES, ...CHOSEN.map(({ name }) => name), ...TEXTS, ...COMPANIONS]);
  for (const name of new Set(parameters.keys())) {
    if (IMPRINT.some((own) => own === name))
      problems.push(`${name}: not taken from an address; whoever hosts this page writes it into it, left out`);
    else if (!known.has(name)) problems.push(`${quote(name)}: unknown, left out`);
  }

  const read = (name: string): string => {
    const value = parameters.get(name) ?? '';
    if (value.length <= MOST_VALUE) return value;
    problems.push(`${name}: longer than ${MOST_VALUE} characters, left out`);
    return '';
  };
  const state: Record<string, string | boolean> = {};
  for (const { field, name, isSwitch } of CHOSEN) {
    const value = isSwitch ? readSwitch(name, parameters, problems) : read(name);
    if (value !== '') state[field] = value;
  }
  const renderer = read('renderer') || 'auto';
  if (!isRenderer(renderer)) problems.push(`renderer: expected auto, svg or maplibre, got ${quote(renderer)}`);
  return {
    settings: {
      sources: { ...readSources(parameters, options, problems), ...readReading(read, problems) },
      state: state as Partial<BoardState>,
      renderer: isRenderer(renderer) ? renderer : 'auto',
      shows: new Set(COMPANIONS.filter((name) => readSwitch(name, parameters, problems))),
      exportable: readSwitch('export', parameters, problems),
      publicationCheck: readSwitch('publication-check', parameters, problems),
      parent: readParent(read('parent'), problems),
    },
    problems,
  };
}

function readSources(parameters: URLSearchParams, options: ReadOptions, problems: string[]): BoardSources {
  const addresses = (name: string): readonly string[] =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(/\s+/))
      .filter((value) => value !== '');
  const count = ADDRESSES.reduce((sum, name) => sum + addresses(name).length, 0);
  if (count > MOST_FILES) {
    problems.push(`${ADDRESSES.join(', ')}: ${count} files, more than ${MOST_FILES}, none is read`);
    return {};
  }
  const allow = (name: string): readonly string[] =>
    addresses(name).flatMap((address) => {
      const problem = findProblem(address, options);
      if (problem === undefined) return [new URL(address, options.base).href];
      problems.push(`${name}: ${problem}`);
      return [];
    });
  const only = (name: string): string | undefined => {
    const [first, ...more] = allow(name);
    if (more.length > 0) problems.push(`${name}: one file is read, the others are left out`);
    return first;
  };
  const src = only('src');
  const plan = only('plan');
  const boundaries = only('boundaries');
  const areas = allow('areas');
  const { sources, findings } = sortAddresses(allow('data'));
  for (const { message } of findings) problems.push(`data: ${message}`);
  return {
    ...sources,
    ...(src !== undefined && { src }),
    ...(plan !== undefined && { plan }),
    ...(areas.length > 0 && { areas }),
    ...(boundaries !== undefined && { boundaries }),
  };
}

function readReading(
  read: (name: string) => string,
  problems: string[],
): Pick<BoardSources, 'crs' | 'codeProperty' | 'nameProperty'> {
  const [codeProperty, nameProperty] = [read('code-property'), read('name-property')];
  return {
    ...readCrs(read('crs'), problems),
    ...(codeProperty !== '' && { codeProperty }),
    ...(nameProperty !== '' && { nameProperty }),
  };
}

function readCrs(crs: string, problems: string[]): Pick<BoardSources, 'crs'> {
  if (crs === '') return {};
  if (SYSTEMS.some((known) => known === crs)) return { crs };
  problems.push(`crs: expected one of ${SYSTEMS.join(', ')}, got ${quote(crs)}`);
  return {};
}

/** Why an address may not be read; nothing when it may. */
function findProblem(address: string, { base, allowed }: ReadOptions): string | undefined {
  if (address.length > MOST_CHARACTERS) return `an address of ${address.length} characters, left out`;
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return `${quote(address)} is no address, left out`;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `${quote(address)} is not on the web, left out`;
  if (url.username !== '' || url.password !== '') return `${quote(url.host)} with a name or password, left out`;
  const origins = [new URL(base).origin, ...allowed];
  return origins.includes(url.origin)
    ? undefined
    : `${quote(url.origin)} is not this page's origin nor one it allows, left out`;
}

function readSwitch(name: string, parameters: URLSearchParams, problems: string[]): boolean {
  const value = parameters.get(name);
  if (value === null || value === '0') return false;
  if (value === '1' || value === '') return true;
  problems.push(`${name}: expected 0 or 1, got ${quote(value)}`);
  return false;
}

function readParent(text: string, problems: string[]): string {
  if (text === '') return '';
  try {
    const { origin, protocol } = new URL(text);
    if (protocol === 'https:' || protocol === 'http:') return origin;
  } catch {
    // told below
  }
  problems.push(`parent: expected an origin like https://www.example.gov.cn, got ${quote(text)}`);
  return '';
}

function isRenderer(text: string): text is EmbedSettings['renderer'] {
  return text === 'auto' || text === 'svg' || text === 'maplibre';
}

function quote(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
}
