import { evaluate } from '@guatu/core';
import { timeRun } from '../evaluate/measure.js';
import { answer } from './contestants.js';
import { readCounty, readCountyPlan } from './fixture.js';

/** Milliseconds of processor time for all targets of the county over all its areas. */
export interface Board {
  readonly targets: number;
  readonly areas: number;
  /** The first evaluation of a process that has read its files. */
  readonly cold: number;
  /** The second: columns are there, code is mostly interpreted still. */
  readonly second: number;
  /** The fastest of many. */
  readonly warm: number;
}

const ROUNDS = 40;

/** The county as it is, in a process that has done nothing but read it. */
export async function measureBoard(asOf: string): Promise<Board> {
  const plan = readCountyPlan();
  const dataset = readCounty(plan);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await timeRun(() => void answer(evaluate(plan, dataset, { asOf }), plan.targets)));
  }
  const [cold = Number.NaN, second = Number.NaN] = times;
  return {
    targets: plan.targets.length,
    areas: dataset.roster.areas.length,
    cold,
    second,
    warm: Math.min(...times),
  };
}
