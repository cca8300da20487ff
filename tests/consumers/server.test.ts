// A server that renders pages imports the same modules: that must be safe, and register nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const consumer = fileURLToPath(new URL('bundlers/', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(consumer, 'node_modules/@guatu/map/package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
const modules = Object.keys(exports)
  .filter((key) => !key.includes('*') && !key.endsWith('.json'))
  .map((key) => `@guatu/map${key.slice(1)}`);

test.each(['@guatu/core', ...modules])('%s can be imported in Node', (name) => {
  const code = `await import(${JSON.stringify(name)}); console.log('imported');`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: consumer,
    encoding: 'utf8',
  });
  expect(printed).toBe('imported\n');
});

test.each(['@guatu/core', '@guatu/map/scene', '@guatu/map/geometry', '@guatu/map/svg', '@guatu/map/fictional'])(
  '%s brings no page with it',
  (name) => {
    // lit, where it is imported, puts stand-ins for these in place
    const code = `await import(${JSON.stringify(name)}); console.log(typeof HTMLElement, typeof customElements);`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect(printed).toBe('undefined undefined\n');
  },
);
