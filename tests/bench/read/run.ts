// How long a page takes to have the county's board: its texts read, its board file opened, and papaparse alone over the same
// texts, in turns within one process. Processor time, so that what else the machine does is not counted.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parsePlan, readDataset } from '@guatu/core';
import { openBoard, packBoard } from '@guatu/core/board-file';
import { percentile, timeRun } from '../evaluate/measure.js';

// the one that core reads with
const Papa = createRequire(resolve('packages/core/package.json'))('papaparse') as { parse(text: string): unknown };

const folder = 'fixtures/yongchang/';
const file = (name: string) => ({ name, text: readFileSync(folder + name, 'utf8') });

const ROUNDS = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.slice(9) ?? 15);

const planText = file('plan.json').text;
const files = {
  areas: file('areas.csv'),
  observations: file('observations.csv'),
  registers: file('registers.csv'),
  events: file('events.csv'),
  links: file('links.csv'),
};
const { plan, diagnostics: planDiagnostics } = parsePlan(planText);
if (!plan) throw new Error('plan.json is no plan');
const bytes = gzipSync(packBoard({ plan, planDiagnostics, dataset: readDataset(plan, files) }), { level: 9 });

const CONTESTANTS: Readonly<Record<string, () => void | Promise<void>>> = {
  'papaparse alone, all rows as lists': () => {
    for (const { text } of Object.values(files)) Papa.parse(text);
  },
  readDataset: () => void readDataset(plan, files),
  parsePlan: () => void parsePlan(planText),
  'openBoard, plan and all': async () => void (await openBoard(bytes)),
};

const times = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(CONTESTANTS))
    times.set(name, [...(times.get(name) ?? []), await timeRun(run)]);
}
const [alone = Number.NaN] = [...times.values()].map((own) => percentile(own, 0.5));
console.log(`| the county, ${ROUNDS} rounds | first, ms | middle, ms | times papaparse |`);
console.log('|---|---:|---:|---:|');
for (const [name, own] of times) {
  const middle = percentile(own, 0.5);
  console.log(`| ${name} | ${own[0]?.toFixed(0)} | ${middle.toFixed(0)} | ${(middle / alone).toFixed(2)} |`);
}
