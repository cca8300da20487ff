// Which part of the code may import which: docs/architecture.md draws it, these rules hold it.
//
//     core  ←  scene (pure)  ←  renderers (svg, canvas, maplibre)  ←  components  ←  define  ←  apps, stories
//     core, scene, svg  ←  cli
import { posix } from 'node:path';

/**
 * @typedef {object} Zone
 * @property {readonly string[]} imports zones it may import, besides itself
 * @property {readonly string[]} [lazily] zones it may import with `import()` or for their types only
 * @property {readonly RegExp[]} [packages] packages it may import; any when left out, but for the guarded ones
 */

/** Packages that only the zones naming them in `packages` may import. */
const guarded = [/^lit($|[-/])/, /^@lit(-labs)?\//, /^maplibre-gl($|\/)/, /^zod($|\/)/, /^node:/, /^@guatu\//];

const lit = [/^lit($|\/)/, /^@lit\//];
const guatuCore = /^@guatu\/core(\/(board-file|calendar|names|words))?$/;

/** Folders of @guatu/map that know neither page nor framework. They may use each other; `import/no-cycle` orders them. */
const pure = ['map/board', 'map/fictional', 'map/geometry', 'map/localize', 'map/scale', 'map/scene'];
const onPage = ['map/events', 'map/internal', 'map/styles'];

/**
 * Rooms of @guatu/core, from the ground up: each knows itself and what stands before it, types included. Its entries –
 * index.ts and the like, beside the rooms – know them all.
 */
const coreRooms = [
  'text',
  'period',
  'quantity',
  'diagnostic',
  'csv',
  'words',
  'progress',
  'schema',
  'plan',
  'area',
  'figure',
  'criterion',
  'measure',
  'plan-reader',
  'observation',
  'board-file',
  'result',
  'describe',
  'assignment',
  'ledger',
  'rollout',
  'domain',
  'compile',
  'frame',
  'judge',
  'expand',
  'onepass',
  'evaluate',
  'ranking',
];
/** Rooms of core that describe with a schema what a person wrote. What a kind's file says of its schema it says with what it is given. */
const schemaRooms = ['schema', 'plan-reader'];

/** @type {Readonly<Record<string, Zone>>} */
const zones = {
  core: { imports: coreRooms.map((room) => `core/${room}`) },
  ...Object.fromEntries(
    coreRooms.map((room, at) => [
      `core/${room}`,
      {
        imports: coreRooms.slice(0, at).map((below) => `core/${below}`),
        packages: schemaRooms.includes(room) ? [/^zod($|\/)/] : [],
      },
    ]),
  ),
  ...Object.fromEntries(pure.map((zone) => [zone, { imports: pure, packages: [guatuCore] }])),
  'map/renderers': { imports: pure, packages: [guatuCore] },
  'map/renderers/svg': { imports: [...pure, 'map/renderers'], packages: [guatuCore] },
  'map/renderers/canvas': { imports: [...pure, 'map/renderers', 'map/renderers/svg'], packages: [guatuCore] },
  // reads vector tiles from a server
  'map/archive': { imports: pure, packages: [] },
  'map/renderers/maplibre': {
    imports: [...pure, 'map/renderers', 'map/styles', 'map/archive'],
    packages: [guatuCore, /^maplibre-gl($|\/)/],
  },
  ...Object.fromEntries(
    onPage.map((zone) => [
      zone,
      { imports: [...pure, ...onPage, 'map/renderers'], lazily: ['map/archive'], packages: [guatuCore, ...lit] },
    ]),
  ),
  'map/components': {
    imports: [...pure, ...onPage, 'map/renderers', 'map/renderers/svg', 'map/renderers/canvas'],
    lazily: ['map/renderers/maplibre'],
    packages: [guatuCore, ...lit],
  },
  'map/index': {
    imports: [...pure, ...onPage, 'map/components', 'map/renderers', 'map/renderers/svg'],
    lazily: ['map/renderers/maplibre'],
    packages: [guatuCore],
  },
  'map/define': { imports: ['map/components', ...onPage], packages: [guatuCore] },
  'map/cdn': {
    imports: ['map/define', 'map/index', 'map/components', 'map/board', 'map/renderers', 'map/scale', ...onPage],
  },
  cli: { imports: [], packages: [guatuCore, /^@guatu\/map\/(scene|geometry|svg|fictional)$/, /^node:/] },
};

/**
 * The zone a file is in.
 *
 * @param {string} file from the project's root, or absolute
 * @returns {{ zone: string | undefined } | undefined} nothing for files that no arrow is drawn for (apps, stories, tests);
 *   `zone` undefined for a folder of a package that the drawing does not know
 */
export function findZone(file) {
  const match = /(?:^|\/)packages\/(core|map|cli)\/src\/(.+)$/.exec(file.replaceAll('\\', '/'));
  if (!match) return undefined;
  const [, name = '', inside = ''] = match;
  if (/\.(test|bench|stories)\.ts$/.test(inside)) return undefined;
  const folders = inside.split('/').slice(0, -1);
  if (name === 'core') {
    const zone = ['core', ...folders.slice(0, 1)].join('/');
    return { zone: zone in zones ? zone : undefined };
  }
  if (name === 'cli') return { zone: 'cli' };
  if (folders.length === 0) return { zone: inside === 'index.ts' ? 'map/index' : undefined };
  const candidates = folders.map((_, index) => ['map', ...folders.slice(0, folders.length - index)].join('/'));
  return { zone: candidates.find((candidate) => candidate in zones) };
}

/**
 * Why a file must not import a module.
 *
 * @param {string} file
 * @param {string} specifier as written in the import
 * @param {boolean} lazy with `import()` or for its types only
 * @returns {string | undefined} nothing when it may
 */
export function findViolation(file, specifier, lazy) {
  const from = findZone(file);
  if (!from) return undefined;
  if (!from.zone) return 'scripts/lint/arrows.mjs draws no arrow for this folder: add it where it belongs';
  const zone = /** @type {Zone} */ (zones[from.zone]);

  if (!specifier.startsWith('.')) {
    const allowed = zone.packages?.some((pattern) => pattern.test(specifier));
    if (allowed || !guarded.some((pattern) => pattern.test(specifier))) return undefined;
    return `${from.zone} must not import ${specifier}`;
  }
  const target = posix.join(posix.dirname(file.replaceAll('\\', '/')), specifier).replace(/\.js$/, '.ts');
  const to = findZone(target);
  if (!to) return `${from.zone} must not import ${specifier}: it is not a source of a package`;
  if (packageOf(file) !== packageOf(target))
    return `${from.zone} must import another package by its name, not ${specifier}`;
  if (!to.zone || to.zone === from.zone || zone.imports.includes(to.zone)) return undefined;
  if (zone.lazily?.includes(to.zone)) {
    return lazy ? undefined : `${from.zone} must import ${to.zone} with import() or for its types only`;
  }
  return `${from.zone} must not import ${to.zone}`;
}

/** @param {string} file */
function packageOf(file) {
  return /packages[\\/](\w+)[\\/]src/.exec(file)?.[1];
}

/** @param {any} node the module's name in any kind of import @returns {string | undefined} */
function readSpecifier(node) {
  const literal = node?.type === 'TSLiteralType' ? node.literal : node;
  return typeof literal?.value === 'string' ? literal.value : undefined;
}

/** @type {any} */
const arrows = {
  create(/** @type {any} */ context) {
    const file = context.filename;
    if (!findZone(file)) return {};
    const check = (/** @type {any} */ node, /** @type {any} */ source, /** @type {boolean} */ lazy) => {
      const specifier = readSpecifier(source);
      const message = specifier === undefined ? undefined : findViolation(file, specifier, lazy);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (/** @type {any} */ node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (/** @type {any} */ node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (/** @type {any} */ node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (/** @type {any} */ node) => check(node, node.source, true),
      TSImportType: (/** @type {any} */ node) => check(node, node.source ?? node.argument, true),
    };
  },
};

/** @type {any} */
const defineInDefine = {
  create(/** @type {any} */ context) {
    const place = findZone(context.filename);
    if (!place || place.zone === 'map/define') return {};
    const message = 'only packages/map/src/define registers elements: importing a class must register nothing';
    return {
      CallExpression(/** @type {any} */ node) {
        const { object, property } = node.callee;
        const owner = object?.property?.name ?? object?.name;
        if (owner === 'customElements' && property?.name === 'define') context.report({ node, message });
      },
      ImportSpecifier(/** @type {any} */ node) {
        if (node.imported.name === 'customElement') context.report({ node, message });
      },
    };
  },
};

export default {
  meta: { name: 'guatu' },
  rules: { arrows, 'define-in-define': defineInDefine },
};
