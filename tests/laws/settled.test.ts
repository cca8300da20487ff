import type { Evaluation, Level, Result, Target } from '@guatu/core';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld } from './world.js';

// What holds of every row of every world, by the readings of §9.

const LEVELS: readonly Level[] = ['county', 'township', 'village'];

interface Answer {
  readonly target: Target;
  readonly result: Result;
}

/** Every answer of an evaluation beside its target. */
function answersOf(evaluation: Evaluation): readonly Answer[] {
  return evaluation.plan.targets.flatMap((target) =>
    evaluation.dataset.roster.areas.map((_, row) => ({ target, result: evaluation.target(target.id).at(row) })),
  );
}

function show({ target, result }: Answer): string {
  return `${target.id} at ${result.area}: ${JSON.stringify(result)}`;
}

const isBelow = ({ target, result }: Answer): boolean =>
  LEVELS.indexOf(result.level) > LEVELS.indexOf(target.scope.owes.level);
const isAbove = ({ target, result }: Answer): boolean =>
  LEVELS.indexOf(result.level) < LEVELS.indexOf(target.scope.owes.level);

const UNJUDGED: readonly string[] = ['notJudged', 'notApplicable', 'notStarted'];

test('below the level that owes it nothing is judged, in any field', () => {
  hold(arbitraryWorld(), 120, (world) => {
    for (const answer of answersOf(evaluateWorld(world)).filter(isBelow)) {
      const { verdict, light, lightRule, gap, expected, pace, progress, firstAttainedOn, periods } = answer.result;
      expect(UNJUDGED, show(answer)).toContain(verdict);
      expect({ light, lightRule, gap, expected, pace, progress, firstAttainedOn }, show(answer)).toEqual({
        light: null,
        lightRule: null,
        gap: null,
        expected: null,
        pace: null,
        progress: null,
        firstAttainedOn: null,
      });
      expect(
        periods.filter((period) => !UNJUDGED.includes(period.verdict)),
        show(answer),
      ).toEqual([]);
    }
  });
});

test('nothing is expected of what has to hold, before a first window, or of a flow downward', () => {
  hold(arbitraryWorld(), 150, (world) => {
    for (const answer of answersOf(evaluateWorld(world))) {
      const { schedule, criterion, measure } = answer.target;
      const { expected, pace, progress, light, verdict } = answer.result;
      const held = schedule.kind === 'throughout' || schedule.kind === 'standing';
      const ahead = schedule.kind === 'eachYear' && world.asOf < (schedule.from ?? '2020-01-01');
      const flows = measure.kind === 'flow' || measure.kind === 'cumulative';
      const downward = flows && ['atMost', 'lessThan', 'none'].includes(criterion.kind);
      if (!held && !ahead && !downward) continue;
      expect({ expected, pace, progress }, show(answer)).toEqual({ expected: null, pace: null, progress: null });
      if (verdict === 'notYetDue') expect(light, show(answer)).toBeNull();
    }
  });
});

test('an ancestor of nothing reported has no figure, attainment, bounds or gap', () => {
  hold(arbitraryWorld(), 150, (world) => {
    for (const answer of answersOf(evaluateWorld(world)).filter(isAbove)) {
      const { figure, numerator, attainment, bounds, gap, completeness, stale, verdict } = answer.result;
      const tallied = answer.target.scope.rollUp === 'allOf' || answer.target.scope.rollUp === 'shareOfAreas';
      if (!tallied || completeness.reported > 0 || stale || verdict === 'notApplicable') continue;
      expect({ figure, numerator, attainment, bounds, gap }, show(answer)).toEqual({
        figure: null,
        numerator: null,
        attainment: null,
        bounds: null,
        gap: null,
      });
    }
  });
});

/** Units that figures of members are counted in; everything else is measured. */
const COUNTED: readonly string[] = ['村', '乡镇', '县', '个'];

test('a gap is counted in what is counted, and otherwise is what is missing between figure and mark', () => {
  hold(arbitraryWorld(), 200, (world) => {
    for (const answer of answersOf(evaluateWorld(world))) {
      const { figure, required, gap, gapUnit, unit } = answer.result;
      if (gap === null) continue;
      expect([unit, ...COUNTED], show(answer)).toContain(gapUnit);
      const whole = answer.target.criterion.kind === 'every' || isAbove(answer);
      if (whole && unit === '%' && gap !== 0) expect(gapUnit, show(answer)).not.toBe('%');
      if (gapUnit !== unit || figure === null || required === null) continue;
      const missing = Math.abs(required - figure);
      // A mark that excludes its number asks for one more of what is counted.
      if (gap > 0 && !['moreThan', 'lessThan'].includes(answer.target.criterion.kind))
        expect(gap, show(answer)).toBeCloseTo(missing, 9);
    }
  });
});

test('without a file of events nothing is late, and no area is known to have had no case', () => {
  hold(arbitraryWorld(), 150, (world) => {
    const evaluation = evaluateWorld({ ...world, events: [] });
    const states = evaluation.dataset.roster.areas.map((_, row) => evaluation.rollout(row).state);
    expect(states).not.toContain('late');
    expect(states).not.toContain('started');
    expect(answersOf(evaluation).filter(({ result }) => result.verdict === 'noCase')).toEqual([]);
  });
});
