import type { Roster } from '../area/area.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Dataset, EventRow, LinkRow, Observations, RegisterRow } from './dataset.js';
import { NOTHING_REFUSED } from './refused-rows.js';

/** Parts of a dataset that were made in memory. */
export interface DatasetParts {
  readonly roster: Roster;
  readonly observations: Observations;
  readonly registers?: ReadonlyMap<string, readonly RegisterRow[]>;
  /** Each kind ascending by date. */
  readonly events?: ReadonlyMap<string, readonly EventRow[]>;
  readonly links?: ReadonlyMap<string, readonly LinkRow[]>;
  readonly diagnostics?: readonly Diagnostic[];
}

/** Puts a dataset together from parts that were not read from files; what is left out was not reported. */
export function createDataset({
  roster,
  observations,
  registers = new Map(),
  events,
  links = new Map(),
  diagnostics = [],
}: DatasetParts): Dataset {
  return {
    roster,
    observations,
    registers,
    events: events ?? new Map<string, readonly EventRow[]>(),
    hasEvents: events !== undefined,
    links,
    diagnostics,
    rowCounts: new Map(),
    refused: NOTHING_REFUSED,
  };
}
