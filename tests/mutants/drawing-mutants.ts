import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Attainment, pace and light: what is drawn. */
export const drawingMutants: readonly Mutant[] = [
  mutant(
    'attainment with max for min',
    'anchors: percent of attainment taken with max instead of min',
    [
      'evaluate/attainment.ts',
      'return { drawn: Math.min(1, Math.max(0, raw)), raw };',
      'return { drawn: Math.max(1, Math.max(0, raw)), raw };',
    ],
    'stock/just-below-value',
  ),
  mutant(
    'attainment beyond the whole',
    '§3: attainment is 0…1, rawAttainment beside it',
    [
      'evaluate/attainment.ts',
      'return { drawn: Math.min(1, Math.max(0, raw)), raw };',
      'return { drawn: Math.max(0, raw), raw };',
    ],
    'stock/above-value-is-capped',
  ),
  mutant(
    'rawAttainment capped',
    '§3: the uncapped rawAttainment beside it',
    [
      'evaluate/attainment.ts',
      'return { drawn: Math.min(1, Math.max(0, raw)), raw };',
      'return { drawn: Math.min(1, Math.max(0, raw)), raw: Math.min(1, raw) };',
    ],
    'stock/above-value-is-capped',
  ),
  mutant(
    'attainment below nothing',
    '§3: attainment is 0…1',
    [
      'evaluate/attainment.ts',
      'return { drawn: Math.min(1, Math.max(0, raw)), raw };',
      'return { drawn: Math.min(1, raw), raw };',
    ],
    'change/a-loss-draws-nothing',
  ),
  mutant(
    'lower is worse',
    'anchors: attainment that ignores "lower is better"',
    [
      'evaluate/attainment.ts',
      'return downward(required, figure);',
      'return capped(figure / required);',
    ],
    'criteria/at-most-includes-its-number',
  ),
  mutant(
    'growth drawn upside down',
    'anchors: attainment that ignores "lower is better"; §3: min(1, reference ÷ figure)',
    [
      'evaluate/attainment.ts',
      'return downward(reference, figure);',
      'return capped(figure / reference);',
    ],
    'not-above/against-a-base-year',
  ),
  mutant(
    'a figure of 0 divides',
    '§3: downward: a figure of 0 gives 1',
    [
      'evaluate/attainment.ts',
      'return figure <= 0 ? { drawn: 1, raw: Number.NaN } : capped(reference / figure);',
      'return { drawn: reference / figure, raw: reference / figure };',
    ],
    'not-above/figure-of-zero',
  ),
  mutant(
    'a target equal to its baseline divides by zero',
    'anchors: a target equal to its baseline giving ±Infinity',
    [
      'evaluate/attainment.ts',
      'if (required === reference) return capped(passed ? 1 : 0);',
      '',
    ],
    'attainment/required-equals-baseline',
  ),
  mutant(
    'progress from the baseline not mirrored',
    '§3: (figure − baseline) ÷ (required − baseline), mirrored for downward targets',
    [
      'evaluate/attainment.ts',
      'return capped((figure - reference) / (required - reference));',
      'return capped((figure - reference) / Math.abs(required - reference));',
    ],
    'attainment/from-baseline-downward',
  ),
  mutant(
    'nothing of more than nothing is all of it',
    '§3: 0 ÷ 0: none; §8: zero required: anything above draws 1',
    [
      'evaluate/attainment.ts',
      'return figure === 0 ? NO_ATTAINMENT : {',
      'return {',
    ],
    'criteria/a-batch-is-more-than-zero',
  ),
  mutant(
    'the column of attainments unlike the single result',
    'anchors: 100% falling into a different class in two modules',
    [
      'evaluate/plain-sum.ts',
      'attainments[row] = 1;',
      'attainments[row] = figure / divisor / required;',
    ],
    'stock/above-value-is-capped',
  ),
  mutant(
    'the column of villages one by one unlike the single result',
    'anchors: 100% falling into a different class in two modules',
    ['evaluate/plain-sum.ts', 'passes + (1 - passes) * (figure / divisor / required)', 'figure / divisor / required'],
    'stock/every-village-by-itself',
  ),
  mutant(
    'the column of attainments over frames unlike the single result',
    'anchors: 100% falling into a different class in two modules',
    [
      'evaluate/attain-columns.ts',
      'if (figure >= mark) attainments[row] = 1;',
      'if (figure >= mark) attainments[row] = figure / divisor / required;',
    ],
    'due/reached-early-is-not-yet-due',
  ),
  mutant(
    'an ancestor held against what one area owes',
    '§8: above the owing level an ancestor has no value of its own',
    [
      'evaluate/row-figures.ts',
      'const owes = roles[row] === ROLE.owes && hasPassMark(window, row);',
      'const owes = roles[row] !== ROLE.contributor;',
    ],
    'roll-up/sum-above-the-owing-level',
  ),
  mutant(
    'unreported years drawn as zero',
    'anchors: a weighted mean that counts "not applicable" as zero; §8: unreported years leave the mean',
    [
      'evaluate/row-attainment.ts',
      'return capped(ratios.reduce((sum, { drawn }) => sum + drawn, 0) / ratios.length);',
      'return capped(ratios.reduce((sum, { drawn }) => sum + drawn, 0) / due.length);',
    ],
    'each-year/unreported-year-leaves-the-mean',
  ),
  mutant(
    'the last year stands for all',
    '§3: eachYear: the mean over due years',
    [
      'evaluate/row-attainment.ts',
      'return capped(ratios.reduce((sum, { drawn }) => sum + drawn, 0) / ratios.length);',
      'return ratios.at(-1) ?? NO_ATTAINMENT;',
    ],
    'each-year/miss-then-success',
  ),
  mutant(
    'the best period of throughout',
    '§3: throughout: the minimum over the periods',
    ['evaluate/row-attainment.ts', '(next.drawn < least.drawn ? next : least)', '(next.drawn > least.drawn ? next : least)'],
    'throughout/recovered-dip-fails-by-default',
  ),
  mutant(
    'what remains, of what is required',
    '§3: remaining: (initial − remaining) ÷ initial',
    [
      'evaluate/row-figures.ts',
      'return started > 0 ? capped((started - open) / started) : NO_ATTAINMENT;',
      'return started > 0 ? capped(open / started) : NO_ATTAINMENT;',
    ],
    'remaining/weak-villages-cleared',
  ),
  mutant(
    'an unknown start taken as zero left',
    '§3: an unknown initial gives no attainment',
    [
      'evaluate/row-figures.ts',
      'return started > 0 ? capped((started - open) / started) : NO_ATTAINMENT;',
      'return started > 0 ? capped((started - open) / started) : capped(0);',
    ],
    'remaining/unknown-initial-gives-no-attainment',
  ),
  mutant(
    'a trend without its direction',
    'anchors: a no-target trend that loses its direction',
    [
      'evaluate/movement.ts',
      "return now > before === (criterion.direction === 'up') ? 'asIntended' : 'against';",
      "return now > before ? 'asIntended' : 'against';",
    ],
    'observe/movement-against-last-year',
  ),
  mutant(
    'standing still is against the plan',
    '§1: a movement may be unchanged',
    ['evaluate/movement.ts', "if (now === before) return 'unchanged';", ''],
    'observe/movement-against-last-year',
  ),
  mutant(
    'exactly 100% is not yet green',
    'anchors: 100% falling into a different class in two modules',
    [
      'evaluate/row-progress.ts',
      'if (!onItsWay) return { ...NO_PROGRESS, light: judged ? settled : null };',
      "if (!onItsWay) return { ...NO_PROGRESS, light: !judged ? null : settled === 'green' && figures.attainment.raw === 1 ? 'yellow' : settled };",
    ],
    'light/exactly-attained-is-green',
  ),
  mutant(
    'a light for what nobody reported',
    '§3: undecided and noData have no light',
    [
      'evaluate/row-progress.ts',
      "verdict === V.notAttained ? 'red' : null,",
      "verdict === V.notYetDue ? null : 'red',",
    ],
    'bounds/nobody-reported-is-no-data',
  ),
  mutant(
    'ten points behind is green',
    '§3: points: less than 10 behind is green; 10 to 30 yellow',
    ['evaluate/progress.ts', 'if (behind < 10 - ROUNDING)', 'if (behind <= 10 + ROUNDING)'],
    'light/points-boundaries',
  ),
  mutant(
    'six tenths of the expected is red',
    '§3: ratio: 0.6 is yellow',
    ['evaluate/progress.ts', "return ratio >= 0.6 - ROUNDING ? 'yellow' : 'red';", "return ratio > 0.6 + ROUNDING ? 'yellow' : 'red';"],
    'light/ratio-boundaries',
  ),
  mutant(
    'nothing expected divides by zero',
    '§8: ratio: expected 0 is green',
    ['evaluate/progress.ts', "if (expected === 0) return 'green';", "if (expected === 0) return 'red';"],
    'light/ratio-with-nothing-expected',
  ),
  mutant(
    'elapsed days counted with both ends',
    '§8: elapsed share is a difference of calendar dates: 0 on the start date, 1 on the due date',
    [
      'evaluate/progress.ts',
      'return Math.min(1, Math.max(0, (at - start) / (due - start)));',
      'return Math.min(1, Math.max(0, (at - start + 1) / (due - start + 1)));',
    ],
    'pace/zero-on-the-start-date',
    'pace/linear-from-the-baseline',
  ),
  mutant(
    "a flow's line from the plan's start",
    "§8: a flow's line starts with its window",
    [
      'evaluate/row-progress.ts',
      'return compiled.repeated || isOfOneWindow(compiled.measure) ? Math.max(start, compiled.repeated ? present.start : yearStart(context.yearStart, present.end)) : start;',
      'return start;',
    ],
    'pace/flow-starts-with-its-window',
  ),
  mutant(
    'levels start from zero',
    '§3: a level without a baseline has no pace',
    ['evaluate/row-figures.ts', 'if (!baseline) return Number.NaN;', 'if (!baseline) return 0;'],
    'light/level-without-baseline-has-none',
  ),
  mutant(
    'the middle of a staircase on a straight line',
    '§8: stepped in a series',
    [
      'evaluate/progress.ts',
      "return expectedPath ?? (series === undefined ? 'linear' : 'stepped');",
      "return expectedPath ?? 'linear';",
    ],
    'pace/stepped-along-a-series',
  ),
  mutant(
    'compound growth as a straight line',
    '§3: compound',
    [
      'evaluate/progress.ts',
      'return line.baseline * (line.required / line.baseline) ** share;',
      'return line.baseline + (line.required - line.baseline) * share;',
    ],
    'pace/compound-growth',
  ),
  mutant(
    'a pace for what should shrink',
    '§8: no pace for downward flows',
    [
      'evaluate/progress.ts',
      "return measure.kind !== 'flow' && measure.kind !== 'cumulative';",
      'return true;',
    ],
    'pace/downward-flow-has-none',
  ),
  mutant(
    "a year's works on the plan's line",
    "§8: a flow's line starts with its window",
    [
      'evaluate/progress.ts',
      "measure.kind === 'occurrence' || (measure.kind === 'count' && measure.when === 'finishedInYear')",
      "measure.kind === 'occurrence'",
    ],
    'pace/finished-in-a-year-starts-with-its-year',
  ),
  mutant(
    "a county's items not told",
    '§3: mean items beside',
    [
      'evaluate/row-members.ts',
      'if (roles[row] !== ROLE.ancestor) return itemsProgress',
      'if (row >= 0) return itemsProgress',
    ],
    'checklist/mean-items-beside',
  ),
];
