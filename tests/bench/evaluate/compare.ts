import { compareAnswers } from './answers.js';
import type { Contestant } from './answers.js';
import { createBareLoop } from './bare-loop.js';
import { generateCounty } from './county.js';
import type { County } from './county.js';
import { createDhis2 } from './dhis2.js';
import { createDuckdb, createWideDuckdb } from './duckdb.js';
import { createJsonRules } from './json-rules.js';
import { collectGarbage, timeRun } from './measure.js';
import { createOurs } from './ours.js';

/** Rounds that only warm up, and rounds that count; slow contestants take fewer. */
const WARM_UP = 2;
const ROUNDS = 9;
const SLOW_ROUNDS = 1;

/** Compares all answers, then times all contestants in turn and prints ratios. */
export async function compareContestants(villages: number): Promise<void> {
  const county = generateCounty(villages);
  const { tasks, sampleEnd } = county;
  const observations = countReports(county, county.roster.areas.length);
  console.log(
    `${villages} villages in ${county.townships} townships, ${tasks.length} tasks (20 indicators × 3 years), ` +
      `${observations} observations; the sample has ${countVillages(county, sampleEnd)} villages`,
  );

  const ours = createOurs(county);
  const bare = createBareLoop(county);
  const over = [createBareLoop(county, true), createOurs(county, true)];
  const fast = [bare, ours, ...over, await createDuckdb(county), await createWideDuckdb(county)];
  const slow = [createJsonRules(county), createDhis2(county)];
  await ours.run();
  for (const other of [...fast, ...slow]) {
    if (other === ours) continue;
    await other.run();
    console.log(`${await compareAnswers(county, ours, other)} answers equal ours: ${other.name}`);
  }

  const times = new Map<Contestant, number>();
  for (const [contestant, time] of await timeInTurn(fast, WARM_UP, ROUNDS)) times.set(contestant, time);
  for (const [contestant, time] of await timeInTurn(slow, 0, SLOW_ROUNDS)) times.set(contestant, time);

  const perFigure = (contestant: Contestant): number =>
    ((times.get(contestant) ?? Number.NaN) * 1e6) / (tasks.length * countVillages(county, contestant.end));
  const own = perFigure(ours);
  const ownOver = Math.min(...over.slice(1).map(perFigure));
  console.log(
    `\nfastest of ${ROUNDS} rounds (of ${SLOW_ROUNDS} on the sample)`.padEnd(44) +
      'ns per figure   times ours   times ours over earlier columns',
  );
  for (const contestant of [...fast, ...slow]) {
    const time = perFigure(contestant);
    const times = [time / own, time / ownOver].map((ratio) => `${ratio.toFixed(2)}×`.padStart(13)).join('');
    console.log(`${contestant.name.padEnd(34)}${time.toFixed(1).padStart(10)}${times}`);
  }
  console.log(`our throughput is ${((100 * perFigure(bare)) / own).toFixed(0)}% of the bare loop's`);
}

/** Times every contestant once a round, so that a slower minute of the machine is shared by all. */
async function timeInTurn(
  contestants: readonly Contestant[],
  warmUp: number,
  rounds: number,
): Promise<ReadonlyMap<Contestant, number>> {
  const times = new Map(contestants.map((contestant): [Contestant, number[]] => [contestant, []]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [contestant, known] of times) {
      contestant.forget();
      await collectGarbage();
      const time = await timeRun(() => contestant.run());
      if (round >= warmUp) known.push(time);
    }
  }
  return new Map([...times].map(([contestant, known]) => [contestant, Math.min(...known)]));
}

function countVillages({ roster }: County, end: number): number {
  let villages = 0;
  for (let row = 0; row < end; row++) if (roster.areas[row]?.level === 'village') villages++;
  return villages;
}

function countReports({ tasks }: County, end: number): number {
  let reports = 0;
  for (const { figures } of tasks) for (let row = 0; row < end; row++) if (!Number.isNaN(figures[row])) reports++;
  return reports;
}
