import { basename } from 'node:path';
import { describeDiagnostic, DIAGNOSTICS } from '@guatu/core';
import type { Diagnostic } from '@guatu/core';
import { isSpreadsheet } from './find-sources.js';

/** Findings about tables in a folder that were not read: each says what would make it one of the dataset's files. */
export function describePassedOver(paths: readonly string[]): readonly Diagnostic[] {
  return paths.map((path) => {
    const code = isSpreadsheet(path) ? 'file-spreadsheet' : 'file-name-unknown';
    const finding = { code, severity: DIAGNOSTICS[code].severity, path: basename(path), message: '' };
    return { ...finding, message: describeDiagnostic(finding, 'en') };
  });
}
