import { isMissing, splitList } from '../csv/field.js';
import type { CsvRow } from '../csv/csv-row.js';
import type { SourceFile } from '../csv/source-file.js';
import { readCsv } from '../csv/read-csv.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { RegisterRow } from './dataset.js';
import type { AreaFinder } from './area-finder.js';
import { FirstRows, readSpan, requireFields } from './read-rows.js';
import type { RowFate } from './row-tally.js';

const COLUMNS = {
  required: ['register', 'id'],
  optional: ['area', 'class', 'from', 'to', 'attributes'],
} as const;

/** Reads `registers.csv`: members that are counted, by register. */
export function readRegisters(
  files: readonly SourceFile[],
  areas: AreaFinder,
  known: ReadonlySet<string>,
  { found, tally, refused }: RowFate,
): ReadonlyMap<string, readonly RegisterRow[]> {
  const registers = new Map<string, RegisterRow[]>();
  const firsts = new FirstRows(found);
  for (const file of files) {
    const counts = readCsv(file, COLUMNS, found, (row) => {
      const member = readMember(row, areas, found);
      if (!member) {
        refused.addRow('registers', row.get('register'), row.get('area'));
        return tally.count(file.name, 'refused');
      }
      if (firsts.repeats(row, [...COLUMNS.required, ...COLUMNS.optional])) return tally.count(file.name, 'superseded');
      tally.count(file.name, 'used');
      const members = registers.get(member.register);
      if (members) {
        members.push(member);
        return;
      }
      registers.set(member.register, [member]);
      if (known.has(member.register)) return;
      found.add('register-unused', `${row.place} register`, { register: member.register });
    });
    tally.add(file.name, counts);
    refused.addUnread('registers', counts.refused);
  }
  return registers;
}

function readMember(row: CsvRow, areas: AreaFinder, found: DiagnosticList): RegisterRow | undefined {
  if (!requireFields(row, COLUMNS.required, found)) return undefined;
  const span = readSpan(row, found);
  if (!span) return undefined;
  const code = row.get('area');
  // A member that ended belongs to the area as it was then.
  const area = isMissing(code) ? -1 : areas.rowOn(code, span.to);
  if (area === undefined) {
    const { code: fault, params } = areas.faultOf(code);
    found.add(fault, `${row.place} area`, params);
    return undefined;
  }
  const origin = area < 0 ? area : areas.rowOn(code, Number.NEGATIVE_INFINITY);
  return {
    register: row.get('register'),
    id: row.get('id'),
    area,
    ...(origin !== undefined && areas.hasCeased(origin) && { origin }),
    class: row.get('class'),
    ...span,
    attributes: readAttributes(row, found),
    place: row.place,
  };
}

/** `key=value;key=value`; a key without a value is left out and so unknown. */
function readAttributes(row: CsvRow, found: DiagnosticList): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const part of splitList(row.get('attributes'))) {
    const at = part.search(/[=＝]/);
    const key = part.slice(0, Math.max(0, at)).trim();
    if (key === '' || attributes.has(key)) {
      found.add('register-attribute', `${row.place} attributes`, { got: part });
      continue;
    }
    const value = part.slice(at + 1).trim();
    if (!isMissing(value)) attributes.set(key, value);
  }
  return attributes;
}
