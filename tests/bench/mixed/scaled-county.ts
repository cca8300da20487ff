import { CELL, createDataset, createObservations, createRoster, findUnit, formatDate } from '@guatu/core';
import type { Area, Cells, Column, Dataset, Indicator, ObservationColumn, Plan, Roster } from '@guatu/core';
import { createRandom } from '../evaluate/random.js';

/** The county of the fixture with many more villages, each of which is reported for like one of those that are real. */
export interface ScaledCounty {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly villages: number;
  /** By row: the row of the small county whose reports it has. */
  readonly donors: Int32Array;
}

const VILLAGES_PER_TOWNSHIP = 11;
/** Most members of one register taken over into one area: 3,000 people of one list would be millions. */
const MOST_MEMBERS = 2;

/** Without a number of villages the county has its own, each with its own reports. */
export function scaleCounty(plan: Plan, small: Dataset, villages?: number): ScaledCounty {
  const { roster, donors } = villages === undefined ? copyRoster(small.roster) : growRoster(small.roster, villages);
  const columns = plan.indicators.flatMap((indicator) => scaleColumns(small, indicator, donors));
  const { observations, diagnostics } = createObservations({ plan, roster, columns });
  if (diagnostics.length > 0) throw new Error(`the scaled figures are refused: ${diagnostics[0]?.message}`);
  const named = (row: number): string => roster.areas[row]?.code ?? '';
  const county = named(0);
  const dataset = createDataset({
    roster,
    observations,
    registers: scaleRows(small.registers, donors, (row, area) => ({ ...row, id: nameCopy(row.id, area), area })),
    events: scaleRows(small.events, donors, (row, area) => ({
      ...row,
      id: nameCopy(row.id, area),
      subject: row.area < 0 ? row.subject : named(area),
      area: row.area < 0 ? -1 : area,
      covered: row.covered.length > 0 ? [county] : [],
    })),
    links: scaleRows(small.links, donors, (row, area) => ({ ...row, area }), 1),
  });
  return { plan, dataset, villages: countVillages(roster), donors };
}

interface Copy {
  readonly roster: Roster;
  readonly donors: Int32Array;
}

function copyRoster(small: Roster): Copy {
  return { roster: small, donors: Int32Array.from(small.areas, (_, row) => row) };
}

/** One county with townships of eleven villages; who each of them is like is drawn, the same for the same number. */
function growRoster({ areas: models }: Roster, villages: number): Copy {
  const random = createRandom(villages);
  const rowsAt = (level: string) => models.flatMap((area, row) => (area.level === level ? [row] : []));
  const [townshipRows, villageRows] = [rowsAt('township'), rowsAt('village')];
  const areas: Area[] = [];
  const donors: number[] = [];
  const draw = (rows: readonly number[]): number => rows[Math.floor(random() * rows.length)] as number;
  const add = (donor: number, code: string, parent: string): void => {
    areas.push({ ...(models[donor] as Area), code, name: code, parent, aliases: [] });
    donors.push(donor);
  };
  add(0, 'c', '');
  let township = '';
  for (let village = 0; village < villages; village++) {
    if (village % VILLAGES_PER_TOWNSHIP === 0) {
      township = `t${String(areas.length).padStart(7, '0')}`;
      add(draw(townshipRows), township, 'c');
    }
    add(draw(villageRows), `${township}-${String(village % VILLAGES_PER_TOWNSHIP).padStart(2, '0')}`, township);
  }
  return { roster: createRoster(areas), donors: Int32Array.from(donors) };
}

/** Reports of one indicator, one column for each of its periods; what townships reported is said by their villages. */
function scaleColumns(small: Dataset, indicator: Indicator, donors: Int32Array): readonly ObservationColumn[] {
  const column = small.observations.column(indicator.id);
  if (!column) return [];
  const speakers = speakersOf(small, donors, column.cells);
  const [top, bottom] = divisorsOf(indicator, column);
  return column.periods.flatMap(({ text, end }, at): readonly ObservationColumn[] => {
    const cells = column.cells[at] as Cells;
    const named = { indicator: indicator.id, period: text, reportedOn: formatDate(end) };
    const take = (from: Float64Array, divisor: number): Float64Array =>
      Float64Array.from(speakers, (row) => {
        const known = row >= 0 && cells.status[row] === CELL.reported;
        return known ? Number(((from[row] as number) / divisor).toPrecision(12)) : Number.NaN;
      });
    const values = take(cells.values, top);
    const bare = cells.percentages && { ...named, percentages: take(cells.percentages, 1e6) };
    const figures = cells.denominators
      ? { ...named, numerators: values, denominators: take(cells.denominators, bottom) }
      : { ...named, values };
    return [figures, ...(bare ? [bare] : [])].filter((made) => hasFigures(made));
  });
}

function hasFigures(column: ObservationColumn): boolean {
  const { values, numerators, percentages } = column;
  return Array.from(values ?? numerators ?? percentages ?? []).some((figure) => !Number.isNaN(figure));
}

/** What the integers of a column are divided by to have them in the units of the plan. */
function divisorsOf(indicator: Indicator, { scale, denominatorScale }: Column): readonly [number, number] {
  const unit = 'unit' in indicator ? indicator.unit : '';
  const below = ('denominatorUnit' in indicator ? indicator.denominatorUnit : undefined) ?? unit;
  const factor = (name: string) => findUnit(name)?.factor ?? 1;
  return [factor(unit) * 10 ** scale, factor(below) * 10 ** denominatorScale];
}

/** By row of the scaled county: the row of the small one that reports an indicator for it; −1 for none. */
function speakersOf({ roster }: Dataset, donors: Int32Array, cells: readonly Cells[]): Int32Array {
  const reports = (level: string): boolean =>
    cells.some(({ status }) => roster.areas.some((area, row) => area.level === level && status[row] !== 0));
  const byTownships = reports('township');
  return donors.map((donor) => {
    const level = roster.areas[donor]?.level;
    if (byTownships) return level === 'village' ? (roster.parents[donor] as number) : -1;
    return donor;
  });
}

type Rows<Row> = ReadonlyMap<string, readonly Row[]>;

/** Rows that name an area, once for each that is like it; rows that name none, once. */
function scaleRows<Row extends { readonly area: number }>(
  lists: Rows<Row>,
  donors: Int32Array,
  copy: (row: Row, area: number) => Row,
  most = MOST_MEMBERS,
): Rows<Row> {
  return new Map([...lists].map(([name, rows]) => [name, scaleList(rows, donors, copy, most)]));
}

function scaleList<Row extends { readonly area: number }>(
  rows: readonly Row[],
  donors: Int32Array,
  copy: (row: Row, area: number) => Row,
  most: number,
): readonly Row[] {
  const copies = new Map<number, number[]>();
  for (const [area, donor] of donors.entries()) {
    const known = copies.get(donor);
    if (known) known.push(area);
    else copies.set(donor, [area]);
  }
  const taken = new Map<number, number>();
  return rows.flatMap((row): readonly Row[] => {
    if (row.area < 0) return [row];
    const before = taken.get(row.area) ?? 0;
    taken.set(row.area, before + 1);
    if (row.area > 0 && before >= most) return [];
    return (copies.get(row.area) ?? []).map((area) => copy(row, area));
  });
}

function nameCopy(id: string, area: number): string {
  return area === 0 ? id : `${id}~${area}`;
}

function countVillages({ areas }: Roster): number {
  return areas.filter(({ level }) => level === 'village').length;
}
