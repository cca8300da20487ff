import { describeDiagnostic, evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Diagnostic, Locale, Plan, Roster } from '@guatu/core';
import type { ReadShapes } from '../geometry/boundaries/read-shapes.js';
import { layoutAreas, listDrawn } from '../geometry/layout-areas.js';
import { isTiled } from '../geometry/tiled-boundaries.js';
import { buildPainting } from '../scene/build-painting.js';
import { placePainting } from '../scene/place-painting.js';
import { ACCOUNTS } from './accounts.js';
import type { BoardContent } from './board-content.js';
import { makeBarePlan } from './bare-plan.js';
import { createFinding } from './findings.js';
import { listStops } from './list-stops.js';
import { ROW_KINDS } from './load-files.js';
import type { FilesOnTheirWay, LoadedFile } from './load-files.js';

/** Reads texts, unless somebody has just read the same: the key is everything that is read and how. */
export type ShareReading = <Reading extends object>(key: readonly unknown[], read: () => Reading) => Reading;

export interface ReadOptions {
  /** Between the roster and the figures. */
  readonly pause: () => Promise<void>;
  readonly share: ShareReading;
  /** Told as soon as the roster is read, and again when everything is. */
  readonly onRead: (content: BoardContent) => void;
}

type Readable = { readonly name: string } & ({ readonly text: string } | { readonly rows: readonly object[] });

/**
 * Reads all files of a board as they come; never rejects. Readers and evaluator are fetched with this module, while
 * the files are on their way: the elements stand on the page before either.
 */
export async function readBoard(files: FilesOnTheirWay, { pause, share, onRead }: ReadOptions): Promise<void> {
  const areaFiles = await files.areas;
  const areas = listReadable(areaFiles);
  const missed = [...areaFiles.flatMap((file) => file.findings), ...checkDataset(files.dataset)];
  const given = missed.some(({ code }) => code === 'dataset-form') ? null : files.dataset;
  const outline = given
    ? { roster: given.roster, diagnostics: [] }
    : share(['areas', ...keyOf(areas)], () => parseAreas(areas));
  const drawable = outline.roster.areas.length > 0;
  const roster = drawable ? outline.roster : null;
  const {
    read,
    findings: shapeFindings,
    describe,
  } = await readBoundaries(await files.boundaries, roster, { reading: files.reading, share });
  const shapes = { areaShapes: read?.shapes ?? null, join: read?.join ?? null, missingShapes: read?.missing ?? null };
  const unread = {
    plan: null,
    roster,
    dataset: null,
    ...shapes,
    evaluate: null,
    layoutAreas,
    painters: null,
    placePainting: null,
    accounts: null,
    stops: [],
    describe,
  };
  onRead({ ...unread, status: 'loading', findings: [...missed, ...outline.diagnostics] });

  const { plan: ownPlan, findings: planFindings } = readPlan(await files.plan, share);
  const findings = [...missed, ...planFindings, ...shapeFindings];
  if (!drawable) findings.push(createFinding('board-areas-missing', areaFiles[0]?.name ?? 'areas.csv'));
  if (!ownPlan) findings.push(createFinding('board-plan-missing', 'plan.json'));
  const plan = ownPlan ?? (roster ? makeBarePlan(roster) : null);
  if (!drawable || !plan) {
    onRead({ ...unread, status: 'failed', plan: ownPlan, findings: [...findings, ...outline.diagnostics] });
    return;
  }
  const rows = await files.rows;
  for (const finding of ROW_KINDS.flatMap((kind) => rows[kind]).flatMap((file) => file.findings))
    findings.push(finding);
  if (given && [areaFiles, ...ROW_KINDS.map((kind) => rows[kind])].some((some) => some.length > 0)) {
    findings.push(
      createFinding(
        'source-beside-dataset',
        [areaFiles, ...ROW_KINDS.map((kind) => rows[kind])]
          .flat()
          .map(({ name }) => name)
          .join(' '),
      ),
    );
  }
  await pause();
  // the dataset reads the roster again, and its diagnostics hold those of the areas
  const dataset = given ?? shareDataset(plan, { areas, rows, share });
  const ready: BoardContent = {
    status: 'ready',
    plan,
    roster: dataset.roster,
    dataset,
    ...shapes,
    findings,
    evaluate: (asOf) => evaluate(plan, dataset, { asOf }),
    layoutAreas,
    painters: { listDrawn, buildPainting },
    placePainting,
    accounts: ACCOUNTS,
    stops: listStops(plan, dataset),
    describe,
  };
  onRead(ready);
  if (!read) return;
  // what is not needed to draw waits until the picture stands
  await pause();
  const crossings = read.check();
  if (crossings.length > 0) onRead({ ...ready, findings: [...findings, ...crossings] });
}

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
  readonly rows: Awaited<FilesOnTheirWay['rows']>;
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

interface Boundaries {
  readonly read: ReadShapes | null;
  readonly findings: readonly Diagnostic[];
  /** The sentence of any finding about the files. */
  readonly describe: (finding: Diagnostic, locale: Locale) => string;
}

/** Shapes joined to the roster; what cannot be read is told, and tiles are drawn instead. Their reader is fetched for them alone. */
async function readBoundaries(
  file: Awaited<FilesOnTheirWay['boundaries']>,
  roster: Roster | null,
  { reading, share }: { readonly reading: FilesOnTheirWay['reading']; readonly share: ShareReading },
): Promise<Boundaries> {
  const findings = file === null || 'data' in file ? [] : file.findings;
  const none =
    !roster ||
    (file === null ? roster.areas.every(({ place }) => place === undefined) : 'text' in file && file.text === null);
  if (none) return { read: null, findings, describe: describeDiagnostic };
  const { parseShapes, readShapes, readTiled, describeBoundaryFinding, isAboutMissing } =
    await import('../geometry/boundaries/index.js');
  // which shapes are missing is said of the date that is shown
  const lasting = ({ diagnostics }: ReadShapes): readonly Diagnostic[] =>
    diagnostics.filter((finding) => !isAboutMissing(finding));
  const describe: Boundaries['describe'] = (finding, locale) =>
    describeBoundaryFinding(finding, locale) ?? describeDiagnostic(finding, locale);
  if (file === null) {
    const read = readShapes(undefined, roster, reading);
    return { read, findings: lasting(read), describe };
  }
  if ('data' in file && isTiled(file.data) && file.data.overview.features.length === 0) {
    return { read: null, findings: [createFinding('tiles-no-overview', file.name)], describe };
  }
  const options = { source: file.name, ...reading };
  const readData = (data: unknown): ReadShapes =>
    isTiled(data) ? readTiled(data, roster, options) : readShapes(data, roster, options);
  const read =
    'data' in file
      ? readData(file.data)
      : share(['shapes', file.name, file.text, reading.crs, reading.codeProperty, reading.nameProperty, roster], () =>
          parseShapes(file.text ?? '', roster, options),
        );
  return { read, findings: [...findings, ...lasting(read)], describe };
}

function listReadable(files: readonly LoadedFile[]): Readable[] {
  return files.flatMap(({ name, text, rows }): Readable[] =>
    rows ? [{ name, rows }] : text === null ? [] : [{ name, text }],
  );
}
