import { applyObservation, evaluate } from '@guatu/core';
import { generateCounty, INDICATORS, YEARS } from './county.js';
import { percentile } from './measure.js';
import { createRandom } from './random.js';

const WARM_UP = 200;
const COUNT = 1000;

/**
 * Reports one figure more for a village picked at random, takes it over into an evaluation and reads the
 * verdict and attainment of village, township and county.
 *
 * @returns milliseconds.
 */
export function measureUpdates(villages: number): {
  readonly median: number;
  readonly slow: number;
  readonly count: number;
} {
  const county = generateCounty(villages);
  const { plan, dataset, roster } = county;
  const evaluation = evaluate(plan, dataset, { asOf: '2022-12-31' });
  for (const { target } of county.tasks) void evaluation.target(target).attainments;
  const random = createRandom(1);
  const rows = [...roster.areas.keys()].filter((row) => roster.areas[row]?.level === 'village');
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + COUNT; round++) {
    const row = rows[Math.floor(random() * rows.length)] as number;
    const indicator = `i${Math.floor(random() * INDICATORS)}`;
    const year = YEARS[Math.floor(random() * YEARS.length)] as number;
    const value = Math.floor(random() * 100_000) / 10_000;
    const area = roster.areas[row]?.code ?? '';
    const start = performance.now();
    const applied = applyObservation(dataset, {
      indicator,
      area,
      period: String(year),
      value,
      reportedOn: '2023-01-31',
    });
    evaluation.update(applied);
    const { verdicts, attainments } = evaluation.target(`${indicator}-${year}`);
    let read = 0;
    for (let at = row; at >= 0; at = roster.parents[at] as number)
      read += (verdicts[at] as number) + (attainments[at] ?? 0);
    const time = performance.now() - start;
    if (read === 0) throw new Error('nothing was evaluated');
    if (round >= WARM_UP) times.push(time);
  }
  return { median: percentile(times, 0.5), slow: percentile(times, 0.99), count: COUNT };
}
