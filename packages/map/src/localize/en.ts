import { areaNoun, MONTHS, nameLight, nounFor, verdictsIn } from '@guatu/core/names';
import type { Messages } from './zh.js';

const joinWords = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

/** `1, 5, 10 (10,000 yuan)`, `20, 40%`. */
const joinUnit = (bounds: string, unit: string): string =>
  unit === '%' ? `${bounds}%` : unit === '' ? bounds : `${bounds} (${unit})`;

/** English texts of the picture. */
export const en: Messages = {
  nothing: {
    notStarted: 'not started',
    noData: 'not reported',
    notComputable: 'reported, cannot be computed',
    notApplicable: 'not applicable',
    notReportedHere: 'not reported at this level',
  },
  refused: {
    here: (rows) => `nothing usable; ${rows} ${rows === 1 ? 'row' : 'rows'} refused`,
    some: (rows) => `not reported or refused (${rows} ${rows === 1 ? 'row' : 'rows'} refused)`,
    besides: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'} refused`,
  },
  rollout: {
    started: 'started',
    due: 'due this year',
    late: 'late',
    unreported: 'start not reported',
    planned: 'batch not due',
  },
  rolloutShort: { due: 'due', late: 'late', unreported: '?' },
  light: {
    green: nameLight('green', 'en'),
    yellow: nameLight('yellow', 'en'),
    red: nameLight('red', 'en'),
    none: 'no light',
  },
  lightShort: { green: 'green', yellow: 'yellow', red: 'red', none: 'none' },
  verdict: verdictsIn('en'),
  verdictIn: (verdict, periods) => `${verdict}: ${periods}`,
  movement: {
    asIntended: 'better than a year before',
    against: 'worse than a year before',
    unchanged: 'unchanged from a year before',
    unknown: 'not comparable with a year before',
  },
  level: { county: 'county', township: 'township', village: 'village' },
  unitOfLevel: (level, count) => nounFor(count, areaNoun(level), 'en'),
  cohort: (year) => (year === '' ? 'no batch' : year),
  cohortOf: (mark, year) => `${mark} batch of ${year}`,
  startedOn: (date) => `started ${date}`,
  month: (month) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
  attained: 'attained',
  allStarted: 'all started',
  allAttained: 'all attained',
  percentRange: (from, to) => `${from}–${to}%`,
  range: (from, to) => `${from}–${to}`,
  rangeOpen: (from) => `${from} or more`,
  yes: 'yes',
  no: 'no',
  grade: (grade) => `grade ${grade}`,
  legend: {
    byBatch: (classes) => `Start year × ${classes}`,
    alone: (classes) => classes.charAt(0).toUpperCase() + classes.slice(1),
    attainment: 'attainment',
    progress: 'attainment',
    domain: 'attainment of the domain',
    figure: (unit) => `own figure${unit === '' ? '' : ` (${unit})`}, no pass mark`,
    ownFigure: (unit) => `own figure${unit === '' ? '' : ` (${unit})`}`,
    rollout: 'rollout state',
    started: 'share started',
    lights: 'light',
    change: (unit) => `change${unit === '' ? '' : ` (${unit})`}`,
    changeOfRollout: 'change of the rollout',
    changeOfLights: 'change of light',
    points: 'percentage points',
    cut: {
      fifths: () => 'Fifths, lower bound included',
      fixed: (bounds) => `By size of change ${bounds}, lower bound included`,
      plan: (bounds, unit) => `By what the plan asks of one area: ${joinUnit(bounds, unit)}, lower bound included`,
      equal: (bounds, unit) =>
        `Equal intervals${bounds === '' ? '' : `: ${joinUnit(bounds, unit)}`}, lower bound included`,
      quantile: (bounds, unit) =>
        `Quantiles${bounds === '' ? '' : `: ${joinUnit(bounds, unit)}`}, lower bound included`,
      natural: (bounds, unit) =>
        `Natural breaks${bounds === '' ? '' : `: ${joinUnit(bounds, unit)}`}, lower bound included`,
      manual: (bounds, unit) => `Given bounds: ${joinUnit(bounds, unit)}, lower bound included`,
      attainedApart: (cut) => `${cut}; attained apart`,
    },
    formula: {
      domain:
        'Attainment of a domain: mean of own figure ÷ what is asked (each 100% at most) over the targets of the domain that ask something of the area and have data; missing data is left out, never zero',
      change: (from, to) =>
        `Change: ${to} minus ${from}; an area without a figure of its own at either date is left out, not zero`,
    },
  },
  change: {
    same: 'unchanged',
    none: '0 (unchanged)',
    range: (sign, from, to) => `${sign}${from}–${to}`,
    atLeast: (sign, from) => `${sign}${from} or more`,
    light: { less: 'worse', more: 'better' },
    rollout: {
      newlyStarted: 'newly started',
      newlyLate: 'newly late',
      startedBefore: 'started before',
      waiting: 'not started yet',
    },
    fromTo: (before, after) => `${before} → ${after}`,
    stays: (figure) => `${figure}, unchanged`,
    points: (points) => `${points} ${/^[+−]?1$/.test(points) ? 'point' : 'points'}`,
    missingAt: (date, why) => `${why} on ${date}`,
    subject: (name, from, to) => `${name}, ${from} to ${to}: `,
    comparable: (known, total, unit) =>
      known === total ? `all ${total} ${unit} comparable` : `${known} of ${total} ${unit} comparable`,
    moved: (more, less, same) => `${more} up, ${less} down, ${same} unchanged`,
    movedFigures: (more, less, same) => `${more} more, ${less} less, ${same} unchanged`,
    movedLights: (more, less, same) => `${more} better, ${less} worse, ${same} unchanged`,
    missing: (count, unit) => `${count} ${unit} without a figure at one of the dates`,
    rolloutFound: (newly, before, after, unit) => `${newly} ${unit} newly started (${before} → ${after})`,
    lateFound: (count, unit) => `${count} ${unit} newly late`,
    nothing: 'no areas to compare',
  },
  domain: {
    subject: (name, date) => `${name}, as of ${date}: `,
    mean: (known, total, unit, percent) =>
      known === total
        ? `${percent} attained on average over ${total} ${unit}`
        : `${percent} attained on average over the ${known} of ${total} ${unit} with data`,
    full: (count, unit) => `${count} ${unit} ${count === 1 ? 'attains' : 'attain'} all of it`,
    ends: (best, bestPercent, worst, worstPercent) =>
      `highest ${best} at ${bestPercent}, lowest ${worst} at ${worstPercent}`,
    own: (name, percent, counted) => `${name}: ${percent} attained, ${counted}`,
    none: (level) => `no target can be formed for a ${level}`,
    silent: 'nothing reported yet',
    counted: (reported, total) => `${reported} of ${total} ${total === 1 ? 'target' : 'targets'} with data`,
    counts: (figure, share) => `${figure}, counted as ${share}`,
    countedInAll: (reported, total) => `data for ${reported} of ${total} targets of all areas together`,
  },
  header: {
    started: (started, total) => `${started}/${total} started`,
    startsUnreported: 'starts not reported',
    reported: (reported, total) => `${reported}/${total} reported`,
    noFigure: 'none',
    refused: 'refused',
    notComputable: 'not computable',
    passing: (percent) => `${percent} pass`,
  },
  notice: {
    tiles: 'Schematic layout, not administrative boundaries',
    points: (count, all) =>
      `${count === all ? 'Dots show' : count === 1 ? '1 dot shows' : `${count} dots show`} places, not administrative boundaries; dots that would touch are moved apart`,
    enlarged: (count) =>
      count === 1
        ? '1 area too small to be seen is drawn as a dot'
        : `${count} areas too small to be seen are drawn as dots`,
    generalised:
      'Too many villages for one picture: each township is painted as most of its villages are; zoom in to see them',
    coarser: (level) => `Reported by the ${level} only; areas below it are hatched`,
    notDrawn: (count) =>
      count === 1
        ? '1 residents’ committee is outside the rollout and not drawn'
        : `${count} residents’ committees are outside the rollout and not drawn`,
  },
  label: {
    join: ', ',
    list: ', ',
    progress: (percent) => `${percent}% attained`,
    attainment: (percent) => `${percent}% attained`,
    figure: (figure) => `reported ${figure}`,
    against: (figure, required) => `${figure} of ${required} required`,
    reported: (reported, total) => `${reported} of ${total} reported`,
    stale: 'earlier figure carried forward',
  },
  sheet: {
    publisher: (name) => `Published by ${name}`,
    approval: (number) => `Map approval number ${number}`,
    dataDate: (date) => `Data as of ${date}`,
    join: ' · ',
  },
  summary: {
    ofArea: (name, sentence) => `${name}. ${sentence}`,
    ofOne: (name, sentence) => `${name}: ${sentence}`,
    moreAreas: (count) => `And ${count} more.`,
    subject: (name, date) => `${name}, as of ${date}: `,
    join: '; ',
    end: '.',
    noData: 'nothing reported yet',
    nothingHere: 'there is nothing to count here',
    notComputable: 'cannot be computed from the reports',
    dataError: 'the reports contradict each other',
    noCase: 'no case arose',
    notApplicable: 'does not apply to this area',
    notStarted: 'the batch has not come yet',
    shareOfAll: (passing, total, unit, percent) => joinWords(`${passing} of ${total}`, unit, `pass, ${percent}`),
    shareOfReported: (passing, reported, total, unit, percent) =>
      `${passing} of the ${reported} ${unit} that reported pass, ${percent} of all ${total}`,
    remaining: (count) => `${count} left`,
    cleared: 'none left',
    figure: (figure) => figure,
    rate: (percent, numerator, denominator) => `${percent} (${numerator} of ${denominator})`,
    done: 'done',
    notDone: 'not done',
    growth: (percent, up) => (up ? `up ${percent}` : `down ${percent}`),
    growthOf: (percent, up, now, before) => `${up ? 'up' : 'down'} ${percent} (${before} → ${now})`,
    unchanged: 'unchanged from the reference',
    periods: (met, judged) => `${met} of ${judged} judged ${judged === 1 ? 'period' : 'periods'} met`,
    missedPeriods: (periods) => `missed in ${periods}`,
    brokenPeriods: (periods) => `in ${periods}`,
    reported: (reported, total, unit) =>
      reported === total ? `all ${total} ${unit} reported` : `${reported} of ${total} ${unit} reported`,
    carried: (reported, total, unit, period) =>
      reported < total
        ? `${reported} of ${total} ${unit} reported for ${period}, earlier figures of the others carried forward`
        : `all ${total} ${unit} have a figure, carried forward from ${period} at the latest`,
    carriedPart: (total, unit) => `all ${total} ${unit} have a figure, some of them carried forward`,
    carriedFrom: (period) => `carried forward from ${period}`,
    due: {
      yearEnd: (year) => `by the end of ${year}`,
      monthEnd: (year, month) => `by the end of ${MONTHS[month - 1] ?? ''} ${year}`,
      day: (date) => `by ${date}`,
      eachYear: 'every year',
      eachHalf: 'every half-year',
      eachQuarter: 'every quarter',
      eachMonth: 'every month',
      throughout: 'throughout',
      standing: 'at any time',
    },
    must: {
      atLeast: (due, value) => `${value} required ${due}`,
      some: (due) => `some required ${due}`,
      moreThan: (due, value) => `more than ${value} required ${due}`,
      atMost: (due, value) => `at most ${value} allowed ${due}`,
      lessThan: (due, value) => `less than ${value} allowed ${due}`,
      between: (due, low, high) => `${low} to ${high} required ${due}`,
      about: (due, value) => `about ${value} required ${due}`,
      every: (due) => `all required ${due}`,
      none: (due) => `none may be left ${due}`,
      notAbove: (due, value) => `no more than ${value === '' ? 'the reference' : value} allowed ${due}`,
      grade: (due, grade) => `${grade} or better required ${due}`,
      done: (due) => `required ${due}`,
      members: (due, count, percent) => `${count} (${percent}) required ${due}`,
    },
    reached: 'attained',
    reachedEarly: 'reached early',
    reachedWithinTolerance: 'attained within tolerance',
    short: (gap) => `${gap} short`,
    excess: (gap) => `${gap} over`,
    over: (gap) => `${gap} over so far`,
    within: 'within it so far',
    held: 'held so far',
    missed: 'missed',
    missedBy: (gap) => `missed by ${gap}`,
    missedOver: (gap) => `missed, ${gap} over`,
    undecided: 'undecided, since what is not reported could turn it',
    notJudged: 'shown, not judged',
    expected: (clause) => clause,
    withLight: (clause, light) => `${clause} (${light})`,
    rollout: (started, total, unit) => `${started} of ${total} ${unit} started`,
    cohort: (mark, started, total) => `${mark} ${started} of ${total}`,
    dueNow: (count, unit) => `${count} ${unit} due this year and not started`,
    late: (count, unit) => `${count} ${unit} late`,
    noStarts: 'no start is reported at all',
    startsUnreported: (count, unit) =>
      `no start is reported at all, so it is not known whether ${count} ${unit} started`,
    dueThisYear: (count, unit) => `${count} ${unit} due this year`,
    rolloutName: 'Rollout',
    rolloutSubject: (date) => `Rollout, as of ${date}: `,
    noRollout: 'this plan has no batches',
  },
};
