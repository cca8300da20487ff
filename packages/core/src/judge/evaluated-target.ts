import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import type { JudgedWindow } from './judged-window.js';
import type { Lazy } from './lazy.js';
import type { AreaTally, RoleRows } from './standing.js';

/** Everything about one target that single rows are expanded from; formed once, on first use. */
export interface EvaluatedTarget {
  readonly context: EvaluationContext;
  readonly compiled: CompiledTarget;
  /** Judged and running windows; one for `by` and `standing`. */
  readonly windows: readonly JudgedWindow[];
  /** The same without a moment that only stands in for windows that are still ahead. */
  readonly repeated: readonly JudgedWindow[];
  /** The window whose figure is shown: the running one, else the last. */
  readonly present: JudgedWindow;
  readonly roles: Uint8Array;
  readonly verdicts: Uint8Array;
  readonly settled: Uint8Array;
  /** Rows by what they are. */
  readonly rows: RoleRows;
  readonly tally: Lazy<AreaTally>;
  /** Older levels carried forward, for rows the judged moment has nothing for. */
  readonly carried: Lazy<FormedFrame>;
  /** Reports of the indicator's last reporting date; what completeness counts while running. */
  readonly lastReported: Lazy<FormedFrame>;
  /** Where `remaining` over a predicate started. */
  readonly initial: Lazy<FormedFrame | null>;
  /** Figures of the year before, which a direction is read from. */
  readonly earlier: Lazy<FormedFrame>;
  /** Figures of the baseline period, where the target names one. */
  readonly baseline: Lazy<FormedFrame>;
  /** Day each owing row first met the criterion, NaN for never. */
  readonly firstDays: Lazy<Float64Array>;
}
