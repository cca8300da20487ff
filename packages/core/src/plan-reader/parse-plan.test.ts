import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { parsePlan } from './parse-plan.js';
import { planSchemas } from './plan-schemas.js';

const text = { zh: '示例', en: 'example' };

const indicators = [
  { id: 'veg', name: text, type: 'quantity', unit: '万亩' },
  { id: 'toilets', name: text, type: 'ratio', unit: '户' },
  { id: 'station', name: text, type: 'grade', best: 1, worst: 4 },
  { id: 'room', name: text, type: 'state' },
];

const target = {
  id: 'a',
  clause: '一',
  domain: 'industry',
  name: text,
  measure: { kind: 'stock', indicator: 'veg' },
  criterion: { kind: 'atLeast', value: 25, unit: '万亩' },
  schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
  scope: { owes: { level: 'county' }, rollUp: 'reported' },
};

const base = {
  id: 'county',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: text }],
  rollout: {
    clause: '一',
    level: 'village',
    counting: 'incremental',
    batches: [
      { cohort: '2020', count: 36 },
      { cohort: '2021', count: 'rest' },
    ],
  },
  indicators,
  targets: [target],
};

function read(input: unknown) {
  const { plan, diagnostics } = parsePlan(input);
  return { plan, diagnostics, messages: diagnostics.map(({ message }) => message) };
}

/** What is found about one target that differs from a good one; a good one beside it always stays. */
function readTarget(changes: Readonly<Record<string, unknown>>, plan: object = base) {
  const { id, ...others } = changes;
  const {
    plan: read_,
    messages,
    diagnostics,
  } = read({
    ...plan,
    targets: [
      { ...target, id: 'good' },
      { ...target, ...others, id: id ?? 'a' },
    ],
  });
  const ids = read_?.targets.map((one) => one.id) ?? [];
  expect(ids[0]).toBe('good');
  return { messages, diagnostics, kept: ids.length === 2, plan: read_ };
}

describe('parsePlan', () => {
  test('reads a plan from text and from data', () => {
    expect(read(base)).toMatchObject({ plan: base, messages: [] });
    expect(read(`\uFEFF${JSON.stringify(base)}`)).toMatchObject({ plan: base, messages: [] });
  });

  test('text that is no JSON is refused where it breaks', () => {
    const { plan, diagnostics, messages } = read('{\n  "id": "x",\n}');
    expect(plan).toBeUndefined();
    expect(messages).toEqual(['plan.json: no valid JSON: wrong at line 3, column 1']);
    expect(diagnostics[0]?.params).toMatchObject({ line: 3, column: 1 });
  });

  test.each([[null], [[]], ['"plan"'], [5], [undefined]])('%j is no plan', (input) => {
    expect(read(input).messages).toEqual(['plan.json: expected a plan, an object']);
  });

  test('names its file as it is told', () => {
    const { diagnostics } = parsePlan('null', { source: 'county/plan.json' });
    expect(diagnostics[0]?.path).toBe('county/plan.json');
  });

  test('without identity there is no plan', () => {
    const { plan, messages } = read({
      domains: [],
      indicators: [],
      targets: [],
      start: '2020-01-01',
      end: '2021-02-30',
    });
    expect(plan).toBeUndefined();
    expect(messages).toEqual([
      'plan.json id: id is required but missing',
      'plan.json title: title is required but missing',
      'plan.json end: expected a date of the calendar like 2021-06-30, got "2021-02-30"',
    ]);
    expect(read({ ...base, end: '2019-12-31' })).toMatchObject({
      plan: undefined,
      messages: ['plan.json end: the end 2019-12-31 comes before the start 2020-01-01'],
    });
  });

  test('a section that is wrong leaves the plan standing', () => {
    const { plan, messages } = read({
      ...base,
      light: { preset: 'rainbow' },
      ranking: 3,
      rosters: [{ level: 'village', count: -1 }],
    });
    expect(plan?.light).toBeUndefined();
    expect(plan?.ranking).toBeUndefined();
    expect(plan?.rosters).toEqual([]);
    expect(plan?.targets).toHaveLength(1);
    expect(messages).toEqual([
      'plan.json light.preset: expected one of points, ratio, got "rainbow"',
      'plan.json ranking: expected an object, got 3',
      'plan.json rosters[0].count: expected 0 or more, got -1',
    ]);
  });

  test('lists that are missing are told, not thrown', () => {
    const { messages } = read({ id: 'x', title: text, start: '2020-01-01', end: '2022-12-31', targets: 'all' });
    expect(messages).toEqual([
      'plan.json domains: domains is required but missing',
      'plan.json indicators: indicators is required but missing',
      'plan.json targets: expected a list, got "all"',
    ]);
  });

  test('findings in a text carry their line', () => {
    const plan = JSON.stringify({ ...base, targets: [target, { ...target, id: 'b', domain: 'x' }] }, null, 2);
    const { diagnostics } = read(plan);
    const line = plan.split('\n').findIndex((one) => one.includes('"domain": "x"')) + 1;
    expect(diagnostics.map(({ path, params }) => [path, params?.line])).toEqual([
      ['plan.json targets[1].domain', line],
    ]);
  });

  test('unknown properties are warnings, wherever they stand', () => {
    const { messages, kept } = readTarget({ criteria: 1, scope: { ...target.scope, form: 'village' } });
    expect(kept).toBe(true);
    expect(messages).toEqual([
      'plan.json targets[1].scope.form: unknown property form, left out',
      'plan.json targets[1].criteria: unknown property criteria, left out',
    ]);
    expect(read({ ...base, goals: [] }).messages).toEqual(['plan.json goals: unknown property goals, left out']);
  });

  test('data that runs in a circle is refused', () => {
    const circle: Record<string, unknown> = { ...base };
    circle['document'] = circle;
    expect(read(circle).messages).toEqual(['plan.json: nested too deeply, or in a circle']);
    expect(read(`${'['.repeat(9000)}${']'.repeat(9000)}`).messages).toEqual([
      'plan.json: nested too deeply, or in a circle',
    ]);
  });

  test('evaluates no text as code, as a strict content security policy asks', () => {
    const native = globalThis.Function;
    let calls = 0;
    globalThis.Function = new Proxy(native, { construct: () => void calls++ as never, apply: () => void calls++ });
    try {
      expect(planSchemas().plan.safeParse(base).success).toBe(true);
    } finally {
      globalThis.Function = native;
    }
    expect(calls).toBe(0);
  });

  test('never throws', () => {
    const mutated = fc
      .tuple(fc.constantFrom('measure', 'criterion', 'schedule', 'scope', 'baseline', 'id', 'values'), fc.jsonValue())
      .map(([key, value]) => ({ ...base, targets: [{ ...target, [key]: value }] }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything(), mutated), (input) => {
        for (const { path, message } of parsePlan(input).diagnostics) expect(message.startsWith(path)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('form of targets', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'a kind that is unknown',
      { measure: { kind: 'stok', indicator: 'veg' } },
      'measure.kind: expected one of stock, flow, cumulative, count, change, growth, rate, share, grade, checklist, occurrence, assignment, case, remaining, state, got "stok"',
    ],
    ['a kind that is missing', { criterion: { value: 3 } }, 'criterion.kind: kind is required but missing'],
    [
      'a part that is missing',
      { criterion: { kind: 'atLeast', value: 25 } },
      'criterion.unit: unit is required but missing',
    ],
    ['a whole part', { scope: undefined }, 'scope: scope is required but missing'],
    [
      'a number as text',
      { criterion: { kind: 'atLeast', value: '25', unit: '万亩' } },
      'criterion.value: expected a number, got "25"',
    ],
    [
      'a number that is none',
      { criterion: { kind: 'atLeast', value: Number.NaN, unit: '万亩' } },
      'criterion.value: expected a finite number, got NaN',
    ],
    [
      'an infinite number',
      { criterion: { kind: 'atLeast', value: Number.POSITIVE_INFINITY, unit: '万亩' } },
      'criterion.value: expected a finite number, got Infinity',
    ],
    [
      'half a grade',
      { measure: { kind: 'grade', indicator: 'station' }, criterion: { kind: 'gradeAtLeast', grade: 2.5 } },
      'criterion.grade: expected a whole number, got 2.5',
    ],
    [
      'a date of no calendar',
      { schedule: { kind: 'by', date: '2021-02-30', basis: 'explicit' } },
      'schedule.date: expected a date of the calendar like 2021-06-30, got "2021-02-30"',
    ],
    [
      'a date written otherwise',
      { schedule: { kind: 'by', date: '2021/6/30', basis: 'explicit' } },
      'schedule.date: expected a date of the calendar like 2021-06-30, got "2021/6/30"',
    ],
    [
      'a period of no calendar',
      { baseline: { period: '2021-Q5' } },
      'baseline.period: expected a period like 2021, 2021-H1, 2021-Q1 or 2021-06, got "2021-Q5"',
    ],
    ['a completeness above all', { minCompleteness: 1.5 }, 'minCompleteness: expected 1 or less, got 1.5'],
    ['a text that is a number in one language', { name: { zh: 5, en: 'x' } }, 'name.zh: expected a text, got 5'],
    ['an id of blanks', { id: ' ' }, 'id: expected an id without blanks around it, got " "'],
    ['an empty checklist', { measure: { kind: 'checklist', items: [] } }, 'measure.items: must not be empty'],
    ['a state of neither', { measure: { kind: 'state' } }, 'measure.indicator: indicator is required but missing'],
    [
      'a condition inside a condition',
      { measure: { kind: 'count', register: 'r', when: 'standing', where: { all: [{ attribute: 'x', is: 3 }] } } },
      'measure.where.all[0].is: expected a text, got 3',
    ],
  ])('%s', (_, changes, message) => {
    const { messages, kept } = readTarget(changes);
    expect(messages).toEqual([`plan.json targets[1].${message}`]);
    expect(kept).toBe(false);
  });
});

describe('references and sense of targets', () => {
  const stock = (criterion: object, more: object = {}): Record<string, unknown> => ({ criterion, ...more });
  const share = {
    kind: 'share',
    predicate: { measure: { kind: 'state', indicator: 'room' }, criterion: { kind: 'done' } },
  };

  test.each<[string, Record<string, unknown>, string]>([
    ['unknown domain', { domain: 'culture' }, 'domain: the plan has no domain "culture"'],
    [
      'unknown indicator',
      { measure: { kind: 'stock', indicator: 'vge' } },
      'measure.indicator: the plan has no indicator "vge"',
    ],
    [
      'unknown item',
      { measure: { kind: 'checklist', items: ['room', 'square'] }, criterion: { kind: 'done' } },
      'measure.items[1]: the plan has no indicator "square"',
    ],
    [
      'item twice',
      { measure: { kind: 'checklist', items: ['room', 'room'] }, criterion: { kind: 'done' } },
      'measure.items[1]: the item "room" stands twice in the list',
    ],
    ['unknown total', { parent: 'total' }, 'parent: the plan has no target "total"'],
    [
      'indicator of another type',
      {
        measure: { kind: 'rate', indicator: 'veg' },
        criterion: { kind: 'atLeast', value: 5, unit: '%' },
        scope: { owes: { level: 'county' }, rollUp: 'ratioOfSums' },
      },
      'measure.indicator: the measure rate needs an indicator of type ratio, "veg" is a quantity',
    ],
    [
      'unknown unit',
      stock({ kind: 'atLeast', value: 25, unit: 'pood' }),
      'criterion.unit: unknown unit "pood"; there is 平方米, 万平方米, 亩, 千亩, 万亩, 公顷, 万公顷, 平方公里, or declare it among units',
    ],
    [
      'unit of another dimension',
      stock({ kind: 'atLeast', value: 25, unit: '万元' }),
      'criterion.unit: the unit "万元" is of another dimension than the indicator, area',
    ],
    [
      'baseline of another dimension',
      stock(target.criterion, { baseline: { value: 3, unit: '吨' } }),
      'baseline.unit: the unit "吨" is of another dimension than the indicator, area',
    ],
    [
      'no unit to count in',
      {
        measure: { kind: 'count', register: 'r', when: 'standing' },
        criterion: { kind: 'atLeast', value: 2, unit: '亩' },
      },
      'criterion.unit: the measure count counts, and "亩" is no unit to count in',
    ],
    [
      'grade on a level',
      stock({ kind: 'gradeAtLeast', grade: 3 }),
      'criterion.kind: the criterion gradeAtLeast does not go with the measure stock',
    ],
    [
      'done on a level',
      stock({ kind: 'done' }),
      'criterion.kind: the criterion done does not go with the measure stock',
    ],
    [
      'notAbove without a reference',
      stock({ kind: 'notAbove' }),
      'criterion: notAbove needs a reference: measure growth, or give a baseline',
    ],
    ['negative', stock({ kind: 'atLeast', value: -1, unit: '亩' }), 'criterion.value: must not be negative, got -1'],
    [
      'bounds the wrong way round',
      stock({ kind: 'between', lower: 5, upper: 3, unit: '亩' }),
      'criterion.upper: the upper bound 3 lies below the lower, 5',
    ],
    [
      'more than all members',
      { measure: share, criterion: { kind: 'atLeast', value: 120, unit: '%' } },
      'criterion.value: 120% is more than all, and cannot be reached',
    ],
    [
      'grade out of range',
      { measure: { kind: 'grade', indicator: 'station' }, criterion: { kind: 'gradeAtLeast', grade: 5 } },
      'criterion.grade: the grade 5 is not between 1, the best, and 4, the worst',
    ],
    [
      'predicate',
      {
        measure: { ...share, predicate: { ...share.predicate, criterion: { kind: 'every' } } },
        criterion: { kind: 'every' },
      },
      'measure.predicate.criterion.kind: the criterion every does not go with the measure state',
    ],
    [
      'date before the plan',
      { schedule: { kind: 'by', date: '2019-12-31', basis: 'explicit' } },
      'schedule.date: the date 2019-12-31 lies outside the plan, 2020-01-01 to 2022-12-31',
    ],
    [
      'date after the plan',
      { schedule: { kind: 'eachYear', to: '2202-12-31', basis: 'explicit' } },
      'schedule.to: the date 2202-12-31 lies outside the plan, 2020-01-01 to 2022-12-31',
    ],
    [
      'dates the wrong way round',
      { schedule: { kind: 'eachYear', from: '2022-01-01', to: '2021-12-31', basis: 'explicit' } },
      'schedule.to: the end 2021-12-31 comes before the start 2022-01-01',
    ],
    [
      'figures from above',
      { scope: { owes: { level: 'township' }, from: 'county', rollUp: 'sum' } },
      'scope.from: the figures come from the level county, above township, which owes the target',
    ],
    [
      'kind of another level',
      { scope: { owes: { level: 'township', kind: 'villagers-committee' }, rollUp: 'sum' } },
      'scope.owes.kind: there is no villagers-committee at the level township',
    ],
    [
      'unknown batch',
      { scope: { owes: { level: 'county' }, from: 'village', rollUp: 'sum', members: { cohort: '2024' } } },
      'scope.members.cohort: the rollout has no batch 2024',
    ],
    [
      'sum of percentages',
      {
        measure: { kind: 'rate', indicator: 'toilets' },
        criterion: { kind: 'atLeast', value: 85, unit: '%' },
        scope: { owes: { level: 'county' }, rollUp: 'sum' },
      },
      'scope.rollUp: the roll-up sum does not go with the measure rate',
    ],
  ])('%s', (_, changes, message) => {
    const { messages, kept } = readTarget(changes);
    expect(messages).toEqual([`plan.json targets[1].${message}`]);
    expect(kept).toBe(false);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'share required of nothing',
      { scope: { ...target.scope, requiredShare: 80 } },
      'scope.requiredShare: requiredShare means something under shareOfAreas only, here it is reported',
    ],
    [
      'progress from a missing baseline',
      { progressFrom: 'baseline' },
      'progressFrom: progress from the baseline, and none is given',
    ],
    [
      'a task value twice',
      {
        scope: {
          ...target.scope,
          values: [
            { area: 'T1', value: 3 },
            { area: 'T1', value: 4 },
          ],
        },
      },
      'scope.values[1]: the value of T1 already stands at values[0], which counts',
    ],
  ])('%s is a warning', (_, changes, message) => {
    const { messages, kept } = readTarget(changes);
    expect(messages).toEqual([`plan.json targets[1].${message}`]);
    expect(kept).toBe(true);
  });

  test('notAbove goes with growth, and with a baseline', () => {
    const growth = { kind: 'growth', indicator: 'veg', of: 'flow', reference: 'previousYear' };
    expect(readTarget({ measure: growth, criterion: { kind: 'notAbove' } }).messages).toEqual([]);
    expect(readTarget(stock({ kind: 'notAbove' }, { baseline: { period: '2019' } })).messages).toEqual([]);
  });

  test('a negative pass mark goes with change and growth', () => {
    const change = { kind: 'change', indicator: 'veg', baseline: { period: '2019' } };
    expect(readTarget({ measure: change, criterion: { kind: 'atMost', value: -5, unit: '亩' } }).messages).toEqual([]);
  });

  test('the rollout clock needs a rollout', () => {
    const { rollout: _, ...plan } = base;
    const { messages, kept } = readTarget({ clock: 'rollout' }, plan);
    expect(messages).toEqual(['plan.json targets[1].clock: runs on the clock of the rollout, and the plan has none']);
    expect(kept).toBe(true);
  });
});

describe('ids', () => {
  const withTargets = (...targets: readonly object[]) =>
    read({ ...base, targets: targets.map((one) => ({ ...target, ...one })) });

  test('of two members with one id the first stays', () => {
    const { plan, messages } = withTargets({ id: 'a' }, { id: 'b' }, { id: 'a', clause: '二' });
    expect(plan?.targets.map(({ id, clause }) => id + clause)).toEqual(['a一', 'b一']);
    expect(messages).toEqual(['plan.json targets[2].id: the id "a" already stands at targets[0]']);
    expect(read({ ...base, domains: [...base.domains, ...base.domains] }).messages).toEqual([
      'plan.json domains[1].id: the id "industry" already stands at domains[0]',
    ]);
  });

  test('places count what was refused before', () => {
    const { messages } = withTargets({ id: 'a', clause: 3 }, { id: 'b' }, { id: 'b' });
    expect(messages).toEqual([
      'plan.json targets[0].clause: expected a text, got 3',
      'plan.json targets[2].id: the id "b" already stands at targets[1]',
    ]);
  });

  test('a reference to something refused is told from a typing error', () => {
    const { plan, messages } = read({
      ...base,
      indicators: [{ id: 'veg', name: text, type: 'quantity', unit: 'pood' }],
    });
    expect(plan?.targets).toEqual([]);
    expect(messages).toEqual([
      'plan.json indicators[0].unit: unknown unit "pood"; there is 亩, 万亩, 元, 万元, 吨, 人, 户, 个, or declare it among units',
      'plan.json targets[0].measure.indicator: the indicator "veg" was refused',
    ]);
  });

  test('a part of a refused total stands alone', () => {
    const { plan, messages } = withTargets({ id: 'total', domain: 'x' }, { id: 'part', parent: 'total' });
    expect(plan?.targets.map(({ id, parent }) => [id, parent])).toEqual([['part', undefined]]);
    expect(messages).toEqual([
      'plan.json targets[0].domain: the plan has no domain "x"',
      'plan.json targets[1].parent: its total "total" was refused, the part stands alone',
    ]);
  });

  test('totals do not run in a circle', () => {
    const { plan, messages } = withTargets(
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
      { id: 'c', parent: 'c' },
      { id: 'd', parent: 'a' },
    );
    expect(plan?.targets.map(({ id, parent }) => [id, parent])).toEqual([['d', undefined]]);
    expect(messages).toEqual([
      'plan.json targets[0].parent: its total "b" is a part of itself',
      'plan.json targets[1].parent: its total "a" is a part of itself',
      'plan.json targets[2].parent: its total "c" is a part of itself',
      'plan.json targets[3].parent: its total "a" was refused, the part stands alone',
    ]);
  });

  test('a part is of the dimension of its total', () => {
    const money = { id: 'money', name: text, type: 'quantity', unit: '元' };
    const { messages } = read({
      ...base,
      indicators: [...indicators, money],
      targets: [
        target,
        {
          ...target,
          id: 'b',
          parent: 'a',
          measure: { kind: 'stock', indicator: 'money' },
          criterion: { kind: 'observe' },
        },
      ],
    });
    expect(messages).toEqual(['plan.json targets[1].parent: a part cannot be of another dimension than its total "a"']);
  });

  test('names of object properties are ids like any other', () => {
    const named = JSON.stringify({
      ...base,
      domains: [{ id: 'constructor', name: text }],
      indicators: [{ id: '__proto__', name: text, type: 'quantity', unit: '万亩' }],
      targets: [
        { ...target, id: '__proto__', domain: 'constructor', measure: { kind: 'stock', indicator: '__proto__' } },
        { ...target, id: 'toString', domain: 'toString', measure: { kind: 'stock', indicator: 'hasOwnProperty' } },
      ],
    });
    const { plan, messages } = read(named);
    expect(plan?.targets.map(({ id }) => id)).toEqual(['__proto__']);
    expect(messages).toEqual([
      'plan.json targets[1].domain: the plan has no domain "toString"',
      'plan.json targets[1].measure.indicator: the plan has no indicator "hasOwnProperty"',
    ]);
    expect(read('{"__proto__": {"id": "x"}}').plan).toBeUndefined();
    expect(({} as Record<string, unknown>)['id']).toBeUndefined();
  });
});

describe('indicators, rollout and series', () => {
  test.each<[object, string]>([
    [{ type: 'quantity', unit: '%' }, 'unit: an indicator in "%" is of type ratio, with numerator and denominator'],
    [
      { type: 'ratio', unit: '元', denominatorUnit: '人' },
      'denominatorUnit: "元" cannot be a part of "人": say "part": false',
    ],
    [
      { type: 'ratio', unit: '户', denominatorUnit: 'x' },
      'denominatorUnit: unknown unit "x"; there is 亩, 万亩, 元, 万元, 吨, 人, 户, 个, or declare it among units',
    ],
  ])('%o', (indicator, message) => {
    const { messages } = read({ ...base, indicators: [...indicators, { id: 'x', name: text, ...indicator }] });
    expect(messages).toEqual([`plan.json indicators[4].${message}`]);
  });

  test('a grade has two ends', () => {
    const { messages } = read({
      ...base,
      indicators: [...indicators, { id: 'x', name: text, type: 'grade', best: 1, worst: 1 }],
    });
    expect(messages).toEqual(['plan.json indicators[4]: the best and the worst grade are the same, 1']);
  });

  test('batches stand once, and only the last is the rest', () => {
    const batches = (...list: readonly object[]) => read({ ...base, rollout: { ...base.rollout, batches: list } });
    expect(batches({ cohort: '2020', count: 1 }, { cohort: '2020', count: 2 })).toMatchObject({
      plan: { targets: [target] },
      messages: ['plan.json rollout.batches[1].cohort: the batch 2020 stands twice'],
    });
    expect(batches({ cohort: '2020', count: 'rest' }, { cohort: '2021', count: 2 }).messages).toEqual([
      'plan.json rollout.batches[0].count: only the last batch can be the rest, 2020 is not',
    ]);
    const outside = batches({ cohort: '2030', count: 1 });
    expect(outside.messages).toEqual([
      'plan.json rollout.batches[0].cohort: the batch 2030 lies outside the plan, 2020-01-01 to 2022-12-31',
    ]);
    expect(outside.plan?.rollout).toBeDefined();
  });

  test('a series that asks for less later on is told, whatever the units', () => {
    const step = (id: string, year: string, criterion: object): object => ({
      ...target,
      id,
      criterion,
      series: 'area',
      schedule: { kind: 'by', date: `${year}-12-31`, basis: 'explicit' },
    });
    const first = step('first', '2020', { kind: 'atLeast', value: 10, unit: '万亩' });
    const found = (later: object): readonly Diagnostic[] => parsePlan({ ...base, targets: [first, later] }).diagnostics;
    expect(
      found(step('second', '2022', { kind: 'atLeast', value: 99_999, unit: '亩' })).map(({ message }) => message),
    ).toEqual([
      'plan.json targets[1].series: the series "area" goes backwards: it asks for less than "first" did by 2020-12-31',
    ]);
    expect(found(step('second', '2022', { kind: 'atLeast', value: 100_000, unit: '亩' }))).toEqual([]);
    expect(found(step('second', '2022', { kind: 'atMost', value: 1, unit: '亩' }))).toEqual([]);
  });

  test('ten thousand targets are read in a moment', () => {
    const targets = Array.from({ length: 10_000 }, (_, index) => ({
      ...target,
      id: `t${index}`,
      series: 's',
      parent: index === 0 ? undefined : 't0',
    }));
    const started = performance.now();
    expect(read({ ...base, targets }).plan?.targets).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
