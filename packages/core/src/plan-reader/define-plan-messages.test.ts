// What a compiler says of a plan written in code whose references lead nowhere: one sentence at the place, with what there is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
// within the repository, where the compiler finds what the sources import
const folder = mkdtempSync(join(root, 'packages/core/node_modules/.messages-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAN = `import { definePlan } from '${join(root, 'packages/core/src/plan-reader/define-plan.js')}';
const text = { zh: '示例', en: 'example' } as const;
definePlan({
  id: 'county',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: text }, { id: 'culture', name: text }], units: [{ id: 'Rwf', dimension: 'money.RWF' }, { id: 'bag', of: 50, unit: 'kg' }],
  indicators: [{ id: 'vegetables', name: text, type: 'quantity', unit: '万亩' }],
  targets: [
    {
      id: 'area',
      clause: '二(二)1',
      domain: 'industry',
      name: text,
      measure: { kind: 'stock', indicator: 'vegetables' },
      criterion: { kind: 'atLeast', value: 25, unit: '亩' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, rollUp: 'reported' },
    },
  ],
});
`;

/** Errors of the compiler, each with its line and its whole text. */
function compile(source: string): readonly string[] {
  const file = join(folder, 'plan.ts');
  writeFileSync(file, source);
  const flags = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--target',
    'es2022',
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
    '--skipLibCheck',
    '--types',
    '',
    '--pretty',
    'false',
  ];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), [...flags, file], { encoding: 'utf8', cwd: root });
  return stdout
    .split(/\n(?=\S)/)
    .filter((error) => error.includes('error TS'))
    .map((error) => error.replace(/^.*plan\.ts\((\d+),\d+\): error TS\d+: /, '$1: ').trim());
}

test('a plan whose references hold compiles', () => {
  expect(compile(PLAN)).toEqual([]);
}, 60_000);

test.each([
  ["domain: 'industry',", "domain: 'industries',", '14', 'NoSuch<"domain", "industries", "culture" | "industry">'],
  ["indicator: 'vegetables' }", "indicator: 'vegetable' }", '16', 'NoSuch<"indicator", "vegetable", "vegetables">'],
  ["unit: '亩' }", "unit: '万元' }", '17', 'NoSuch<"unit", "万元", UnitOf<"area">>'],
  ["unit: 'kg' }", "unit: 'pood' }", '8', 'NoSuch<"unit", "pood", "Rwf" | "bag" | UnitName>'],
  ["unit: '万亩' }]", "unit: 'Rwff' }]", '9', 'NoSuch<"unit", "Rwff", "Rwf" | "bag" | UnitName>'],
  [
    'name: text,\n      measure',
    "name: text, parent: 'total',\n      measure",
    '15',
    'NoSuch<"target", "total", "area">',
  ],
])(
  '%s written %s',
  (right, wrong, line, message) => {
    const found = compile(PLAN.replace(right, wrong));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${line}: `));
    expect(found[0]).toContain(message);
    expect(found[0]).not.toContain('never');
  },
  60_000,
);
