import type * as maplibreModule from 'maplibre-gl';
import { readMapConfiguration } from '../configure-map.js';
import { registerProtocol } from './tiles/tile-protocol.js';

export type Maplibre = typeof maplibreModule;

/** Fetches maplibre the first time a map wants it, and tells it where its worker is. */
export async function loadMaplibre(): Promise<Maplibre> {
  const maplibre = await import('maplibre-gl');
  const workerUrl = findWorkerUrl();
  if (workerUrl !== null) maplibre.setWorkerUrl(workerUrl);
  registerProtocol(maplibre);
  return maplibre;
}

/**
 * Where the page said the worker is, else where its bundler put it; nothing where maplibre's own guess is right, which is
 * beside its module.
 */
function findWorkerUrl(): string | null {
  const { workerUrl } = readMapConfiguration();
  if (workerUrl !== undefined) return new URL(workerUrl, document.baseURI).href;
  // Vite and webpack know this form: they copy the file and put its new address here. Others leave it as it is written.
  const bundled = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
  return /\/maplibre-gl\/dist\/maplibre-gl-worker\.mjs(\?|$)/.test(bundled) ? null : bundled;
}
