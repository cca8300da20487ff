import { parseDate } from '@guatu/core/calendar';
import type { Diagnostic, IsoDate, Level, Plan, Roster } from '@guatu/core';
import { standsOn } from '../geometry/members.js';
import { BREAK_METHODS, MOST_BOUNDS } from '../scale/break-methods.js';
import type { BreakMethod } from '../scale/break-methods.js';
import { TEXT_SIZES } from '../scale/text-size.js';
import { THEME_NAMES } from '../scale/themes.js';
import { COMPARISONS, VIEWS } from './board.js';
import type { BoardState } from './board.js';
import { createFinding } from './findings.js';

const CHOICES = {
  view: VIEWS,
  comparison: COMPARISONS,
  level: ['village', 'township'],
  levels: ['drill', 'zoom', 'fixed'],
  shapes: ['auto', 'tiles'],
  tiles: ['square', 'hexagon'],
  locale: ['zh', 'en'],
  theme: THEME_NAMES,
  textSize: TEXT_SIZES,
} as const satisfies { readonly [Key in keyof BoardState]?: readonly BoardState[Key][] };

/** Names of the state's parts as attributes write them. */
export const WRITTEN: Readonly<Record<string, string>> = { asOf: 'as-of', compareTo: 'compare-to', textSize: 'text-size', highContrast: 'high-contrast' };

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
    const got = typeof value === 'string' ? value : write(value);
    const path = WRITTEN[key] ?? key;
    if (choices && !choices.includes(got)) {
      findings.push(createFinding('state-choice', path, { expected: choices.join(', '), got }));
    } else if (key === 'breaks') {
      const breaks = readBreaks(value);
      if (breaks === undefined) findings.push(createFinding('state-breaks', path, { got }));
      else change[key] = breaks;
    } else if ((key === 'asOf' || key === 'compareTo') && got !== '' && parseDate(got) === undefined) {
      findings.push(createFinding('state-date', path, { got }));
    } else if (!isPlain(value)) {
      findings.push(createFinding('state-choice', path, { expected: 'text', got }));
    } else {
      change[key] = value;
    }
  }
  return { change: change as Partial<BoardState>, findings };
}

/** Whether a value can stand in a state: text, a switch, nothing, or what JSON can carry. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  try {
    return typeof value === 'object' && JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** A value of whatever kind as a finding quotes it; what has no JSON is named by its kind. */
function write(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** What of a state a plan and a roster do not know: answered without it, and said so. */
export function fitState(state: BoardState, plan: Plan | null, roster: Roster | null): { readonly state: BoardState; readonly findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = [];
  let { target, domain, selected, pointed, within } = state;
  const { asOf } = state;
  if (target !== null && plan && !plan.targets.some(({ id }) => id === target)) {
    findings.push(createFinding('state-target', 'target', { got: target }));
    target = null;
  }
  if (domain !== null && plan && !plan.domains.some(({ id }) => id === domain)) {
    findings.push(createFinding('state-domain', 'domain', { got: domain }));
    domain = null;
  }
  if (selected !== null && roster && roster.indexOf(selected) < 0) {
    findings.push(createFinding('state-area', 'selected', { got: selected }));
    selected = null;
  }
  if (pointed !== null && roster && roster.indexOf(pointed) < 0) pointed = null;
  if (within !== null && roster && !hasVillages(roster, within, asOf)) {
    findings.push(createFinding('state-within', 'within', { got: within }));
    within = null;
  }
  return { state: { ...state, target, domain, selected, pointed, within }, findings };
}

/** A method by its name, or bounds as numbers or as a text `1,5,10`; nothing for what cannot part figures. */
export function readBreaks(value: unknown): BreakMethod | undefined {
  const named = BREAK_METHODS.find((method) => method === value);
  if (named) return named;
  const list: readonly unknown[] = typeof value === 'string' ? value.trim().split(/\s*[,，;]\s*|\s+/).map(readNumber) : Array.isArray(value) ? value : [];
  const bounds = list.filter((bound) => typeof bound === 'number').filter(Number.isFinite);
  const ascending = bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? bound));
  const wellFormed = bounds.length === list.length && ascending && bounds.length > 0 && bounds.length <= MOST_BOUNDS;
  return wellFormed ? bounds : undefined;
}

function readNumber(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

/** Whether an area is a township with villages of its own to be drawn, on a day; on any while it is empty. */
export function hasVillages(roster: Roster, code: string, asOf: IsoDate): boolean {
  const row = roster.indexOf(code);
  const day = asOf === '' ? undefined : asOf;
  const isThere = (child: number, level: Level): boolean => {
    const area = roster.areas[child];
    return area?.level === level && standsOn(area, day);
  };
  return isThere(row, 'township') && roster.children(row).some((child) => isThere(child, 'village'));
}
