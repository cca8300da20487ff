import { createDiagnostic } from '../diagnostic/create-diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { traitsOf } from '../measure/index.js';
import { CELL } from '../observation/dataset.js';
import type { Column, Report } from '../observation/dataset.js';
import type { Period } from '../period/period.js';
import { indicatorsOf } from '../measure/index.js';
import type { EvaluationContext } from '../compile/context.js';

/** Levels told by several periods that end on one day, where reports of one date contradict each other. */
export function checkLevels(context: EvaluationContext): readonly Diagnostic[] {
  const { plan, observations } = context;
  const levels = new Set(
    plan.targets.flatMap(({ measure }) => (traitsOf(measure).addsPeriods ? [] : indicatorsOf(measure))),
  );
  return [...levels].flatMap((indicator) => {
    const [column, joined] = [observations.column(indicator), observations.levels(indicator)];
    return column && joined && column !== joined ? contradictionsIn(context, column, joined) : [];
  });
}

function contradictionsIn(context: EvaluationContext, column: Column, joined: Column): readonly Diagnostic[] {
  return joined.periods.flatMap(({ end }, at) => {
    const cells = column.cells.filter((_, index) => (column.periods[index] as Period).end === end);
    if (cells.length < 2) return [];
    const { status } = joined.cells[at] ?? { status: [] };
    return Array.from(status).flatMap((one, row): readonly Diagnostic[] => {
      // What contradicts itself within one period was told when it was read.
      if (one !== CELL.error || cells.some((each) => each.status[row] === CELL.error)) return [];
      const reports = cells.flatMap(({ reports: of, status: own }) =>
        own[row] === CELL.reported ? [of[row] as number] : [],
      );
      return contradictionOf(reports.sort((x, y) => x - y).map((report) => context.observations.reports.at(report)));
    });
  });
}

function contradictionOf(reports: readonly Report[]): readonly Diagnostic[] {
  const [last, first] = [reports.at(-1), reports[0]];
  if (!last || !first) return [];
  return [
    createDiagnostic('observation-conflict', last.place, { got: quote(last), other: quote(first), first: first.place }),
  ];
}

function quote({ value, numerator, denominator, unit }: Report): string {
  return numerator === '' ? `${value}${unit}` : `${numerator}/${denominator}`;
}
