import type { Area, Plan } from '@guatu/core';
import { traceCell } from './hexagons.js';
import { listAreas } from './list-areas.js';
import type { Settled } from './list-areas.js';
import { FICTIONAL_NOTICE, makePlan } from './plan.js';
import { writeEvents, writeObservations } from './reports.js';
import { divideTerritory } from './territory.js';

export interface FictionalOptions {
  /** 1…50,000; 112 by default. */
  readonly villages?: number;
  /** The same seed gives the same county. */
  readonly seed?: number;
  /** Corners of each village's border, rounded to a multiple of six; 24 by default. */
  readonly corners?: number;
}

/** GeoJSON as it is written to a file; every feature says that it is invented. */
export interface FictionalBoundaries {
  readonly type: 'FeatureCollection';
  readonly fictional: true;
  readonly notice: string;
  readonly features: readonly FictionalFeature[];
}

export interface FictionalFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: {
    readonly code: string;
    readonly name: string;
    readonly level: 'village';
    readonly parent: string;
    readonly fictional: true;
  };
  readonly geometry: {
    readonly type: 'Polygon';
    readonly coordinates: readonly (readonly (readonly [number, number])[])[];
  };
}

/** Everything a board needs, about a county that does not exist. */
export interface FictionalCounty {
  readonly fictional: true;
  readonly notice: string;
  readonly areas: readonly Area[];
  /** `areas.csv`, `observations.csv` and `events.csv` as files. */
  readonly areasCsv: string;
  readonly observationsCsv: string;
  readonly eventsCsv: string;
  readonly boundaries: FictionalBoundaries;
  readonly plan: Plan;
}

/** Width of a village in degrees: about 3 km. The county lies around 0°, 0°, in the sea. */
const CELL_DEGREES = 0.03;

/**
 * Makes up a county: villages with borders that fit, townships of about eleven, batches, a small plan and reports for
 * it. Deterministic. From thirty villages on one village is an enclave, so that one township has two parts and another
 * a hole. Names, codes (99…) and figures are invented, and say so.
 *
 * @throws RangeError for a number of villages outside 1…50,000
 *
 * @example
 * const county = fictionalCounty({ villages: 112, seed: 7 });
 * const { layout } = layoutGeographic(county.boundaries, roster, { width: 776, level: 'village' });
 */
export function fictionalCounty(options: FictionalOptions = {}): FictionalCounty {
  const { villages = 112, seed = 1, corners = 24 } = options;
  if (!Number.isInteger(villages) || villages < 1 || villages > 50_000) {
    throw new RangeError(`villages: expected a whole number from 1 to 50,000, got ${villages}`);
  }
  const { areas, settled } = listAreas(divideTerritory(villages, seed), seed);
  const features = settled.map((village) => drawFeature(village, seed, corners));
  return {
    fictional: true,
    notice: FICTIONAL_NOTICE.zh,
    areas,
    areasCsv: writeAreas(areas),
    observationsCsv: writeObservations(areas, seed),
    eventsCsv: writeEvents(areas, seed),
    boundaries: { type: 'FeatureCollection', fictional: true, notice: FICTIONAL_NOTICE.zh, features },
    plan: makePlan(areas),
  };
}

function drawFeature({ area, cell }: Settled, seed: number, corners: number): FictionalFeature {
  const { code, name, parent } = area;
  const ring = traceCell(cell, seed, corners).map(([x, y]) => [toDegrees(x), toDegrees(-y)] as const);
  return {
    type: 'Feature',
    id: code,
    properties: { code, name, level: 'village', parent, fictional: true },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

/** A tenth of a metre is enough, and neighbours round alike. */
function toDegrees(cells: number): number {
  return Math.round(cells * CELL_DEGREES * 1e6) / 1e6;
}

function writeAreas(areas: readonly Area[]): string {
  const rows = areas.map(({ code, name, level, parent, kind, rollout }) =>
    [code, name, level, parent, kind, rollout, '', '', '', ''].join(),
  );
  return `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor\n${rows.join('\n')}\n`;
}
