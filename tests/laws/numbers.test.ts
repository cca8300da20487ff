import type { Evaluation } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { accountTarget } from '../../packages/map/src/board/account-target.js';
import { summarise } from '../../packages/map/src/scene/summarise.js';
import { writeGroupLines } from '../../packages/map/src/scene/group-lines.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { evaluateCounty, readCounty } from './county.js';
import { findWrongGap } from './find-wrong-gap.js';
import { hold, LONGER } from './hold.js';
import { findStranger, knownOf } from './numbers-said.js';
import { evaluateWorld } from './world.js';

// Every number that is said of a target is one the evaluator gave, rounded to the digits that are shown, or the
// difference of two that are said. What is traced here is parsed out of the text again, without the code that wrote it.

function strangersOf(evaluation: Evaluation, rows: readonly number[]): readonly string[] {
  const { plan, dataset } = evaluation;
  const { areas } = dataset.roster;
  return plan.targets.flatMap((target) =>
    rows.flatMap((row) => {
      const evaluated = evaluation.target(target.id);
      const result = evaluated.at(row);
      const known = [...knownOf(target, result), evaluated.refusedOf(row)];
      const code = areas[row]?.code ?? '';
      const names = [
        target.name.zh,
        target.clause,
        areas[row]?.name ?? '',
        ...(target.readings ?? []).map(({ why }) => why.zh.replace(/。$/u, '')),
      ];
      const account = accountTarget(evaluation, target.id, row, 'zh');
      const texts = {
        sentence: summarise(evaluation, target.id, 'zh', code),
        card: [account.figure, account.required, account.gap, account.expected, account.verdict].join('；'),
        why: evaluated
          .explain(row)
          .steps.filter(({ kind }) => kind === 'arithmetic' || kind === 'verdict' || kind === 'schedule')
          .map(({ text }) => text.zh)
          .join('；'),
      };
      return Object.entries(texts).flatMap(([where, text]) => {
        const stranger = findStranger(text, names, known);
        return stranger === undefined ? [] : [`${stranger} in the ${where} of ${target.id} at ${code}: ${text}`];
      });
    }),
  );
}

describe('every number said', () => {
  const { plan, dataset } = readCounty();
  // both dates and more places where there is time
  const county = (LONGER > 1 ? ['2020-09-30', '2021-12-31'] : ['2021-12-31']).map(evaluateCounty);

  it('of the county is the evaluator’s, or a difference of two that are said', () => {
    expect(county.flatMap((evaluation) => strangersOf(evaluation, LONGER > 1 ? [0, 1, 60] : [0, 60]))).toEqual([]);
  });

  it('of the county subtracts', () => {
    expect(county.flatMap((evaluation) => findWrongGap(evaluation, [0, 1, 60]))).toEqual([]);
  });

  it('over a township is the one in its card', () => {
    for (const evaluation of county) {
      const { areas } = dataset.roster;
      const towns = areas.flatMap(({ level }, row) => (level === 'township' ? [row] : []));
      for (const target of plan.targets.filter(({ measure }) => measure.kind === 'share')) {
        const lines = writeGroupLines({
          evaluation,
          before: null,
          subject: { view: 'both', target, domain: null },
          codes: towns.map((row) => areas[row]?.code ?? ''),
          own: false,
          locale: 'zh',
        });
        for (const { code, figure } of lines) {
          const row = dataset.roster.indexOf(code);
          const { figure: own } = accountTarget(evaluation, target.id, row, 'zh');
          if (figure.endsWith('%') && own.endsWith('%')) expect(figure, `${target.id} at ${code}`).toContain(own);
        }
      }
    }
  });

  it('of random worlds is the evaluator’s, and subtracts', () => {
    hold(arbitraryWorld(), 30, (world) => {
      const evaluation = evaluateWorld(world);
      const rows = evaluation.dataset.roster.areas.map((_, row) => row);
      expect(strangersOf(evaluation, rows)).toEqual([]);
      expect(findWrongGap(evaluation)).toEqual([]);
    });
  });
});
