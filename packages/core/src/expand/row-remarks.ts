import type { Schedule } from '../plan/plan.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { FLAG } from '../frame/frame.js';
import { V } from '../judge/judge.js';
import { isAnswer, isPass } from '../judge/judged-window.js';
import type { RemarkCode } from './remark.js';
import { isRecovered, ROLE, takesPart } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Whether the text states no date: one carried from the sentence before, or relative to another, is stated. */
function isUnstated({ basis }: Schedule): boolean {
  return basis === 'inferred' || basis === 'planEnd';
}

export function remarksOf(evaluated: EvaluatedTarget, shown: FormedFrame, row: number): readonly RemarkCode[] {
  const { compiled, present, roles, verdicts, windows } = evaluated;
  const { target } = compiled;
  const verdict = verdicts[row] as number;
  if (roles[row] === ROLE.none || verdict === V.notStarted) return [];
  const flags = shown.frame.flags[row] as number;
  const test = present.test(row);
  const remarks: RemarkCode[] = [];
  const judged = isAnswer(verdict);
  const b = shown.frame.b?.[row] ?? 1;
  if (isPass(verdict) && test.above(shown.frame.a[row] as number, b)) remarks.push('aboveRange');
  if (verdict === V.attainedWithinTolerance) remarks.push('withinTolerance');
  if (verdict === V.notAttained && isUnstated(target.schedule)) remarks.push('dateNotExplicit');
  if (verdict === V.notAttained && target.outsideControl) remarks.push('outsideControl');
  if (flags & FLAG.stale) remarks.push('staleFigure');
  const unpooled = compiled.traits.takes === 'rates' && (flags & FLAG.bareBelow) !== 0;
  if (flags & FLAG.percentage || unpooled) remarks.push('barePercentage');
  if (compiled.traits.isMean && (flags & FLAG.present) !== 0) remarks.push('meanOfPercentages');
  if (flags & FLAG.noReference) remarks.push('noReference');
  if (verdict === V.dataError && windows.some(({ overTotal }) => overTotal.has(row))) remarks.push('partsAboveTotal');
  if (roles[row] === ROLE.owes && windows.some((window) => !window.judged)) remarks.push('shownNotJudged');
  const incomplete = (shown.frame.reported[row] as number) < (shown.frame.members[row] as number);
  if (judged && incomplete) remarks.push('lowerBound');
  else if (incomplete && roles[row] !== ROLE.contributor) remarks.push('incomplete');
  if (judged && compiled.repeated && roles[row] === ROLE.owes) {
    const due = windows.filter((window) => window.judged && window.state === 'due' && takesPart(window, row));
    const outcomes = due.map((window) => window.outcome(row));
    const missed = outcomes.includes(V.notAttained);
    if (missed && isRecovered(compiled, outcomes.filter(isAnswer).at(-1) ?? 0)) remarks.push('recoveredDip');
  }
  return remarks;
}
