import type { Dataset, Diagnostic } from '@guatu/core';
import type { BoardRows, BoardSource, BoardSources } from './board.js';
import type { TiledBoundaries } from '../geometry/tiled-boundaries.js';
import { createFinding, describeFault } from './findings.js';

/** A file's content, or what came instead of it. */
export type FetchedText =
  | { readonly text: string }
  /** It is an archive of vector tiles, which is not read as text. */
  | { readonly archive: true }
  | { readonly finding: 'source-network' | 'source-status'; readonly reason: string };

/** Gets the text behind an address; never rejects. */
export type FetchText = (url: string) => Promise<FetchedText>;

/** Opens the archive of vector tiles behind an address; a failure is an error with a finding's code and `params`. */
export type OpenTiles = (url: string) => Promise<TiledBoundaries>;

/** One file as it came: its content, or why there is none. */
export interface LoadedFile {
  readonly name: string;
  readonly text: string | null;
  /** In place of a text, where rows were in memory already. */
  readonly rows?: readonly object[];
  readonly findings: readonly Diagnostic[];
}

/** The kinds of file that come as rows, in the order they are read. */
export const ROW_KINDS = ['observations', 'registers', 'events', 'links'] as const;

type RowKind = (typeof ROW_KINDS)[number];

/**
 * Sorts addresses of data files by what their names say: `observations-2021.csv` holds observations.
 *
 * @returns the sources by kind, and a finding for each name that says nothing
 *
 * @example sortAddresses(['data/events.csv?v=2']).sources; // { events: ['data/events.csv?v=2'] }
 */
export function sortAddresses(addresses: readonly string[]): {
  readonly sources: BoardSources;
  readonly findings: readonly Diagnostic[];
} {
  const sorted: Partial<Record<RowKind, string[]>> = {};
  const findings: Diagnostic[] = [];
  for (const address of addresses) {
    const name = nameOf(address);
    const kind = ROW_KINDS.find((candidate) => name.startsWith(candidate) && name.endsWith('.csv'));
    if (kind) (sorted[kind] ??= []).push(address);
    else findings.push(createFinding('source-name', name));
  }
  return { sources: sorted, findings };
}

/** The last part of an address: what diagnostics call the file. */
export function nameOf(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** A list of sources from one, several or none. */
function listSources(sources: BoardSources[RowKind | 'areas']): readonly (BoardSource | BoardRows)[] {
  if (sources === undefined) return [];
  return Array.isArray(sources)
    ? (sources as readonly (BoardSource | BoardRows)[])
    : [sources as BoardSource | BoardRows];
}

/** All files of a board on their way; none of the promises rejects. */
export interface FilesOnTheirWay {
  readonly plan: Promise<LoadedFile | LoadedData | null>;
  readonly boundaries: Promise<LoadedFile | LoadedData | null>;
  /** Coordinate system of the boundaries, and their properties for code and name, as they were given; empty when they were not. */
  readonly reading: Required<Pick<BoardSources, 'crs' | 'codeProperty' | 'nameProperty'>>;
  readonly areas: Promise<readonly LoadedFile[]>;
  readonly rows: Promise<Readonly<Record<RowKind, readonly LoadedFile[]>>>;
  /** What was read already; `null` where files are to be read. */
  readonly dataset: Dataset | null;
}

/** What was given as data, parsed already. */
interface LoadedData {
  readonly name: string;
  readonly data: unknown;
}

/** Begins to get every file of a board. */
export function startLoading(sources: BoardSources, fetchText: FetchText, openTiles: OpenTiles): FilesOnTheirWay {
  const loadAll = (some: BoardSources[RowKind | 'areas']): Promise<readonly LoadedFile[]> =>
    Promise.all(listSources(some).map((source) => loadFile(source, fetchText)));
  const dataset = sources.dataset ?? null;
  return {
    dataset,
    plan: loadOne(sources.plan, 'plan.json', fetchText),
    boundaries: loadBoundaries(sources.boundaries, fetchText, openTiles),
    reading: {
      crs: sources.crs ?? '',
      codeProperty: sources.codeProperty ?? '',
      nameProperty: sources.nameProperty ?? '',
    },
    areas: loadAll(sources.areas),
    rows: Promise.all(ROW_KINDS.map((kind) => loadAll(sources[kind]))).then(
      ([observations = [], registers = [], events = [], links = []]) => ({ observations, registers, events, links }),
    ),
  };
}

/** Boundaries are a file to be read, or tiles that stay where they are: by the ending of their name or by what they begin with. */
async function loadBoundaries(
  source: BoardSources['boundaries'],
  fetchText: FetchText,
  openTiles: OpenTiles,
): Promise<LoadedFile | LoadedData | null> {
  if (typeof source !== 'string') return loadOne(source, 'boundaries.geojson', fetchText);
  const name = nameOf(source);
  if (!/\.pmtiles$/i.test(name)) {
    const got = await fetchText(source);
    if (!('archive' in got)) return takeFetched(name, got);
  }
  try {
    return { name, data: await openTiles(source) };
  } catch (error) {
    return { name, text: null, findings: [describeFault(name, error)] };
  }
}

async function loadOne(
  source: BoardSources['plan' | 'boundaries'],
  name: string,
  fetchText: FetchText,
): Promise<LoadedFile | LoadedData | null> {
  if (source === undefined) return null;
  if (typeof source === 'object' && 'data' in source) return { name: source.name ?? name, data: source.data };
  return loadFile(source, fetchText);
}

/** Gets one file. What is plainly another thing than a data file is refused here, with its name. */
async function loadFile(source: BoardSource | BoardRows, fetchText: FetchText): Promise<LoadedFile> {
  if (typeof source !== 'string') return checkGiven(source);
  const name = nameOf(source);
  return takeFetched(name, await fetchText(source));
}

function takeFetched(name: string, got: FetchedText): LoadedFile {
  if ('archive' in got) return { name, text: null, findings: [createFinding('source-archive', name)] };
  if ('text' in got) return checkText(name, got.text);
  const params = got.finding === 'source-status' ? { status: got.reason } : { reason: got.reason };
  return { name, text: null, findings: [createFinding(got.finding, name, params)] };
}

/** What a page hands over may be of any form. */
function checkGiven(source: Exclude<BoardSource, string> | BoardRows): LoadedFile {
  const {
    name = 'rows',
    text,
    rows,
  } = (source ?? {}) as { readonly name?: string; readonly text?: unknown; readonly rows?: unknown };
  if (typeof text === 'string') return checkText(name, text);
  if (Array.isArray(rows)) return { name, text: null, rows: rows as readonly object[], findings: [] };
  return { name, text: null, findings: [createFinding('source-form', name)] };
}

function checkText(name: string, text: string): LoadedFile {
  if (/^\s*<(!doctype\s+html|html|head|body|\?xml)/i.test(text)) {
    return { name, text: null, findings: [createFinding('source-html', name)] };
  }
  if (text.trim() === '') return { name, text: null, findings: [createFinding('source-empty', name)] };
  return { name, text, findings: [] };
}
