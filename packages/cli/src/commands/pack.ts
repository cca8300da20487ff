import { gzipSync } from 'node:zlib';
import { MOST_GROWTH, packBoard } from '@guatu/core/board-file';
import type { PackArguments } from '../arguments/command-line.js';
import { loadSources } from '../input/load-sources.js';
import { writeOutput } from '../output/output-file.js';
import { remark } from '../output/terminal.js';
import type { Terminal } from '../output/terminal.js';
import { tellErrors, writeDiagnostic } from '../output/write-diagnostics.js';

/** Packs a board into one file. @returns 1 when there is no plan to pack, else 0 */
export async function runPack(given: PackArguments, terminal: Terminal): Promise<number> {
  const { locale, progress } = terminal;
  const { plan, planDiagnostics, dataset, paths, passedOver } = await loadSources(given, progress);
  const say = (text: string): void => remark(terminal, { zh: text, en: text });
  for (const diagnostic of passedOver) say(writeDiagnostic(diagnostic, locale));
  if (!plan || !dataset) {
    for (const diagnostic of planDiagnostics) say(writeDiagnostic(diagnostic, locale));
    return 1;
  }
  progress.say({ zh: '正在打包', en: 'packing' });
  const bytes = compress(packBoard({ plan, planDiagnostics, dataset }));
  await writeOutput({ path: given.output, inputs: paths, stdout: terminal.stdout }, (output) => output.write(bytes));
  progress.end();
  const size =
    bytes.length < 100_000 ? `${(bytes.length / 1000).toFixed(1)} kB` : `${Math.round(bytes.length / 1000)} kB`;
  remark(terminal, { zh: `${given.output}：${size}`, en: `${given.output}: ${size}` });
  tellErrors([...planDiagnostics, ...dataset.diagnostics], terminal);
  return 0;
}

/** Where gzip writes which system it ran on, and what stands for none. */
const [SYSTEM, UNKNOWN] = [9, 255] as const;

/** Packed by gzip, the same on every system; as it is where it would grow more than a reader allows. */
function compress(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  packed[SYSTEM] = UNKNOWN;
  return bytes.length > packed.length * MOST_GROWTH ? bytes : packed;
}
