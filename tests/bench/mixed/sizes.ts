import { evaluate } from '@guatu/core';
import { generateCounty, INDICATORS, YEARS } from '../evaluate/county.js';
import { collectGarbage, timeRun } from '../evaluate/measure.js';
import { createOurs } from '../evaluate/ours.js';
import { answer, groupTargets } from './contestants.js';
import type { Group } from './contestants.js';
import { readCounty, readVillagePlan } from './fixture.js';
import { floorOf } from './floors.js';
import type { Floor } from './floors.js';
import { scaleCounty } from './scaled-county.js';
import { verifyVillages } from './verify.js';

/** What one size took. */
export interface Mixed {
  readonly villages: number;
  readonly areas: number;
  /** Answers that were the same as those they were held against. */
  readonly verified: number;
  readonly rows: readonly Timed[];
}

/** A group of targets, in its fastest round. */
export interface Timed {
  readonly name: string;
  readonly targets: number;
  /** Per village, or per area where the county alone answers. */
  readonly nanoseconds: number;
}

interface Contestant {
  readonly name: string;
  readonly targets: number;
  readonly figures: number;
  run(): unknown;
}

const WARM_UP = 2;

/** Verifies and times the county's targets at one size, contestants in turns. */
export async function measureMixed(villages: number, asOf: string, rounds: number): Promise<Mixed> {
  const plan = readVillagePlan();
  const small = readCounty(plan);
  const county = scaleCounty(plan, small, villages);
  const verified = verifyVillages(county, scaleCounty(plan, small), asOf);
  const { ofVillages, ofCounty } = groupTargets(county, asOf);
  const ours =
    (kind: string) =>
    (group: Group): Contestant => ({
      name: group.name + kind,
      targets: group.targets.length,
      figures: group.figures,
      run: () => answer(evaluate(county.plan, county.dataset, { asOf }), group.targets),
    });
  const contestants = [
    plainSum(villages),
    ...ofVillages.map(ours('')),
    ...ofVillages.flatMap((group) => bareLoop(group, county, asOf) ?? []),
    ...ofCounty.map(ours(', by the county alone')),
  ];
  const times = await timeInTurns(contestants, rounds);
  return {
    villages,
    areas: county.dataset.roster.areas.length,
    verified,
    rows: contestants.map(({ name, targets, figures }, at) => ({
      name,
      targets,
      nanoseconds: ((times[at] as number) * 1e6) / figures,
    })),
  };
}

/** The county of `bench evaluate`, where every target has one pass. */
function plainSum(villages: number): Contestant {
  const ours = createOurs(generateCounty(villages));
  const targets = INDICATORS * YEARS.length;
  return {
    name: 'plain sum',
    targets,
    figures: targets * villages,
    run: () => {
      ours.forget();
      return ours.run();
    },
  };
}

/** Loops for those targets of a group that one is written for, checked against the county's expanded row. */
function bareLoop(group: Group, county: ReturnType<typeof scaleCounty>, asOf: string): Contestant | undefined {
  const floors = group.targets.flatMap((target): Floor | readonly Floor[] => floorOf(county, target, asOf) ?? []);
  if (floors.length === 0) return undefined;
  const evaluation = evaluate(county.plan, county.dataset, { asOf });
  for (const floor of floors) floor.check(floor.run(), evaluation.target(floor.target.id).at(0));
  return {
    name: `${group.name}, bare loop`,
    targets: floors.length,
    figures: floors.length * county.villages,
    run: () => floors.map((floor) => floor.run()),
  };
}

/** Milliseconds of the fastest round of each; every round all of them once. */
async function timeInTurns(contestants: readonly Contestant[], rounds: number): Promise<readonly number[]> {
  const best = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const [at, contestant] of contestants.entries()) {
      await collectGarbage();
      const time = await timeRun(() => void contestant.run());
      if (round >= WARM_UP) best[at] = Math.min(best[at] as number, time);
    }
  }
  return best;
}
