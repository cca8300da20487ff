import { readMapConfiguration } from '../configure-map.js';
import { findBundledWorker } from './bundled-worker.js';
import type { Maplibre } from './maplibre-types.js';
import { registerProtocol } from './tiles/tile-protocol.js';

/** The first whose worker is a file of its own; before it the module has the worker inside. */
const WORKER_FILE_SINCE = 6;

/** The first that writes with the machine's own fonts; older ones need a server of glyphs, and draw nothing without. */
const WRITES_SINCE = [5, 11] as const;

/**
 * Fetches maplibre the first time a map wants it, and tells it where its worker is.
 *
 * @throws Error where the page has none, or one that cannot draw this map
 */
export async function loadMaplibre(): Promise<Maplibre> {
  const maplibre = await importMaplibre();
  requireFonts(maplibre.getVersion());
  const workerUrl = findWorkerUrl(maplibre);
  if (workerUrl !== null) maplibre.setWorkerUrl(workerUrl);
  registerProtocol(maplibre);
  return maplibre;
}

/** maplibre is optional: what is imported inside `try` may be missing for a bundler, which warns and goes on. */
async function importMaplibre(): Promise<Maplibre> {
  try {
    return unwrap(await import('maplibre-gl'));
  } catch (error) {
    throw new Error(
      `is "maplibre-gl" installed, and its part of the script served? renderer="svg" does without (${String(error)})`,
    );
  }
}

/** Majors before 6 are no modules of the language: what they export stands under `default` in some bundles. */
function unwrap(module: Partial<Maplibre> & { readonly default?: Maplibre }): Maplibre {
  const inside = 'Map' in module ? module : module.default;
  if (!inside?.Map) throw new Error('the module has no Map');
  return inside as Maplibre;
}

/** @throws Error for a version that is too old to write */
function requireFonts(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [least, leastMinor] = WRITES_SINCE;
  if (major > least || (major === least && minor >= leastMinor)) return;
  throw new Error(
    `maplibre-gl ${version} cannot write without a server of glyphs; ${WRITES_SINCE.join('.')} and newer can`,
  );
}

/**
 * Where the page said the worker is, else where its bundler put it; nothing where maplibre's own guess is right, which is
 * beside its module.
 */
function findWorkerUrl(maplibre: Maplibre): string | null {
  const { workerUrl } = readMapConfiguration();
  if (workerUrl !== undefined) return new URL(workerUrl, document.baseURI).href;
  return Number.parseInt(maplibre.getVersion(), 10) < WORKER_FILE_SINCE ? null : findBundledWorker();
}
