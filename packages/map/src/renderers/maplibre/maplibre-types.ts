import type * as maplibreModule from 'maplibre-gl';
import type { Map as MaplibreMap, MapOptions } from 'maplibre-gl';

export type { GeoJSONSource, MapMouseEvent, MapOptions } from 'maplibre-gl';
export type { MaplibreMap };

/** What the module gives, of whatever version the page has. */
export type Maplibre = typeof maplibreModule;

/** maplibre takes these from a package of its own, which this one does not depend on. */
export type Style = Exclude<NonNullable<MapOptions['style']>, string>;
export type Layer = Style['layers'][number];

export type LineLayer = Extract<Layer, { type: 'line' }>;

export type FillLayer = Extract<Layer, { type: 'fill' }>;
type FillPaint = NonNullable<FillLayer['paint']>;
export type ExpressionSpecification = Extract<NonNullable<FillPaint['fill-opacity']>, readonly unknown[]>;
