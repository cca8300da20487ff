import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A number, a fraction written out (`"56/79"`), or anything else to be compared as it stands. */
export type Expected = string | number | boolean | null | readonly Expected[] | { readonly [key: string]: Expected };

export interface ExpectedResult {
  readonly target: string;
  readonly area: string;
  readonly [field: string]: Expected;
}

interface ExpectedRollout {
  readonly area: string;
  readonly [field: string]: Expected;
}

/** A finding that must be among the diagnostics: every given part must agree. */
export interface ExpectedDiagnostic {
  readonly code?: string;
  readonly severity?: string;
  /** The place, or the beginning of it: `observations.csv:3`. */
  readonly path?: string;
  /** Words or figures the message must name. */
  readonly mentions?: readonly string[];
}

/** The ranking of the last of several rounds; the check's `asOf` is that round. */
interface ExpectedRanking {
  /** Days of the earlier rounds. */
  readonly rounds?: readonly string[];
  readonly options?: { readonly [rule: string]: number | { readonly [domain: string]: number } };
  readonly areas: readonly ExpectedRollout[];
}

/** Items of a problem ledger, by their id. */
interface ExpectedProblems {
  readonly ledger: string;
  readonly items: readonly { readonly id: string; readonly [field: string]: Expected }[];
}

/** Who is responsible for an area on the day, in any order. */
interface ExpectedResponsibility {
  readonly area: string;
  readonly actors: readonly string[];
}

export interface Check {
  readonly asOf: string;
  readonly knownOn?: string;
  readonly results?: readonly ExpectedResult[];
  readonly rollout?: readonly ExpectedRollout[];
  /** How many areas at or below one are in which state. */
  readonly rolloutTotals?: readonly ExpectedRollout[];
  readonly ranking?: ExpectedRanking;
  readonly problems?: ExpectedProblems;
  readonly responsible?: readonly ExpectedResponsibility[];
  readonly diagnostics?: readonly ExpectedDiagnostic[];
  /** Codes no diagnostic may have. */
  readonly withoutDiagnostics?: readonly string[];
  readonly rows?: { readonly [file: string]: { readonly [count: string]: number } };
}

interface Expectation {
  readonly rule: string;
  readonly arithmetic: string;
  readonly reading?: string;
  readonly checks: readonly Check[];
}

/** One folder of the set, its files read and nothing else. */
export interface Case {
  readonly name: string;
  readonly plan: string;
  readonly areas: string;
  /** File contents by name without extension; absent files are absent. */
  readonly files: Readonly<Partial<Record<(typeof OPTIONAL_FILES)[number], string>>>;
  readonly expectation: Expectation;
}

const OPTIONAL_FILES = ['observations', 'registers', 'events', 'links'] as const;

const root = fileURLToPath(new URL('../../fixtures/cases', import.meta.url));

/** Names of all cases, `topic/case`, in order. */
export function listCases(): string[] {
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  return folders(root).flatMap((topic) => folders(join(root, topic)).map((name) => `${topic}/${name}`));
}

/** Reads one case. */
export function readCase(name: string): Case {
  const at = (file: string): string => join(root, name, file);
  const files: Partial<Record<(typeof OPTIONAL_FILES)[number], string>> = {};
  for (const file of OPTIONAL_FILES) {
    if (existsSync(at(`${file}.csv`))) files[file] = readFileSync(at(`${file}.csv`), 'utf8');
  }
  return {
    name,
    plan: readFileSync(at('plan.json'), 'utf8'),
    areas: readFileSync(at('areas.csv'), 'utf8'),
    files,
    expectation: JSON.parse(readFileSync(at('expected.json'), 'utf8')) as Expectation,
  };
}
