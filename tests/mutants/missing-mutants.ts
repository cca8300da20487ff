import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** What was not reported, and what is zero. */
export const missingMutants: readonly Mutant[] = [
  mutant(
    'a real zero stored as blank',
    '§2.6: a mistake of others, a real zero stored as blank; 0 is zero',
    [
      'plainFigure',
      'function plainFigure({ mantissa, scale }: Figure): ReadReport {',
      'function plainFigure({ mantissa, scale }: Figure): ReadReport {\n' +
        'if (mantissa === 0) return { figure: NO_FIGURE, remarks: [] };',
    ],
    'missing/zero-is-a-figure',
  ),
  mutant(
    'a zero written as nothing',
    '§2.6: a mistake of others, a zero painted as no data; drawn and exported as zero',
    [
      'orNull',
      'return Number.isFinite(value) ? value : null;',
      'return Number.isFinite(value) && value !== 0 ? value : null;',
    ],
    'missing/zero-is-a-figure',
    'rate/zero-numerator-is-zero-percent',
  ),
  mutant(
    'a blank stored as zero',
    '§2.6: missing is not zero',
    [
      'readReport',
      "if ('code' in unit) return { fault: unit };\n  if (isMissing(fields.value)) return { figure: NO_FIGURE, remarks: [] };",
      "if ('code' in unit) return { fault: unit };\n  if (isMissing(fields.value)) return plainFigure({ mantissa: 0, scale: 0 });",
    ],
    'missing/five-ways-to-say-missing',
  ),
  mutant(
    '缺 is no blank',
    '§2.6: a blank cell, a "-", "—", "/" or 缺 is missing',
    ['MISSING', ", '缺']", ']'],
    'missing/five-ways-to-say-missing',
  ),
  mutant(
    'silent villages fail',
    '§2.7: with unknown members, give both bounds',
    ['judgeCount', 'const high = test.passes(a + members - reported, b);', 'const high = test.passes(a, b);'],
    'share/unknown-on-both-sides',
  ),
  mutant(
    'silent villages pass',
    '§2.7: with unknown members, give both bounds',
    ['judgeCount', 'const low = test.passes(a, b);', 'const low = test.passes(a + members - reported, b);'],
    'share/unknown-on-both-sides',
  ),
  mutant(
    'silent villages leave the roster',
    '§1.19: share is members ÷ all members of the roster',
    ['predicateFrame', 'b?.set(totals);', 'b?.set(reported);'],
    'share/unknown-on-both-sides',
  ),
  mutant(
    'the stronger of two passes',
    '§8.23: of two bounds that pass the weaker is answered',
    ['judgeCount', 'return BY_PASS[Math.min(low, high) as Pass];', 'return BY_PASS[Math.max(low, high) as Pass];'],
    'bounds/weaker-pass-of-villages',
  ),
  mutant(
    'an incomplete sum never decides',
    '§2.8: known, non-negative parts are a lower bound; once across, they decide',
    ['judgeLowerBound', 'if (test.upward === true && pass > PASS.fails) return BY_PASS[pass];', ''],
    'flow/partial-tiling-is-a-lower-bound',
  ),
  mutant(
    'nor one taken in one pass',
    '§2.8: known, non-negative parts are a lower bound; once across, they decide',
    ['answerOthers', 'else if (figure >= low) {', 'else if (figure >= low && reported >= (totals[row] as number)) {'],
    'missing/lower-bound-decides',
  ),
  mutant(
    'an incomplete sum judged as if whole',
    '§2.8: short of the mark, a lower bound leaves it undecided',
    [
      'judgeRow',
      'if (reported >= members) return BY_PASS[test.passes(a, 1)];\n      return judgeLowerBound(test, a, flags);',
      'return BY_PASS[test.passes(a, 1)];',
    ],
    'flow/partial-tiling-is-a-lower-bound',
  ),
  mutant(
    'one taken in one pass judged as if whole',
    '§2.8: short of the mark, a lower bound leaves it undecided',
    ['answerOthers', 'reported < (totals[row] as number) ? V.undecided : V.notAttained', 'V.notAttained'],
    'missing/lower-bound-short-is-undecided',
  ),
  mutant(
    'a silent village that missed the mark',
    '§2.6: missing is not zero',
    ['answerRuns', 'verdicts[row] = noData;', 'verdicts[row] = notAttained;'],
    'stock/every-village-by-itself',
  ),
  mutant(
    'a lower bound with negative parts',
    '§8.23: any negative known part voids a lower bound',
    ['judgeLowerBound', 'if (flags & FLAG.negative) return V.undecided;', ''],
    'bounds/negative-part-voids-the-lower-bound',
  ),
  mutant(
    'a ceiling waits for the last report',
    '§8.23: a known sum above an atMost has failed',
    [
      'judgeLowerBound',
      'return test.upward === false && pass === PASS.fails ? V.notAttained : V.undecided;',
      'return V.undecided;',
    ],
    'bounds/known-sum-above-at-most-has-failed',
  ),
  mutant(
    'minCompleteness ignored',
    '§2.9: a rate below minCompleteness (default: all) is undecided',
    ['judgeRow', 'if (!isCompleteEnough(compiled, reported, members)) return V.undecided;', ''],
    'rate/unreported-members-leave-both-sums',
    'rate/min-completeness-boundary',
  ),
  mutant(
    'more than minCompleteness asked for',
    '§2.9: a rate at minCompleteness is judged',
    [
      'isCompleteEnough',
      'return reported * 1e6 >= members * Math.round(share * 1e6);',
      'return share === 1 ? reported === members : reported * 1e6 > members * Math.round(share * 1e6);',
    ],
    'rate/min-completeness-boundary',
  ),
  mutant(
    'a denominator of 0 passes',
    '§2.5: denominator 0: no verdict',
    ['judgeRow', 'if (b === 0) return reported < members ? V.undecided : V.notComputable;', ''],
    'rate/denominator-zero-is-not-computable',
  ),
  mutant(
    'an incomplete pair is judged',
    '§8.12: an incomplete pair is undecided',
    ['judgeRow', 'if (reported < members) return V.undecided;\n      if (b <= 0', 'if (b <= 0'],
    'growth/incomplete-pair',
    'not-above/incomplete-pair',
  ),
  mutant(
    'each term of a pair from whoever reported it',
    '§8.12: both terms of a pair from the same members',
    [
      'pairFrame',
      'if (now.known[row] === 0 || before.known[row] === 0) continue;\n    reported[row] = 1;',
      'reported[row] = 1;',
    ],
    'growth/incomplete-pair',
  ),
  mutant(
    'completeness out of those who reported',
    '§3.20: how many of the members reported',
    [
      'completenessOf',
      'return { reported: frame.reported[row] ?? 0, total: frame.members[row] ?? 0 };',
      'return { reported: frame.reported[row] ?? 0, total: frame.reported[row] ?? 0 };',
    ],
    'rate/unreported-members-leave-both-sums',
  ),
  mutant(
    'a silent township has failed',
    '§3.4: nothing reported is noData, whichever way figures are formed',
    ['answerOthers', 'V.notComputable : V.noData;', 'V.notComputable : V.notAttained;'],
    'missing/one-township-silent',
  ),
  mutant(
    'silence drawn as zero',
    '§2.6: missing is not zero',
    [
      'answerOthers',
      'else if (reported === 0) verdicts[row] = totals[row] === 0 ? V.notComputable : V.noData;',
      'else if (reported === 0) [verdicts[row], attainments[row]] = [V.noData, 0];',
    ],
    'missing/one-township-silent',
  ),
  mutant(
    'a register is empty until something happens to it',
    '§8.13: no event of the kind is noData',
    [
      'formRegisterStates',
      'if (!rows) return frame;\n  if (events) markConcerned',
      'if (!rows || !events) return frame;\n  if (events) markConcerned',
    ],
    'roll-up/register-without-events',
  ),
  mutant(
    'a silent village has failed its own',
    '§3.4: nothing reported is noData, whichever way figures are formed',
    ['answerRuns', 'verdicts[row] = noData;', 'verdicts[row] = notAttained;'],
    'missing/silent-village-owes-its-own',
  ),
  mutant(
    'a bare percentage is no report',
    '§8.27, §9.21: a bare percentage is a report',
    [
      'takeLevel',
      'leaf.flags[row] = FLAG.percentage | flags;\n    leaf.known[row] = known;',
      'leaf.flags[row] = FLAG.percentage | flags;',
    ],
    'rate/bare-percentage-is-a-report',
  ),
  mutant(
    'pairs decide beside a bare percentage',
    '§9.21: among pairs it leaves the sums, and the verdict above is undecided at best',
    ['judgeRow', 'return bare ? V.undecided : BY_PASS[test.passes(a, b)];', 'return BY_PASS[test.passes(a, b)];'],
    'rate/bare-percentage-is-a-report',
  ),
];
