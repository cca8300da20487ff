import { describeDiagnostic, evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Diagnostic, Locale, Plan, Roster } from '@guatu/core';
import { createBoundaryFinding, describeBoundaryFinding } from '../geometry/boundaries/boundary-findings.js';
import type { ReadShapes } from '../geometry/boundaries/read-shapes.js';
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
  const { read, findings: shapeFindings } = await readBoundaries(await files.boundaries, roster, files.crs);
  const shapes = { areaShapes: read?.shapes ?? null, join: read?.join ?? null };
  const unread = { plan: null, roster, dataset: null, ...shapes, evaluate: null, stops: [], describe };
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
  if (read) findings.push(...read.check());
  onRead({
    status: 'ready',
    plan,
    roster: dataset.roster,
    dataset,
    ...shapes,
    findings,
    evaluate: (asOf) => evaluate(plan, dataset, { asOf }),
    stops: listStops(plan, dataset),
    describe,
  });
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

/** Characters of a file of boundaries that are parsed at most: memory ends at a few times as many. */
const MOST_CHARACTERS = 200_000_000;

interface Boundaries {
  readonly read: ReadShapes | null;
  readonly findings: readonly Diagnostic[];
}

/** Shapes joined to the roster; what cannot be read is told, and tiles are drawn instead. */
async function readBoundaries(file: Awaited<FilesOnTheirWay['boundaries']>, roster: Roster | null, crs: string): Promise<Boundaries> {
  if (file === null || !roster) return { read: null, findings: [] };
  const { data, findings } = 'data' in file ? { data: file.data, findings: [] } : parseText(file);
  if (data === undefined) return { read: null, findings };
  const { readShapes } = await import('../geometry/boundaries/read-shapes.js');
  const read = readShapes(data, roster, { source: file.name, crs });
  return { read, findings: [...findings, ...read.diagnostics] };
}

function parseText({ name, text, findings }: LoadedFile): { readonly data: unknown; readonly findings: readonly Diagnostic[] } {
  if (text === null) return { data: undefined, findings };
  if (text.length > MOST_CHARACTERS) {
    const tooLong = createBoundaryFinding('boundary-too-long', name, { got: text.length, limit: MOST_CHARACTERS });
    return { data: undefined, findings: [...findings, tooLong] };
  }
  try {
    return { data: JSON.parse(text) as unknown, findings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { data: undefined, findings: [...findings, createBoundaryFinding('boundary-json', name, { reason })] };
  }
}

/** The sentence of any finding about the files. */
function describe(finding: Diagnostic, locale: Locale): string {
  return describeBoundaryFinding(finding, locale) ?? describeDiagnostic(finding, locale);
}

function hasText(file: LoadedFile): file is Readable {
  return file.text !== null;
}
