import { criterionKind, isJudging } from '../criterion/index.js';
import { measureKind, traitsOf } from '../measure/index.js';
import type { PlanKnowledge } from './plan-knowledge.js';
import type { Criterion, Measure, Target } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';
import { unknownUnit } from './unknown-unit.js';

/** What is wrong between a target's measure and its criterion. */
export function* checkCriterion(target: Target, knowledge: PlanKnowledge): Iterable<PlanFinding> {
  const { measure, criterion, baseline } = target;
  yield* checkPair(measure, criterion, ['criterion'], knowledge);
  const hasReference = 'reference' in measure || baseline !== undefined;
  if (
    criterionKind(criterion).againstReference &&
    !hasReference &&
    measureKind(measure).criteria.includes(criterion.kind)
  ) {
    yield { code: 'plan-criterion-baseline', path: ['criterion'] };
  }
  const dimension = dimensionOf(measure, knowledge);
  for (const [known, path] of [
    [baseline, ['baseline', 'unit']],
    [
      'baseline' in measure && typeof measure.baseline === 'object' ? measure.baseline : undefined,
      ['measure', 'baseline', 'unit'],
    ],
  ] as const) {
    if (!known || !('unit' in known)) continue;
    const unit = knowledge.unitOf(known.unit);
    if (unit && dimension !== undefined && unit.dimension !== dimension) {
      yield { code: 'plan-unit-dimension', path, params: { unit: known.unit, expected: dimension } };
    }
  }
}

/** What is wrong between one measure and one criterion. */
export function* checkPair(
  measure: Measure,
  criterion: Criterion,
  path: readonly PropertyKey[],
  knowledge: PlanKnowledge,
): Iterable<PlanFinding> {
  if (!isJudging(criterion)) return;
  if (!measureKind(measure).criteria.includes(criterion.kind)) {
    yield {
      code: 'plan-criterion-measure',
      path: [...path, 'kind'],
      params: { criterion: criterion.kind, measure: measure.kind },
    };
    return;
  }
  if ('grade' in criterion) {
    yield* checkGrade(measure, criterion.grade, [...path, 'grade'], knowledge);
  }
  if (!('unit' in criterion)) return;
  const fault = unitFault(measure, criterion.unit, knowledge);
  if (fault) yield { ...fault, path: [...path, 'unit'] };
  else yield* checkValues(measure, criterion, path, knowledge);
}

function unitFault(
  measure: Measure,
  name: string,
  knowledge: PlanKnowledge,
): Pick<PlanFinding, 'code' | 'params'> | undefined {
  const unit = knowledge.unitOf(name);
  const dimension = dimensionOf(measure, knowledge);
  if (!unit) return unknownUnit(name, [], knowledge.unitOf, dimension);
  if (dimension !== undefined) {
    if (unit.dimension === dimension) return undefined;
    return { code: 'plan-unit-dimension', params: { unit: name, expected: dimension } };
  }
  if (unit.counts || (traitsOf(measure).takesPercent && unit.dimension === 'share')) return undefined;
  return { code: 'plan-unit-counting', params: { unit: name, measure: measure.kind } };
}

function* checkValues(
  measure: Measure,
  criterion: Extract<Criterion, { unit: string }>,
  path: readonly PropertyKey[],
  { indicators, unitOf }: PlanKnowledge,
): Iterable<PlanFinding> {
  const bounds = 'lower' in criterion ? { lower: criterion.lower, upper: criterion.upper } : { value: criterion.value };
  const { isSigned, isShare } = traitsOf(measure);
  for (const [key, value] of Object.entries(bounds)) {
    if (value < 0 && !isSigned) yield { code: 'plan-negative', path: [...path, key], params: { got: value } };
  }
  if ('lower' in criterion && criterion.upper < criterion.lower) {
    const params = { from: criterion.lower, to: criterion.upper };
    yield { code: 'plan-bounds-order', path: [...path, 'upper'], params };
  }
  const unit = unitOf(criterion.unit);
  const most = unit?.name === '%' ? 100 : unit?.name === '‰' ? 1000 : Number.POSITIVE_INFINITY;
  const indicator = 'indicator' in measure ? indicators.get(measure.indicator) : undefined;
  const capped = isShare || (indicator?.type === 'ratio' && indicator.part !== false);
  const [key, asked] = 'value' in criterion ? ['value', criterion.value] : ['lower', criterion.lower];
  if (capped && typeof asked === 'number' && asked > most) {
    yield {
      code: 'plan-share-above-whole',
      path: [...path, String(key)],
      params: { got: asked, unit: criterion.unit },
    };
  }
}

function* checkGrade(
  measure: Measure,
  grade: number,
  path: readonly PropertyKey[],
  { indicators }: PlanKnowledge,
): Iterable<PlanFinding> {
  const indicator = 'indicator' in measure ? indicators.get(measure.indicator) : undefined;
  if (indicator?.type !== 'grade') return;
  const { best, worst } = indicator;
  if (grade < Math.min(best, worst) || grade > Math.max(best, worst)) {
    yield { code: 'plan-grade-range', path, params: { got: grade, best, worst } };
  }
}

/** Dimension a measure's figures have; `undefined` where several do. */
function dimensionOf(measure: Measure, { indicators, unitOf }: PlanKnowledge): string | undefined {
  const { dimension } = measureKind(measure);
  if (dimension === 'share') return dimension;
  const indicator = dimension === 'indicator' && 'indicator' in measure ? indicators.get(measure.indicator) : undefined;
  return indicator?.type === 'quantity' ? unitOf(indicator.unit)?.dimension : undefined;
}
