import { evaluate, parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Evaluation, Plan } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryWorld } from './arbitrary-world.js';
import { findUnfinite } from './find-unfinite.js';
import { hold } from './hold.js';
import { planOf, resultsOf, writeRows } from './world.js';
import type { Row } from './world.js';

/** Names the language has uses for, and others that look like something else. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'C',
  'T0',
  'V00',
  't0',
  'land',
  '-',
  '0',
  '中文',
  '=1+1',
  '𝟘',
  ' ',
];
const FIGURES = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '0x10',
  '1,000',
  '１２',
  '٣',
  '--1',
  '1.2.3',
  '+',
  '.',
  '1e',
  '0',
  '-0',
  '1',
  '缺',
  '#DIV/0!',
];
const DATES = [
  '2021-02-30',
  '2021-13-01',
  '0000-00-00',
  '9999-12-31',
  '2021-2-3',
  '1969-12-31',
  '2021-06-30',
  '2021',
  '2021-H3',
  '2021-Q1',
  '2021-H1',
  '2019-12',
  '20210630',
  'soon',
  '',
];
const UNITS = ['', '万亩', '亩', '元', '%', '‰', '吨', 'constructor', '万', '級'];

const name = fc.constantFrom(...NAMES);
const field = fc.oneof(
  name,
  fc.constantFrom(...FIGURES, ...DATES, ...UNITS),
  fc.string({ maxLength: 6, unit: 'binary' }),
);

/** A row of a file: each column mostly holds what could stand there, sometimes anything. */
function arbitraryRow(columns: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Row> {
  return fc.record(
    Object.fromEntries(
      Object.entries(columns).map(([column, values]) => [
        column,
        fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: field }),
      ]),
    ),
  );
}

const INDICATORS = ['land', 'milk', 'toilets', 'station', 'road', '__proto__', 'constructor'];

const files = fc.record({
  areas: rowsOf({
    code: NAMES,
    name: NAMES,
    level: ['county', 'township', 'village', 'constructor'],
    parent: ['', ...NAMES],
    kind: ['', 'county', 'town', 'villagers-committee', 'residents-committee'],
    rollout: ['', '2020', '2021', '20x1'],
    aliases: NAMES,
    validFrom: DATES,
    validTo: DATES,
    successor: ['', ...NAMES],
  }),
  observations: rowsOf({
    indicator: INDICATORS,
    area: NAMES,
    period: DATES,
    value: FIGURES,
    numerator: ['', ...FIGURES],
    denominator: ['', ...FIGURES],
    unit: UNITS,
    reportedOn: DATES,
  }),
  registers: rowsOf({
    register: ['works', 'leader', '__proto__'],
    id: NAMES,
    area: NAMES,
    class: NAMES,
    from: DATES,
    to: DATES,
    attributes: ['level=a;size=3', '__proto__=1;constructor=2', '=;==;a', 'size=1e400'],
  }),
  events: rowsOf({
    kind: ['start', 'round', 'cond', 'act', 'finding-opened', 'finding-closed', '__proto__'],
    id: NAMES,
    subject: NAMES,
    date: DATES,
    covered: NAMES,
  }),
  links: rowsOf({ actor: NAMES, role: ['township', 'village', '__proto__'], area: NAMES, from: DATES, to: DATES }),
});

function rowsOf(columns: Readonly<Record<string, readonly string[]>>) {
  return fc.array(arbitraryRow(columns), { maxLength: 12 });
}

/** A county that stands, whatever else is written below it. */
const STANDING: readonly Row[] = [
  { code: 'C', name: '县', level: 'county', kind: 'county' },
  { code: 'T0', name: '乡', level: 'township', parent: 'C', kind: 'town' },
  { code: 'V00', name: '村', level: 'village', parent: 'T0', kind: 'villagers-committee' },
];

const asOf = fc.constantFrom('2019-12-31', '2020-06-30', '2021-12-31', '2022-12-31', '9999-12-31', '1000-01-01');

/** Asks everything that can be asked. */
function expand(evaluation: Evaluation): void {
  const { plan, dataset } = evaluation;
  expect(Array.isArray(evaluation.diagnostics)).toBe(true);
  for (const { id } of plan.targets) {
    const target = evaluation.target(id);
    dataset.roster.areas.forEach((_, row) => {
      target.explain(row);
      evaluation.rollout(row);
      evaluation.rolloutTotals(row);
    });
    expect(target.attainments).toHaveLength(dataset.roster.areas.length);
    expect(target.drawn).toHaveLength(dataset.roster.areas.length);
  }
  expect(findUnfinite(resultsOf(evaluation))).toBeUndefined();
}

function checkCounts({ rowCounts }: Dataset): void {
  for (const [file, { rows, used, missing, superseded, refused }] of rowCounts) {
    expect(used + missing + superseded + refused, file).toBe(rows);
    expect(Math.min(used, missing, superseded, refused), file).toBeGreaterThanOrEqual(0);
  }
}

test('evaluation never throws on what files may hold, and counts every row of them', () => {
  const given = fc.tuple(arbitraryWorld(), files, asOf);
  hold(given, 200, ([{ targets }, written, moment]) => {
    const { plan } = parsePlan(JSON.stringify(planOf(targets)));
    const dataset = readDataset(plan as Plan, {
      areas: { name: 'areas.csv', text: writeRows('areas', [...STANDING, ...written.areas]) },
      observations: { name: 'observations.csv', text: writeRows('observations', written.observations) },
      registers: { name: 'registers.csv', text: writeRows('registers', written.registers) },
      events: { name: 'events.csv', text: writeRows('events', written.events) },
      links: { name: 'links.csv', text: writeRows('links', written.links) },
    });
    checkCounts(dataset);
    for (const file of ['observations', 'registers', 'events', 'links'] as const) {
      const blankLines = written[file].filter((row) => Object.values(row).every((text) => text.trim() === '')).length;
      expect(dataset.rowCounts.get(`${file}.csv`)?.rows, file).toBe(written[file].length - blankLines);
    }
    expand(evaluate(plan as Plan, dataset, { asOf: moment, knownOn: '2022-01-01' }));
  });
});

const HEADERS: Readonly<Record<string, string>> = {
  areas: 'code,name,level,parent,kind,rollout\nC,县,county,,county,\nT0,乡,township,C,town,\n',
  observations: 'indicator,area,period,value,unit,reportedOn\nland,C,2021,1,,\n',
  registers: 'register,id,area,from,to,attributes\nworks,w1,C,,,\n',
  events: 'kind,id,subject,date,covered\nround,r1,C,2021-01-01,T0\n',
  links: 'actor,role,area\nw1,township,T0\n',
};

/** Text made of what breaks readers: quotes, separators, line ends, byte-order marks, halves of characters. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ',',
        '"',
        '""',
        '\n',
        '\r\n',
        '\r',
        ';',
        '\t',
        '\uFEFF',
        '\uFFFD',
        '\u0000',
        '\uD800',
        'C',
        'land',
        '2021',
        'NaN',
        '缺',
      ),
      field,
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('for arbitrary text, rows = used + missing + superseded + refused', () => {
  const { plan } = parsePlan(JSON.stringify(planOf([])));
  const given = fc.record(
    Object.fromEntries(
      Object.entries(HEADERS).map(([file, header]) => [
        file,
        fc.oneof(
          text,
          text.map((rest) => header + rest),
        ),
      ]),
    ),
  );
  hold(given, 300, (written) => {
    const sources = Object.fromEntries(
      Object.entries(written).map(([file, content]) => [file, { name: `${file}.csv`, text: content }]),
    );
    const dataset = readDataset(plan as Plan, { areas: { name: 'areas.csv', text: '' }, ...sources });
    checkCounts(dataset);
    expect([...dataset.rowCounts.keys()].sort()).toEqual(
      Object.keys(HEADERS)
        .sort()
        .map((file) => `${file}.csv`),
    );
  });
});

test('a plan of anything is refused or read, never thrown at', () => {
  const key = fc.oneof(
    name,
    fc.constantFrom('id', 'title', 'targets', 'indicators', 'measure', 'criterion', 'kind', 'scope', 'zh'),
  );
  const value = fc.anything({
    key,
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
  });
  hold(fc.oneof(value, fc.jsonValue(), fc.string(), fc.json()), 300, (given) => {
    const { plan, diagnostics } = parsePlan(given);
    expect(plan !== undefined || diagnostics.length > 0).toBe(true);
  });
});

test('a plan with anything in place of one of its parts still evaluates', () => {
  const odd = fc.oneof(
    field,
    fc.constantFrom(null, true, -1, Infinity, 0.1, [], {}, Number.NaN),
    fc.constant(undefined),
  );
  hold(fc.tuple(arbitraryWorld({ targets: 2 }), fc.nat(), odd, asOf), 250, ([world, at, replacement, moment]) => {
    const whole = planOf(world.targets);
    const paths = pathsOf(whole);
    const broken = replaced(whole, paths[at % paths.length] as readonly string[], replacement);
    const { plan, diagnostics } = parsePlan(broken);
    expect(plan !== undefined || diagnostics.length > 0).toBe(true);
    if (!plan) return;
    const dataset = readDataset(plan, {
      areas: { name: 'areas.csv', text: writeRows('areas', world.areas) },
      observations: { name: 'observations.csv', text: writeRows('observations', world.observations) },
      events: { name: 'events.csv', text: writeRows('events', world.events) },
    });
    expand(evaluate(plan, dataset, { asOf: moment }));
  });
});

/** Ways to every part of a plan, whole objects and single values. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const below = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((part: unknown, at) => (String(at) === key ? replaced(part, rest, replacement) : part));
  const entries = Object.entries(value as object).map(([name, part]): [string, unknown] => [
    name,
    name === key ? replaced(part, rest, replacement) : part,
  ]);
  return Object.fromEntries(entries);
}
