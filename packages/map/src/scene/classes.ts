import type { IsoDate, Light, Locale, Plan, Target } from '@guatu/core';
import { formatNumber } from '../localize/format-number.js';
import { nameUnit } from '../localize/format-figure.js';
import { messagesOf } from '../localize/messages.js';
import { ATTAINMENT_BREAKS, classify, cutEqually, PERCENT_BREAKS } from '../scale/classify.js';
import { measureContrast, mixColors, pickReadable } from '../scale/contrast.js';
import { spreadRamp } from '../scale/ramps.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried, isReportedAbove, isRunning, readValue } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import type { LegendBasis, Nothing } from './scene.js';

/** The states of the rollout in the order of their classes. */
export const STATE_CLASSES = ['started', 'due', 'late', 'planned'] as const;

/** The lights in the order of their classes; what has no light comes last. */
export const LIGHT_CLASSES: readonly (Light | null)[] = ['green', 'yellow', 'red', null];

export interface SceneClass {
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
  readonly surface: Surface;
}

/** The classes of one picture, and the class of every area in it. */
export interface Classification {
  readonly basis: LegendBasis;
  readonly classes: readonly SceneClass[];
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
  readonly theme: Theme;
  readonly locale: Locale;
  readonly asOf: IsoDate;
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
    const of = facts.map(({ state }) => (state === 'none' ? 'notApplicable' : STATE_CLASSES.indexOf(state)));
    return { basis, classes: stateClasses(options), unit: '', of, values };
  }
  if (basis === 'started') {
    const of = values.map((value) => (Number.isNaN(value) ? 'notApplicable' : classify(value, ATTAINMENT_BREAKS)));
    return { basis, classes: rangeClasses(options, ATTAINMENT_BREAKS, ''), unit: '', of, values };
  }
  if (basis === 'lights') {
    const of = facts.map((area) => nothingOf(area, situation, true) ?? LIGHT_CLASSES.indexOf(area.result?.light ?? null));
    return { basis, classes: lightClasses(options), unit: '', of, values };
  }
  const unit = basis === 'figure' ? (facts.find(({ result }) => result !== null)?.result?.unit ?? '') : '';
  const breaks = chooseBreaks(basis, unit, values);
  const of = facts.map((area, index) => {
    const value = values[index] ?? Number.NaN;
    return nothingOf(area, situation, !Number.isNaN(value)) ?? classify(value, breaks);
  });
  return { basis, classes: rangeClasses(options, breaks, unit), unit, of, values };
}

/** The kind of nothing an area is; nothing for one that has a class. */
function nothingOf(
  area: AreaFacts,
  { above, running }: { readonly above: boolean; readonly running: boolean },
  valued: boolean,
): Nothing | undefined {
  const { result } = area;
  if (result === null) return 'notApplicable';
  if (result.verdict === 'notStarted') return 'notStarted';
  if (above) return 'notReportedHere';
  if (result.verdict === 'notApplicable' || result.verdict === 'noCase') return 'notApplicable';
  const { reported, total } = result.completeness;
  if (result.verdict === 'noData' || (total > 0 && reported === 0 && !(running && isCarried(area)))) return 'noData';
  if (!valued) return total === 0 ? 'notApplicable' : 'noData';
  return undefined;
}

function chooseBreaks(basis: LegendBasis, unit: string, values: readonly number[]): readonly number[] {
  if (basis !== 'figure') return ATTAINMENT_BREAKS;
  return unit === '%' ? PERCENT_BREAKS : cutEqually(values, 5);
}

function rangeClasses({ basis, theme, locale }: ClassifyOptions, breaks: readonly number[], unit: string): readonly SceneClass[] {
  const ramp = basis === 'figure' ? spreadRamp(theme.figure, breaks.length) : theme.attainment;
  return breaks.map((from, index) => {
    const to = breaks[index + 1] ?? null;
    return { label: labelRange({ basis, from, to, unit }, locale), from, to, surface: paintClass(ramp[index] ?? theme.ground, theme) };
  });
}

function labelRange(
  { basis, from, to, unit }: { basis: LegendBasis; from: number; to: number | null; unit: string },
  locale: Locale,
): string {
  const messages = messagesOf(locale);
  if (basis !== 'figure') {
    if (to === null) return basis === 'started' ? messages.allStarted : messages.attained;
    return messages.percentRange(formatNumber(from * 100, locale, 0), formatNumber(to * 100, locale, 0));
  }
  if (unit === '%') return messages.percentRange(formatNumber(from, locale), formatNumber(to ?? 100, locale));
  const start = formatNumber(from, locale, 4);
  return to === null ? messages.rangeOpen(start) : messages.range(start, formatNumber(to, locale, 4));
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

function stateClasses({ theme, locale }: ClassifyOptions): readonly SceneClass[] {
  const { rollout } = messagesOf(locale);
  return STATE_CLASSES.map((state, index) => ({
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
    return { label: messages.light[light ?? 'none'], from: index, to: index + 1, surface: { ...surface, stroke: edge } };
  });
}

/** Heading of the legend. */
export function titleLegend({ basis, plan, level, locale }: ClassifyOptions, unit: string): string {
  const { legend } = messagesOf(locale);
  const batched = plan.rollout !== undefined && plan.rollout.level === level;
  const name = nameUnit(unit, locale);
  if (basis === 'figure') return batched ? legend.figure(name) : legend.figureAlone(name);
  return batched ? legend[basis] : legend[`${basis}Alone`];
}
