import type { SourceFile } from '../csv/source-file.js';
import { readCsv } from '../csv/read-csv.js';
import type { AreaFinder } from './area-finder.js';
import type { LinkRow } from './dataset.js';
import { FirstRows, readSpan, requireFields } from './read-rows.js';
import type { RowFate } from './row-tally.js';

const COLUMNS = { required: ['actor', 'role', 'area'], optional: ['from', 'to'] } as const;

/** Reads `links.csv`: who holds which area, by role. */
export function readLinks(
  files: readonly SourceFile[],
  areas: AreaFinder,
  { found, tally, refused }: RowFate,
): ReadonlyMap<string, readonly LinkRow[]> {
  const roles = new Map<string, LinkRow[]>();
  const firsts = new FirstRows(found);
  for (const file of files) {
    const counts = readCsv(file, COLUMNS, found, (row) => {
      const span = requireFields(row, COLUMNS.required, found) ? readSpan(row, found) : undefined;
      const refuse = (): void => {
        refused.addRow('links', row.get('role'), row.get('area'));
        tally.count(file.name, 'refused');
      };
      if (!span) return refuse();
      const area = areas.rowOn(row.get('area'), span.to);
      if (area === undefined) {
        const { code, params } = areas.faultOf(row.get('area'));
        found.add(code, `${row.place} area`, params);
        return refuse();
      }
      if (firsts.repeats(row, [...COLUMNS.required, ...COLUMNS.optional])) return tally.count(file.name, 'superseded');
      tally.count(file.name, 'used');
      const link: LinkRow = { actor: row.get('actor'), role: row.get('role'), area, ...span, place: row.place };
      const links = roles.get(link.role);
      if (links) links.push(link);
      else roles.set(link.role, [link]);
    });
    tally.add(file.name, counts);
    refused.addUnread('links', counts.refused);
  }
  return roles;
}
