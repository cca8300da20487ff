import { fileURLToPath } from 'node:url';
import type { Alias, BuildOptions } from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`packages/${path}`, import.meta.url));

/**
 * Workspace packages by their sources, so that tests and the development servers need no build first.
 *
 * For serving only: a production build goes through each package's `exports` and its built files like any other
 * consumer. (`sideEffects` lists built files, so a bundler that is given the sources drops the registrations.)
 */
export const sourceAliases: Alias[] = [
  { find: /^@guatu\/core$/, replacement: source('core/src/index.ts') },
  { find: /^@guatu\/core\/(board-file|calendar|names|words)$/, replacement: source('core/src/$1.ts') },
  { find: /^@guatu\/cli$/, replacement: source('cli/src/index.ts') },
  { find: /^@guatu\/map$/, replacement: source('map/src/index.ts') },
  { find: /^@guatu\/map\/svg$/, replacement: source('map/src/renderers/svg/index.ts') },
  { find: /^@guatu\/map\/(scene|geometry|fictional)$/, replacement: source('map/src/$1/index.ts') },
  { find: /^@guatu\/map\/(cdn\/[\w-]+)\.js$/, replacement: source('map/src/$1.ts') },
  { find: /^@guatu\/map\/(define\/[\w-]+)$/, replacement: source('map/src/$1.ts') },
];

/**
 * The same packages by their built files, for a build of pages that are no package and state no dependency: bundled from
 * the sources, the registrations would be dropped.
 */
export const builtAliases: Alias[] = sourceAliases.map(({ find, replacement }) => ({
  find,
  replacement: replacement.replace(/packages\/(core|map|cli)\/src\//, 'packages/$1/dist/').replace(/\.ts$/, '.js'),
}));

/** maplibre ships its worker as a file of its own, which the dependency optimiser would tear apart. */
export const excludeFromOptimiser: string[] = ['maplibre-gl'];

/** How the pages of the project are built. */
export const pageBuild: BuildOptions = {
  // the browsers of government desktops, as the script-tag build has them: docs/guides/old-browsers.md
  target: ['chrome80', 'edge80', 'firefox90', 'safari14.1'],
  // what fills in their methods is a file of its own, which runs before every other
  rolldownOptions: {
    output: { codeSplitting: { groups: [{ name: 'older-browsers', test: /older-browsers/ }] } },
  },
  // the pages' policy allows scripts from files only, and images from data: addresses
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
};
