import { evaluate } from '@guatu/core';
import type { Evaluation, Explanation, Plan, Result, Target } from '@guatu/core';
import { distance } from '../arguments/read-options.js';
import type { EvaluateArguments, Format } from '../arguments/command-line.js';
import { UsageError } from '../arguments/usage-error.js';
import { loadSources } from '../input/load-sources.js';
import { cleanText } from '../output/clean-text.js';
import { writeOutput } from '../output/output-file.js';
import type { Output } from '../output/output-file.js';
import { remark } from '../output/terminal.js';
import type { Terminal } from '../output/terminal.js';
import { tellErrors, writeDiagnostic } from '../output/write-diagnostics.js';
import { csvReport } from './csv-report.js';
import { jsonReport } from './json-report.js';
import type { EvaluatedRow, Report } from './report.js';
import { tableReport } from './table-report.js';

const REPORTS: Readonly<Record<Format, Report>> = { table: tableReport, json: jsonReport, csv: csvReport };

/** Prints the answers. @returns 1 when there is no plan to evaluate, else 0 */
export async function runEvaluate(given: EvaluateArguments, terminal: Terminal): Promise<number> {
  const { locale, progress } = terminal;
  const { plan, planDiagnostics, dataset, paths, passedOver } = await loadSources(given, progress);
  for (const diagnostic of passedOver) remark(terminal, same(writeDiagnostic(diagnostic, locale)));
  if (!plan || !dataset) {
    for (const diagnostic of planDiagnostics) remark(terminal, same(writeDiagnostic(diagnostic, locale)));
    return 1;
  }
  const targets = chooseTargets(plan, given.targets);
  const { asOf, knownOn, progress: progressMethod } = given;
  const evaluation = evaluate(plan, dataset, {
    asOf,
    ...(knownOn !== null && { knownOn }),
    ...(progressMethod !== null && { progressMethod }),
  });
  const diagnostics = [...planDiagnostics, ...evaluation.diagnostics];
  const report = REPORTS[given.format](evaluation, { ...given, locale, diagnostics });
  await writeOutput({ path: given.output, inputs: paths, stdout: terminal.stdout }, async (output) => {
    await output.write(report.begin());
    await writeRows(output, report, evaluation, targets, given, terminal);
    await output.write(report.end());
    progress.end();
  });
  if (plan.illustrative && given.format !== 'table') remark(terminal, plan.illustrative);
  tellErrors(diagnostics, terminal);
  return 0;
}

async function writeRows(
  output: Output,
  report: ReturnType<Report>,
  evaluation: Evaluation,
  targets: readonly Target[],
  { levels, explain }: EvaluateArguments,
  { progress }: Terminal,
): Promise<void> {
  for (const [index, target] of targets.entries()) {
    progress.say({
      zh: `正在评价第 ${index + 1}/${targets.length} 项任务`,
      en: `evaluating target ${index + 1} of ${targets.length}`,
    });
    await output.write(report.target(target));
    const evaluated = evaluation.target(target.id);
    const { areas } = evaluation.dataset.roster;
    for (let area = 0; area < areas.length; area++) {
      const level = areas[area]?.level;
      if (!evaluated.concerns(area) || (levels.length > 0 && !levels.some((asked) => asked === level))) continue;
      await output.write(
        report.row(readRow(evaluation, target, evaluated.at(area), explain ? evaluated.explain(area) : null)),
      );
    }
  }
}

function readRow(
  { dataset }: Evaluation,
  target: Target,
  result: Result,
  explanation: Explanation | null,
): EvaluatedRow {
  const { roster } = dataset;
  const name = roster.areas[roster.indexOf(result.area)]?.name ?? '';
  return { target, result, name, explanation };
}

function chooseTargets(plan: Plan, ids: readonly string[]): readonly Target[] {
  if (ids.length === 0) return plan.targets;
  return ids.map((id) => plan.targets.find((target) => target.id === id) ?? unknownTarget(plan, id));
}

/** @throws UsageError, naming ids that are spelt alike. */
export function unknownTarget({ targets }: Plan, id: string): never {
  const near = targets
    .map((target) => ({ id: target.id, steps: target.id.includes(id) ? 0 : distance(id, target.id) }))
    .filter(({ steps }) => steps <= Math.max(2, id.length / 3))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 5)
    .map((target) => cleanText(target.id));
  throw new UsageError({
    zh: `--target：方案中没有任务“${cleanText(id)}”${near.length > 0 ? `；相近的有 ${near.join('、')}` : ''}`,
    en: `--target: the plan has no target "${cleanText(id)}"${near.length > 0 ? `; there is ${near.join(', ')}` : ''}`,
  });
}

function same(text: string) {
  return { zh: text, en: text };
}
