import { checkPair } from './check-criterion.js';
import type { PlanKnowledge } from './plan-knowledge.js';
import type { Indicator, Measure, Predicate } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';
import { checkBaseline } from './unknown-unit.js';

/** Types of indicator a measure can be formed from. */
const TYPES = {
  stock: ['quantity'],
  flow: ['quantity'],
  cumulative: ['quantity'],
  change: ['quantity'],
  growth: ['quantity'],
  rate: ['ratio'],
  grade: ['grade'],
  state: ['state'],
} as const satisfies Partial<Record<Measure['kind'], readonly Indicator['type'][]>>;

/** What is wrong with the references of a measure. */
export function* checkMeasure(
  measure: Measure,
  path: readonly PropertyKey[],
  knowledge: PlanKnowledge,
): Iterable<PlanFinding> {
  switch (measure.kind) {
    case 'checklist': {
      const seen = new Set<string>();
      for (const [index, item] of measure.items.entries()) {
        yield* checkIndicator(item, ['state'], 'checklist', [...path, 'items', index], knowledge);
        if (seen.has(item)) yield { code: 'plan-item-twice', path: [...path, 'items', index], params: { id: item } };
        seen.add(item);
      }
      return;
    }
    case 'share':
      yield* checkPredicate(measure.predicate, [...path, 'predicate'], knowledge);
      return;
    case 'remaining':
      if ('predicate' in measure) yield* checkPredicate(measure.predicate, [...path, 'predicate'], knowledge);
      return;
    case 'count':
    case 'occurrence':
    case 'assignment':
    case 'case':
      return;
    default:
      if ('event' in measure) return;
      yield* checkIndicator(measure.indicator, TYPES[measure.kind], measure.kind, [...path, 'indicator'], knowledge);
      if (measure.kind === 'change') yield* checkBaseline(measure.baseline, [...path, 'baseline'], knowledge.unitOf);
  }
}

/** What is wrong with the predicate members are asked. */
function* checkPredicate(
  { measure, criterion }: Predicate,
  path: readonly PropertyKey[],
  knowledge: PlanKnowledge,
): Iterable<PlanFinding> {
  const wrong = [...checkMeasure(measure, [...path, 'measure'], knowledge)];
  yield* wrong;
  if (wrong.length > 0) return;
  yield* checkPair(measure, criterion, [...path, 'criterion'], knowledge);
  if (criterion.kind === 'notAbove') yield { code: 'plan-criterion-baseline', path: [...path, 'criterion'] };
}

function* checkIndicator(
  id: string,
  types: readonly Indicator['type'][],
  kind: Measure['kind'],
  path: readonly PropertyKey[],
  { indicators, named }: PlanKnowledge,
): Iterable<PlanFinding> {
  const indicator = indicators.get(id);
  if (!indicator) {
    const code = named('indicators').has(id) ? 'plan-indicator-refused' : 'plan-indicator-unknown';
    yield { code, path, params: { indicator: id } };
  } else if (!types.includes(indicator.type)) {
    yield {
      code: 'plan-indicator-type',
      path,
      params: { indicator: id, type: indicator.type, measure: kind, expected: types.join(', ') },
    };
  }
}
