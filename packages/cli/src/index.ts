import { createRequire } from 'node:module';
import type { Locale, Text } from '@guatu/core';
import {
  COMMANDS,
  readCheck,
  readDraw,
  readEvaluate,
  readInit,
  readPack,
  readTiles,
} from './arguments/command-line.js';
import { helpOf } from './arguments/help.js';
import { chooseLocale } from './arguments/locale.js';
import { UsageError } from './arguments/usage-error.js';
import { runCheck } from './commands/check.js';
import { runDraw } from './commands/draw.js';
import { runEvaluate } from './commands/evaluate.js';
import { runInit } from './commands/init.js';
import { runPack } from './commands/pack.js';
import { runTiles } from './commands/tiles.js';
import { cleanText } from './output/clean-text.js';
import { writeOutput } from './output/output-file.js';
import { ProgressLine } from './output/progress-line.js';
import type { Terminal } from './output/terminal.js';

/** Streams and environment a run uses; the process's own by default. */
export interface RunOptions {
  readonly stdout?: NodeJS.WritableStream;
  readonly stderr?: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The command line: answers the exit status for the arguments after the program's name.
 *
 * @returns 0; 1 when a check found errors or there is no plan to work on; 2 when the command line was not understood or
 *   a file it names cannot be used.
 * @example process.exitCode = await run(process.argv.slice(2));
 */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<number> {
  const { stdout = process.stdout, stderr = process.stderr, env = process.env } = options;
  const locale = chooseLocale(args, env);
  const progress = new ProgressLine(stderr, locale);
  const terminal: Terminal = { stdout, stderr, locale, progress };
  outliveReaders(stderr);
  try {
    return await dispatch(args, terminal, locale);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    progress.end();
    stderr.write(`guatu: ${cleanText(error.text[locale])}\n`);
    return 2;
  }
}

/** Remarks nobody reads any more are no reason to stop; that they were not read is heard after the run at times. */
function outliveReaders(stream: NodeJS.WritableStream): void {
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
}

const ignore = (): void => undefined;

async function dispatch(args: readonly string[], terminal: Terminal, locale: Locale): Promise<number> {
  const [command = '', ...rest] = args;
  const print = async (text: Text): Promise<number> => {
    await writeOutput({ path: null, inputs: [], stdout: terminal.stdout }, (output) =>
      output.write(`${text[locale]}\n`),
    );
    return 0;
  };
  if (command === '--version' || command === '-V') return print(version());
  const named = COMMANDS.find((name) => name === command);
  const asksForHelp = rest.some((arg) => arg === '--help' || arg === '-h');
  if (named && asksForHelp) return print(helpOf(named));
  switch (named) {
    case 'init':
      return runInit(readInit(rest), terminal);
    case 'check':
      return runCheck(readCheck(rest, locale), terminal);
    case 'evaluate':
      return runEvaluate(readEvaluate(rest, locale), terminal);
    case 'draw':
      return runDraw(readDraw(rest, locale), terminal);
    case 'pack':
      return runPack(readPack(rest, locale), terminal);
    case 'tiles':
      return runTiles(readTiles(rest), terminal);
    case undefined:
  }
  if (['--help', '-h', 'help'].includes(command))
    return print(helpOf(COMMANDS.find((name) => name === rest[0]) ?? 'all'));
  if (command === '' || command.startsWith('--locale')) {
    terminal.stderr.write(`${helpOf('all')[locale]}\n`);
    return 2;
  }
  throw new UsageError({
    zh: `没有命令“${command}”；可用：${COMMANDS.join('、')}`,
    en: `there is no command "${command}"; there is ${COMMANDS.join(', ')}`,
  });
}

function version(): Text {
  const manifest = createRequire(import.meta.url)('@guatu/cli/package.json') as { readonly version: string };
  return { zh: manifest.version, en: manifest.version };
}
