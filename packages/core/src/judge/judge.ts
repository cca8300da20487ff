import type { CompiledTarget } from '../compile/compiled-target.js';
import { PASS } from '../criterion/pass.js';
import type { Test } from '../criterion/test.js';
import type { Pass } from '../criterion/pass.js';
import { FLAG, isSilent } from '../frame/frame.js';
import type { Frame } from '../frame/frame.js';
import { comparePercentage } from '../frame/predicate.js';
import { VERDICTS } from '../result/result.js';
import type { Verdict } from '../result/result.js';

export const V = Object.fromEntries(VERDICTS.map((verdict, index) => [verdict, index])) as Record<Verdict, number>;

/** Verdict index of a known pass; the weaker of two bounds has been taken before. */
const BY_PASS: Record<Pass, number> = {
  [PASS.fails]: V.notAttained,
  [PASS.withinTolerance]: V.attainedWithinTolerance,
  [PASS.passes]: V.attained,
};

/**
 * Judges one row of a frame against a test, as if the date had come.
 *
 * @returns index of `notComputable`, `dataError`, `notYetDue` (a case still inside its limit),
 *   `noCase`, `noData`, `undecided`, or one of the three answers.
 */
export function judgeRow(compiled: CompiledTarget, frame: Frame, test: Test, row: number): number {
  const flags = frame.flags[row] as number;
  if (flags & FLAG.notComputable) return V.notComputable;
  if (flags & FLAG.error) return V.dataError;
  if (flags & FLAG.caseRunning) return V.notYetDue;
  if (flags & FLAG.noCase) return V.noCase;
  const a = frame.a[row] as number;
  const b = frame.b?.[row] ?? 1;
  if (flags & FLAG.percentage) return BY_PASS[comparePercentage(test, frame.percentages?.[row] ?? 0)];
  const reported = frame.reported[row] as number;
  const members = frame.members[row] as number;
  if (hasNobody(compiled, frame, row)) return V.notComputable;
  const silent = isSilent(frame, row);
  switch (frame.shape) {
    case 'share':
    case 'count':
      return judgeCount(compiled, frame, test, row);
    case 'sum': {
      if (silent) return V.noData;
      if (reported >= members) return BY_PASS[test.passes(a, 1)];
      return judgeLowerBound(test, a, flags);
    }
    case 'ratio': {
      if (reported === 0) return V.noData;
      // Bare percentages are reports, and leave the sums: with nothing else there is no figure.
      const bare = (flags & FLAG.bareBelow) !== 0;
      if (!isCompleteEnough(compiled, reported, members)) return V.undecided;
      if (b === 0) return reported < members ? V.undecided : V.notComputable;
      return bare ? V.undecided : BY_PASS[test.passes(a, b)];
    }
    case 'pair': {
      if (reported === 0) return V.noData;
      if (reported < members) return V.undecided;
      if (b <= 0 && !test.againstReference) return V.notComputable;
      return BY_PASS[test.passes(a, b)];
    }
    case 'grade':
      return reported === 0 ? V.noData : BY_PASS[test.passes(a, 1)];
  }
}

/** Whether there is no area whose reports could make the figure of a row. */
export function hasNobody(compiled: CompiledTarget, { members }: Frame, row: number): boolean {
  return members[row] === 0 && compiled.ofAreas;
}

/** Both bounds must agree; of two passes the weaker is answered. */
function judgeCount(compiled: CompiledTarget, frame: Frame, test: Test, row: number): number {
  const [a, members] = [frame.a[row] as number, frame.members[row] as number];
  const reported = frame.reported[row] as number;
  const b = frame.b?.[row] ?? 1;
  const overRoster = 'predicate' in compiled.measure;
  if (!overRoster && isSilent(frame, row)) return V.noData;
  if (members === 0 && (overRoster || frame.shape === 'share')) return V.notComputable;
  if (reported === 0 && members > 0) return V.noData;
  const low = test.passes(a, b);
  const high = test.passes(a + members - reported, b);
  if (low > PASS.fails !== high > PASS.fails) return V.undecided;
  return BY_PASS[Math.min(low, high) as Pass];
}

/** The known, non-negative parts of a sum are a lower bound; once they are across, they decide. */
function judgeLowerBound(test: Test, a: number, flags: number): number {
  if (flags & FLAG.negative) return V.undecided;
  const pass = test.passes(a, 1);
  if (test.upward === true && pass > PASS.fails) return BY_PASS[pass];
  return test.upward === false && pass === PASS.fails ? V.notAttained : V.undecided;
}

function isCompleteEnough(compiled: CompiledTarget, reported: number, members: number): boolean {
  const share = compiled.target.minCompleteness ?? 1;
  return reported * 1e6 >= members * Math.round(share * 1e6);
}

/**
 * Judges the rows of a frame that wait for it, as if the date had come, in one loop where figures are plain sums.
 *
 * @param tests - rows in `own` have a pass mark of their own, all others share `common`.
 * @param rows - those that may wait.
 * @param verdicts - of them those that hold `waiting` are judged, all others left as they are.
 */
export function judgeColumn(
  compiled: CompiledTarget,
  frame: Frame,
  tests: { readonly common: Test; readonly own: ReadonlyMap<number, Test> },
  { rows, verdicts, waiting }: { readonly rows: Int32Array; readonly verdicts: Uint8Array; readonly waiting: number },
): void {
  const { common, own } = tests;
  const { interval } = common;
  if (frame.shape !== 'sum' || interval === null || own.size > 0) {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (verdicts[row] !== waiting) continue;
      const test = own.size === 0 ? common : (own.get(row) ?? common);
      verdicts[row] = judgeRow(compiled, frame, test, row);
    }
    return;
  }
  const { a, flags, reported, members } = frame;
  const { low, high, tolerated } = interval;
  const nobody = compiled.ofAreas ? V.notComputable : V.noData;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (verdicts[row] !== waiting) continue;
    const figure = a[row] as number;
    if (flags[row] === 0) verdicts[row] = members[row] === 0 ? nobody : V.noData;
    else if (flags[row] !== FLAG.present || (reported[row] as number) < (members[row] as number)) {
      verdicts[row] = judgeRow(compiled, frame, common, row);
    } else if (figure >= low && figure <= high) verdicts[row] = V.attained;
    else verdicts[row] = figure >= tolerated && figure < low ? V.attainedWithinTolerance : V.notAttained;
  }
}
