// What editors and JSX know of the elements, from the manifest and the declarations that a build has written.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ name: string, description?: string, fieldName?: string, type?: { text: string }, privacy?: string, kind?: string, static?: boolean, readonly?: boolean }} Described
 * @typedef {{ name: string, tagName: string, summary?: string, description?: string, attributes?: Described[], members?: Described[],
 *   events?: Described[], slots?: Described[], cssParts?: Described[], cssProperties?: Described[] }} ElementDescription
 */

/**
 * Writes the files beside the manifest: data for VS Code's HTML and CSS, and the types of JSX.
 *
 * @param {string} dist folder with `custom-elements.json` and declarations
 * @param {readonly string[]} [beside] folders with declarations that those build on
 */
export function describeElements(dist, beside = []) {
  const { modules } = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
  /** @type {ElementDescription[]} */
  const elements = modules
    .flatMap((/** @type {{ declarations?: object[] }} */ { declarations = [] }) => declarations)
    .filter((/** @type {{ customElement?: boolean }} */ { customElement }) => customElement);
  const choices = readChoices([dist, ...beside]);
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(dist, name), text);
  write('vscode.html-custom-data.json', `${JSON.stringify(describeHtml(elements, choices), null, 2)}\n`);
  write('vscode.css-custom-data.json', `${JSON.stringify(describeCss(elements), null, 2)}\n`);
  write('jsx.d.ts', writeJsx(elements));
  write('jsx.js', 'export {};\n');
  write('react.d.ts', writeReact(elements));
  write('react.js', "export { attach } from './internal/attach.js';\n");
}

/**
 * The words that each type of the declarations is a choice of: `'a' | 'b'`, or the items of a list.
 *
 * @param {readonly string[]} folders
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
function readChoices(folders) {
  const code = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const words = (/** @type {string} */ text) => [...text.matchAll(/["']([\w-]+)["']/g)].map(([, word = '']) => word);
  const lists = new Map(
    [...code.matchAll(/const (\w+): readonly \[([^\]]*)\]/g)].map(([, name = '', items = '']) => [name, words(items)]),
  );
  /** @type {Map<string, readonly string[]>} */
  const found = new Map();
  for (const [, name = '', type = ''] of code.matchAll(/type (\w+) = ([^;{}]+);/g)) {
    const list = /^\(typeof (\w+)\)\[number\]$/.exec(type.trim());
    const items = list ? (lists.get(list[1] ?? '') ?? []) : words(type);
    if (items.length > 0) found.set(name, items);
  }
  return found;
}

/**
 * @param {ElementDescription[]} elements
 * @param {ReadonlyMap<string, readonly string[]>} choices
 */
function describeHtml(elements, choices) {
  const valuesOf = (/** @type {Described} */ { type }) => {
    const text = type?.text ?? '';
    const words = [...text.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word);
    const named = [...text.matchAll(/\b[A-Z]\w+\b/g)].flatMap(([name]) => choices.get(name) ?? []);
    return [...words, ...named].map((name) => ({ name }));
  };
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: { kind: 'markdown', value: describe(element) },
      attributes: (element.attributes ?? []).map((attribute) => {
        const values = valuesOf(attribute);
        return {
          name: attribute.name,
          description: attribute.description ?? '',
          ...(attribute.type?.text === 'boolean' && { valueSet: 'v' }),
          ...(values.length > 0 && { values }),
        };
      }),
    })),
  };
}

/** @param {ElementDescription} element */
function describe({ summary = '', description = '', events = [], slots = [], cssParts = [], cssProperties = [] }) {
  const list = (/** @type {string} */ title, /** @type {Described[]} */ items) =>
    items.length === 0
      ? []
      : [
          `**${title}**`,
          items.map(({ name, description: said }) => `- \`${name || '(default)'}\` – ${said}`).join('\n'),
        ];
  return [
    summary,
    description,
    ...list('Events', events),
    ...list('Slots', slots),
    ...list('Parts', cssParts),
    ...list('Properties', cssProperties),
  ].join('\n\n');
}

/** @param {readonly [string, unknown]} a @param {readonly [string, unknown]} b */
function byName([a], [b]) {
  return a < b ? -1 : 1;
}

/** @param {ElementDescription[]} elements */
function describeCss(elements) {
  const properties = new Map(
    elements.flatMap(({ cssProperties = [] }) => cssProperties).map(({ name, description }) => [name, description]),
  );
  const parts = new Map();
  for (const { tagName, cssParts = [] } of elements)
    for (const { name } of cssParts) parts.set(name, [...(parts.get(name) ?? []), `<${tagName}>`]);
  return {
    version: 1.1,
    properties: [...properties].sort(byName).map(([name, description]) => ({ name, description })),
    pseudoElements: [...parts]
      .sort(byName)
      .map(([name, tags]) => ({ name: `::part(${name})`, description: `A part of ${tags.join(', ')}.` })),
  };
}

/** @param {ElementDescription[]} elements */
function writeJsx(elements) {
  const events = [
    ...new Set(elements.flatMap(({ events: own = [] }) => own.map(({ type }) => type?.text ?? 'Event'))),
  ].sort();
  const names = [...elements.map(({ name }) => name), ...events.filter((name) => name !== 'Event')];
  return `import type { ${names.join(', ')} } from './index.js';

/** What a property's attribute may be written as. */
type Written<Value> = Value extends boolean ? boolean : Value extends string ? Value : string;

/** What every element takes, in any dialect of JSX. */
export interface JsxCommon {
  id?: string;
  class?: string;
  className?: string;
  slot?: string;
  lang?: string;
  hidden?: boolean;
  title?: string;
  key?: string | number | bigint | null;
  ref?: unknown;
  children?: unknown;
}
${elements.map(writeProps).join('')}
/**
 * The elements by their tags, to be merged into a dialect's \`IntrinsicElements\`.
 *
 * @example
 * declare module 'preact' {
 *   namespace JSX {
 *     interface IntrinsicElements extends GuatuElements {}
 *   }
 * }
 */
export interface GuatuElements<Common = JsxCommon> {
${elements.map(({ name, tagName }) => `  '${tagName}': ${name}Props & Common;`).join('\n')}
}
`;
}

/** @param {ElementDescription} element */
function writeProps({ name, tagName, attributes = [], members = [], events = [] }) {
  const line = (/** @type {string} */ key, /** @type {string} */ type, /** @type {string | undefined} */ description) =>
    `  /** ${(description ?? '').replaceAll('\n', ' ').replaceAll('*/', '* /')} */\n  ${/^\w+$/.test(key) ? key : `'${key}'`}?: ${type};\n`;
  const fields = members.filter(
    ({ kind, privacy = 'public', static: own, readonly }) =>
      kind === 'field' && privacy === 'public' && !own && !readonly,
  );
  // what has an attribute goes by its name: a server writes no properties, and asOf="…" in markup is no attribute of ours
  const properties = fields
    .filter(
      (field) =>
        !attributes.some(
          ({ name: attribute, fieldName = attribute }) => fieldName === field.name && attribute !== field.name,
        ),
    )
    .map((field) => line(field.name, `${name}['${field.name}']`, field.description));
  const written = attributes
    .filter(({ name: attribute }) => !fields.some((field) => field.name === attribute))
    .map(({ name: attribute, fieldName = attribute, description }) =>
      line(attribute, `Written<${name}['${fieldName}']>`, description),
    );
  const heard = events.map(({ name: event, type, description }) =>
    line(`on${event}`, `(event: ${type?.text ?? 'Event'}) => void`, description),
  );
  return `
/** What \`<${tagName}>\` takes: attributes as HTML has them, properties that have none, and listeners as React 19 names them. */
export interface ${name}Props {
${[...properties, ...written, ...heard].join('')}}
`;
}

/** @param {ElementDescription[]} elements */
function writeReact(elements) {
  const intrinsic = (/** @type {string} */ indent) =>
    elements.map(({ name, tagName }) => `${indent}'${tagName}': ${name}Props & Common<${name}>;`).join('\n');
  return `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ${elements.map(({ name }) => name).join(', ')} } from './index.js';
import type { ${elements.map(({ name }) => `${name}Props`).join(', ')} } from './jsx.js';

export { attach } from './internal/attach.js';
export type { Attached } from './internal/attach.js';

/** What React gives an element. \`class\`, for versions before 19 write \`className\` of an element like this as it stands. */
type Common<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element> & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${intrinsic('      ')}
    }
  }
}

// where React 17 and 18 look
declare global {
  namespace JSX {
    interface IntrinsicElements {
${intrinsic('      ')}
    }
  }
}
`;
}
