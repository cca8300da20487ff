import type { Measure } from '@guatu/core';
import * as fc from 'fast-check';
import { arbitraryTarget } from './arbitrary-target.js';
import type { TargetOptions } from './arbitrary-target.js';
import type { Row, World } from './world.js';

type Arb<T> = fc.Arbitrary<T>;

export interface WorldOptions extends TargetOptions {
  /** How many targets share the data; 3 at most by default. */
  readonly targets?: number;
  /** Half-years alone, which neither overlap nor end on one day; all kinds of periods by default. */
  readonly halves?: boolean;
  /** Nothing negative and nothing contradictory, each cell reported once at most. */
  readonly clean?: boolean;
  /** Always a day on which everything is due. */
  readonly due?: boolean;
}

const HALVES = ['2019-H2', '2020-H1', '2020-H2', '2021-H1', '2021-H2', '2022-H1', '2022-H2'];
const MIXED = [...HALVES, '2019', '2020', '2021', '2022', '2021-Q1', '2021-06', '2022-12', '2021-06-30', '2020-12-31'];
const DAYS = [
  '2019-12-31',
  '2020-06-30',
  '2020-12-31',
  '2021-03-15',
  '2021-06-30',
  '2021-12-31',
  '2022-07-01',
  '2022-12-31',
  '2023-06-30',
];

const day = fc.constantFrom(...DAYS);
const blankOrDay = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: day });

/** A county, one or two townships and up to six villages below them. */
const arbitraryAreas: Arb<readonly Row[]> = fc
  .array(
    fc.array(
      fc.record({
        kind: fc.constantFrom(
          'villagers-committee',
          'villagers-committee',
          'villagers-committee',
          'residents-committee',
        ),
        rollout: fc.constantFrom('2020', '2021', '2022', ''),
        validTo: fc.constantFrom('', '', '', '', '2021-06-30'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((townships) => [
    { code: 'C', name: '县', level: 'county', kind: 'county' },
    ...townships.flatMap((villages, t) => [
      { code: `T${t}`, name: '乡', level: 'township', parent: 'C', kind: t === 0 ? 'township' : 'town' },
      ...villages.map((village, v) => ({
        code: `V${t}${v}`,
        name: '村',
        level: 'village',
        parent: `T${t}`,
        ...village,
      })),
    ]),
  ]);

/** About the marks of the targets; 1.9 and 3.8 are within a tenth of 2 and 4. */
const DECIMALS = ['0', '0.1', '0.2', '0.3', '1', '1.5', '1.9', '2', '2.7', '3.8', '4', '10', '20000'];
const BLANKS = ['', '-', '—', '/', '缺'];

/** What an indicator reports for one cell; `undefined` for no row. */
function arbitraryFigure(indicator: string, clean: boolean): Arb<Row | undefined> {
  const blank = fc.constantFrom(...BLANKS).map((value): Row => ({ value }));
  const known = knownFigure(indicator, clean);
  return fc.oneof(
    { weight: 6, arbitrary: known },
    { weight: 1, arbitrary: blank },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

function knownFigure(indicator: string, clean: boolean): Arb<Row> {
  const number = clean ? fc.constantFrom(...DECIMALS) : fc.constantFrom(...DECIMALS, '-1', '-0.3', '1e2');
  switch (indicator) {
    case 'land':
      return fc.record({ value: number, unit: fc.constantFrom('', '万亩', '亩') });
    case 'milk':
      return fc.record({ value: number, unit: fc.constantFrom('', '吨', '公斤') });
    case 'toilets':
    case 'grain': {
      const whole = fc.integer({ min: 0, max: 12 });
      const pair = fc.tuple(whole, whole).map(([x, y]): Row => {
        const [low, high] = clean ? [Math.min(x, y), Math.max(x, y)] : [x, y];
        return { numerator: String(low), denominator: String(high) };
      });
      const bare = fc.integer({ min: 0, max: 100 }).map((value): Row => ({ value: String(value), unit: '%' }));
      return fc.oneof({ weight: 5, arbitrary: pair }, { weight: 1, arbitrary: bare });
    }
    case 'station':
    case 'stars':
      return fc.integer({ min: 1, max: 5 }).map((value) => ({ value: String(value) }));
    default:
      return fc.constantFrom('0', '1').map((value) => ({ value }));
  }
}

function arbitraryObservations(
  indicators: readonly string[],
  areas: readonly Row[],
  options: WorldOptions,
): Arb<readonly Row[]> {
  const clean = options.clean === true;
  return fc
    .subarray(options.halves ? HALVES : MIXED, { minLength: 1, maxLength: options.halves ? 7 : 5 })
    .chain((periods) => {
      const cells = indicators.flatMap((indicator) =>
        areas.flatMap(({ code = '' }) => periods.map((period) => ({ indicator, area: code, period }))),
      );
      const rows = fc.tuple(
        ...cells.map((cell) =>
          fc
            .tuple(arbitraryFigure(cell.indicator, clean), blankOrDay)
            .map(([figure, reportedOn]): Row | undefined => figure && { ...cell, ...figure, reportedOn }),
        ),
      );
      const repeats = fc.array(
        fc
          .tuple(fc.constantFrom(...cells, { indicator: '', area: 'C', period: '2020' }), blankOrDay)
          .chain(([cell, reportedOn]) =>
            knownFigure(cell.indicator, false).map((figure): Row => ({ ...cell, ...figure, reportedOn })),
          ),
        { maxLength: clean ? 0 : 5 },
      );
      return fc.tuple(rows, repeats).map(([once, again]) => [...once.filter((row) => row !== undefined), ...again]);
    });
}

function arbitraryRegisters(codes: readonly string[]): Arb<readonly Row[]> {
  const member = fc.record({
    id: fc.constantFrom('w1', 'w2', 'w3', 'w4', '__proto__'),
    area: fc.constantFrom('', ...codes),
    class: fc.constantFrom('park', 'shop', 'mill', ''),
    from: blankOrDay,
    attributes: fc.constantFrom('level=a;size=3', 'level=b;size=2', 'size=7', 'level=a', 'size=many', ''),
  });
  return fc.array(
    fc.tuple(fc.constantFrom('works', 'works', 'leader'), member, blankOrDay).map(([register, row, to]) => ({
      register,
      ...row,
      to: to >= row.from ? to : '',
    })),
    { maxLength: 8 },
  );
}

function arbitraryEvents(codes: readonly string[]): Arb<readonly Row[]> {
  return fc.array(
    fc.record({
      kind: fc.constantFrom('start', 'round', 'cond', 'act', 'finding-opened', 'finding-closed', 'finding-reopened'),
      id: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
      subject: fc.constantFrom(...codes),
      date: day,
      covered: fc.subarray([...codes]).map((some) => some.join(';')),
    }),
    { maxLength: 12 },
  );
}

function arbitraryLinks(codes: readonly string[]): Arb<readonly Row[]> {
  return fc.array(
    fc
      .record({
        actor: fc.constantFrom('w1', 'w2', 'w3'),
        role: fc.constantFrom('township', 'village'),
        area: fc.constantFrom(...codes),
        from: blankOrDay,
        to: blankOrDay,
      })
      .map((row) => ({ ...row, to: row.to >= row.from ? row.to : '' })),
    { maxLength: 8 },
  );
}

function indicatorsOf(measure: Measure): readonly string[] {
  if (measure.kind === 'checklist') return measure.items;
  if ('predicate' in measure) return indicatorsOf(measure.predicate.measure);
  return 'indicator' in measure ? [measure.indicator] : [];
}

/** A plan of a few targets and data that reach, miss and contradict them. */
export function arbitraryWorld(options: WorldOptions = {}): Arb<World> {
  const count = options.targets ?? 3;
  const targets = fc
    .integer({ min: 1, max: count })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, index) => arbitraryTarget(`t${index}`, options))));
  return fc.tuple(targets, arbitraryAreas).chain(([chosen, areas]) => {
    const indicators = [...new Set(chosen.flatMap(({ measure }) => indicatorsOf(measure)))];
    const codes = areas.flatMap(({ code }) => code ?? []);
    return fc.record({
      targets: fc.constant(chosen),
      areas: fc.constant(areas),
      observations: arbitraryObservations(indicators, areas, options),
      registers: arbitraryRegisters(codes),
      events: arbitraryEvents(codes),
      links: arbitraryLinks(codes),
      asOf: options.due ? fc.constant('2022-12-31') : day,
      knownOn: options.clean ? fc.constant(undefined) : fc.option(day, { nil: undefined, freq: 4 }),
    });
  });
}
