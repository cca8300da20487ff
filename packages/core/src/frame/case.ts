import type { EventRow } from '../observation/dataset.js';
import type { Day } from '../period/period.js';
import type { CaseMeasure } from '../plan/plan.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { createFrame, FLAG, isSilent, markConcerned, rollUp } from './frame.js';
import { addUp } from '../area/add-up.js';
import { everyRow } from '../area/every-row.js';
import type { Frame } from './frame.js';
import type { Members } from '../compile/members.js';
import { partOfYear, yearOf, yearStart } from '../period/own-year.js';
import type { YearStart } from '../period/own-year.js';
import type { FrameMoment } from '../compile/moment.js';

/** How one case stands at a day. */
type CaseState = 'inTime' | 'breached' | 'running';

/**
 * Acts in time (a) out of cases due (b). A case still inside its limit is not due; an area
 * without any case carries the flag `noCase`. Without a file of events nothing is known.
 */
export function formCases(
  context: EvaluationContext,
  compiled: CompiledTarget,
  measure: CaseMeasure,
  moment: FrameMoment,
  members: Members,
): Frame {
  const frame = createFrame(context.roster.areas.length, { shape: compiled.shape, ends: moment.date });
  if (!context.dataset.hasEvents) return frame;
  const { a, b, reported, members: due, flags } = frame;
  const running = new Int32Array(a.length);
  const over = compiled.repeated && !moment.carry;
  for (const { event, state, limit } of findCases(context, measure, moment.date)) {
    // A case is the window's in which its limit ends; while the window runs, limits ahead are taken to end in it.
    if (compiled.repeated && (limit < moment.windowStart || (over && limit > moment.date))) continue;
    const row = Math.max(event.area, 0);
    if (members.under[row] === 0) continue;
    if (state === 'running') {
      countUpwards(context, running, row);
      continue;
    }
    due[row] = (due[row] as number) + 1;
    reported[row] = (reported[row] as number) + 1;
    if (b) b[row] = (b[row] as number) + 1;
    if (state === 'inTime') a[row] = (a[row] as number) + 1;
  }
  markConcerned(frame, members, context.roster);
  rollUp(frame, context.roster, everyRow(context.roster));
  addUp(due, context.roster.parents);
  for (let row = 0; row < a.length; row++) {
    if (isSilent(frame, row)) continue;
    if (due[row] === 0) flags[row] = FLAG.present | ((running[row] as number) > 0 ? FLAG.caseRunning : FLAG.noCase);
  }
  return frame;
}

function countUpwards(context: EvaluationContext, counts: Int32Array, from: number): void {
  for (let row = from; row >= 0; row = context.roster.parents[row] as number) {
    counts[row] = (counts[row] as number) + 1;
  }
}

/** All cases that arose by a day, each with its state and the day its limit ends. */
function findCases(
  context: EvaluationContext,
  measure: CaseMeasure,
  day: Day,
): readonly { readonly event: EventRow; readonly state: CaseState; readonly limit: Day }[] {
  const conditions = (context.dataset.events.get(measure.condition) ?? []).filter(
    (event) => event.date <= day && event.date >= context.planStart,
  );
  const arisen = measure.streak === undefined ? conditions : streaks(context, measure, day);
  const acts = actsById(context.dataset.events.get(measure.act) ?? [], day);
  return arisen.map((event) => {
    const limit = limitOf(context.yearStart, measure, event);
    const own = acts.get(event.id) ?? [];
    // On its limit's day a case is open still; looked back on, that day is over.
    return { event, state: stateOf(measure, event, own, { limit, over: limit <= day && limit < context.asOf }), limit };
  });
}

function actsById(acts: readonly EventRow[], day: Day): ReadonlyMap<string, readonly EventRow[]> {
  const byId = new Map<string, EventRow[]>();
  for (const act of acts) {
    if (act.date > day) continue;
    const own = byId.get(act.id);
    if (own) own.push(act);
    else byId.set(act.id, [act]);
  }
  return byId;
}

/** Last day on which an act is in time; of an act that has to come before or with it, the day of the condition. */
function limitOf(starts: YearStart, { order, within }: CaseMeasure, { date }: EventRow): Day {
  if (order !== 'after') return date;
  return within === 'halfYear' ? partOfYear(starts, 'half', date).end : date + within;
}

function stateOf(
  measure: CaseMeasure,
  condition: EventRow,
  acts: readonly EventRow[],
  { limit, over }: { readonly limit: Day; readonly over: boolean },
): CaseState {
  const { order, within } = measure;
  if (order === 'with') {
    if (acts.some((act) => act.date === condition.date)) return 'inTime';
    return over ? 'breached' : 'running';
  }
  if (order === 'before') {
    const earliest = within === 'halfYear' ? Number.NEGATIVE_INFINITY : condition.date - within;
    const inTime = acts.some((act) => act.date < condition.date && act.date >= earliest);
    return inTime ? 'inTime' : 'breached';
  }
  if (acts.some((act) => act.date >= condition.date && act.date <= limit)) return 'inTime';
  return over ? 'breached' : 'running';
}

/** The condition held n years running for one subject: the case arises with the nth. */
function streaks(context: EvaluationContext, measure: CaseMeasure, day: Day): readonly EventRow[] {
  const length = measure.streak ?? 1;
  // An area under an old code is the same subject.
  const bySubject = new Map<string | number, EventRow[]>();
  for (const event of context.dataset.events.get(measure.condition) ?? []) {
    if (event.date > day) continue;
    const subject = event.area < 0 ? event.subject : event.area;
    const events = bySubject.get(subject);
    if (events) events.push(event);
    else bySubject.set(subject, [event]);
  }
  return [...bySubject.values()].flatMap((events) => {
    const found: EventRow[] = [];
    let run = 0;
    let last = Number.NaN;
    for (const event of [...events].sort((x, y) => x.date - y.date)) {
      const year = yearOf(yearStart(context.yearStart, event.date));
      if (year === last) continue;
      run = year === last + 1 ? run + 1 : 1;
      last = year;
      if (run % length === 0 && event.date >= context.planStart) found.push(event);
    }
    return found;
  });
}
