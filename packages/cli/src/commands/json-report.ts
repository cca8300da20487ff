import type { Explanation, Result } from '@guatu/core';
import { writeJson } from '../output/clean-text.js';
import type { Report } from './report.js';

/**
 * `{ asOf, knownOn, illustrative, results, diagnostics }`, one result a line; absent figures are `null`, and so is
 * `illustrative` of a plan whose figures are real.
 */
export const jsonReport: Report = ({ asOf, knownOn, plan }, { explain, progress, diagnostics }) => {
  let separator = '\n';
  return {
    begin: () =>
      `{"asOf":${writeJson(asOf)},"knownOn":${writeJson(knownOn)},"illustrative":${writeJson(plan.illustrative ?? null)},"results":[`,
    target: () => '',
    row({ result, explanation }) {
      const line = `${separator}${writeJson(pick(result, { progress: progress !== null, explanation: explain ? explanation : null }))}`;
      separator = ',\n';
      return line;
    },
    end: () => `\n],"diagnostics":${writeJson(diagnostics)}}\n`,
  };
};

/** The published fields of a result, in their order. */
function pick(result: Result, asked: { readonly progress: boolean; readonly explanation: Explanation | null }) {
  const { target, indicator, area, level, verdict, attainment, rawAttainment, figure, numerator, denominator } = result;
  const { bounds, required, unit, expected, pace, light, lightRule, movement, gap, completeness, periods, remarks } =
    result;
  return {
    target,
    indicator,
    area,
    level,
    verdict,
    attainment,
    rawAttainment,
    figure,
    numerator,
    denominator,
    bounds,
    required,
    unit,
    expected,
    pace,
    light,
    lightRule,
    movement,
    gap,
    completeness,
    periods,
    remarks,
    ...(asked.progress && { progress: result.progress }),
    ...(asked.explanation !== null && { explanation: asked.explanation }),
  };
}
