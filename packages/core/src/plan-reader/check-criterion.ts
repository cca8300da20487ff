import { isJudging } from '../criterion/index.js';
import type { PlanKnowledge } from './plan-knowledge.js';
import type { Criterion, Measure, Target } from '../plan/plan.js';
import type { PlanFinding } from './schema-issue.js';
import { unknownUnit } from './unknown-unit.js';

const NUMERIC = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'between', 'about'] as const;

/** Criteria that a figure of each measure can meet; `observe` goes with all. */
const CRITERIA: Readonly<Record<Measure['kind'], readonly Criterion['kind'][]>> = {
  stock: [...NUMERIC, 'none', 'notAbove'],
  flow: [...NUMERIC, 'none', 'notAbove'],
  cumulative: [...NUMERIC, 'none'],
  count: [...NUMERIC, 'every', 'none'],
  change: [...NUMERIC, 'none'],
  growth: [...NUMERIC, 'notAbove'],
  rate: [...NUMERIC, 'every', 'none'],
  share: [...NUMERIC, 'every', 'none'],
  remaining: ['none', 'atMost', 'lessThan', 'between', 'about'],
  grade: ['gradeAtLeast'],
  state: ['done'],
  checklist: [...NUMERIC, 'every', 'done'],
  occurrence: [...NUMERIC, 'every', 'none', 'done'],
  assignment: [...NUMERIC, 'every', 'done'],
  case: [...NUMERIC, 'every', 'none', 'done'],
};

/** What is wrong between a target's measure and its criterion. */
export function* checkCriterion(target: Target, knowledge: PlanKnowledge): Iterable<PlanFinding> {
  const { measure, criterion, baseline } = target;
  yield* checkPair(measure, criterion, ['criterion'], knowledge);
  const hasReference = measure.kind === 'growth' || baseline !== undefined;
  if (criterion.kind === 'notAbove' && !hasReference && CRITERIA[measure.kind].includes('notAbove')) {
    yield { code: 'plan-criterion-baseline', path: ['criterion'] };
  }
  const dimension = dimensionOf(measure, knowledge);
  for (const [known, path] of [
    [baseline, ['baseline', 'unit']],
    [measure.kind === 'change' ? measure.baseline : undefined, ['measure', 'baseline', 'unit']],
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
  if (!CRITERIA[measure.kind].includes(criterion.kind)) {
    yield {
      code: 'plan-criterion-measure',
      path: [...path, 'kind'],
      params: { criterion: criterion.kind, measure: measure.kind },
    };
    return;
  }
  if (criterion.kind === 'gradeAtLeast') {
    yield* checkGrade(measure, criterion.grade, [...path, 'grade'], knowledge);
  }
  if (!('unit' in criterion)) return;
  const fault = unitFault(measure, criterion.unit, knowledge);
  if (fault) yield { ...fault, path: [...path, 'unit'] };
  else yield* checkValues(measure, criterion, path, knowledge);
}

/** Dimension a measure's figures have; `undefined` where several do. */
function dimensionOf(measure: Measure, { indicators, unitOf }: PlanKnowledge): string | undefined {
  switch (measure.kind) {
    case 'growth':
    case 'rate':
      return 'share';
    case 'stock':
    case 'flow':
    case 'cumulative':
    case 'change': {
      const indicator = indicators.get(measure.indicator);
      return indicator?.type === 'quantity' ? unitOf(indicator.unit)?.dimension : undefined;
    }
    default:
      return undefined;
  }
}

function unitFault(
  measure: Measure,
  name: string,
  knowledge: PlanKnowledge,
): Pick<PlanFinding, 'code' | 'params'> | undefined {
  const unit = knowledge.unitOf(name);
  const dimension = dimensionOf(measure, knowledge);
  if (!unit) return unknownUnit(name, [], dimension);
  if (dimension !== undefined) {
    if (unit.dimension === dimension) return undefined;
    return { code: 'plan-unit-dimension', params: { unit: name, expected: dimension } };
  }
  const asShare = measure.kind !== 'count' && measure.kind !== 'remaining' && measure.kind !== 'occurrence';
  if (unit.counts || (asShare && unit.dimension === 'share')) return undefined;
  return { code: 'plan-unit-counting', params: { unit: name, measure: measure.kind } };
}

function* checkValues(
  measure: Measure,
  criterion: Extract<Criterion, { unit: string }>,
  path: readonly PropertyKey[],
  { indicators, unitOf }: PlanKnowledge,
): Iterable<PlanFinding> {
  const bounds =
    criterion.kind === 'between'
      ? { lower: criterion.lower, upper: criterion.upper }
      : { value: criterion.value };
  const signed = measure.kind === 'change' || measure.kind === 'growth';
  for (const [key, value] of Object.entries(bounds)) {
    if (value < 0 && !signed) yield { code: 'plan-negative', path: [...path, key], params: { got: value } };
  }
  if (criterion.kind === 'between' && criterion.upper < criterion.lower) {
    const params = { from: criterion.lower, to: criterion.upper };
    yield { code: 'plan-bounds-order', path: [...path, 'upper'], params };
  }
  const unit = unitOf(criterion.unit);
  const most = unit?.name === '%' ? 100 : unit?.name === '‰' ? 1000 : Number.POSITIVE_INFINITY;
  const indicator = measure.kind === 'rate' ? indicators.get(measure.indicator) : undefined;
  const capped = measure.kind === 'share' || (indicator?.type === 'ratio' && indicator.part !== false);
  const [key, asked] = 'value' in criterion ? ['value', criterion.value] : ['lower', criterion.lower];
  if (capped && typeof asked === 'number' && asked > most) {
    yield { code: 'plan-share-above-whole', path: [...path, String(key)], params: { got: asked, unit: criterion.unit } };
  }
}

function* checkGrade(
  measure: Measure,
  grade: number,
  path: readonly PropertyKey[],
  { indicators }: PlanKnowledge,
): Iterable<PlanFinding> {
  const indicator = measure.kind === 'grade' ? indicators.get(measure.indicator) : undefined;
  if (indicator?.type !== 'grade') return;
  const { best, worst } = indicator;
  if (grade < Math.min(best, worst) || grade > Math.max(best, worst)) {
    yield { code: 'plan-grade-range', path, params: { got: grade, best, worst } };
  }
}
