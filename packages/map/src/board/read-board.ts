import { parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Diagnostic, Plan, Roster } from '@guatu/core';
import { matchBoundaries } from '../geometry/match-boundaries.js';
import { readFeatures } from '../geometry/read-features.js';
import type { BoardSources } from './board.js';
import type { BoardContent } from './board-store.js';
import { makeBarePlan } from './bare-plan.js';
import { createFinding } from './findings.js';
import { listSources, loadFile, ROW_KINDS } from './load-files.js';
import type { FetchText, LoadedFile, RowKind } from './load-files.js';

export interface ReadOptions {
  readonly fetchText: FetchText;
  /** Between the roster and the figures. */
  readonly pause: () => Promise<void>;
  /** Told as soon as the roster is read, and again when everything is. */
  readonly onRead: (content: BoardContent) => void;
}

type Readable = LoadedFile & { readonly text: string };

/** Reads all files of a board, each as soon as it comes; never rejects. */
export async function readBoard(sources: BoardSources, { fetchText, pause, onRead }: ReadOptions): Promise<void> {
  const rows = loadRows(sources, fetchText);
  const planned = loadPlan(sources.plan, fetchText);
  const shaped = loadBoundaries(sources.boundaries, fetchText);
  const areaFiles = await loadAll(sources.areas, fetchText);
  const areas = areaFiles.filter(hasText);
  const missed = areaFiles.flatMap((file) => file.findings);
  const outline = parseAreas(areas);
  const drawable = outline.roster.areas.length > 0;
  const roster = drawable ? outline.roster : null;
  const { boundaries, findings: shapeFindings } = await shaped;
  onRead({ status: 'loading', plan: null, roster, dataset: null, boundaries, findings: [...missed, ...outline.diagnostics] });

  const { plan: ownPlan, findings: planFindings } = await planned;
  const findings = [...missed, ...planFindings, ...shapeFindings];
  if (!drawable) findings.push(createFinding('board-areas-missing', areaFiles[0]?.name ?? 'areas.csv'));
  if (!ownPlan) findings.push(createFinding('board-plan-missing', 'plan.json'));
  const plan = ownPlan ?? (roster ? makeBarePlan(roster) : null);
  if (!drawable || !plan) {
    onRead({ status: 'failed', plan: ownPlan, roster, dataset: null, boundaries, findings: [...findings, ...outline.diagnostics] });
    return;
  }
  const files = await rows;
  for (const kind of ROW_KINDS) findings.push(...files[kind].flatMap((file) => file.findings));
  await pause();
  // the dataset reads the roster again, and its diagnostics hold those of the areas
  const dataset = readDataset(plan, {
    areas,
    observations: files.observations.filter(hasText),
    registers: files.registers.filter(hasText),
    events: files.events.filter(hasText),
    links: files.links.filter(hasText),
  });
  findings.push(...checkBoundaries(boundaries, dataset.roster));
  onRead({ status: 'ready', plan, roster: dataset.roster, dataset, boundaries, findings });
}

async function loadRows(sources: BoardSources, fetchText: FetchText): Promise<Readonly<Record<RowKind, readonly LoadedFile[]>>> {
  const [observations, registers, events, links] = await Promise.all([
    loadAll(sources.observations, fetchText),
    loadAll(sources.registers, fetchText),
    loadAll(sources.events, fetchText),
    loadAll(sources.links, fetchText),
  ]);
  return { observations, registers, events, links };
}

function loadAll(sources: BoardSources[RowKind | 'areas'], fetchText: FetchText): Promise<readonly LoadedFile[]> {
  return Promise.all(listSources(sources).map((source) => loadFile(source, fetchText)));
}

async function loadPlan(source: BoardSources['plan'], fetchText: FetchText): Promise<{ readonly plan: Plan | null; readonly findings: readonly Diagnostic[] }> {
  if (source === undefined) return { plan: null, findings: [] };
  if (typeof source === 'object' && 'data' in source) {
    const { plan, diagnostics } = parsePlan(source.data, { source: source.name ?? 'plan.json' });
    return { plan: plan ?? null, findings: diagnostics };
  }
  const { name, text, findings } = await loadFile(source, fetchText);
  if (text === null) return { plan: null, findings };
  const { plan, diagnostics } = parsePlan(text, { source: name });
  return { plan: plan ?? null, findings: [...findings, ...diagnostics] };
}

/** Boundaries as they came; what cannot be read is told, and tiles are drawn instead. */
async function loadBoundaries(
  source: BoardSources['boundaries'],
  fetchText: FetchText,
): Promise<{ readonly boundaries: unknown; readonly findings: readonly Diagnostic[] }> {
  if (source === undefined) return { boundaries: null, findings: [] };
  if (typeof source === 'object' && 'data' in source) return { boundaries: source.data, findings: [] };
  const { name, text, findings } = await loadFile(source, fetchText);
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
