import { criterionKind } from '../criterion/index.js';
import { measureKind } from '../measure/index.js';
import type { MeasureOf } from '../measure/measure-kind.js';
import { checkPair } from './check-criterion.js';
import type { PlanKnowledge } from './plan-knowledge.js';
import type { Measure, Predicate } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';
import { checkBaseline } from './unknown-unit.js';

/** What is wrong with the references of a measure. */
export function* checkMeasure(
  measure: Measure,
  path: readonly PropertyKey[],
  knowledge: PlanKnowledge,
): Iterable<PlanFinding> {
  if ('predicate' in measure) yield* checkPredicate(measure.predicate, [...path, 'predicate'], knowledge);
  if ('items' in measure) yield* checkItems(measure, [...path, 'items'], knowledge);
  if (!('indicator' in measure)) return;
  yield* checkIndicator(measure.indicator, measure, [...path, 'indicator'], knowledge);
  if ('baseline' in measure) yield* checkBaseline(measure.baseline, [...path, 'baseline'], knowledge.unitOf);
}

function* checkItems(
  measure: MeasureOf<'checklist'>,
  path: readonly PropertyKey[],
  knowledge: PlanKnowledge,
): Iterable<PlanFinding> {
  const seen = new Set<string>();
  for (const [index, item] of measure.items.entries()) {
    yield* checkIndicator(item, measure, [...path, index], knowledge);
    if (seen.has(item)) yield { code: 'plan-item-twice', path: [...path, index], params: { id: item } };
    seen.add(item);
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
  if (criterionKind(criterion).againstReference)
    yield { code: 'plan-criterion-baseline', path: [...path, 'criterion'] };
}

function* checkIndicator(
  id: string,
  measure: Measure,
  path: readonly PropertyKey[],
  { indicators, named }: PlanKnowledge,
): Iterable<PlanFinding> {
  const types = measureKind(measure).indicatorTypes;
  const indicator = indicators.get(id);
  if (!indicator) {
    const code = named('indicators').has(id) ? 'plan-indicator-refused' : 'plan-indicator-unknown';
    yield { code, path, params: { indicator: id } };
  } else if (!types.includes(indicator.type)) {
    yield {
      code: 'plan-indicator-type',
      path,
      params: { indicator: id, type: indicator.type, measure: measure.kind, expected: types.join(', ') },
    };
  }
}
