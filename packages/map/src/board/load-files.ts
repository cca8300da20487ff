import type { Dataset, Diagnostic } from '@guatu/core';
import type { BoardBytes, BoardRows, BoardSource, BoardSources } from './board.js';
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

/** The bytes of a file, or what came instead of them. */
export type FetchedBytes =
  | { readonly bytes: ArrayBuffer }
  | { readonly finding: 'source-network' | 'source-status'; readonly reason: string };

/** Gets the bytes behind an address; never rejects. */
export type FetchBytes = (url: string) => Promise<FetchedBytes>;

/** How a board gets what stands at an address. */
export interface Fetchers {
  readonly fetchText: FetchText;
  readonly fetchBytes: FetchBytes;
  readonly openTiles: OpenTiles;
}

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

/** A board file as it came: its bytes, or why there are none. */
export interface LoadedBytes {
  readonly name: string;
  readonly bytes: BoardBytes['bytes'] | null;
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
  /** `null` where none is given; where one is, no other file is on its way but the boundaries. */
  readonly packed: Promise<LoadedBytes> | null;
  readonly plan: Promise<LoadedFile | LoadedData | null>;
  readonly boundaries: Promise<LoadedFile | LoadedData | null>;
  /** Coordinate system of the boundaries, and their properties for code and name, as they were given; empty when they were not. */
  readonly reading: Required<Pick<BoardSources, 'crs' | 'codeProperty' | 'nameProperty'>>;
  readonly areas: Promise<readonly LoadedFile[]>;
  readonly rows: Promise<Readonly<Record<RowKind, readonly LoadedFile[]>>>;
  /** What was read already; `null` where files are to be read. */
  readonly dataset: Dataset | null;
  /** Names of sources that a board file stands in place of, and that are not read. */
  readonly beside: readonly string[];
}

/** What was given as data, parsed already. */
interface LoadedData {
  readonly name: string;
  readonly data: unknown;
}

/** Begins to get every file of a board. */
export function startLoading(given: BoardSources, { fetchText, fetchBytes, openTiles }: Fetchers): FilesOnTheirWay {
  const { src, boundaries, crs, codeProperty, nameProperty } = given;
  const packed = src === undefined ? null : loadBytes(src, fetchBytes);
  const sources = packed ? {} : given;
  const loadAll = (some: BoardSources[RowKind | 'areas']): Promise<readonly LoadedFile[]> =>
    Promise.all(listSources(some).map((source) => loadFile(source, fetchText)));
  const dataset = sources.dataset ?? null;
  return {
    packed,
    beside: packed ? listBeside(given) : [],
    dataset,
    plan: loadOne(sources.plan, 'plan.json', fetchText),
    boundaries: loadBoundaries(boundaries, fetchText, openTiles),
    reading: {
      crs: crs ?? '',
      codeProperty: codeProperty ?? '',
      nameProperty: nameProperty ?? '',
    },
    areas: loadAll(sources.areas),
    rows: Promise.all(ROW_KINDS.map((kind) => loadAll(sources[kind]))).then(
      ([observations = [], registers = [], events = [], links = []]) => ({ observations, registers, events, links }),
    ),
  };
}

/** What a board file has in it, where it is given as well. */
function listBeside(given: BoardSources): readonly string[] {
  return (['plan', 'areas', 'dataset', ...ROW_KINDS] as const).filter((name) => given[name] !== undefined);
}

async function loadBytes(src: string | BoardBytes, fetchBytes: FetchBytes): Promise<LoadedBytes> {
  if (typeof src !== 'string') return checkBytes(src);
  const name = nameOf(src);
  const got = await fetchBytes(src);
  if ('bytes' in got) return { name, bytes: got.bytes, findings: [] };
  return { name, bytes: null, findings: [failedFinding(name, got)] };
}

/** What a page hands over may be of any form. */
function checkBytes(given: BoardBytes): LoadedBytes {
  const { name, bytes } = (given ?? {}) as { readonly name?: unknown; readonly bytes?: unknown };
  const called = typeof name === 'string' ? name : 'board.guatu';
  const isBytes = ArrayBuffer.isView(bytes) || Object.prototype.toString.call(bytes) === '[object ArrayBuffer]';
  return isBytes
    ? { name: called, bytes: bytes as BoardBytes['bytes'], findings: [] }
    : { name: called, bytes: null, findings: [createFinding('source-bytes', called)] };
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
  return { name, text: null, findings: [failedFinding(name, got)] };
}

function failedFinding(name: string, { finding, reason }: Extract<FetchedText, { reason: string }>): Diagnostic {
  return createFinding(finding, name, finding === 'source-status' ? { status: reason } : { reason });
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
