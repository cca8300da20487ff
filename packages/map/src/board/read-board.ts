import { describeDiagnostic, evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Diagnostic, Locale, Plan, Roster } from '@guatu/core';
import type { ReadShapes } from '../geometry/boundaries/read-shapes.js';
import { isTiled } from '../geometry/tiled-boundaries.js';
import { buildScene } from '../scene/build-scene.js';
import type { BoardContent } from './board-store.js';
import { makeBarePlan } from './bare-plan.js';
import { createFinding } from './findings.js';
import { listStops } from './list-stops.js';
import { ROW_KINDS } from './load-files.js';
import type { FilesOnTheirWay, LoadedFile } from './load-files.js';

export interface ReadOptions {
  /** Between the roster and the figures. */
  readonly pause: () => Promise<void>;
  /** Told as soon as the roster is read, and again when everything is. */
  readonly onRead: (content: BoardContent) => void;
}

type Readable = LoadedFile & { readonly text: string };

/**
 * Reads all files of a board as they come; never rejects. Readers and evaluator are fetched with this module, while
 * the files are on their way: the elements stand on the page before either.
 */
export async function readBoard(files: FilesOnTheirWay, { pause, onRead }: ReadOptions): Promise<void> {
  const areaFiles = await files.areas;
  const areas = areaFiles.filter(hasText);
  const missed = areaFiles.flatMap((file) => file.findings);
  const outline = parseAreas(areas);
  const drawable = outline.roster.areas.length > 0;
  const roster = drawable ? outline.roster : null;
  const { read, findings: shapeFindings, describe } = await readBoundaries(await files.boundaries, roster, files.crs);
  const shapes = { areaShapes: read?.shapes ?? null, join: read?.join ?? null, missingShapes: read?.missing ?? null };
  const unread = { plan: null, roster, dataset: null, ...shapes, evaluate: null, buildScene: null, stops: [], describe };
  onRead({ ...unread, status: 'loading', findings: [...missed, ...outline.diagnostics] });

  const { plan: ownPlan, findings: planFindings } = readPlan(await files.plan);
  const findings = [...missed, ...planFindings, ...shapeFindings];
  if (!drawable) findings.push(createFinding('board-areas-missing', areaFiles[0]?.name ?? 'areas.csv'));
  if (!ownPlan) findings.push(createFinding('board-plan-missing', 'plan.json'));
  const plan = ownPlan ?? (roster ? makeBarePlan(roster) : null);
  if (!drawable || !plan) {
    onRead({ ...unread, status: 'failed', plan: ownPlan, findings: [...findings, ...outline.diagnostics] });
    return;
  }
  const rows = await files.rows;
  for (const kind of ROW_KINDS) findings.push(...rows[kind].flatMap((file) => file.findings));
  await pause();
  // the dataset reads the roster again, and its diagnostics hold those of the areas
  const dataset = readDataset(plan, {
    areas,
    observations: rows.observations.filter(hasText),
    registers: rows.registers.filter(hasText),
    events: rows.events.filter(hasText),
    links: rows.links.filter(hasText),
  });
  const ready: BoardContent = {
    status: 'ready',
    plan,
    roster: dataset.roster,
    dataset,
    ...shapes,
    findings,
    evaluate: (asOf) => evaluate(plan, dataset, { asOf }),
    buildScene,
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

function readPlan(file: Awaited<FilesOnTheirWay['plan']>): { readonly plan: Plan | null; readonly findings: readonly Diagnostic[] } {
  if (file === null) return { plan: null, findings: [] };
  const { name } = file;
  if ('data' in file) {
    const { plan, diagnostics } = parsePlan(file.data, { source: name });
    return { plan: plan ?? null, findings: diagnostics };
  }
  if (file.text === null) return { plan: null, findings: file.findings };
  const { plan, diagnostics } = parsePlan(file.text, { source: name });
  return { plan: plan ?? null, findings: [...file.findings, ...diagnostics] };
}

interface Boundaries {
  readonly read: ReadShapes | null;
  readonly findings: readonly Diagnostic[];
  /** The sentence of any finding about the files. */
  readonly describe: (finding: Diagnostic, locale: Locale) => string;
}

/** Shapes joined to the roster; what cannot be read is told, and tiles are drawn instead. Their reader is fetched for them alone. */
async function readBoundaries(file: Awaited<FilesOnTheirWay['boundaries']>, roster: Roster | null, crs: string): Promise<Boundaries> {
  const findings = file === null || 'data' in file ? [] : file.findings;
  const none = !roster || (file === null ? roster.areas.every(({ place }) => place === undefined) : 'text' in file && file.text === null);
  if (none) return { read: null, findings, describe: describeDiagnostic };
  const { parseShapes, readShapes, readTiled, describeBoundaryFinding, isAboutMissing } = await import('../geometry/boundaries/index.js');
  // which shapes are missing is said of the date that is shown
  const lasting = ({ diagnostics }: ReadShapes): readonly Diagnostic[] => diagnostics.filter((finding) => !isAboutMissing(finding));
  const describe: Boundaries['describe'] = (finding, locale) => describeBoundaryFinding(finding, locale) ?? describeDiagnostic(finding, locale);
  if (file === null) {
    const read = readShapes(undefined, roster, { crs });
    return { read, findings: lasting(read), describe };
  }
  if ('data' in file && isTiled(file.data) && file.data.overview.features.length === 0) {
    return { read: null, findings: [createFinding('tiles-no-overview', file.name)], describe };
  }
  const options = { source: file.name, crs };
  const readData = (data: unknown): ReadShapes => (isTiled(data) ? readTiled(data, roster, options) : readShapes(data, roster, options));
  const read = 'data' in file ? readData(file.data) : parseShapes(file.text ?? '', roster, options);
  return { read, findings: [...findings, ...lasting(read)], describe };
}

function hasText(file: LoadedFile): file is Readable {
  return file.text !== null;
}
