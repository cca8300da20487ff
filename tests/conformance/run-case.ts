import type * as GuatuCore from '@guatu/core';
import type { Diagnostic, Evaluation, Result } from '@guatu/core';
import type { Case, Check, ExpectedDiagnostic } from './cases.js';
import { findDifferences } from './compare.js';

/** What a case asks of an evaluator, ours or another. */
export type Core = Pick<typeof GuatuCore, 'evaluate' | 'parsePlan' | 'readDataset' | 'VERDICTS'>;

/**
 * Runs every check of a case.
 *
 * @returns one line per difference from what is expected; empty when the evaluator is right.
 */
export function runCase(core: Core, given: Case): string[] {
  const { evaluate, parsePlan, readDataset } = core;
  const { plan, diagnostics } = parsePlan(given.plan, { source: 'plan.json' });
  if (plan === undefined) return [`the plan was refused: ${diagnostics.map(describeDiagnostic).join('; ')}`];
  const dataset = readDataset(plan, {
    areas: { name: 'areas.csv', text: given.areas },
    ...Object.fromEntries(Object.entries(given.files).map(([file, text]) => [file, { name: `${file}.csv`, text }])),
  });
  return given.expectation.checks.flatMap((check) => {
    const { asOf, knownOn } = check;
    const evaluation = evaluate(plan, dataset, { asOf, ...(knownOn !== undefined && { knownOn }) });
    const moment = knownOn === undefined ? asOf : `${asOf}, known on ${knownOn}`;
    return runCheck(core, check, evaluation, diagnostics).map((difference) => `as of ${moment} ${difference}`);
  });
}

/** The differences under the rule and the arithmetic of the case. */
export function describeFailure({ name, expectation }: Case, differences: readonly string[]): string {
  const { rule, arithmetic, reading } = expectation;
  const lines = [name, `rule: ${rule}`, `arithmetic: ${arithmetic}`, ...(reading ? [`reading: ${reading}`] : [])];
  return [...lines, ...differences].join('\n  ');
}

function runCheck(core: Core, check: Check, evaluation: Evaluation, planDiagnostics: readonly Diagnostic[]): string[] {
  const { dataset } = evaluation;
  const differences: string[] = [];
  for (const { target, area, remarked, ...fields } of check.results ?? []) {
    const result = evaluation.target(target).at(rowOf(evaluation, area));
    const found = findDifferences(fields, result, '');
    if (typeof remarked === 'boolean' && result.remarks.length > 0 !== remarked) {
      found.push(
        `remarks: expected ${remarked ? 'some' : 'none'}, got ${result.remarks.map(({ code }) => code).join(', ') || 'none'}`,
      );
    }
    found.push(...compareColumns(core, evaluation, result));
    for (const difference of found) differences.push(`${target} at ${area} ${difference}`);
  }
  for (const { area, ...fields } of check.rollout ?? []) {
    for (const difference of findDifferences(fields, evaluation.rollout(rowOf(evaluation, area)), '')) {
      differences.push(`rollout of ${area} ${difference}`);
    }
  }
  for (const { area, ...fields } of check.rolloutTotals ?? []) {
    for (const difference of findDifferences(fields, evaluation.rolloutTotals(rowOf(evaluation, area)), '')) {
      differences.push(`rollout below ${area} ${difference}`);
    }
  }
  const all = [...planDiagnostics, ...dataset.diagnostics, ...evaluation.diagnostics];
  for (const expected of check.diagnostics ?? []) {
    if (all.some((found) => agrees(expected, found))) continue;
    const got = all.map(describeDiagnostic).join('; ') || 'none';
    differences.push(`diagnostics: expected ${JSON.stringify(expected)} among them, got ${got}`);
  }
  for (const code of check.withoutDiagnostics ?? []) {
    const found = all.filter((diagnostic) => diagnostic.code === code).map(describeDiagnostic);
    if (found.length > 0) differences.push(`diagnostics: expected no ${code}, got ${found.join('; ')}`);
  }
  for (const [file, counts] of Object.entries(check.rows ?? {})) {
    for (const difference of findDifferences(counts, dataset.rowCounts.get(file), '')) {
      differences.push(`rows of ${file} ${difference}`);
    }
  }
  return differences;
}

/** What a map paints comes from columns; it must be what the single result says. */
function compareColumns({ VERDICTS }: Core, evaluation: Evaluation, result: Result): string[] {
  const { verdicts, attainments } = evaluation.target(result.target);
  const row = rowOf(evaluation, result.area);
  const attainment = attainments[row] ?? Number.NaN;
  return [
    ...findDifferences(result.verdict, VERDICTS[verdicts[row] ?? -1], 'verdict in its column'),
    ...findDifferences(result.attainment, Number.isNaN(attainment) ? null : attainment, 'attainment in its column'),
  ];
}

function rowOf(evaluation: Evaluation, code: string): number {
  const row = evaluation.dataset.roster.indexOf(code);
  if (row < 0) throw new RangeError(`unknown area: ${code}`);
  return row;
}

function agrees(expected: ExpectedDiagnostic, found: Diagnostic): boolean {
  const { code, severity, path, mentions } = expected;
  if (code !== undefined && code !== found.code) return false;
  if (severity !== undefined && severity !== found.severity) return false;
  if (path !== undefined && !(found.path === path || found.path.startsWith(`${path} `))) return false;
  return (mentions ?? []).every((words) => found.message.includes(words));
}

function describeDiagnostic({ code, severity, path, message }: Diagnostic): string {
  return `${severity} ${code} at ${path}: ${message}`;
}
