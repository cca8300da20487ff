import { ExpressionDataJs, ExpressionJs, ExpressionMode } from '@dhis2/expression-parser';
import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import type { County } from './county.js';

/**
 * The expression parser of DHIS2 over the sample: one indicator expression for each task, parsed once, that
 * answers attainment capped at 1. Missing figures and the roll-up are not its business and are done here.
 */
export function createDhis2({ roster, tasks, sampleEnd }: County): Contestant {
  const expressions = tasks.map(({ mark }, t) => {
    const element = `#{figure${String(t).padStart(5, '0')}}`;
    const expression = new ExpressionJs(
      `if(${element} >= ${mark}, 1, ${element} / ${mark})`,
      ExpressionMode.INDICATOR_EXPRESSION,
    );
    const [item] = expression.collectDataItems();
    if (!item) throw new Error(`no data item in the expression of task ${t}`);
    return { expression, item };
  });
  const unsupported = (name: string): never => {
    throw new Error(`unsupported: ${name}`);
  };
  let kept: readonly AnswerColumns[] = [];
  return {
    name: '@dhis2/expression-parser',
    end: sampleEnd,
    run: () => {
      kept = tasks.map(({ figures }, t) => {
        const answers = createAnswerColumns(sampleEnd);
        const { verdicts, attainments, sums, reports } = answers;
        const { expression, item } = expressions[t] as (typeof expressions)[number];
        for (let row = 0; row < sampleEnd; row++) {
          const figure = figures[row] as number;
          if (roster.areas[row]?.level !== 'village' || Number.isNaN(figure)) {
            verdicts[row] = VERDICT.noData;
            attainments[row] = Number.NaN;
            continue;
          }
          const data = new ExpressionDataJs(new Map(), new Map(), new Map(), new Map([[item, figure]]), new Map());
          const ratio = Number(expression.evaluate(unsupported, data));
          verdicts[row] = ratio >= 1 ? VERDICT.attained : VERDICT.notAttained;
          attainments[row] = ratio;
          const parent = roster.parents[row] as number;
          sums[parent] = (sums[parent] as number) + figure;
          reports[parent] = (reports[parent] as number) + 1;
        }
        return answers;
      });
    },
    forget: () => {
      kept = [];
    },
    answers: () => kept,
  };
}
