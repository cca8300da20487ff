import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { describeFileError } from '../input/find-sources.js';

/** Where a command writes its answer, in order and no faster than it is taken. */
export interface Output {
  write(text: string): Promise<void>;
  /** Resolves when all is written. */
  end(): Promise<void>;
}

const CHUNK = 65_536;

/**
 * Opens a file, or takes a stream, for writing.
 *
 * @throws UsageError when the file cannot be written.
 */
export async function openOutput(path: string | null, stream: NodeJS.WritableStream): Promise<Output> {
  if (path === null) return buffered(stream, () => Promise.resolve());
  const file = createWriteStream(path, 'utf8');
  try {
    await once(file, 'open');
  } catch (error) {
    throw describeFileError(path, error);
  }
  let failure: unknown;
  file.on('error', (error) => (failure = error));
  return buffered(file, async () => {
    file.end();
    if (!file.closed) await once(file, 'close');
    if (failure !== undefined) throw describeFileError(path, failure);
  });
}

function buffered(stream: NodeJS.WritableStream, close: () => Promise<void>): Output {
  let [waiting, size, gone]: [string[], number, boolean] = [[], 0, false];
  const onError = (error: unknown): void => {
    if (!isBrokenPipe(error)) throw error;
    gone = true;
  };
  const flush = async (): Promise<void> => {
    if (size === 0 || gone) return;
    const text = waiting.join('');
    [waiting, size] = [[], 0];
    if (stream.write(text)) return;
    await once(stream, 'drain').catch(onError);
  };
  return {
    async write(text) {
      waiting.push(text);
      size += text.length;
      if (size >= CHUNK) await flush();
    },
    async end() {
      await flush();
      await close();
    },
  };
}

/** Whoever was reading has had enough: `guatu evaluate … | head`. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
