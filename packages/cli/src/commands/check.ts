import { evaluate } from '@guatu/core';
import type { Dataset, Diagnostic, Locale } from '@guatu/core';
import type { CheckArguments } from '../arguments/command-line.js';
import { loadSources } from '../input/load-sources.js';
import { writeOutput } from '../output/output-file.js';
import type { Terminal } from '../output/terminal.js';
import { hasErrors, summariseDiagnostics, writeDiagnostic } from '../output/write-diagnostics.js';
import { writeTable } from '../output/write-table.js';

/** Prints every finding and what became of the rows. @returns 1 on errors, else 0 */
export async function runCheck(given: CheckArguments, terminal: Terminal): Promise<number> {
  const { locale, progress } = terminal;
  const { plan, planDiagnostics, dataset, passedOver } = await loadSources(given, progress);
  let found: readonly Diagnostic[] = [...passedOver, ...planDiagnostics];
  if (plan && dataset) {
    progress.say({ zh: '正在核对方案与数据', en: 'checking the plan against the data' });
    const { asOf, knownOn } = given;
    const moment = { asOf: asOf ?? plan.end, ...(knownOn !== null && { knownOn }) };
    found = [...found, ...evaluate(plan, dataset, moment).diagnostics];
  }
  progress.end();
  await writeOutput({ path: null, inputs: [], stdout: terminal.stdout }, async (output) => {
    for (const diagnostic of found) await output.write(`${writeDiagnostic(diagnostic, locale)}\n`);
    if (found.length > 0) await output.write('\n');
    if (dataset) await output.write(`${writeRowCounts(dataset, locale).join('\n')}\n\n`);
    await output.write(`${summariseDiagnostics(found)[locale]}\n`);
  });
  return plan && !hasErrors(found) ? 0 : 1;
}

const COUNTS = {
  zh: { file: '文件', rows: '行数', used: '采用', missing: '空缺', superseded: '被取代', refused: '未采用' },
  en: { file: 'file', rows: 'rows', used: 'used', missing: 'missing', superseded: 'superseded', refused: 'refused' },
} as const;

function writeRowCounts({ rowCounts }: Dataset, locale: Locale): readonly string[] {
  const { file, ...counts } = COUNTS[locale];
  const names = Object.keys(counts) as (keyof typeof counts)[];
  return writeTable(
    [{ title: file }, ...names.map((name) => ({ title: counts[name], align: 'right' as const }))],
    [...rowCounts].map(([name, count]) => [name, ...names.map((key) => String(count[key]))]),
  );
}
