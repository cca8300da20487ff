import type { DimensionOf, SpelledUnit, UnitOf, WrittenUnit } from '../quantity/unit.js';

/** A plan as far as its units are asked; what is not a literal type is a text like any other. */
interface WithUnits {
  readonly units?: readonly (
    | { readonly id: string; readonly dimension?: string; readonly unit?: string }
    | { readonly name: string }
  )[];
}

type DeclaredUnit<P extends WithUnits> = NonNullable<P['units']>[number];

/** The id of a declared unit. */
export type IdOf<U> = U extends { readonly id: infer Id } ? Id : U extends { readonly name: infer Id } ? Id : never;

/** Ids of the units a plan declares; `never` where it declares none. */
type OwnUnitId<P extends WithUnits> = IdOf<DeclaredUnit<P>>;

/** A unit by its id. */
type OwnUnit<P extends WithUnits, Id> = Extract<DeclaredUnit<P>, { readonly id: Id } | { readonly name: Id }>;

/** Units a plan may write: those of the table, in any spelling, and its own. */
export type KnownUnit<P extends WithUnits> = WrittenUnit | OwnUnitId<P>;

/** How many units that are made of one another are followed; beyond, and in a circle, the reader says what is wrong. */
type Steps = readonly [1, 2, 3, 4, 5, 6, 7, 8];

/** Dimension of a unit of a plan at compile time; `string` where types cannot tell. */
type DimensionIn<P extends WithUnits, U, Left extends readonly unknown[] = Steps> =
  U extends OwnUnitId<P>
    ? OwnUnit<P, U> extends { readonly dimension: infer D }
      ? D
      : OwnUnit<P, U> extends { readonly unit: infer Base }
        ? Left extends readonly [unknown, ...infer Rest]
          ? DimensionIn<P, Base, Rest>
          : string
        : `unit ${U & string}`
    : U extends WrittenUnit
      ? [SpelledUnit<U>] extends [never]
        ? string
        : DimensionOf<SpelledUnit<U>>
      : string;

/** Ids of the plan's units of a dimension. */
type OwnUnitOf<P extends WithUnits, D> = {
  [Id in OwnUnitId<P> & string]: string extends DimensionIn<P, Id> ? Id : DimensionIn<P, Id> extends D ? Id : never;
}[OwnUnitId<P> & string];

/** Units of a plan that convert into one; any text where types cannot tell. */
export type UnitsLike<P extends WithUnits, U> =
  DimensionIn<P, U> extends infer D ? (string extends D ? string : UnitOf<D> | OwnUnitOf<P, D>) : string;
