// Links between the pages of the repository lead somewhere.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Addresses of a page's links and pictures that are neither elsewhere nor on the page itself. */
function listLinks(text: string): readonly string[] {
  const prose = text.replaceAll(/```[\s\S]*?```/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^(?:[a-z]+:|#)/.test(address));
}

test('every link of every page leads to a file', () => {
  const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: project, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  const links = pages.flatMap((page) =>
    listLinks(readFileSync(join(project, page), 'utf8')).map((address) => ({ page, address })),
  );
  expect(links.length).toBeGreaterThan(30);
  const broken = links.filter(
    ({ page, address }) => !existsSync(join(project, dirname(page), decodeURI(address.replace(/#.*$/, '')))),
  );
  expect(broken).toEqual([]);
});
