// Every public part of every element is described, so that editors, Storybook and readers see all of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const packageFolder = fileURLToPath(new URL('../../packages/map/', import.meta.url));

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly summary?: string;
}

interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'private' | 'protected';
  readonly static?: boolean;
  readonly inheritedFrom?: unknown;
}

interface Element extends Described {
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

interface Module {
  readonly path: string;
  readonly declarations?: readonly Element[];
}

const { modules } = JSON.parse(readFileSync(join(packageFolder, 'dist/custom-elements.json'), 'utf8')) as {
  modules: Module[];
};
const elements = modules.flatMap(({ path, declarations = [] }) =>
  declarations.filter(({ customElement }) => customElement).map((element) => ({ path, element })),
);

/** What Lit itself calls, which is no part of an element's interface. */
const lifecycle =
  /^(connectedCallback|disconnectedCallback|attributeChangedCallback|adoptedCallback|createRenderRoot|render|update|updated|willUpdate|firstUpdated|shouldUpdate|getUpdateComplete|scheduleUpdate|performUpdate|formAssociatedCallback|formResetCallback)$/;

function isPublic({ name, privacy = 'public', static: isStatic, inheritedFrom }: Member): boolean {
  return privacy === 'public' && !isStatic && !inheritedFrom && !/^[_#]/.test(name) && !lifecycle.test(name);
}

test('there is an element', () => {
  expect(elements.length).toBeGreaterThan(0);
});

test.each(elements)('$element.name', ({ path, element }) => {
  const { summary, tagName, members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const lacking = [
    ...members.filter(isPublic),
    ...(element.attributes ?? []),
    ...events,
    ...slots,
    ...cssParts,
    ...cssProperties,
  ]
    .filter(({ description, summary: short }) => !description && !short)
    .map(({ name }) => `${name}: no description`);
  if (!summary) lacking.push('@summary: missing');
  if (!tagName) lacking.push('tag name: missing (@tagname, or customElements.define in src/define)');

  // what the template and the styles offer is what the comment says
  const folder = join(packageFolder, path, '..');
  const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !/\.(test|stories)\./.test(file));
  const code = sources.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const named = (list: readonly Described[]): Set<string> => new Set(list.map(({ name }) => name));
  const offered: ReadonlyArray<readonly [kind: string, pattern: RegExp, said: Set<string>]> = [
    ['@csspart', /\bpart="([\w -]+)"/g, named(cssParts)],
    ['@slot', /<slot name="([\w-]+)"/g, named(slots)],
    ['@cssprop', /var\((--guatu-[\w-]+)/g, named(cssProperties)],
  ];
  for (const [kind, pattern, said] of offered) {
    const found = new Set([...code.matchAll(pattern)].flatMap(([, names = '']) => names.split(/\s+/)));
    for (const name of found) if (!said.has(name)) lacking.push(`${kind} ${name}: used, but not documented`);
  }
  expect(lacking).toEqual([]);
});
