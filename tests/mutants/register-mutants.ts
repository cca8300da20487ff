import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Registers, ledgers, events, cases and links. */
export const registerMutants: readonly Mutant[] = [
  mutant(
    'a person in two villages counts twice',
    '§1.4: count: distinct members of a register',
    ['tallyIds', 'const shared = several.has(register.id);', 'const shared = false;'],
    'count/person-in-two-villages-counts-once',
  ),
  mutant(
    'gone on the last day',
    '§8.16: a member stands when from ≤ date ≤ to',
    ['stands', 'return row.from <= day && day <= row.to;', 'return row.from <= day && day < row.to;'],
    'count/standing-dates-are-inclusive',
  ),
  mutant(
    'a missing attribute is no',
    '§8.17: a missing attribute is unknown',
    [
      'satisfies',
      "if (value === undefined || value === '') return undefined;",
      "if (value === undefined || value === '') return false;",
    ],
    'count/missing-attribute-is-unknown',
  ),
  mutant(
    'nobody in the area is no data',
    '§8.17: an area without rows in a register is 0',
    ['judgeCount', 'if (!overRoster && isSilent(frame, row)) return V.noData;', 'if (members === 0) return V.noData;'],
    'remaining/no-ledger-is-no-data',
  ),
  mutant(
    'no register is zero members',
    '§8.17: a register without rows is noData',
    [
      'formCount',
      'if (!rows) return frame;\n  markConcerned(frame, members, context.roster);\n  const own',
      'markConcerned(frame, members, context.roster);\n  if (!rows) return frame;\n  const own',
    ],
    'count/no-rows-against-no-register',
  ),
  mutant(
    'finished when it began',
    '§8.16: finished when `to` lies in the window',
    ['isInTime', 'return row.to >= start && row.to <= date;', 'return row.from >= start && row.from <= date;'],
    'count/finished-in-the-window',
  ),
  mutant(
    'the same works counted every year',
    '§1.27: newOnly counts a unit once over all windows',
    [
      'formCount',
      'const earlier = countedBefore(context, compiled, measure, moment, own);',
      'const earlier = new Map<string, Answer>();',
    ],
    'count/new-only-counts-a-unit-once',
  ),
  mutant(
    'whatever was finished before has counted',
    '§1.27, §9.16: newOnly leaves out only what has counted before',
    ['countedBefore', 'if (answer !== false) counted.set(', 'counted.set('],
    'count/new-only-leaves-out-what-counted',
  ),
  mutant(
    'an unfinished work is unknown',
    '§9.16: an unfinished work fails whatever its unknown attribute would say',
    [
      'formCount',
      'const matches = inTime && (measure.where ? satisfies(register, measure.where) : true);',
      'const given = measure.where ? satisfies(register, measure.where) : true;\n    const matches = given === undefined ? given : given && inTime;',
    ],
    'count/unfinished-whatever-its-attribute',
  ),
  mutant(
    'members of areas that owe nothing count above',
    '§9.16: a count above owing townships is their distinct union',
    ['formCount', 'const own = rowsUnder(context, rows, members);', 'const own = rows;'],
    'count/distinct-above-owing-townships',
  ),
  mutant(
    'closed once is closed for good',
    '§5.8: reopening is an event, not an edit',
    ['findItems', 'addTurns(turns, events.get(kinds.reopened), true, day);', ''],
    'remaining/reopened-item-is-open',
  ),
  mutant(
    'silence in the event file is no data',
    '§8.13: where the file has any event of that kind, no event means not done',
    [
      'eventLeaf',
      'leaf.known[row] = 1;\n',
      'if (!events.some((event) => event.area === row)) continue;\n    leaf.known[row] = 1;\n',
    ],
    'state/silence-of-the-file',
  ),
  mutant(
    'no event file is not done',
    '§8.13: otherwise noData',
    [
      'eventLeaf',
      'const events = context.dataset.events.get(kind);\n  if (!events) return leaf;',
      'const events = context.dataset.events.get(kind) ?? [];',
    ],
    'state/silence-of-the-file',
  ),
  mutant(
    'done before it happened',
    '§1.11: a state with the date it became true',
    [
      'eventLeaf',
      'if ((days[row] as number) <= date) leaf.a[row] = 1;',
      'if (!Number.isNaN(days[row] as number)) leaf.a[row] = 1;',
    ],
    'state/event-by-its-date',
  ),
  mutant(
    'a round counts whoever it covered',
    '§1.13: occurrence: dated events with who was covered',
    [
      'formOccurrences',
      'frame.a[row] = measure.covering ? roundsCovering(context, held, row, measure.covering) : held.length;',
      'frame.a[row] = held.length;',
    ],
    'occurrence/round-must-cover-every-township',
  ),
  mutant(
    'no case is all of them',
    '§5.12: no case is noCase, never 100%',
    ['judgeRow', 'if (flags & FLAG.noCase) return V.noCase;', 'if (flags & FLAG.noCase) return V.attained;'],
    'case/none-is-never-all',
  ),
  mutant(
    "a case is breached on its limit's day",
    "§8.26, §9.4: on its limit's day an open case is still open",
    ['findCases', 'limit <= day && limit < context.asOf', 'limit <= day'],
    'case/open-on-its-last-day',
  ),
  mutant(
    'a case inside its limit is a breach',
    '§5.11: a case still inside its limit is not due',
    [
      'stateOf',
      "return over ? 'breached' : 'running';\n}\n\n/** The condition",
      "return 'breached';\n}\n\n/** The condition",
    ],
    'case/inside-its-limit-is-not-due',
  ),
  mutant(
    "the limit's day is too late",
    "§8.26: the limit's day is inclusive",
    [
      'stateOf',
      'if (acts.some((act) => act.date >= condition.date && act.date <= limit))',
      'if (acts.some((act) => act.date >= condition.date && act.date < limit))',
    ],
    'case/after-within-an-inclusive-limit',
  ),
  mutant(
    'before on the same day',
    '§8.26: before is strictly earlier',
    [
      'stateOf',
      'acts.some((act) => act.date < condition.date && act.date >= earliest)',
      'acts.some((act) => act.date <= condition.date && act.date >= earliest)',
    ],
    'case/before-is-strictly-earlier',
  ),
  mutant(
    'three years with a gap between',
    '§5.10: n in a row',
    ['streaks', 'run = year === last + 1 ? run + 1 : 1;', 'run = run + 1;'],
    'case/gap-between-years',
  ),
  mutant(
    'links of yesterday',
    '§5.9: who is responsible here today',
    ['areasHeld', 'link.from <= span.to && link.to >= span.from', 'link.from <= span.to'],
    'assignment/each-leader-one-of-each',
  ),
  mutant(
    'finished in the year, whatever the window',
    '§1.26: a surplus does not carry over',
    [
      'isInTime',
      "const start = when === 'finishedInYear' ? windowStart : planStart;",
      "const start = when === 'finishedInYear' ? Math.min(windowStart, date - 364) : planStart;",
    ],
    'count/finished-in-each-half',
  ),
  mutant(
    'once finished, never new again',
    '§1.27: newOnly counts a unit once over all windows',
    [
      'countedBefore',
      '{ date: end, windowStart: start }, planStart)) continue;',
      '{ date: end, windowStart: Number.NEGATIVE_INFINITY }, planStart)) continue;',
    ],
    'count/new-only-over-its-windows',
  ),
  mutant(
    'no case leaves the county in doubt',
    '§5.12: no case is noCase',
    ['standingBits', '  if (now === V.noCase) return waiting | (1 << 7);\n', ''],
    'case/none-leaves-the-county',
  ),
  mutant(
    'a title held for ever',
    '§1.32: holders of a title at a date',
    ['findHolders', 'from <= day && day <= to).map', 'from <= day).map'],
    'roll-up/holders-of-a-title-owe',
  ),
  mutant(
    'a merged village begins anew',
    '§8.28: reports under an old code count where the successor is silent',
    ['eventLeaf', '  inheritDays(days, context.roster);\n', ''],
    'merger/started-before-the-merger',
  ),
  mutant(
    'one of two villages has started for both',
    '§8.28: predecessors make their successor together',
    [
      'inheritDays',
      'Math.max(inherited.get(next) ?? Number.NEGATIVE_INFINITY, days[row] as number)',
      'Math.max(inherited.get(next) ?? Number.NEGATIVE_INFINITY, Number.isNaN(days[row] as number) ? Number.NEGATIVE_INFINITY : (days[row] as number))',
    ],
    'merger/started-before-the-merger',
  ),
  mutant(
    'cases since the beginning in every year',
    '§1.26: repeated schedules judge each window on its own',
    [
      'formCases',
      'if (compiled.repeated && (limit < moment.windowStart || (over && limit > moment.date))) continue;',
      '',
    ],
    'case/each-year-its-own',
  ),
];
