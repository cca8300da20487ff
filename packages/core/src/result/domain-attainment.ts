/** One target at one area: a ranking attainment, which is no verdict. */
export interface RankedTarget {
  readonly target: string;
  /** The area's own figure over its known members, in `unit`; `null` without data. */
  readonly figure: number | null;
  /** The percentage the plan asks, the area's own task-table value, or 0 where none may be left. */
  readonly required: number;
  readonly unit: string;
  /** figure ÷ required, downward required ÷ figure, 0…1; `null` without data. */
  readonly attainment: number | null;
}

/** How far one area is with one domain; no verdict. */
export interface DomainAttainment {
  readonly domain: string;
  /** Mean over the targets with data, 0…1; `null` without any. */
  readonly attainment: number | null;
  /** Targets with data, out of those that ask something of the area. */
  readonly completeness: { readonly reported: number; readonly total: number };
  readonly targets: readonly RankedTarget[];
}
