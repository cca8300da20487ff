import type { Diagnostic, IsoDate, Roster } from '@guatu/core';
import type { AreaPlace, AreaShapes, JoinReport } from '../area-shapes.js';
import { findInnerPoint } from '../inner-point.js';
import { dayOfAreas } from '../members.js';
import {
  boundBoxes,
  boundPolygons,
  projectBox,
  projectLatitude,
  projectLongitude,
  projectPolygons,
} from '../mercator.js';
import type { Box } from '../mercator.js';
import { BoundaryFindings } from './boundary-findings.js';
import { convertBoundaries, decideSystem, tellExchanged } from './coordinate-system.js';
import { Dissolver } from './dissolve-townships.js';
import { findCrossings } from './find-crossings.js';
import { leaveOutFar, tellFarIslands } from './find-far.js';
import { joinBoundaries } from './join-boundaries.js';
import type { Joined } from './join-boundaries.js';
import { listFeatures } from './list-features.js';
import type { Limits } from './list-features.js';
import { IN_THE_END, listMissing } from './list-missing.js';
import type { DrawnShapes, MissingShapes } from './list-missing.js';
import { readFeature, startCounts } from './read-feature.js';
import type { Boundary, Counts, PropertyNames } from './read-feature.js';
import { listRosterPoints } from './roster-points.js';
import type { RosterPoints } from './roster-points.js';
import { tellProperties } from './tell-properties.js';
import { unwrapLongitudes, unwrapParts } from './unwrap.js';

export interface ShapeOptions extends PropertyNames {
  /** What findings call the file; `boundaries` by default. */
  readonly source?: string;
  /** Coordinate system of the file, `WGS84`, `CGCS2000`, `GCJ02` or `BD09`; what the file declares when left out or empty. */
  readonly crs?: string;
  /** Areas that do not exist on this day are not missed; without it those that are merged away in the end. */
  readonly asOf?: IsoDate;
  /** How much is read: 200,000 features and 8,000,000 positions by default. */
  readonly limits?: Limits;
}

export interface ReadShapes {
  readonly shapes: AreaShapes;
  readonly join: JoinReport;
  readonly diagnostics: readonly Diagnostic[];
  /** Which areas have no shape on a day, and what is said of them; `diagnostics` holds it for the day of the options. */
  readonly missing: (asOf: IsoDate) => MissingShapes;
  /** Looks for shapes that cross themselves: not needed to draw, so it may wait until the picture stands. */
  readonly check: () => readonly Diagnostic[];
}

/** What findings about the roster's own points call it. */
const ROSTER = 'areas.csv';

const LIMITS: Limits = { features: 200_000, positions: 8_000_000 };

/**
 * Reads a source of shapes, GeoJSON or TopoJSON with polygons or points, and joins it to a roster. Input from outside:
 * whatever is wrong comes back as a finding with its place, and the rest is used all the same; never throws on data.
 *
 * Points that the roster itself gives (`longitude`, `latitude`) fill the gaps of a file, or stand alone.
 *
 * @param input as parsed from the file; `undefined` for the roster's points alone
 *
 * @example
 * const { shapes, join, diagnostics } = readShapes(JSON.parse(text), dataset.roster, { crs: 'GCJ02' });
 * const layout = layoutShapes(shapes, dataset.roster, { width: 776, level: 'village' });
 */
export function readShapes(input: unknown, roster: Roster, options: ShapeOptions = {}): ReadShapes {
  const { source = 'boundaries', crs = '', limits = LIMITS, asOf = IN_THE_END } = options;
  const found = new BoundaryFindings(source);
  const features = input === undefined ? [] : listFeatures(input, limits, found);
  const counts = startCounts(limits.positions, options);
  const read = readAll(features, counts, found);
  const near = unwrapLongitudes(leaveOutFar(unwrapParts(read ?? []), found));
  tellExchanged(near, source, found);
  const boundaries = convertBoundaries(near, decideSystem(input, { asked: crs, boundaries: near, found }));
  const joined = joinBoundaries(boundaries, roster, found);
  if (input !== undefined) tellProperties(boundaries, { counts, fits: joined.byRow.size, found });
  if (read && features.length > 0 && joined.byRow.size === 0)
    found.add('boundary-none-usable', '', { count: features.length });
  tellFarIslands([...joined.byRow.values()].flat(), found);
  // the points of a roster fill the gaps of a file; what is wrong with them is told with the roster's own name
  const pointFindings = new BoundaryFindings(ROSTER);
  const points =
    joined.byRow.size === 0 && input !== undefined ? new Map() : listRosterPoints(roster, crs, pointFindings);
  const places = placeAreas(joined, points, { roster, found });
  const missing = findMissing(
    { places, own: new Set([...joined.byRow.keys()].map((row) => roster.areas[row]?.code ?? '')) },
    roster,
    source,
  );
  const { codes: withoutShape, diagnostics: missed, level } = missing(asOf);
  const name = ({ path, ...shape }: JoinReport['leftOver'][number]) => ({ ...shape, path: `${source} ${path}` });
  const { byCode, byName } = joined;
  const join = {
    byCode,
    byName,
    ambiguous: joined.ambiguous.map(name),
    leftOver: joined.leftOver.map(name),
    withoutShape,
  };
  const toSay = byName + join.ambiguous.length + join.leftOver.length + withoutShape.length;
  const joinFinding = new BoundaryFindings(source);
  if (boundaries.length > 0 && toSay > 0) tellJoin(join, joinFinding);
  return {
    shapes: { places, ...(level && { level }) },
    join,
    diagnostics: [...found.list(), ...missed, ...joinFinding.list(), ...pointFindings.list()],
    missing,
    check: () => {
      const crossings = new BoundaryFindings(source);
      findCrossings([...joined.byRow.values()].flat(), crossings);
      return crossings.list();
    },
  };
}

/** Days with the same areas miss the same ones: each such day is asked about once. */
function findMissing(drawn: DrawnShapes, roster: Roster, source: string): ReadShapes['missing'] {
  const known = new Map<IsoDate, MissingShapes>();
  return (date) => {
    const asOf = dayOfAreas(roster, date);
    const found = known.get(asOf) ?? listMissing(drawn, roster, { asOf, source });
    known.set(asOf, found);
    return found;
  };
}

/** The features that can be read; nothing where there are too many positions. */
function readAll(features: readonly unknown[], counts: Counts, found: BoundaryFindings): readonly Boundary[] | null {
  const { limit } = counts;
  const boundaries: Boundary[] = [];
  for (const [index, feature] of features.entries()) {
    const boundary = readFeature(feature, `features[${index}]`, found, counts);
    if (counts.positions > limit) {
      found.add('boundary-too-many-positions', '', { limit });
      return null;
    }
    if (boundary) boundaries.push(boundary);
  }
  if (counts.heights > 0) found.add('boundary-height-dropped', '', { count: counts.heights });
  return boundaries;
}

/** Ground and inner point of every area that a shape was joined to, or that has such areas below it. */
function placeAreas(
  { byRow }: Pick<Joined, 'byRow'>,
  points: RosterPoints,
  { roster, found }: { readonly roster: Roster; readonly found: BoundaryFindings },
): ReadonlyMap<string, AreaPlace> {
  const places = new Map<string, AreaPlace>();
  const world = new Map<number, AreaPlace['polygons']>();
  let dots = 0;
  for (const [row, parts] of byRow) {
    const grounds = parts.filter((part) => part.polygons.length > 0);
    const polygons = projectPolygons(grounds.flatMap((part) => part.polygons));
    const point = parts.find((part) => part.point)?.point;
    if (polygons.length > 0) world.set(row, polygons);
    else if (point) dots += 1;
    const place =
      polygons.length > 0 || !point
        ? placeGround(polygons, projectBox(boundBoxes(grounds.map(({ box }) => box))))
        : placePoint(point);
    places.set(roster.areas[row]?.code ?? '', place);
  }
  for (const [row, point] of points) {
    const area = roster.areas[row];
    if (area?.level !== 'village' || places.has(area.code)) continue;
    places.set(area.code, placePoint(point));
    dots += 1;
  }
  if (dots > 0) found.add('boundary-points', '', { count: dots });
  const dissolver = new Dissolver();
  for (const [row, { code, level }] of roster.areas.entries()) {
    if (level !== 'township' || places.has(code)) continue;
    const place = placeAbove(row, roster, { world, places, points, dissolver });
    if (place) places.set(code, place);
  }
  dissolver.report(found);
  return places;
}

/** Most areas are too small to be labelled: their inner points are found when they are asked for. */
function placeGround(polygons: AreaPlace['polygons'], bounds: Box): AreaPlace {
  let inner: AreaPlace['inner'] | undefined;
  return {
    polygons,
    bounds,
    get inner() {
      return (inner ??= findInnerPoint(polygons));
    },
  };
}

function placePoint([lon, lat]: readonly [number, number]): AreaPlace {
  return placeAt([projectLongitude(lon), projectLatitude(lat)]);
}

function placeAt(inner: AreaPlace['inner']): AreaPlace {
  return { polygons: [], inner, bounds: [...inner, ...inner] };
}

/** A township from its villages: their union; else its own point, or the middle of theirs. */
function placeAbove(row: number, roster: Roster, { world, places, points, dissolver }: Sources): AreaPlace | undefined {
  const below = roster.children(row);
  const ground = below.flatMap((child) => world.get(child) ?? []);
  if (ground.length > 0) {
    const polygons = dissolver.dissolve(ground);
    return placeGround(polygons, boundPolygons(polygons));
  }
  const own = points.get(row);
  if (own) return placePoint(own);
  const known = below.flatMap((child) => places.get(roster.areas[child]?.code ?? '') ?? []);
  if (known.length === 0) return undefined;
  const mean = (axis: 0 | 1): number => known.reduce((sum, { inner }) => sum + inner[axis], 0) / known.length;
  return placeAt([mean(0), mean(1)]);
}

interface Sources {
  /** Ground by row. */
  readonly world: ReadonlyMap<number, AreaPlace['polygons']>;
  readonly places: ReadonlyMap<string, AreaPlace>;
  readonly points: RosterPoints;
  readonly dissolver: Dissolver;
}

function tellJoin({ byCode, byName, ambiguous, leftOver, withoutShape }: JoinReport, found: BoundaryFindings): void {
  const counts = {
    byCode,
    byName,
    ambiguous: ambiguous.length,
    leftOver: leftOver.length,
    without: withoutShape.length,
  };
  found.add('boundary-join', '', counts);
}
