import type { Diagnostic } from '@guatu/core';
import type { SceneRings } from '../scene/scene.js';

/** A feature's shape in degrees, with what it calls itself. */
export interface Boundary {
  /** Position in the collection. */
  readonly index: number;
  /** `features[3]`. */
  readonly path: string;
  /** Empty when it has none. */
  readonly code: string;
  readonly name: string;
  /** Code or name of the parent, as far as the feature says. */
  readonly parent: string;
  /** Flat rings lon0,lat0,lon1,lat1,… closed, the outer first. */
  readonly polygons: readonly SceneRings[];
}

export interface ReadBoundaries {
  readonly boundaries: readonly Boundary[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Property names tried in this order. */
const CODE_KEYS = ['code', 'adcode', 'areaCode', 'area_code', 'id'] as const;
const NAME_KEYS = ['name', 'NAME', 'fullname'] as const;
const PARENT_KEYS = ['parent', 'parentCode', 'township'] as const;

/** Web mercator ends here. */
const MAX_LATITUDE = 85.051129;

/**
 * Reads the polygons of a GeoJSON feature collection, a feature or a geometry. Input from outside: whatever is wrong
 * comes back as a diagnostic with its place, and the rest is read all the same.
 *
 * Third coordinates are dropped, open rings closed, points and lines refused.
 *
 * @example const { boundaries, diagnostics } = readFeatures(JSON.parse(text));
 */
export function readFeatures(input: unknown): ReadBoundaries {
  const diagnostics: Diagnostic[] = [];
  const features = listFeatures(input);
  if (!features) {
    const message = `expected a GeoJSON FeatureCollection, got ${describe(input)}`;
    return { boundaries: [], diagnostics: [{ code: 'boundary-not-geojson', severity: 'error', path: 'boundaries', message }] };
  }
  if (features.length === 0) {
    const message = 'the collection holds no features';
    diagnostics.push({ code: 'boundary-empty-collection', severity: 'error', path: 'boundaries', message });
  }
  const boundaries = features.flatMap((feature, index) => {
    const boundary = readFeature(feature, index, diagnostics);
    return boundary ? [boundary] : [];
  });
  return { boundaries, diagnostics };
}

function listFeatures(input: unknown): readonly unknown[] | undefined {
  if (!isRecord(input)) return undefined;
  if (input['type'] === 'FeatureCollection') return Array.isArray(input['features']) ? input['features'] : undefined;
  if (input['type'] === 'Feature') return [input];
  return 'coordinates' in input ? [{ type: 'Feature', properties: {}, geometry: input }] : undefined;
}

function readFeature(feature: unknown, index: number, diagnostics: Diagnostic[]): Boundary | undefined {
  const path = `features[${index}]`;
  const properties = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {};
  const name = pickText(properties, NAME_KEYS);
  const code = pickText(properties, CODE_KEYS) || (isRecord(feature) ? toText(feature['id']) : '');
  const report: Report = (kind, severity, message) => {
    const called = name || code;
    diagnostics.push({
      code: kind,
      severity,
      path: `boundaries ${path}`,
      message: called === '' ? message : `${message} (${called})`,
      params: { code, name },
    });
  };
  const geometry = isRecord(feature) ? feature['geometry'] : undefined;
  if (!isRecord(geometry)) {
    report('boundary-empty', 'warning', 'the feature has no geometry');
    return undefined;
  }
  const polygons = readGeometry(geometry, report);
  if (polygons.length === 0) return undefined;
  return { index, path, code, name, parent: pickText(properties, PARENT_KEYS), polygons };
}

type Report = (kind: string, severity: Diagnostic['severity'], message: string) => void;

function readGeometry(geometry: Readonly<Record<string, unknown>>, report: Report): readonly SceneRings[] {
  const { type, coordinates, geometries } = geometry;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries.flatMap((part) => (isRecord(part) ? readGeometry(part, report) : []));
  }
  const parts = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : null;
  if (!parts) {
    report('boundary-not-polygon', 'warning', `expected a Polygon or MultiPolygon, got ${describe(type)}`);
    return [];
  }
  const polygons = parts.flatMap((part: unknown) => {
    const rings = Array.isArray(part) ? part.flatMap((ring: unknown) => readRing(ring, report)) : [];
    return rings.length === 0 ? [] : [rings];
  });
  if (polygons.length === 0) report('boundary-empty', 'warning', 'the geometry holds no usable ring');
  return polygons;
}

/** One ring as a flat array in an array, or none. */
function readRing(ring: unknown, report: Report): readonly (readonly number[])[] {
  if (!Array.isArray(ring)) return [];
  const flat: number[] = [];
  for (const position of ring as readonly unknown[]) {
    const [lon, lat] = Array.isArray(position) ? (position as readonly unknown[]) : [];
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
      report('boundary-bad-position', 'warning', `expected [longitude, latitude], got ${describe(position)}`);
      return [];
    }
    if (Math.abs(lon) > 180 || Math.abs(lat) > MAX_LATITUDE) {
      report('boundary-out-of-range', 'warning', `expected degrees, got [${lon}, ${lat}]; projected coordinates must be converted first`);
      return [];
    }
    flat.push(lon, lat);
  }
  const last = flat.length - 2;
  if (last >= 2 && (flat[0] !== flat[last] || flat[1] !== flat[last + 1])) {
    report('boundary-open-ring', 'info', 'a ring was not closed and has been');
    flat.push(flat[0] ?? 0, flat[1] ?? 0);
  }
  if (flat.length < 8) {
    report('boundary-degenerate-ring', 'warning', `a ring needs at least 3 different corners, got ${Math.max(0, flat.length / 2 - 1)}`);
    return [];
  }
  return [flat];
}

function pickText(properties: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  for (const key of keys) {
    const text = toText(properties[key]);
    if (text !== '') return text;
  }
  return '';
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.slice(0, 3).join(', ')}]`;
  if (isRecord(value)) return `an object of type ${typeof value['type'] === 'string' ? `"${value['type']}"` : 'unknown'}`;
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : typeof value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
