import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Evaluation, Plan, Result, Target } from '@guatu/core';

/** Fields of one row by column; columns that are not given are blank. */
export type Row = Readonly<Record<string, string>>;

/** A small plan with everything reported for it, as rows that a law may change before they are written. */
export interface World {
  readonly targets: readonly Target[];
  readonly areas: readonly Row[];
  readonly observations: readonly Row[];
  readonly registers: readonly Row[];
  readonly events: readonly Row[];
  readonly links: readonly Row[];
  readonly asOf: string;
  readonly knownOn: string | undefined;
}

const FILES = ['observations', 'registers', 'events', 'links'] as const;

const COLUMNS = {
  areas: ['code', 'name', 'level', 'parent', 'kind', 'rollout', 'aliases', 'validFrom', 'validTo', 'successor'],
  observations: ['indicator', 'area', 'period', 'value', 'numerator', 'denominator', 'unit', 'reportedOn'],
  registers: ['register', 'id', 'area', 'class', 'from', 'to', 'attributes'],
  events: ['kind', 'id', 'subject', 'date', 'covered', 'note'],
  links: ['actor', 'role', 'area', 'from', 'to'],
} as const;

const name = (id: string) => ({ zh: id, en: id });

/** The plan all worlds share, with the targets of one. */
export function planOf(targets: readonly Target[]): object {
  return {
    id: 'laws',
    title: name('laws'),
    start: '2020-01-01',
    end: '2022-12-31',
    document: { issuedOn: '2020-03-01' },
    domains: [{ id: 'd', name: name('d') }],
    rollout: {
      clause: '一',
      level: 'village',
      counting: 'incremental',
      batches: [
        { cohort: '2020', count: 1 },
        { cohort: '2021', count: 'rest' },
      ],
    },
    indicators: [
      { id: 'land', name: name('land'), type: 'quantity', unit: '万亩' },
      { id: 'seed', name: name('seed'), type: 'quantity', unit: '万亩' },
      { id: 'fodder', name: name('fodder'), type: 'quantity', unit: '亩' },
      { id: 'milk', name: name('milk'), type: 'quantity', unit: '吨' },
      { id: 'toilets', name: name('toilets'), type: 'ratio', unit: '户' },
      { id: 'grain', name: name('grain'), type: 'ratio', unit: '吨', part: false },
      { id: 'station', name: name('station'), type: 'grade', best: 1, worst: 5 },
      { id: 'stars', name: name('stars'), type: 'grade', best: 5, worst: 1 },
      { id: 'road', name: name('road'), type: 'state' },
      { id: 'hall', name: name('hall'), type: 'state' },
    ],
    targets,
  };
}

/** Writes rows as a file. */
export function writeRows(file: keyof typeof COLUMNS, rows: readonly Row[]): string {
  const columns = COLUMNS[file];
  const lines = rows.map((row) => columns.map((column) => quote(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Everything reported for the one year that all targets are due at the end of. */
export function ofOneYear(world: World): World {
  const cells = new Map(
    world.observations.map((row) => [`${row['indicator']} ${row['area']}`, { ...row, period: '2020' }]),
  );
  const targets = world.targets.map((target): Target => ({
    ...target,
    schedule: { kind: 'by', date: '2020-12-31', basis: 'explicit' },
  }));
  return { ...world, observations: [...cells.values()], targets };
}

/** Reads a world as its files would be read. */
export function readWorld(world: World): { readonly plan: Plan; readonly dataset: Dataset } {
  const { plan } = parsePlan(JSON.stringify(planOf(world.targets)));
  // a law of no targets holds whatever is wrong
  if (plan?.targets.length !== world.targets.length) throw new Error('a target of the laws was refused');
  const files = Object.fromEntries(
    FILES.filter((file) => world[file].length > 0).map((file) => [
      file,
      { name: `${file}.csv`, text: writeRows(file, world[file]) },
    ]),
  );
  const areas = { name: 'areas.csv', text: writeRows('areas', world.areas) };
  return { plan, dataset: readDataset(plan, { areas, ...files }) };
}

/** Evaluates a world at its moment. */
export function evaluateWorld(world: World): Evaluation {
  const { plan, dataset } = readWorld(world);
  const { asOf, knownOn } = world;
  return evaluate(plan, dataset, { asOf, ...(knownOn !== undefined && { knownOn }) });
}

/** Every result of an evaluation, by target and then by row. */
export function resultsOf(evaluation: Evaluation): readonly Result[] {
  const { plan, dataset } = evaluation;
  return plan.targets.flatMap(({ id }) => {
    const target = evaluation.target(id);
    return dataset.roster.areas.map((_, row) => target.at(row));
  });
}
