import type { Level } from '@guatu/core';
import type { SceneRings } from '../../scene/scene.js';
import { boundPolygons } from '../mercator.js';
import type { Box } from '../mercator.js';
import type { BoundaryCode, BoundaryFindings } from './boundary-findings.js';
import { describeValue, isRecord } from './describe-value.js';
import { countCorners, hasExtent, leavesGround } from './has-extent.js';
import { closeJumps } from './longitude.js';

/** A feature's shape in degrees, with what it calls itself. */
export interface Boundary {
  /** `features[3]`. */
  readonly path: string;
  /** Empty when it has none. */
  readonly code: string;
  readonly name: string;
  /** Whether its code is an `id`, which many programs number shapes by. */
  readonly numbered: boolean;
  /** What it says it is; empty where it says nothing, or something that is none of the three. */
  readonly level: Level | '';
  /** Code or name of the parent, as far as the feature says. */
  readonly parent: string;
  /** Flat rings lon0,lat0,lon1,lat1,… closed, the outer first. */
  readonly polygons: readonly SceneRings[];
  /** Where a feature without polygons is. */
  readonly point: readonly [lon: number, lat: number] | null;
  /** Around its polygons or its point. */
  readonly box: Box;
}

/** The box of a shape in degrees: west, south, east, north. */
export function boxOf({ polygons, point }: Pick<Boundary, 'polygons' | 'point'>): Box {
  return point && polygons.length === 0 ? [...point, ...point] : boundPolygons(polygons);
}

/** Property names tried in this order; the capital ones are those of land surveys. */
const CODE_KEYS: readonly string[] = ['code', 'adcode', 'areaCode', 'area_code', '代码', 'XZQDM', 'ZLDWDM'];
const NAME_KEYS: readonly string[] = ['name', 'NAME', 'fullname', '名称', 'XZQMC', 'ZLDWMC'];
const PARENT_KEYS = ['parent', 'parentCode', 'township', '乡镇'] as const;

/** What levels are called: here, in administrative lists and in widely used files of shapes. */
const LEVEL_NAMES: Readonly<Record<Level, readonly string[]>> = {
  county: ['county', 'district', '县', '县级'],
  township: ['township', 'town', 'street', 'subdistrict', '乡', '镇', '乡镇', '乡级', '街道'],
  village: ['village', 'community', '村', '社区', '村级'],
};

/** Files that go on beyond 180 degrees end here: nobody goes around twice. */
const MAX_LONGITUDE = 360;

/** Web mercator ends here. */
export const MAX_LATITUDE = 85.051129;

type Report = (code: BoundaryCode, params?: Readonly<Record<string, string | number>>) => void;

/** What is counted over a whole file. */
export interface Counts {
  positions: number;
  /** Positions beyond this are not read any more. */
  readonly limit: number;
  /** Third numbers of positions. */
  heights: number;
  /** Properties a shape's code and name are looked for in. */
  readonly keys: Readonly<Record<'code' | 'name', readonly string[]>>;
  /** Whether a feature's own `id`, or a property of that name, may be its code: not where another one was named. */
  readonly ids: boolean;
  /** Which of the two were named. */
  readonly named: readonly ('code' | 'name')[];
  /** Names of the properties there are, as far as they were seen. */
  readonly properties: Set<string>;
}

/** Which properties hold a shape's code and name, where a file calls them otherwise than most. */
export interface PropertyNames {
  /** `code`, `adcode`, `id` and others when left out or empty. */
  readonly codeProperty?: string;
  /** `name`, `fullname` and others when left out or empty. */
  readonly nameProperty?: string;
}

/** Counts for a file that begins to be read. */
export function startCounts(limit: number, { codeProperty = '', nameProperty = '' }: PropertyNames = {}): Counts {
  const keys = {
    code: codeProperty === '' ? CODE_KEYS : [codeProperty],
    name: nameProperty === '' ? NAME_KEYS : [nameProperty],
  };
  const named = (
    [
      ['code', codeProperty],
      ['name', nameProperty],
    ] as const
  ).flatMap(([part, property]) => (property === '' ? [] : [part]));
  return { positions: 0, limit, heights: 0, keys, ids: codeProperty === '', named, properties: new Set() };
}

/** Properties of a file that are named in a finding at most. */
const MOST_PROPERTIES = 24;

/** Collections inside collections, deeper than any program writes them. */
const DEEPEST = 8;

/**
 * Reads the polygons or the point of a GeoJSON feature. Input from outside: whatever is wrong is told with its place,
 * and the rest is read all the same. Third coordinates are dropped, open rings closed, lines refused.
 */
export function readFeature(
  feature: unknown,
  path: string,
  found: BoundaryFindings,
  counts: Counts,
): Boundary | undefined {
  const properties = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {};
  if (counts.properties.size < MOST_PROPERTIES) for (const key in properties) counts.properties.add(key);
  const name = pickText(properties, counts.keys.name);
  const own = pickText(properties, counts.keys.code);
  const id =
    own === '' && counts.ids ? toText(properties['id']) || (isRecord(feature) ? toText(feature['id']) : '') : '';
  const code = own || id;
  let told = 0;
  const report: Report = (kind, params = {}) => {
    told += 1;
    found.add(kind, path, { area: name || code || path, ...params });
  };
  const geometry = isRecord(feature) ? feature['geometry'] : undefined;
  const { polygons, point } = isRecord(geometry) ? readGeometry(geometry, { report, counts, depth: 0 }) : NONE;
  if (polygons.length === 0 && !point) {
    if (told === 0 && counts.positions <= counts.limit) report('boundary-empty');
    return undefined;
  }
  const level = readLevel(properties['level']);
  return {
    path,
    code,
    name,
    numbered: id !== '',
    level,
    parent: pickText(properties, PARENT_KEYS),
    polygons,
    point,
    box: boxOf({ polygons, point }),
  };
}

type Shape = Pick<Boundary, 'polygons' | 'point'>;

const NONE: Shape = { polygons: [], point: null };

interface Reading {
  readonly report: Report;
  readonly counts: Counts;
  readonly depth: number;
}

function readGeometry({ type, coordinates, geometries }: Readonly<Record<string, unknown>>, reading: Reading): Shape {
  const { report, depth } = reading;
  if (type === 'GeometryCollection' && Array.isArray(geometries) && depth < DEEPEST) {
    const inside = { ...reading, depth: depth + 1 };
    const parts = geometries.map((part: unknown) => (isRecord(part) ? readGeometry(part, inside) : NONE));
    return {
      polygons: parts.flatMap(({ polygons }) => polygons),
      point: parts.find(({ point }) => point)?.point ?? null,
    };
  }
  if (type === 'Point' || type === 'MultiPoint') {
    const position: unknown = type === 'Point' || !Array.isArray(coordinates) ? coordinates : coordinates[0];
    return { polygons: [], point: readPosition(position, reading) };
  }
  const parts =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : null;
  if (!parts) {
    report('boundary-not-polygon', { got: describeValue(type) });
    return NONE;
  }
  const polygons = parts.flatMap((part: unknown) => {
    const [outer, ...holes] = Array.isArray(part) ? part.map((ring: unknown) => readRing(ring, reading)) : [];
    // holes of an outer ring that cannot be used would be ground
    const polygon = outer ? [outer, ...holes.filter((ring) => ring !== undefined)] : [];
    if (leavesGround(polygon)) return outer ? [polygon] : [];
    report('boundary-degenerate-ring', { got: countCorners(outer ?? []) });
    return [];
  });
  return { polygons, point: null };
}

/** One ring as a flat closed array. */
function readRing(ring: unknown, reading: Reading): readonly number[] | undefined {
  if (!Array.isArray(ring) || ring.length === 0) return undefined;
  const flat: number[] = [];
  for (const given of ring as readonly unknown[]) {
    if (!isPosition(given, reading)) return undefined;
    flat.push(given[0], given[1]);
  }
  const last = flat.length - 2;
  if (last >= 2 && (flat[0] !== flat[last] || flat[1] !== flat[last + 1])) {
    reading.report('boundary-open-ring');
    flat.push(flat[0] ?? 0, flat[1] ?? 0);
  }
  // three corners of one line enclose nothing either
  if (hasExtent(flat)) return closeJumps(flat);
  reading.report('boundary-degenerate-ring', { got: countCorners(flat) });
  return undefined;
}

type Position = readonly [lon: number, lat: number, ...unknown[]];

function readPosition(position: unknown, reading: Reading): readonly [lon: number, lat: number] | null {
  return isPosition(position, reading) ? [position[0], position[1]] : null;
}

/** Counts a position, and tells what is wrong with one that cannot be used. Asked for every corner: it makes nothing. */
function isPosition(position: unknown, { report, counts }: Reading): position is Position {
  counts.positions += 1;
  if (counts.positions > counts.limit) return false;
  const given: readonly unknown[] = Array.isArray(position) ? position : [];
  const lon = given[0];
  const lat = given[1];
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    report('boundary-bad-position', { got: describeValue(position) });
    return false;
  }
  if (Math.abs(lon) > MAX_LONGITUDE || Math.abs(lat) > MAX_LATITUDE) {
    const swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= MAX_LATITUDE;
    report(swapped ? 'boundary-swapped' : 'boundary-out-of-range', { got: `[${lon}, ${lat}]` });
    return false;
  }
  if (given.length > 2) counts.heights += 1;
  return true;
}

function readLevel(value: unknown): Level | '' {
  const text = toText(value).toLowerCase();
  return (['county', 'township', 'village'] as const).find((level) => LEVEL_NAMES[level].includes(text)) ?? '';
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
