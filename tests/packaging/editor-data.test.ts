// What editors are told of the elements: every tag, every attribute with its choices, every property and part of CSS.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { IMPRINT, readSettings } from '../../apps/embed/src/read-settings.js';

const packageFolder = fileURLToPath(new URL('../../packages/map/', import.meta.url));

interface Named {
  readonly name: string;
  readonly description?: string | { readonly value: string };
}

interface Attribute extends Named {
  readonly valueSet?: string;
  readonly values?: readonly Named[];
}

function read<Data>(name: string): Data {
  return JSON.parse(readFileSync(join(packageFolder, 'dist', name), 'utf8')) as Data;
}

const html = read<{ version: number; tags: readonly (Named & { attributes: readonly Attribute[] })[] }>(
  'vscode.html-custom-data.json',
);
const css = read<{ version: number; properties: readonly Named[]; pseudoElements: readonly Named[] }>(
  'vscode.css-custom-data.json',
);
const tags = readdirSync(join(packageFolder, 'src/define'))
  .filter((file) => /^guatu-[\w-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

test('every element and every attribute is there, and described', () => {
  expect(html.version).toBe(1.1);
  expect(html.tags.map(({ name }) => name).sort()).toEqual(tags.sort());
  for (const { name, description, attributes } of html.tags) {
    expect(typeof description === 'object' && description.value.length, name).toBeGreaterThan(40);
    for (const attribute of attributes) expect(attribute.description, `${name} ${attribute.name}`).not.toBe('');
  }
});

test('an attribute that is a choice offers its choices', () => {
  const attribute = (name: string): Attribute | undefined =>
    html.tags.find((tag) => tag.name === 'guatu-map')?.attributes.find((item) => item.name === name);
  const choices = (name: string): readonly string[] => (attribute(name)?.values ?? []).map((value) => value.name);
  expect(choices('theme')).toEqual(['light', 'dark', 'government-red', 'big-screen']);
  expect(choices('text-size')).toEqual(['standard', 'large', 'wall']);
  expect(choices('renderer')).toEqual(['auto', 'svg', 'maplibre']);
  expect(choices('view')).toEqual(expect.arrayContaining(['both', 'rollout', 'attainment', 'lights']));
  expect(choices('level')).toEqual(expect.arrayContaining(['village', 'township']));
  expect(choices('locale')).toEqual(['zh', 'en']);
  expect(choices('plan')).toEqual([]);
  expect(attribute('high-contrast')?.valueSet).toBe('v');
});

test('custom properties and parts are offered in style sheets', () => {
  expect(css.properties.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['--guatu-accent', '--guatu-ground', '--guatu-ink', '--guatu-font']),
  );
  expect(css.pseudoElements.find(({ name }) => name === '::part(sentence)')?.description).toContain('<guatu-map>');
});

test('every element is known to the DOM by its tag', () => {
  const declared = readdirSync(join(packageFolder, 'dist/components'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.d.ts'))
    .flatMap((path) =>
      [
        ...readFileSync(join(packageFolder, 'dist/components', path), 'utf8').matchAll(
          /interface HTMLElementTagNameMap \{\s*'?([\w-]+)'?:/g,
        ),
      ].map(([, tag = '']) => tag),
    );
  expect(declared.sort()).toEqual(tags.sort());
});

test('the page for an iframe takes every attribute of the map by its name, but none of who publishes it', () => {
  const refused = html.tags
    .find(({ name }) => name === 'guatu-map')
    ?.attributes.map(({ name }) => name)
    // a frame has no address of its own to keep things in, and asks no other host for a base map
    .filter((name) => !/^(hash|basemap|tianditu-.+)$/.test(name))
    .filter(
      (name) => readSettings(`?${name}=`, { base: 'https://county.example/embed/', allowed: [] }).problems.length > 0,
    );
  // whoever writes an address does not speak for the publisher
  expect(refused?.sort()).toEqual([...IMPRINT].sort());
});
