import { createDiagnostic } from '../diagnostic/create-diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { quoteValue } from '../diagnostic/quote-value.js';
import type { Dataset } from '../observation/dataset.js';
import type { Plan } from '../plan/plan.js';
import { isKeptPlan } from '../plan-reader/is-kept-plan.js';
import { BoardFileFault, contentFault } from './board-file-fault.js';
import { ColumnReader, listOf } from './column-reader.js';
import { openDiagnostics, openRefused, openRowCounts } from './open-accounts.js';
import { openAreas } from './open-areas.js';
import { openLayout } from './open-layout.js';
import { openReports } from './open-reports.js';
import { openEvents, openLinks, openRegisters } from './open-rows.js';
import { isPacked, unpack } from './unpack.js';

/** What was in a board file; `plan` and `dataset` are there both or not at all. */
export type OpenedBoard =
  | {
      readonly plan: Plan;
      /** What was found in the plan when it was read. */
      readonly planDiagnostics: readonly Diagnostic[];
      /** What was found in its files is in its `diagnostics`. */
      readonly dataset: Dataset;
      readonly diagnostics: readonly [];
    }
  | {
      readonly plan?: undefined;
      readonly planDiagnostics: readonly [];
      readonly dataset?: undefined;
      /** Why the file was not opened. */
      readonly diagnostics: readonly Diagnostic[];
    };

/**
 * Opens a board file, packed by gzip or not. What is evaluated of it is what would be evaluated of the texts it was made
 * of, to the last word; a report can be applied to it. Never rejects on data: a file that is cut short, damaged, of a newer version
 * or contradicts itself is refused whole, with a sentence. No more is made of a file than its bytes can hold.
 *
 * @param bytes an `ArrayBuffer`, or a view of one; what was opened does not change with it
 * @param options `source`: the file's name, as diagnostics call it; `board.guatu` by default
 * @throws TypeError for what are no bytes.
 * @example
 * const { plan, dataset, diagnostics } = await openBoard(await (await fetch('board.guatu')).arrayBuffer());
 * if (plan) evaluate(plan, dataset, { asOf: '2021-12-31' });
 */
export async function openBoard(
  bytes: ArrayBuffer | ArrayBufferView,
  { source = 'board.guatu' }: { readonly source?: string } = {},
): Promise<OpenedBoard> {
  const given = bytesOf(bytes);
  try {
    return isPacked(given)
      ? openBytes(await unpack(given), { isChecked: true })
      : openBytes(given, { isChecked: false });
  } catch (error) {
    if (!(error instanceof BoardFileFault)) throw error;
    return { planDiagnostics: [], diagnostics: [createDiagnostic(error.code, source, error.params)] };
  }
}

function bytesOf(bytes: unknown): Uint8Array {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes instanceof ArrayBuffer || String(bytes) === '[object ArrayBuffer]')
    return new Uint8Array(bytes as ArrayBuffer);
  throw new TypeError(`openBoard: expected an ArrayBuffer or a view of one, got ${quoteValue(bytes)}`);
}

function openBytes(bytes: Uint8Array, checked: Parameters<typeof openLayout>[1]): OpenedBoard {
  const { header, columns } = openLayout(bytes, checked);
  const { plan } = header;
  if (!isKeptPlan(plan)) throw contentFault('plan');
  const tables = new ColumnReader(columns, header['tables']);
  const table = (name: string) => tables.table(name, bytes.length);
  const roster = openAreas(table('areas'));
  const areas = roster.areas.length;
  const { hasEvents } = header;
  if (typeof hasEvents !== 'boolean') throw contentFault('hasEvents');
  const refused = listOf(header['refusedReports'], 'refusedReports');
  const dataset: Dataset = {
    roster,
    observations: openReports(plan, roster, { reports: table('reports'), figures: table('figures'), refused }),
    registers: openRegisters(table('registers'), areas),
    events: openEvents(table('events'), areas),
    hasEvents,
    links: openLinks(table('links'), areas),
    diagnostics: openDiagnostics(header['diagnostics'], 'diagnostics'),
    rowCounts: openRowCounts(header['rowCounts']),
    refused: openRefused(header['refused'], roster),
  };
  const planDiagnostics = openDiagnostics(header['planDiagnostics'], 'planDiagnostics');
  return { plan, planDiagnostics, dataset, diagnostics: [] };
}
