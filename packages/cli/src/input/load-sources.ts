import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parsePlan, readDataset } from '@guatu/core';
import type { Dataset, DatasetFiles, Diagnostic, Plan, SourceFile } from '@guatu/core';
import { openBoard, startsBoardFile } from '@guatu/core/board-file';
import type { SourceArguments } from '../arguments/command-line.js';
import { UsageError } from '../arguments/usage-error.js';
import type { ProgressLine } from '../output/progress-line.js';
import { describeFileError, findSources } from './find-sources.js';
import { describePassedOver } from './passed-over.js';

/** What a command works on. */
export interface LoadedSources {
  /** `undefined` when the file is no plan at all. */
  readonly plan: Plan | undefined;
  /** What was found in the plan; what was found in the data is in the dataset. */
  readonly planDiagnostics: readonly Diagnostic[];
  /** `undefined` without a plan. */
  readonly dataset: Dataset | undefined;
  /** Tables beside the files that were read. */
  readonly passedOver: readonly Diagnostic[];
  /** Every file that was read. */
  readonly paths: readonly string[];
}

/**
 * Reads the plan and all files of the data, or opens the board file that stands for them.
 *
 * @throws UsageError for a file that cannot be read, and for data beside a board file.
 */
export async function loadSources(given: SourceArguments, progress: ProgressLine): Promise<LoadedSources> {
  progress.say({ zh: `正在读取 ${given.plan}`, en: `reading ${given.plan}` });
  const bytes = await readBytes(given.plan);
  if (given.plan.endsWith('.guatu') || startsBoardFile(bytes)) return openPacked(given, bytes);
  const planText = decode(given.plan, bytes);
  const { paths, passedOver } = await findSources(given.areas, given.data);
  const beside = { passedOver: describePassedOver(passedOver), paths: [given.plan, ...[...paths.values()].flat()] };
  const { plan, diagnostics } = parsePlan(planText, { source: basename(given.plan) });
  if (!plan) return { plan, planDiagnostics: diagnostics, dataset: undefined, ...beside };
  const nameOf = namesFor([...paths.values()].flat());
  const files = new Map<string, readonly SourceFile[]>();
  let size = 0;
  for (const [kind, list] of paths) {
    const read: SourceFile[] = [];
    for (const path of list) {
      const text = await readText(path);
      size += text.length;
      read.push({ name: nameOf(path), text });
    }
    files.set(kind, read);
  }
  progress.say({ zh: '正在读取报数', en: 'reading the reports' }, { long: size > LONG });
  const dataset = readDataset(plan, { areas: [], ...Object.fromEntries(files) } as DatasetFiles);
  return { plan, planDiagnostics: diagnostics, dataset, ...beside };
}

async function openPacked({ plan: path, areas, data }: SourceArguments, bytes: Uint8Array): Promise<LoadedSources> {
  if (areas.length + data.length > 0) {
    throw new UsageError({
      zh: `${path} 是打包好的挂图文件，名册和报数都在里面；请去掉 --areas 和 --data`,
      en: `${path}: a board file has its roster and reports in it; leave --areas and --data out`,
    });
  }
  const { plan, dataset, planDiagnostics, diagnostics } = await openBoard(bytes, { source: basename(path) });
  return { plan, dataset, planDiagnostics: [...planDiagnostics, ...diagnostics], passedOver: [], paths: [path] };
}

/** Characters that take about a second to read. */
const LONG = 10_000_000;

/** Reads a text file. @throws UsageError */
export async function readText(path: string): Promise<string> {
  return decode(path, await readBytes(path));
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw describeFileError(path, error);
  }
}

function decode(path: string, bytes: Buffer): string {
  try {
    return bytes.toString('utf8');
  } catch (error) {
    throw describeFileError(path, error);
  }
}

/** Files are called by their names in findings, by their paths where two have one name. */
function namesFor(paths: readonly string[]): (path: string) => string {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(basename(path), (counts.get(basename(path)) ?? 0) + 1);
  return (path) => ((counts.get(basename(path)) ?? 0) > 1 ? path.replaceAll('\\', '/') : basename(path));
}
