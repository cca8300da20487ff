import { criterionKind, isJudging } from '../criterion/index.js';
import type { Level } from '../plan/plan.js';
import type { FormedFrame } from '../frame/formed-frame.js';
import { compileTest } from '../criterion/test.js';
import { FLAG } from '../frame/frame.js';
import { hasPassMark } from '../judge/judged-window.js';
import type { RowFigures } from './row-figures.js';
import { isJudgedFromBelow, ROLE } from '../judge/standing.js';
import type { EvaluatedTarget } from '../judge/evaluated-target.js';

const MEMBER_UNITS: Readonly<Record<Level, string>> = { county: '县', township: '乡镇', village: '村' };

/** Counting word of members of a level. */
function memberUnit(level: Level): string {
  return MEMBER_UNITS[level];
}

/**
 * What is missing to pass: in members where members are counted, else in the target's unit.
 *
 * @returns 0 once passed, NaN where nothing is required or known.
 */
export function gapOf(evaluated: EvaluatedTarget, figures: RowFigures, { frame }: FormedFrame, row: number): number {
  const { compiled, roles, present } = evaluated;
  if (isJudgedFromBelow(evaluated, row))
    return Number.isNaN(figures.figure) ? Number.NaN : areasShort(evaluated, figures);
  if (Number.isNaN(figures.figure) || roles[row] !== ROLE.owes || !hasPassMark(present, row)) return Number.NaN;
  return criterionKind(compiled.criterion).gap({
    ...figures,
    shape: frame.shape,
    format: compiled.format,
    ofMembers: 'predicate' in compiled.measure || compiled.shape === 'share',
    counted: isCounted(evaluated, figures),
    passes: (a, b) => present.test(row).passes(a, b),
    short: () => shortOf(evaluated, figures, frame, row),
  });
}

/**
 * What a gap is counted in: owing areas above them, members where it says how many of them are missing, else the target's
 * unit.
 */
export function gapUnitOf(evaluated: EvaluatedTarget, row: number): string {
  const { compiled } = evaluated;
  const { measure, criterion, shape, format } = compiled;
  if (isJudgedFromBelow(evaluated, row)) return memberUnit(compiled.owes);
  if ('predicate' in measure && compiled.ofAreas) return memberUnit(compiled.from);
  const whole = shape === 'share' && criterionKind(criterion).asksAll;
  return whole && format === 'percent' ? MEMBER_OF_A_REGISTER : compiled.unit;
}

/** Counting word of works, firms, households, cases: whatever is neither an area nor counted in a unit of its own. */
const MEMBER_OF_A_REGISTER = '个';

/** Owing areas that are missing above them. */
function areasShort({ compiled }: EvaluatedTarget, { a, b, required }: RowFigures): number {
  const test = compileTest({ kind: 'atLeast', value: required, unit: '%' }, { shape: 'share', scaleA: 0, scaleB: 0 });
  return !isJudging(compiled.criterion) ? Number.NaN : Math.max(0, membersNeeded(test, b) - a);
}

/** What is missing up to the pass mark. */
function shortOf(
  { compiled, present }: EvaluatedTarget,
  figures: RowFigures,
  frame: FormedFrame['frame'],
  row: number,
): number {
  const test = present.test(row);
  if ((frame.flags[row] as number) & FLAG.percentage) return Math.max(0, figures.required - figures.figure);
  if ('predicate' in compiled.measure && frame.shape === 'share') {
    return Math.max(0, membersNeeded(test, figures.b) - figures.a);
  }
  return test.passes(figures.a, frame.b ? figures.b : 1) > 0 ? 0 : Math.max(0, figures.required - figures.figure);
}

/** Whether a figure counts whole things, so that a mark that excludes its number asks for one more, or one less. */
function isCounted({ context, compiled }: EvaluatedTarget, { figure }: RowFigures): boolean {
  return context.unitOf(compiled.unit)?.counts === true && Number.isInteger(figure);
}

/** Fewest members that pass a share, by halving: more passing members never fail. */
function membersNeeded(test: Pick<RowTest, 'passes'>, b: number): number {
  let [low, high] = [0, b];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test.passes(middle, b) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

type RowTest = ReturnType<EvaluatedTarget['present']['test']>;
