import { fetchReaders } from '../board/fetch-readers.js';
import { shareFetches } from '../internal/share-files.js';

/** Attributes of a map that hold addresses of texts. */
const TEXTS = ['plan', 'areas', 'data', 'boundaries'] as const;

/**
 * Asks for what a picture waits for before the elements' own code has run: the readers, and the files of the maps that
 * are on the page already. Whoever asks for them next is given what is on its way.
 */
function askEarly(): void {
  const maps = [...document.querySelectorAll('guatu-map')].filter((map) =>
    map.matches('[src], [plan], [areas], [data]'),
  );
  const { fetchText, fetchBytes } = shareFetches();
  for (const map of maps.length > 0 ? maps : [document.createElement('guatu-map')]) {
    const src = map.getAttribute('src') ?? undefined;
    const boundaries = map.getAttribute('boundaries') ?? undefined;
    // whoever needs them asks again, and tells what is missing
    fetchReaders({ ...(src && { src }), ...(boundaries && { boundaries }) }).catch(() => undefined);
    if (src) void fetchBytes(src);
    for (const address of listTexts(map, src ? ['boundaries'] : TEXTS)) void fetchText(address);
  }
}

/** Archives of tiles are read in parts, by who can. */
function listTexts(map: Element, names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => (map.getAttribute(name) ?? '').split(/\s+/))
    .filter((address) => address !== '' && !/\.pmtiles([?#]|$)/i.test(address));
}

askEarly();
