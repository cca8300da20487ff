import { indicatorsOf, measureKind, readTarget, traitsOf } from '../measure/index.js';
import { levelOfReports } from '../measure/level-of-reports.js';
import type { Column } from '../observation/dataset.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { AreaKind, Criterion, Measure, Schedule, Target } from '../plan/plan.js';
import type { CompiledTarget } from './compiled-target.js';
import type { EvaluationContext } from './context.js';
import { unitOf } from '../criterion/index.js';
import type { FigureFormat } from '../figure/figure-form.js';
import { listWindows } from '../plan/plan-years.js';
import type { ScheduleWindow } from './moment.js';

const VILLAGE_KIND: AreaKind = 'villagers-committee';

/** Resolves a target of a checked plan against the observations known. */
export function compileTarget(context: EvaluationContext, target: Target): CompiledTarget {
  const { measure, criterion } = readTarget(target);
  const kind = measureKind(measure);
  const traits = kind.traits(measure);
  const columns = columnsOf(context, measure);
  const shape = kind.shape(measure, criterion);
  const format = kind.format(measure, criterion, shape);
  const unit = unitFor(context, measure, criterion, format);
  const owes = target.scope.owes.level;
  const schedule = target.schedule;
  const to = schedule.kind === 'by' || schedule.kind === 'standing' ? undefined : schedule.to;
  return {
    target,
    measure,
    traits,
    ofAreas: traits.ofAreas && !(traits.asksEvents && target.scope.owes.register !== undefined),
    criterion,
    shape,
    format,
    unit,
    factor: format === 'quantity' ? (context.unitOf(unit)?.factor ?? 1) : 1,
    owes,
    from: levelOfReports(target.scope, measure),
    memberKind: memberKind(target, measure),
    source: kind.source(measure),
    columns,
    due:
      schedule.kind === 'by'
        ? dayOf(schedule.date, context.planEnd)
        : schedule.kind === 'standing'
          ? Number.NEGATIVE_INFINITY
          : dayOf(to, context.planEnd),
    windows: windowsOf(context, target, measure, columns),
    repeated: schedule.kind !== 'by' && schedule.kind !== 'standing',
    years: context.yearStart,
  };
}

function dayOf(text: string | undefined, otherwise: Day): Day {
  return text === undefined ? otherwise : (parseDate(text) ?? otherwise);
}

function unitFor(context: EvaluationContext, measure: Measure, criterion: Criterion, format: FigureFormat): string {
  const own = unitOf(criterion);
  if (own !== '') return own;
  switch (format) {
    case 'percent':
    case 'growth':
      return '%';
    case 'grade':
      return '级';
    case 'items':
      return '项';
    case 'state':
      return '';
    case 'count':
      return traitsOf(measure).countUnit;
    case 'quantity': {
      const indicator = 'indicator' in measure ? context.indicators.get(measure.indicator) : undefined;
      return indicator && 'unit' in indicator ? indicator.unit : '';
    }
  }
}

/** Columns of the reports a measure is formed from. */
export function columnsOf(context: EvaluationContext, measure: Measure): readonly Column[] {
  return indicatorsOf(measure).flatMap((id) => columnOf(context, measure, id) ?? []);
}

/** Column of one indicator: of a flow its periods as they are, of a level one for each day. */
export function columnOf({ observations }: EvaluationContext, measure: Measure, indicator: string): Column | undefined {
  return traitsOf(measure).addsPeriods ? observations.column(indicator) : observations.levels(indicator);
}

/** Shares, every and allOf count village committees only; sums take every unit. */
function memberKind(target: Target, measure: Measure): AreaKind | null {
  const { scope } = target;
  if (scope.members?.kind) return scope.members.kind;
  const from = levelOfReports(scope, measure);
  if (scope.owes.kind && from === scope.owes.level) return scope.owes.kind;
  // Under `allOf` it is the owing areas that are counted; what a township adds up takes every unit in it.
  const tallied = scope.owes.level === 'village' && (scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas');
  const counted = 'predicate' in measure || tallied;
  return counted && from === 'village' ? VILLAGE_KIND : null;
}

function windowsOf(
  context: EvaluationContext,
  target: Target,
  measure: Measure,
  columns: readonly Column[],
): readonly ScheduleWindow[] {
  const { schedule } = target;
  if (schedule.kind === 'by' || schedule.kind === 'standing') return [];
  if (schedule.kind !== 'throughout') return inWindows(context, schedule);
  // Registers, events and links have no periods: they are looked at when a year ends.
  if (traitsOf(measure).ofOneWindow || indicatorsOf(measure).length === 0) {
    return inWindows(context, { ...schedule, kind: 'eachYear' });
  }
  const from = dayOf(schedule.from, context.planStart);
  return reportedPeriods(context, columns, from, dayOf(schedule.to, context.planEnd));
}

/** A year is judged whenever the plan was issued. */
function inWindows(context: EvaluationContext, schedule: Schedule): readonly ScheduleWindow[] {
  return listWindows(context.plan, schedule).map(({ text: label, kind, start, end }) => ({
    label,
    start,
    end,
    judged: kind === 'year' || isJudged(context, start),
  }));
}

function isJudged(context: EvaluationContext, start: Day): boolean {
  return !(start < context.issuedOn);
}

/** Every day of the plan anything was reported for: `throughout` holds in each of them. */
function reportedPeriods(
  context: EvaluationContext,
  columns: readonly Column[],
  from: Day,
  to: Day,
): readonly ScheduleWindow[] {
  const byEnd = new Map<Day, ScheduleWindow>();
  for (const column of columns) {
    for (const { text, kind, start, end } of column.periods) {
      if (end < from || end > to) continue;
      const judged = kind === 'year' || isJudged(context, start);
      const known = byEnd.get(end);
      if (known && known.start <= start) continue;
      byEnd.set(end, { label: text, start, end, judged });
    }
  }
  return [...byEnd.values()].sort((x, y) => x.end - y.end);
}
