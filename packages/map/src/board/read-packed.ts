import { openBoard } from '@guatu/core/board-file';
import type { OpenedBoard } from '@guatu/core/board-file';
import { createFinding } from './findings.js';
import type { FilesOnTheirWay, LoadedBytes } from './load-files.js';
import type { ReadSources } from './read-sources.js';

/** Opens a board file, which stands in place of a plan and all files of rows. */
export function readPacked(packed: Promise<LoadedBytes>): ReadSources {
  return async ({ beside }: FilesOnTheirWay, share) => {
    const { name, bytes, findings: missed } = await packed;
    // boards of one page that fetched the same bytes open them once
    const opened =
      bytes === null ? null : await share(['packed', name, bytes], () => openBoard(bytes, { source: name }));
    const { plan = null, dataset = null, planDiagnostics = [], diagnostics = [] } = opened ?? NOTHING;
    const unread = beside.length > 0 ? [createFinding('source-beside-board', name, { names: beside.join(', ') })] : [];
    return {
      roster: dataset && dataset.roster.areas.length > 0 ? dataset.roster : null,
      findings: [...missed, ...diagnostics, ...unread],
      unlasting: [],
      isOutline: false,
      plan: () => Promise.resolve({ plan, findings: planDiagnostics }),
      // why it is not there is said already, but of a board without areas
      absent: { plan: [], areas: dataset ? [createFinding('board-areas-missing', name)] : [] },
      rows: () => Promise.resolve([]),
      dataset: () => dataset as NonNullable<typeof dataset>,
    };
  };
}

const NOTHING: Partial<OpenedBoard> = {};
