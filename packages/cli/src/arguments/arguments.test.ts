import { describe, expect, test } from 'vitest';
import { readCheck, readDraw, readEvaluate } from './command-line.js';
import { chooseLocale } from './locale.js';
import { distance } from './read-options.js';

const evaluate = (...args: string[]) => readEvaluate(['plan.json', ...args], 'en');

describe('evaluate', () => {
  test('what is left out has its default', () => {
    expect(evaluate('--as-of', '2021-12-31')).toEqual({
      plan: 'plan.json',
      areas: [],
      data: [],
      locale: 'en',
      asOf: '2021-12-31',
      knownOn: null,
      targets: [],
      levels: [],
      format: 'table',
      explain: false,
      progress: null,
      output: null,
    });
  });

  test('options repeat where they may', () => {
    const given = evaluate(
      '--data',
      'a',
      '--data=b',
      '--areas',
      'c.csv',
      '--as-of=2021-12-31',
      '--known-on',
      '2022-01-31',
      '--target',
      'x',
      '--target',
      'y',
      '--target',
      'x',
      '--level',
      'county',
      '--level',
      'village',
      '--format',
      'csv',
      '--explain',
      '-o',
      'out.csv',
      '--progress',
      'stepped',
    );
    expect(given).toMatchObject({
      data: ['a', 'b'],
      areas: ['c.csv'],
      knownOn: '2022-01-31',
      targets: ['x', 'y'],
      levels: ['county', 'village'],
      format: 'csv',
      explain: true,
      output: 'out.csv',
      progress: 'stepped',
    });
  });

  test.each([
    [['--as-of', '2021-02-30'], '--as-of: expected a date like 2021-12-31, got "2021-02-30"'],
    [[], '--as-of DATE is missing'],
    [['--as-of'], '--as-of: a value is missing after it'],
    [['--as-of', '--explain'], '--as-of: a value is missing after it'],
    [['--as-of', '2021-12-31', '--as-of', '2022-12-31'], '--as-of can be given once only'],
    [
      ['--as-of', '2021-12-31', '--level', 'province'],
      '--level: expected one of county, township, village, got "province"',
    ],
    [['--as-of', '2021-12-31', '--format', 'xml'], '--format: expected one of table, json, csv, got "xml"'],
    [['--as-of', '2021-12-31', '--explain=yes'], '--explain takes no value'],
    [['--as-of', '2021-12-31', '--targets', 'x'], 'there is no option --targets. did you mean --target?'],
    [['--as-of', '2021-12-31', '--colour'], 'there is no option --colour. options: --areas'],
    [['--as-of', '2021-12-31', '--__proto__', 'x'], 'there is no option --__proto__'],
    [['--as-of', '2021-12-31', 'other.json'], 'one plan file only, but there is also: other.json'],
    [['--as-of', '2021-12-31', '--locale', 'fr'], '--locale: expected one of zh, en, got "fr"'],
  ])('%j is refused with what to do', (args, message) => {
    expect(() => evaluate(...args)).toThrow(message);
  });

  test('a plan is needed', () => {
    expect(() => readCheck([], 'en')).toThrow('the plan file is missing');
  });
});

describe('draw', () => {
  const draw = (...args: string[]) => readDraw(['plan.json', '--as-of', '2021-12-31', ...args], 'en');

  test('without a target the rollout is drawn', () => {
    expect(draw()).toMatchObject({ target: null, view: 'rollout', level: null, width: 960, mapOnly: false });
    expect(draw('--target', 'x')).toMatchObject({ target: 'x', view: 'both' });
    expect(draw('--view', 'lights')).toMatchObject({ target: null, view: 'lights' });
  });

  test('a second day must be a day', () => {
    expect(draw('--compare-to', '2020-12-31', '--view', 'figure')).toMatchObject({
      compareTo: '2020-12-31',
      view: 'figure',
    });
    expect(draw()).toMatchObject({ compareTo: null, comparison: 'beside' });
    expect(() => draw('--compare-to', '2020-12-31', '--map-only')).toThrow('add --comparison change');
    expect(() => draw('--compare-to', 'yesterday')).toThrow('--compare-to');
  });

  test.each(['0', '100', 'wide', '1e9', '960.5'])('--width %s is refused', (width) => {
    expect(() => draw('--width', width)).toThrow('--width: expected a whole number from 160 to 20000');
  });
});

test('the language is the one asked for, else that of the environment', () => {
  expect(chooseLocale(['--locale', 'zh'], { LANG: 'en_GB' })).toBe('zh');
  expect(chooseLocale(['--locale=en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(chooseLocale([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(chooseLocale([], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB' })).toBe('zh');
  expect(chooseLocale([], { LANG: 'C' })).toBe('en');
});

test('distance counts letters added, dropped and changed', () => {
  expect(distance('target', 'targets')).toBe(1);
  expect(distance('kitten', 'sitting')).toBe(3);
  expect(distance('', 'abc')).toBe(3);
});
