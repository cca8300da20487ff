import type { Locale, Plan } from '@guatu/core';
import { formatNumber, nameUnit, writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { Classification } from './classes.js';
import type { LegendBasis } from './scene.js';

export interface TitleOptions {
  readonly plan: Plan;
  readonly level: 'township' | 'village';
  readonly locale: Locale;
  /** Whether the figures shown are held against a pass mark somewhere. */
  readonly marked: boolean;
}

/** Heading of the legend: what the rows are, and what the classes. */
export function titleLegend(
  { basis, unit, change }: Classification,
  { plan, level, locale, marked }: TitleOptions,
): string {
  const { legend } = messagesOf(locale);
  const name = nameClasses({ basis, unit, marked, ...(change && { of: change.later.basis }) }, locale);
  return plan.rollout?.level === level ? legend.byBatch(name) : legend.alone(name);
}

function nameClasses(
  {
    basis,
    unit,
    marked,
    of,
  }: { readonly basis: LegendBasis; readonly unit: string; readonly marked: boolean; readonly of?: LegendBasis },
  locale: Locale,
): string {
  const { legend } = messagesOf(locale);
  if (basis === 'figure')
    return marked ? legend.ownFigure(nameUnit(unit, locale)) : legend.figure(nameUnit(unit, locale));
  if (basis !== 'change') return legend[basis];
  if (of === 'rollout') return legend.changeOfRollout;
  if (of === 'lights') return legend.changeOfLights;
  return legend.change(of === 'figure' && unit !== '%' ? nameUnit(unit, locale) : legend.points);
}

/** How the classes were cut and by whom their bounds were set, and what needs a formula. */
export function noteLegend({ basis, breaks, unit, change }: Classification, locale: Locale): readonly string[] {
  const { cut, formula } = messagesOf(locale).legend;
  const notes: string[] = [];
  if (change && change.later.basis !== 'rollout')
    notes.push(formula.change(...(change.dates.map((date) => writeDate(date, locale)) as [string, string])));
  if (breaks) {
    const ratio = basis !== 'figure' && basis !== 'change';
    const bounds = breaks.bounds.filter((bound, index) => index > 0 && !(ratio && bound === 1));
    const written = bounds
      .map((bound) => formatNumber(ratio ? Number((bound * 100).toPrecision(12)) : bound, locale, 4))
      .join(messagesOf(locale).label.list);
    const name = ratio ? '%' : basis === 'change' ? '' : unit === '%' ? '%' : nameUnit(unit, locale);
    const words = cut[breaks.source](written, name);
    notes.push(ratio ? cut.attainedApart(words) : words);
  }
  if (basis === 'domain' || change?.later.basis === 'domain') notes.push(formula.domain);
  return notes;
}
