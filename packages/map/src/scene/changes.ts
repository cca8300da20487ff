import type { IsoDate } from '@guatu/core';
import { formatNumber } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import { classifyChange, cutChanges } from '../scale/breaks.js';
import { pickPatternColor } from '../scale/contrast.js';
import { spreadRamp } from '../scale/ramps.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import { classifyAreas, LIGHT_CLASSES, paintClass, STATE_CLASSES } from './classes.js';
import type { Classification, ClassifyOptions, SceneClass } from './classes.js';
import type { Nothing } from './scene.js';

export interface ChangeOptions extends Omit<ClassifyOptions, 'facts' | 'others' | 'asOf'> {
  readonly earlier: { readonly facts: readonly AreaFacts[]; readonly asOf: IsoDate };
  readonly later: { readonly facts: readonly AreaFacts[]; readonly asOf: IsoDate };
}

/**
 * Sorts every area by what changed between two dates: in percentage points, in the unit, in steps of the light, or by
 * whether it started between them. An area that has no figure of its own date at either end has no change; that is
 * unlike a change of zero, which is a class of its own.
 */
export function classifyChanges(options: ChangeOptions): Classification {
  const [earlier, later] = [options.earlier, options.later].map(({ facts, asOf }) =>
    classifyAreas({ ...options, facts, asOf, others: [] }),
  ) as [Classification, Classification];
  const change = { earlier, later, dates: [options.earlier.asOf, options.later.asOf] } as const;
  const common = { basis: 'change', change } as const;
  if (options.basis === 'rollout') {
    const { of, values } = sortStates(options);
    return { ...common, classes: stateClasses(options), unit: '', of, values };
  }
  const values = options.later.facts.map((_, index) => measureChange(options, { earlier, later }, index));
  const lights = options.basis === 'lights';
  const points = options.basis !== 'figure' || later.unit === '%';
  const breaks = lights
    ? undefined
    : cutChanges(
        options.breaks,
        values.filter((value) => !Number.isNaN(value)),
        points,
      );
  const bounds = breaks?.bounds ?? [0];
  const of = values.map((value, index) =>
    Number.isNaN(value) ? missingOf(options, { earlier, later }, index) : classifyChange(value, bounds),
  );
  const classes = divergingClasses(options, bounds, lights);
  return { ...common, classes, ...(breaks && { breaks }), unit: later.unit, of, values };
}

interface Ends {
  readonly earlier: Classification;
  readonly later: Classification;
}

/** NaN where either end has no figure of its own date. */
function measureChange(options: ChangeOptions, { earlier, later }: Ends, index: number): number {
  const [before, after] = [earlier.of[index], later.of[index]];
  if (typeof before !== 'number' || typeof after !== 'number' || isOlder(options, index)) return Number.NaN;
  if (options.basis === 'lights') return stepOf(after) - stepOf(before);
  const difference = (later.values[index] ?? Number.NaN) - (earlier.values[index] ?? Number.NaN);
  return Number((options.basis === 'figure' ? difference : difference * 100).toFixed(9));
}

/** Whether either end is painted by an older figure: that nothing was reported is no change. */
function isOlder({ earlier, later, basis }: ChangeOptions, index: number): boolean {
  if (basis === 'started' || basis === 'domain') return false;
  return [earlier, later].some(({ facts }) => {
    const area = facts[index];
    return area !== undefined && isCarried(area);
  });
}

/** Red 0, yellow 1, green 2; what has no light cannot have moved. */
function stepOf(lightClass: number): number {
  const light = LIGHT_CLASSES[lightClass];
  return light == null ? Number.NaN : 2 - lightClass;
}

/** The later end's kind of nothing, else the earlier's; without a light at an end there is nothing to compare. */
function missingOf(options: ChangeOptions, { earlier, later }: Ends, index: number): Nothing {
  const kind = [later.of[index], earlier.of[index]].find((end) => typeof end !== 'number');
  if (typeof kind === 'string') return kind;
  return isOlder(options, index) ? 'noData' : 'notApplicable';
}

function divergingClasses(
  { theme, locale }: ChangeOptions,
  bounds: readonly number[],
  lights: boolean,
): readonly SceneClass[] {
  const { change } = messagesOf(locale);
  const write = (value: number): string => formatNumber(value, locale, 4);
  const sides = (['less', 'more'] as const).map((side) => {
    const sign = side === 'less' ? -1 : 1;
    const ramp = spreadRamp(theme.change[side], bounds.length);
    return bounds.map((from, index): SceneClass => {
      const to = bounds[index + 1];
      const surface = paintClass(ramp[index] ?? theme.ground, theme);
      const mark = side === 'less' ? '−' : '+';
      return {
        label: lights
          ? change.light[side]
          : to === undefined
            ? change.atLeast(mark, write(from))
            : change.range(mark, write(from), write(to)),
        tick: lights ? change.light[side] : `${mark}${from === 0 ? '' : write(from)}`,
        from: sign * from,
        to: to === undefined ? null : sign * to,
        surface: side === 'less' ? overlay(surface, theme) : surface,
      };
    });
  });
  const [less = [], more = []] = sides;
  const same: SceneClass = {
    label: lights ? change.same : change.none,
    tick: lights ? change.same : '0',
    from: 0,
    to: 0,
    surface: paintClass(theme.change.same, theme),
  };
  return [...[...less].reverse(), same, ...more];
}

function overlay(surface: Surface, { onData }: Theme): Surface {
  return { ...surface, pattern: 'falling', patternColor: pickPatternColor(surface.fill, surface.text, onData) };
}

/** What happened to areas of the rollout between two dates, in the order of their classes. */
export const ROLLOUT_CHANGES = ['newlyStarted', 'newlyLate', 'startedBefore', 'waiting'] as const;

function sortStates({ earlier, later }: ChangeOptions): Pick<Classification, 'of' | 'values'> {
  const of = later.facts.map(({ state }, index): number | Nothing => {
    const before = earlier.facts[index]?.state ?? 'none';
    if (state === 'none') return 'notApplicable';
    if (state === 'unreported') return 'noData';
    if (state === 'started') return before === 'started' ? 2 : 0;
    // its year had passed before as well: only the first reports have come since
    return state === 'late' && before !== 'late' && before !== 'unreported' ? 1 : 3;
  });
  return { of, values: of.map(() => Number.NaN) };
}

function stateClasses({ theme, locale }: ChangeOptions): readonly SceneClass[] {
  const { change } = messagesOf(locale);
  const [started, , late, planned] = STATE_CLASSES.map((state) => theme.rollout[state]) as [
    Surface,
    Surface,
    Surface,
    Surface,
  ];
  const surfaces = [started, late, paintClass(theme.change.more[0] ?? theme.ground, theme), planned];
  return ROLLOUT_CHANGES.map((kind, index) => ({
    label: change.rollout[kind],
    from: index,
    to: index + 1,
    surface: surfaces[index] ?? planned,
  }));
}
