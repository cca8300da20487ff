// Every arrow of docs/architecture.md, held against a snippet that breaks it, and some that only look as if they did.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Snippet {
  readonly file: string;
  readonly code: string;
  /** the rule that reports it */
  readonly rule: string;
  readonly message?: string;
}

/** Rooms of core from the ground up: none may know the next. */
const CORE_ROOMS = (
  'text period quantity diagnostic csv words progress schema plan area figure criterion measure plan-reader observation result ' +
  'describe assignment ledger rollout domain compile frame judge expand onepass evaluate ranking'
).split(' ');

const arrow = (file: string, code: string, message: string): Snippet => ({
  file,
  code,
  rule: 'guatu(arrows)',
  message,
});
const define = (file: string, code: string): Snippet => ({ file, code, rule: 'guatu(define-in-define)' });
const global = (file: string, name: string): Snippet => ({
  file,
  code: `export const seen = ${name};`,
  rule: 'eslint(no-restricted-globals)',
  message: name,
});

const forbidden: readonly Snippet[] = [
  arrow('core/src/evaluate/a.ts', "import { GuatuMap } from '@guatu/map';", 'core/evaluate must not import @guatu/map'),
  arrow(
    'core/src/evaluate/b.ts',
    "import type { Scene } from '@guatu/map/scene';",
    'core/evaluate must not import @guatu/map/scene',
  ),
  arrow(
    'core/src/evaluate/c.ts',
    "import '../../../map/src/scene/scene.js';",
    'must import another package by its name',
  ),
  arrow('core/src/plan/d.ts', "import { LitElement } from 'lit';", 'core/plan must not import lit'),
  arrow('core/src/evaluate/e.ts', "import 'maplibre-gl';", 'core/evaluate must not import maplibre-gl'),
  arrow('core/src/evaluate/f.ts', "import { readFileSync } from 'node:fs';", 'core/evaluate must not import node:fs'),
  arrow('core/src/evaluate/g.ts', "import * as z from 'zod/mini';", 'core/evaluate must not import zod/mini'),
  arrow('core/src/index.ts', "export * from 'zod';", 'core must not import zod'),
  arrow(
    'core/src/evaluate/h.ts',
    "export type Map = import('maplibre-gl').Map;",
    'core/evaluate must not import maplibre-gl',
  ),
  arrow('core/src/plan/m.ts', "import * as z from 'zod/mini';", 'core/plan must not import zod/mini'),
  arrow('core/src/elsewhere/a.ts', "import './b.js';", 'draws no arrow for this folder'),
  ...CORE_ROOMS.slice(1).map((room, at) =>
    arrow(
      `core/src/${CORE_ROOMS[at]}/upwards.ts`,
      `import type { Seen } from '../${room}/seen.js';`,
      `must not import core/${room}`,
    ),
  ),
  arrow('core/src/text/n.ts', "import '../words.js';", 'core/text must not import core'),
  global('core/src/evaluate/i.ts', 'document'),
  global('core/src/evaluate/j.ts', 'process'),

  ...['board', 'fictional', 'geometry', 'localize', 'scale', 'scene'].flatMap((folder) => [
    arrow(`map/src/${folder}/a.ts`, "import { css } from 'lit';", `map/${folder} must not import lit`),
    arrow(
      `map/src/${folder}/b.ts`,
      "import type { Map } from 'maplibre-gl';",
      `map/${folder} must not import maplibre-gl`,
    ),
    arrow(
      `map/src/${folder}/c.ts`,
      "import '../renderers/svg/index.js';",
      `map/${folder} must not import map/renderers/svg`,
    ),
    arrow(
      `map/src/${folder}/d.ts`,
      "import '../components/map/map.js';",
      `map/${folder} must not import map/components`,
    ),
    arrow(`map/src/${folder}/e.ts`, "import '../index.js';", `map/${folder} must not import map/index`),
    arrow(`map/src/${folder}/f.ts`, "import { join } from 'node:path';", `map/${folder} must not import node:path`),
    arrow(`map/src/${folder}/g.ts`, "import * as z from 'zod/mini';", `map/${folder} must not import zod/mini`),
    global(`map/src/${folder}/h.ts`, 'document'),
    global(`map/src/${folder}/i.ts`, 'HTMLElement'),
  ]),

  arrow('map/src/renderers/svg/a.ts', "import { svg } from 'lit';", 'map/renderers/svg must not import lit'),
  arrow(
    'map/src/renderers/svg/b.ts',
    "import { Map } from 'maplibre-gl';",
    'map/renderers/svg must not import maplibre-gl',
  ),
  arrow(
    'map/src/renderers/svg/c.ts',
    "import '../maplibre/index.js';",
    'map/renderers/svg must not import map/renderers/maplibre',
  ),
  arrow(
    'map/src/renderers/a.ts',
    "import './maplibre/index.js';",
    'map/renderers must not import map/renderers/maplibre',
  ),
  arrow('map/src/renderers/maplibre/a.ts', "import { html } from 'lit';", 'map/renderers/maplibre must not import lit'),
  arrow(
    'map/src/renderers/maplibre/b.ts',
    "import '../../components/map/map.js';",
    'map/renderers/maplibre must not import map/components',
  ),

  arrow(
    'map/src/components/map/a.ts',
    "import { Map } from 'maplibre-gl';",
    'map/components must not import maplibre-gl',
  ),
  arrow('map/src/components/map/b.ts', "await import('maplibre-gl');", 'map/components must not import maplibre-gl'),
  arrow(
    'map/src/components/map/c.ts',
    "import { open } from '../../renderers/maplibre/index.js';",
    'with import() or for its types only',
  ),
  arrow(
    'map/src/components/map/d.ts',
    "import '../../define/guatu-map.js';",
    'map/components must not import map/define',
  ),
  arrow('map/src/index.ts', "export * from './renderers/maplibre/index.js';", 'with import() or for its types only'),
  arrow('map/src/index.ts', "import './define/all.js';", 'map/index must not import map/define'),
  arrow('map/src/events/a.ts', "import '../components/map/map.js';", 'map/events must not import map/components'),
  arrow('map/src/internal/a.ts', "import 'maplibre-gl';", 'map/internal must not import maplibre-gl'),
  arrow('map/src/elsewhere/a.ts', "import './b.js';", 'draws no arrow for this folder'),
  define('map/src/components/map/e.ts', "customElements.define('guatu-map', class extends HTMLElement {});"),
  define('map/src/components/map/f.ts', "globalThis.customElements.define('guatu-map', class extends HTMLElement {});"),
  define(
    'map/src/components/map/g.ts',
    "import { customElement } from 'lit/decorators.js';\nexport { customElement };",
  ),
  define('map/src/index.ts', "customElements.define('guatu-map', class extends HTMLElement {});"),

  arrow('cli/src/a.ts', "import { GuatuMap } from '@guatu/map';", 'cli must not import @guatu/map'),
  arrow('cli/src/b.ts', "import '@guatu/map/define/all';", 'cli must not import @guatu/map/define/all'),
  arrow('cli/src/c.ts', "import { html } from 'lit';", 'cli must not import lit'),
  arrow('cli/src/d.ts', "import 'maplibre-gl';", 'cli must not import maplibre-gl'),

  { file: 'core/src/evaluate/k.ts', code: 'export const now = Date.now();', rule: 'eslint(no-restricted-properties)' },
  { file: 'core/src/evaluate/l.ts', code: 'export default 1;', rule: 'import(no-default-export)' },
  {
    file: 'map/src/scene/cycle-a.ts',
    code: "import { b } from './cycle-b.js';\nexport const a = (): unknown => b;",
    rule: 'import(no-cycle)',
  },
  {
    file: 'core/src/plan/circle-a.ts',
    code: "import type { B } from './circle-b.js';\nexport interface A { readonly b: B }",
    rule: 'import(no-cycle)',
  },
  {
    file: 'core/src/plan/circle-b.ts',
    code: "import type { A } from './circle-a.js';\nexport interface B { readonly a: A }",
    rule: 'import(no-cycle)',
  },
  {
    file: 'map/src/scene/cycle-b.ts',
    code: "import { a } from './cycle-a.js';\nexport const b = (): unknown => a;",
    rule: 'import(no-cycle)',
  },
];

const allowed: readonly (readonly [file: string, code: string])[] = [
  ['core/src/plan-reader/read-plan.ts', "import * as z from 'zod/mini';\nexport const text = z.string();"],
  ['core/src/csv/read.ts', "import Papa from 'papaparse';\nexport { Papa };"],
  ['core/src/words.ts', "export type { Seen } from './ranking/seen.js';"],
  ...CORE_ROOMS.slice(1).map(
    (room, at) =>
      [`core/src/${room}/downwards.ts`, `export type { Seen } from '../${CORE_ROOMS[at]}/seen.js';`] as const,
  ),
  ['map/src/scene/allowed.ts', "import type { Evaluation } from '@guatu/core';\nexport type { Evaluation };"],
  ['map/src/scale/allowed.ts', "import { formatHex } from 'culori/fn';\nexport { formatHex };"],
  ['map/src/renderers/svg/allowed.ts', "import type { Scene } from '../../scene/scene.js';\nexport type { Scene };"],
  ['map/src/renderers/maplibre/allowed.ts', "import { Map } from 'maplibre-gl';\nexport { Map };"],
  [
    'map/src/components/map/allowed.ts',
    "export const load = (): Promise<unknown> => import('../../renderers/maplibre/index.js');",
  ],
  [
    'map/src/components/map/allowed-type.ts',
    "import type { Open } from '../../renderers/maplibre/index.js';\nexport type { Open };",
  ],
  [
    'map/src/components/map/allowed-lit.ts',
    "import { LitElement } from 'lit';\nexport class GuatuMap extends LitElement {}",
  ],
  [
    'map/src/define/guatu-map.ts',
    "import { GuatuMap } from '../components/map/map.js';\ncustomElements.define('guatu-map', GuatuMap);",
  ],
  ['map/src/scene/allowed.test.ts', "import { html } from 'lit';\nexport { html };"],
  [
    'cli/src/allowed.ts',
    "import '@guatu/core';\nimport '@guatu/map/geometry';\nimport '@guatu/map/scene';\nimport '@guatu/map/svg';\nimport 'node:fs';",
  ],
];

interface Report {
  readonly message: string;
  readonly code: string;
  readonly filename: string;
}

const project = fileURLToPath(new URL('../../', import.meta.url));
let reports: readonly Report[] = [];
let folder = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Runs a program and answers what it printed, whatever its status. */
function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  const rules = JSON.parse(readFileSync(join(project, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>;
  write(
    join(folder, '.oxlintrc.json'),
    JSON.stringify({
      ...rules,
      options: {},
      jsPlugins: [join(project, 'scripts/lint/arrows.mjs')],
      rules: {
        ...(rules.rules as object),
        'typescript/no-floating-promises': 'off',
        'typescript/switch-exhaustiveness-check': 'off',
      },
    }),
  );
  const texts = new Map<string, string>(allowed);
  for (const { file, code } of forbidden) texts.set(file, `${texts.get(file) ?? ''}${code}\n`);
  for (const [file, text] of texts) write(join(folder, 'packages', file), text);
  const printed = run(join(project, 'node_modules/.bin/oxlint'), ['--format', 'json', 'packages'], folder);
  reports = (JSON.parse(printed) as { diagnostics: Report[] }).diagnostics;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reportsOf = (file: string): readonly Report[] =>
  reports.filter(({ filename }) => filename.endsWith(`packages/${file}`));

describe('what breaks an arrow is reported', () => {
  test.each(forbidden)('$file: $code', ({ file, rule, message }) => {
    expect(reportsOf(file)).toContainEqual(
      expect.objectContaining({ code: rule, message: expect.stringContaining(message ?? '') as string }),
    );
  });
});

describe('what follows the arrows is not', () => {
  test.each(allowed)('%s', (file) => {
    expect(reportsOf(file)).toEqual([]);
  });
});

describe('the compiler holds what the linter cannot see', () => {
  /** What the compiler says about a snippet under a package's own settings. */
  function compile(settings: string, code: string): string {
    const snippets = join(folder, 'compiled');
    write(join(snippets, 'snippet.mts'), code);
    write(
      join(snippets, 'tsconfig.json'),
      JSON.stringify({
        extends: join(project, settings),
        compilerOptions: { noEmit: true, rootDir: '.' },
        include: ['snippet.mts'],
      }),
    );
    return run(join(project, 'node_modules/.bin/tsc'), ['-p', snippets, '--pretty', 'false'], project);
  }

  test.each(['packages/core/tsconfig.build.json', 'packages/map/tsconfig.pure.json'])('%s knows no DOM', (settings) => {
    expect(compile(settings, 'export const title = (page: Document): string => page.title;')).toContain(
      "Cannot find name 'Document'",
    );
    expect(compile(settings, 'export const double = (n: number): number => 2 * n;')).toBe('');
  });

  test('@guatu/core knows no Node', () => {
    expect(compile('packages/core/tsconfig.build.json', "export { readFileSync } from 'node:fs';")).toContain(
      "'node:fs'",
    );
  });
});
