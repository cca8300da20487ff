// The declarations as a consumer's compiler reads them: strict, and without skipping those of the packages.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

const cases = ['bundlers', 'vue', 'react', 'react-18', 'react-17'].flatMap((consumer) =>
  (consumer === 'bundlers' ? ['bundler', 'nodenext'] : ['bundler']).map(
    (resolution) => [consumer, resolution] as const,
  ),
);

test.each(cases)('%s compiles with moduleResolution %s', (consumer, resolution) => {
  const module = resolution === 'nodenext' ? 'nodenext' : 'esnext';
  const args = [
    '-p',
    join(project, 'tests/consumers', consumer),
    '--moduleResolution',
    resolution,
    '--module',
    module,
    '--pretty',
    'false',
  ];
  const { status, stdout } = spawnSync(join(project, 'node_modules/.bin/tsc'), args, { encoding: 'utf8' });
  expect(status, stdout).toBe(0);
});
