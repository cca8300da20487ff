import { createDiagnostic } from '../diagnostic/create-diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isFloor, markOf } from '../criterion/index.js';
import type { Mark } from '../criterion/criterion-kind.js';
import { indicatorsOf, measureKind, traitsOf } from '../measure/index.js';
import { readPeriod } from '../period/read-period.js';
import type { Measure, Schedule, Target } from '../plan/plan.js';
import { isOfRollout } from '../rollout/rollout.js';
import { figureOf } from '../figure/figure-of.js';
import { checkLevels } from './check-levels.js';
import { checkOverlaps } from './check-overlaps.js';
import { compileTarget } from '../compile/compile-target.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { endOf, FLAG } from '../frame/frame.js';
import type { Frame } from '../frame/frame.js';
import { baselineMoment, formFrame, seenFrom } from '../frame/form-frame.js';
import { repeatedWindows, singleWindow } from '../judge/judged-window.js';
import { formLeaf } from '../frame/leaf.js';
import type { Leaf, LeafMeasure } from '../frame/leaf.js';
import { findMembers } from '../compile/find-members.js';
import { listAsked } from '../compile/members.js';
import { existsOn } from '../area/roster-columns.js';

/** Where plan and data meet: rosters, batches, parents' own reports and baselines that disagree. */
export function checkData(context: EvaluationContext): readonly Diagnostic[] {
  return [
    ...checkRosters(context),
    ...checkBatches(context),
    ...checkTaskValues(context),
    ...checkOverlaps(context),
    ...checkLevels(context),
    ...context.plan.targets.flatMap((target) => checkParentReports(context, target)),
    ...context.plan.targets.flatMap((target) => checkBaseline(context, target)),
  ];
}

function checkRosters({ plan, roster, asOf, columns }: EvaluationContext): readonly Diagnostic[] {
  return (plan.rosters ?? []).flatMap(({ level, kind, count }, index): readonly Diagnostic[] => {
    const found = roster.areas.filter(
      (area, row) => area.level === level && (kind === undefined || area.kind === kind) && existsOn(columns, row, asOf),
    ).length;
    if (found === count) return [];
    const path = `plan.json rosters[${index}]`;
    return [createDiagnostic('roster-size-differs', path, { level, expected: count, found })];
  });
}

function checkBatches({ plan, roster, asOf, columns }: EvaluationContext): readonly Diagnostic[] {
  const { rollout } = plan;
  if (!rollout) return [];
  let before = 0;
  return rollout.batches.flatMap(({ cohort, count }, index): readonly Diagnostic[] => {
    if (count === 'rest') return [];
    const expected = rollout.counting === 'incremental' ? count : count - before;
    before = rollout.counting === 'incremental' ? before : count;
    const found = roster.areas.filter(
      (area, row) => area.rollout === cohort && existsOn(columns, row, asOf) && isOfRollout(plan, area),
    ).length;
    if (found === expected) return [];
    const path = `plan.json rollout.batches[${index}]`;
    return [createDiagnostic('batch-size-differs', path, { cohort, expected, found })];
  });
}

/** Values of a task table for areas the roster does not have are named, not passed over. */
function checkTaskValues({ plan, roster }: EvaluationContext): readonly Diagnostic[] {
  return plan.targets.flatMap(({ id, scope }, index) =>
    (scope.values ?? []).flatMap(({ area }, at) =>
      roster.indexOf(area) >= 0
        ? []
        : [
            createDiagnostic('task-value-area-unknown', `plan.json targets[${index}].scope.values[${at}].area`, {
              target: id,
              area,
            }),
          ],
    ),
  );
}

/** A parent's own report of a rolled-up quantity is only checked: a difference is said, never used. */
function checkParentReports(context: EvaluationContext, target: Target): readonly Diagnostic[] {
  const { measure, scope } = target;
  if (!isCompared(measure) || scope.rollUp === 'reported' || !context.observations.column(measure.indicator)) return [];
  const compiled = compileTarget(context, target);
  const windows = compiled.repeated ? repeatedWindows(context, compiled) : [singleWindow(context, compiled)];
  const found = windows.flatMap(({ formed }) => compareWithParents(context, compiled, measure, formed));
  // An older level stands in several windows, and is named once.
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

/** Whether a measure is one indicator's reports added up, which a parent may have reported as well. */
function isCompared(measure: Measure): measure is LeafMeasure & { readonly indicator: string } {
  return traitsOf(measure).comparesParents;
}

function compareWithParents(
  context: EvaluationContext,
  compiled: CompiledTarget,
  measure: LeafMeasure,
  formed: FormedFrame,
): readonly Diagnostic[] {
  const above = rowsAbove(context, formed);
  const asked = listAsked(above, context.roster.parents);
  const own = formLeaf(seenFrom(context, formed.members.day), measure, formed.moment, asked);
  const { frame } = formed;
  const found: Diagnostic[] = [];
  for (let row = 0; row < above.length; row++) {
    const whole = (frame.members[row] as number) > 0 && frame.reported[row] === frame.members[row];
    const end = endOf(own, row);
    const bare = ((own.flags[row] as number) | (frame.flags[row] as number)) & (FLAG.percentage | FLAG.bareBelow);
    if (own.known[row] === 0 || bare || !whole || end !== endOf(frame, row) || isSame(own, frame, row)) continue;
    found.push(
      createDiagnostic('report-differs-from-roll-up', placeOf(context, compiled, end, row), {
        target: compiled.target.id,
        area: context.roster.areas[row]?.code ?? '',
        reported: figureOf(compiled, frame, own.a[row] as number, own.b?.[row] ?? 1),
        rolledUp: figureOf(compiled, frame, frame.a[row] as number, frame.b?.[row] ?? 1),
        unit: compiled.unit,
      }),
    );
  }
  return found;
}

/** Whether both say the same figure; a rate may be formed from other counts. */
function isSame(own: Leaf, { a, b }: Frame, row: number): boolean {
  if (!own.b || !b) return own.a[row] === a[row];
  const [ownB, sumB] = [own.b[row] as number, b[row] as number];
  if (ownB === 0 || sumB === 0) return true;
  return BigInt(own.a[row] as number) * BigInt(sumB) === BigInt(a[row] as number) * BigInt(ownB);
}

/** Rows above the reporting level that have members below them. */
function rowsAbove({ roster }: EvaluationContext, { members, frame }: FormedFrame): Uint8Array {
  return Uint8Array.from(roster.areas, (_, row) =>
    members.counted[row] === 0 && (frame.members[row] as number) > 0 ? 1 : 0,
  );
}

function placeOf({ observations }: EvaluationContext, { columns }: CompiledTarget, end: number, row: number): string {
  for (const column of columns) {
    const index = column.periods.findIndex((period) => period.end === end);
    const report = column.cells[index]?.reports[row] ?? -1;
    if (report >= 0) return observations.reports.at(report).place;
  }
  return 'observations';
}

/** What a target asks at least; nothing for one that asks in another way. */
function floorOf({ criterion }: Target): Mark | undefined {
  return isFloor(criterion) ? markOf(criterion) : undefined;
}

/** The target that asks for a level by the day of another one. */
function findTotal({ plan }: EvaluationContext, level: Measure, schedule: Schedule): Target | undefined {
  if (schedule.kind !== 'by') return undefined;
  return plan.targets.find(
    (other) =>
      other.measure.kind === level.kind &&
      indicatorsOf(other.measure).join() === indicatorsOf(level).join() &&
      floorOf(other) !== undefined &&
      other.schedule.kind === 'by' &&
      other.schedule.date === schedule.date,
  );
}

/** A change and the total it leads to imply a baseline (3800 more to reach 6000: 2200). */
function checkBaseline(context: EvaluationContext, target: Target): readonly Diagnostic[] {
  const { level, baseline } = measureKind(target.measure).risesFrom?.(target.measure) ?? {};
  const total = level && findTotal(context, level, target.schedule);
  const [more, asked] = [floorOf(target), total && floorOf(total)];
  if (!total || !more || !asked || !baseline || !('period' in baseline)) return [];
  const compiled = compileTarget(context, total);
  const totalFactor = context.unitOf(asked.unit)?.factor ?? 1;
  const addedFactor = context.unitOf(more.unit)?.factor ?? 1;
  const implied = (asked.value * totalFactor - more.value * addedFactor) / totalFactor;
  const moment = baselineMoment(context, baseline);
  const { frame, members } = formFrame(context, compiled, moment, findMembers(context, compiled, moment.date));
  const row = members.owes.indexOf(1);
  const whole = row >= 0 && (frame.members[row] as number) > 0 && frame.reported[row] === frame.members[row];
  if (!whole) return [];
  const found = figureOf(compiled, frame, frame.a[row] as number, 1);
  if (Math.abs(found - implied) < 1e-9) return [];
  const index = context.plan.targets.indexOf(target);
  return [
    createDiagnostic('baseline-differs', `plan.json targets[${index}].measure.baseline`, {
      target: target.id,
      total: total.id,
      implied,
      found,
      unit: asked.unit,
      period: readPeriod(baseline.period, context.yearStart)?.text ?? '',
    }),
  ];
}
