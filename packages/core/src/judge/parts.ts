import { compileTarget } from '../compile/compile-target.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { Target } from '../plan/plan.js';
import type { EvaluationContext } from '../compile/context.js';
import { formFrame } from '../frame/form-frame.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { endOf } from '../frame/frame.js';
import { findMembers } from '../compile/find-members.js';

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Owing rows where the parts (其中) of a total add up to more than the total itself. Only a
 * complete total of the same date says so; the parts carry the error, the total keeps its verdict.
 */
export function findRowsOverTotal(
  context: EvaluationContext,
  compiled: CompiledTarget,
  formed: FormedFrame,
): ReadonlySet<number> {
  const { parent } = compiled.target;
  const total = parent === undefined ? undefined : context.targets.get(parent);
  if (!total || formed.frame.shape !== 'sum') return NOBODY;
  const { date, windowStart, carry } = formed.moment;
  const key = JSON.stringify([total.id, date, windowStart, carry]);
  const known = context.overTotals.get(key) ?? compareWithTotal(context, total, formed);
  context.overTotals.set(key, known);
  return new Set([...known].filter((row) => formed.members.owes[row] === 1));
}

/** The same for all rows, which every part of the total is told. */
function compareWithTotal(context: EvaluationContext, total: Target, formed: FormedFrame): ReadonlySet<number> {
  const totalFrame = frameAt(context, compileTarget(context, total), formed);
  if (totalFrame.shape !== 'sum') return NOBODY;
  const { reported, members } = totalFrame;
  const n = totalFrame.a.length;
  const sums = new Float64Array(n);
  const parts = (partsOf(context.targets).get(total.id) ?? []).map((target) => compileTarget(context, target));
  // Integers at one scale, so that parts of 0.1 and 0.2 are not above 0.3.
  const scale = parts
    .flatMap(({ columns }) => columns)
    .reduce((most, column) => Math.max(most, column.scale), totalFrame.scaleA);
  for (const compiled of parts) {
    const part = frameAt(context, compiled, formed);
    if (part.shape !== 'sum') continue;
    const factor = 10 ** (scale - part.scaleA);
    for (let row = 0; row < n; row++) {
      if (endOf(part, row) === endOf(totalFrame, row))
        sums[row] = (sums[row] as number) + (part.a[row] as number) * factor;
    }
  }
  const factor = 10 ** (scale - totalFrame.scaleA);
  const rows = new Set<number>();
  for (let row = 0; row < n; row++) {
    const complete = (members[row] as number) > 0 && reported[row] === members[row];
    if (complete && (sums[row] as number) > (totalFrame.a[row] as number) * factor) rows.add(row);
  }
  return rows;
}

const sorted = new WeakMap<EvaluationContext['targets'], ReadonlyMap<string, readonly Target[]>>();

/** Parts by their total, sorted once: each of thousands of totals asks for its own. */
function partsOf(targets: EvaluationContext['targets']): ReadonlyMap<string, readonly Target[]> {
  const known = sorted.get(targets);
  if (known) return known;
  const parts = new Map<string, Target[]>();
  for (const target of targets.values()) {
    if (target.parent === undefined) continue;
    const others = parts.get(target.parent);
    if (others) others.push(target);
    else parts.set(target.parent, [target]);
  }
  sorted.set(targets, parts);
  return parts;
}

function frameAt(context: EvaluationContext, compiled: CompiledTarget, { moment }: FormedFrame) {
  return formFrame(context, compiled, moment, findMembers(context, compiled, moment.date)).frame;
}
