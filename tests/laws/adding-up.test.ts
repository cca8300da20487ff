import type { Level, Measure, Result, Target } from '@guatu/core';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { World } from './world.js';

const LEVELS: readonly Level[] = ['county', 'township', 'village'];

/** Measures whose members, numerators and sums add up the tree; distinct ids and grades do not. */
const ADDING: readonly Measure['kind'][] = [
  'stock',
  'flow',
  'cumulative',
  'rate',
  'share',
  'growth',
  'change',
  'remaining',
  'case',
];

/** Levels an evaluation rolls up from, per target: members report there, so nothing below adds. */
function reportingLevel({ scope, measure }: Target): Level {
  if (scope.rollUp === 'reported') return scope.owes.level;
  return scope.from ?? ('predicate' in measure ? 'village' : scope.owes.level);
}

function hasRowsOfItsOwn({ measure }: Target): boolean {
  return measure.kind === 'case' || 'ledger' in measure;
}

/** Every row above the members of a target that adds them up, with the results of its children. */
function families(
  world: World,
): readonly { readonly target: Target; readonly parent: Result; readonly children: readonly Result[] }[] {
  const evaluation = evaluateWorld(world);
  const { roster } = evaluation.dataset;
  return evaluation.plan.targets.flatMap((target) =>
    roster.areas.flatMap((area, row) => {
      const children = roster.children(row).map((child) => evaluation.target(target.id).at(child));
      const own = !hasRowsOfItsOwn(target) && area.level === reportingLevel(target);
      const tallied = target.scope.rollUp === 'allOf' || target.scope.rollUp === 'shareOfAreas';
      const above = tallied && LEVELS.indexOf(area.level) < LEVELS.indexOf(target.scope.owes.level);
      return own || above || children.length === 0
        ? []
        : [{ target, parent: evaluation.target(target.id).at(row), children }];
    }),
  );
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

test('members that reported, and all members, add up over the children', () => {
  hold(arbitraryWorld({ measures: ADDING, plain: true }), 200, (world) => {
    for (const { target, parent, children } of families(world)) {
      // An area that is nothing to the target counts nobody, whatever stands below it.
      if (parent.verdict === 'notApplicable') continue;
      const below = (count: 'reported' | 'total') => sum(children.map(({ completeness }) => completeness[count]));
      const own = {
        reported: parent.completeness.reported - below('reported'),
        total: parent.completeness.total - below('total'),
      };
      const where = `${parent.target} at ${parent.area}`;
      // Cases and findings may belong to a town or the county itself, nothing else does.
      if (hasRowsOfItsOwn(target)) expect(Math.min(own.reported, own.total), where).toBeGreaterThanOrEqual(0);
      else expect(own, where).toEqual({ reported: 0, total: 0 });
    }
  });
});

test('sums are the sums of what their children show, rates the ratio of both sums', () => {
  hold(arbitraryWorld({ measures: ['stock', 'flow', 'cumulative', 'rate'], plain: true, due: true }), 200, (world) => {
    for (const { target, parent, children } of families(world)) {
      if ([parent, ...children].some(({ stale }) => stale)) continue;
      const rate = target.measure.kind === 'rate';
      const pairs = children.filter(({ numerator }) => numerator !== null);
      if (rate && parent.numerator !== null && parent.denominator !== null) {
        expect(parent.numerator).toBeCloseTo(sum(pairs.map(({ numerator }) => numerator)), 9);
        expect(parent.denominator).toBeCloseTo(sum(pairs.map(({ denominator }) => denominator)), 9);
        const whole = parent.unit === '‰' ? 1000 : 100;
        if (parent.denominator > 0)
          expect(parent.figure).toBeCloseTo((whole * parent.numerator) / parent.denominator, 9);
      }
      if (!rate && parent.figure !== null)
        expect(parent.figure).toBeCloseTo(sum(children.map(({ figure }) => figure)), 9);
    }
  });
});

test('owing areas that answered, and all of them, add up to what stands above them', () => {
  hold(arbitraryWorld({ plain: true, due: true }), 200, (world) => {
    const rolledUp = world.targets.filter(({ scope }) => scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas');
    const results = resultsOf(evaluateWorld(world));
    for (const { id, scope, criterion, measure } of rolledUp) {
      const county = results.find(({ target, area }) => target === id && area === 'C');
      if (!county || scope.owes.level === 'county' || county.verdict === 'notApplicable') continue;
      const owing = results.filter(
        ({ target, level, verdict }) =>
          target === id && level === scope.owes.level && !['notApplicable', 'notStarted', 'noCase'].includes(verdict),
      );
      // An area without a case so far is not counted either, and its verdict does not say so before it is due.
      if (measure.kind === 'case' && owing.some(({ verdict }) => verdict === 'notYetDue')) continue;
      if (criterion.kind === 'observe') continue;
      const passing = owing.filter(({ verdict }) => verdict === 'attained' || verdict === 'attainedWithinTolerance');
      expect(county.completeness.total, id).toBe(owing.length);
      // Where none of them answered there is no pair to show.
      if (county.completeness.reported === 0) continue;
      expect(county.denominator, id).toBe(owing.length);
      if (owing.every(({ verdict }) => verdict !== 'notYetDue')) expect(county.numerator, id).toBe(passing.length);
    }
  });
});
