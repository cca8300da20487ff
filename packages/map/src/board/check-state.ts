import { parseDate } from '@guatu/core/calendar';
import type { Diagnostic, Plan, Roster } from '@guatu/core';
import { THEME_NAMES } from '../scale/themes.js';
import { VIEWS } from './board.js';
import type { BoardState } from './board.js';
import { createFinding } from './findings.js';

const CHOICES = {
  view: VIEWS,
  level: ['village', 'township'],
  locale: ['zh', 'en'],
  theme: THEME_NAMES,
  textSize: ['standard', 'large'],
} as const satisfies { readonly [Key in keyof BoardState]?: readonly BoardState[Key][] };

/** Names of the state's parts as attributes write them. */
const WRITTEN: Readonly<Record<string, string>> = { asOf: 'as-of', textSize: 'text-size' };

export interface CheckedChange {
  /** What of the change can be had; `undefined` parts are gone. */
  readonly change: Partial<BoardState>;
  readonly findings: readonly Diagnostic[];
}

/** Takes out of a change what no board can have: no date, no such view. */
export function checkChange(asked: Partial<BoardState>): CheckedChange {
  const change: Record<string, unknown> = {};
  const findings: Diagnostic[] = [];
  for (const [key, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    const choices: readonly string[] | undefined = CHOICES[key as keyof typeof CHOICES];
    const got = typeof value === 'string' ? value : JSON.stringify(value);
    const path = WRITTEN[key] ?? key;
    if (choices && !choices.includes(got)) {
      findings.push(createFinding('state-choice', path, { expected: choices.join(', '), got }));
    } else if (key === 'asOf' && got !== '' && parseDate(got) === undefined) {
      findings.push(createFinding('state-date', path, { got }));
    } else {
      change[key] = value;
    }
  }
  return { change: change as Partial<BoardState>, findings };
}

/** What of a state a plan and a roster do not know: answered without it, and said so. */
export function fitState(state: BoardState, plan: Plan | null, roster: Roster | null): { readonly state: BoardState; readonly findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = [];
  let { target, selected, pointed } = state;
  if (target !== null && plan && !plan.targets.some(({ id }) => id === target)) {
    findings.push(createFinding('state-target', 'target', { got: target }));
    target = null;
  }
  if (selected !== null && roster && roster.indexOf(selected) < 0) {
    findings.push(createFinding('state-area', 'selected', { got: selected }));
    selected = null;
  }
  if (pointed !== null && roster && roster.indexOf(pointed) < 0) pointed = null;
  return { state: { ...state, target, selected, pointed }, findings };
}
