import type { Dataset, Diagnostic, Plan, Roster } from '@guatu/core';
import type { FilesOnTheirWay } from './load-files.js';

/** Reads something, unless somebody has just read the same: the key is everything that is read and how. */
export type ShareReading = <Reading extends object>(key: readonly unknown[], read: () => Reading) => Reading;

/** What is read of a board's sources, in the order it is needed. Nothing of it rejects. */
export interface SourceReading {
  /** Known first. `findings` are of the files it was read from, `unlasting` those that the dataset has as well. */
  readonly roster: Roster | null;
  readonly findings: readonly Diagnostic[];
  readonly unlasting: readonly Diagnostic[];
  /** Whether the dataset takes time to read, so that the outline is worth showing before. */
  readonly isOutline: boolean;
  readonly plan: () => Promise<{ readonly plan: Plan | null; readonly findings: readonly Diagnostic[] }>;
  /** What is said where there is no plan, and no roster. */
  readonly absent: { readonly plan: readonly Diagnostic[]; readonly areas: readonly Diagnostic[] };
  /** Findings of the files of rows, which have come by then. */
  readonly rows: () => Promise<readonly Diagnostic[]>;
  readonly dataset: (plan: Plan) => Dataset;
}

/** Reads the sources of a board as they come. */
export type ReadSources = (files: FilesOnTheirWay, share: ShareReading) => Promise<SourceReading>;
