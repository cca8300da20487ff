import type { IsoDate, Light, Locale, Plan, RolloutState, Target } from '@guatu/core';
import { messagesOf } from '../localize/messages.js';
import type { BreakMethod } from '../scale/break-methods.js';
import type { Breaks } from '../scale/breaks.js';
import { classify } from '../scale/classify.js';
import { measureContrast, mixColors, pickReadable } from '../scale/contrast.js';
import { stretchRamp } from '../scale/own-ramp.js';
import { spreadRamp } from '../scale/ramps.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried, isReportedAbove, isRunning, ownFigure, readValue } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import { chooseBreaks } from './choose-breaks.js';
import { labelRange } from './range-labels.js';
import type { LegendBasis, LegendClass, Nothing } from './scene.js';

/** The states of the rollout in the order of their classes. */
export const STATE_CLASSES = ['started', 'due', 'late', 'planned', 'unreported'] as const;

/** The lights in the order of their classes; what has no light comes last. */
export const LIGHT_CLASSES: readonly (Light | null)[] = ['green', 'yellow', 'red', null];

export interface SceneClass extends Pick<LegendClass, 'label' | 'tick' | 'from' | 'to'> {
  readonly surface: Surface;
}

/** The classes of one picture, and the class of every area in it. */
export interface Classification {
  readonly basis: LegendBasis;
  /** The two dates behind a change. */
  readonly change?: {
    readonly earlier: Classification;
    readonly later: Classification;
    readonly dates: readonly [earlier: IsoDate, later: IsoDate];
  };
  readonly classes: readonly SceneClass[];
  /** How the classes were cut; absent for states and lights. */
  readonly breaks?: Breaks;
  /** What the classes are in, empty for ratios. */
  readonly unit: string;
  /** By area: index into `classes`, or the kind of nothing. */
  readonly of: readonly (number | Nothing)[];
  /** By area: the number behind the class, NaN for none. */
  readonly values: readonly number[];
}

export interface ClassifyOptions {
  readonly basis: LegendBasis;
  readonly target: Target | null;
  readonly plan: Plan;
  readonly level: 'township' | 'village';
  readonly facts: readonly AreaFacts[];
  /** The same areas at another date that is classed alike; nothing where one date is shown. */
  readonly others: readonly AreaFacts[];
  readonly breaks: BreakMethod;
  /** Colours and names of the classes in place of the theme's and of ranges; names count where there is one for each. */
  readonly ramp?: readonly string[] | null;
  readonly classLabels?: readonly string[] | null;
  readonly theme: Theme;
  readonly locale: Locale;
  readonly asOf: IsoDate;
}

/** What a figure must not be rounded onto: the bounds of the classes, which would say another class than the colour does. */
export function marksOf({ breaks }: Classification): { readonly marks: readonly number[] } {
  return { marks: breaks?.bounds ?? [] };
}

/** Sorts every area into its class or its kind of nothing. */
export function classifyAreas(options: ClassifyOptions): Classification {
  const { basis, facts, target, level, plan, asOf } = options;
  const values = facts.map((area) => readValue(basis, target, area));
  const situation = {
    above: target !== null && isReportedAbove(target, level, facts),
    running: target !== null && isRunning(target, plan, asOf),
  };
  if (basis === 'rollout') {
    const of = facts.map(({ state }) => classOfState(state));
    return { basis, classes: stateClasses(options), unit: '', of, values };
  }
  if (basis === 'lights') {
    const of = facts.map((area) => nothingOf(area, situation, true) ?? LIGHT_CLASSES.indexOf(area.light));
    return { basis, classes: lightClasses(options), unit: '', of, values };
  }
  const unit = basis === 'figure' ? unitOf([...facts, ...options.others]) : '';
  const shown = [...values, ...options.others.map((area) => readValue(basis, target, area))];
  const breaks = chooseBreaks({ ...options, method: options.breaks, values: shown, unit });
  const of = facts.map((area, index) => {
    const value = values[index] ?? Number.NaN;
    const valued = !Number.isNaN(value);
    const kind =
      basis === 'started'
        ? nothingOfStarts(area)
        : basis === 'domain'
          ? nothingOfDomain(area)
          : nothingOf(area, situation, valued);
    return kind ?? classify(value, breaks.bounds);
  });
  return { basis, classes: rangeClasses(options, breaks, unit), breaks, unit, of, values };
}

/** The unit of the figures shown: that of the first area that has one. */
function unitOf(facts: readonly AreaFacts[]): string {
  const reported = facts.find(({ figure }) => !Number.isNaN(figure));
  const result = (reported ?? facts.find((area) => area.result !== null))?.result;
  return result == null ? '' : ownFigure(result).unit;
}

function classOfState(state: RolloutState): number | Nothing {
  if (state === 'none') return 'notApplicable';
  return STATE_CLASSES.indexOf(state);
}

/** Without any report of a start nobody knows which share has started. */
function nothingOfStarts({ totals: { total, startsReported } }: AreaFacts): Nothing | undefined {
  if (total === 0) return 'notApplicable';
  return startsReported ? undefined : 'noData';
}

function nothingOfDomain({ domain }: AreaFacts): Nothing | undefined {
  if (domain === null || domain.completeness.total === 0) return 'notApplicable';
  return domain.attainment === null ? 'noData' : undefined;
}

/** The kind of nothing an area is; nothing for one that has a class. */
function nothingOf(
  area: AreaFacts,
  { above, running }: { readonly above: boolean; readonly running: boolean },
  valued: boolean,
): Nothing | undefined {
  const { verdict } = area;
  if (verdict === null) return 'notApplicable';
  if (verdict === 'notStarted') return 'notStarted';
  if (above) return 'notReportedHere';
  if (verdict === 'notApplicable' || verdict === 'noCase') return 'notApplicable';
  const { reported, total } = area.completeness;
  if (reported === 0 && (verdict === 'noData' || (total > 0 && !(running && isCarried(area))))) return 'noData';
  if (!valued) return total === 0 ? 'notApplicable' : reported === 0 ? 'noData' : 'notComputable';
  return undefined;
}

function rangeClasses(
  { basis, theme, locale, ramp: own, classLabels }: ClassifyOptions,
  { bounds, source }: Breaks,
  unit: string,
): readonly SceneClass[] {
  const ramp = own
    ? stretchRamp(own, bounds.length)
    : spreadRamp(basis === 'figure' ? theme.figure : theme.attainment, bounds.length);
  const labels = classLabels?.length === bounds.length ? classLabels : null;
  return bounds.map((from, index) => {
    const to = bounds[index + 1] ?? null;
    const label = labels?.[index];
    return {
      ...(label === undefined ? labelRange({ basis, from, to, unit, source }, locale) : { label }),
      from,
      to,
      surface: paintClass(ramp[index] ?? theme.ground, theme),
    };
  });
}

/** A class's fill with the text that reads on it and an edge a little firmer than the fill. */
export function paintClass(fill: string, theme: Theme): Surface {
  const text = pickReadable(fill, theme.onData);
  return {
    fill,
    pattern: null,
    patternColor: fill,
    stroke: mixColors(fill, theme.ink, measureContrast(fill, theme.ground) < 1.3 ? 0.22 : 0.08),
    strokeWidth: 1,
    dashed: false,
    text,
  };
}

/** That starts are not reported is a class only where it is so. */
function stateClasses({ facts, others, theme, locale }: ClassifyOptions): readonly SceneClass[] {
  const { rollout } = messagesOf(locale);
  const silent = [...facts, ...others].some(({ state }) => state === 'unreported');
  return STATE_CLASSES.filter((state) => silent || state !== 'unreported').map((state, index) => ({
    label: rollout[state],
    from: index,
    to: index + 1,
    surface: theme.rollout[state],
  }));
}

/** Tints of the lights; their lightness differs, and the sign on them carries the meaning. */
const TINTS: Readonly<Record<Light, number>> = { green: 0.92, yellow: 0.82, red: 0.72 };

function lightClasses({ theme, locale }: ClassifyOptions): readonly SceneClass[] {
  const messages = messagesOf(locale);
  return LIGHT_CLASSES.map((light, index) => {
    const fill = light === null ? theme.ground : mixColors(theme.lights[light].fill, theme.ground, TINTS[light]);
    const surface = paintClass(fill, theme);
    const edge = light === null ? theme.hairline : mixColors(theme.lights[light].fill, theme.ground, 0.35);
    return {
      label: messages.light[light ?? 'none'],
      tick: messages.lightShort[light ?? 'none'],
      from: index,
      to: index + 1,
      surface: { ...surface, stroke: edge },
    };
  });
}
