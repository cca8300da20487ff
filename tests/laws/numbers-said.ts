import type { Result, Target } from '@guatu/core';

const PERCENT = 100;

/** Numbers of a text, as strings: dates, names, ids and ordinals are taken out first. */
export function numbersIn(text: string, names: readonly string[]): readonly string[] {
  const bare = names
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text)
    .replaceAll(/[①-⑳]/gu, ' ')
    .replaceAll(/\d{4}年(?:\d{1,2}月(?:\d{1,2}日|底)?|[上下]半年|[一二三四]季度|底)?/gu, ' ')
    .replaceAll(/\d{4}-(?:\d{2}(?:-\d{2})?|H\d|Q\d)/g, ' ')
    .replaceAll(/observations\.csv:\d+|registers\.csv:\d+/g, ' ')
    .replaceAll(/（[^（）]*报[，）][^）]*）?/gu, ' ');
  return [...bare.matchAll(/[−-]?\d[\d,]*(?:\.\d+)?/g)].map(([number]) => number.replace('−', '-').replaceAll(',', ''));
}

/** A requirement without the word for its direction. */
export function withoutDirection(text: string): string {
  return text.replace(/^(?:不超过|不高于|多于|少于|约)/u, '');
}

/** Tenths at least are said everywhere but where a text has room for whole numbers alone. */
const LEAST = 1;

/**
 * Whether a number as written is a value rounded to the digits written; halves may go either way.
 *
 * @param least - decimals it must have where it needs them: 48 is not 48.2
 */
export function isRounded(written: string, value: number, least = LEAST): boolean {
  const decimals = Math.max(least, written.split('.')[1]?.length ?? 0);
  return Math.abs(Number(written) - value) <= 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(value));
}

/** Every number the evaluator has about a row. */
export function knownOf(target: Target, result: Result): readonly number[] {
  const {
    figure,
    required,
    numerator,
    denominator,
    expected,
    completeness,
    memberFigure,
    memberRequired,
    gap,
    attainment,
    pace,
    bounds,
    periods,
    step,
  } = result;
  const { criterion } = target;
  const asked =
    'value' in criterion
      ? [criterion.value]
      : 'lower' in criterion
        ? [criterion.lower, criterion.upper]
        : 'grade' in criterion
          ? [criterion.grade]
          : [];
  const judged = periods.filter(
    ({ verdict }) => verdict === 'attained' || verdict === 'attainedWithinTolerance' || verdict === 'notAttained',
  );
  const total = denominator ?? completeness.total;
  const needed = required === null ? [] : [Math.ceil((required * total) / PERCENT - 1e-9)];
  const aimed = attainment === null || pace === null ? [] : [PERCENT * attainment, PERCENT * attainment - pace];
  const share =
    numerator !== null && denominator !== null && denominator !== 0
      ? [(PERCENT * numerator) / denominator, Math.abs(PERCENT * (numerator / denominator - 1))]
      : [];
  return [
    figure,
    required,
    numerator,
    denominator,
    expected,
    // of people and villages a whole number is expected
    expected === null ? null : Math.round(expected),
    memberFigure,
    memberRequired,
    gap,
    completeness.reported,
    completeness.total,
    ...(bounds ?? []),
    ...asked,
    ...needed,
    ...aimed,
    ...share,
    ...(figure === null || completeness.total === 0
      ? []
      : [(PERCENT * figure) / completeness.total, Math.round((figure * completeness.total) / PERCENT)]),
    ...(figure === null ? [] : [Math.abs(figure)]),
    ...(figure === null || required === null || required === 0 ? [] : [(PERCENT * figure) / required]),
    ...periods.flatMap((period) => [period.figure, period.required]),
    judged.length,
    judged.filter(({ verdict }) => verdict !== 'notAttained').length,
    periods.filter(({ verdict }) => verdict === result.verdict).length - 3,
    ...(step === null ? [] : [step.number, step.of]),
    // thresholds of the lights, and a tolerance
    10,
    30,
    0.8,
    0.6,
    'tolerance' in criterion ? (criterion.tolerance ?? 10) : 10,
    1,
  ].filter((value) => value !== null);
}

/** A number that neither stands in the result nor is the difference of two numbers said. */
export function findStranger(text: string, names: readonly string[], known: readonly number[]): string | undefined {
  const said = numbersIn(text, names);
  return said.find((number, index) => {
    if (known.some((value) => isRounded(number, value))) return false;
    const others = said.filter((_, at) => at !== index).map(Number);
    return !others.some((x) => others.some((y) => Math.abs(Math.abs(x - y) - Number(number)) < 1e-9));
  });
}
