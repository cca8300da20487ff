import { splitList } from '../csv/field.js';
import type { CsvRow } from '../csv/csv-row.js';
import type { SourceFile } from '../csv/source-file.js';
import { readCsv } from '../csv/read-csv.js';
import { explainCode } from '../csv/explain-spelling.js';
import { sourceFilesOf } from '../csv/source-files.js';
import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { RowCounts } from '../csv/row-counts.js';
import { parseDate } from '../period/period.js';
import type { AreaKind } from '../plan/plan.js';
import type { Area, Roster } from './area.js';
import { checkTies } from './check-ties.js';
import { keepTree } from './check-tree.js';
import { createRoster, isCode } from './create-roster.js';
import { KINDS, parseLevel } from './level.js';
import type { PlacedArea } from './placed-area.js';

/** A roster as far as it could be read, and what was found on the way. */
export interface ParsedAreas {
  readonly roster: Roster;
  readonly diagnostics: readonly Diagnostic[];
  /** By file name; rows = used + refused. */
  readonly rowCounts: ReadonlyMap<string, RowCounts>;
}

const COLUMNS = {
  required: ['code', 'name', 'level', 'parent'],
  optional: ['kind', 'rollout', 'aliases', 'validFrom', 'validTo', 'successor', 'longitude', 'latitude'],
} as const;

/**
 * Reads `areas.csv`, one file or several.
 *
 * Rows that cannot stand (a code twice, an unknown parent, a cycle, a level that is not one below the
 * parent's, an unknown level or kind) are refused with their place, and so is what hangs below them;
 * the rest is kept. Names may repeat. A date, place, alias or successor that cannot be used is left out with
 * a warning and the area stays.
 *
 * @example parseAreas({ name: 'areas.csv', text }).roster.indexOf('620321100000')
 */
export function parseAreas(files: SourceFile | readonly SourceFile[]): ParsedAreas {
  const found = new DiagnosticList();
  const placed: PlacedArea[] = [];
  const rows = new Map<string, number>();
  for (const file of sourceFilesOf('parseAreas', () => files)) {
    const counts = readCsv(file, COLUMNS, found, (row) => {
      const area = readArea(row, found);
      if (area) placed.push({ area, file: file.name, place: row.place });
    });
    rows.set(file.name, (rows.get(file.name) ?? 0) + counts.rows);
  }
  const kept = keepTree(placed, found);
  const roster = createRoster(checkTies(kept, found));
  tellRoots(kept, found);
  const used = new Map<string, number>();
  for (const { file } of kept) used.set(file, (used.get(file) ?? 0) + 1);
  const rowCounts = new Map<string, RowCounts>();
  for (const [file, count] of rows) {
    const standing = used.get(file) ?? 0;
    rowCounts.set(file, { rows: count, used: standing, missing: 0, superseded: 0, refused: count - standing });
  }
  return { roster, diagnostics: found.list(), rowCounts };
}

/** Roots that are named; the rest is counted. */
const NAMED_ROOTS = 3;

/** Several areas without one above them are each spoken of by name, which nobody expects of a county's own roster. */
function tellRoots(kept: readonly PlacedArea[], found: DiagnosticList): void {
  const roots = kept.filter(({ area }) => area.parent === '' && area.validTo === '');
  const [first] = roots;
  if (!first || roots.length === 1) return;
  const names = roots.slice(0, NAMED_ROOTS).map(({ area }) => area.name);
  found.add('area-roots', first.file, {
    count: roots.length,
    areas: [...names, ...(roots.length > names.length ? ['…'] : [])].join(', '),
  });
}

function readArea(row: CsvRow, found: DiagnosticList): Area | undefined {
  const { place } = row;
  const code = row.get('code');
  if (code === '') {
    found.add('area-code-missing', `${place} code`);
    return undefined;
  }
  const spelling = explainCode(code, isCode, () => []);
  if (spelling?.code === 'spelling-scientific-code')
    found.add('area-code-scientific', `${place} code`, spelling.params);
  if (spelling?.code === 'spelling-unseen') found.add('area-code-unseen', `${place} code`, spelling.params);
  const level = parseLevel(row.get('level'));
  if (level === undefined) {
    found.add('area-level-unknown', `${place} level`, { got: row.get('level') });
    return undefined;
  }
  const kinds = KINDS[level];
  const kind = row.get('kind') === '' && kinds.length === 1 ? kinds[0] : readKind(row.get('kind'), kinds);
  if (kind === undefined) {
    found.add('area-kind-unknown', `${place} kind`, { got: row.get('kind'), expected: kinds.join(', ') });
    return undefined;
  }
  if (row.get('name') === '') found.add('area-name-missing', `${place} name`, { code });
  const validFrom = readOpenDate(row, 'validFrom', found);
  const validTo = readOpenDate(row, 'validTo', found);
  if (validFrom !== '' && validTo !== '' && validTo < validFrom) {
    found.add('area-dates-order', `${place} validTo`, { from: validFrom, to: validTo });
  }
  const lies = readPlace(row, found);
  return {
    code,
    name: row.get('name') || code,
    level,
    parent: row.get('parent'),
    kind,
    rollout: readCohort(row, found),
    aliases: splitList(row.get('aliases')),
    validFrom,
    validTo,
    successor: row.get('successor'),
    ...(lies && { place: lies }),
  };
}

/** Both or none, in degrees; what is neither is told and left out, and the area stays. */
function readPlace(row: CsvRow, found: DiagnosticList): Area['place'] {
  const texts = [row.get('longitude'), row.get('latitude')] as const;
  if (texts[0] === '' && texts[1] === '') return undefined;
  const [longitude, latitude] = texts.map((text) =>
    /^-?\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN,
  ) as [number, number];
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
  found.add('area-place', `${row.place} longitude`, { got: texts.join(' ') });
  return undefined;
}

function readKind(text: string, kinds: readonly AreaKind[]): AreaKind | undefined {
  return kinds.find((kind) => kind === text);
}

function readOpenDate(row: CsvRow, column: 'validFrom' | 'validTo', found: DiagnosticList): string {
  const text = row.get(column);
  if (text === '' || parseDate(text) !== undefined) return text;
  found.add('area-date', `${row.place} ${column}`, { got: text });
  return '';
}

function readCohort(row: CsvRow, found: DiagnosticList): string {
  const text = row.get('rollout');
  if (text === '' || /^\d{4}$/.test(text)) return text;
  found.add('area-rollout', `${row.place} rollout`, { got: text });
  return '';
}
