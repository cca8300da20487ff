import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Area } from './area.js';
import { DigitIndex } from './area-digits.js';
import { isCode } from './create-roster.js';
import type { PlacedArea } from './placed-area.js';
import { LONGEST_SUCCESSION } from './succession.js';

/** Areas without the aliases and successors that cannot be used, each left out with its place. */
export function checkTies(kept: readonly PlacedArea[], found: DiagnosticList): readonly Area[] {
  const byCode = new Map(kept.map((one) => [one.area.code, one]));
  const digits = new DigitIndex(byCode);
  const owners = new Map<string, PlacedArea>();
  const lengths = measureSuccessions(byCode, digits);
  return kept.map((one) => {
    const successor = checkSuccessor(one, { digits, lengths }, found);
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
  { digits, lengths }: { readonly digits: DigitIndex<PlacedArea>; readonly lengths: ReadonlyMap<string, number> },
  found: DiagnosticList,
): string {
  const { code } = area;
  const at = `${place} successor`;
  if (area.successor === '') return '';
  const successor = digits.get(area.successor)?.area.code ?? area.successor;
  if (!digits.get(successor)) {
    found.add('area-successor-unknown', at, { successor });
    return '';
  }
  if (area.validTo === '') {
    found.add('area-successor-undated', at, { successor });
    return '';
  }
  const length = lengths.get(code) ?? 0;
  if (length <= LONGEST_SUCCESSION) return successor;
  if (length === Number.POSITIVE_INFINITY) found.add('area-successor-cycle', at, { code, successor });
  else found.add('area-successor-chain', at, { code, length, limit: LONGEST_SUCCESSION });
  return '';
}

/** How many successors follow each area, infinitely many where they run in a circle. Each is followed once. */
function measureSuccessions(
  byCode: ReadonlyMap<string, PlacedArea>,
  digits: DigitIndex<PlacedArea>,
): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const start of byCode.keys()) {
    const path = new Set<string>();
    let code = start;
    while (byCode.has(code) && !lengths.has(code) && !path.has(code)) {
      path.add(code);
      const successor = byCode.get(code)?.area.successor ?? '';
      code = digits.get(successor)?.area.code ?? successor;
    }
    let length = path.has(code) ? Number.POSITIVE_INFINITY : (lengths.get(code) ?? -1);
    for (const one of [...path].reverse()) lengths.set(one, ++length);
  }
  return lengths;
}
