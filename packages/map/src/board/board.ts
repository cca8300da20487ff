import type { Dataset, Diagnostic, Evaluation, IsoDate, Locale, Plan, Roster } from '@guatu/core';
import type { BreakMethod } from '../scale/break-methods.js';
import type { TextSize } from '../scale/text-size.js';
import type { AreaShapes, JoinReport } from '../geometry/area-shapes.js';
import type { ThemeName } from '../scale/themes.js';
import type { layoutAreas } from '../geometry/layout-areas.js';
import type { Painting } from '../scene/painting.js';
import type { placePainting } from '../scene/place-painting.js';
import type { Accounts } from './accounts.js';
import type { Comparison, Filter, ShapeChoice, TileShape, View } from '../scene/view.js';

export const VIEWS: readonly View[] = ['both', 'rollout', 'attainment', 'figure', 'lights'];

export const COMPARISONS: readonly Comparison[] = ['beside', 'change'];

/**
 * How one gets from the county to its villages: by descending into a township (`drill`), by zooming past a scale
 * (`zoom`), or not at all (`fixed`).
 */
export type LevelsMode = 'drill' | 'zoom' | 'fixed';

export const NO_FILTER: Filter = { cohorts: [], classes: [] };

/** All that can be chosen; readable and settable from outside, and nothing else is state. */
export interface BoardState {
  /** The moment described. Empty until something is loaded and nobody chose: then the last one with reports. */
  readonly asOf: IsoDate;
  /** Id of a target; `null` shows the domain, or the rollout alone. */
  readonly target: string | null;
  /** Id of a domain, shown while no target is chosen. */
  readonly domain: string | null;
  /** How figures are cut into classes. */
  readonly breaks: BreakMethod;
  /** A second moment to compare with; empty for none. The earlier of the two is where a change begins. */
  readonly compareTo: IsoDate;
  readonly comparison: Comparison;
  readonly view: View;
  /** What the whole county is drawn as, one area each. */
  readonly level: 'township' | 'village';
  /** Code of the township whose villages are drawn alone; `null` for the whole county. */
  readonly within: string | null;
  readonly levels: LevelsMode;
  /** Code of an area. */
  readonly selected: string | null;
  /** `auto`: shapes where there are any, else tiles. `tiles`: tiles always, placed by the shapes there are. */
  readonly shapes: ShapeChoice;
  /** What a tile looks like. */
  readonly tiles: TileShape;
  /** Code of the area under the pointer or the keyboard's cursor. */
  readonly pointed: string | null;
  readonly filter: Filter;
  /** Colours of the classes in place of the theme's, lowest class first, two to twelve; `null` for the theme's. */
  readonly ramp: readonly string[] | null;
  /** Names of the classes in place of their ranges, lowest first, one for each; `null` for the ranges. */
  readonly classLabels: readonly string[] | null;
  readonly locale: Locale;
  readonly theme: ThemeName;
  readonly textSize: TextSize;
  readonly highContrast: boolean;
}

/** What is drawn as one area each: in a township its villages, whatever the county is drawn as. */
export function levelDrawn({ level, within }: Pick<BoardState, 'level' | 'within'>): 'township' | 'village' {
  return within === null ? level : 'village';
}

/** `empty`: nothing was given yet. `failed`: not enough could be read to draw areas. */
export type BoardStatus = 'empty' | 'loading' | 'ready' | 'failed';

/** Everything the elements of one board share. Immutable; the board hands out a new one for each change. */
export interface BoardSnapshot {
  readonly status: BoardStatus;
  /** Whether files are being read: in place of those that are shown, where any are. */
  readonly isLoading: boolean;
  readonly plan: Plan | null;
  /** Known before the dataset is: the outline of the map needs no figures. */
  readonly roster: Roster | null;
  readonly dataset: Dataset | null;
  /** Where areas lie; `null` where no file says so and areas are tiles. */
  readonly areaShapes: AreaShapes | null;
  /** How the file of shapes was joined to the roster; `null` without one. */
  readonly join: JoinReport | null;
  /** Of `state.asOf`; made when first asked for. */
  readonly evaluation: Evaluation | null;
  /** Lays areas out; comes with the readers, `null` before. */
  readonly layoutAreas: typeof layoutAreas | null;
  /** Makes a picture of what is painted; comes with the readers, `null` before. */
  readonly placePainting: typeof placePainting | null;
  /** Says in words what areas and targets have; comes with the readers, `null` before there are figures. */
  readonly accounts: Accounts | null;
  /** Of `state.compareTo`, made when first asked for; `null` where nothing is compared. */
  readonly compared: Evaluation | null;
  /** What is wrong with the files, with what was asked for, and with the drawing, worst first. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the board's map lacks before it is published, and that it shows no boundary where it shows none. */
  readonly publication: readonly Diagnostic[];
  /**
   * The areas as they are painted, at whatever width: classes, legend, sentence. Made when first asked for; `null` while
   * there are no figures. What a map places, a legend explains and a table lists.
   */
  readonly painting: Painting | null;
  /** The other date's, where two pictures stand side by side. */
  readonly besidePainting: Painting | null;
  readonly state: BoardState;
}

/** An address, or a file's content under the name diagnostics call it. */
export type BoardSource = string | { readonly name: string; readonly text: string };

/** Rows that are in memory already, objects by the columns of their file; a place in them is `observations[3].value`. */
export interface BoardRows {
  readonly name: string;
  readonly rows: readonly object[];
}

type RowSources = BoardSource | BoardRows | readonly (BoardSource | BoardRows)[];

/** Bytes of a board file that are in memory already. */
export interface BoardBytes {
  /** As diagnostics call it; `board.guatu` by default. */
  readonly name?: string;
  readonly bytes: ArrayBuffer | ArrayBufferView;
}

/** The files of a board. Only the plan and the areas are needed, or the plan and a dataset, or a board file. */
export interface BoardSources {
  /**
   * A board file, as `guatu pack` writes it: the plan and everything reported for it, so that no other of these is read beside
   * it but the boundaries.
   */
  readonly src?: string | BoardBytes;
  /** What was read already, against the same plan. It has a roster and all reports, so that no file of rows is read beside it. */
  readonly dataset?: Dataset;
  /** A plan that was parsed already may be given as it is. */
  readonly plan?: BoardSource | { readonly name?: string; readonly data: unknown };
  readonly areas?: RowSources;
  readonly observations?: RowSources;
  readonly registers?: RowSources;
  readonly events?: RowSources;
  readonly links?: RowSources;
  /** GeoJSON or TopoJSON with polygons or points in degrees; without it areas are drawn as tiles. */
  readonly boundaries?: BoardSource | { readonly name?: string; readonly data: unknown };
  /** Coordinate system of the boundaries: `WGS84`, `CGCS2000`, `GCJ02` or `BD09`; what the file declares when left out. */
  readonly crs?: string;
  /** Property of the boundaries that holds an area's code; `code`, `adcode`, `id` and others when left out. */
  readonly codeProperty?: string;
  /** Property of the boundaries that holds an area's name; `name`, `fullname` and others when left out. */
  readonly nameProperty?: string;
}
