import { expect, test } from 'vitest';
import { tinySources } from '../internal/testing/tiny-county.js';
import { accountArea } from './account-area.js';
import { accountTarget } from './account-target.js';
import { Board } from './board-store.js';
import { sortAddresses } from './load-files.js';
import { listAssigned, listOpenProblems } from './open-problems.js';
import { groupByDomain, tally, walkStandings } from './tally-targets.js';
import type { Evaluation } from '@guatu/core';

async function evaluateTiny(asOf = '2021-12-31'): Promise<Evaluation> {
  const board = new Board({ state: { asOf } });
  await board.load(tinySources());
  const { evaluation } = board.snapshot;
  if (!evaluation) throw new Error('nothing to evaluate');
  return evaluation;
}

test('targets are counted by how they stand in the county', async () => {
  const evaluation = await evaluateTiny();
  const standings = [...walkStandings(evaluation)];
  expect(standings.map(({ target, standing }) => `${target.id} ${standing}`)).toEqual([
    'income-5 open',
    'vegetable-area running',
    'garden-villages missed',
    'problems-cleared running',
  ]);
  expect(tally(standings)).toMatchObject({ attained: 0, due: 2, running: 2, total: 4 });
  expect(
    groupByDomain(evaluation, standings).map(({ domain, standings: own }) => `${domain.id} ${own.length}`),
  ).toEqual(['income 2', 'farming 2']);
});

test('how targets stand is known without their whole results, which say since when', async () => {
  const evaluation = await evaluateTiny();
  const noResults: Evaluation = {
    ...evaluation,
    dataset: evaluation.dataset,
    plan: evaluation.plan,
    exists: (row) => evaluation.exists(row),
    target: (id) => {
      const evaluated = evaluation.target(id);
      const { verdicts } = evaluated;
      const at = (): never => {
        throw new Error('a whole result was asked for');
      };
      return { ...evaluated, verdicts, lightOf: (row: number) => evaluated.lightOf(row), at };
    },
  };
  expect([...walkStandings(noResults)]).toEqual([...walkStandings(evaluation)]);
});

test('a member answers with its own figure, what is asked of it and what it lacks', async () => {
  const evaluation = await evaluateTiny();
  const row = evaluation.dataset.roster.indexOf('1001202');
  expect(accountTarget(evaluation, 'income-5', row, 'zh')).toMatchObject({
    figure: '4.2万元',
    required: '5万元',
    gap: '0.8万元',
    verdict: '未过线',
    progress: expect.closeTo(0.84),
  });
  expect(accountTarget(evaluation, 'income-5', row, 'en')).toMatchObject({
    figure: '42,000 yuan',
    required: '50,000 yuan',
    gap: '8,000 yuan',
  });
});

test('an area says its batch, its start and what it lies in', async () => {
  const evaluation = await evaluateTiny();
  expect(accountArea(evaluation, '1001203', 'zh')).toMatchObject({
    mark: '②',
    state: 'started',
    rollout: '②2021年批次，2021年5月1日启动',
  });
  expect(accountArea(evaluation, '1001202', 'zh')).toMatchObject({ state: 'late', rollout: '①2020年批次，逾期未启动' });
  expect(accountArea(evaluation, '1001203', 'zh')?.ancestors.map(({ name }) => name)).toEqual(['小县', '东镇']);
  expect(accountArea(evaluation, '1001001', 'zh')?.rollout).toBe('');
  expect(accountArea(evaluation, 'nowhere', 'zh')).toBeNull();
});

test('open problems and whoever looks after an area, on a date', async () => {
  const { dataset } = await evaluateTiny();
  const row = dataset.roster.indexOf('1001202');
  expect(listOpenProblems(dataset, row, '2021-05-31')).toEqual([]);
  expect(listOpenProblems(dataset, row, '2021-07-15').map(({ id }) => id)).toEqual(['problem-1', 'problem-2']);
  expect(listOpenProblems(dataset, row, '2021-12-31').map(({ id }) => id)).toEqual(['problem-1']);
  expect(listAssigned(dataset, row, '2021-12-31')).toEqual(['李县长']);
  expect(listAssigned(dataset, row, '2022-01-01')).toEqual([]);
});

test('data files are told apart by their names', () => {
  const { sources, findings } = sortAddresses([
    'data/observations-2021.csv',
    'https://example.org/events.csv?v=2#x',
    'links.csv',
    'notes.csv',
  ]);
  expect(sources).toEqual({
    observations: ['data/observations-2021.csv'],
    events: ['https://example.org/events.csv?v=2#x'],
    links: ['links.csv'],
  });
  expect(findings.map(({ path }) => path)).toEqual(['notes.csv']);
});
