import { isJudging } from '../criterion/index.js';
import { readsOf } from '../measure/index.js';
import { formatDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { IsoDate } from '../period/period.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { formFrame } from '../frame/form-frame.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { judgeRow } from '../judge/judge.js';
import { isPass } from '../judge/judged-window.js';
import { findMembers } from '../compile/find-members.js';
import { yearStart } from '../period/own-year.js';
import { ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

/** Most days tried for targets that are fed by events, registers or links: each day of five years. */
const MOST_DAYS = 1830;

/**
 * First day of the plan on which an owing area met the criterion, whether or not it was due; never before the area's start on
 * its clock. What happens within a window is asked of the target's own one. `null` when it never did, or for targets without one
 * due date.
 */
export function firstAttained({ firstDays }: EvaluatedTarget, row: number): IsoDate | null {
  const day = firstDays()[row];
  return day === undefined || Number.isNaN(day) ? null : formatDate(day);
}

/** The same for all rows at once: every day is formed once, however many rows ask. NaN for none. */
export function findFirstDays(evaluated: FirstDaysGiven): Float64Array {
  const { context, compiled, present, roles } = evaluated;
  const first = new Float64Array(roles.length).fill(Number.NaN);
  if (compiled.target.schedule.kind !== 'by' || !isJudging(compiled.criterion)) return first;
  let open = Array.from(roles.keys()).filter((row) => roles[row] === ROLE.owes);
  for (const date of daysToTry(evaluated)) {
    if (open.length === 0) break;
    const { frame, members } = formOn(context, compiled, date);
    open = open.filter((row) => {
      if (members.notStarted[row] === 1 || !isPass(judgeRow(compiled, frame, present.test(row), row))) return true;
      first[row] = date;
      return false;
    });
  }
  return first;
}

type FirstDaysGiven = Pick<EvaluatedTarget, 'context' | 'compiled' | 'present' | 'roles'>;

/** Figures as they would have been judged on the very day. */
function formOn(given: EvaluationContext, compiled: CompiledTarget, date: Day): FormedFrame {
  const context = { ...given, asOf: date };
  const moment = { date, windowStart: yearStart(context.yearStart, date), carry: false };
  return formFrame(context, compiled, moment, findMembers(context, compiled, date));
}

/** Days of change the target has anything to do with: of its own window, and of that the last alone where only the whole of it tells. */
function daysToTry(evaluated: FirstDaysGiven): readonly Day[] {
  const { context, compiled, present } = evaluated;
  const until = present.formed.moment.date;
  if (!compiled.traits.ofOneWindow) return daysOfChange(evaluated, context.planStart, until);
  const whole = compiled.traits.tellsAtEnd || present.tests.common.upward === false;
  if (whole) return until < compiled.due ? [] : [compiled.due];
  return daysOfChange(evaluated, yearStart(context.yearStart, compiled.due), until);
}

/** Days on which anything the target reads may have changed, ascending. */
function daysOfChange({ context, compiled }: FirstDaysGiven, from: Day, to: Day): readonly Day[] {
  const { events, registers, links } = context.dataset;
  const reads = readsOf(compiled.measure);
  const days = compiled.columns.flatMap((column) => column.periods.map((period) => period.end));
  for (const kind of reads.events ?? []) for (const event of events.get(kind) ?? []) days.push(event.date);
  for (const name of reads.registers ?? [])
    for (const member of registers.get(name) ?? []) days.push(member.from, member.to);
  if (compiled.target.clock === 'rollout') for (const start of new Set(context.columns.cohortStarts)) days.push(start);
  for (const role of reads.links ?? []) for (const link of links.get(role) ?? []) days.push(link.from, link.to + 1);
  return [...new Set(days)]
    .filter((day) => day >= from && day <= to)
    .sort((x, y) => x - y)
    .slice(0, MOST_DAYS);
}
