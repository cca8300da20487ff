// The page of theming names every public custom property, part and slot, and none that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));
const components = join(project, 'packages/map/src/components');

/** Names behind a tag of the docstring of an element. */
function listTagged(element: string, tag: string): readonly string[] {
  const source = readFileSync(join(components, element, `${element}.ts`), 'utf8');
  return [...source.matchAll(new RegExp(`^ \\* @${tag} (\\S+) -`, 'gm'))]
    .map(([, name = '']) => name)
    .filter((name) => name !== '-');
}

const inOrder = (one: string, other: string): number => one.localeCompare(other);

test.each(['theming.md', 'theming.zh-CN.md'])('%s', (page) => {
  const guide = readFileSync(join(project, 'docs/guides', page), 'utf8');
  for (const element of readdirSync(components)) {
    const line = new RegExp(`^\\| \`guatu-${element}\` \\| (.+) \\|$`, 'm').exec(guide)?.[1] ?? '';
    expect([element, [...line.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name).sort(inOrder)]).toEqual([
      element,
      [...listTagged(element, 'csspart')].sort(inOrder),
    ]);
    for (const name of [...listTagged(element, 'cssprop'), ...listTagged(element, 'slot')])
      expect(guide).toContain(`\`${name}\``);
  }
  const known = new Set(readdirSync(components).flatMap((element) => listTagged(element, 'cssprop')));
  expect([...guide.matchAll(/--guatu-[\w-]+/g)].map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
});
