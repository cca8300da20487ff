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
  markConcerned(frame, members, context.roster);
  const own = rowsUnder(context, rows, members);
  const earlier = countedBefore(context, compiled, measure, moment, own);
  const whole = compiled.shape === 'share';
  tallyIds(context, frame, { rows: own, several: idsOfSeveral(rows) }, (register) => {
    const before = earlier.get(register.id);
    const inTime = isInTime(register, measure.when, moment, context.planStart);
    if (before === true || (!inTime && !(whole && stands(register, moment.date)))) return 'absent';
    // What is not finished does not pass, whatever is known of it besides.
    const matches = inTime && (measure.where ? satisfies(register, measure.where) : true);
    return matches === true && earlier.has(register.id) ? undefined : matches;
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
  if (events) markConcerned(frame, members, context.roster);
  const done = events && new Set(events.filter(({ date }) => date <= moment.date).map(({ subject }) => subject));
  const given = { rows: rowsUnder(context, rows, members), several: idsOfSeveral(rows) };
  tallyIds(context, frame, given, (row) => (stands(row, moment.date) ? done?.has(row.id) : 'absent'));
  return frame;
}

/** Counts distinct ids per area and all its ancestors; the best answer any of an id's rows gave counts. */
function tallyIds(
  context: EvaluationContext,
  frame: Frame,
  { rows, several }: { readonly rows: readonly RegisterRow[]; readonly several: ReadonlySet<string> },
  answerOf: (row: RegisterRow) => Answer | 'absent',
): void {
  const { parents } = context.roster;
  const answers = new Map<number, Map<string, Answer>>();
  for (const register of rows) {
    const answer = answerOf(register);
    if (answer === 'absent') continue;
    const shared = several.has(register.id);
    for (let row = Math.max(register.area, 0); row >= 0; row = parents[row] as number) {
      if (shared) keepBest(answers, row, register.id, answer);
      else countAnswer(frame, row, answer);
    }
  }
  answers.forEach((ids, row) => ids.forEach((answer) => countAnswer(frame, row, answer)));
}

function keepBest(answers: Map<number, Map<string, Answer>>, row: number, id: string, answer: Answer): void {
  let ids = answers.get(row);
  if (!ids) answers.set(row, (ids = new Map<string, Answer>()));
  ids.set(id, ids.has(id) ? better(ids.get(id), answer) : answer);
}

function countAnswer({ a, b, reported, members }: Frame, row: number, answer: Answer): void {
  members[row] = (members[row] as number) + 1;
  if (b) b[row] = (b[row] as number) + 1;
  if (answer === undefined) return;
  reported[row] = (reported[row] as number) + 1;
  if (answer) a[row] = (a[row] as number) + 1;
}

const severals = new WeakMap<readonly RegisterRow[], ReadonlySet<string>>();

/** Ids that stand in more than one row: all others need no looking up. Found once for each list. */
function idsOfSeveral(rows: readonly RegisterRow[]): ReadonlySet<string> {
  const known = severals.get(rows);
  if (known) return known;
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) several.add(id);
    else seen.add(id);
  }
  severals.set(rows, several);
  return several;
}

/** Members in the areas that owe, or below them; of no area means of the whole county. */
function rowsUnder(
  { roster }: EvaluationContext,
  rows: readonly RegisterRow[],
  { under, day }: Members,
): readonly RegisterRow[] {
  const isAsWritten = (row: RegisterRow): boolean => row.origin === undefined && under[Math.max(row.area, 0)] === 1;
  if (rows.every(isAsWritten)) return rows;
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
  if ('all' in condition) return satisfiesAll(row, condition.all, true);
  // Any of them is not none of them.
  if ('any' in condition) return negate(satisfiesAll(row, condition.any, false));
  if ('class' in condition) {
    if (row.class === '') return undefined;
    return typeof condition.class === 'string' ? row.class === condition.class : condition.class.includes(row.class);
  }
  const value = row.attributes.get(condition.attribute);
  if (value === undefined || value === '') return undefined;
  if ('is' in condition) return value === condition.is;
  const number = Number(value);
  return Number.isFinite(number) ? number >= condition.atLeast : undefined;
}

/** Whether each part is what it should be: satisfied, or not. */
function satisfiesAll(row: RegisterRow, parts: readonly Condition[], should: boolean): Answer {
  let known: Answer = true;
  for (const part of parts) {
    const answer = satisfies(row, part);
    if (answer === undefined) known = undefined;
    else if (answer !== should) return false;
  }
  return known;
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
