import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Who owes a target, and how figures come together above and below. */
export const rollUpMutants: readonly Mutant[] = [
  mutant(
    'village rates averaged',
    '§2.4: rates roll up as Σ numerators ÷ Σ denominators',
    [
      'frameOfLeaf',
      'if (leaf.knownItems) for',
      "if (shape === 'ratio') counted.forEach((_, row) => {\n" +
        '    if (leaf.known[row] === 0) return;\n' +
        '    leaf.a[row] = Math.round((1e6 * leaf.a[row] * 10 ** leaf.scaleB) / leaf.b[row] / 10 ** leaf.scaleA);\n' +
        '    leaf.b[row] = 1e6;\n  });\n' +
        '  if (leaf.knownItems) for',
    ],
    'rate/sums-not-averages',
  ),
  mutant(
    'growth of the county as a mean of growths',
    '§2.4: ingredients roll up before the measure is formed',
    [
      'pairFrame',
      'a[row] = now.a[row] as number;\n      b[row] = before.a[row] as number;',
      'a[row] = Math.round((1e6 * (now.a[row] as number)) / (before.a[row] as number));\n      b[row] = 1e6;',
    ],
    'growth/of-sums-not-mean-of-growths',
  ),
  mutant(
    'a bare percentage rolled up',
    '§8.27: a rate reported as a bare percentage is never rolled up',
    [
      'takeLevel',
      'leaf.flags[row] = FLAG.percentage | flags;',
      'leaf.flags[row] = FLAG.percentage | flags;\n    leaf.a[row] = percentage;\n    if (leaf.b) leaf.b[row] = 1e8;\n    leaf.known[row] = 1;',
    ],
    'rate/bare-percentage-serves-its-own-row',
  ),
  mutant(
    'self-supply above 100% called an error',
    '§2.5: above 100% is a data error only where the numerator is part of the denominator',
    ['readIndicators', 'indicator.part !== false &&\n', ''],
    'rate/self-supply-may-exceed-one',
  ),
  mutant(
    'a part above its whole accepted',
    '§2.5: above 100% is a data error where the numerator is part of the denominator',
    ['pairOf', 'impossible: part && above,', 'impossible: false,'],
    'rate/numerator-above-denominator',
  ),
  mutant(
    "the county's own report replaces the sum",
    "§2.10: a parent's own report is only checked against the roll-up",
    ['levelOfReports', 'return from ?? (', 'return ('],
    'reports/from-names-the-reporting-level',
  ),
  mutant(
    "a member's error spreads upwards",
    '§8.2: dataError stays with its row; for its ancestors that member is missing',
    [
      'INHERITED',
      'const INHERITED = FLAG.negative | FLAG.stale | FLAG.bareBelow;',
      'const INHERITED = FLAG.negative | FLAG.stale | FLAG.bareBelow | FLAG.error;',
    ],
    'share/data-error-is-an-unknown-member',
  ),
  mutant(
    "villages judged by the county's percentage",
    '§1.36: below the level that owes it, nothing is judged',
    [
      'settle',
      'else if (role !== ROLE.owes) settled[row] = V.notJudged;',
      'else if (role === ROLE.ancestor) settled[row] = V.notJudged;',
    ],
    'roll-up/village-is-not-red-for-the-county-rate',
  ),
  mutant(
    'a direction judged',
    '§1.23: observe is shown, never judged',
    ['verdictsOf', 'if (!isJudging(compiled.criterion)) return standing.observed().slice();', ''],
    'criteria/observe-is-never-judged',
  ),
  mutant(
    'every ancestor judged from the areas below',
    '§8.4: above the owing level only allOf and shareOfAreas are judged',
    ['isTallied', "return rollUp === 'allOf' || rollUp === 'shareOfAreas';", "return rollUp !== 'reported';"],
    'roll-up/sum-above-the-owing-level',
  ),
  mutant(
    'areas that never owe it counted as owing',
    '§5.2, §8.18: a mistake of others, a weighted mean that counts "not applicable" as zero',
    [
      'findRoles',
      'if (owes[row] === 1 || withValues.has(row))',
      'if (roster.areas[row]?.level === compiled.owes || withValues.has(row))',
    ],
    'verdict/not-applicable-never-owes-it',
  ),
  mutant(
    'one missed area is forgiven',
    '§1.34: allOf needs every owing area',
    [
      'judgeAncestor',
      "const share = rollUp === 'allOf' ? 100 : (requiredShare ?? 100);",
      'const share = requiredShare ?? 50;',
    ],
    'roll-up/all-of-every-level-above',
  ),
  mutant(
    "the county's mark in a year without a value",
    '§1.36, §1.38: only the values of the task table make pass marks below the level that owes it',
    ['hasPassMark', 'return tests.own.has(row) || formed.members.owes[row] === 1;', 'return true;'],
    'roll-up/task-table-year-without-a-value',
  ),
  mutant(
    "a township's sums without its residents' committees",
    '§1.8, §1.19, §1.34, §1.39: 村委会 only holds for `share`, `every` and `allOf`; sums take every unit',
    ['memberKind', "const tallied = scope.owes.level === 'village' && (scope", 'const tallied = (scope'],
    'roll-up/all-of-townships-takes-every-unit',
  ),
  mutant(
    'task-table values ignored',
    '§1.38: a target carries its own values by area and period where an official table exists',
    ['testsOf', 'return { common, own };', 'return { common, own: new Map() };'],
    'roll-up/task-table-gives-pass-marks',
    'roll-up/task-table-by-period',
  ),
  mutant(
    "the county's sum split among those who report",
    '§1.38: a county figure is never split among townships to invent pass marks',
    [
      'requiredIn',
      'if (!owes && !held.ratioLike) return Number.NaN;',
      'if (!owes && !held.ratioLike) return window.test(row).required / 2;',
    ],
    'roll-up/county-figure-is-never-split',
  ),
  mutant(
    'residents committees counted as villages',
    '§1.39: share, every and allOf count village committees only',
    ['memberKind', "return counted && from === 'village' ? VILLAGE_KIND : null;", 'return null;'],
    'share/residents-committees-are-no-villages',
    'share/every-and-all-of-leave-residents-out',
  ),
  mutant(
    'sums leave residents committees out',
    '§1.39: sums take every unit',
    [
      'memberKind',
      "return counted && from === 'village' ? VILLAGE_KIND : null;",
      "return from === 'village' ? VILLAGE_KIND : null;",
    ],
    'share/residents-committees-are-no-villages',
  ),
  mutant(
    'the last day of an area is not its own',
    '§8.28: validTo is inclusive',
    ['existsOn', 'day <= (validTo[row] as number)', 'day < (validTo[row] as number)'],
    'merger/valid-to-is-inclusive',
  ),
  mutant(
    'areas whose batch has not come counted as silent',
    "§4.3, §8.18: on the rollout's clock, areas not started leave the members",
    [
      'searchMembers',
      'else if (day < start) members.notStarted[row] = 1;\n    else members.counted[row] = 1;',
      'else {\n      if (day < start) members.notStarted[row] = 1;\n      members.counted[row] = 1;\n    }',
    ],
    'rollout/not-started-leave-the-members',
  ),
  mutant(
    "every target on the rollout's clock",
    "§4.3: a target on the plan's clock is owed from the beginning",
    [
      'findMembers',
      "const onRolloutClock = clock === 'rollout' && from === 'village';",
      "const onRolloutClock = context.plan.rollout !== undefined && from === 'village';",
    ],
    'rollout/not-started-leave-the-members',
  ),
  mutant(
    'a batch of all villages',
    '§4.4, §8.19: for a batch only listed villages count',
    ['searchMembers', '(filter?.cohort === undefined || isInBatch(context, row, filter.cohort));', 'true;'],
    'rollout/only-listed-villages-count',
  ),
  mutant(
    'a batch drawn against the smaller number',
    '§4.4: batch targets are drawn against max(required, listed)',
    [
      'batchDivisor',
      'return compiled.target.scope.members?.cohort === undefined ? required : Math.max(required, listed);',
      'return required;',
    ],
    'rollout/batch-divides-by-the-larger',
  ),
  {
    name: 'batches read as running totals',
    rule: '§4.1: a batch is incremental by default',
    edits: [
      {
        symbol: 'checkBatches',
        find: "const expected = rollout.counting === 'incremental' ? count : count - before;",
        replace: 'const expected = count - before;',
      },
      {
        symbol: 'checkBatches',
        find: "before = rollout.counting === 'incremental' ? before : count;",
        replace: 'before = count;',
      },
    ],
    caughtBy: ['rollout/second-batch-against-the-list'],
  },
  mutant(
    "a parent's own report unchecked",
    "§2.10: a parent's own report is checked against the roll-up, and a difference is a diagnostic",
    ['checkData', '...context.plan.targets.flatMap((target) => checkParentReports(context, target)),', '...[],'],
    'reports/parent-report-only-checks',
  ),
  mutant(
    'parts above their total go unnoticed',
    '§1.43: a mistake of others, published tables that break their own formula; parts above the total are a data error',
    [
      'compareWithTotal',
      'if (complete && (sums[row] as number) > (totalFrame.a[row] as number) * factor) rows.add(row);',
      '',
    ],
    'parts/above-the-total-is-a-data-error',
  ),
  mutant(
    'parts held against an older total',
    '§1.43: only against a complete total of the same date',
    ['compareWithTotal', 'if (endOf(part, row) === endOf(totalFrame, row)) sums[row]', 'sums[row]'],
    'parts/older-total-while-running',
  ),
  mutant(
    "a parent's own rate unchecked",
    "§2.10: a parent's own report is checked against the roll-up",
    ['TRAITS', "told: 'rate', comparesParents: true", "told: 'rate', comparesParents: false"],
    'reports/parent-rate-only-checks',
  ),
];
