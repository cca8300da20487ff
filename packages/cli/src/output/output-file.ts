import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { chmod, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../arguments/usage-error.js';
import { describeFileError } from '../input/find-sources.js';
import { findTarget } from './output-target.js';
import type { OutputTarget } from './output-target.js';
import { keepTrack, loseTrack } from './temporary-files.js';

/** Where a command writes its answer, in order and no faster than it is taken. */
export interface Output {
  write(part: string | Uint8Array): Promise<void>;
}

/** Where an answer goes, and what it is made from. */
export interface OutputRequest {
  /** A file, or standard output. */
  readonly path: string | null;
  /** Files the answer is made from, none of which it may replace. */
  readonly inputs: readonly string[];
  readonly stdout: NodeJS.WritableStream;
}

/**
 * Writes an answer: to a stream as it comes; to a file all of it or nothing. The file is written under another name
 * beside its own, and takes its place when it is complete.
 *
 * @throws UsageError where it cannot be written, where the reader is gone, and for an output that is an input
 */
export async function writeOutput(
  { path, inputs, stdout }: OutputRequest,
  answer: (output: Output) => Promise<void>,
): Promise<void> {
  if (path === null) return writeStream(stdout, answer);
  const target = await findTarget(path, inputs);
  try {
    await (target.kind === 'stream' ? writeThrough(target.path, answer) : writeBeside(target, answer));
  } catch (error) {
    throw isFileError(error) ? describeFileError(path, error) : error;
  }
}

/** What the system says of a file, as against a fault in what is written to it. */
function isFileError(error: unknown): boolean {
  return !(error instanceof UsageError) && error instanceof Error && 'code' in error && 'syscall' in error;
}

async function writeBeside({ path, mode }: OutputTarget, answer: (output: Output) => Promise<void>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`);
  keepTrack(beside);
  try {
    const file = await open(beside, 'wx');
    await fill(file, answer, { sync: true });
    if (mode !== null) await chmod(beside, mode);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
    loseTrack(beside);
  }
}

/** A device or a pipe is opened as it is; nothing is created and nothing is replaced. */
async function writeThrough(path: string, answer: (output: Output) => Promise<void>): Promise<void> {
  await fill(await open(path, constants.O_WRONLY), answer, { sync: false });
}

async function fill(
  file: FileHandle,
  answer: (output: Output) => Promise<void>,
  { sync }: { readonly sync: boolean },
): Promise<void> {
  try {
    const buffer = new Buffered(async (bytes) => {
      for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from)).bytesWritten;
    });
    await answer(buffer);
    await buffer.flush();
    if (sync) await file.sync();
  } finally {
    await file.close();
  }
}

async function writeStream(stream: NodeJS.WritableStream, answer: (output: Output) => Promise<void>): Promise<void> {
  let failure: unknown;
  const onError = (error: unknown): void => {
    failure ??= error;
  };
  stream.on('error', onError);
  try {
    const buffer = new Buffered(async (bytes) => {
      if (failure === undefined && !stream.write(bytes.toString('utf8'))) await settle(stream);
      if (failure !== undefined) throw failure;
    });
    await answer(buffer);
    await buffer.flush();
    // what stands in the stream's own buffer may still fail
    await new Promise<void>((done) => stream.write('', () => done()));
    if (failure !== undefined) throw failure;
  } catch (error) {
    throw error === failure ? describeFileError('standard output', error, '标准输出') : error;
  } finally {
    // an error may be told once more after the last write
    setImmediate(() => stream.off('error', onError));
  }
}

/** Waits until more can be written, or nothing ever can; the error itself is kept by its own listener. */
async function settle(stream: NodeJS.WritableStream): Promise<void> {
  await once(stream, 'drain').catch(() => undefined);
}

const CHUNK = 65_536;

/** Small parts together in one write. */
class Buffered implements Output {
  readonly #send: (bytes: Buffer) => Promise<void>;
  #waiting: Buffer[] = [];
  #size = 0;

  constructor(send: (bytes: Buffer) => Promise<void>) {
    this.#send = send;
  }

  async write(part: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(part as string);
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#size === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#size = 0;
    await this.#send(bytes);
  }
}
