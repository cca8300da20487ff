import type { Condition, CountMeasure, Criterion, Result, Schedule, Target } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from './hold.js';
import { evaluateWorld, resultsOf } from './world.js';
import type { Row, World } from './world.js';

const AREAS: readonly Row[] = [
  { code: 'C', name: '县', level: 'county', kind: 'county' },
  ...['T0', 'T1'].flatMap((town) => [
    { code: town, name: '乡', level: 'township', parent: 'C', kind: 'township' },
    { code: `${town}V`, name: '村', level: 'village', parent: town, kind: 'villagers-committee' },
  ]),
];

const CONDITIONS: readonly Condition[] = [
  { attribute: 'level', is: 'a' },
  { attribute: 'size', atLeast: 3 },
  { class: 'park' },
  { all: [{ attribute: 'level', is: 'a' }, { class: 'park' }] },
  {
    any: [
      { attribute: 'level', is: 'a' },
      { attribute: 'size', atLeast: 3 },
    ],
  },
];

/** A work as somebody knows it; a field that is not there may be either of two things. */
interface Work {
  readonly id: string;
  readonly area: string;
  readonly from: string;
  readonly to: string;
  readonly class: string | undefined;
  readonly level: string | undefined;
  readonly size: string | undefined;
}

const CHOICES = { class: ['park', 'mill'], level: ['a', 'b'], size: ['2', '3'] } as const;
const FIELDS = Object.keys(CHOICES) as readonly (keyof typeof CHOICES)[];

const works = fc.array(
  fc
    .record({
      id: fc.constantFrom('w1', 'w2', 'w3'),
      area: fc.constantFrom('', 'C', 'T0', 'T0V', 'T1V', 'T1V'),
      from: fc.constantFrom('', '2020-03-01', '2021-06-30'),
      to: fc.constantFrom('', '2020-12-31', '2021-12-31', '2022-06-30'),
      class: fc.constantFrom('park', 'mill', 'park', undefined),
      level: fc.constantFrom('a', 'b', 'a', undefined),
      size: fc.constantFrom('2', '3', '3', undefined),
    })
    .map((work): Work => ({ ...work, to: work.to >= work.from ? work.to : '' })),
  { maxLength: 4 },
);

/** All that works may be, with what is not known settled one way or the other. */
function complete(known: readonly Work[]): readonly (readonly Work[])[] {
  const at = known.findIndex((work) => FIELDS.some((field) => work[field] === undefined));
  const work = known[at];
  const field = work && FIELDS.find((one) => work[one] === undefined);
  if (!work || !field) return [known];
  return CHOICES[field].flatMap((value) =>
    complete(known.map((one, index) => (index === at ? { ...work, [field]: value } : one))),
  );
}

function worldOf(target: Target, known: readonly Work[]): World {
  const registers = known.map(({ level, size, class: kind, ...work }): Row => ({
    register: 'works',
    ...work,
    class: kind ?? '',
    attributes: [level === undefined ? '' : `level=${level}`, size === undefined ? '' : `size=${size}`]
      .filter((one) => one !== '')
      .join(';'),
  }));
  // One that never was, so that the register is on file.
  const never = { register: 'works', id: 'never', area: 'C', from: '2019-01-01', to: '2019-01-02' };
  return {
    targets: [target],
    areas: AREAS,
    observations: [],
    registers: [...registers, never],
    events: [],
    links: [],
    asOf: '2022-12-31',
    knownOn: undefined,
  };
}

const targets = fc
  .record({
    where: fc.constantFrom(undefined, ...CONDITIONS),
    when: fc.constantFrom<CountMeasure['when']>('standing', 'finishedInYear', 'finishedSinceStart'),
    criterion: fc.constantFrom<Criterion>(
      { kind: 'atLeast', value: 1, unit: '个' },
      { kind: 'atMost', value: 1, unit: '个' },
      { kind: 'none' },
      { kind: 'every' },
    ),
    owes: fc.constantFrom<Target['scope']['owes']>(
      { level: 'county' },
      { level: 'township' },
      { level: 'township', areas: ['T1'] },
      { level: 'village' },
    ),
    schedule: fc.constantFrom<Schedule>(
      { kind: 'by', date: '2021-12-31', basis: 'explicit' },
      { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      { kind: 'eachYear', basis: 'explicit' },
      { kind: 'eachYear', newOnly: true, basis: 'explicit' },
    ),
  })
  .map(({ where, when, owes, ...rest }): Target => ({
    id: 't',
    clause: '一',
    domain: 'd',
    name: { zh: 't', en: 't' },
    measure: { kind: 'count', register: 'works', when, ...(where && { where }) },
    scope: { owes, from: 'village', rollUp: 'countDistinct' },
    ...rest,
  }));

const isPass = (verdict: string) => verdict === 'attained' || verdict === 'attainedWithinTolerance';

/** What is answered about one area, in its windows where it has some. */
function answersOf(target: Target, known: readonly Work[]): readonly Result[] {
  return resultsOf(evaluateWorld(worldOf(target, known)));
}

const few = works.filter((known) => complete(known).length <= 16);

test('what is decided about a count holds whatever the unknown turns out to be, and what is not may turn out either way', () => {
  hold(fc.tuple(targets, few), 70, ([target, known]) => {
    const settled = complete(known).map((one) => answersOf(target, one));
    answersOf(target, known).forEach((result, row) => {
      const outcomes = new Set(settled.map((one) => isPass(one[row]?.verdict ?? '')));
      const where = `${result.area}: ${result.verdict}`;
      if (isPass(result.verdict)) expect([...outcomes], where).toEqual([true]);
      if (result.verdict === 'notAttained') expect([...outcomes], where).toEqual([false]);
      if (result.verdict === 'undecided' && target.schedule.kind === 'by') expect(outcomes.size, where).toBe(2);
    });
  });
});

test('the bounds of a count are the least and the most it may turn out to be', () => {
  const single = targets.filter(({ schedule }) => schedule.kind === 'by');
  hold(fc.tuple(single, few), 70, ([target, known]) => {
    const settled = complete(known).map((one) => answersOf(target, one));
    answersOf(target, known).forEach((result, row) => {
      const figures = settled.flatMap((one) => one[row]?.figure ?? []);
      const expected = figures.length === 0 ? [] : [Math.min(...figures), Math.max(...figures)];
      const { bounds, figure, area, completeness } = result;
      // Of nothing but unknowns no figure is told.
      if (figure === null && completeness.total > 0 && completeness.reported === 0) return;
      expect(bounds ?? (figure === null ? [] : [figure, figure]), area).toEqual(expected);
    });
  });
});

/** How many ids pass, counted by hand from works that are known in full. */
function countByHand(
  { measure, scope }: Target,
  known: readonly Work[],
  code: string,
  [start, date]: readonly [string, string],
): number {
  if (measure.kind !== 'count') return Number.NaN;
  const inTime = ({ from, to }: Work): boolean => {
    if (measure.when === 'standing') return from <= date && (to === '' || date <= to);
    return to !== '' && to <= date && to >= (measure.when === 'finishedInYear' ? start : '2020-01-01');
  };
  const lies = ({ area }: Work, within: string): boolean => within === 'C' || area.startsWith(within);
  const owing = (work: Work): boolean => {
    const { level, areas } = scope.owes;
    if (level === 'county') return true;
    return level === 'township' ? (areas ?? ['T0', 'T1']).some((one) => lies(work, one)) : work.area.endsWith('V');
  };
  const passes = (work: Work, where: Condition | undefined): boolean => {
    if (!where) return true;
    if ('all' in where) return where.all.every((part) => passes(work, part));
    if ('any' in where) return where.any.some((part) => passes(work, part));
    if ('class' in where) return work.class === where.class;
    return 'is' in where ? work.level === where.is : Number(work.size) >= where.atLeast;
  };
  return new Set(
    known
      .filter((work) => owing(work) && lies(work, code) && inTime(work) && passes(work, measure.where))
      .map(({ id }) => id),
  ).size;
}

test('a count of works known in full is what anybody would count', () => {
  const counts = targets.filter(({ schedule, criterion }) => schedule.kind === 'by' && criterion.kind !== 'every');
  hold(fc.tuple(counts, works), 70, ([target, known]) => {
    const full = complete(known)[0] ?? [];
    const date = target.schedule.kind === 'by' ? target.schedule.date : '';
    for (const { area, figure, verdict } of answersOf(target, full)) {
      if (verdict === 'notApplicable') continue;
      expect(figure, area).toBe(countByHand(target, full, area, [`${date.slice(0, 4)}-01-01`, date]));
    }
  });
});
