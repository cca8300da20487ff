import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../index.js';

/** What a run said and how it ended. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line within this process, in English unless `--locale` says otherwise. */
export async function runCli(...args: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [collect(), collect()];
  const status = await run(args, { stdout: stdout.stream, stderr: stderr.stream, env: { LANG: 'en_GB.UTF-8' } });
  return { status, stdout: stdout.text(), stderr: withoutProgress(stderr.text()) };
}

/** What the program is doing is said after a second, so whether it is depends on the machine. */
export function withoutProgress(stderr: string): string {
  return stderr.replace(/^.* …\n/gm, '');
}

function collect(): { readonly stream: Writable; text(): string } {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** A path from the repository's root. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../../../fixtures/${path}`, import.meta.url));
}

/** A folder of its own with these files; removed with the system's temporary files. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-cli-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
