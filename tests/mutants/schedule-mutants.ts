import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** When a target is judged, and from which figures. */
export const scheduleMutants: readonly Mutant[] = [
  mutant(
    'due the day after',
    '§1.25: by is judged once asOf reaches the due date',
    ['dueMoment', 'const due = asOf >= compiled.due;', 'const due = asOf > compiled.due;'],
    'due/day-before-and-day-of',
  ),
  mutant(
    'reached early is attained',
    '§3.2: earlier it is notYetDue, even when already reached',
    ['judgeRow', 'return now === V.notComputable', 'return now === V.attained || now === V.notComputable'],
    'due/reached-early-is-not-yet-due',
  ),
  mutant(
    'a later success heals',
    '§1.42: judged on its own date; a later success does not heal an earlier miss',
    ['dueMoment', 'const date = due ? compiled.due : asOf;', 'const date = asOf;'],
    'due/later-success-does-not-heal',
  ),
  mutant(
    'a stale level judges',
    '§3.3: a stale level never judges',
    ['levelCandidates', 'if (period.end < date && !carry) break;', ''],
    'due/stale-level-never-judges',
  ),
  {
    name: 'a period counts from its first day',
    rule: '§3.1: a figure counts when its period ended by asOf',
    edits: [
      {
        symbol: 'levelCandidates',
        find: 'if (period.end > date) continue;\n    if (period.end < date',
        replace: 'if (period.start > date) continue;\n    if (period.end < date',
      },
      { symbol: 'columnAsOf', find: '({ end }) => end > day', replace: '({ start }) => start > day' },
    ],
    caughtBy: ['reports/period-must-have-ended'],
  },
  mutant(
    'standing judged on the very day',
    "§8.7: standing takes the indicator's last reporting date",
    ['singleWindow', 'const date = Number.isNaN(last) ? asOf : last;', 'const date = asOf;'],
    'due/standing-takes-the-last-reporting-date',
  ),
  mutant(
    'a dataError comes before a judged miss',
    '§1.26, §8.1: in repeated schedules a judged miss comes before dataError',
    [
      'judgeOutcomes',
      'if (due & bit(V.notAttained) && !isRecovered(compiled, last)) return V.notAttained;\n',
      'if (due & bit(V.dataError)) return V.dataError;\n  if (due & bit(V.notAttained) && !isRecovered(compiled, last)) return V.notAttained;\n',
    ],
    'each-year/miss-comes-before-data-error',
  ),
  mutant(
    'a miss waits for the last year',
    '§1.26: the whole is notAttained from the first miss',
    [
      'judgeOutcomes',
      'if (due & bit(V.notAttained) && !isRecovered(compiled, last)) return V.notAttained;\n',
      'if (asOf < lastEnd) return V.notYetDue;\n  if (due & bit(V.notAttained) && !isRecovered(compiled, last)) return V.notAttained;\n',
    ],
    'each-year/miss-then-success',
  ),
  mutant(
    'attained before the last year is judged',
    '§1.26: notYetDue until the last is judged',
    ['judgeOutcomes', 'if (asOf < (throughout ? compiled.due : lastEnd)) return V.notYetDue;', ''],
    'each-year/not-yet-due-until-the-last-year',
  ),
  mutant(
    'a surplus carries over',
    '§1.26: repeated schedules: a surplus does not carry over',
    [
      'judgeWindow',
      'const windowStart = compiled.traits.byWindow || compiled.repeated ? span.start : yearStart(context.yearStart, date);',
      "const windowStart = compiled.target.schedule.kind === 'eachYear' ? context.planStart : compiled.traits.byWindow || compiled.repeated ? span.start : yearStart(context.yearStart, date);",
    ],
    'each-year/miss-then-success',
  ),
  mutant(
    'a half-year begun before the plan is judged',
    '§1.31: a half that had begun before the plan was issued is shown, not judged',
    ['isJudged', 'return !(start < context.issuedOn);', 'return true;'],
    'each-half/half-begun-before-the-plan-was-issued',
  ),
  mutant(
    'a year begun before the plan is left out',
    '§1.31: a year is judged',
    [
      'reportedPeriods',
      "const judged = kind === 'year' || isJudged(context, start);",
      'const judged = isJudged(context, start);',
    ],
    'throughout/year-begun-before-the-plan-was-issued',
  ),
  mutant(
    'a recovered dip is forgiven',
    '§1.28: a dip fails by default',
    [
      'isRecovered',
      "if (schedule.kind !== 'throughout' || schedule.dip !== 'remark') return false;",
      "if (schedule.kind !== 'throughout') return false;",
    ],
    'throughout/recovered-dip-fails-by-default',
  ),
  mutant(
    'a dip that never recovers is forgiven',
    '§1.28, §6.1: only a recovered dip passes with a remark',
    ['isRecovered', 'return isPass(last);', 'return last > 0;'],
    'throughout/dip-that-never-recovers',
  ),
  mutant(
    'an unreported period breaks throughout',
    '§8.11: throughout: unreported periods are skipped',
    ['judgeOutcomes', 'const answers = throughout ? due & ~NO_DATA : due;', 'const answers = due;'],
    'throughout/one-of-two-silent',
  ),
  mutant(
    'short periods first',
    '§8.9: when periods of a flow overlap, the one covering more is used',
    ['periodsInside', 'lengthOf(y.period) - lengthOf(x.period) ||', 'lengthOf(x.period) - lengthOf(y.period) ||'],
    'flow/overlap-uses-the-one-covering-more',
  ),
  mutant(
    'overlapping periods added',
    '§7.3: flow periods must tile their window',
    [
      'takeFlow',
      'if (cells.status[row] === CELL.missing || overlaps.some((other) => taken[other] === 1)) continue;',
      'if (cells.status[row] === CELL.missing) continue;',
    ],
    'flow/cumulative-in-mixed-periods',
  ),
  {
    name: 'half a year is the year',
    rule: '§8.9: partial tiling is a lower bound, the member counted as unreported',
    edits: [
      {
        symbol: 'takeFlow',
        find: 'leaf.known[row] = covered >= needed && (flags & FLAG.error) === 0 ? 1 : 0;',
        replace: 'leaf.known[row] = covered > 0 && (flags & FLAG.error) === 0 ? 1 : 0;',
      },
      {
        symbol: 'flowLeaf',
        find: 'known: lengthOf(period) >= needed ? 1 : 0',
        replace: 'known: 1',
      },
    ],
    caughtBy: ['flow/partial-tiling-is-a-lower-bound'],
  },
  mutant(
    'flows since the beginning',
    '§1.2: a flow is the sum over the calendar year unless said',
    [
      'formLeaf',
      'return flowLeaf(column, moment, asked);',
      'return flowLeaf(column, { ...moment, windowStart: context.planStart }, asked);',
    ],
    'flow/sum-over-the-calendar-year',
  ),
  mutant(
    'cumulative figures of the last year',
    "§1.3: cumulative is the sum since the plan's start",
    [
      'formLeaf',
      'return flowLeaf(column, { ...moment, windowStart: context.planStart }, asked);',
      'return flowLeaf(column, moment, asked);',
    ],
    'flow/cumulative-since-the-plan-start',
  ),
  mutant(
    'an inferred date is overdue without a word',
    '§1.30: a target without a stated date is never called overdue without that remark',
    ['remarksOf', "if (verdict === V.notAttained && isUnstated(target.schedule)) remarks.push('dateNotExplicit');", ''],
    'verdict/date-that-the-text-does-not-state',
  ),
  mutant(
    'an early start moves the batch',
    '§8.18: an early start moves nothing',
    [
      'searchMembers',
      'else if (day < start) members.notStarted[row] = 1;',
      "else if (day < start && !context.dataset.events.get('start')?.some((event) => event.area === row)) members.notStarted[row] = 1;",
    ],
    'verdict/not-started-before-its-cohort',
  ),
  mutant(
    'late on the last day of its year',
    '§4.2: due in the year of its cohort, late after it',
    ['stateAt', "return asOf <= end ? 'due' : undefined;", "return asOf < end ? 'due' : undefined;"],
    'rollout/planned-due-started-late',
  ),
  mutant(
    'late where nobody reports starts',
    '§9.5: `late` needs a file in which starts are reported',
    ['evaluateRollout', "reported ? 'late' : 'unreported'", "'late'"],
    'rollout/no-start-on-file',
  ),
  mutant(
    'a member still to come makes its register known',
    '§9.6: what lies after `asOf` changes nothing, not even whether it is reported',
    ['cutDataset', 'keepRows(dataset.registers, ({ from }) => from <= day)', 'dataset.registers'],
    'files/members-after-the-day',
  ),
  mutant(
    'a period to come is read',
    '§9.6: a report of a period that has not ended by `asOf` changes nothing at all',
    ['columnAsOf', 'if (ahead < 0) return column;', 'if (ahead < 9) return column;'],
    'growth/reference-of-a-period-ahead',
  ),
  mutant(
    'a start still to come makes areas late',
    '§9.6: an event after `asOf` changes nothing, not even whether its kind is reported',
    ['cutDataset', 'keepRows(dataset.events, ({ date }) => date <= day)', 'dataset.events'],
    'rollout/start-after-the-day',
  ),
  mutant(
    'growth of a half against a whole year',
    '§1.6: growth: this window against a reference window',
    [
      'referenceMoment',
      'windowStart: yearBefore(moment.windowStart), carry: moment.carry',
      'windowStart: yearBefore(moment.date) - 364, carry: moment.carry',
    ],
    'growth/of-the-same-half',
  ),
  mutant(
    'a window that cannot be computed is waited for',
    '§3.4: notComputable comes before notYetDue and undecided',
    ['judgeOutcomes', 'if ((due | running) & bit(V.notComputable)) return V.notComputable;', ''],
    'each-year/a-year-that-cannot-be-computed',
  ),
  mutant(
    'an error is waited for until its window is due',
    '§9.22: an error in a window that is still running shows at once',
    [
      'judgeOutcomes',
      'if ((due | running) & bit(V.dataError)) return V.dataError;',
      'if (due & bit(V.dataError)) return V.dataError;',
    ],
    'verdict/error-in-a-running-window',
  ),
  mutant(
    'an error of before the plan is of the running window',
    '§1.26, §9.22: an error in an older level that is carried belongs to its own window',
    ['outcomeSoFar', 'return endOf(window.formed.frame, row) < start ? V.notYetDue : outcome;', 'return outcome;'],
    'verdict/error-in-a-running-window',
  ),
  mutant(
    'a batch has not come until somebody reports',
    '§9.3: notStarted never from the date of a report',
    [
      'findStanding',
      'const now = compiled.repeated ? findMembers(context, compiled, context.asOf) : members;',
      'const now = members;',
    ],
    'verdict/started-and-silent-since',
  ),
  mutant(
    'nobody to report is nothing reported',
    '§1.41, §9.2: an owing area without any members is notComputable',
    ['hasNobody', 'return members[row] === 0 && compiled.ofAreas;', 'return false;'],
    'verdict/owing-without-members',
  ),
  mutant(
    'every year begins on 1 January',
    "§9.10: windows are those of the plan's calendar",
    [
      'impliedStart',
      'yearStart(own, end + 1) === end + 1 ? own : CALENDAR',
      'yearStart(own, end + 1) === end + 1 ? CALENDAR : CALENDAR',
    ],
    'flow/year-of-the-plan',
  ),
  mutant(
    'a year begins whenever the plan did',
    "§9.10: on the plan's first day where the plan is whole years",
    [
      'impliedStart',
      'yearStart(own, end + 1) === end + 1 ? own : CALENDAR',
      'yearStart(own, end + 1) === end + 1 ? own : own',
    ],
    'flow/plan-of-no-whole-years',
  ),
  mutant(
    'a declared year is not asked',
    '§7.10: a plan may declare the day its years begin on',
    ['yearsOf', 'declaredYears(plan) ?? {', '{'],
    'calendar/plan-that-begins-within-a-year',
  ),
  mutant(
    'FY2025 is named after its beginning whatever is said',
    '§7.10: or ends in it where the plan says so',
    ['beginOf', "years.named === 'end' && !isCalendar(years)", "years.named === 'end' && isCalendar(years)"],
    'calendar/named-after-its-end',
  ),
  mutant(
    'one quarter under two names is two',
    '§7.10: where both are the same days, they are one period',
    [
      'readPeriod',
      'own.start === period.start && own.end === period.end ? own : period',
      'own.start > own.end ? own : period',
    ],
    'calendar/corrected-under-the-other-name',
  ),
  mutant(
    'a year’s percentage is its last quarter’s whatever is said',
    '§6.5: the last of them, or pooled, or their mean',
    ['rate', 'BY_READING[over]', 'BY_READING[over] && BY_READING.last'],
    'calendar/year-of-a-percentage',
    'calendar/pooled-over-villages-and-quarters',
  ),
  mutant(
    'percentages of quarters are added up',
    '§6.5: it is never their sum',
    ['takeMean', 'asIntegers(top, bottom * weights)', 'asIntegers(top, bottom * 90n)'],
    'calendar/ninety-seven-in-every-quarter',
  ),
  mutant(
    'a half weighs as a quarter in a mean',
    '§6.5: or their mean',
    ['WEIGHTS', 'half: 180n', 'half: 90n'],
    'calendar/mean-of-a-half-and-two-quarters',
  ),
  mutant(
    'a year told of in part is pooled',
    '§2.4: a member without data leaves both sums',
    ['formRates', 'if (covered < window.needed) continue;', ''],
    'calendar/pooled-over-villages-and-quarters',
  ),
  mutant(
    'a quarter is judged as its half',
    '§1.26: every window is judged by itself',
    ['WINDOWS', "eachQuarter: 'quarter'", "eachQuarter: 'half'"],
    'calendar/level-of-each-quarter',
  ),
  mutant(
    'attained before its start',
    "§9.18: never before an area's start on its clock",
    ['findFirstDays', 'members.notStarted[row] === 1 || ', ''],
    'due/first-attained-after-its-start',
  ),
  mutant(
    'half a year stays below its limit',
    "§1.26, §3.2: firstAttainedOn asks the target's own window",
    ['daysToTry', 'compiled.traits.tellsAtEnd || present.tests.common.upward === false', 'compiled.traits.tellsAtEnd'],
    'due/first-attained-in-its-window',
  ),
  mutant(
    'registers are never held throughout',
    '§1.28: throughout is held in every period',
    ['windowsOf', 'ofOneWindow || indicatorsOf(measure).length === 0)', 'ofOneWindow)'],
    'throughout/register-at-the-end-of-each-year',
  ),
  mutant(
    'parts above their total in the last year alone',
    '§1.43: parts above the total are a data error',
    [
      'judgeWindow',
      '(overTotal.has(row) ? V.dataError : judgeRow(compiled, formed.frame, test(row), row))',
      'judgeRow(compiled, formed.frame, test(row), row)',
    ],
    'parts/in-each-year',
  ),
];
