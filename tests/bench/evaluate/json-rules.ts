import { Engine } from 'json-rules-engine';
import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import type { County } from './county.js';

/**
 * json-rules-engine over the sample: one rule for each task, one run for each village, whose figures are the
 * facts. The engine knows no attainment and no roll-up: both are done here, as an application would.
 */
export function createJsonRules({ roster, tasks, sampleEnd }: County): Contestant {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [t, { mark }] of tasks.entries()) {
    engine.addRule({
      conditions: { all: [{ fact: `f${t}`, operator: 'greaterThanInclusive', value: mark }] },
      event: { type: `${t}` },
    });
  }
  let kept: readonly AnswerColumns[] = [];
  return {
    name: 'json-rules-engine',
    end: sampleEnd,
    run: async () => {
      kept = tasks.map(() => createAnswerColumns(sampleEnd));
      for (let row = 0; row < sampleEnd; row++) {
        if (roster.areas[row]?.level !== 'village') continue;
        const facts: Record<string, number> = {};
        for (const [t, { figures, mark }] of tasks.entries()) {
          const { verdicts, attainments, sums, reports } = kept[t] as AnswerColumns;
          const figure = figures[row] as number;
          if (Number.isNaN(figure)) {
            verdicts[row] = VERDICT.noData;
            attainments[row] = Number.NaN;
            continue;
          }
          facts[`f${t}`] = figure;
          verdicts[row] = VERDICT.notAttained;
          attainments[row] = Math.min(1, figure / mark);
          const parent = roster.parents[row] as number;
          sums[parent] = (sums[parent] as number) + figure;
          reports[parent] = (reports[parent] as number) + 1;
        }
        const { events } = await engine.run(facts);
        for (const { type } of events) (kept[Number(type)] as AnswerColumns).verdicts[row] = VERDICT.attained;
      }
    },
    forget: () => {
      kept = [];
    },
    answers: () => kept,
  };
}
