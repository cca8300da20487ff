import type { Dataset } from '../observation/dataset.js';
import type { Day } from '../period/period.js';

/** Distinct areas each actor is tied to in a role at any time of a span of days. */
export function areasHeld(
  links: Dataset['links'],
  role: string,
  span: { readonly from: Day; readonly to: Day },
): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>();
  for (const link of links.get(role) ?? []) {
    if (!(link.from <= span.to && link.to >= span.from)) continue;
    const areas = held.get(link.actor);
    if (areas) areas.add(link.area);
    else held.set(link.actor, new Set([link.area]));
  }
  return held;
}

/** Ids of a register's members that stand on a day, in order; `undefined` for a register nobody reported. */
export function standingMembers(
  registers: Dataset['registers'],
  register: string,
  day: Day,
): readonly string[] | undefined {
  const rows = registers.get(register);
  if (!rows) return undefined;
  return [...new Set(rows.filter(({ from, to }) => from <= day && day <= to).map(({ id }) => id))];
}
