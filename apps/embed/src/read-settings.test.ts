import { Board } from '@guatu/map';
import { describe, expect, test } from 'vitest';
import { readWish } from './parent-channel.js';
import { readSettings } from './read-settings.js';

const base = 'https://county.example/board/embed/';
const read = (search: string, allowed: readonly string[] = []): ReturnType<typeof readSettings> =>
  readSettings(search, { base, allowed });

/** Everything that was left out, in a language. */
const leftOut = (search: string, locale: 'zh' | 'en'): readonly string[] => {
  const { problems, findings } = read(search);
  const board = new Board();
  return [
    ...problems.map((problem) => problem[locale]),
    ...findings.map((finding) => `data: ${board.describe(finding, locale)}`),
  ];
};

test('an empty address is an empty board without complaint', () => {
  const { settings, problems } = read('');
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({ sources: {}, state: { highContrast: false }, renderer: 'auto', parent: '' });
  expect(settings.shows.size).toBe(0);
});

test('files of the page’s own origin, sorted by their names', () => {
  const { settings, problems } = read(
    '?plan=../data/plan.json&areas=../data/areas.csv&data=../data/observations.csv+../data/events.csv&data=/x/observations-2021.csv',
  );
  expect(problems).toEqual([]);
  expect(settings.sources).toEqual({
    plan: 'https://county.example/board/data/plan.json',
    areas: ['https://county.example/board/data/areas.csv'],
    observations: [
      'https://county.example/board/data/observations.csv',
      'https://county.example/x/observations-2021.csv',
    ],
    events: ['https://county.example/board/data/events.csv'],
  });
});

test('shapes, levels and what stands under the map', () => {
  const { settings, problems } = read(
    '?boundaries=../data/villages.json&crs=GCJ02&within=620321104000&levels=fixed&shapes=tiles&tiles=hexagon&export=1&publication-check=1',
  );
  expect(problems).toEqual([]);
  expect(settings.sources).toEqual({ boundaries: 'https://county.example/board/data/villages.json', crs: 'GCJ02' });
  expect(settings.state).toEqual({
    within: '620321104000',
    levels: 'fixed',
    shapes: 'tiles',
    tiles: 'hexagon',
    highContrast: false,
  });
  expect(settings).toMatchObject({ exportable: true, publicationCheck: true });
});

test('what is chosen, and what stands beside the map', () => {
  const { settings, problems } = read(
    '?target=a&domain=b&breaks=1,5&compare-to=2020-12-31&comparison=change&as-of=2021-12-31&view=lights&level=township&locale=en&theme=dark&text-size=large&high-contrast=1&legend=1&timeline=1&card=0&parent=https://www.example.gov.cn/page',
  );
  expect(problems).toEqual([]);
  expect(settings.state).toEqual({
    target: 'a',
    domain: 'b',
    breaks: '1,5',
    compareTo: '2020-12-31',
    comparison: 'change',
    asOf: '2021-12-31',
    view: 'lights',
    level: 'township',
    locale: 'en',
    theme: 'dark',
    textSize: 'large',
    highContrast: true,
  });
  expect([...settings.shows]).toEqual(['legend', 'timeline']);
  expect(settings).toMatchObject({ parent: 'https://www.example.gov.cn' });
});

describe('what is left out, and said', () => {
  test.each([
    [
      'plan=https://elsewhere.example/plan.json',
      'plan: "https://elsewhere.example" is not this page\'s origin nor one it allows, left out',
    ],
    [
      'plan=//elsewhere.example/plan.json',
      'plan: "https://elsewhere.example" is not this page\'s origin nor one it allows, left out',
    ],
    [
      'plan=http://county.example/plan.json',
      'plan: "http://county.example" is not this page\'s origin nor one it allows, left out',
    ],
    ['plan=javascript:alert(1)', 'plan: "javascript:alert(1)" is not on the web, left out'],
    ['areas=data:text/csv,code', 'areas: "data:text/csv,code" is not on the web, left out'],
    ['areas=https://me:secret@county.example/a.csv', 'areas: "county.example" with a name or password, left out'],
    ['areas=https://%5B', 'areas: "https://[" is no address, left out'],
    [
      'data=notes.txt',
      'data: notes.txt: not read: expected a name that begins with observations, registers, events or links and ends in .csv',
    ],
    [`plan=${'a'.repeat(2001)}`, 'plan: an address of 2001 characters, left out'],
    [`data=${'events.csv+'.repeat(25)}`, 'src, plan, areas, data, boundaries: 25 files, more than 24, none is read'],
    [
      'boundaries=https://elsewhere.example/v.pmtiles',
      'boundaries: "https://elsewhere.example" is not this page\'s origin nor one it allows, left out',
    ],
    ['plan=a.json&plan=b.json', 'plan: one file is read, the others are left out'],
    [`target=${'x'.repeat(201)}`, 'target: longer than 200 characters, left out'],
    ['legend=yes', 'legend: expected 0 or 1, got "yes"'],
    ['renderer=flash', 'renderer: expected one of auto, svg, maplibre, got "flash"'],
    ['parent=file:///etc', 'parent: expected an origin like https://www.example.gov.cn, got "file:///etc"'],
    ['publisher=县局', 'publisher: not taken from an address; whoever hosts this page writes it into it, left out'],
    [
      'approval-number=甘S(2022)1号',
      'approval-number: not taken from an address; whoever hosts this page writes it into it, left out',
    ],
    ['data-date=2021年底', 'data-date: not taken from an address; whoever hosts this page writes it into it, left out'],
    ['crs=EPSG:3857', 'crs: expected one of WGS84, CGCS2000, GCJ02, BD09, got "EPSG:3857"'],
    ['plan2=x', '"plan2": unknown, left out'],
  ])('%s', (search, problem) => {
    expect(leftOut(search, 'en')).toEqual([problem]);
    // the same in Chinese, with the same values from outside
    const [zh = '', ...more] = leftOut(search, 'zh');
    expect(more).toEqual([]);
    expect(zh).toMatch(/[\u4e00-\u9fff]{2}/u);
    expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:]/u);
    for (const [, quoted = ''] of problem.matchAll(/"([^"]*)"/g)) expect(zh).toContain(quoted);
  });

  test('of several wrong files, each', () => {
    const wrong = [
      'https://a.example/events.csv',
      'https://b.example/links.csv',
      'notes.txt',
      'javascript:1',
      'https://a.example/registers.csv',
    ];
    expect(leftOut(`data=${wrong.join('+')}&data=events.csv`, 'en')).toEqual([
      'data: "https://a.example" is not this page\'s origin nor one it allows, left out',
      'data: "https://b.example" is not this page\'s origin nor one it allows, left out',
      'data: "javascript:1" is not on the web, left out',
      'data: "https://a.example" is not this page\'s origin nor one it allows, left out',
      'data: notes.txt: not read: expected a name that begins with observations, registers, events or links and ends in .csv',
    ]);
  });

  test('an origin the host allows is read', () => {
    const { settings, problems } = read('plan=https://data.example/plan.json', ['https://data.example']);
    expect(problems).toEqual([]);
    expect(settings.sources.plan).toBe('https://data.example/plan.json');
  });
});

test.each([
  [
    {
      guatu: 1,
      type: 'set',
      state: { target: null, asOf: '2021-06-30', theme: 3, pointed: 'x', __proto__: { view: 'lights' } },
    },
    { target: null, asOf: '2021-06-30' },
  ],
  [
    { guatu: 1, type: 'set', state: { breaks: [1, 5], domain: null, compareTo: '2020-12-31', comparison: 7 } },
    { breaks: [1, 5], domain: null, compareTo: '2020-12-31' },
  ],
  [{ guatu: 1, type: 'set', state: 'all' }, undefined],
  [{ guatu: 2, type: 'set', state: {} }, undefined],
  [{ type: 'set', state: {} }, undefined],
  ['set', undefined],
  [null, undefined],
])('a wish of the page around: %j', (message, wish) => {
  expect(readWish(message)).toEqual(wish);
});
