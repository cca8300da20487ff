import type { Condition, Criterion, Level, Measure, Predicate, RollUp, Schedule, Scope, Target } from '@guatu/core';
import * as fc from 'fast-check';

type Arb<T> = fc.Arbitrary<T>;

const baseline = { period: '2019-H2' } as const;

const conditions: Arb<Condition> = fc.constantFrom<Condition>(
  { attribute: 'level', is: 'a' },
  { attribute: 'size', atLeast: 3 },
  { class: ['park', 'shop'] },
  { all: [{ attribute: 'level', is: 'a' }, { class: 'park' }] },
  {
    any: [
      { attribute: 'level', is: 'a' },
      { attribute: 'size', atLeast: 3 },
    ],
  },
);

const predicates: readonly Predicate[] = [
  { measure: { kind: 'stock', indicator: 'land' }, criterion: { kind: 'atLeast', value: 2, unit: '万亩' } },
  { measure: { kind: 'flow', indicator: 'milk' }, criterion: { kind: 'moreThan', value: 3, unit: '吨' } },
  { measure: { kind: 'rate', indicator: 'toilets' }, criterion: { kind: 'atLeast', value: 60, unit: '%' } },
  {
    measure: { kind: 'rate', indicator: 'toilets', over: 'mean' },
    criterion: { kind: 'atLeast', value: 60, unit: '%' },
  },
  { measure: { kind: 'grade', indicator: 'station' }, criterion: { kind: 'gradeAtLeast', grade: 3 } },
  { measure: { kind: 'state', indicator: 'road' }, criterion: { kind: 'done' } },
  { measure: { kind: 'state', event: 'start' }, criterion: { kind: 'done' } },
  { measure: { kind: 'checklist', items: ['road', 'hall'] }, criterion: { kind: 'every' } },
  { measure: { kind: 'checklist', items: ['road', 'hall'] }, criterion: { kind: 'atLeast', value: 1, unit: '项' } },
  { measure: { kind: 'checklist', items: ['road', 'hall'] }, criterion: { kind: 'atLeast', value: 60, unit: '%' } },
];

/** Measures an area forms from its own figures, or from the files beside them. */
const measures: Readonly<Record<Measure['kind'], Arb<Measure>>> = {
  stock: fc.constant({ kind: 'stock', indicator: 'land' }),
  flow: fc.constant({ kind: 'flow', indicator: 'milk' }),
  cumulative: fc.constant({ kind: 'cumulative', indicator: 'milk' }),
  change: fc.constantFrom<Measure>(
    { kind: 'change', indicator: 'land', baseline },
    { kind: 'change', indicator: 'land', baseline: { value: 1.5, unit: '万亩' } },
    { kind: 'change', indicator: 'land', baseline: { value: 0.12345, unit: '亩' } },
  ),
  growth: fc.constantFrom<Measure>(
    { kind: 'growth', indicator: 'land', of: 'stock', reference: 'previousYear' },
    { kind: 'growth', indicator: 'land', of: 'stock', reference: '2019-H2' },
    { kind: 'growth', indicator: 'milk', of: 'flow', reference: 'previousYear' },
    { kind: 'growth', indicator: 'milk', of: 'flow', reference: '2019' },
  ),
  rate: fc.constantFrom<Measure>(
    { kind: 'rate', indicator: 'toilets' },
    { kind: 'rate', indicator: 'grain' },
    { kind: 'rate', indicator: 'toilets', over: 'pooled' },
  ),
  share: fc.constantFrom(...predicates).map((predicate): Measure => ({ kind: 'share', predicate })),
  remaining: fc.constantFrom<Measure>(
    { kind: 'remaining', ledger: 'finding' },
    {
      kind: 'remaining',
      predicate: {
        measure: { kind: 'stock', indicator: 'land' },
        criterion: { kind: 'atMost', value: 1, unit: '万亩' },
      },
    },
  ),
  grade: fc.constantFrom<Measure>({ kind: 'grade', indicator: 'station' }, { kind: 'grade', indicator: 'stars' }),
  state: fc.constantFrom<Measure>({ kind: 'state', indicator: 'road' }, { kind: 'state', event: 'start' }),
  checklist: fc.constant({ kind: 'checklist', items: ['road', 'hall'] }),
  occurrence: fc.constantFrom<Measure>(
    { kind: 'occurrence', event: 'round' },
    { kind: 'occurrence', event: 'round', covering: 'village' },
  ),
  assignment: fc.constant({
    kind: 'assignment',
    actors: 'leader',
    roles: [
      { role: 'township', each: 1 },
      { role: 'village', each: 2 },
    ],
  }),
  case: fc.constantFrom<Measure>(
    { kind: 'case', condition: 'cond', act: 'act', order: 'after', within: 30 },
    { kind: 'case', condition: 'cond', act: 'act', order: 'after', within: 'halfYear' },
    { kind: 'case', condition: 'cond', act: 'act', order: 'before', within: 60 },
    { kind: 'case', condition: 'cond', act: 'act', order: 'with', within: 0, streak: 2 },
  ),
  count: fc
    .record({
      where: fc.option(conditions, { nil: undefined }),
      when: fc.constantFrom('standing' as const, 'finishedInYear' as const, 'finishedSinceStart' as const),
    })
    .map(({ where, when }): Measure => ({ kind: 'count', register: 'works', when, ...(where && { where }) })),
};

/** All kinds, for laws that hold of every measure. */
export const MEASURES = Object.keys(measures) as readonly Measure['kind'][];

/** Criteria a plan may ask of each measure, as its reader has them. */
const CRITERIA: Readonly<Record<Measure['kind'], readonly Criterion['kind'][]>> = {
  stock: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'none', 'observe'],
  flow: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'none', 'observe'],
  cumulative: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'none', 'observe'],
  count: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'every', 'none', 'observe'],
  change: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'none', 'observe'],
  growth: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'notAbove', 'observe'],
  rate: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'every', 'none', 'observe'],
  share: ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about', 'every', 'none', 'observe'],
  remaining: ['none', 'atMost', 'lessThan', 'between', 'about', 'observe'],
  grade: ['gradeAtLeast', 'observe'],
  state: ['done', 'observe'],
  checklist: ['atLeast', 'every', 'done', 'observe'],
  occurrence: ['atLeast', 'moreThan', 'every', 'none', 'done', 'observe'],
  assignment: ['atLeast', 'every', 'done', 'observe'],
  case: ['atLeast', 'every', 'none', 'done', 'observe'],
};

/** Units figures of a measure are held against, and numbers near which generated figures lie. */
function marks(kind: Measure['kind']): Arb<{ readonly unit: string; readonly value: number }> {
  const of = (unit: string, ...values: readonly number[]) =>
    fc.constantFrom(...values).map((value) => ({ unit, value }));
  switch (kind) {
    case 'stock':
    case 'change':
      return fc.oneof(of('万亩', 0, 0.3, 2, 4), of('亩', 3000, 20_000));
    case 'flow':
    case 'cumulative':
      return of('吨', 0, 1.5, 6, 12);
    case 'growth':
      return of('%', -20, 0, 5, 50);
    case 'rate':
      return fc.oneof(of('%', 0, 30, 60, 100), of('‰', 300));
    case 'share':
      return fc.oneof(of('%', 0, 30, 50, 100), of('村', 1, 2, 3));
    case 'remaining':
    case 'count':
    case 'checklist':
      return of('个', 0, 1, 2, 3);
    case 'occurrence':
      return of('次', 0, 1, 2);
    default:
      return of('%', 0, 50, 100);
  }
}

function criterionOf(measure: Measure, kinds: readonly Criterion['kind'][]): Arb<Criterion> {
  const allowed = CRITERIA[measure.kind].filter((kind) => kinds.includes(kind));
  return fc.constantFrom(...allowed).chain((kind): Arb<Criterion> => {
    switch (kind) {
      case 'atLeast':
      case 'moreThan':
      case 'atMost':
      case 'lessThan':
        return marks(measure.kind).map(({ unit, value }) => ({ kind, value, unit }));
      case 'between':
        return marks(measure.kind).map(({ unit, value }) => ({ kind, lower: value, upper: value + 1, unit }));
      case 'about':
        return fc
          .tuple(marks(measure.kind), fc.option(fc.constantFrom(0, 25, 60), { nil: undefined }))
          .map(([{ unit, value }, tolerance]) => ({
            kind,
            value,
            unit,
            ...(tolerance !== undefined && { tolerance }),
          }));
      case 'gradeAtLeast':
        return fc.constantFrom(2, 3, 5).map((grade) => ({ kind, grade }));
      case 'observe':
        return fc.constantFrom<Criterion>({ kind }, { kind, direction: 'up' }, { kind, direction: 'down' });
      default:
        return fc.constant({ kind });
    }
  });
}

const basis = 'explicit' as const;
const dates = fc.constantFrom('2020-12-31', '2021-06-30', '2021-12-31', '2022-12-31');

const schedules: Readonly<Record<Schedule['kind'], Arb<Schedule>>> = {
  by: dates.map((date) => ({ kind: 'by', date, basis })),
  eachYear: fc.constantFrom<Schedule>(
    { kind: 'eachYear', basis },
    { kind: 'eachYear', from: '2021-01-01', basis },
    { kind: 'eachYear', newOnly: true, basis },
  ),
  eachHalf: fc.constant({ kind: 'eachHalf', basis }),
  eachQuarter: fc.constant({ kind: 'eachQuarter', basis }),
  eachMonth: fc.constant({ kind: 'eachMonth', from: '2021-05-01', to: '2021-10-31', basis }),
  throughout: fc.constantFrom<Schedule>(
    { kind: 'throughout', basis },
    { kind: 'throughout', dip: 'remark', from: '2020-07-01', basis },
  ),
  standing: fc.constant({ kind: 'standing', basis: 'planEnd' }),
};

export const SCHEDULES = Object.keys(schedules) as readonly Schedule['kind'][];

const LEVELS: readonly Level[] = ['county', 'township', 'village'];

function rollUpsOf(kind: Measure['kind']): readonly RollUp[] {
  switch (kind) {
    case 'rate':
      return ['ratioOfSums', 'allOf', 'shareOfAreas', 'reported'];
    case 'grade':
      return ['allOf', 'shareOfAreas', 'reported'];
    case 'count':
      return ['countDistinct', 'allOf', 'shareOfAreas'];
    default:
      return ['sum', 'allOf', 'shareOfAreas', 'reported'];
  }
}

function scopeOf(measure: Measure): Arb<Scope> {
  // Beside events of its members a register is counted itself, which laws about areas do not speak of.
  const countsRows = measure.kind === 'share' && 'event' in measure.predicate.measure;
  return fc
    .record({
      owes: fc.constantFrom(...LEVELS),
      from: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
      rollUp: fc.constantFrom(...rollUpsOf(measure.kind)),
      requiredShare: fc.constantFrom(undefined, 50),
      cohort: fc.constantFrom(undefined, undefined, undefined, '2020'),
      title: countsRows ? fc.constant(undefined) : fc.constantFrom(undefined, undefined, undefined, undefined, 'works'),
    })
    .map(({ owes, from, rollUp, requiredShare, cohort, title }): Scope => {
      const deeper = from !== undefined && LEVELS.indexOf(from) >= LEVELS.indexOf(owes);
      return {
        owes: { level: owes, ...(title !== undefined && { register: title }) },
        ...(deeper && { from }),
        rollUp,
        ...(rollUp === 'shareOfAreas' && requiredShare !== undefined && { requiredShare }),
        ...(cohort !== undefined && { members: { cohort } }),
      };
    });
}

export interface TargetOptions {
  readonly measures?: readonly Measure['kind'][];
  readonly criteria?: readonly Criterion['kind'][];
  readonly schedules?: readonly Schedule['kind'][];
  /** Leaves out what only some targets have: baselines, clocks, completeness. */
  readonly plain?: boolean;
}

const EVERY_CRITERION: readonly Criterion['kind'][] = [...new Set(Object.values(CRITERIA).flat())];

/** A target a plan may hold: measure × criterion × schedule × scope. */
export function arbitraryTarget(id: string, options: TargetOptions = {}): Arb<Target> {
  const kinds = options.measures ?? MEASURES;
  const criteria = options.criteria ?? EVERY_CRITERION;
  const possible = kinds.filter((kind) => CRITERIA[kind].some((one) => criteria.includes(one)));
  return fc
    .constantFrom(...possible)
    .chain((kind) => measures[kind])
    .chain((measure) =>
      fc.record({
        measure: fc.constant(measure),
        criterion: criterionOf(measure, criteria),
        schedule: fc.constantFrom(...(options.schedules ?? SCHEDULES)).chain((kind) => schedules[kind]),
        scope: scopeOf(measure),
        more: options.plain ? fc.constant({}) : extras(measure),
      }),
    )
    .map(({ more, ...target }) => ({ id, clause: '一', domain: 'd', name: { zh: id, en: id }, ...target, ...more }));
}

function extras(measure: Measure): Arb<Partial<Target>> {
  const quantity = measure.kind === 'stock' || measure.kind === 'flow' || measure.kind === 'cumulative';
  const level: Partial<Target> = measure.kind === 'stock' ? { baseline } : {};
  return fc.constantFrom<Partial<Target>>(
    {},
    { clock: 'rollout' },
    { minCompleteness: 0.5 },
    { expectedPath: 'compound', ...level },
    { expectedPath: 'stepped', series: 'steps' },
    { progressMethod: 'straightLine', ...level },
    { progressMethod: 'compoundGrowth', ...level },
    { progressMethod: 'extrapolation', ...level },
    quantity && 'baseline' in level ? { progressFrom: 'baseline', baseline } : {},
    quantity ? { firmness: 'strive', outsideControl: true } : {},
  );
}
