import type { Diagnostic } from '@guatu/core';
import { createFinding } from './findings.js';

/** What a map that is published says of itself. Texts are empty where nothing was given. */
export interface Publication {
  readonly publisher: string;
  /** 审图号. */
  readonly approvalNumber: string;
  /** Day the data describe, or words for it. */
  readonly dataDate: string;
  /** Shapes of areas are drawn where they lie; a schematic layout shows no boundary. */
  readonly showsBoundaries: boolean;
}

/**
 * What a map lacks before it is published: its publisher, the day of its data, and where it shows boundaries its
 * approval number. Of a schematic layout it is stated that no boundary is shown. Whether a map may be published is for
 * the authority to say; this only finds what is missing on it.
 *
 * @returns notes with `severity: 'info'`; only what is missing, and the statement
 *
 * @example
 * checkPublication({ publisher: '', approvalNumber: '', dataDate: '2021-12-31', showsBoundaries: true }).map(({ code }) => code);
 * // ['publication-approval', 'publication-publisher']
 */
export function checkPublication({
  publisher,
  approvalNumber,
  dataDate,
  showsBoundaries,
}: Publication): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!showsBoundaries) found.push(createFinding('publication-schematic', 'boundaries'));
  else if (approvalNumber.trim() === '') found.push(createFinding('publication-approval', 'approval-number'));
  if (dataDate.trim() === '') found.push(createFinding('publication-data-date', 'data-date'));
  if (publisher.trim() === '') found.push(createFinding('publication-publisher', 'publisher'));
  return found;
}
