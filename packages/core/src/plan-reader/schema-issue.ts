import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { quoteValue } from '../diagnostic/quote-value.js';
import { PATTERNS } from '../schema/scalar-schema.js';

/** What a schema found wrong; the parts of zod's issues that are read here. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message?: string;
  readonly expected?: unknown;
  readonly pattern?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly inclusive?: unknown;
  readonly maximum?: unknown;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly errors?: readonly (readonly SchemaIssue[])[];
}

/** One finding about a value, with its path inside the plan. */
export interface PlanFinding {
  readonly code: DiagnosticCode;
  readonly path: readonly PropertyKey[];
  readonly params?: Diagnostic['params'];
}

/** Turns a schema's issues about a value into findings, one for each place. */
export function readIssues(issues: readonly SchemaIssue[], value: unknown): readonly PlanFinding[] {
  const byPlace = new Map<string, PlanFinding>();
  for (const issue of issues) {
    for (const finding of readIssue(issue, value)) {
      const place = finding.path.map(String).join('\n');
      if (!byPlace.has(place)) byPlace.set(place, finding);
    }
  }
  return [...byPlace.values()];
}

function readIssue(issue: SchemaIssue, value: unknown): readonly PlanFinding[] {
  const { path } = issue;
  const at = valueAt(value, path);
  const got = quoteValue(at);
  if (issue.code === 'invalid_union') return readUnion(issue, value);
  if (at === undefined) return [{ code: 'plan-missing', path, params: { property: String(path.at(-1) ?? '') } }];
  switch (issue.code) {
    case 'invalid_type':
      if (typeof at === 'number' && !Number.isFinite(at)) return [{ code: 'plan-not-finite', path, params: { got } }];
      return [{ code: typeCode(issue.expected), path, params: { got } }];
    case 'invalid_value':
      return [{ code: 'plan-choice', path, params: { expected: listOf(issue.values), got } }];
    case 'too_small':
      if (issue.origin === 'number') {
        const code = issue.inclusive === false ? 'plan-not-above' : 'plan-too-small';
        return [{ code, path, params: { limit: String(issue.minimum), got } }];
      }
      return [{ code: 'plan-blank', path }];
    case 'too_big':
      return [{ code: 'plan-too-large', path, params: { limit: String(issue.maximum), got } }];
    case undefined:
    default:
      return [{ code: textCode(issue), path, params: { got } }];
  }
}

/** Of a union the alternative that was meant: the one its tag names, else the one with least wrong. */
function readUnion(issue: SchemaIssue, value: unknown): readonly PlanFinding[] {
  const alternatives = (issue.errors ?? []).map((errors) =>
    errors.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  if (alternatives.length === 0) return readChoice(issue.path, issue.options ?? [], value);
  const meant = alternatives.filter((errors) => !errors.some(isTag));
  if (meant.length === 0) {
    const tags = alternatives.flat().filter(isTag);
    const options = tags.flatMap((tag) => [...(tag.options ?? []), ...(tag.values ?? [])]);
    return readChoice(tags[0]?.path ?? issue.path, [...new Set(options)], value);
  }
  const best = meant.reduce((least, errors) => (weigh(errors) < weigh(least) ? errors : least));
  return readIssues(best, value);
}

/** Fewer things wrong weigh less; something wrong deeper inside weighs less than at the top. */
function weigh(errors: readonly SchemaIssue[]): number {
  return errors.length - errors.reduce((deepest, { path }) => Math.max(deepest, path.length), 0) / 100;
}

function isTag({ path, code }: SchemaIssue): boolean {
  const last = path.at(-1);
  return (last === 'kind' || last === 'type') && (code === 'invalid_value' || code === 'invalid_union');
}

function readChoice(path: readonly PropertyKey[], options: readonly unknown[], value: unknown): readonly PlanFinding[] {
  const at = valueAt(value, path);
  if (at === undefined) return [{ code: 'plan-missing', path, params: { property: String(path.at(-1) ?? '') } }];
  return [{ code: 'plan-choice', path, params: { expected: listOf(options), got: quoteValue(at) } }];
}

function typeCode(expected: unknown): DiagnosticCode {
  switch (expected) {
    case 'string':
      return 'plan-expected-text';
    case 'number':
      return 'plan-expected-number';
    case 'int':
      return 'plan-expected-integer';
    case 'boolean':
      return 'plan-expected-boolean';
    case 'array':
      return 'plan-expected-list';
    default:
      return 'plan-expected-object';
  }
}

function textCode({ pattern, message }: SchemaIssue): DiagnosticCode {
  if (message === 'date' || pattern === String(PATTERNS.date)) return 'plan-date';
  if (message === 'period' || pattern === String(PATTERNS.period)) return 'plan-period';
  if (pattern === String(PATTERNS.cohort)) return 'plan-cohort';
  if (pattern === String(PATTERNS.yearStart)) return 'plan-year-start';
  return 'plan-id';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function listOf(values: readonly unknown[] = []): string {
  return values.map(String).join(', ');
}
