import { VERDICTS } from '@guatu/core';
import type { Measure, Result } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { findUnfinite } from './find-unfinite.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

test('no number in a result is NaN or Infinity', () => {
  hold(arbitraryWorld(), 150, (world) => {
    for (const result of resultsOf(evaluateWorld(world))) expect(findUnfinite(result)).toBeUndefined();
  });
});

test('attainment lies in 0…1, lights and gaps agree with the verdict, bounds do not cross', () => {
  hold(arbitraryWorld(), 150, (world) => {
    for (const result of resultsOf(evaluateWorld(world)))
      expect(findContradiction(result), show(result)).toBeUndefined();
  });
});

test('evaluating twice gives the same bytes', () => {
  hold(arbitraryWorld(), 40, (world) => {
    expect(bytesOf(evaluateWorld(world))).toBe(bytesOf(evaluateWorld(world)));
  });
});

test('what is painted from columns is what single results say', () => {
  hold(arbitraryWorld(), 150, (world) => {
    const evaluation = evaluateWorld(world);
    for (const { id } of world.targets) {
      const target = evaluation.target(id);
      const columns = evaluation.dataset.roster.areas.map((_, row) => ({
        verdict: VERDICTS[target.verdicts[row] as number],
        attainment: orNull(target.attainments[row]),
        figure: orNull(target.figureOf(row)),
        light: target.lightOf(row),
        completeness: target.completenessOf(row),
        stale: target.isStale(row),
      }));
      const singles = evaluation.dataset.roster.areas.map((_, row) => {
        const { verdict, attainment, figure, memberFigure, light, completeness, stale } = target.at(row);
        return { verdict, attainment, figure: memberFigure ?? figure, light, completeness, stale };
      });
      expect(columns).toEqual(singles);
      for (const [row] of evaluation.dataset.roster.areas.entries()) {
        const { verdict, level, memberFigure, memberProgress } = target.at(row);
        // a member that only answers the predicate is painted by its way to it; who owes a share that is only shown is not one
        const answers = verdict === 'notJudged' && level !== target.target.scope.owes.level;
        if (answers && memberFigure !== null) expect(orNull(target.drawn[row])).toBe(memberProgress);
      }
    }
  });
});

/** A mark as it may stand in a plan, and one unit of its last decimal. */
const mark = fc
  .record({
    digits: fc.integer({ min: 1, max: 99_999 }),
    decimals: fc.integer({ min: 0, max: 4 }),
    unit: fc.constantFrom('万亩', '亩'),
  })
  .map(({ digits, decimals, unit }) => ({
    unit,
    value: decimalOf(digits, decimals),
    below: decimalOf(digits - 1, decimals),
  }));

function decimalOf(digits: number, decimals: number): string {
  const text = String(digits).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

test('who is exactly at the mark has attained all of it, who is a hair below has not', () => {
  hold(mark, 300, ({ unit, value, below }) => {
    const resultOf = (reported: string) => {
      const evaluation = evaluateWorld(
        countyReporting({ kind: 'stock', indicator: 'land' }, Number(value), unit, { value: reported, unit }),
      );
      return { ...evaluation.target('t0').at(0), column: evaluation.target('t0').attainments[0] };
    };
    expect(resultOf(value)).toMatchObject({ verdict: 'attained', attainment: 1, column: 1, gap: 0, light: 'green' });
    const short = resultOf(below);
    expect(short.verdict).toBe('notAttained');
    expect(short.attainment).toBeLessThan(1);
    expect(short.column).toBe(short.attainment);
  });
});

test('so has who is exactly at a percentage, of whatever number', () => {
  const rate = fc.record({
    percent: fc.integer({ min: 1, max: 100 }),
    hundreds: fc.integer({ min: 1, max: 400 }),
    tenths: fc.boolean(),
  });
  hold(rate, 300, ({ percent, hundreds, tenths }) => {
    const required = tenths ? percent / 10 : percent;
    const row = { numerator: String(percent * hundreds), denominator: String((tenths ? 1000 : 100) * hundreds) };
    const world = countyReporting({ kind: 'rate', indicator: 'toilets' }, required, '%', row);
    const target = evaluateWorld(world).target('t0');
    expect(target.at(0)).toMatchObject({ verdict: 'attained', figure: required, attainment: 1, gap: 0 });
    expect(target.attainments[0]).toBe(1);
  });
});

/** A county that owes at least something and reports one row. */
function countyReporting(
  measure: Extract<Measure, { kind: 'stock' | 'rate' }>,
  value: number,
  unit: string,
  row: Row,
): World {
  return {
    targets: [
      {
        id: 't0',
        clause: '一',
        domain: 'd',
        name: { zh: 't0', en: 't0' },
        measure,
        criterion: { kind: 'atLeast', value, unit },
        schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
        scope: { owes: { level: 'county' }, rollUp: 'reported' },
      },
    ],
    areas: [{ code: 'C', name: '县', level: 'county', kind: 'county' }],
    observations: [{ indicator: measure.indicator, area: 'C', period: '2022', ...row }],
    registers: [],
    events: [],
    links: [],
    asOf: '2022-12-31',
    knownOn: undefined,
  };
}

function findContradiction({
  verdict,
  attainment,
  light,
  gap,
  bounds,
  completeness,
  numerator,
}: Result): string | undefined {
  if (attainment !== null && (attainment < 0 || attainment > 1)) return 'attainment outside 0…1';
  if (verdict === 'notAttained' && light !== 'red') return 'failed, not red';
  if ((verdict === 'attained' || verdict === 'attainedWithinTolerance') && light !== 'green')
    return 'passed, not green';
  if ((verdict === 'undecided' || verdict === 'noData' || verdict === 'notJudged') && light !== null)
    return 'a light for nothing';
  if (verdict === 'attained' && gap !== null && gap !== 0) return 'passed, with a gap';
  if (completeness.reported < 0 || completeness.reported > completeness.total) return 'more reported than there are';
  if (bounds && bounds[0] > bounds[1]) return 'bounds crossed';
  if (verdict === 'notStarted' && numerator !== null) return 'a figure before the start';
  return undefined;
}

function bytesOf(evaluation: ReturnType<typeof evaluateWorld>): string {
  const { plan, dataset, diagnostics } = evaluation;
  const explanations = plan.targets.map(({ id }) =>
    dataset.roster.areas.map((_, row) => evaluation.target(id).explain(row)),
  );
  return JSON.stringify({ results: resultsOf(evaluation), explanations, diagnostics });
}

function show({ target, area, verdict }: Result): string {
  return `${target} at ${area}: ${verdict}`;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
