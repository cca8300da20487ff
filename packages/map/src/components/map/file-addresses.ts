import type { BoardSources } from '../../board/board.js';
import { nameOf, sortAddresses } from '../../board/load-files.js';

/** Attributes that say where a map's files are and how they are read; empty for none. */
export interface FileAddresses {
  readonly src: string;
  readonly plan: string;
  readonly areas: string;
  readonly data: string;
  readonly boundaries: string;
  readonly crs: string;
  readonly codeProperty: string;
  readonly nameProperty: string;
}

const NAMES = [
  'src',
  'plan',
  'areas',
  'data',
  'boundaries',
  'crs',
  'codeProperty',
  'nameProperty',
] as const satisfies readonly (keyof FileAddresses)[];

/** Whether files are to be read: any are named, and something of how has changed. */
export function asksForFiles(
  { src, plan, areas, data }: FileAddresses,
  changed: ReadonlyMap<PropertyKey, unknown>,
): boolean {
  return [src, plan, areas, data].some((address) => address !== '') && NAMES.some((name) => changed.has(name));
}

/** The addresses by kind of file, and a finding for each whose name does not say what it holds. */
export function sortFiles(addresses: FileAddresses): ReturnType<typeof sortAddresses> {
  const { src, plan, areas, data, boundaries, crs, codeProperty, nameProperty } = addresses;
  const { sources, findings } = sortAddresses(split(data));
  const wanted: BoardSources = {
    ...sources,
    ...(src !== '' && { src }),
    ...(plan !== '' && { plan }),
    ...(areas !== '' && { areas: split(areas) }),
    ...(boundaries !== '' && { boundaries }),
    ...(crs !== '' && { crs }),
    ...(codeProperty !== '' && { codeProperty }),
    ...(nameProperty !== '' && { nameProperty }),
  };
  return { sources: wanted, findings };
}

/** The names of the files that are read, for a sentence. */
export function nameFiles({ src, plan, areas, data }: FileAddresses): string {
  return [src, plan, ...split(areas), ...split(data)]
    .filter((address) => address !== '')
    .map(nameOf)
    .join(' ');
}

function split(addresses: string): readonly string[] {
  return addresses.split(/\s+/).filter((address) => address !== '');
}
