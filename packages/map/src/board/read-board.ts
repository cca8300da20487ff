import { describeDiagnostic, evaluate } from '@guatu/core';
import type { Diagnostic, Locale, Roster } from '@guatu/core';
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
import type { FilesOnTheirWay } from './load-files.js';
import type { ReadSources, ShareReading } from './read-sources.js';

export interface ReadOptions {
  /** Between the roster and the figures. */
  readonly pause: () => Promise<void>;
  readonly share: ShareReading;
  /** Told as soon as the roster is read, and again when everything is. */
  readonly onRead: (content: BoardContent) => void;
}

/**
 * Reads all files of a board as they come; never rejects. What reads them and the evaluator are fetched while they are on
 * their way: the elements stand on the page before either.
 */
export async function readBoard(
  files: FilesOnTheirWay,
  readSources: ReadSources,
  { pause, share, onRead }: ReadOptions,
): Promise<void> {
  const sources = await readSources(files, share);
  const { roster, isOutline } = sources;
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
  if (isOutline) onRead({ ...unread, status: 'loading', findings: [...sources.findings, ...sources.unlasting] });

  const { plan: ownPlan, findings: planFindings } = await sources.plan();
  const findings = [...sources.findings, ...planFindings, ...shapeFindings];
  if (!roster) for (const finding of sources.absent.areas) findings.push(finding);
  if (!ownPlan) for (const finding of sources.absent.plan) findings.push(finding);
  const plan = ownPlan ?? (roster ? makeBarePlan(roster) : null);
  if (!roster || !plan) {
    onRead({ ...unread, status: 'failed', plan: ownPlan, findings: [...findings, ...sources.unlasting] });
    return;
  }
  for (const finding of await sources.rows()) findings.push(finding);
  if (isOutline) await pause();
  const dataset = sources.dataset(plan);
  const ready: BoardContent = {
    status: 'ready',
    plan,
    roster: dataset.roster,
    dataset,
    ...shapes,
    findings,
    // boards of one page that show the same at the same date share its answers
    evaluate: (asOf) => share(['evaluation', plan, dataset, asOf], () => evaluate(plan, dataset, { asOf })),
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
