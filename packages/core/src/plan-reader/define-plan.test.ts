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
