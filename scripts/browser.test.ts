// What `npm test` does to a machine without a browser or a font, with an apt-get that only says it was called.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let programs = '';

beforeAll(() => {
  programs = mkdtempSync(join(tmpdir(), 'programs-'));
  for (const name of ['apt-get', 'chromium']) {
    writeFileSync(join(programs, name), `#!/bin/sh\necho "${name} called" >&2\n`);
    chmodSync(join(programs, name), 0o755);
  }
});

afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** What a shell shows of it, line by line, on a machine that has no fc-list and so no font. */
function ensureBrowser(environment: Record<string, string>): readonly string[] {
  const program = `import('${new URL('browser.mjs', import.meta.url).href}').then(({ ensureBrowser }) => ensureBrowser(console.error))`;
  const script = `"$NODE" -e "$PROGRAM" 2>&1`;
  const env = { NODE: process.execPath, PROGRAM: program, PATH: programs, ...environment };
  return execFileSync('/bin/sh', ['-c', script], { env, encoding: 'utf8' }).trim().split('\n');
}

test('a browser that is named keeps the machine as it is', () => {
  const said = ensureBrowser({ CHROMIUM_PATH: join(programs, 'chromium') });
  expect(said).toEqual(
    process.platform === 'linux'
      ? ['no font for Chinese on this machine: install fonts-noto-cjk, or labels are drawn as boxes']
      : [''],
  );
});

test.runIf(process.getuid?.() === 0 && existsSync('/etc/debian_version'))(
  'what is installed as root is said before, and how to avoid it',
  () => {
    const [first, ...rest] = ensureBrowser({});
    expect(first).toMatch(/installing the system packages .*fonts-noto-cjk as root.*CHROMIUM_PATH/);
    expect(rest).toEqual(['apt-get called', 'apt-get called']);
  },
);
