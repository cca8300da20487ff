import { CELL, findUnit, parseDate, VERDICTS } from '@guatu/core';
import type { Cells, Column, Measure, Result, Target } from '@guatu/core';
import type { ScaledCounty } from './scaled-county.js';

const [NOT_JUDGED, NOT_APPLICABLE] = [VERDICTS.indexOf('notJudged'), VERDICTS.indexOf('notApplicable')];

/** What a loop without a plan answers for one target: columns as ours, and sums for all areas. */
interface BareAnswer {
  readonly verdicts: Uint8Array;
  readonly attainments: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly reports: Int32Array;
}

/** The arithmetic of one target and nothing else. */
export interface Floor {
  readonly target: Target;
  run(): BareAnswer;
  /** Throws where its figure of the county is another than that of an expanded row. */
  check(answer: BareAnswer, county: Result): void;
}

/** A bare loop for a target over villages whose figure is a sum, a ratio of sums, or members that say yes; else nothing. */
export function floorOf(county: ScaledCounty, target: Target, asOf: string): Floor | undefined {
  const { measure, scope, schedule } = target;
  const isOfPredicate = measure.kind === 'share' && measure.predicate.measure.kind === 'state';
  const asked: Measure = isOfPredicate ? measure.predicate.measure : measure;
  if (!('indicator' in asked) || schedule.kind !== 'by' || schedule.date !== asOf) return undefined;
  const column = county.dataset.observations.column(asked.indicator);
  const periods = column ? periodsOf(column, asked, asOf) : [];
  if (!column || periods.length === 0) return undefined;
  if (isOfPredicate && scope.members === undefined) return shareFloor(county, target, periods);
  const [first] = periods;
  if (scope.from !== 'village' || scope.members !== undefined) return undefined;
  if (asked.kind === 'rate' && first) return rateFloor(county, target, column, first);
  return asked.kind === 'stock' || asked.kind === 'flow' ? sumFloor(county, target, column, periods) : undefined;
}

/** Reports of the last day of the year for levels, those of the year for flows. */
function periodsOf({ periods, cells }: Column, { kind }: Measure, asOf: string): readonly Cells[] {
  const [from, to] = [parseDate(`${asOf.slice(0, 4)}-01-01`) ?? 0, parseDate(asOf) ?? 0];
  const inside = periods.map(({ start, end }) => (kind === 'flow' ? start >= from && end <= to : end === to));
  return cells.filter((of, at) => inside[at] && of.percentages === null);
}

function createAnswer(n: number): BareAnswer {
  return {
    verdicts: new Uint8Array(n),
    attainments: new Float64Array(n),
    a: new Float64Array(n),
    b: new Float64Array(n),
    reports: new Int32Array(n),
  };
}

function sumFloor({ dataset }: ScaledCounty, target: Target, column: Column, periods: readonly Cells[]): Floor {
  const { parents } = dataset.roster;
  return {
    target,
    run: () => {
      const answer = createAnswer(parents.length);
      const { a, reports } = answer;
      for (let row = parents.length - 1; row >= 0; row--) {
        let known = 0;
        for (const { status, values } of periods) {
          if (status[row] !== CELL.reported) continue;
          a[row] = (a[row] as number) + (values[row] as number);
          known++;
        }
        if (known === periods.length) reports[row] = (reports[row] as number) + 1;
        addToParent(answer, parents, row);
      }
      return answer;
    },
    check: ({ a, reports }, { figure, unit, completeness, area }) => {
      const divisor = (findUnit(unit)?.factor ?? 1) * 10 ** column.scale;
      expectSame(target, area, (a[0] as number) / divisor, figure ?? Number.NaN);
      expectSame(target, area, reports[0] as number, completeness.reported);
    },
  };
}

function rateFloor({ dataset }: ScaledCounty, target: Target, column: Column, cells: Cells): Floor {
  const { parents } = dataset.roster;
  const { status, values, denominators } = cells;
  const below = denominators ?? values;
  return {
    target,
    run: () => {
      const answer = createAnswer(parents.length);
      const { a, b, reports, attainments } = answer;
      for (let row = parents.length - 1; row >= 0; row--) {
        if (status[row] === CELL.reported) {
          a[row] = (a[row] as number) + (values[row] as number);
          b[row] = (b[row] as number) + (below[row] as number);
          reports[row] = (reports[row] as number) + 1;
        }
        addToParent(answer, parents, row);
        attainments[row] = (a[row] as number) / (b[row] as number);
      }
      return answer;
    },
    check: ({ a, b, reports }, { figure, completeness, area }) => {
      const scale = 10 ** (column.denominatorScale - column.scale);
      expectSame(target, area, (100 * scale * (a[0] as number)) / (b[0] as number), figure ?? Number.NaN);
      expectSame(target, area, reports[0] as number, completeness.reported);
    },
  };
}

function shareFloor({ dataset }: ScaledCounty, target: Target, [cells]: readonly Cells[]): Floor {
  const { parents, areas } = dataset.roster;
  // Residents' committees are no members, which is known before any target is asked.
  const member = Uint8Array.from(areas, ({ kind }) => Number(kind === 'villagers-committee'));
  const { status, values } = cells as Cells;
  return {
    target,
    run: () => {
      const answer = createAnswer(parents.length);
      const { a, b, reports, attainments } = answer;
      for (let row = parents.length - 1; row >= 0; row--) {
        if (member[row] === 1) {
          b[row] = 1;
          if (status[row] === CELL.reported) {
            a[row] = values[row] as number;
            reports[row] = 1;
          }
        }
        addToParent(answer, parents, row);
        attainments[row] = (a[row] as number) / (b[row] as number);
      }
      return answer;
    },
    check: ({ a, b, reports }, { numerator, denominator, completeness, area }) => {
      expectSame(target, area, a[0] as number, numerator ?? Number.NaN);
      expectSame(target, area, b[0] as number, denominator ?? Number.NaN);
      expectSame(target, area, reports[0] as number, completeness.reported);
    },
  };
}

function addToParent({ verdicts, a, b, reports }: BareAnswer, parents: Int32Array, row: number): void {
  const parent = parents[row] as number;
  verdicts[row] = reports[row] === 0 ? NOT_APPLICABLE : NOT_JUDGED;
  if (parent < 0) return;
  a[parent] = (a[parent] as number) + (a[row] as number);
  b[parent] = (b[parent] as number) + (b[row] as number);
  reports[parent] = (reports[parent] as number) + (reports[row] as number);
}

function expectSame({ id }: Target, area: string, bare: number, ours: number): void {
  if (bare === ours || Math.abs(bare - ours) <= 1e-12 * Math.abs(ours)) return;
  throw new Error(`${id} ${area}: a bare loop has ${bare}, the evaluation ${ours}`);
}
