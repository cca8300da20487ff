import type { Column } from '../observation/dataset.js';
import { parseDate } from '../period/period.js';
import type { Day } from '../period/period.js';
import type { AreaKind, Criterion, Level, Measure, Target } from '../plan/plan.js';
import { findUnit } from '../quantity/unit.js';
import type { CompiledTarget } from './compiled-target.js';
import type { EvaluationContext } from './context.js';
import { unitOf } from '../criterion/index.js';
import type { FigureFormat, Shape } from '../figure/figure-form.js';
import { halfEnd, yearEnd, yearLabel, yearStart } from './moment.js';
import type { ScheduleWindow, YearStart } from './moment.js';

const VILLAGE_KIND: AreaKind = 'villagers-committee';

/** Resolves a target of a checked plan against the observations known. */
export function compileTarget(context: EvaluationContext, target: Target): CompiledTarget {
  const { measure, criterion } = normalise(target);
  const columns = columnsOf(context, measure);
  const shape = shapeOf(measure, criterion);
  const format = formatOf(measure, criterion, shape);
  const unit = unitFor(context, measure, criterion, format);
  const owes = target.scope.owes.level;
  const schedule = target.schedule;
  const to = schedule.kind === 'by' || schedule.kind === 'standing' ? undefined : schedule.to;
  return {
    target,
    measure,
    criterion,
    shape,
    format,
    unit,
    factor: format === 'quantity' ? (findUnit(unit)?.factor ?? 1) : 1,
    owes,
    from: fromLevel(target, measure),
    memberKind: memberKind(target, measure),
    source: sourceOf(measure),
    columns,
    due:
      schedule.kind === 'by'
        ? dayOf(schedule.date, context.planEnd)
        : schedule.kind === 'standing'
          ? Number.NEGATIVE_INFINITY
          : dayOf(to, context.planEnd),
    windows: windowsOf(context, target, measure, columns),
    repeated: schedule.kind !== 'by' && schedule.kind !== 'standing',
  };
}

function dayOf(text: string | undefined, otherwise: Day): Day {
  return text === undefined ? otherwise : (parseDate(text) ?? otherwise);
}

/**
 * `every` over something an area answers alone is a share whose predicate is that something done; a
 * level or flow not above its baseline is held against what was then, or against the known value.
 */
function normalise(target: Target): { measure: Measure; criterion: Criterion } {
  const { measure, criterion } = target;
  const own = measure.kind === 'state' || measure.kind === 'checklist';
  if (own && criterion.kind === 'every') {
    return { measure: { kind: 'share', predicate: { measure, criterion: { kind: 'done' } } }, criterion };
  }
  const { baseline } = target;
  const level = measure.kind === 'stock' || measure.kind === 'flow';
  if (!level || criterion.kind !== 'notAbove' || !baseline) return { measure, criterion };
  if ('value' in baseline) {
    return { measure, criterion: { kind: 'atMost', value: baseline.value, unit: baseline.unit } };
  }
  const { kind: of, indicator } = measure;
  return { measure: { kind: 'growth', indicator, of, reference: baseline.period }, criterion };
}

/** What kind of figure a measure and its criterion make. */
export function shapeOf(measure: Measure, criterion: Criterion): Shape {
  const unit = unitOf(criterion);
  switch (measure.kind) {
    case 'rate':
      return 'ratio';
    case 'growth':
      return 'pair';
    case 'grade':
      return 'grade';
    case 'share':
    case 'checklist':
    case 'assignment':
    case 'case':
      return unit === '' || isPercent(unit) ? 'share' : 'count';
    case 'remaining':
      return 'predicate' in measure && isPercent(unit) ? 'share' : 'count';
    case 'count':
      return isPercent(unit) || criterion.kind === 'every' ? 'share' : 'count';
    default:
      return 'sum';
  }
}

function isPercent(unit: string): boolean {
  return unit === '%' || unit === '‰';
}

/** How the figure of a measure is written. */
export function formatOf(measure: Measure, criterion: Criterion, shape: Shape): FigureFormat {
  if (measure.kind === 'grade') return 'grade';
  if (measure.kind === 'state') return 'state';
  if (measure.kind === 'checklist') return isPercent(unitOf(criterion)) ? 'percent' : 'items';
  if (measure.kind === 'growth') {
    return criterion.kind === 'notAbove' || criterion.kind === 'observe' ? 'quantity' : 'growth';
  }
  if (measure.kind === 'occurrence') return 'count';
  if (shape === 'ratio' || shape === 'share') return 'percent';
  return shape === 'count' ? 'count' : 'quantity';
}

function unitFor(
  context: EvaluationContext,
  measure: Measure,
  criterion: Criterion,
  format: FigureFormat,
): string {
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
      return measure.kind === 'remaining' && 'predicate' in measure ? '村' : '项';
    case 'quantity': {
      const indicator = 'indicator' in measure ? context.indicators.get(measure.indicator) : undefined;
      return indicator && 'unit' in indicator ? indicator.unit : '';
    }
  }
}

/** Indicators whose reports a measure is formed from. */
export function indicatorsOf(measure: Measure): readonly string[] {
  if (measure.kind === 'checklist') return measure.items;
  if ('predicate' in measure) return indicatorsOf(measure.predicate.measure);
  return 'indicator' in measure ? [measure.indicator] : [];
}

function sourceOf(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return measure.register;
    case 'occurrence':
      return measure.event;
    case 'assignment':
      return measure.actors;
    case 'case':
      return measure.condition;
    case 'remaining':
      return 'ledger' in measure ? measure.ledger : sourceOf(measure.predicate.measure);
    case 'share':
      return sourceOf(measure.predicate.measure);
    case 'checklist':
      return measure.items.join(' ');
    case 'state':
      return 'event' in measure ? measure.event : measure.indicator;
    default:
      return measure.indicator;
  }
}

/** Columns of the reports a measure is formed from. */
export function columnsOf(context: EvaluationContext, measure: Measure): readonly Column[] {
  return indicatorsOf(measure).flatMap((id) => columnOf(context, measure, id) ?? []);
}

/** Column of one indicator: of a flow its periods as they are, of a level one for each day. */
export function columnOf({ observations }: EvaluationContext, measure: Measure, indicator: string): Column | undefined {
  return isOfFlows(measure) ? observations.column(indicator) : observations.levels(indicator);
}

/** Whether a measure adds up what periods tell, so that they stand beside each other. */
export function isOfFlows(measure: Measure): boolean {
  if ('predicate' in measure) return isOfFlows(measure.predicate.measure);
  return measure.kind === 'flow' || measure.kind === 'cumulative' || (measure.kind === 'growth' && measure.of === 'flow');
}

/** A predicate's members report as villages unless said; everything else as the owing level. */
function fromLevel(target: Target, measure: Measure): Level {
  const { scope } = target;
  if (scope.rollUp === 'reported') return scope.owes.level;
  if (scope.from) return scope.from;
  return 'predicate' in measure ? 'village' : scope.owes.level;
}

/** Shares, every and allOf count village committees only; sums take every unit. */
function memberKind(target: Target, measure: Measure): AreaKind | null {
  const { scope } = target;
  if (scope.members?.kind) return scope.members.kind;
  if (scope.owes.kind && fromLevel(target, measure) === scope.owes.level) return scope.owes.kind;
  // Under `allOf` it is the owing areas that are counted; what a township adds up takes every unit in it.
  const tallied = scope.owes.level === 'village' && (scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas');
  const counted = 'predicate' in measure || tallied;
  return counted && fromLevel(target, measure) === 'village' ? VILLAGE_KIND : null;
}

function windowsOf(
  context: EvaluationContext,
  target: Target,
  measure: Measure,
  columns: readonly Column[],
): readonly ScheduleWindow[] {
  const { schedule } = target;
  if (schedule.kind === 'by' || schedule.kind === 'standing') return [];
  const from = dayOf(schedule.from, context.planStart);
  const to = dayOf(schedule.to, context.planEnd);
  if (schedule.kind === 'eachYear') return years(context.yearStart, from, to);
  if (schedule.kind === 'eachHalf') return halves(context, from, to);
  const flows = measure.kind === 'flow' || (measure.kind === 'growth' && measure.of === 'flow');
  // Registers, events and links have no periods: they are looked at when a year ends.
  return flows || indicatorsOf(measure).length === 0 ? years(context.yearStart, from, to) : reportedPeriods(context, columns, from, to);
}

function years(starts: YearStart, from: Day, to: Day): readonly ScheduleWindow[] {
  const windows: ScheduleWindow[] = [];
  for (let start = yearStart(starts, from); start <= to; start = yearEnd(starts, start) + 1) {
    windows.push({ label: yearLabel(starts, start), start, end: yearEnd(starts, start), judged: true });
  }
  return windows;
}

function halves(context: EvaluationContext, from: Day, to: Day): readonly ScheduleWindow[] {
  return years(context.yearStart, from, to)
    .flatMap(({ label, start, end }): ScheduleWindow[] => {
      const middle = halfEnd(context.yearStart, start) + 1;
      return [
        { label: `${label}-H1`, start, end: middle - 1, judged: isJudged(context, start) },
        { label: `${label}-H2`, start: middle, end, judged: isJudged(context, middle) },
      ];
    })
    .filter((half) => half.end >= from && half.start <= to);
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
