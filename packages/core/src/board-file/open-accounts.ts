import type { RowCounts } from '../csv/row-counts.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Roster } from '../area/area.js';
import { RefusedTally, ROW_FILES } from '../observation/refused-rows.js';
import type { RefusedCount } from '../observation/refused-rows.js';
import { fieldsOf, isText, listOfAll } from './column-reader.js';
import type { IsValue } from './column-reader.js';

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info'];

const isDiagnostic: IsValue<Diagnostic> = (value): value is Diagnostic => {
  const { code, severity, path, message, params } = fieldsOf(value);
  const isPlain = Object.values(fieldsOf(params)).every((own) => isText(own) || typeof own === 'number');
  return [code, path, message].every(isText) && SEVERITIES.includes(severity) && isPlain;
};

/** Findings as they were. @throws BoardFileFault */
export function openDiagnostics(list: unknown, part: string): readonly Diagnostic[] {
  return listOfAll(list, part, isDiagnostic);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

type FileCounts = RowCounts & { readonly file: string };

const isFileCounts: IsValue<FileCounts> = (value): value is FileCounts => {
  const { file, rows, used, missing, superseded, refused } = fieldsOf(value);
  return isText(file) && [rows, used, missing, superseded, refused].every(isCount);
};

/** What became of the rows of each file. @throws BoardFileFault */
export function openRowCounts(list: unknown): ReadonlyMap<string, RowCounts> {
  const counts = listOfAll(list, 'rowCounts', isFileCounts);
  return new Map(
    counts.map(({ file, rows, used, missing, superseded, refused }) => [
      file,
      { rows, used, missing, superseded, refused },
    ]),
  );
}

/** Refused rows by what they speak of. @throws BoardFileFault */
export function openRefused(list: unknown, roster: Roster): RefusedTally {
  const { length } = roster.areas;
  const isRefused: IsValue<RefusedCount> = (value): value is RefusedCount => {
    const { file, name, area, count } = fieldsOf(value);
    const isArea = Number.isInteger(area) && (area as number) >= -1 && (area as number) < length;
    return ROW_FILES.some((known) => known === file) && isText(name) && isArea && isCount(count);
  };
  const tally = new RefusedTally(roster);
  for (const count of listOfAll(list, 'refused', isRefused)) tally.addCount(count);
  return tally;
}
