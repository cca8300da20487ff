import type { Plan, Roster } from '@guatu/core';
import { TEXT_SIZES } from '../scale/text-size.js';
import { THEME_NAMES } from '../scale/themes.js';
import { COMPARISONS, NO_FILTER, VIEWS } from './board.js';
import type { BoardState } from './board.js';
import { breakMethod, cells, choice, classNames, colours, date, id, language, toggle } from './field-kinds.js';
import type { FieldKind } from './field-kinds.js';
import type { FindingCode } from './findings.js';
import { hasVillages } from './has-villages.js';

/**
 * What of a picture is another one with another value: the figures there are (`moment`), which areas lie where
 * (`layout`), which classes there are and what a filter's cells mean (`classes`), colours and signs (`paints`), words
 * (`texts`).
 */
export type PictureEffect = 'moment' | 'layout' | 'classes' | 'paints' | 'texts';

/** What of a board's content decides whether a value names something. */
interface FieldContent {
  readonly plan: Plan | null;
  readonly roster: Roster | null;
  readonly asOf: string;
}

/** All that is known of one thing that can be chosen on a board. */
export interface BoardField<Value> extends FieldKind<Value> {
  /** As attributes write it, the property's name with hyphens; `null` where it has none. */
  readonly attribute: string | null;
  /** Whether the map has it as a property, which its attribute follows where there is one. */
  readonly isProperty: boolean;
  /**
   * How it stands in an address: under its attribute's name, or several of its own. A step is one a reader wants to come
   * back from; any other takes the place of the last entry. `null`: not at all.
   */
  readonly address: { readonly isStep: boolean; readonly names?: readonly string[] } | null;
  /** Empty: the picture stays as it is. */
  readonly changes: readonly PictureEffect[];
  /** Whether there is what a value names, and what is said where there is not; such a value is shown as none. */
  readonly names?: { isThere(value: string, content: FieldContent): boolean; readonly missing: FindingCode | null };
}

const STEP = { isStep: true } as const;
const STAY = { isStep: false } as const;

/** Most fields are properties with an attribute. */
const SHOWN = { isProperty: true } as const;

/**
 * Everything that can be chosen, one entry each, in the order of an address. Initial state, checks, address, attributes,
 * what a picture is made anew for, the embedded page's settings and the samples of tests follow from it; the meaning of
 * a field stands at its type, in `BoardState`.
 */
export const BOARD_FIELDS = {
  asOf: { ...date, ...SHOWN, attribute: 'as-of', address: STAY, changes: ['moment'] },
  target: {
    ...id,
    ...SHOWN,
    attribute: 'target',
    address: STEP,
    changes: ['classes'],
    names: {
      isThere: (value, { plan }) => !plan || plan.targets.some((target) => target.id === value),
      missing: 'state-target',
    },
  },
  domain: {
    ...id,
    ...SHOWN,
    attribute: 'domain',
    address: STEP,
    changes: ['classes'],
    names: {
      isThere: (value, { plan }) => !plan || plan.domains.some((domain) => domain.id === value),
      missing: 'state-domain',
    },
  },
  view: { ...choice('both', VIEWS), ...SHOWN, attribute: 'view', address: STEP, changes: ['classes'] },
  level: {
    ...choice('village', ['village', 'township']),
    ...SHOWN,
    attribute: 'level',
    address: STEP,
    changes: ['layout', 'classes'],
  },
  within: {
    ...id,
    ...SHOWN,
    attribute: 'within',
    address: STEP,
    changes: ['layout', 'classes'],
    names: {
      isThere: (value, { roster, asOf }) => !roster || hasVillages(roster, value, asOf),
      missing: 'state-within',
    },
  },
  selected: {
    ...id,
    ...SHOWN,
    attribute: 'selected',
    address: STEP,
    changes: [],
    names: { isThere: (value, { roster }) => !roster || roster.indexOf(value) >= 0, missing: 'state-area' },
  },
  compareTo: { ...date, ...SHOWN, attribute: 'compare-to', address: STEP, changes: ['moment', 'classes'] },
  comparison: {
    ...choice('beside', COMPARISONS),
    ...SHOWN,
    attribute: 'comparison',
    address: STEP,
    changes: ['classes'],
  },
  breaks: { ...breakMethod, ...SHOWN, attribute: 'breaks', address: STAY, changes: ['classes'] },
  shapes: { ...choice('auto', ['auto', 'tiles']), ...SHOWN, attribute: 'shapes', address: STAY, changes: ['layout'] },
  tiles: {
    ...choice('square', ['square', 'hexagon']),
    ...SHOWN,
    attribute: 'tiles',
    address: STAY,
    changes: ['layout'],
  },
  locale: { ...language('zh', ['zh', 'en']), ...SHOWN, attribute: 'locale', address: STAY, changes: ['texts'] },
  theme: { ...choice('light', THEME_NAMES), ...SHOWN, attribute: 'theme', address: STAY, changes: ['paints'] },
  textSize: {
    ...choice('standard', TEXT_SIZES),
    ...SHOWN,
    attribute: 'text-size',
    address: STAY,
    changes: ['layout', 'texts'],
  },
  highContrast: { ...toggle, ...SHOWN, attribute: 'high-contrast', address: STAY, changes: ['paints'] },
  levels: { ...choice('drill', ['drill', 'zoom', 'fixed']), ...SHOWN, attribute: 'levels', address: null, changes: [] },
  pointed: {
    ...id,
    isProperty: false,
    attribute: null,
    address: null,
    changes: [],
    // a pointer rests on what has just gone: that is nobody's mistake
    names: { isThere: (value, { roster }) => !roster || roster.indexOf(value) >= 0, missing: null },
  },
  filter: {
    ...cells(NO_FILTER),
    ...SHOWN,
    attribute: null,
    address: { ...STAY, names: ['cohorts', 'classes'] },
    changes: ['paints'],
  },
  ramp: { ...colours, ...SHOWN, attribute: null, address: null, changes: ['paints'] },
  classLabels: { ...classNames, ...SHOWN, attribute: null, address: null, changes: ['texts'] },
} as const satisfies { readonly [Name in keyof BoardState]: BoardField<BoardState[Name]> };

export type FieldName = keyof typeof BOARD_FIELDS;

export const FIELD_NAMES = Object.keys(BOARD_FIELDS) as readonly FieldName[];

/** The fields with one of these effects: code that makes a picture may read no others. */
export type FieldChanging<Effect extends PictureEffect> = {
  [Name in FieldName]: Effect & (typeof BOARD_FIELDS)[Name]['changes'][number] extends never ? never : Name;
}[FieldName];

/** The fields that are properties of the map. */
export type PropertyName = {
  [Name in FieldName]: (typeof BOARD_FIELDS)[Name]['isProperty'] extends true ? Name : never;
}[FieldName];

export const PROPERTY_NAMES: readonly PropertyName[] = FIELD_NAMES.filter(
  (name): name is PropertyName => BOARD_FIELDS[name].isProperty,
);

/** What is known of a field, whichever it is. */
export function fieldOf(name: FieldName): BoardField<unknown> {
  return BOARD_FIELDS[name];
}

/** Whether a name is that of a field. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(BOARD_FIELDS, name);
}

/** A field's name as attributes and findings write it. */
export function writeFieldName(name: FieldName): string {
  return BOARD_FIELDS[name].attribute ?? name;
}

/** The fields whose other value makes any of these another. */
export function listChanging<Effect extends PictureEffect>(
  ...effects: readonly Effect[]
): readonly FieldChanging<Effect>[] {
  const changes = (name: FieldName): name is FieldChanging<Effect> =>
    fieldOf(name).changes.some((effect) => effects.some((one) => one === effect));
  return FIELD_NAMES.filter(changes);
}

/** A value as texts that are the same where it is: lists and filters are compared by what they hold. */
export function writeValues(state: BoardState, names: readonly FieldName[]): string {
  return JSON.stringify(names.map((name) => state[name]));
}

/** What stands where nobody chose. */
export const INITIAL_STATE = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, BOARD_FIELDS[name].initial]),
) as unknown as BoardState;
