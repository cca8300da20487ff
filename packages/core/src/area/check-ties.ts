import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Area } from './area.js';
import { isCode } from './create-roster.js';
import type { PlacedArea } from './parse-areas.js';

/** Areas without the aliases and successors that cannot be used, each left out with its place. */
export function checkTies(kept: readonly PlacedArea[], found: DiagnosticList): readonly Area[] {
  const byCode = new Map(kept.map((one) => [one.area.code, one]));
  const owners = new Map<string, PlacedArea>();
  return kept.map((one) => {
    const successor = checkSuccessor(one, byCode, found);
    const aliases = checkAliases(one, byCode, owners, found);
    return { ...one.area, aliases, successor };
  });
}

/** An old code must lead to one area; names may repeat. */
function checkAliases(
  one: PlacedArea,
  byCode: ReadonlyMap<string, PlacedArea>,
  owners: Map<string, PlacedArea>,
  found: DiagnosticList,
): readonly string[] {
  return one.area.aliases.filter((alias) => {
    if (!isCode(alias) || alias === one.area.code) return true;
    const owner = byCode.get(alias) ?? owners.get(alias);
    if (owner && owner !== one) {
      found.add('area-alias-taken', `${one.place} aliases`, { alias, first: owner.place });
      return false;
    }
    owners.set(alias, one);
    return true;
  });
}

function checkSuccessor(
  { area, place }: PlacedArea,
  byCode: ReadonlyMap<string, PlacedArea>,
  found: DiagnosticList,
): string {
  const { successor, code } = area;
  const at = `${place} successor`;
  if (successor === '') return '';
  if (!byCode.has(successor)) {
    found.add('area-successor-unknown', at, { successor });
    return '';
  }
  if (area.validTo === '') {
    found.add('area-successor-undated', at, { successor });
    return '';
  }
  const seen = new Set<string>([code]);
  for (let next = successor; next !== ''; next = byCode.get(next)?.area.successor ?? '') {
    if (seen.has(next)) {
      found.add('area-successor-cycle', at, { code, successor });
      return '';
    }
    seen.add(next);
  }
  return successor;
}
