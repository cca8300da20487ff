import { describeDiagnostic, evaluate, parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Diagnostic, Plan, Roster } from '@guatu/core';
import { matchBoundaries } from '../geometry/match-boundaries.js';
import { readFeatures } from '../geometry/read-features.js';
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
  const { boundaries, findings: shapeFindings } = readBoundaries(await files.boundaries);
  const unread = { plan: null, roster, dataset: null, boundaries, evaluate: null, stops: [], describe: describeDiagnostic };
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
  findings.push(...checkBoundaries(boundaries, dataset.roster));
  onRead({
    status: 'ready',
    plan,
    roster: dataset.roster,
    dataset,
    boundaries,
    findings,
    evaluate: (asOf) => evaluate(plan, dataset, { asOf }),
    stops: listStops(plan, dataset),
    describe: describeDiagnostic,
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

/** Boundaries as they came; what cannot be read is told, and tiles are drawn instead. */
function readBoundaries(file: Awaited<FilesOnTheirWay['boundaries']>): {
  readonly boundaries: unknown;
  readonly findings: readonly Diagnostic[];
} {
  if (file === null) return { boundaries: null, findings: [] };
  if ('data' in file) return { boundaries: file.data, findings: [] };
  const { name, text, findings } = file;
  if (text === null) return { boundaries: null, findings };
  try {
    return { boundaries: JSON.parse(text) as unknown, findings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { boundaries: null, findings: [...findings, createFinding('boundaries-json', name, { reason })] };
  }
}

function checkBoundaries(boundaries: unknown, roster: Roster): readonly Diagnostic[] {
  if (boundaries === null) return [];
  const read = readFeatures(boundaries);
  return [...read.diagnostics, ...matchBoundaries(read.boundaries, roster).diagnostics];
}

function hasText(file: LoadedFile): file is Readable {
  return file.text !== null;
}
