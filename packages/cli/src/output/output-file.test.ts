import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../arguments/usage-error.js';
import { makeFolder } from '../testing/run-cli.js';
import { writeOutput } from './output-file.js';
import type { Output } from './output-file.js';

const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Writes an answer and tells how it ended. */
async function write(
  path: string | null,
  answer: string | ((output: Output) => Promise<void>),
  inputs: readonly string[] = [],
  to: Writable = stdout,
): Promise<string> {
  const run = typeof answer === 'string' ? (output: Output) => output.write(answer) : answer;
  return writeOutput({ path, inputs, stdout: to }, run).then(
    () => 'written',
    (error: unknown) => {
      if (error instanceof UsageError) return error.text.en;
      throw error;
    },
  );
}

describe('an answer takes its place when it is complete', () => {
  test('over an old one, with its permissions, and nothing stands beside it', async () => {
    const folder = makeFolder({ 'a.csv': 'old' });
    chmodSync(join(folder, 'a.csv'), 0o640);
    expect(await write(join(folder, 'a.csv'), 'new')).toBe('written');
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a.csv')).mode & 0o777).toBe(0o640);
  });

  test('behind a link, which stays a link', async () => {
    const folder = makeFolder({ 'real.csv': 'old' });
    symlinkSync('real.csv', join(folder, 'link.csv'));
    symlinkSync('nowhere.csv', join(folder, 'dangling.csv'));
    expect(await write(join(folder, 'link.csv'), 'new')).toBe('written');
    expect(await write(join(folder, 'dangling.csv'), 'new')).toBe('written');
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect([readFileSync(join(folder, 'real.csv'), 'utf8'), readFileSync(join(folder, 'nowhere.csv'), 'utf8')]).toEqual(
      ['new', 'new'],
    );
  });

  test('whatever goes wrong on the way, the old one is whole or the new one is', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.string({ minLength: 40_000, maxLength: 70_000 }),
      fc.uint8Array({ maxLength: 1000 }),
    );
    const longer = Number(process.env['LAWS_RUNS'] ?? 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 6 }),
        fc.nat({ max: 8 }),
        fc.boolean(),
        async (parts, breaks, old) => {
          const folder = makeFolder(old ? { a: 'old' } : {});
          const path = join(folder, 'a');
          const fails = breaks < parts.length;
          const run = write(path, async (output) => {
            for (const [at, one] of parts.entries()) {
              if (at === breaks) throw new Error('stopped');
              await output.write(one);
            }
          });
          if (fails) await expect(run).rejects.toThrow('stopped');
          else expect(await run).toBe('written');
          expect(readdirSync(folder)).toEqual(fails && !old ? [] : ['a']);
          if (fails && old) expect(readFileSync(path, 'utf8')).toBe('old');
          if (!fails)
            expect(readFileSync(path).equals(Buffer.concat(parts.map((one) => Buffer.from(one as string))))).toBe(true);
        },
      ),
      { numRuns: 40 * longer },
    );
  });

  test('a folder that is not there, or may not be written to, is a sentence', async () => {
    const folder = makeFolder({});
    expect(await write(join(folder, 'no', 'a.csv'), 'x')).toBe(
      `${join(folder, 'no', 'a.csv')}: there is no such file; check the path`,
    );
    mkdirSync(join(folder, 'inside'));
    expect(await write(join(folder, 'inside'), 'x')).toBe(`${join(folder, 'inside')}: this is a folder; give a file`);
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(await write(join(folder, 'a'), 'x')).toBe(`${join(folder, 'a')}: its links run in a circle`);
  });
});

describe('an output that is an input is refused', () => {
  test.each([
    ['itself', (folder: string) => join(folder, 'plan.json')],
    ['by another way', (folder: string) => join(folder, '..', folder.split('/').at(-1) ?? '', '.', 'plan.json')],
    [
      'by a link',
      (folder: string) => {
        symlinkSync('plan.json', join(folder, 'link.json'));
        return join(folder, 'link.json');
      },
    ],
    [
      'by a second name',
      (folder: string) => {
        linkSync(join(folder, 'plan.json'), join(folder, 'second.json'));
        return join(folder, 'second.json');
      },
    ],
    [
      'in a folder that is a link',
      (folder: string) => {
        symlinkSync(folder, `${folder}-link`);
        return join(`${folder}-link`, 'plan.json');
      },
    ],
  ])('%s', async (_, name) => {
    const folder = makeFolder({ 'plan.json': '{}', 'areas.csv': 'code' });
    const output = name(folder);
    expect(await write(output, 'x', [join(folder, 'areas.csv'), join(folder, 'plan.json')])).toMatch(
      /is an input file.*; give it another name$/,
    );
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('{}');
  });

  test('an equal file of another name is none', async () => {
    const folder = makeFolder({ 'plan.json': '{}', 'other.json': '{}' });
    expect(await write(join(folder, 'other.json'), 'x', [join(folder, 'plan.json')])).toBe('written');
  });
});

describe.skipIf(!existsSync('/dev/full'))('devices and pipes stay what they are', () => {
  test('a full one is a sentence', async () => {
    expect(await write('/dev/full', 'x')).toBe('/dev/full: the disk is full');
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test('nothing is kept by nowhere', async () => {
    expect(await write('/dev/null', 'x'.repeat(200_000))).toBe('written');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a pipe is written to, and one whose reader leaves is a sentence', async () => {
    const folder = makeFolder({});
    const pipe = join(folder, 'pipe');
    await ended('mkfifo', pipe);
    const whole = spawn('cat', [pipe]);
    let read = '';
    whole.stdout.on('data', (chunk: Buffer) => (read += chunk.toString()));
    expect(await write(pipe, 'through')).toBe('written');
    await new Promise((resolve) => whole.on('close', resolve));
    expect(read).toBe('through');
    spawn('head', ['-c', '10', pipe]);
    expect(await write(pipe, 'x'.repeat(1_000_000))).toBe(
      `${pipe}: whoever read it has closed it; the rest was not written`,
    );
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  function ended(command: string, ...args: readonly string[]): Promise<void> {
    return new Promise((resolve) => spawn(command, args).on('close', () => resolve()));
  }
});

test('a stream that fails is a sentence, at once or in the end', async () => {
  for (const failsAt of [1, 3]) {
    let count = 0;
    const broken = new Writable({
      write: (_chunk, _encoding, done) =>
        done(++count >= failsAt ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }) : null),
    });
    const answer = async (output: Output): Promise<void> => {
      for (let part = 0; part < 3; part++) await output.write('x'.repeat(70_000));
    };
    expect(await write(null, answer, [], broken)).toBe(
      'standard output: whoever read it has closed it; the rest was not written',
    );
  }
});

test('the folder of a file may be read only', async () => {
  const folder = makeFolder({ a: 'old' });
  if (process.getuid?.() === 0) return;
  chmodSync(folder, 0o500);
  expect(await write(join(folder, 'a'), 'x')).toContain('no permission to use it');
  writeFileSync(join(folder, 'a'), 'old');
  chmodSync(folder, 0o700);
});
