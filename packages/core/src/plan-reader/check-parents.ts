import type { Indicator, Target } from '../plan/plan.js';
import type { UnitLookup } from '../plan/plan-units.js';
import type { PlanFinding } from './schema-issue.js';

interface ParentContext {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly named: (list: string) => ReadonlySet<string>;
  readonly unitOf: UnitLookup;
  readonly pathOf: (target: Target) => readonly PropertyKey[];
  readonly found: PlanFinding[];
}

interface TargetTies {
  readonly byId: ReadonlyMap<string, Target>;
  /** Targets that are parts of themselves. */
  readonly circular: ReadonlySet<Target>;
}

/**
 * Checks the totals (`parent`) targets are parts of. A part of nothing, of itself or of another
 * dimension is refused; a part of a refused total stays, on its own.
 */
export function checkParents(targets: readonly Target[], context: ParentContext): readonly Target[] {
  const { named, found, pathOf } = context;
  const byId = new Map(targets.map((target) => [target.id, target]));
  const circular = findCircles(byId);
  const refused = new Set<Target>();
  for (const target of targets) {
    if (target.parent === undefined) continue;
    const finding = checkParent(target, target.parent, { ...context, byId, circular });
    if (!finding) continue;
    found.push({ ...finding, path: [...pathOf(target), 'parent'] });
    if (finding.code !== 'plan-parent-refused') refused.add(target);
  }
  const ids = named('targets');
  return targets.flatMap((target) => {
    if (refused.has(target)) return [];
    const total = target.parent === undefined ? undefined : byId.get(target.parent);
    if (target.parent === undefined || (total && !refused.has(total))) return [target];
    if (total && ids.has(target.parent)) {
      const params = { parent: target.parent };
      found.push({ code: 'plan-parent-refused', path: [...pathOf(target), 'parent'], params });
    }
    const { parent: _, ...alone } = target;
    return [alone];
  });
}

function checkParent(
  target: Target,
  parent: string,
  { indicators, named, unitOf, byId, circular }: ParentContext & TargetTies,
): Pick<PlanFinding, 'code' | 'params'> | undefined {
  const total = byId.get(parent);
  if (!total) {
    const code = named('targets').has(parent) ? 'plan-parent-refused' : 'plan-parent-unknown';
    return { code, params: { parent } };
  }
  if (circular.has(target)) return { code: 'plan-parent-cycle', params: { parent } };
  const [part, whole] = [dimensionOf(target, indicators, unitOf), dimensionOf(total, indicators, unitOf)];
  if (part === undefined || whole === undefined || part === whole) return undefined;
  return { code: 'plan-parent-dimension', params: { parent } };
}

/** Targets that are parts of themselves. Each is followed once. */
function findCircles(byId: ReadonlyMap<string, Target>): ReadonlySet<Target> {
  const done = new Set<Target>();
  const circular = new Set<Target>();
  for (const start of byId.values()) {
    const path = new Set<Target>();
    let target: Target | undefined = start;
    while (target && !done.has(target) && !path.has(target)) {
      path.add(target);
      target = byId.get(target.parent ?? '');
    }
    let closed = false;
    for (const one of path) {
      closed ||= one === target;
      if (closed) circular.add(one);
      done.add(one);
    }
  }
  return circular;
}

function dimensionOf(
  { measure }: Target,
  indicators: ReadonlyMap<string, Indicator>,
  unitOf: UnitLookup,
): string | undefined {
  if (!('indicator' in measure)) return undefined;
  const indicator = indicators.get(measure.indicator);
  return indicator?.type === 'quantity' ? unitOf(indicator.unit)?.dimension : undefined;
}
