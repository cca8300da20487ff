import type { Roster } from '@guatu/core';
import {
  convertPolygons,
  Dissolver,
  joinBoundaries,
  projectPolygons,
  tellParts,
  tellProperties,
} from '@guatu/map/geometry';
import type { Boundary, BoundaryFindings, Counts } from '@guatu/map/geometry';
import type { CoordinateSystem, SceneRings } from '@guatu/map/scene';
import { ShapeStore } from './shape-store.js';
import type { ShapeNames, TileLevel } from './shape-store.js';
import { toDegrees } from './tile-shapes.js';

/** What an archive is made of. */
export interface CollectedShapes {
  readonly store: ShapeStore;
  /** Townships that were put together from their villages. */
  readonly dissolved: number;
  /** Shapes that no tile can hold: counties, and areas of which only a point is known. */
  readonly counties: number;
  readonly points: number;
  /** They lie on both sides of 180°, and nowhere between. */
  readonly around: boolean;
}

/** Names of an area, and which of the shapes as they were read are its parts. */
interface NamedParts {
  readonly names: ShapeNames;
  readonly parts: number[];
}

/**
 * Collects shapes as they are read and names them: by the roster where there is one, else by what they say themselves.
 * Several shapes of one area are its parts. Townships without a shape of their own are put together from their villages.
 */
export class ShapeCollector {
  readonly #roster: Roster | null;
  readonly #found: BoundaryFindings;
  readonly #read = new ShapeStore();
  readonly #shapes: Boundary[] = [];
  #points = 0;
  #counties = 0;
  /** Where shapes lie: around the line where longitudes jump, or away from it. */
  readonly #sides = new Set<'west' | 'middle' | 'east'>();
  /** The first shape, for a look at where it lies. */
  first: Boundary | null = null;

  constructor(roster: Roster | null, found: BoundaryFindings) {
    this.#roster = roster;
    this.#found = found;
  }

  add(shape: Boundary): void {
    this.first ??= shape;
    if (shape.polygons.length === 0) {
      this.#points += 1;
      return;
    }
    this.#read.add({ level: 'village', code: '', name: '', parent: '' }, shape.polygons.map(bringBack));
    this.#noteSide(shape);
    this.#shapes.push({ ...shape, polygons: [] });
  }

  #noteSide({ box: [west, , east] }: Boundary): void {
    if (west > -QUARTER && east < QUARTER) this.#sides.add('middle');
    else if (east > HALF || (west < -QUARTER && east > QUARTER)) this.#sides.add('west').add('east');
    else this.#sides.add(west < 0 ? 'west' : 'east');
  }

  /**
   * @param system what the coordinates are in
   * @param counts of the file that was read
   * @param onTownship told the share of townships that are put together
   */
  finish(system: CoordinateSystem, counts: Counts, onTownship: (share: number) => void): CollectedShapes {
    const named = this.#roster ? this.#nameByRoster(this.#roster) : this.#nameByThemselves();
    tellProperties(this.#shapes, { counts, fits: named.length, found: this.#found });
    const store = new ShapeStore();
    const villages = new Map<string, number[]>();
    const own = new Set<string>();
    for (const { names, parts } of named) {
      store.add(names, this.#convert(parts, system));
      if (names.level === 'township') own.add(names.code);
      else if (names.parent !== '') villages.set(names.parent, [...(villages.get(names.parent) ?? []), ...parts]);
    }
    const dissolver = new Dissolver();
    let [done, dissolved] = [0, 0];
    for (const [code, parts] of villages) {
      onTownship((done += 1) / villages.size);
      if (own.has(code)) continue;
      const polygons = dissolver.dissolve(projectPolygons(this.#convert(parts, system)));
      if (polygons.length === 0) continue;
      store.add(
        { level: 'township', code, name: this.#nameOf(code), parent: '' },
        polygons.map((rings) => rings.map(unprojectRing)),
      );
      dissolved += 1;
    }
    dissolver.report(this.#found);
    const around = !this.#sides.has('middle') && this.#sides.size === 2;
    return { store, dissolved, counties: this.#counties, points: this.#points, around };
  }

  /** The polygons of some shapes, in WGS 84. */
  #convert(parts: readonly number[], system: CoordinateSystem): readonly SceneRings[] {
    return convertPolygons(
      parts.flatMap((part) => this.#read.polygonsOf(part)),
      system,
    );
  }

  #nameByRoster(roster: Roster): readonly NamedParts[] {
    const positions = new Map(this.#shapes.map((shape, position) => [shape.path, position]));
    return [...joinBoundaries(this.#shapes, roster, this.#found).byRow].flatMap(
      ([row, shapes]): readonly NamedParts[] => {
        const area = roster.areas[row];
        if (!area || area.level === 'county') {
          this.#counties += shapes.length;
          return [];
        }
        const { code, name, level, parent } = area;
        const parts = shapes.flatMap(({ path }) => positions.get(path) ?? []);
        return [{ names: { level, code, name, parent: level === 'village' ? parent : '' }, parts }];
      },
    );
  }

  #nameByThemselves(): readonly NamedParts[] {
    const named = new Map<string, NamedParts>();
    const nameless = this.#shapes.every(({ code }) => code === '');
    for (const [position, shape] of this.#shapes.entries()) {
      const { code, name, parent, path } = shape;
      const level = levelOf(shape);
      if (code === '') {
        // of all of them it is told once
        if (!nameless) this.#found.add('boundary-without-code', path);
      } else if (level === null) this.#counties += 1;
      else {
        const known = named.get(`${level} ${code}`);
        if (known) known.parts.push(position);
        else
          named.set(`${level} ${code}`, {
            names: { level, code, name: name || code, parent: level === 'village' ? parent : '' },
            parts: [position],
          });
      }
    }
    for (const { names, parts } of named.values())
      tellParts(
        names.name,
        parts.flatMap((part) => this.#shapes[part] ?? []),
        this.#found,
      );
    return [...named.values()];
  }

  #nameOf(code: string): string {
    const row = this.#roster?.indexOf(code) ?? -1;
    return this.#roster?.areas[row]?.name ?? code;
  }
}

/** Half a turn, and a quarter, in degrees. */
const [HALF, QUARTER] = [180, 90] as const;

/** A polygon that lies beyond 180° on the side where it is written by tiles. */
function bringBack(polygon: SceneRings): SceneRings {
  const west = (polygon[0] ?? []).reduce((least, value, at) => (at % 2 === 0 ? Math.min(least, value) : least), HALF);
  const turns = west >= HALF ? -2 * HALF : west < -HALF ? 2 * HALF : 0;
  return turns === 0 ? polygon : polygon.map((ring) => ring.map((value, at) => (at % 2 === 0 ? value + turns : value)));
}

/** A feature that says nothing of its level is a village; `null` for one above townships. */
function levelOf({ level }: Boundary): TileLevel | null {
  if (level === 'county') return null;
  return level === '' ? 'village' : level;
}

function unprojectRing(ring: readonly number[]): readonly number[] {
  const degrees: number[] = [];
  for (let at = 0; at + 1 < ring.length; at += 2) degrees.push(...toDegrees([ring[at] ?? 0, ring[at + 1] ?? 0]));
  return degrees;
}
