import { findUnit } from '../quantity/unit.js';
import type { Indicator, Target } from './plan.js';
import type { PlanFinding } from './schema-issue.js';

interface ParentContext {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly named: (list: string) => ReadonlySet<string>;
  readonly pathOf: (target: Target) => readonly PropertyKey[];
  readonly found: PlanFinding[];
}

/**
 * Checks the totals (`parent`) targets are parts of. A part of nothing, of itself or of another
 * dimension is refused; a part of a refused total stays, on its own.
 */
export function checkParents(targets: readonly Target[], context: ParentContext): readonly Target[] {
  const { named, found, pathOf } = context;
  const byId = new Map(targets.map((target) => [target.id, target]));
  const refused = new Set<Target>();
  for (const target of targets) {
    if (target.parent === undefined) continue;
    const finding = checkParent(target, target.parent, byId, context);
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
  byId: ReadonlyMap<string, Target>,
  { indicators, named }: ParentContext,
): Pick<PlanFinding, 'code' | 'params'> | undefined {
  const total = byId.get(parent);
  if (!total) {
    const code = named('targets').has(parent) ? 'plan-parent-refused' : 'plan-parent-unknown';
    return { code, params: { parent } };
  }
  const seen = new Set([target.id]);
  for (let above: Target | undefined = total; above; above = byId.get(above.parent ?? '')) {
    if (above.id === target.id) return { code: 'plan-parent-cycle', params: { parent } };
    if (seen.has(above.id)) break;
    seen.add(above.id);
  }
  const [part, whole] = [dimensionOf(target, indicators), dimensionOf(total, indicators)];
  if (part === undefined || whole === undefined || part === whole) return undefined;
  return { code: 'plan-parent-dimension', params: { parent } };
}

function dimensionOf({ measure }: Target, indicators: ReadonlyMap<string, Indicator>): string | undefined {
  if (!('indicator' in measure)) return undefined;
  const indicator = indicators.get(measure.indicator);
  return indicator?.type === 'quantity' ? findUnit(indicator.unit)?.dimension : undefined;
}
