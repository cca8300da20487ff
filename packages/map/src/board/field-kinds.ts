import { parseDate } from '@guatu/core/calendar';
import type { Filter } from '../scene/view.js';
import { readBreaks } from '../scale/break-methods.js';
import type { BreakMethod } from '../scale/break-methods.js';
import { findWeakSpots, readRamp } from '../scale/own-ramp.js';
import { THEMES } from '../scale/themes.js';
import type { FindingCode } from './findings.js';

/** A kind of value: how it is asked for, and how an attribute and an address write it. */
export interface FieldKind<Value> {
  /** Where nobody chose. */
  readonly initial: Value;
  /** What an asked value is taken for; nothing for one that no board can have. */
  read(this: void, asked: unknown): Value | undefined;
  /** What is said of one that no board can have. */
  readonly refused: { readonly code: FindingCode; readonly expected?: string };
  /** What is said of one that is taken all the same. */
  remark?(this: void, value: Value): readonly { readonly code: FindingCode; readonly got: string }[];
  /** An attribute that is not there, or a property of `null`, is the initial value. */
  fromAttribute(this: void, text: string | null): unknown;
  /** `null` for no attribute: what is so without one has none. Reflected defaults would be attributes that no server wrote. */
  toAttribute(this: void, value: Value): string | null;
  /** As an address writes it, under each of the field's names there. */
  toAddress(this: void, value: Value): readonly string[];
  /** What an address says, before the board has taken or refused it; at least one of the texts is there. */
  fromAddress(this: void, texts: readonly (string | undefined)[], base: Value): unknown;
  /** As an attribute may write it, other than initially. */
  readonly sample: string;
}

/** What kinds that are one text have in common. */
function text<Value extends string | null>(initial: Value): Omit<FieldKind<Value>, 'read' | 'refused' | 'sample'> {
  return {
    initial,
    fromAttribute: (written) => written ?? initial,
    toAttribute: (value) => (value === initial ? null : value),
    toAddress: (value) => [value ?? ''],
    fromAddress: ([written]) => written,
  };
}

/** One of several words. */
export function choice<const Value extends string>(
  initial: NoInfer<Value>,
  choices: readonly Value[],
): FieldKind<Value> {
  return {
    ...text<Value>(initial),
    read: (asked) => choices.find((one) => one === asked),
    refused: { code: 'state-choice', expected: choices.join(', ') },
    sample: choices.find((one) => one !== initial) ?? '',
  };
}

/** A language: in attributes `zh-CN` is Chinese, `en-GB` English. */
export function language<const Value extends string>(
  initial: NoInfer<Value>,
  choices: readonly Value[],
): FieldKind<Value> {
  const shorten = (written: string): string =>
    choices.find((one) => new RegExp(`^${one}(-|$)`, 'i').test(written)) ?? written;
  return { ...choice(initial, choices), fromAttribute: (written) => shorten(written ?? initial) };
}

/** A date as `2021-12-31`; empty for none. */
export const date: FieldKind<string> = {
  ...text<string>(''),
  read: (asked) => (typeof asked === 'string' && (asked === '' || parseDate(asked) !== undefined) ? asked : undefined),
  refused: { code: 'state-date' },
  sample: '2021-06-30',
};

/** The name of something a file brings; empty is `null`, which means something else than not to be said. */
export const id: FieldKind<string | null> = {
  ...text<string | null>(null),
  read: (asked) => (asked === null || typeof asked === 'string' ? asked : undefined),
  refused: { code: 'state-choice', expected: 'text' },
  fromAddress: ([written]) => (written === '' ? null : written),
  sample: '1001',
};

/** On or off. */
export const toggle: FieldKind<boolean> = {
  initial: false,
  read: (asked) => (typeof asked === 'boolean' ? asked : undefined),
  refused: { code: 'state-choice', expected: 'true, false' },
  fromAttribute: (written) => written !== null,
  toAttribute: (value) => (value ? '' : null),
  toAddress: (value) => [String(value)],
  fromAddress: ([written]) => written === 'true',
  sample: '',
};

/** How figures are cut: a method, or a list of bounds that is written `1,5,10`. */
export const breakMethod: FieldKind<BreakMethod> = {
  initial: 'auto',
  read: readBreaks,
  refused: { code: 'state-breaks' },
  fromAttribute: (written) => (written === null ? 'auto' : (readBreaks(written) ?? written)),
  toAttribute: (value) => (value === 'auto' ? null : String(value)),
  toAddress: (value) => [String(value)],
  fromAddress: ([written]) => written,
  sample: 'quantile',
};

/** What only a page sets, as a property: a list of texts, or `null` for the usual ones. */
const LISTED: Omit<FieldKind<readonly string[] | null>, 'read' | 'refused'> = {
  initial: null,
  fromAttribute: () => null,
  toAttribute: () => null,
  toAddress: () => [''],
  fromAddress: (_texts, base) => base,
  sample: '',
};

/** Colours of the classes: taken as they are; what of them is hard to read is said. */
export const colours: FieldKind<readonly string[] | null> = {
  ...LISTED,
  read: (asked) => (asked === null ? null : readRamp(asked)),
  refused: { code: 'state-ramp' },
  remark: (ramp) => {
    const { alike, unreadable } = findWeakSpots(ramp ?? [], THEMES.light.onData);
    const remarks = [
      { code: 'state-ramp-alike', got: alike.join(', ') },
      { code: 'state-ramp-text', got: unreadable.join(', ') },
    ] as const;
    return remarks.filter(({ got }) => got !== '');
  },
};

/** Most labels, and their longest: more no legend has room for. */
const [MOST_LABELS, LONGEST_LABEL] = [12, 60];

/** Names of the classes. */
export const classNames: FieldKind<readonly string[] | null> = {
  ...LISTED,
  read: (asked) => {
    if (asked === null) return null;
    const list: readonly unknown[] = Array.isArray(asked) && asked.length <= MOST_LABELS ? asked : [];
    const labels = list.filter(
      (label): label is string => typeof label === 'string' && label.trim() !== '' && label.length <= LONGEST_LABEL,
    );
    return labels.length > 0 && labels.length === list.length ? labels : undefined;
  },
  refused: { code: 'state-labels' },
};

/** Longest list of cells that an address may hold. */
const MOST_MEMBERS = 50;

/** Cells of the legend; an address has their batches and their classes apart. */
export function cells(none: Filter): FieldKind<Filter> {
  return {
    initial: none,
    read: (asked) => (isFilter(asked) ? asked : undefined),
    refused: { code: 'state-choice', expected: '{ cohorts: […], classes: […] }' },
    fromAttribute: () => none,
    toAttribute: () => null,
    toAddress: ({ cohorts, classes }) => [cohorts.join(','), classes.join(',')],
    fromAddress: ([inCohorts, inClasses], base) => {
      const cohorts = splitList(inCohorts) ?? base.cohorts;
      const classes = splitList(inClasses)?.map((item) => (/^\d+$/.test(item) ? Number(item) : item)) ?? base.classes;
      return cohorts.length + classes.length === 0 ? none : { cohorts, classes };
    },
    sample: '',
  };
}

function isFilter(asked: unknown): asked is Filter {
  const { cohorts, classes } = (typeof asked === 'object' && asked !== null ? asked : {}) as {
    readonly cohorts?: unknown;
    readonly classes?: unknown;
  };
  const isText = (item: unknown): boolean => typeof item === 'string';
  return (
    Array.isArray(cohorts) &&
    cohorts.every(isText) &&
    Array.isArray(classes) &&
    classes.every((item) => isText(item) || typeof item === 'number')
  );
}

function splitList(written: string | undefined): readonly string[] | undefined {
  return written
    ?.split(',')
    .filter((item) => item !== '')
    .slice(0, MOST_MEMBERS);
}
