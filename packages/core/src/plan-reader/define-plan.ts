import type { UnitName } from '../quantity/unit.js';
import type { Plan } from '../plan/plan.js';
import type { Text, TextInput } from '../text/text.js';
import { completeTexts } from './complete-texts.js';
import type { IdOf, KnownUnit, UnitsLike } from './plan-unit-types.js';
import { parsePlan } from './parse-plan.js';

/** The same with texts that may be in one language alone. */
type Written<T> = T extends Text ? TextInput : T extends object ? { readonly [K in keyof T]: Written<T[K]> } : T;

/** A plan as it is written: each text in both languages, or in one, which then says the same in the other. */
export type PlanInput = Written<Plan>;

/** A plan as written, its texts in both languages. */
export type CompletePlan<P> = P extends { readonly zh: string; readonly en: string }
  ? P
  : P extends { readonly zh: infer Only extends string } | { readonly en: infer Only extends string }
    ? Readonly<Record<'zh' | 'en', Only>>
    : P extends object
      ? { readonly [K in keyof P]: CompletePlan<P[K]> }
      : P;

/** Ids of a plan's targets: literal types of a plan written with `definePlan`, else `string`. */
export type PlanTargetId<P extends PlanInput> = P['targets'][number]['id'];

/** Ids of a plan's indicators. */
export type PlanIndicatorId<P extends PlanInput> = P['indicators'][number]['id'];

/** Ids of a plan's domains. */
export type PlanDomainId<P extends PlanInput> = P['domains'][number]['id'];

/** One target of a plan, by its id. */
export type PlanTarget<P extends PlanInput, Id extends PlanTargetId<P>> =
  string extends PlanTargetId<P> ? P['targets'][number] : Extract<P['targets'][number], { readonly id: Id }>;

/** Unit of an indicator of a plan. */
type UnitOfIndicator<P extends PlanInput, Id> =
  Extract<P['indicators'][number], { readonly id: Id }> extends { readonly unit: infer U } ? U : string;

/** Units a criterion may use: those of the indicator's dimension, where its figure is a level or a sum. */
type CriterionUnit<P extends PlanInput, T> = T extends {
  readonly measure: { readonly kind: 'stock' | 'flow' | 'cumulative' | 'change'; readonly indicator: infer Id };
}
  ? UnitsLike<P, UnitOfIndicator<P, Id>>
  : string;

/**
 * What a compiler shows in place of a reference that leads nowhere. An object, for a text of its own would make the whole
 * target `never`, and every line of it an error.
 */
export interface NoSuch<What extends string, Got, Known> {
  readonly thePlanHasNo: What;
  readonly called: Got;
  readonly butHas: Known;
}

/** A reference that leads somewhere is left as it is. */
type Reference<What extends string, Got, Known, Shown = Known> = Got extends Known ? unknown : NoSuch<What, Got, Shown>;

/** What an indicator is counted or measured in. */
type CheckedIndicator<P extends PlanInput, I> = I extends { readonly unit: infer U }
  ? { readonly unit: Reference<'unit', U, KnownUnit<P>, UnitName | IdOf<NonNullable<P['units']>[number]>> }
  : unknown;

/** What a target may refer to. */
type CheckedTarget<P extends PlanInput, T> = (T extends { readonly domain: infer D }
  ? { readonly domain: Reference<'domain', D, PlanDomainId<P>> }
  : unknown) &
  (T extends { readonly parent: infer Q } ? { readonly parent: Reference<'target', Q, PlanTargetId<P>> } : unknown) &
  (T extends { readonly measure: { readonly indicator: infer I } }
    ? { readonly measure: { readonly indicator: Reference<'indicator', I, PlanIndicatorId<P>> } }
    : unknown) &
  (T extends { readonly criterion: { readonly unit: infer U } }
    ? { readonly criterion: { readonly unit: Reference<'unit', U, CriterionUnit<P, T>> } }
    : unknown);

type CheckedTargets<P extends PlanInput, T extends readonly unknown[]> = {
  readonly [K in keyof T]: T[K] & CheckedTarget<P, T[K]>;
};

type CheckedIndicators<P extends PlanInput, I extends readonly unknown[]> = {
  readonly [K in keyof I]: I[K] & CheckedIndicator<P, I[K]>;
};

/** What a unit of the plan's own is so many of. */
type CheckedUnits<P extends PlanInput, U> = U extends readonly unknown[]
  ? {
      readonly [K in keyof U]: U[K] &
        (U[K] extends { readonly unit: infer Base }
          ? { readonly unit: Reference<'unit', Base, KnownUnit<P>, UnitName | IdOf<NonNullable<P['units']>[number]>> }
          : unknown);
    }
  : unknown;

type WithCheckedUnits<P extends PlanInput> = undefined extends P['units']
  ? unknown
  : { readonly units: CheckedUnits<P, NonNullable<P['units']>> };

/** A plan whose references hold. */
export type CheckedPlan<P extends PlanInput> = P & {
  readonly targets: CheckedTargets<P, P['targets']>;
  readonly indicators: CheckedIndicators<P, P['indicators']>;
} & WithCheckedUnits<P>;

/**
 * Writes a plan in code, with its ids, units and measures as literal types. A text in one language alone says the same in
 * the other, as in a file.
 *
 * What a file would have reported as an error does not compile where types can tell: an unknown domain,
 * indicator or total, or a criterion in a unit of another dimension. The rest is checked when called.
 *
 * @throws TypeError listing everything wrong with the plan.
 * @example
 * const plan = definePlan({ id: 'county', targets: [{ id: 'vegetables', … }], … });
 * type Id = PlanTargetId<typeof plan>; // 'vegetables'
 */
export function definePlan<const P extends PlanInput>(plan: CheckedPlan<P>): CompletePlan<P> {
  const { diagnostics } = parsePlan(plan, { source: 'definePlan' });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new TypeError(errors.map(({ message }) => message).join('\n'));
  const complete: unknown = structuredClone(plan);
  completeTexts(complete);
  return complete as CompletePlan<P>;
}

/**
 * Finds a target of a plan by its id; of a plan written with `definePlan`, only ids it has compile.
 *
 * @throws RangeError for an id the plan does not have.
 */
export function findTarget<const P extends Plan, Id extends PlanTargetId<P>>(plan: P, id: Id): PlanTarget<P, Id> {
  const target = plan.targets.find((one) => one.id === id);
  if (!target) throw new RangeError(`unknown target: "${id}"`);
  return target as PlanTarget<P, Id>;
}
