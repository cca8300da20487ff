import gcoordModule from 'gcoord';
import type { SceneRings } from '../../scene/scene.js';
import type { CoordinateSystem } from '../coordinate-systems.js';
import { COORDINATE_SYSTEMS } from '../coordinate-systems.js';
import type { BoundaryFindings } from './boundary-findings.js';
import { isInChina } from './china.js';
import { isRecord } from './describe-value.js';
import { boxOf } from './read-feature.js';
import type { Boundary } from './read-feature.js';

// its types describe a module with a default export, Node and bundlers hand out that export itself
const gcoord = gcoordModule as unknown as (typeof gcoordModule)['default'];

/** Spellings of the systems: as authorities number them, and as people write them. */
const SPELLINGS: readonly (readonly [RegExp, CoordinateSystem])[] = [
  [/^(?:WGS84|EPSG4326|CRS84|OGCCRS84|4326)$/, 'WGS84'],
  [/^(?:CGCS2000|EPSG4490|4490)$/, 'CGCS2000'],
  [/^(?:GCJ02|AMAP|MARS)$/, 'GCJ02'],
  [/^(?:BD09|BD09LL|BAIDU)$/, 'BD09'],
];

/**
 * Which system a file's coordinates are in: the one asked for, else the one the file declares in `crs` or
 * `coordinateSystem`, else WGS 84, with a warning inside China, where maps on the web are shifted.
 */
export function decideSystem(
  input: unknown,
  {
    asked,
    boundaries,
    found,
  }: { readonly asked: string; readonly boundaries: readonly Boundary[]; readonly found: BoundaryFindings },
): CoordinateSystem {
  const declared = readDeclared(input);
  const [file, map] = [parseSystem(declared), parseSystem(asked)];
  const expected = COORDINATE_SYSTEMS.join(', ');
  if (declared !== '' && !file) found.add('boundary-crs-unknown', 'crs', { got: declared, expected });
  if (asked !== '' && !map) found.add('boundary-crs-unknown', 'crs', { got: asked, expected });
  if (file && map && file !== map) found.add('boundary-crs-differs', 'crs', { file, asked: map });
  if (declared === '' && asked === '' && boundaries.some(liesInChina)) found.add('boundary-crs-undeclared', '');
  return map ?? file ?? 'WGS84';
}

/** Shapes in WGS 84. CGCS2000 is the same within centimetres and stays as it is. */
export function convertBoundaries(boundaries: readonly Boundary[], system: CoordinateSystem): readonly Boundary[] {
  const convert = converterOf(system);
  if (!convert) return boundaries;
  return boundaries.map((boundary) => {
    const polygons = boundary.polygons.map((rings) => convertRings(rings, convert));
    const point = boundary.point ? convert(...boundary.point) : null;
    return { ...boundary, polygons, point, box: boxOf({ polygons, point }) };
  });
}

/** Rings in WGS 84, as `convertBoundaries` has them. */
export function convertPolygons(polygons: readonly SceneRings[], system: CoordinateSystem): readonly SceneRings[] {
  const convert = converterOf(system);
  return convert ? polygons.map((rings) => convertRings(rings, convert)) : polygons;
}

type Convert = (lon: number, lat: number) => [number, number];

/** `undefined` where nothing is to be converted. */
function converterOf(system: CoordinateSystem): Convert | undefined {
  if (system === 'WGS84' || system === 'CGCS2000') return undefined;
  const from = system === 'GCJ02' ? gcoord.GCJ02 : gcoord.BD09;
  return (lon, lat) => gcoord.transform([lon, lat], from, gcoord.WGS84);
}

function convertRings(rings: SceneRings, convert: Convert): SceneRings {
  return rings.map((ring) => {
    const converted: number[] = [];
    for (let index = 0; index + 1 < ring.length; index += 2)
      converted.push(...convert(ring[index] ?? 0, ring[index + 1] ?? 0));
    return converted;
  });
}

/** A system by its name; `urn:ogc:def:crs:OGC:1.3:CRS84` and `EPSG:4490` are names too. */
function parseSystem(name: string): CoordinateSystem | undefined {
  const plain = name
    .toUpperCase()
    .replace(/^URN:OGC:DEF:CRS:/, '')
    .replace(/(OGC|EPSG):[\d.]*:/, '$1:')
    .replace(/[^A-Z0-9]/g, '');
  return SPELLINGS.find(([spelling]) => spelling.test(plain))?.[1];
}

function readDeclared(input: unknown): string {
  if (!isRecord(input)) return '';
  const { coordinateSystem, crs } = input;
  if (typeof coordinateSystem === 'string') return coordinateSystem.trim();
  if (typeof crs === 'string') return crs.trim();
  const name = isRecord(crs) && isRecord(crs['properties']) ? crs['properties']['name'] : undefined;
  return typeof name === 'string' ? name.trim() : '';
}

/**
 * Tells of a file whose shapes would all lie in China with latitude and longitude exchanged, and in the polar sea as they
 * are: in the far west both are degrees that can be either.
 */
export function tellExchanged(boundaries: readonly Boundary[], source: string, found: BoundaryFindings): void {
  const [first] = boundaries;
  if (!first || !boundaries.every((boundary) => isInChina(positionOf(boundary)[1], positionOf(boundary)[0]))) return;
  if (boundaries.some(liesInChina)) return;
  found.add('boundary-swapped', '', { area: source, got: `[${positionOf(first).join(', ')}]` });
}

function liesInChina(boundary: Boundary): boolean {
  return isInChina(...positionOf(boundary));
}

function positionOf({ polygons, point }: Boundary): readonly [lon: number, lat: number] {
  const [lon = 0, lat = 0] = point ?? polygons[0]?.[0] ?? [];
  return [lon, lat];
}
