import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Dataset } from '../observation/dataset.js';
import { ObservationView } from '../observation/observation-view.js';
import { RefusedTally } from '../observation/refused-rows.js';
import { requirePlan } from '../observation/require-plan.js';
import type { Plan } from '../plan/plan.js';
import { checksumOf } from './checksum.js';
import { ColumnWriter } from './column-writer.js';
import { align, AT, MOST_BYTES, PREFIX, SIGNATURE, VERSION } from './layout.js';
import { packAreas } from './pack-areas.js';
import { packReports } from './pack-reports.js';
import { packEvents, packLinks, packRegisters } from './pack-rows.js';
import { platform } from './platform.js';

/** What goes into a board file. */
export interface BoardParts {
  /** As `parsePlan` answers it; the dataset was read against it. */
  readonly plan: Plan;
  /** What was found in the plan. */
  readonly planDiagnostics?: readonly Diagnostic[];
  /** As `readDataset` answers it. */
  readonly dataset: Dataset;
}

/**
 * Writes a plan and everything reported for it as one file that `openBoard` opens without reading a text. Findings,
 * accounts of rows, and the place of every row are in it, so that what is evaluated of it is the same in every word. The
 * same board gives the same bytes. Gzip takes them to about a fifth; `openBoard` takes them either way.
 *
 * @returns the bytes of the file, unpacked
 * @throws TypeError for a plan or dataset of another form, and for a dataset of another plan; of figures that were given as
 *   columns (`createObservations`) there are no rows to write.
 * @throws RangeError for a board of more than 4 GB.
 * @example
 * const { plan, diagnostics } = parsePlan(text);
 * writeFileSync('board.guatu', gzipSync(packBoard({ plan, planDiagnostics: diagnostics, dataset: readDataset(plan, files) })));
 */
export function packBoard({ plan, planDiagnostics = [], dataset }: BoardParts): Uint8Array<ArrayBuffer> {
  requirePlan('packBoard', plan);
  const { store } = requireRows(plan, dataset);
  const columns = new ColumnWriter();
  const { roster, registers, events, links, diagnostics, rowCounts, refused, hasEvents } = dataset;
  const { reports, figures, refused: refusedReports } = packReports(store, columns);
  const header = {
    plan,
    planDiagnostics,
    diagnostics,
    rowCounts: [...rowCounts].map(([file, counts]) => ({ file, ...counts })),
    refused: refused instanceof RefusedTally ? refused.counts() : [],
    refusedReports,
    hasEvents,
    tables: {
      areas: packAreas(roster, columns),
      figures,
      reports,
      registers: packRegisters(registers, columns),
      events: packEvents(events, columns),
      links: packLinks(links, columns),
    },
  };
  return assemble(JSON.stringify(header), columns);
}

/** @throws TypeError */
function requireRows(plan: Plan, dataset: Dataset): ObservationView {
  const view = dataset?.observations;
  if (!(view instanceof ObservationView) || view.store.table.blockReports > 0) {
    throw new TypeError('packBoard: expected a dataset as readDataset answers it');
  }
  const { indicators } = view.store.plan;
  const isSame =
    indicators.length === plan.indicators.length && indicators.every(({ id }, at) => plan.indicators[at]?.id === id);
  if (!isSame) throw new TypeError('packBoard: the dataset was read against another plan');
  return view;
}

function assemble(header: string, columns: ColumnWriter): Uint8Array<ArrayBuffer> {
  const text = new platform.TextEncoder().encode(header);
  const begin = align(PREFIX + text.length);
  const length = begin + columns.length;
  if (length > MOST_BYTES) throw new RangeError(`packBoard: ${length} bytes, of which a file holds ${MOST_BYTES}`);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes.set(SIGNATURE);
  bytes.set(text, PREFIX);
  bytes.fill(SPACE, PREFIX + text.length, begin);
  columns.writeTo(view, begin);
  view.setUint32(AT.version, VERSION, true);
  view.setUint32(AT.length, length, true);
  view.setUint32(AT.headerLength, begin - PREFIX, true);
  view.setUint32(AT.checksum, checksumOf(bytes.subarray(AT.headerLength)), true);
  return bytes;
}

/** What JSON is filled up with. */
const SPACE = 0x20;
