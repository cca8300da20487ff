import { splitList } from '../csv/field.js';
import type { CsvRow } from '../csv/csv-row.js';
import type { SourceFile } from '../csv/source-file.js';
import { readCsv } from '../csv/read-csv.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { parseDate } from '../period/period.js';
import type { AreaFinder } from './area-finder.js';
import type { EventRow } from './dataset.js';
import type { PlanNames } from './plan-names.js';
import { FirstRows, requireFields } from './read-rows.js';
import type { RowFate } from './row-tally.js';

const COLUMNS = { required: ['kind', 'date'], optional: ['id', 'subject', 'covered', 'note'] } as const;

/** Reads `events.csv`: by kind, ascending by date. */
export function readEvents(
  files: readonly SourceFile[],
  areas: AreaFinder,
  names: PlanNames,
  { found, tally, refused }: RowFate,
): ReadonlyMap<string, readonly EventRow[]> {
  const kinds = new Map<string, EventRow[]>();
  const firsts = new FirstRows(found);
  for (const file of files) {
    const counts = readCsv(file, COLUMNS, found, (row) => {
      const event = readEvent(row, areas, names, found);
      if (!event) {
        refused.addRow('events', row.get('kind'), row.get('subject'));
        return tally.count(file.name, 'refused');
      }
      if (firsts.repeats(row, ['kind', 'id', 'subject', 'date', 'covered']))
        return tally.count(file.name, 'superseded');
      tally.count(file.name, 'used');
      const events = kinds.get(event.kind);
      if (events) {
        events.push(event);
        return;
      }
      kinds.set(event.kind, [event]);
      if (!names.events.has(event.kind)) found.add('event-kind-unused', `${row.place} kind`, { kind: event.kind });
    });
    tally.add(file.name, counts);
    refused.addUnread('events', counts.refused);
  }
  for (const events of kinds.values()) events.sort((a, b) => a.date - b.date);
  return kinds;
}

function readEvent(row: CsvRow, areas: AreaFinder, names: PlanNames, found: DiagnosticList): EventRow | undefined {
  if (!requireFields(row, COLUMNS.required, found)) return undefined;
  const kind = row.get('kind');
  const date = parseDate(row.get('date'));
  if (date === undefined) {
    found.add('row-date', `${row.place} date`, { got: row.get('date') });
    return undefined;
  }
  const subject = row.get('subject');
  const area = subject === '' ? undefined : areas.rowOn(subject, date);
  if (area === undefined && names.areaEvents.has(kind)) {
    const { code, params } =
      subject === '' ? { code: 'row-field-missing' as const, params: { column: 'subject' } } : areas.faultOf(subject);
    found.add(code, `${row.place} subject`, params);
    return undefined;
  }
  const covered = splitList(row.get('covered'));
  if (names.coveringEvents.has(kind)) {
    for (const code of covered) {
      if (areas.rowOn(code, date) === undefined)
        found.add('event-covered-unknown', `${row.place} covered`, { got: code });
    }
  }
  return { kind, id: row.get('id'), subject, area: area ?? -1, date, covered, note: row.get('note'), place: row.place };
}
