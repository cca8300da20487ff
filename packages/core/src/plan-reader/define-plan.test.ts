import { describe, expect, expectTypeOf, test } from 'vitest';
import { definePlan, findTarget } from './define-plan.js';
import type { PlanDomainId, PlanIndicatorId, PlanTargetId } from './define-plan.js';
import type { Plan } from '../plan/plan.js';

const text = { zh: '示例', en: 'example' } as const;

const plan = definePlan({
  id: 'county',
  title: text,
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: text }],
  indicators: [
    { id: 'vegetables', name: text, type: 'quantity', unit: '万亩' },
    { id: 'income', name: text, type: 'quantity', unit: '万元' },
  ],
  targets: [
    {
      id: 'vegetable-area',
      clause: '二(二)1',
      domain: 'industry',
      name: text,
      measure: { kind: 'stock', indicator: 'vegetables' },
      criterion: { kind: 'atLeast', value: 25, unit: '万亩' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, rollUp: 'reported' },
    },
  ],
});

const target = {
  id: 'other',
  clause: '二(二)1',
  domain: 'industry',
  name: text,
  measure: { kind: 'stock', indicator: 'vegetables' },
  criterion: { kind: 'atLeast', value: 25, unit: '亩' },
  schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
  scope: { owes: { level: 'county' }, rollUp: 'reported' },
} as const;

const { targets: _, ...rest } = plan;

describe('definePlan', () => {
  test('keeps ids, units and measures as literal types', () => {
    expectTypeOf<PlanTargetId<typeof plan>>().toEqualTypeOf<'vegetable-area'>();
    expectTypeOf<PlanIndicatorId<typeof plan>>().toEqualTypeOf<'vegetables' | 'income'>();
    expectTypeOf<PlanDomainId<typeof plan>>().toEqualTypeOf<'industry'>();
    const found = findTarget(plan, 'vegetable-area');
    expectTypeOf(found.criterion.unit).toEqualTypeOf<'万亩'>();
    expectTypeOf(found.measure.kind).toEqualTypeOf<'stock'>();
    expect(found.criterion.value).toBe(25);
  });

  test('asking for a target the plan does not have does not compile', () => {
    // @ts-expect-error the plan has no such target
    expect(() => findTarget(plan, 'vegetable-parks')).toThrow('unknown target: "vegetable-parks"');
    // @ts-expect-error no such id
    const id: PlanTargetId<typeof plan> = 'vegetable-parks';
    expect(id).toBe('vegetable-parks');
  });

  test('of a plan from a file any id compiles', () => {
    const loaded: Plan = plan;
    expectTypeOf<PlanTargetId<Plan>>().toEqualTypeOf<string>();
    expect(findTarget(loaded, 'vegetable-area').id).toBe('vegetable-area');
  });

  test('a unit of the same dimension compiles, one of another does not', () => {
    expect(definePlan({ ...rest, targets: [target] }).targets).toHaveLength(1);
    expect(() =>
      definePlan({
        ...rest,
        // @ts-expect-error 万元 is money, the indicator is an area
        targets: [{ ...target, criterion: { kind: 'atLeast', value: 25, unit: '万元' } }],
      }),
    ).toThrow('definePlan targets[0].criterion.unit: the unit "万元" is of another dimension than the indicator, area');
  });

  const money = {
    ...rest,
    units: [
      { id: 'Rwf', dimension: 'money.RWF' },
      { id: 'million Rwf', of: 1_000_000, unit: 'Rwf' },
      { id: 'bag', dimension: 'mass', of: 50, unit: 'kg' },
      { name: 'hives', counts: true },
    ],
    indicators: [
      { id: 'revenue', name: text, type: 'quantity', unit: 'Rwf' },
      { id: 'maize', name: text, type: 'quantity', unit: '公斤' },
      { id: 'bags', name: text, type: 'quantity', unit: 'bag' },
      { id: 'bees', name: text, type: 'quantity', unit: 'hives' },
    ],
  } as const;
  const of = <const I extends string, const U extends string>(indicator: I, unit: U) =>
    ({
      ...target,
      measure: { kind: 'stock', indicator },
      criterion: { kind: 'atLeast', value: 25, unit },
    }) as const;

  test('units of the plan’s own compile where they convert', () => {
    const targets = [
      of('revenue', 'million Rwf'),
      { ...of('maize', 'bag'), id: 'b' },
      { ...of('bags', '吨'), id: 'c' },
      { ...of('bees', 'hives'), id: 'd' },
    ] as const;
    const declared = definePlan({ ...money, targets });
    expectTypeOf(findTarget(declared, 'b').criterion.unit).toEqualTypeOf<'bag'>();
    expect(declared.targets).toHaveLength(4);
    // @ts-expect-error a bag is a mass, and no money
    expect(() => definePlan({ ...money, targets: [of('revenue', 'bag')] })).toThrow('"bag" is of another dimension');
    // @ts-expect-error two currencies
    expect(() => definePlan({ ...money, targets: [of('revenue', '元')] })).toThrow('"元" is of another dimension');
    // @ts-expect-error hives convert into nothing
    expect(() => definePlan({ ...money, targets: [of('bees', '个')] })).toThrow('"个" is of another dimension');
    // @ts-expect-error no such unit
    expect(() => definePlan({ ...money, targets: [of('maize', 'bags')] })).toThrow(
      'unknown unit "bags"; there is bag, ',
    );
  });

  test('an indicator in a unit the plan does not have does not compile', () => {
    expect(() =>
      definePlan({
        ...money,
        // @ts-expect-error no such unit
        indicators: [{ id: 'revenue', name: text, type: 'quantity', unit: 'Frw' }],
        targets: [],
      }),
    ).toThrow('definePlan indicators[0].unit: unknown unit "Frw"; there is Rwf, million Rwf, bag, hives, ');
  });

  test('a unit that is so many of one the plan does not have does not compile', () => {
    expect(() =>
      definePlan({
        ...money,
        units: [
          { id: 'Rwf', dimension: 'money.RWF' },
          // @ts-expect-error no such unit
          { id: 'sack', of: 20, unit: 'pood' },
        ],
        indicators: [{ id: 'revenue', name: text, type: 'quantity', unit: 'Rwf' }],
        targets: [],
      }),
    ).toThrow('definePlan units[1].unit: unknown unit "pood"; there is Rwf, ');
  });

  test('a multiple, and another spelling, of a unit compile', () => {
    const indicators = [
      { id: 'milk', name: text, type: 'quantity', unit: 't' },
      { id: 'land', name: text, type: 'quantity', unit: '千公顷' },
    ] as const;
    expect(
      definePlan({ ...rest, indicators, targets: [of('milk', '公斤'), { ...of('land', '亩'), id: 'l' }] }),
    ).toBeTruthy();
  });

  test('an unknown indicator or domain does not compile', () => {
    expect(() =>
      definePlan({
        ...rest,
        // @ts-expect-error no such indicator
        targets: [{ ...target, measure: { kind: 'stock', indicator: 'vegetable' } }],
      }),
    ).toThrow('definePlan targets[0].measure.indicator: the plan has no indicator "vegetable"');
    expect(() =>
      definePlan({
        ...rest,
        // @ts-expect-error no such domain
        targets: [{ ...target, domain: 'industries' }],
      }),
    ).toThrow('definePlan targets[0].domain: the plan has no domain "industries"');
  });

  test('a text may be in one language, and then says the same in the other', () => {
    const chinese = definePlan({
      ...rest,
      title: { zh: '三年行动' },
      domains: [{ id: 'industry', name: { en: 'Industry' } }],
      targets: [{ ...target, name: { zh: '菜地' } }],
    });
    expect(chinese.title).toEqual({ zh: '三年行动', en: '三年行动' });
    expect(chinese.domains[0].name).toEqual({ zh: 'Industry', en: 'Industry' });
    expectTypeOf(chinese.title.en).toEqualTypeOf<'三年行动'>();
    expectTypeOf<PlanTargetId<typeof chinese>>().toEqualTypeOf<'other'>();
    const whole: Plan = chinese;
    expect(findTarget(chinese, 'other').name.en).toBe('菜地');
    expect(whole.title.en).toBe('三年行动');
  });

  test('a text in no language does not compile', () => {
    // @ts-expect-error neither zh nor en
    expect(() => definePlan({ ...rest, title: {}, targets: [target] })).toThrow('title');
    // @ts-expect-error a text is not a string
    expect(() => definePlan({ ...rest, title: '三年行动', targets: [target] })).toThrow('title');
  });
});
