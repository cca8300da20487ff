import type { Target } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from './hold.js';
import { evaluateWorld } from './world.js';
import type { Row, World } from './world.js';

/** A span of months, counted from January 2020; both ends inclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Told extends Span {
  readonly value: number;
}

/** A village, the months in which it ceased into another, and what it told. */
interface Village {
  readonly code: string;
  /** Last month; none for those that stand. */
  readonly until?: number;
  readonly into?: string;
  /** First month of one that did not exist before. */
  readonly since?: number;
  readonly told: readonly Told[];
}

const MONTHS: Span = { from: 0, to: 35 };
const WINDOWS: Readonly<Record<string, Span>> = {
  all: MONTHS,
  until2021: { from: 0, to: 23 },
  year2021: { from: 12, to: 23 },
  half: { from: 30, to: 35 },
};

const two = (part: number): string => String(part).padStart(2, '0');

function periodOf({ from, to }: Span): string {
  const year = 2020 + Math.floor(from / 12);
  const length = to - from + 1;
  if (length === 12) return String(year);
  const first = from % 12;
  if (length === 6) return `${year}-H${first / 6 + 1}`;
  return length === 3 ? `${year}-Q${first / 3 + 1}` : `${year}-${two(first + 1)}`;
}

function dayOf(month: number, day: number): string {
  return new Date(Date.UTC(2020, month, day)).toISOString().slice(0, 10);
}

const lastDay = (month: number): string => dayOf(month + 1, 0);

/** Periods that tile some months, with gaps: each is told, left out, or told in shorter ones, as the tape says. */
function tile(tape: readonly number[]): readonly Told[] {
  let at = 0;
  const next = (): number => tape[at++ % tape.length] ?? 0;
  const walk = (span: Span, lengths: readonly number[]): readonly Told[] => {
    const choice = next();
    const [shorter, ...rest] = lengths;
    if (choice === 0) return [];
    if (choice < 5 || shorter === undefined) return [{ ...span, value: next() }];
    const parts = (span.to - span.from + 1) / shorter;
    return Array.from({ length: parts }, (_, part) => span.from + part * shorter).flatMap((from) =>
      walk({ from, to: from + shorter - 1 }, rest),
    );
  };
  return [0, 12, 24].flatMap((from) => walk({ from, to: from + 11 }, [6, 3, 1]));
}

const tapes = fc.array(fc.nat({ max: 9 }), { minLength: 40, maxLength: 40 }).map(tile);
/** Most tapes leave something out: these leave out nothing. */
const wholeTapes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }).map(tile);
const told = fc.oneof(tapes, wholeTapes, wholeTapes);
const month = fc.integer({ min: 0, max: 30 });

/** Two or three villages of which one goes on, a chain of mergers, or two that became a new one. */
const counties: fc.Arbitrary<readonly Village[]> = fc
  .record({
    kind: fc.constantFrom('goesOn', 'two', 'chain', 'new'),
    first: month,
    second: month,
    of: fc.tuple(told, told, told),
  })
  .map(({ kind, first, second, of: [a, b, c] }) => {
    const [early, late] = [Math.min(first, second), Math.max(first, second)];
    const before = (all: readonly Told[], until: number) => all.filter(({ to }) => to <= until);
    if (kind === 'new') {
      return [
        { code: 'V1', since: early + 1, told: a.filter(({ to }) => to > early) },
        { code: 'V2', until: early, into: 'V1', told: before(b, early) },
        { code: 'V3', until: early, into: 'V1', told: before(c, early) },
      ];
    }
    const other = { code: 'V2', until: late, into: 'V1', told: before(b, late) };
    const third = { code: 'V3', until: early, into: kind === 'chain' ? 'V2' : 'V1', told: before(c, early) };
    return [{ code: 'V1', told: a }, other, ...(kind === 'goesOn' ? [] : [third])];
  });

/** What comes together in a village: sums that are whole, and every report in them. */
interface Sum {
  readonly whole: boolean;
  readonly used: readonly string[];
  readonly value: number;
}

const key = (code: string, period: Span): string => `${code} ${periodOf(period)}`;

/** Each one's own periods up to its last month; one of the successor that ends later speaks for all. */
function addUp(villages: readonly Village[], code: string, window: Span, seenFrom: number): Sum {
  const own = villages.find((village) => village.code === code);
  const inside = own?.told.filter(({ from, to }) => from >= window.from && to <= window.to) ?? [];
  const parts = villages
    .filter(({ into, until = 0 }) => into === code && until < seenFrom && until >= window.from)
    .map((village): Sum => {
      const until = Math.min(village.until ?? 0, window.to);
      const across = inside.find(({ from, to }) => from <= until && to > until);
      return addUp(villages, village.code, { from: window.from, to: across ? across.from - 1 : until }, seenFrom);
    });
  const since = Math.max(window.from, own?.since ?? 0);
  const begins = Math.min(since, ...inside.map(({ from }) => from));
  const months = inside.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const needed = since > window.to ? 0 : window.to - begins + 1;
  return {
    whole: months === needed && parts.every(({ whole }) => whole),
    used: [...inside.map((period) => key(code, period)), ...parts.flatMap(({ used }) => used)],
    value: [...inside, ...parts].reduce((sum, { value }) => sum + value, 0),
  };
}

const targets = Object.entries(WINDOWS).map(([id, { to }]): Target => ({
  id,
  clause: '一',
  domain: 'd',
  name: { zh: id, en: id },
  measure:
    id === 'all' || id === 'until2021'
      ? { kind: 'cumulative', indicator: 'milk' }
      : { kind: 'flow', indicator: 'milk' },
  criterion: { kind: 'atLeast', value: 1, unit: '吨' },
  schedule:
    id === 'half' ? { kind: 'eachHalf', basis: 'explicit' } : { kind: 'by', date: lastDay(to), basis: 'explicit' },
  scope: { owes: { level: 'village' }, rollUp: 'sum' },
}));

function worldOf(villages: readonly Village[], asOf: string): World {
  const place = { C: { level: 'county', kind: 'county' }, T: { level: 'township', parent: 'C', kind: 'township' } };
  return {
    targets,
    areas: [
      ...Object.entries(place).map(([code, row]) => ({ code, name: code, ...row })),
      ...villages.map(({ code, until, into = '', since }): Row => ({
        code,
        name: code,
        level: 'village',
        parent: 'T',
        kind: 'villagers-committee',
        successor: into,
        ...(until !== undefined && { validTo: lastDay(until) }),
        ...(since !== undefined && { validFrom: dayOf(since, 1) }),
      })),
    ],
    observations: rowsOf(villages),
    registers: [],
    events: [],
    links: [],
    asOf,
    knownOn: undefined,
  };
}

function rowsOf(villages: readonly Village[]): readonly Row[] {
  return villages.flatMap(({ code, told: all }) =>
    all.map(({ value, ...span }) => ({ indicator: 'milk', area: code, period: periodOf(span), value: String(value) })),
  );
}

test('flows of villages that came together are the sums of what each told in its own periods', () => {
  hold(counties, 250, (villages) => {
    const world = worldOf(villages, '2022-12-31');
    const evaluation = evaluateWorld(world);
    const row = evaluation.dataset.roster.indexOf('V1');
    const lines = world.observations.map(({ area, period }) => `${area} ${period}`);
    for (const [id, window] of Object.entries(WINDOWS)) {
      const target = evaluation.target(id);
      if ((villages[0]?.since ?? 0) > window.to) continue;
      const sum = addUp(villages, 'V1', window, window.to);
      const { figure, completeness } = target.at(row);
      expect(completeness, id).toEqual({ reported: sum.whole ? 1 : 0, total: 1 });
      if (!sum.whole) {
        expect(figure ?? 0, id).toBeLessThanOrEqual(sum.value);
        continue;
      }
      expect(figure, id).toBe(sum.value);
      const places = target.explain(row).steps.flatMap(({ place = '' }) => place.split(' + ').filter(Boolean));
      const named = places.map((place) => lines[Number(place.split(':')[1]) - 2]);
      expect(new Set(named), id).toEqual(new Set(sum.used));
    }
  });
});

test('what an old code tells later of a period its successor told a part of changes nothing', () => {
  const years = fc.subarray([0, 12, 24], { minLength: 1 });
  hold(fc.tuple(counties, years), 150, ([villages, from]) => {
    const [next, old] = villages;
    const until = old?.until ?? 0;
    const later = from
      .map((first) => ({ from: first, to: first + 11, value: 100 }))
      .filter(({ from: start, to }) => to > until && next?.told.some((own) => own.from <= to && own.to >= start));
    const world = worldOf(villages, '2022-12-31');
    const more = { ...world, observations: [...world.observations, ...rowsOf([{ code: 'V2', told: later }])] };
    const [before, after] = [evaluateWorld(world), evaluateWorld(more)];
    const row = before.dataset.roster.indexOf('V1');
    for (const { id } of targets) expect(after.target(id).at(row), id).toEqual(before.target(id).at(row));
    const same = later.filter(({ from: start }) =>
      next?.told.some((own) => own.from === start && own.to === start + 11),
    );
    const named = after.diagnostics.filter(({ code }) => code === 'flow-under-old-code');
    expect(named).toHaveLength(later.length - same.length);
  });
});
