import type { Roster } from '@guatu/core';
import type { BoundaryFindings } from './boundary-findings.js';
import { convertBoundaries, decideSystem } from './coordinate-system.js';
import { leaveOutFar } from './find-far.js';
import { MAX_LATITUDE } from './read-feature.js';
import type { Boundary } from './read-feature.js';
import { unwrapLongitudes } from './unwrap.js';

/** A point in degrees of WGS 84, by row of the roster. */
export type RosterPoints = ReadonlyMap<number, readonly [lon: number, lat: number]>;

/** The points a roster gives its areas, converted to WGS 84; those that lie where no other one is are left out and told. */
export function listRosterPoints(roster: Roster, asked: string, found: BoundaryFindings): RosterPoints {
  const given = roster.areas.flatMap(({ code, name, level, place }): readonly Boundary[] =>
    place
      ? [
          {
            path: code,
            code,
            name,
            numbered: false,
            level,
            parent: '',
            polygons: [],
            point: place,
            box: [...place, ...place],
          },
        ]
      : [],
  );
  const drawable = given.filter(({ path, name, point }) => {
    if (point && Math.abs(point[1]) <= MAX_LATITUDE) return true;
    found.add('boundary-out-of-range', path, { area: name, got: `[${point?.join(', ')}]` });
    return false;
  });
  if (drawable.length === 0) return new Map();
  const near = unwrapLongitudes(leaveOutFar(drawable, found));
  const points = convertBoundaries(near, decideSystem(null, { asked, boundaries: near, found }));
  return new Map(points.flatMap(({ code, point }) => (point ? [[roster.indexOf(code), point]] : [])));
}
