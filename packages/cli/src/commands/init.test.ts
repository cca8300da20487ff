import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../testing/run-cli.js';

const NAMES = ['README.md', 'areas.csv', 'events.csv', 'observations.csv', 'plan.json', 'plan.schema.json'];

interface Answer {
  readonly results: readonly {
    readonly target: string;
    readonly area: string;
    readonly verdict: string;
    readonly figure: number | null;
    readonly completeness: { readonly reported: number; readonly total: number };
  }[];
}

describe.each(['zh', 'en'])('init in %s', (locale) => {
  test('writes a plan in which nothing is wrong, and says what to do next', async () => {
    const folder = join(makeFolder({}), 'new', 'county');
    const { status, stdout } = await runCli('init', folder, '--locale', locale);
    expect([status, readdirSync(folder).sort()]).toEqual([0, NAMES]);
    expect(stdout).toContain(`guatu check ${join(folder, 'plan.json')} --data ${folder}`);
    const check = await runCli('check', join(folder, 'plan.json'), '--data', folder);
    expect(check.status).toBe(0);
    expect(check.stdout).toContain('nothing was found wrong');
    const { $schema } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as { $schema: string };
    expect(() => JSON.parse(readFileSync(join(folder, $schema), 'utf8')) as unknown).not.toThrow();
  });

  test('three targets: undecided for want of a report, attained, not attained', async () => {
    const folder = makeFolder({});
    await runCli('init', folder, '--locale', locale);
    const { stdout } = await runCli(
      'evaluate',
      join(folder, 'plan.json'),
      '--data',
      folder,
      '--as-of',
      '2027-12-31',
      '--format',
      'json',
      '--level',
      'county',
    );
    const { results } = JSON.parse(stdout) as Answer;
    expect(
      results.map(({ target, verdict, figure, completeness: { reported, total } }) => [
        target,
        verdict,
        figure,
        `${reported}/${total}`,
      ]),
    ).toEqual([
      // 180 + 140 + 0 + 150 = 470 of 500, and the fifth village may have 30 or not
      ['hives-500', 'undecided', 470, '4/5'],
      // 12.5, 10 and 15 of 12.5, 10, 9.8, 15 and a blank: 3·100 = 300 ≥ 60·5 = 300, whatever the fifth says
      ['villages-with-10', 'attained', 60, '4/5'],
      // one of two townships held its drill in 2027
      ['flood-drill', 'notAttained', 50, '2/2'],
    ]);
  });

  test.each(['plan.json', 'README.md'])(
    'a %s that is there stays as it is, and nothing is written beside it',
    async (name) => {
      const folder = makeFolder({ [name]: 'mine' });
      const { status, stderr } = await runCli('init', folder, '--locale', locale);
      expect(status).toBe(2);
      expect(stderr).toContain(name);
      expect([readdirSync(folder), readFileSync(join(folder, name), 'utf8')]).toEqual([[name], 'mine']);
    },
  );
});

test('a link that leads nowhere is not written through', async () => {
  const folder = makeFolder({});
  symlinkSync(join(folder, 'elsewhere.csv'), join(folder, 'areas.csv'));
  expect((await runCli('init', folder)).status).toBe(2);
  expect(readdirSync(folder)).toEqual(['areas.csv']);
});

test('a file is no folder; there is one folder only; other files do not matter', async () => {
  const folder = makeFolder({ 'notes.txt': '' });
  expect((await runCli('init', join(folder, 'notes.txt'))).stderr).toBe(
    `guatu: ${join(folder, 'notes.txt')}: this is a file; give a folder\n`,
  );
  expect((await runCli('init', join(folder, 'notes.txt', 'below'))).status).toBe(2);
  expect((await runCli('init', folder, 'another')).stderr).toContain('one folder only');
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data', 'notes.txt'), '');
  expect((await runCli('init', join(folder, 'data'))).status).toBe(0);
});
