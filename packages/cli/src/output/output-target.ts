import type { Stats } from 'node:fs';
import { lstat, readlink, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../arguments/usage-error.js';
import { describeFileError } from '../input/find-sources.js';

/** Where an answer goes. */
export interface OutputTarget {
  /** The file itself, behind all links. */
  readonly path: string;
  /** `file`: written beside and put in its place. `stream`: a device or a pipe, which is written to as it is. */
  readonly kind: 'file' | 'stream';
  /** Permissions of the file that is replaced. */
  readonly mode: number | null;
}

/**
 * Finds out what an output is, before anything is written.
 *
 * @param inputs - paths of everything the answer is made from.
 * @throws UsageError for a folder, and for a file that is an input under whatever name
 */
export async function findTarget(output: string, inputs: readonly string[]): Promise<OutputTarget> {
  const found = await stat(output).catch(() => null);
  if (found === null) return { path: await followLinks(output), kind: 'file', mode: null };
  if (found.isDirectory()) {
    throw new UsageError({ zh: `${output} 是文件夹，应给文件`, en: `${output}: this is a folder; give a file` });
  }
  if (!found.isFile()) return { path: output, kind: 'stream', mode: null };
  await refuseInput(output, found, inputs);
  return { path: await followLinks(output), kind: 'file', mode: found.mode & 0o777 };
}

/** An answer never takes the place of what it was made from: one file may have many names, by links of both kinds. */
async function refuseInput(output: string, { dev, ino }: Stats, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    const one = await stat(input).catch(() => null);
    if (one === null || one.dev !== dev || one.ino !== ino) continue;
    const same = input === output ? '' : input;
    throw new UsageError({
      zh: `--output ${output} 就是输入文件${same}，请换一个名字`,
      en: `--output ${output} is an input file${same === '' ? '' : `, ${same}`}; give it another name`,
    });
  }
}

/** Links one after another; more are a ring. */
const MOST_LINKS = 40;

/** The file a link leads to, there or not: a link is written through, never replaced. */
async function followLinks(path: string): Promise<string> {
  let at = path;
  for (let step = 0; step < MOST_LINKS; step++) {
    const found = await lstat(at).catch(() => null);
    if (!found?.isSymbolicLink()) return at;
    at = resolve(dirname(at), await readlink(at));
  }
  throw describeFileError(path, Object.assign(new Error('ELOOP'), { code: 'ELOOP' }));
}
