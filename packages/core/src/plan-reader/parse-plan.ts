import { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { quoteError } from '../diagnostic/quote-value.js';
import { checkPlan } from './check-plan.js';
import { completeTexts } from './complete-texts.js';
import { findUnread, normaliseInput } from './normalise-input.js';
import { formatPath } from './plan-path.js';
import { planSchemas } from './plan-schemas.js';
import type { PlanSchemas } from './plan-schema.js';
import type { Plan } from '../plan/plan.js';
import { findLines, positionOf, scanJson } from './scan-json.js';
import type { PlanFinding, SchemaIssue } from './schema-issue.js';
import { readIssues } from './schema-issue.js';

export interface ParsePlanOptions {
  /** Name of the file, as diagnostics call it; `plan.json` by default. */
  readonly source?: string;
}

/** A plan as far as it could be read, and what was found on the way. */
export interface ParsedPlan {
  /** `undefined` when the file is no plan at all: not JSON, or without id, title, start or end. */
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a plan from JSON text, or from plain data that was parsed already.
 *
 * What is wrong is refused with its place, `plan.json targets[3].criterion.unit`, and everything else
 * stays: a bad target, indicator, domain or section never takes the others with it. Unknown properties
 * are warnings. Never throws on data. Findings in a text carry its `line` among their params.
 *
 * @example
 * const { plan, diagnostics } = parsePlan(text, { source: 'plan.json' });
 */
export function parsePlan(input: unknown, options: ParsePlanOptions = {}): ParsedPlan {
  const found: PlanFinding[] = [];
  const plan = readGuarded(input, found);
  const source = nameOf(options);
  return { plan, diagnostics: locate(found, source, typeof input === 'string' ? withoutMark(input) : undefined) };
}

/** Foreign objects may throw when they are looked at: that is a finding about the plan like any other. */
function readGuarded(input: unknown, found: PlanFinding[]): Plan | undefined {
  try {
    return readPlan(input, found);
  } catch (error) {
    found.push({ code: 'plan-unreadable', path: [], params: { why: quoteError(error) } });
    return undefined;
  }
}

function nameOf(options: ParsePlanOptions | null): string {
  return typeof options?.source === 'string' ? options.source : 'plan.json';
}

/** Most characters of a plan file; the longest known one has a hundredth of them. */
const MOST_CHARACTERS = 50_000_000;

function readPlan(input: unknown, found: PlanFinding[]): Plan | undefined {
  if (typeof input === 'string' && input.length > MOST_CHARACTERS) {
    found.push({ code: 'file-too-large', path: [], params: { size: input.length, limit: MOST_CHARACTERS } });
    return undefined;
  }
  const parsed = typeof input === 'string' ? parseJson(input, found) : { value: input };
  if (!parsed) return undefined;
  const normal = normaliseInput(parsed.value);
  if ('fault' in normal) {
    found.push({ path: [], ...normal.fault });
    return undefined;
  }
  const { value } = normal;
  completeTexts(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    found.push({ code: 'plan-not-an-object', path: [] });
    return undefined;
  }
  return assemble(value as Record<string, unknown>, planSchemas(), found);
}

function parseJson(text: string, found: PlanFinding[]): { readonly value: unknown } | undefined {
  const json = withoutMark(text);
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    const { line, column } = positionOf(
      json,
      Math.max(
        0,
        scanJson(json, () => {}),
      ),
    );
    found.push({ code: 'plan-json', path: [], params: { line, column } });
    return undefined;
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const OPTIONAL_LISTS: ReadonlySet<string> = new Set(['rosters', 'units']);

/** Reads identity, sections and the members of lists each on its own, so that one cannot spoil another. */
function assemble(
  input: Readonly<Record<string, unknown>>,
  { identity, sections, lists }: PlanSchemas,
  found: PlanFinding[],
): Plan | undefined {
  const read = new Map<string, unknown>();
  const positions = new Map<string, readonly number[]>();
  const known = new Set(['$schema', 'id', 'title', 'start', 'end']);

  const head = parsePart(identity, input, [], found);
  for (const [key, schema] of Object.entries(sections)) {
    known.add(key);
    if (!Object.hasOwn(input, key)) continue;
    const section = parsePart<unknown>(schema, input[key], [key], found);
    if (section !== undefined) read.set(key, section);
  }
  for (const [key, schema] of Object.entries(lists)) {
    known.add(key);
    const list = Object.hasOwn(input, key) ? input[key] : undefined;
    if (list === undefined && OPTIONAL_LISTS.has(key)) continue;
    if (!Array.isArray(list)) {
      for (const finding of readIssues([{ code: 'invalid_type', expected: 'array', path: [key] }], input))
        found.push(finding);
      read.set(key, []);
      positions.set(key, []);
      continue;
    }
    const kept: unknown[] = [];
    const at: number[] = [];
    list.forEach((item: unknown, index) => {
      const member = parsePart<unknown>(schema, item, [key, index], found);
      if (member === undefined) return;
      kept.push(member);
      at.push(index);
    });
    read.set(key, kept);
    positions.set(key, at);
  }
  for (const key of Object.keys(input)) {
    if (!known.has(key)) found.push({ code: 'plan-property-unknown', path: [key], params: { property: key } });
  }
  if (head === undefined) return undefined;
  return checkPlan({ ...head, ...Object.fromEntries(read) } as Plan, {
    indices: (list, index) => positions.get(list)?.[index] ?? index,
    found,
    named: namesOf(input),
  });
}

interface Parser<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { readonly issues: readonly SchemaIssue[] } };
}

/** Reads one part; tens of thousands of faults overwhelm the schema's reader, and refuse their own member alone. */
function parsePart<T>(
  schema: Parser<T>,
  input: unknown,
  at: readonly PropertyKey[],
  found: PlanFinding[],
): T | undefined {
  try {
    return readPart(schema, input, at, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.push({ code: 'plan-too-many-faults', path: at });
    return undefined;
  }
}

function readPart<T>(
  schema: Parser<T>,
  input: unknown,
  at: readonly PropertyKey[],
  found: PlanFinding[],
): T | undefined {
  const result = schema.safeParse(input);
  if (!result.success) {
    for (const { code, path, params } of readIssues(result.error.issues, input)) {
      found.push({ code, path: [...at, ...path], ...(params && { params }) });
    }
    return undefined;
  }
  if (at.length === 0) return result.data;
  for (const path of findUnread(input, result.data)) {
    found.push({
      code: 'plan-property-unknown',
      path: [...at, ...path],
      params: { property: String(path.at(-1)) },
    });
  }
  return result.data;
}

/** Ids that stand in a list of the file, refused or not: a reference to one of these is no typing error. */
function namesOf(input: Readonly<Record<string, unknown>>): (list: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (list) => {
    const names = known.get(list) ?? idsOf(Object.hasOwn(input, list) ? input[list] : undefined);
    known.set(list, names);
    return names;
  };
}

/** Ids that are texts; nothing else can be referred to. */
function idsOf(members: unknown): ReadonlySet<string> {
  const ids = new Set<string>();
  if (!Array.isArray(members)) return ids;
  for (const member of members as readonly unknown[]) {
    const id = typeof member === 'object' && member !== null && 'id' in member ? member.id : undefined;
    if (typeof id === 'string') ids.add(id);
  }
  return ids;
}

/** Gives every finding its path and, where there is a text, its line. */
function locate(found: readonly PlanFinding[], source: string, text: string | undefined): readonly Diagnostic[] {
  if (found.length === 0) return [];
  const lines =
    text === undefined
      ? new Map<string, number>()
      : findLines(text, new Set(found.flatMap(({ path }) => [formatPath(path), formatPath(path.slice(0, -1))])));
  const list = new DiagnosticList();
  for (const { code, path, params } of found) {
    const place = formatPath(path);
    const line = lines.get(place) ?? lines.get(formatPath(path.slice(0, -1)));
    const all = line === undefined ? params : { line, ...params };
    list.add(code, place === '' ? source : `${source} ${place}`, all);
  }
  return list.list();
}
