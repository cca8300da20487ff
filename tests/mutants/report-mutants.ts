import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Which report of a figure counts. */
export const reportMutants: readonly Mutant[] = [
  mutant(
    'the first report wins',
    '§7.6: two reports of one figure: the later reportedOn wins',
    [
      'resolveCode',
      'const last = reports.reduce((latest, report) => Math.max(latest, table.reportedOn(report)), Number.NEGATIVE_INFINITY);',
      'const last = reports.reduce((first, report) => Math.min(first, table.reportedOn(report)), Number.POSITIVE_INFINITY);',
    ],
    'reports/later-report-wins',
  ),
  mutant(
    'the last line wins on the same day',
    '§7.6: the same date with different values is a dataError',
    [
      'resolveCode',
      'return agree ? { winners: [first], conflict: [] } : { winners: [], conflict: latest };',
      'return { winners: [agree ? first : latest.at(-1) as number], conflict: [] };',
    ],
    'reports/same-date-conflict-is-a-data-error',
  ),
  mutant(
    'the same figure twice is a conflict',
    '§7.6: the same date with different values is a dataError',
    [
      'resolveCode',
      'return agree ? { winners: [first], conflict: [] }',
      'return agree && latest.length === 1 ? { winners: [first], conflict: [] }',
    ],
    'reports/same-date-same-value-is-no-conflict',
  ),
  mutant(
    'a later blank withdraws a figure',
    '§8.14: a later blank does not withdraw a figure',
    [
      'resolveReports',
      '(report) => table.formOf(report) !== FORM.missing && table.reportedOn(report) <= day,\n  );',
      '(report) => table.reportedOn(report) <= day,\n  );\n' +
        '  const newest = Math.max(...known.map((report) => table.reportedOn(report)));\n' +
        '  if (known.some((report) => table.formOf(report) === FORM.missing && table.reportedOn(report) === newest)) return NOTHING;',
    ],
    'reports/later-blank-does-not-withdraw',
  ),
  mutant(
    'everything known at once',
    '§3.1: a figure counts when it was reported by knownOn',
    ['createContext', ": all.knownOn(requireDate('knownOn', options.knownOn));", ': all;'],
    'reports/known-on-reprints-the-past',
  ),
  mutant(
    'a blank date means now',
    "§8.15: a blank reportedOn means known at the period's end",
    [
      'RowReader',
      "this.#readReportedOn(get('reportedOn'), period.end)",
      "this.#readReportedOn(get('reportedOn'), Number.NEGATIVE_INFINITY)",
    ],
    'reports/blank-date-means-the-period-end',
  ),
  mutant(
    'a percentage before its pair',
    '§2.2, §2.3: a rounded percentage is never compared; a mistake of others, published tables that break their own formula',
    [
      'readRatio',
      'const blanks = [fields.numerator, fields.denominator].map(isMissing);',
      'if (inShare && !isMissing(fields.value)) return readPercentage(reading, fields.value, written.factor);\n' +
        '  const blanks = [fields.numerator, fields.denominator].map(isMissing);',
    ],
    'rate/percentage-that-contradicts-its-pair',
  ),
  mutant(
    'a merged village without a past',
    "§8.28: predecessors' earlier figures add up to the successor's baseline",
    ['ObservationStore', 'mergeAreas(column, source, this.#mergers, this.succession, mergedBy);', ''],
    'merger/predecessors-make-the-baseline',
  ),
  mutant(
    'old codes beside the new one',
    '§8.28: later reports under an old code count only where the successor is silent',
    ['resolveReports', 'if (own.length > 0) return resolveCode(table, own);', ''],
    'merger/old-codes-only-where-the-successor-is-silent',
  ),
  mutant(
    'a village that goes on forgets what it took in',
    '§9.17: its earlier figures and those of the merged village add up',
    ['seenFrom', 'const observations = context.observations.mergedBy(day);', 'const { observations } = context;'],
    'merger/into-a-village-that-goes-on-cumulative',
    'merger/into-a-village-that-goes-on-silent',
  ),
  mutant(
    'villages that came together have told the same periods',
    '§9.23: each tiles a window with periods of its own',
    ['mergeAreas', 'tilesOf(column, source.adds && !source.ratio)', 'tilesOf(column, false)'],
    'merger/halves-and-the-year',
  ),
  mutant(
    'an old code speaks over its successor',
    '§9.23: what comes under an old code later counts for no period of which its successor told a part itself',
    ['leaveOutOldCodes', 'if (!source.adds || source.ratio) return [];', 'if (source.adds || source.ratio) return [];'],
    'merger/old-code-over-the-successors-own',
  ),
  mutant(
    'what was told in part was told',
    '§9.23: a period one of them told only in part has no sum',
    ['tellPeriod', 'return undefined;', 'return used.length > 0 ? used : undefined;'],
    'merger/one-told-only-a-half',
  ),
  mutant(
    'a village takes in all others at once',
    '§9.23: a new area has what its predecessors had, and goes on from there',
    ['findMergers', 'absorbs ? `${successor} ${until[row]}` : `${successor}`', '`${successor}`'],
    'merger/new-village-that-goes-on',
    'merger/two-mergers-one-after-the-other',
  ),
  mutant(
    'a village that goes on has done what the merged one had',
    '§9.17: states must agree',
    ['inheritDays', 'if (joined[row] === 1) continue;', ''],
    'merger/into-a-village-that-goes-on-events',
  ),
  mutant(
    'an old code is second to the own one',
    '§9.15: an alias is the same area',
    ['isOwn', 'return under === UNDER.own || under === UNDER.alias;', 'return under === UNDER.own;'],
    'reports/alias-is-the-same-area',
  ),
  mutant(
    'of two periods of one day the first is the level',
    '§9.15: two periods that end on one day are one level',
    ['ObservationStore', 'if (levels) joinLevels(column, source, day);', ''],
    'stock/two-periods-of-one-day',
  ),
  mutant(
    '28 February of a leap year stands for its 29th',
    '§9.10: a period that ends on the last day of February is the same period in a leap year',
    [
      'yearBefore',
      'const lastOfFebruary = day + 1 === dayOf(year, 3, 1);',
      'const lastOfFebruary = month === 2 && dayOfMonth === 29;',
    ],
    'growth/end-of-february',
  ),
  mutant(
    'villages that are gone stay in their batch',
    '§9.17: a merged village leaves batches and totals',
    ['checkBatches', ' && existsOn(columns, row, asOf) && isOfRollout(plan, area)', ' && isOfRollout(plan, area)'],
    'rollout/batch-of-a-merged-village',
  ),
  mutant(
    'whoever has a year in the row is in the rollout',
    '§8.19: only listed villages count',
    ['evaluateRollout', '|| !isOfRollout(plan, area)', ''],
    'rollout/batches-of-one-kind',
    'rollout/batches-of-any-kind',
  ),
];
