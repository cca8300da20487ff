import { createDataset, createObservations, createRoster } from '@guatu/core';
import type { Area, Dataset, ObservationColumn, Plan, Roster, Target } from '@guatu/core';
import { createRandom } from './random.js';

/** Years every indicator is reported and judged for. */
export const YEARS = [2020, 2021, 2022] as const;
export const INDICATORS = 20;

const VILLAGES_PER_TOWNSHIP = 11;
const MISSING_SHARE = 0.1;
const UNIT = '万元';
/** Yuan in the unit of the plan. */
export const YUAN = 10_000;

/** One generated county: what every contestant is given. */
export interface County {
  readonly plan: Plan;
  readonly dataset: Dataset;
  readonly roster: Roster;
  readonly villages: number;
  readonly townships: number;
  /** Rows 0 … `sampleEnd` − 1 hold whole townships, together about one in a hundred villages. */
  readonly sampleEnd: number;
  /** One for each indicator and year, in that order. */
  readonly tasks: readonly Task[];
}

/** One indicator in one year: what it has to reach, and where its figures are. */
export interface Task {
  readonly target: string;
  readonly indicator: string;
  readonly year: number;
  /** Pass mark in the unit the figures are kept in, yuan. */
  readonly mark: number;
  /** By row of the roster, yuan; NaN where nothing was reported. */
  readonly figures: Float64Array;
}

/** What kind of figures are generated: sums over a year, or levels at its end that are carried forward. */
export type FigureKind = 'flow' | 'stock';

/**
 * Generates a county: villages in townships of about eleven, 20 indicators, three years, one figure in ten missing.
 * The same number of villages gives the same county.
 */
export function generateCounty(villages: number, kind: FigureKind = 'flow'): County {
  const roster = createRoster(listAreas(villages));
  const random = createRandom(villages);
  const tasks: Task[] = [];
  for (let indicator = 0; indicator < INDICATORS; indicator++) {
    const mark = (5 + indicator) * YUAN;
    for (const [index, year] of YEARS.entries()) {
      const figures = generateFigures(roster, mark * (1.6 + 0.2 * index), random);
      const id = `i${indicator}`;
      tasks.push({ target: `${id}-${year}`, indicator: id, year, mark, figures });
    }
  }
  const plan = describePlan(tasks, kind);
  const columns = tasks.map(({ indicator, year, figures }): ObservationColumn => ({
    indicator,
    period: String(year),
    values: figures.map((yuan) => yuan / YUAN),
  }));
  const { observations, diagnostics } = createObservations({ plan, roster, columns });
  if (diagnostics.length > 0) throw new Error(`the generated figures are refused: ${diagnostics[0]?.message}`);
  return {
    plan,
    dataset: createDataset({ roster, observations }),
    roster,
    villages,
    townships: roster.areas.length - villages - 1,
    sampleEnd: findSampleEnd(roster, villages),
    tasks: tasks.map((task) => ({ ...task, figures: keptFigures(observations, task) })),
  };
}

/** The very array the observations are kept in, so that all contestants read the same memory. */
function keptFigures(observations: Dataset['observations'], { indicator, year }: Task): Float64Array {
  const column = observations.column(indicator);
  const at = column?.periods.findIndex(({ text }) => text === String(year)) ?? -1;
  const cells = column?.cells[at];
  if (!cells || column?.scale !== 0) throw new Error(`no whole yuan of ${indicator} for ${year}`);
  return cells.values;
}

function listAreas(villages: number): readonly Area[] {
  const nothing = { rollout: '', aliases: [], validFrom: '', validTo: '', successor: '' } as const;
  const areas: Area[] = [{ ...nothing, code: 'c', name: '县', level: 'county', parent: '', kind: 'county' }];
  let township = '';
  for (let village = 0; village < villages; village++) {
    if (village % VILLAGES_PER_TOWNSHIP === 0) {
      township = `t${String(areas.length).padStart(7, '0')}`;
      areas.push({ ...nothing, code: township, name: township, level: 'township', parent: 'c', kind: 'town' });
    }
    const code = `${township}-${String(village % VILLAGES_PER_TOWNSHIP).padStart(2, '0')}`;
    areas.push({ ...nothing, code, name: code, level: 'village', parent: township, kind: 'villagers-committee' });
  }
  return areas;
}

/** Whole yuan up to a limit for villages, NaN for one in ten of them and for all other areas. */
function generateFigures({ areas }: Roster, limit: number, random: () => number): Float64Array {
  return Float64Array.from(areas, ({ level }) =>
    level !== 'village' || random() < MISSING_SHARE ? Number.NaN : Math.floor(random() * limit),
  );
}

/** First row of the township after those that hold a hundredth of the villages. */
function findSampleEnd({ areas }: Roster, villages: number): number {
  let seen = 0;
  for (const [row, { level }] of areas.entries()) {
    if (level === 'township' && seen >= villages / 100) return row;
    if (level === 'village') seen++;
  }
  return areas.length;
}

function describePlan(tasks: readonly Task[], kind: FigureKind): Plan {
  const text = (of: string) => ({ zh: of, en: of });
  return {
    id: 'bench',
    title: text('bench'),
    start: '2020-01-01',
    end: '2022-12-31',
    domains: [{ id: 'industry', name: text('industry') }],
    indicators: [...new Set(tasks.map(({ indicator }) => indicator))].map((id) => ({
      id,
      name: text(id),
      type: 'quantity',
      unit: UNIT,
    })),
    targets: tasks.map(({ target, indicator, year, mark }): Target => ({
      id: target,
      clause: '',
      domain: 'industry',
      name: text(target),
      measure: { kind, indicator },
      criterion: { kind: 'atLeast', value: mark / YUAN, unit: UNIT },
      schedule: { kind: 'by', date: `${year}-12-31`, basis: 'explicit' },
      scope: { owes: { level: 'village' }, rollUp: 'sum' },
    })),
  };
}
