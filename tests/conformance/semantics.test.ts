import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutants } from '../mutants/mutants.js';
import { listCases, readCase } from './cases.js';

const contract = readFileSync(new URL('../../docs/semantics.md', import.meta.url), 'utf8');
const rules = [...contract.matchAll(/^- \*\*(\d+\.\d+)\*\* /gm)].map(([, id = '']) => id);

/** Rules named in a text: `§2.7` and `§8.23` of "semantics §2.7, §8.23: both bounds agree". */
function cited(text: string): readonly string[] {
  return [...text.matchAll(/§(\d+(?:\.\d+)?)/g)].map(([, id = '']) => id);
}

const cases = listCases().map((name) => ({ name, rule: readCase(name).expectation.rule }));
const mistakes = Object.values(mutants).flat();

describe('docs/semantics.md', () => {
  test('numbers its rules in order, each once', () => {
    for (const section of new Set(rules.map((id) => id.split('.')[0]))) {
      const numbers = rules.filter((id) => id.startsWith(`${section}.`)).map((id) => Number(id.split('.')[1]));
      expect(numbers, `section ${section}`).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(new Set(rules).size).toBe(rules.length);
  });

  test.each(cases)('is cited by $name with rules that stand there', ({ rule }) => {
    expect(cited(rule).length, rule).toBeGreaterThan(0);
    expect(
      cited(rule).filter((id) => !rules.includes(id)),
      rule,
    ).toEqual([]);
  });

  test('is cited by every mutant with rules that stand there', () => {
    const wrong = mistakes.filter(
      ({ rule }) => cited(rule).length === 0 || cited(rule).some((id) => !rules.includes(id)),
    );
    expect(wrong.map(({ name, rule }) => `${name}: ${rule}`)).toEqual([]);
  });

  test('has a case for every rule', () => {
    const decided = new Set(cases.flatMap(({ rule }) => cited(rule)));
    expect(rules.filter((id) => !decided.has(id))).toEqual([]);
  });
});
