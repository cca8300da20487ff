// What a long command is doing, said while it does it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

const began = Date.now();

/** Seconds since the command began, to a tenth. */
function elapsed(since = began) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

/** Says one line, with the seconds since the command began. @param {string} line */
export function say(line) {
  console.log(`[${elapsed().padStart(6)} s] ${line}`);
}

/** A step that did not pass, with the sentence to end on. */
export class StepError extends Error {}

/**
 * Runs one named step and says when it begins and how long it took.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = Date.now();
  say(`${name} …`);
  const reminder = setInterval(() => say(`${name}: still at it, ${elapsed(start)} s`), 20_000);
  try {
    const result = await work();
    say(`${name}: done in ${elapsed(start)} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/**
 * Runs a program from the project's root.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` lets its output through; else it
 *   is kept, and part of the error when the program fails
 * @returns {Promise<string>} what it wrote, when it was kept
 * @throws {StepError} when it ends with another status than 0
 */
export function run(program, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => reject(new StepError(`${program}: ${error.message}`)));
    child.on('close', (status, signal) => {
      if (status === 0) return resolve(output);
      const how = signal ? `was ended by ${signal}` : `ended with status ${status}`;
      reject(new StepError(`${output.trimEnd()}\n${program} ${args.join(' ')}: ${how}`.trimStart()));
    });
  });
}

/**
 * Runs a program that a dependency of the project brings with it.
 *
 * @param {string} name as in node_modules/.bin
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(name, args, options) {
  return run(`${root}node_modules/.bin/${name}`, args, options);
}

/**
 * Runs the tasks two at a time, which is what a small machine has cores for, and waits for all of them.
 *
 * @param {ReadonlyArray<() => Promise<unknown>>} tasks
 * @throws {StepError} with the messages of all that failed
 */
export async function runInPairs(tasks) {
  const waiting = [...tasks];
  /** @type {string[]} */
  const failures = [];
  const work = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      await task().catch((error) => failures.push(error.message));
    }
  };
  await Promise.all([work(), work()]);
  if (failures.length > 0) throw new StepError(failures.join('\n\n'));
}

/**
 * The outermost frame of a command: an error ends it with status 1 and its message, without a stack for a failed step.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StepError ? error.message : error);
    process.exitCode = 1;
  }
}
