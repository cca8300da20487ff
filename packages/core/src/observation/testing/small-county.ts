import type { SourceFile } from '../../csv/source-file.js';
import type { Plan } from '../../plan/plan.js';
import type { Dataset } from '../dataset.js';
import type { DatasetFiles } from '../read-dataset.js';
import { readDataset } from '../read-dataset.js';

const text = { zh: '示例', en: 'example' };

/** A plan with one indicator of each type; for tests. */
export const smallPlan: Plan = {
  id: 'small',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'd', name: text }],
  rollout: { clause: '一', level: 'village', counting: 'incremental', batches: [{ cohort: '2020', count: 'rest' }] },
  indicators: [
    { id: 'land', name: text, type: 'quantity', unit: '万亩' },
    { id: 'income', name: text, type: 'quantity', unit: '元' },
    { id: 'toilets', name: text, type: 'ratio', unit: '户' },
    { id: 'supply', name: text, type: 'ratio', unit: '吨', part: false },
    { id: 'tools', name: text, type: 'ratio', unit: '套', denominatorUnit: '户', part: false },
    { id: 'station', name: text, type: 'grade', best: 1, worst: 4 },
    { id: 'room', name: text, type: 'state' },
  ],
  targets: [],
};

/** County, township, three villages. */
export const smallAreas = `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor
C,县,county,,county,,,,,
T,乡,township,C,township,,,,,
V1,一村,village,T,villagers-committee,,OLD1,,,
V2,二村,village,T,villagers-committee,,,,,
V3,三村,village,T,villagers-committee,,,,,`;

export const OBSERVATION_HEADER = 'indicator,area,period,value,numerator,denominator,unit,reportedOn,source,note';

/** A file of rows below a header. */
export function fileOf(name: string, header: string, rows: readonly string[]): SourceFile {
  return { name, text: [header, ...rows].join('\n') };
}

/** Reads rows of observations against the small plan; short rows are filled up with blanks. */
export function readRows(
  rows: readonly string[],
  options: Partial<DatasetFiles> & { readonly plan?: Plan } = {},
): Dataset {
  const { plan = smallPlan, ...files } = options;
  const commas = (row: string): number => row.replaceAll(/"[^"]*"/g, '').split(',').length - 1;
  const filled = rows.map((row) => row + ','.repeat(Math.max(0, 9 - commas(row))));
  return readDataset(plan, {
    areas: { name: 'areas.csv', text: smallAreas },
    observations: fileOf('observations.csv', OBSERVATION_HEADER, filled),
    ...files,
  });
}

/** Messages of a dataset's findings. */
export function messagesOf({ diagnostics }: Dataset): readonly string[] {
  return diagnostics.map(({ message }) => message);
}

/** One cell: its figure in the column's integers, its status and where it was reported. */
export function cellAt(
  { roster, observations }: Pick<Dataset, 'roster' | 'observations'>,
  indicator: string,
  area: string,
  period: string,
) {
  const column = observations.column(indicator);
  const at = column?.periods.findIndex(({ text: own }) => own === period) ?? -1;
  const cells = column?.cells[at];
  const row = roster.indexOf(area);
  if (!column || !cells) return undefined;
  const report = cells.reports[row] ?? -1;
  return {
    status: cells.status[row],
    value: cells.values[row],
    denominator: cells.denominators?.[row],
    percentage: cells.percentages?.[row],
    scale: column.scale,
    place: report < 0 ? '' : observations.reports.at(report).place,
    report,
  };
}
