import type { Diagnostic, Plan, Roster } from '@guatu/core';
import type { BoardState } from './board.js';
import { FIELD_NAMES, fieldOf, isFieldName, writeFieldName } from './fields.js';
import type { FieldName } from './fields.js';
import { createFinding } from './findings.js';

export interface CheckedChange {
  /** What of the change can be had; `undefined` parts are gone. */
  readonly change: Partial<BoardState>;
  readonly findings: readonly Diagnostic[];
}

/** Takes out of a change what no board can have: no date, no such view, nothing that can be chosen. */
export function checkChange(asked: Partial<BoardState>): CheckedChange {
  const change: Record<string, unknown> = {};
  const findings: Diagnostic[] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    if (!isFieldName(name)) {
      findings.push(createFinding('state-field', name, { expected: FIELD_NAMES.join(', ') }));
      continue;
    }
    const taken = fieldOf(name).read(value);
    if (taken === undefined) findings.push(refuse(name, value));
    else {
      change[name] = taken;
      for (const { code, got } of fieldOf(name).remark?.(taken) ?? [])
        findings.push(createFinding(code, writeFieldName(name), { got }));
    }
  }
  return { change: change as Partial<BoardState>, findings };
}

function refuse(name: FieldName, value: unknown): Diagnostic {
  const { code, ...expected } = fieldOf(name).refused;
  return createFinding(code, writeFieldName(name), {
    ...expected,
    got: typeof value === 'string' ? value : write(value),
  });
}

/** A value of whatever kind as a finding quotes it; what has no JSON is named by its kind. */
function write(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** A state as far as what was read knows it. */
export interface FittedState {
  readonly state: BoardState;
  readonly findings: readonly Diagnostic[];
}

/** What of a state a plan and a roster do not know: answered without it, and said so. */
export function fitState(state: BoardState, plan: Plan | null, roster: Roster | null): FittedState {
  const findings: Diagnostic[] = [];
  const gone: Partial<Record<FieldName, null>> = {};
  for (const name of FIELD_NAMES) {
    const { names } = fieldOf(name);
    const value = state[name];
    if (!names || typeof value !== 'string' || names.isThere(value, { plan, roster, asOf: state.asOf })) continue;
    gone[name] = null;
    if (names.missing) findings.push(createFinding(names.missing, writeFieldName(name), { got: value }));
  }
  return { state: { ...state, ...gone } as BoardState, findings };
}
