import { evaluate } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../packages/map/src/scene/summarise.js';
import { readCounty } from './county.js';

// What is said of the whole county in whole sentences: each target, at each level of the roster, on three dates.

const { plan, dataset } = readCounty();

/** The county, two townships, and villages of both: of every batch, and one that is in none. */
const { areas } = dataset.roster;
const rows = [
  ...areas.flatMap(({ level }, row) => (level === 'county' ? [row] : [])),
  ...areas.flatMap(({ level }, row) => (level === 'township' ? [row] : [])).slice(0, 2),
  ...['2020', '2021', '2022', ''].flatMap((cohort) =>
    areas.flatMap(({ level, rollout }, row) => (level === 'village' && rollout === cohort ? [row] : [])).slice(0, 1),
  ),
];

interface Said {
  readonly where: string;
  readonly zh: string;
  readonly en: string;
}

const said: readonly Said[] = ['2020-09-30', '2021-12-31', '2022-12-31'].flatMap((asOf) => {
  const evaluation = evaluate(plan, dataset, { asOf });
  return plan.targets.flatMap(({ id }) =>
    rows.flatMap((row): readonly Said[] => {
      const target = evaluation.target(id);
      const code = areas[row]?.code ?? '';
      if (target.at(row).verdict === 'notApplicable') return [];
      const where = `${id} at ${code} on ${asOf}`;
      const sentence = (locale: 'zh' | 'en') => summarise(evaluation, id, locale, code);
      return [
        ...target.explain(row).steps.map(({ kind, text }) => ({ where: `${kind} of ${where}`, ...text })),
        { where: `sentence of ${where}`, zh: sentence('zh'), en: sentence('en') },
      ];
    }),
  );
});

const wrong = (test: (said: Said) => string | undefined): readonly string[] =>
  said.flatMap((one) => {
    const found = test(one);
    return found === undefined ? [] : [`${one.where}: ${found}`];
  });

describe('sentences about the county', () => {
  it('are there', () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(said.length).toBeGreaterThan(10_000);
  });

  it('have Chinese punctuation between Chinese', () => {
    expect(
      wrong(
        ({ zh }) => /.{0,8}(?:[\u4e00-\u9fff）”][,;:()]|[,;:()][\u4e00-\u9fff（“]|。。|，，|：：).{0,8}/u.exec(zh)?.[0],
      ),
    ).toEqual([]);
  });

  it('name readings in words, never by their parameters', () => {
    const parameters = plan.targets.flatMap(({ readings = [] }) =>
      readings.map(({ parameter, chosen }) => `${parameter}=${String(chosen)}`),
    );
    expect(parameters.length).toBeGreaterThan(20);
    expect(
      wrong(({ zh, en }) => parameters.find((parameter) => zh.includes(parameter) || en.includes(parameter))),
    ).toEqual([]);
    expect(wrong(({ zh, en }) => /\b[a-z]\w*=\w+/.exec(`${zh} ${en}`)?.[0])).toEqual([]);
  });

  it('leave no Chinese unit in an English sentence', () => {
    // names of places, sources and clauses stay as they are
    const names = [...areas.map(({ name }) => name), '示例数据'];
    const left = (en: string) =>
      names
        .reduce((text, name) => text.replaceAll(name, ''), en.replace(/^Clause [^:]*:/, ''))
        .replace(/[一二三四五六七八九十]+\([一二三四五六七八九十]+\)/gu, '');
    expect(wrong(({ en }) => /.{0,8}[\u4e00-\u9fff].{0,8}/u.exec(left(en))?.[0])).toEqual([]);
  });
});
