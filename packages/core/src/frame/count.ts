import type { RegisterRow } from '../observation/dataset.js';
import type { Day } from '../period/period.js';
import type { Condition, CountMeasure } from '../plan/plan.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { createFrame, markConcerned } from './frame.js';
import type { Frame } from './frame.js';
import type { Members } from '../compile/members.js';
import { areaSeenFrom } from '../observation/register-area.js';
import type { FrameMoment } from '../compile/moment.js';

/** Yes, no, or unknown because an attribute is missing. */
type Answer = boolean | undefined;

/**
 * Distinct register members per area. The same id in two areas counts once in their common
 * ancestor; a register nobody reported is missing everywhere, an area without rows in it is 0.
 */
export function formCount(
  context: EvaluationContext,
  compiled: CompiledTarget,
  measure: CountMeasure,
  moment: FrameMoment,
  members: Members,
): Frame {
  const frame = createFrame(context.roster.areas.length, { shape: compiled.shape, ends: moment.date });
  const rows = context.dataset.registers.get(measure.register);
  if (!rows) return frame;
  markConcerned(frame, members.under, context.roster);
  const own = rowsUnder(context, rows, members);
  const earlier = countedBefore(context, compiled, measure, moment, own);
  const whole = compiled.shape === 'share';
  tallyIds(context, frame, own, (register) => {
    const before = earlier.get(register.id);
    const inTime = isInTime(register, measure.when, moment, context.planStart);
    if (before === true || (!inTime && !(whole && stands(register, moment.date)))) return 'absent';
    // What is not finished does not pass, whatever is known of it besides.
    const matches = inTime && (measure.where ? satisfies(register, measure.where) : true);
    return earlier.has(register.id) ? allOf([matches, undefined]) : matches;
  });
  return frame;
}

/** Under `newOnly`, ids that counted in earlier windows: true, or unknown because an attribute is missing. */
function countedBefore(
  { planStart }: EvaluationContext,
  { target, windows }: CompiledTarget,
  { when, where }: CountMeasure,
  { windowStart }: FrameMoment,
  rows: readonly RegisterRow[],
): ReadonlyMap<string, Answer> {
  const counted = new Map<string, Answer>();
  if (!('newOnly' in target.schedule) || target.schedule.newOnly !== true) return counted;
  for (const { start, end } of windows) {
    if (end >= windowStart) break;
    for (const row of rows) {
      if (!isInTime(row, when, { date: end, windowStart: start }, planStart)) continue;
      const answer = where ? satisfies(row, where) : true;
      if (answer !== false) counted.set(row.id, better(counted.get(row.id) ?? answer, answer));
    }
  }
  return counted;
}

/**
 * Members of a register that owe a state: done once an event of the kind has their id as subject,
 * out of all members standing at the date; unknown where nothing of the kind was reported at all.
 */
export function formRegisterStates(
  context: EvaluationContext,
  register: string,
  event: string,
  moment: FrameMoment,
  members: Members,
): Frame {
  const frame = createFrame(context.roster.areas.length, { shape: 'share', ends: moment.date });
  const rows = context.dataset.registers.get(register);
  const events = context.dataset.events.get(event);
  if (!rows) return frame;
  if (events) markConcerned(frame, members.under, context.roster);
  const done = events && new Set(events.filter(({ date }) => date <= moment.date).map(({ subject }) => subject));
  tallyIds(context, frame, rowsUnder(context, rows, members), (row) =>
    stands(row, moment.date) ? done?.has(row.id) : 'absent',
  );
  return frame;
}

/** Counts distinct ids per area and all its ancestors; the best answer any of an id's rows gave counts. */
function tallyIds(
  context: EvaluationContext,
  frame: Frame,
  rows: readonly RegisterRow[],
  answerOf: (row: RegisterRow) => Answer | 'absent',
): void {
  const answers = new Map<number, Map<string, Answer>>();
  for (const register of rows) {
    const answer = answerOf(register);
    if (answer === 'absent') continue;
    for (let row = Math.max(register.area, 0); row >= 0; row = context.roster.parents[row] as number) {
      let ids = answers.get(row);
      if (!ids) answers.set(row, (ids = new Map<string, Answer>()));
      ids.set(register.id, ids.has(register.id) ? better(ids.get(register.id), answer) : answer);
    }
  }
  for (const [row, ids] of answers) {
    for (const answer of ids.values()) {
      frame.members[row] = (frame.members[row] as number) + 1;
      if (frame.b) frame.b[row] = (frame.b[row] as number) + 1;
      if (answer === undefined) continue;
      frame.reported[row] = (frame.reported[row] as number) + 1;
      if (answer) frame.a[row] = (frame.a[row] as number) + 1;
    }
  }
}

/** Members in the areas that owe, or below them; of no area means of the whole county. */
function rowsUnder(
  { roster }: EvaluationContext,
  rows: readonly RegisterRow[],
  { under, day }: Members,
): readonly RegisterRow[] {
  const seen = rows.map((row): RegisterRow =>
    row.origin === undefined ? row : { ...row, area: areaSeenFrom(roster, row, day) },
  );
  return seen.filter(({ area }) => under[Math.max(area, 0)] === 1);
}

function better(known: Answer, next: Answer): Answer {
  if (known === true || next === true) return true;
  return known === undefined || next === undefined ? undefined : false;
}

function stands(row: RegisterRow, day: Day): boolean {
  return row.from <= day && day <= row.to;
}

function isInTime(
  row: RegisterRow,
  when: CountMeasure['when'],
  { date, windowStart }: Pick<FrameMoment, 'date' | 'windowStart'>,
  planStart: Day,
): boolean {
  if (when === 'standing') return stands(row, date);
  const start = when === 'finishedInYear' ? windowStart : planStart;
  return row.to >= start && row.to <= date;
}

/** Whether a row satisfies a condition; a missing attribute is unknown unless the rest decides. */
function satisfies(row: RegisterRow, condition: Condition): Answer {
  if ('all' in condition) return allOf(condition.all.map((part) => satisfies(row, part)));
  if ('any' in condition) {
    return negate(allOf(condition.any.map((part) => negate(satisfies(row, part)))));
  }
  if ('class' in condition) {
    const classes = typeof condition.class === 'string' ? [condition.class] : condition.class;
    return row.class === '' ? undefined : classes.includes(row.class);
  }
  const value = row.attributes.get(condition.attribute);
  if (value === undefined || value === '') return undefined;
  if ('is' in condition) return value === condition.is;
  const number = Number(value);
  return Number.isFinite(number) ? number >= condition.atLeast : undefined;
}

function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
