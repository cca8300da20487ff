import type { Target } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from './hold.js';
import { evaluateWorld } from './world.js';
import type { Row, World } from './world.js';

const COUNTY: Row = { code: 'C', name: '县', level: 'county', kind: 'county' };
const TOWNSHIPS: readonly Row[] = ['T0', 'T1'].map((code) => ({
  code,
  name: '乡',
  level: 'township',
  parent: 'C',
  kind: 'town',
}));

function target(id: string, indicator: string, parent?: string): Target {
  return {
    id,
    clause: '一',
    domain: 'd',
    name: { zh: id, en: id },
    measure: { kind: 'stock', indicator },
    criterion: { kind: 'atLeast', value: 1, unit: '万亩' },
    schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
    scope: { owes: { level: 'county' }, from: 'township', rollUp: 'sum' },
    ...(parent !== undefined && { parent }),
  };
}

/** Tenths of a 万亩 of a total and its two parts in two townships; `null` where nobody reported. */
const figures = fc.record({
  total: fc.tuple(tenths(), tenths()),
  seed: fc.tuple(tenths(), tenths()),
  fodder: fc.tuple(tenths(), tenths()),
});

function tenths() {
  return fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 6 });
}

/** Indicators stand for total and parts: what a part is measured by does not matter here. */
const INDICATORS = { total: 'land', seed: 'seed', fodder: 'fodder' } as const;

const TARGETS = [target('total', 'land'), target('seed', 'seed', 'total'), target('fodder', 'fodder', 'total')];

function worldOf(targets: readonly Target[], observations: readonly Row[]): World {
  return {
    targets,
    areas: [COUNTY, ...TOWNSHIPS],
    observations,
    registers: [],
    events: [],
    links: [],
    asOf: '2022-12-31',
    knownOn: undefined,
  };
}

test('parts above their total never go unreported, parts within it are never accused', () => {
  hold(figures, 300, (given) => {
    const observations = Object.entries(given).flatMap(([id, pair]) =>
      pair.flatMap((tenth, at): readonly Row[] =>
        tenth === null
          ? []
          : [
              {
                indicator: INDICATORS[id as keyof typeof INDICATORS],
                area: `T${at}`,
                period: '2022',
                value: String(tenth / 10),
                unit: '万亩',
              },
            ],
      ),
    );
    const evaluation = evaluateWorld(worldOf(TARGETS, observations));
    const verdictOf = (id: string) => evaluation.target(id).at(0).verdict;
    const known = (pair: readonly (number | null)[]) => pair.reduce<number>((sum, tenth) => sum + (tenth ?? 0), 0);
    const complete = given.total.every((tenth) => tenth !== null);
    const above = complete && known(given.seed) + known(given.fodder) > known(given.total);
    for (const part of ['seed', 'fodder'] as const) expect(verdictOf(part) === 'dataError', part).toBe(above);
    expect(verdictOf('total')).not.toBe('dataError');
  });
});

test('of repeated targets too, in whichever year they are above it', () => {
  hold(fc.tuple(figures, figures, figures), 100, (years) => {
    const observations = years.flatMap((given, year) =>
      Object.entries(given).flatMap(([id, pair]) =>
        pair.flatMap((tenth, at): readonly Row[] => {
          const indicator = INDICATORS[id as keyof typeof INDICATORS];
          return tenth === null
            ? []
            : [{ indicator, area: `T${at}`, period: String(2020 + year), value: String(tenth / 10), unit: '万亩' }];
        }),
      ),
    );
    // Nothing can be missed: at least 0 is asked for.
    const eachYear = (of: Target): Target => ({
      ...of,
      criterion: { kind: 'atLeast', value: 0, unit: '万亩' },
      schedule: { kind: 'eachYear', basis: 'explicit' },
    });
    const evaluation = evaluateWorld(worldOf(TARGETS.map(eachYear), observations));
    const known = (pair: readonly (number | null)[]) => pair.reduce<number>((sum, tenth) => sum + (tenth ?? 0), 0);
    const above = years.some(
      ({ total, seed, fodder }) => total.every((tenth) => tenth !== null) && known(seed) + known(fodder) > known(total),
    );
    for (const part of ['seed', 'fodder'])
      expect(evaluation.target(part).at(0).verdict === 'dataError', part).toBe(above);
    expect(evaluation.target('total').at(0).verdict).not.toBe('dataError');
  });
});
