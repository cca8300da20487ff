import type { Area } from '@guatu/core';
import { centreOf } from './hexagons.js';
import type { Cell } from './hexagons.js';
import { COUNTY_NAME, nameTownship, nameVillage } from './names.js';
import { drawUnit } from './random.js';
import type { Parcel } from './territory.js';

/** A village and the ground it stands on. */
export interface Settled {
  readonly area: Area;
  readonly cell: Cell;
}

/** No province begins with 99. */
const COUNTY_CODE = '990101000000';

/** Shares of the villages in the batches of three years, as in a plan of 36, 48 and the rest of 112. */
const BATCHES = [
  { cohort: '2020', until: 36 / 112 },
  { cohort: '2021', until: 84 / 112 },
  { cohort: '2022', until: 1 },
] as const;

/** Names and codes for a divided territory, in tree order; townships and villages from the north-west on. */
export function listAreas(
  parcels: readonly Parcel[],
  seed: number,
): { readonly areas: readonly Area[]; readonly settled: readonly Settled[] } {
  const cohorts = assignCohorts(parcels.length, seed);
  const order = new Map(parcels.map((parcel, index) => [parcel, cohorts[index] ?? '2022']));
  const settled: Settled[] = [];
  const areas: Area[] = [
    makeArea({ code: COUNTY_CODE, name: COUNTY_NAME, level: 'county', parent: '', kind: 'county' }),
  ];
  for (const [index, members] of groupTownships(parcels).entries()) {
    const code = codeTownship(index);
    areas.push(makeArea({ code, ...nameTownship(index), level: 'township', parent: COUNTY_CODE }));
    for (const [at, parcel] of members.entries()) {
      const area = makeArea({
        code: `${code.slice(0, 9)}${String(200 + at).padStart(3, '0')}`,
        name: nameVillage(at, index),
        level: 'village',
        parent: code,
        kind: 'villagers-committee',
        rollout: order.get(parcel) ?? '2022',
      });
      areas.push(area);
      settled.push({ area, cell: parcel.cell });
    }
  }
  return { areas, settled };
}

function makeArea(
  given: Pick<Area, 'code' | 'name' | 'level' | 'parent' | 'kind'> & { readonly rollout?: string },
): Area {
  return { rollout: '', aliases: [], validFrom: '', validTo: '', successor: '', ...given };
}

/** 990101100, 990101101, …; after nine hundred the next county prefix, which nobody has either. */
function codeTownship(index: number): string {
  return `${990101 + Math.floor(index / 900)}${100 + (index % 900)}000`;
}

/** Townships from north to south and west to east, and their villages likewise. */
function groupTownships(parcels: readonly Parcel[]): readonly (readonly Parcel[])[] {
  const groups = new Map<number, Parcel[]>();
  for (const parcel of parcels) {
    const group = groups.get(parcel.township);
    if (group) group.push(parcel);
    else groups.set(parcel.township, [parcel]);
  }
  const rank = (cells: readonly Parcel[]): number => {
    const rows = cells.reduce((sum, { cell }) => sum + centreOf(cell)[1], 0) / cells.length;
    const columns = cells.reduce((sum, { cell }) => sum + centreOf(cell)[0], 0) / cells.length;
    return Math.round(rows / 3) * 1e6 + columns;
  };
  return [...groups.values()]
    .map((group) => ({
      group: group.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column),
      rank: rank(group),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ group }) => group);
}

function assignCohorts(count: number, seed: number): readonly string[] {
  const shuffled = Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => drawUnit(seed, a, 11) - drawUnit(seed, b, 11),
  );
  const cohorts = new Map<number, string>();
  for (const [rank, index] of shuffled.entries()) {
    cohorts.set(index, BATCHES.find(({ until }) => rank < Math.round(until * count))?.cohort ?? '2022');
  }
  return Array.from({ length: count }, (_, index) => cohorts.get(index) ?? '2022');
}
