import { createDiagnostic } from '../diagnostic/create-diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { indicatorsOf, traitsOf } from '../measure/index.js';
import { CELL } from '../observation/dataset.js';
import type { Cells, Column, Report } from '../observation/dataset.js';
import type { Roster } from '../area/area.js';
import { lengthOf, overlap } from '../period/period.js';
import type { EvaluationContext } from '../compile/context.js';

/** Flow periods must tile their window: where two overlap, the longer is used and the other is named, with its place; so is what an old code tells beside its successor. */
export function checkOverlaps({ plan, roster, dataset: { observations } }: EvaluationContext): readonly Diagnostic[] {
  const flows = new Set(
    plan.targets.flatMap(({ measure }) => (traitsOf(measure).addsPeriods ? indicatorsOf(measure) : [])),
  );
  return [...flows].flatMap((indicator) => {
    const column = observations.column(indicator);
    if (!column) return [];
    const unused = (column.leftOut ?? []).map((report) => tellUnused(observations.reports.at(report), roster));
    return [...overlapsIn(column, (report) => observations.reports.at(report).place), ...unused];
  });
}

function tellUnused({ indicator, area, period, place }: Report, { areas }: Roster): Diagnostic {
  return createDiagnostic('flow-under-old-code', place, { indicator, area: areas[area]?.code ?? '', period });
}

function overlapsIn({ indicator, periods, cells }: Column, placeOf: (report: number) => string): readonly Diagnostic[] {
  return periods.flatMap((period, at) => {
    // Only the shortest that covers more is named: a month may lie in a quarter, a half and a year.
    const longer = periods
      .map((other, index) => ({ other, index }))
      .filter(({ other }) => lengthOf(other) > lengthOf(period) && overlap(other, period))
      .sort((x, y) => lengthOf(x.other) - lengthOf(y.other));
    for (const { other, index } of longer) {
      const both = rowsWithBoth(cells[at] as Cells, cells[index] as Cells);
      const [first] = both;
      if (first === undefined) continue;
      const params = { indicator, period: period.text, used: other.text, areas: both.length };
      return [createDiagnostic('flow-periods-overlap', placeOf((cells[at] as Cells).reports[first] as number), params)];
    }
    return [];
  });
}

function rowsWithBoth(one: Cells, other: Cells): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < one.status.length; row++) {
    if (one.status[row] !== CELL.missing && other.status[row] !== CELL.missing) rows.push(row);
  }
  return rows;
}
