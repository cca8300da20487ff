import type { Dataset, Diagnostic, Evaluation, IsoDate, Locale, Plan, Roster } from '@guatu/core';
import type { AreaShapes, JoinReport } from '../geometry/area-shapes.js';
import type { layoutAreas } from '../geometry/layout-areas.js';
import type { placePainting } from '../scene/place-painting.js';
import type { Accounts } from './accounts.js';
import type { BoardStatus } from './board.js';
import type { Painters } from './painting-maker.js';
import type { Stop } from './stop.js';

/** What was read of the files so far. */
export interface BoardContent {
  readonly status: BoardStatus;
  readonly plan: Plan | null;
  readonly roster: Roster | null;
  readonly dataset: Dataset | null;
  readonly areaShapes: AreaShapes | null;
  readonly join: JoinReport | null;
  /** Which areas have no shape at a date, and what is said of them; `null` without a file of shapes. */
  readonly missingShapes:
    | ((asOf: IsoDate) => { readonly codes: readonly string[]; readonly diagnostics: readonly Diagnostic[] })
    | null;
  readonly findings: readonly Diagnostic[];
  /** Evaluates what was read at a date. */
  readonly evaluate: ((asOf: IsoDate) => Evaluation) | null;
  /** Comes with the readers: nothing can be laid out before there is a roster. */
  readonly layoutAreas: typeof layoutAreas | null;
  /** Come with the readers: nothing can be painted before there are figures. */
  readonly painters: Painters | null;
  readonly placePainting: typeof placePainting | null;
  /** Comes with the readers: nothing can be said before there are figures. */
  readonly accounts: Accounts | null;
  readonly stops: readonly Stop[];
  /** Says a finding of the readers in a language; `null` before they are there. */
  readonly describe: ((finding: Diagnostic, locale: Locale) => string) | null;
}

/** Before anything is read. */
export const NOTHING: BoardContent = {
  status: 'empty',
  plan: null,
  roster: null,
  dataset: null,
  areaShapes: null,
  join: null,
  missingShapes: null,
  findings: [],
  evaluate: null,
  layoutAreas: null,
  painters: null,
  placePainting: null,
  accounts: null,
  stops: [],
  describe: null,
};
