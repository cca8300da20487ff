import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import type { Members } from '../compile/members.js';
import type { FrameMoment } from '../compile/moment.js';
import type { Test } from '../criterion/test.js';
import type { Frame } from './frame.js';
import type { Leaf } from './leaf.js';

/** A frame with what single rows answered on the way, for expanding and explaining them. */
export interface FormedFrame {
  readonly frame: Frame;
  readonly members: Members;
  readonly moment: FrameMoment;
  /** Members' own figures and the test they answered; `null` unless the measure asks a predicate. */
  readonly answers: MemberAnswers | null;
}

/** What each member answered to the predicate. */
export interface MemberAnswers {
  readonly leaf: Leaf;
  readonly test: Test;
  readonly format: CompiledTarget['format'];
  readonly unit: string;
  readonly factor: number;
  /** 1 passes, 0 fails, −1 unknown, by row. */
  readonly outcome: Int8Array;
  /** Way to the predicate, 0…1, NaN for none, by row. */
  readonly progress: Float64Array;
}

/** What a frame is formed from. */
export interface FormGiven {
  readonly context: EvaluationContext;
  readonly compiled: CompiledTarget;
  readonly moment: FrameMoment;
  readonly members: Members;
}
