import type { FeatureCollection } from './features.js';
import type { GeoJSONSource, MaplibreMap } from './maplibre-types.js';

type Diff = Parameters<GeoJSONSource['updateData']>[0];

/** Replaces what a source holds. A source that is gone, as while a map is taken down, has nothing to be told. */
export function setSourceData(map: MaplibreMap, source: string, data: FeatureCollection): void {
  const known = map.getSource<GeoJSONSource>(source);
  // the map's own `error` event says what went wrong
  void known?.setData(data as Parameters<GeoJSONSource['setData']>[0]).catch(() => undefined);
}

/** Changes some of what a source holds. */
export function updateSourceData(map: MaplibreMap, source: string, diff: Diff): void {
  void map
    .getSource<GeoJSONSource>(source)
    ?.updateData(diff)
    .catch(() => undefined);
}
