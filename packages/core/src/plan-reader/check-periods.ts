import type { OwnYears } from '../period/own-year.js';
import { parseDate } from '../period/period.js';
import { readPeriod } from '../period/read-period.js';
import { declaredYears, listWindows } from '../plan/plan-years.js';
import type { Plan, Target } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';

/** What is wrong with the periods a target names: of years the plan has not, or of no window it is judged for. */
export function* checkPeriods(target: Target, plan: Pick<Plan, 'calendar' | 'start' | 'end'>): Iterable<PlanFinding> {
  const years = declaredYears(plan);
  for (const { path, text } of periodsOf(target)) {
    if (!readPeriod(text, years)) yield { code: 'plan-period-calendar', path, params: { got: text } };
  }
  if (years) yield* checkValues(target, plan, years);
}

interface NamedPeriod {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

function* periodsOf({ baseline, measure, scope }: Target): Iterable<NamedPeriod> {
  if (baseline && 'period' in baseline) yield { path: ['baseline', 'period'], text: baseline.period };
  if ('baseline' in measure && typeof measure.baseline === 'object' && 'period' in measure.baseline) {
    yield { path: ['measure', 'baseline', 'period'], text: measure.baseline.period };
  }
  if ('reference' in measure && measure.reference !== 'previousYear') {
    yield { path: ['measure', 'reference'], text: measure.reference };
  }
  for (const [index, { period }] of (scope.values ?? []).entries()) {
    if (period !== undefined) yield { path: ['scope', 'values', index, 'period'], text: period };
  }
}

/** Values of the task table for periods in which nothing is judged; their calendar is another, as a rule. */
function* checkValues(
  { schedule, scope }: Target,
  plan: Pick<Plan, 'calendar' | 'start' | 'end'>,
  years: OwnYears,
): Iterable<PlanFinding> {
  const windows = listWindows(plan, schedule);
  const ends = new Set(schedule.kind === 'by' ? [parseDate(schedule.date)] : windows.map(({ end }) => end));
  if (ends.size === 0) return;
  const known =
    schedule.kind === 'by'
      ? schedule.date
      : windows
          .slice(0, 2)
          .map(({ text }) => text)
          .join(', ');
  for (const [index, { period }] of (scope.values ?? []).entries()) {
    const end = period === undefined ? undefined : readPeriod(period, years)?.end;
    if (end === undefined || ends.has(end)) continue;
    const params = { got: period ?? '', known };
    yield { code: 'plan-period-window', path: ['scope', 'values', index, 'period'], params };
  }
}
