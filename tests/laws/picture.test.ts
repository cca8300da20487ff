import { evaluate } from '@guatu/core';
import { Board } from '@guatu/map';
import { buildScene, layoutTiles } from '@guatu/map/scene';
import { describe, expect, it } from 'vitest';
import { readCounty, readCountyPlan, readCountyRows } from './county.js';

/** What holds for every picture of the county's whole plan, whatever is shown and whenever. */
const { plan, dataset } = readCounty();
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe.each(['2020-12-31', '2021-06-30', '2022-12-31'])('every picture as of %s', (asOf) => {
  const evaluation = evaluate(plan, dataset, { asOf });

  it.each(['village', 'township'] as const)('adds up at the %s', (level) => {
    const layout = layoutTiles(dataset.roster, { width: 776, level });
    const wrong: string[] = [];
    for (const target of plan.targets) {
      const { legend, paints, summary } = buildScene({ evaluation, layout, target: target.id, level });
      const nothings = sum(legend.nothings.filter(({ kind }) => kind !== 'notApplicable').map(({ count }) => count));
      if (sum(legend.counts.flat()) + nothings !== legend.total) wrong.push(`${target.id}: the legend does not add up`);
      const words = [summary, ...paints.map(({ label }) => label)].join(' ');
      if (/NaN|undefined|null|Infinity|\.\d{6}/.test(words)) wrong.push(`${target.id}: ${summary}`);
      const { numerator, level: ancestor } = evaluation.target(target.id).at(0);
      const members = legend.basis === 'progress' && target.measure.kind === 'share';
      const owing =
        legend.basis === 'attainment' && ancestor !== target.scope.owes.level && level === target.scope.owes.level;
      const arrived = sum(legend.counts.map((row) => row.at(-1) ?? 0));
      if (numerator !== null && (members || owing) && arrived !== numerator) {
        wrong.push(`${target.id}: ${arrived} areas painted as arrived, ${numerator} in the sentence: ${summary}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const DATES = ['2020-06-30', '2020-12-31', '2021-06-30', '2021-12-31', '2022-12-31'] as const;
const RANK = { county: 0, township: 1, village: 2 } as const;

describe.each(DATES)('levels as of %s', (asOf) => {
  const evaluation = evaluate(plan, dataset, { asOf });
  const draw = (id: string, level: 'village' | 'township', view: 'both' | 'lights' = 'both') =>
    buildScene({ evaluation, layout: layoutTiles(dataset.roster, { width: 776, level }), target: id, level, view });

  it.each(['village', 'township'] as const)('nothing a higher level reports is painted onto the %s', (level) => {
    const wrong: string[] = [];
    let above = 0;
    for (const { id, scope } of plan.targets) {
      const reports = scope.from ?? scope.owes.level;
      if (RANK[reports] >= RANK[level]) continue;
      const scene = draw(id, level);
      const own = scene.layout.areas.some(
        ({ code }) => evaluation.target(id).at(dataset.roster.indexOf(code)).figure !== null,
      );
      if (own) continue; // registers and events are formed wherever their members lie
      above += 1;
      if (scene.paints.some(({ class: kind }) => typeof kind === 'number'))
        wrong.push(`${id}: painted by a figure of the ${reports}`);
      if (scene.paints.some(({ class: kind, pattern }) => kind === 'notReportedHere' && pattern !== 'hatch'))
        wrong.push(`${id}: not hatched`);
      if (scene.glyphs.length > 0 || draw(id, level, 'lights').glyphs.length > 0) wrong.push(`${id}: lit`);
      if (!scene.notices.some((notice) => notice.includes('只报到')))
        wrong.push(`${id}: does not say that it falls back`);
      // the figure stands in the sentence instead
      const { figure, unit } = evaluation.target(id).at(0);
      if (figure !== null && unit === '%' && !/%|持平/.test(scene.summary)) wrong.push(`${id}: ${scene.summary}`);
    }
    expect(wrong).toEqual([]);
    expect(above).toBeGreaterThan(5);
  });

  it('a township shows attainment and light only where it owes the target or its members are counted', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { id, scope } of plan.targets) {
      const scene = draw(id, 'township');
      const lit = draw(id, 'township', 'lights').glyphs.length > 0 || scene.glyphs.length > 0;
      const { basis, title } = scene.legend;
      seen.add(basis);
      const owed =
        scope.owes.level === 'township' ||
        (scope.owes.level === 'village' && (scope.rollUp === 'allOf' || scope.rollUp === 'shareOfAreas'));
      if (lit && !owed) wrong.push(`${id}: lit without owing it`);
      if (basis === 'figure' && !title.includes('无达标线')) wrong.push(`${id}: ${title}`);
      if (!owed && basis === 'attainment' && scene.paints.some(({ class: kind }) => typeof kind === 'number'))
        wrong.push(`${id}: attainment of what the county owes`);
    }
    expect(wrong).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining(['figure', 'attainment']));
  });

  it('a township’s drawing says how many of its villages reported', () => {
    const wrong: string[] = [];
    let told = 0;
    for (const { id } of plan.targets) {
      const scene = draw(id, 'township');
      for (const [index, { code }] of scene.layout.areas.entries()) {
        const { completeness, verdict } = evaluation.target(id).at(dataset.roster.indexOf(code));
        const { class: kind, label = '' } = scene.paints[index] ?? {};
        if (completeness.total <= 1 || typeof kind !== 'number' || verdict === 'notStarted') continue;
        told += 1;
        if (!label.includes(`已报${completeness.reported}/${completeness.total}`)) wrong.push(`${id} ${label}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });
});

describe('every domain, at every date and level', () => {
  it.each(DATES)('adds up, and says nothing that is no number, as of %s', (asOf) => {
    const evaluation = evaluate(plan, dataset, { asOf });
    const wrong: string[] = [];
    for (const level of ['village', 'township'] as const) {
      const layout = layoutTiles(dataset.roster, { width: 776, level });
      for (const { id } of plan.domains) {
        const {
          legend,
          paints,
          summary: text,
          values = [],
        } = buildScene({ evaluation, layout, target: null, domain: id, level });
        const nothings = sum(legend.nothings.filter(({ kind }) => kind !== 'notApplicable').map(({ count }) => count));
        if (sum(legend.counts.flat()) + nothings !== legend.total)
          wrong.push(`${id} ${level}: the legend does not add up`);
        if (/NaN|undefined|null|Infinity|\.\d{6}/.test([text, ...paints.map(({ label }) => label)].join(' ')))
          wrong.push(`${id} ${level}: ${text}`);
        if (values.some((value) => value !== null && (value < 0 || value > 1)))
          wrong.push(`${id} ${level}: beyond 0…1`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every target between two dates', () => {
  it.each(['village', 'township'] as const)('adds up at the %s, and changes nothing by missing', (level) => {
    const [before, after] = [
      evaluate(plan, dataset, { asOf: '2020-12-31' }),
      evaluate(plan, dataset, { asOf: '2021-12-31' }),
    ];
    const layout = layoutTiles(dataset.roster, { width: 776, level });
    const wrong: string[] = [];
    for (const { id } of plan.targets) {
      const scene = buildScene({
        evaluation: after,
        layout,
        target: id,
        level,
        compare: { evaluation: before, as: 'change' },
      });
      const { legend, paints, values = [] } = scene;
      const nothings = sum(legend.nothings.filter(({ kind }) => kind !== 'notApplicable').map(({ count }) => count));
      if (sum(legend.counts.flat()) + nothings !== legend.total) wrong.push(`${id}: the legend does not add up`);
      if (/NaN|undefined|null|Infinity|\.\d{6}/.test([scene.summary, ...paints.map(({ label }) => label)].join(' ')))
        wrong.push(`${id}: ${scene.summary}`);
      for (const [index, { code }] of layout.areas.entries()) {
        const row = dataset.roster.indexOf(code);
        const silent = [before, after].some((evaluation) => {
          const { completeness } = evaluation.target(id).at(row);
          return completeness.total > 0 && completeness.reported === 0;
        });
        if (silent && values[index] !== null) wrong.push(`${id} ${code}: ${values[index]} although a date is missing`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the timeline', () => {
  it('stops only where something changes', async () => {
    const board = new Board();
    await board.load({ plan: readCountyPlan(), ...readCountyRows() });
    const { stops } = board;
    const describeAll = (asOf: string): string => {
      const evaluation = evaluate(plan, dataset, { asOf });
      const targets = plan.targets
        .map(({ id }) => evaluation.target(id))
        .map(({ verdicts, drawn }) => [verdicts.join(), drawn.join()]);
      return JSON.stringify([targets, dataset.roster.areas.map((_, row) => evaluation.rollout(row))]);
    };
    const pictures = stops.map(({ date }) => describeAll(date));
    expect(stops.length).toBeGreaterThan(3);
    for (const [index, picture] of pictures.entries())
      if (index > 0) expect(picture === pictures[index - 1], stops[index]?.date).toBe(false);
  });
});

describe('the lines over every township', () => {
  const evaluation = evaluate(plan, dataset, { asOf: '2021-12-31' });

  it.each([352, 376, 712, 776, 1232])('say at %i pixels how many villages started and how many reported', (width) => {
    const layout = layoutTiles(dataset.roster, { width, level: 'village' });
    const { texts } = buildScene({
      evaluation,
      layout,
      target: 'collective-income-5-2022',
      level: 'village',
      locale: 'zh',
    });
    const lines = texts.filter(({ role }) => role === 'groupDetail').map(({ text }) => text);
    expect(lines.filter((line) => /^启动\d+\/\d+ · 报数\d+\/\d+$/u.test(line))).toHaveLength(10);
  });

  it.each([352, 712, 776, 1232])('say the same on the townships themselves at %i pixels', (width) => {
    const layout = layoutTiles(dataset.roster, { width, level: 'township' });
    const { texts } = buildScene({
      evaluation,
      layout,
      target: 'collective-income-5-2022',
      level: 'township',
      locale: 'zh',
    });
    const said = layout.areas.map(({ code }) =>
      texts
        .filter((text) => text.code === code && text.role === 'groupDetail')
        .map(({ text }) => text)
        .join(' · '),
    );
    expect(said.filter((line) => /^启动\d+\/\d+ · 报数\d+\/\d+$/u.test(line))).toHaveLength(10);
  });
});
