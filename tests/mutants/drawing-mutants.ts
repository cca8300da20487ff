import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Attainment, pace and light: what is drawn. */
export const drawingMutants: readonly Mutant[] = [
  mutant(
    'attainment with max for min',
    '§3.9: a mistake of others, percent of attainment taken with max instead of min',
    ['drawnOf', 'return Math.min(1, Math.max(0, ratio));', 'return Math.max(1, Math.max(0, ratio));'],
    'stock/just-below-value',
  ),
  mutant(
    'attainment beyond the whole',
    '§3.5: attainment is 0…1, rawAttainment beside it',
    ['drawnOf', 'return Math.min(1, Math.max(0, ratio));', 'return Math.max(0, ratio);'],
    'stock/above-value-is-capped',
  ),
  mutant(
    'rawAttainment capped',
    '§3.5: the uncapped rawAttainment beside it',
    [
      'attainmentOf',
      'raw: Number.isFinite(ratio) ? ratio : Number.NaN',
      'raw: Number.isFinite(ratio) ? Math.min(1, ratio) : Number.NaN',
    ],
    'stock/above-value-is-capped',
  ),
  mutant(
    'attainment below nothing',
    '§3.5: attainment is 0…1',
    ['drawnOf', 'return Math.min(1, Math.max(0, ratio));', 'return Math.min(1, ratio);'],
    'change/a-loss-draws-nothing',
  ),
  mutant(
    'lower is worse',
    '§3.9: a mistake of others, attainment that ignores "lower is better"',
    ['attainDown', 'return downward(required, figure);', 'return upward(required, figure);'],
    'criteria/at-most-includes-its-number',
  ),
  mutant(
    'growth drawn upside down',
    '§3.9: a mistake of others, attainment that ignores "lower is better"; min(1, reference ÷ figure)',
    ['notAbove', 'attain: attainDown,', 'attain: (figure: number, required: number) => figure / required,'],
    'not-above/against-a-base-year',
  ),
  mutant(
    'a figure of 0 divides',
    '§3.9: downward: a figure of 0 gives 1',
    [
      'downward',
      'return figure <= 0 ? Number.POSITIVE_INFINITY : reference / figure;',
      'return figure <= 0 ? Number.NaN : reference / figure;',
    ],
    'not-above/figure-of-zero',
  ),
  mutant(
    'a target equal to its baseline divides by zero',
    '§2.11: a mistake of others, a target equal to its baseline giving ±Infinity',
    ['attainFromBaseline', 'if (required === baseline) return passed ? 1 : 0;', ''],
    'attainment/required-equals-baseline',
  ),
  mutant(
    'progress from the baseline not mirrored',
    '§3.12: (figure − baseline) ÷ (required − baseline), mirrored for downward targets',
    [
      'attainFromBaseline',
      'return (figure - baseline) / (required - baseline);',
      'return (figure - baseline) / Math.abs(required - baseline);',
    ],
    'attainment/from-baseline-downward',
  ),
  mutant(
    'nothing of more than nothing is all of it',
    '§3.13: 0 ÷ 0: none; zero required: anything above draws 1',
    ['attainZero', 'if (figure === 0) return Number.NaN;', ''],
    'criteria/a-batch-is-more-than-zero',
  ),
  mutant(
    'the column of attainments unlike the single result',
    '§3.5: a mistake of others, 100% falling into a different class in two modules',
    ['answerOthers', 'attainments[row] = 1;', 'attainments[row] = figure / divisor / required;'],
    'stock/above-value-is-capped',
  ),
  mutant(
    'the column of villages one by one unlike the single result',
    '§3.5: a mistake of others, 100% falling into a different class in two modules',
    ['answerRuns', 'passes + (1 - passes) * (figure / divisor / required)', 'figure / divisor / required'],
    'stock/every-village-by-itself',
  ),
  mutant(
    'the column of attainments over frames unlike the single result',
    '§3.5: a mistake of others, 100% falling into a different class in two modules',
    [
      'attainPlainSums',
      'if (figure >= mark) attainments[row] = 1;',
      'if (figure >= mark) attainments[row] = figure / divisor / required;',
    ],
    'due/reached-early-is-not-yet-due',
  ),
  mutant(
    'an ancestor held against what one area owes',
    '§8.4: above the owing level an ancestor has no value of its own',
    [
      'requiredIn',
      'const owes = roles[row] === ROLE.owes && hasPassMark(window, row);',
      'const owes = roles[row] !== ROLE.contributor;',
    ],
    'roll-up/sum-above-the-owing-level',
  ),
  mutant(
    'unreported years drawn as zero',
    '§5.2, §8.10, §8.18: a mistake of others, a weighted mean that counts "not applicable" as zero; unreported years leave the mean',
    ['repeatedRatio', 'if (Number.isNaN(drawn)) continue;', 'if (Number.isNaN(drawn)) { count++; continue; }'],
    'each-year/unreported-year-leaves-the-mean',
  ),
  mutant(
    'the last year stands for all',
    '§3.10: eachYear: the mean over due years',
    ['repeatedRatio', 'sum += drawn;', 'sum = drawn * (count + 1);'],
    'each-year/miss-then-success',
  ),
  mutant(
    'the best period of throughout',
    '§3.10: throughout: the minimum over the periods',
    ['repeatedRatio', 'if (!(drawnOf(least) <= drawn))', 'if (!(drawnOf(least) >= drawn))'],
    'throughout/recovered-dip-fails-by-default',
  ),
  mutant(
    'what remains, of what is required',
    '§3.8, §8.20: remaining: (initial − remaining) ÷ initial',
    [
      'remainingRatio',
      'return started > 0 ? (started - open) / started : Number.NaN;',
      'return started > 0 ? open / started : Number.NaN;',
    ],
    'remaining/weak-villages-cleared',
  ),
  mutant(
    'an unknown start taken as zero left',
    '§3.13, §8.20: an unknown initial gives no attainment',
    [
      'remainingRatio',
      'return started > 0 ? (started - open) / started : Number.NaN;',
      'return started > 0 ? (started - open) / started : 0;',
    ],
    'remaining/unknown-initial-gives-no-attainment',
  ),
  mutant(
    'a trend without its direction',
    '§1.23: a mistake of others, a no-target trend that loses its direction',
    [
      'movementOf',
      "return now > before === (criterion.direction === 'up') ? 'asIntended' : 'against';",
      "return now > before ? 'asIntended' : 'against';",
    ],
    'observe/movement-against-last-year',
  ),
  mutant(
    'standing still is against the plan',
    '§1.23: a movement may be unchanged',
    ['movementOf', "if (now === before) return 'unchanged';", ''],
    'observe/movement-against-last-year',
  ),
  mutant(
    'exactly 100% is not yet green',
    '§3.5: a mistake of others, 100% falling into a different class in two modules',
    [
      'progressOf',
      'if (!onItsWay) return { ...NO_PROGRESS, light: judged ? settled : null };',
      "if (!onItsWay) return { ...NO_PROGRESS, light: !judged ? null : settled === 'green' && figures.attainment.raw === 1 ? 'yellow' : settled };",
    ],
    'light/exactly-attained-is-green',
  ),
  mutant(
    'a light for what nobody reported',
    '§3.15, §3.17: undecided and noData have no light',
    ['standingOf', "verdict === V.notAttained ? 'red' : null,", "verdict === V.notYetDue ? null : 'red',"],
    'bounds/nobody-reported-is-no-data',
  ),
  mutant(
    'ten points behind is green',
    '§3.16: points: less than 10 behind is green; 10 to 30 yellow',
    ['lightOf', 'if (behind < 10 - ROUNDING)', 'if (behind <= 10 + ROUNDING)'],
    'light/points-boundaries',
  ),
  mutant(
    'six tenths of the expected is red',
    '§3.16: ratio: 0.6 is yellow',
    [
      'lightOf',
      "return ratio >= 0.6 - ROUNDING ? 'yellow' : 'red';",
      "return ratio > 0.6 + ROUNDING ? 'yellow' : 'red';",
    ],
    'light/ratio-boundaries',
  ),
  mutant(
    'nothing expected divides by zero',
    '§8.22: ratio: expected 0 is green',
    ['lightOf', "if (expected === 0) return 'green';", "if (expected === 0) return 'red';"],
    'light/ratio-with-nothing-expected',
  ),
  mutant(
    'elapsed days counted with both ends',
    '§8.8: elapsed share is a difference of calendar dates: 0 on the start date, 1 on the due date',
    [
      'elapsedShare',
      'return Math.min(1, Math.max(0, (at - start) / (due - start)));',
      'return Math.min(1, Math.max(0, (at - start + 1) / (due - start + 1)));',
    ],
    'pace/zero-on-the-start-date',
    'pace/linear-from-the-baseline',
  ),
  mutant(
    "a flow's line from the plan's start",
    "§8.8: a flow's line starts with its window",
    [
      'lineStart',
      'return compiled.repeated || compiled.traits.ofOneWindow ? Math.max(start, compiled.repeated ? present.start : yearStart(context.yearStart, present.end)) : start;',
      'return start;',
    ],
    'pace/flow-starts-with-its-window',
  ),
  mutant(
    'levels start from zero',
    '§3.15: a level without a baseline has no pace',
    ['baselineOf', 'if (!baseline) return Number.NaN;', 'if (!baseline) return 0;'],
    'light/level-without-baseline-has-none',
  ),
  mutant(
    'the middle of a staircase on a straight line',
    '§1.42: stepped in a series',
    [
      'pathOf',
      "return expectedPath ?? (series === undefined ? 'linear' : 'stepped');",
      "return expectedPath ?? 'linear';",
    ],
    'pace/stepped-along-a-series',
  ),
  mutant(
    'compound growth as a straight line',
    '§3.14: compound',
    [
      'expectedAt',
      'return line.baseline * (line.required / line.baseline) ** share;',
      'return line.baseline + (line.required - line.baseline) * share;',
    ],
    'pace/compound-growth',
  ),
  mutant(
    'a pace for what should shrink',
    '§8.22: no pace for downward flows',
    ['TRAITS', 'ofOneWindow: true, hasLineDown: false,', 'ofOneWindow: true,'],
    'pace/downward-flow-has-none',
  ),
  mutant(
    "a year's works on the plan's line",
    "§8.8: a flow's line starts with its window",
    ['IN_YEAR', '{ ...FINISHED, ofOneWindow: true }', 'FINISHED'],
    'pace/finished-in-a-year-starts-with-its-year',
  ),
  mutant(
    "a county's items not told",
    '§3.6: mean items beside',
    ['meanItems', 'if (roles[row] !== ROLE.ancestor) return itemsProgress', 'if (row >= 0) return itemsProgress'],
    'checklist/mean-items-beside',
  ),
];
