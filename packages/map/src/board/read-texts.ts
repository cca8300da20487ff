import { parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Diagnostic, Plan } from '@guatu/core';
import { createFinding } from './findings.js';
import { ROW_KINDS } from './load-files.js';
import type { FilesOnTheirWay, LoadedFile } from './load-files.js';
import type { ShareReading, SourceReading } from './read-sources.js';

type Readable = { readonly name: string } & ({ readonly text: string } | { readonly rows: readonly object[] });

/** Reads a plan and files of rows, or takes a dataset that was read already. */
export async function readTexts(files: FilesOnTheirWay, share: ShareReading): Promise<SourceReading> {
  const areaFiles = await files.areas;
  const areas = listReadable(areaFiles);
  const findings = [...areaFiles.flatMap((file) => file.findings), ...checkDataset(files.dataset)];
  const given = findings.some(({ code }) => code === 'dataset-form') ? null : files.dataset;
  const outline = given
    ? { roster: given.roster, diagnostics: [] }
    : share(['areas', ...keyOf(areas)], () => parseAreas(areas));
  let rows: Rows | undefined;
  return {
    roster: outline.roster.areas.length > 0 ? outline.roster : null,
    findings,
    unlasting: outline.diagnostics,
    isOutline: true,
    plan: async () => readPlan(await files.plan, share),
    absent: {
      plan: [createFinding('board-plan-missing', 'plan.json')],
      areas: [createFinding('board-areas-missing', areaFiles[0]?.name ?? 'areas.csv')],
    },
    rows: async () => {
      rows = await files.rows;
      const own = ROW_KINDS.flatMap((kind) => rows?.[kind] ?? []);
      const beside = given ? [...areaFiles, ...own].map(({ name }) => name) : [];
      return [
        ...own.flatMap((file) => file.findings),
        ...(beside.length > 0 ? [createFinding('source-beside-dataset', beside.join(' '))] : []),
      ];
    },
    // the dataset reads the roster again, and its diagnostics hold those of the areas
    dataset: (plan) => given ?? shareDataset(plan, { areas, rows: rows as Rows, share }),
  };
}

type Rows = Awaited<FilesOnTheirWay['rows']>;

/** Names and texts of files, as what was read of them is known by. */
function keyOf(files: readonly Readable[]): readonly unknown[] {
  // rows may be other ones the next time, in the same list
  return files.flatMap((file) => [file.name, 'text' in file ? file.text : {}]);
}

/** Whoever gives a dataset may give anything. */
function checkDataset(dataset: Dataset | null): readonly Diagnostic[] {
  if (dataset === null) return [];
  try {
    if (Array.isArray(dataset.roster.areas) && typeof dataset.observations.column === 'function') return [];
  } catch {
    // says no to whoever looks at it
  }
  return [createFinding('dataset-form', 'dataset')];
}

interface DatasetFiles {
  readonly areas: readonly Readable[];
  readonly rows: Rows;
  readonly share: ShareReading;
}

function shareDataset(plan: Plan, { areas, rows, share }: DatasetFiles): Dataset {
  const [observations, registers, events, links] = ROW_KINDS.map((kind) => listReadable(rows[kind])) as [
    Readable[],
    Readable[],
    Readable[],
    Readable[],
  ];
  const files = { areas, observations, registers, events, links };
  const key = Object.entries(files).flatMap(([kind, some]) => [kind, ...keyOf(some)]);
  return share(['dataset', plan, ...key], () => readDataset(plan, files));
}

function readPlan(
  file: Awaited<FilesOnTheirWay['plan']>,
  share: ShareReading,
): { readonly plan: Plan | null; readonly findings: readonly Diagnostic[] } {
  if (file === null) return { plan: null, findings: [] };
  const { name } = file;
  if ('data' in file) {
    const { plan, diagnostics } = parsePlan(file.data, { source: name });
    return { plan: plan ?? null, findings: diagnostics };
  }
  const { text } = file;
  if (text === null) return { plan: null, findings: file.findings };
  const { plan, diagnostics } = share(['plan', name, text], () => parsePlan(text, { source: name }));
  return { plan: plan ?? null, findings: [...file.findings, ...diagnostics] };
}

function listReadable(files: readonly LoadedFile[]): Readable[] {
  return files.flatMap(({ name, text, rows }): Readable[] =>
    rows ? [{ name, rows }] : text === null ? [] : [{ name, text }],
  );
}
