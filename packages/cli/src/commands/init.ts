import { createRequire } from 'node:module';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InitArguments } from '../arguments/command-line.js';
import { UsageError } from '../arguments/usage-error.js';
import { describeFileError } from '../input/find-sources.js';
import { writeOutput } from '../output/output-file.js';
import type { Terminal } from '../output/terminal.js';

const SCHEMA = 'plan.schema.json';

/**
 * Writes the sample plan into a folder, with the schema that editors complete by.
 *
 * @throws UsageError where a file of one of these names is there already: nothing is written then
 */
export async function runInit({ folder }: InitArguments, { locale, stdout }: Terminal): Promise<number> {
  const files = await readSample(locale);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw isTaken(error)
      ? new UsageError({ zh: `${folder} 是文件，应给文件夹`, en: `${folder}: this is a file; give a folder` })
      : describeFileError(folder, error);
  }
  for (const name of files.keys()) await refuseTaken(folder, name);
  for (const [name, text] of files) await write(folder, name, text);
  const names = [...files.keys()];
  const next = `guatu check ${join(folder, 'plan.json')} --data ${folder}`;
  const said = {
    zh: `已在 ${folder} 写下 ${names.join('、')}\n下一步：${next}`,
    en: `wrote ${names.join(', ')} in ${folder}\nnext: ${next}`,
  };
  await writeOutput({ path: null, inputs: [], stdout }, (output) => output.write(`${said[locale]}\n`));
  return 0;
}

/** Files of the sample by their names, as the package has them. */
async function readSample(locale: string): Promise<ReadonlyMap<string, string>> {
  const { resolve } = createRequire(import.meta.url);
  const sample = join(dirname(resolve('@guatu/cli/package.json')), 'samples', locale);
  const files = new Map<string, string>();
  for (const name of (await readdir(sample)).sort()) files.set(name, await readFile(join(sample, name), 'utf8'));
  files.set(SCHEMA, await readFile(resolve('@guatu/core/schema/plan.json'), 'utf8'));
  return files;
}

/** Also a link that leads nowhere is somebody's. */
async function refuseTaken(folder: string, name: string): Promise<void> {
  if ((await lstat(join(folder, name)).catch(() => null)) !== null) throw taken(folder, name);
}

async function write(folder: string, name: string, text: string): Promise<void> {
  try {
    await writeFile(join(folder, name), text, { flag: 'wx' });
  } catch (error) {
    throw isTaken(error) ? taken(folder, name) : describeFileError(join(folder, name), error);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function taken(folder: string, name: string): UsageError {
  return new UsageError({
    zh: `${folder} 里已有 ${name}，未改动；请给一个空文件夹：guatu init 文件夹`,
    en: `${folder} holds a ${name} already, which stays as it is; give an empty folder: guatu init FOLDER`,
  });
}
