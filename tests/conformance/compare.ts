import type { Expected } from './cases.js';

const FRACTION = /^(-?\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

/**
 * Compares a part of a result with what is expected of it; only given fields count.
 *
 * @returns one line per difference, `attainment: expected 5/6, got 1`; empty when all agrees.
 */
export function findDifferences(expected: Expected, actual: unknown, path: string): string[] {
  if (path.endsWith('periods') && Array.isArray(expected)) return comparePeriods(expected, actual, path);
  if (path.endsWith('remarks') && Array.isArray(expected)) return compareRemarks(expected, actual, path);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [say(path, expected, actual)];
    return expected.flatMap((item, index) => findDifferences(item, actual[index], `${path}[${index}]`));
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return [say(path, expected, actual)];
    return Object.entries(expected).flatMap(([key, value]) =>
      findDifferences(value, (actual as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
    );
  }
  const number = readNumber(expected);
  if (number !== undefined && (typeof actual === 'number' || typeof expected === 'number')) {
    const close = typeof actual === 'number' && Math.abs(actual - number) <= 1e-9 * Math.max(1, Math.abs(number));
    return close ? [] : [say(path, expected, actual)];
  }
  return Object.is(expected, actual ?? null) ? [] : [say(path, expected, actual)];
}

/** A number, or a fraction as text: `"56/79"`. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const match = typeof value === 'string' ? FRACTION.exec(value) : null;
  return match ? Number(match[1]) / Number(match[2]) : undefined;
}

/** Windows are found by their period, so that a case may name some of them. */
function comparePeriods(expected: readonly unknown[], actual: unknown, path: string): string[] {
  if (!Array.isArray(actual)) return [say(path, expected, actual)];
  const byPeriod = new Map(actual.map((item: { period: string }) => [item.period, item]));
  return (expected as { readonly [key: string]: Expected }[]).flatMap((item) => {
    const found = byPeriod.get(String(item['period']));
    return found === undefined
      ? [`${path}: expected a window ${String(item['period'])}, got ${[...byPeriod.keys()].join(', ') || 'none'}`]
      : findDifferences(item, found, `${path}(${String(item['period'])})`);
  });
}

/** Remarks are given by code, in any order, among others. */
function compareRemarks(expected: readonly unknown[], actual: unknown, path: string): string[] {
  const codes = Array.isArray(actual) ? actual.map((remark: { code: string }) => remark.code) : [];
  return expected
    .filter((code) => !codes.includes(String(code)))
    .map((code) => `${path}: expected ${String(code)} among them, got ${codes.join(', ') || 'none'}`);
}

function say(path: string, expected: unknown, actual: unknown): string {
  return `${path}: expected ${show(expected)}, got ${show(actual)}`;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}
