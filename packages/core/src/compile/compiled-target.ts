import type { FigureFormat, Shape } from '../figure/figure-form.js';
import type { MeasureTraits } from '../measure/measure-kind.js';
import type { Column } from '../observation/dataset.js';
import type { Day } from '../period/period.js';
import type { AreaKind, Criterion, Level, Measure, Target } from '../plan/plan.js';
import type { OwnYears } from '../period/own-year.js';
import type { ScheduleWindow } from './moment.js';

/** A target with everything resolved that does not depend on the moment. */
export interface CompiledTarget {
  readonly target: Target;
  /** The measure, with `every state` and the like written as a share over a predicate. */
  readonly measure: Measure;
  /** What the measure is like; read here once, and nowhere in a loop. */
  readonly traits: MeasureTraits;
  /** Whether reports of areas make the figure: rows of registers, events and links belong to the area they name. */
  readonly ofAreas: boolean;
  readonly criterion: Criterion;
  readonly shape: Shape;
  readonly format: FigureFormat;
  readonly unit: string;
  /** Integer multiples of the base unit in one `unit`. */
  readonly factor: number;
  readonly owes: Level;
  readonly from: Level;
  readonly memberKind: AreaKind | null;
  /** Indicator, register or event kind the figure comes from. */
  readonly source: string;
  readonly columns: readonly Column[];
  /** Day the criterion is judged first and last; −Infinity for `standing`. */
  readonly due: Day;
  readonly windows: readonly ScheduleWindow[];
  readonly repeated: boolean;
  /** The years periods of the task table are counted in. */
  readonly years: OwnYears;
}
