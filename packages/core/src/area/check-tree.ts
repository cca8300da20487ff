import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { DigitIndex, listShorter } from './area-digits.js';
import { depthOf, LEVELS } from './level.js';
import type { PlacedArea } from './placed-area.js';

/**
 * Keeps the areas that form a tree: each code once, every parent there and one level above. A parent may be written in
 * another number of digits than its own code.
 * What hangs below a refused area is refused with it, each with its own place.
 */
export function keepTree(placed: readonly PlacedArea[], found: DiagnosticList): readonly PlacedArea[] {
  const byCode = keepFirst(placed, found);
  const outermost = Math.min(
    ...LEVELS.map((level, depth) => (hasRoot(byCode, level) ? depth : Number.POSITIVE_INFINITY)),
  );
  const standing = new Map<string, boolean>();
  for (const code of byCode.keys()) settle(code, byCode, outermost, standing, found);
  return [...byCode.values()].filter(({ area }) => standing.get(area.code) === true);
}

function hasRoot(byCode: ReadonlyMap<string, PlacedArea>, level: string): boolean {
  for (const { area } of byCode.values()) if (area.parent === '' && area.level === level) return true;
  return false;
}

function keepFirst(placed: readonly PlacedArea[], found: DiagnosticList): Map<string, PlacedArea> {
  const byCode = new Map<string, PlacedArea>();
  for (const one of placed) {
    const { code } = one.area;
    const first = byCode.get(code);
    if (first) found.add('area-code-twice', `${one.place} code`, { code, first: first.place });
    else byCode.set(code, one);
  }
  const digits = new DigitIndex(byCode);
  for (const [code, one] of byCode) {
    for (const other of listShorter(code)) {
      const first = byCode.get(other);
      if (first) found.add('area-code-digits', `${one.place} code`, { code, other, first: first.place });
    }
    const { parent } = one.area;
    const above = parent === '' || byCode.has(parent) ? undefined : digits.get(parent);
    if (above) byCode.set(code, { ...one, area: { ...one.area, parent: above.area.code } });
  }
  return byCode;
}

/** Decides an area and everything above it that is not decided yet, from the top down. */
function settle(
  start: string,
  byCode: ReadonlyMap<string, PlacedArea>,
  outermost: number,
  standing: Map<string, boolean>,
  found: DiagnosticList,
): void {
  const path: string[] = [];
  const onPath = new Set<string>();
  let code = start;
  while (byCode.has(code) && !standing.has(code)) {
    if (onPath.has(code)) {
      refuseCycle(path.slice(path.indexOf(code)), byCode, standing, found);
      break;
    }
    path.push(code);
    onPath.add(code);
    code = byCode.get(code)?.area.parent ?? '';
  }
  for (const next of path.reverse()) {
    if (standing.has(next)) continue;
    standing.set(next, stands(byCode.get(next) as PlacedArea, byCode, outermost, standing, found));
  }
}

/** Codes of a circle that are listed; one of thousands is no help. */
const LISTED = 12;

function refuseCycle(
  cycle: readonly string[],
  byCode: ReadonlyMap<string, PlacedArea>,
  standing: Map<string, boolean>,
  found: DiagnosticList,
): void {
  const ring = [...cycle.slice(0, LISTED), ...(cycle.length > LISTED ? ['…'] : []), cycle[0]].join(' → ');
  for (const code of cycle) {
    standing.set(code, false);
    found.add('area-cycle', `${byCode.get(code)?.place} parent`, { ring });
  }
}

function stands(
  { area, place }: PlacedArea,
  byCode: ReadonlyMap<string, PlacedArea>,
  outermost: number,
  standing: ReadonlyMap<string, boolean>,
  found: DiagnosticList,
): boolean {
  const at = `${place} parent`;
  const { parent, level, code } = area;
  if (parent === '') {
    if (depthOf(level) === outermost) return true;
    found.add('area-parent-missing', at, { code, level });
    return false;
  }
  const above = byCode.get(parent);
  if (!above) {
    found.add('area-parent-unknown', at, { code, parent });
    return false;
  }
  if (standing.get(parent) !== true) {
    found.add('area-parent-refused', at, { code, parent, first: above.place });
    return false;
  }
  if (depthOf(above.area.level) + 1 === depthOf(level)) return true;
  found.add('area-parent-level', at, { level, parent, parentLevel: above.area.level });
  return false;
}
