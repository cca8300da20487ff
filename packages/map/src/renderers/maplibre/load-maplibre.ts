import type * as maplibreModule from 'maplibre-gl';
import { readMapConfiguration } from '../configure-map.js';

export type Maplibre = typeof maplibreModule;

/** Fetches maplibre the first time a map wants it, and tells it where its worker is if the page said so. */
export async function loadMaplibre(): Promise<Maplibre> {
  const maplibre = await import('maplibre-gl');
  const { workerUrl } = readMapConfiguration();
  if (workerUrl !== undefined) maplibre.setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  return maplibre;
}
