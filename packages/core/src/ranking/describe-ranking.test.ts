import { expect, test } from 'vitest';
import type { Plan } from '../plan/plan.js';
import { describeRankedArea } from './describe-ranking.js';
import type { RankedArea } from './ranking.js';

const plan = { domains: [], targets: [] } as Pick<Plan, 'domains' | 'targets'> as Plan;

function describeScore(score: number): string {
  const area = {
    name: '甲乡',
    score,
    rank: 1,
    completeness: { reported: 3, total: 3 },
    change: null,
    amongLast: false,
    streak: 0,
    streakReached: false,
    silentDomains: [],
  };
  return describeRankedArea(
    plan,
    { last: 2, rounds: 2, minCompleteness: 0.5 },
    area as unknown as Omit<RankedArea, 'text'>,
  ).en;
}

test('a score short of all of it does not read as 100, nor something as nothing', () => {
  expect(describeScore(0.9996)).toContain('with 99.96 points');
  expect(describeScore(0.0004)).toContain('with 0.04 points');
  expect(describeScore(1)).toContain('with 100 points');
});
