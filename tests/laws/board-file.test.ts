import { gzipSync } from 'node:zlib';
import { applyObservation, evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Diagnostic, Evaluation, Plan } from '@guatu/core';
import { openBoard, packBoard } from '@guatu/core/board-file';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listCases, readCase } from '../conformance/cases.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { readCounty } from './county.js';
import { holdAsync } from './hold.js';
import { readWorld } from './world.js';

// What is packed and opened again is the same board: every verdict, figure, finding, account and sentence.

interface Read {
  readonly plan: Plan;
  readonly planDiagnostics?: readonly Diagnostic[];
  readonly dataset: Dataset;
}

async function reopen(board: Read): Promise<Read> {
  const { plan, planDiagnostics, dataset, diagnostics } = await openBoard(packBoard(board));
  expect(diagnostics).toEqual([]);
  if (!plan) throw new Error('the file was not opened');
  return { plan, planDiagnostics, dataset };
}

interface Moment {
  readonly asOf: string;
  readonly knownOn?: string | undefined;
}

const evaluateAt = ({ plan, dataset }: Read, { asOf, knownOn }: Moment): Evaluation =>
  evaluate(plan, dataset, { asOf, ...(knownOn !== undefined && { knownOn }) });

interface Telling {
  /** With the reasons of every row. */
  readonly explained: boolean;
  /** Every so many rows; all of them by default. */
  readonly every?: number;
}

/** Everything an evaluation answers. */
function tell(evaluation: Evaluation, { explained, every = 1 }: Telling): unknown {
  const { plan, dataset, diagnostics } = evaluation;
  const rows = dataset.roster.areas.map((_, row) => row).filter((row) => row % every === 0);
  const targets = plan.targets.map(({ id }) => {
    const target = evaluation.target(id);
    const { verdicts, attainments, drawn } = target;
    const accounts = rows.map((row) => [
      target.concerns(row),
      target.figureOf(row),
      target.lightOf(row),
      target.completenessOf(row),
      target.isStale(row),
      target.refusedOf(row),
      target.at(row),
    ]);
    const reasons = explained ? rows.map((row) => target.explain(row)) : [];
    return { id, columns: [[...verdicts], [...attainments], [...drawn]], accounts, reasons };
  });
  return {
    targets,
    diagnostics,
    rollout: rows.map((row) => [evaluation.rollout(row), evaluation.rolloutTotals(row), evaluation.exists(row)]),
    domains: plan.domains.map(({ id }) => rows.map((row) => evaluation.domain(id, row))),
  };
}

/** A dataset without what can only be asked. */
const accountsOf = ({
  roster,
  registers,
  events,
  links,
  hasEvents,
  diagnostics,
  rowCounts,
  refused,
}: Dataset): unknown => ({
  areas: roster.areas,
  parents: roster.parents,
  registers: [...registers],
  events: [...events],
  links: [...links],
  hasEvents,
  diagnostics,
  rowCounts: [...rowCounts],
  refused: (['observations', 'registers', 'events', 'links'] as const).map((file) => refused.count(file, [])),
});

const reportsOf = ({ observations: { reports } }: Dataset): unknown =>
  Array.from({ length: reports.length }, (_, at) => [reports.at(at), reports.supersededBy(at)]);

function expectSame(opened: Read, read: Read): void {
  expect(opened.plan).toEqual(read.plan);
  expect(opened.planDiagnostics ?? []).toEqual(read.planDiagnostics ?? []);
  expect(accountsOf(opened.dataset)).toEqual(accountsOf(read.dataset));
  expect(reportsOf(opened.dataset)).toEqual(reportsOf(read.dataset));
}

test('a world of any kind, at any moment', async () => {
  await holdAsync(arbitraryWorld(), 120, async (world) => {
    const read = readWorld(world);
    const opened = await reopen(read);
    expectSame(opened, read);
    expect(tell(evaluateAt(opened, world), { explained: true })).toEqual(
      tell(evaluateAt(read, world), { explained: true }),
    );
  });
});

test('a board packs to the same bytes, evaluated or not, opened or read', async () => {
  await holdAsync(arbitraryWorld(), 60, async (world) => {
    const read = readWorld(world);
    const bytes = packBoard(read);
    tell(evaluateAt(read, world), { explained: true });
    expect(packBoard(read)).toEqual(bytes);
    expect(packBoard(await reopen(read))).toEqual(bytes);
    expect(packBoard(readWorld(world))).toEqual(bytes);
  });
});

test('a report that comes in later', async () => {
  const report = fc.record({
    indicator: fc.constantFrom('land', 'milk', 'road', 'toilets'),
    area: fc.constantFrom('C', 'T0', 'V00', 'V01'),
    period: fc.constantFrom('2020', '2021-H1', '2022'),
    value: fc.constantFrom('1', '0', '0.3', '缺'),
  });
  await holdAsync(fc.tuple(arbitraryWorld({ targets: 2 }), report), 60, async ([world, row]) => {
    const read = readWorld(world);
    const opened = await reopen(read);
    expect(applyObservation(opened.dataset, row)).toEqual(applyObservation(read.dataset, row));
    expect(tell(evaluateAt(opened, world), { explained: false })).toEqual(
      tell(evaluateAt(read, world), { explained: false }),
    );
    expect(packBoard(opened)).toEqual(packBoard(read));
  });
});

test.each(listCases())('%s', async (name) => {
  const { plan: text, areas, files, expectation } = readCase(name);
  const { plan, diagnostics: planDiagnostics } = parsePlan(text, { source: 'plan.json' });
  if (!plan) return;
  const rows = Object.entries(files).map(([kind, own]) => [kind, { name: `${kind}.csv`, text: own }]);
  const dataset = readDataset(plan, { areas: { name: 'areas.csv', text: areas }, ...Object.fromEntries(rows) });
  const read = { plan, planDiagnostics, dataset };
  const opened = await reopen(read);
  expectSame(opened, read);
  const last = expectation.checks.length - 1;
  for (const [at, moment] of expectation.checks.entries()) {
    const explained = at === last && dataset.roster.areas.length < 200;
    expect(tell(evaluateAt(opened, moment), { explained })).toEqual(tell(evaluateAt(read, moment), { explained }));
  }
});

test('the county', async () => {
  const read = readCounty();
  const opened = await reopen(read);
  expectSame(opened, read);
  const moment = { asOf: '2021-12-31' };
  const telling = { explained: true, every: 20 };
  expect(tell(evaluateAt(opened, moment), telling)).toEqual(tell(evaluateAt(read, moment), telling));
  expect(gzipSync(packBoard(read), { level: 9 }).length).toBeLessThan(100_000);
});
