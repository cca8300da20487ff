import { ledgerKinds } from '../ledger/ledger-history.js';
import { formatDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { IsoDate } from '../plan/plan.js';
import type { CompiledTarget } from './compile.js';
import { formFrame } from './form-frame.js';
import { judgeRow } from './judge.js';
import { isPass } from './judged-window.js';
import { findMembers } from './members.js';
import { yearStart } from './moment.js';
import { isOfOneWindow } from './progress.js';
import { ROLE } from './standing.js';
import type { EvaluatedTarget } from './target-evaluation.js';

/** Most days tried for targets that are fed by events, registers or links: each day of five years. */
const MOST_DAYS = 1830;

/**
 * First day of the plan on which an owing area met the criterion, whether or not it was due.
 * A flow, or what is finished in a year, is looked at within the year it is due in. `null` when it never did, or for targets
 * without one due date.
 */
export function firstAttained({ firstDays }: EvaluatedTarget, row: number): IsoDate | null {
  const day = firstDays()[row];
  return day === undefined || Number.isNaN(day) ? null : formatDate(day);
}

/** The same for all rows at once: every day is formed once, however many rows ask. NaN for none. */
export function findFirstDays(evaluated: Pick<EvaluatedTarget, 'context' | 'compiled' | 'present' | 'roles'>): Float64Array {
  const { context, compiled, present, roles } = evaluated;
  const first = new Float64Array(roles.length).fill(Number.NaN);
  if (compiled.target.schedule.kind !== 'by' || compiled.criterion.kind === 'observe') return first;
  const from = isOfOneWindow(compiled.measure) ? yearStart(compiled.due) : context.planStart;
  let open = Array.from(roles.keys()).filter((row) => roles[row] === ROLE.owes);
  for (const date of daysOfChange(evaluated, from, present.formed.moment.date)) {
    if (open.length === 0) break;
    const members = findMembers(context, compiled, date);
    const moment = { date, windowStart: yearStart(date), carry: false };
    const { frame } = formFrame(context, compiled, moment, members);
    open = open.filter((row) => {
      if (!isPass(judgeRow(compiled, frame, present.test(row), row))) return true;
      first[row] = date;
      return false;
    });
  }
  return first;
}

/** Days on which anything the target reads may have changed, ascending. */
function daysOfChange({ context, compiled }: Pick<EvaluatedTarget, 'context' | 'compiled'>, from: Day, to: Day): readonly Day[] {
  const { events, registers, links } = context.dataset;
  const { measure } = compiled;
  const days = compiled.columns.flatMap((column) => column.periods.map((period) => period.end));
  for (const kind of kindsOf(compiled)) for (const event of events.get(kind) ?? []) days.push(event.date);
  for (const member of registers.get(compiled.source) ?? []) days.push(member.from, member.to);
  if (measure.kind === 'assignment') {
    for (const { role } of measure.roles) for (const link of links.get(role) ?? []) days.push(link.from, link.to + 1);
  }
  return [...new Set(days)]
    .filter((day) => day >= from && day <= to)
    .sort((x, y) => x - y)
    .slice(0, MOST_DAYS);
}

/** Kinds of events a target reads. */
function kindsOf({ measure, source }: CompiledTarget): readonly string[] {
  if (measure.kind === 'case') return [measure.condition, measure.act];
  return measure.kind === 'remaining' && 'ledger' in measure ? Object.values(ledgerKinds(measure.ledger)) : [source];
}
