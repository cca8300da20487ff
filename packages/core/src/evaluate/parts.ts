import { compileTarget } from './compile.js';
import type { CompiledTarget } from './compile.js';
import type { EvaluationContext } from './context.js';
import { formFrame } from './form-frame.js';
import { endOf } from './frame.js';
import type { JudgedWindow } from './judged-window.js';
import { findMembers } from './members.js';

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Owing rows where the parts (其中) of a total add up to more than the total itself. Only a
 * complete total of the same date says so; the parts carry the error, the total keeps its verdict.
 */
export function findRowsOverTotal(
  context: EvaluationContext,
  compiled: CompiledTarget,
  window: JudgedWindow,
): ReadonlySet<number> {
  const { parent } = compiled.target;
  const total = parent === undefined ? undefined : context.targets.get(parent);
  if (!total || window.formed.frame.shape !== 'sum') return NOBODY;
  const totalFrame = frameAt(context, compileTarget(context, total), window);
  if (totalFrame.shape !== 'sum') return NOBODY;
  const parts = [...context.targets.values()]
    .filter((target) => target.parent === parent)
    .map((target) => frameAt(context, compileTarget(context, target), window));
  const rows = new Set<number>();
  for (let row = 0; row < totalFrame.a.length; row++) {
    const { reported, members } = totalFrame;
    const complete = (members[row] as number) > 0 && reported[row] === members[row];
    if (!complete || window.formed.members.owes[row] === 0) continue;
    const sum = parts.reduce((known, part) => {
      const sameDate = part.shape === 'sum' && endOf(part, row) === endOf(totalFrame, row);
      return sameDate ? known + (part.a[row] as number) / 10 ** part.scaleA : known;
    }, 0);
    if (sum > (totalFrame.a[row] as number) / 10 ** totalFrame.scaleA) rows.add(row);
  }
  return rows;
}

function frameAt(context: EvaluationContext, compiled: CompiledTarget, { formed }: JudgedWindow) {
  const members = findMembers(context, compiled, formed.moment.date);
  return formFrame(context, compiled, formed.moment, members).frame;
}
