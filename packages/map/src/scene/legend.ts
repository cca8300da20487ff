import type { Locale, Roster } from '@guatu/core';
import { messagesOf } from '../localize/messages.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import type { Classification } from './classes.js';
import type { Cohort } from './marks.js';
import { patternOfCohort } from './paint-areas.js';
import type { LegendCohort, Nothing, SceneLegend, SwatchPaint } from './scene.js';

export interface LegendOptions {
  readonly title: string;
  readonly classification: Classification;
  readonly facts: readonly AreaFacts[];
  readonly cohorts: readonly Cohort[];
  readonly roster: Roster;
  readonly level: 'township' | 'village';
  /** Code of the township drawn alone. */
  readonly within?: string;
  readonly patterned: boolean;
  readonly theme: Theme;
  readonly locale: Locale;
}

const NOTHINGS: readonly Nothing[] = ['notStarted', 'noData', 'notReportedHere', 'notApplicable'];
const LIGHTS = ['green', 'yellow', 'red'] as const;

/** Key and summary at once: how many areas each cell of batch × class holds, before any filter. */
export function buildLegend(options: LegendOptions): SceneLegend {
  const { title, classification, facts, theme, locale } = options;
  const messages = messagesOf(locale);
  const { classes, of, basis } = classification;
  const rows = listRows(options);
  const rowOf = new Map(rows.map(({ cohort }, index) => [cohort, index]));
  const counts = rows.map(() => classes.map(() => 0));
  const empty = new Map<Nothing, number>([['notApplicable', countUndrawn(options)]]);
  for (const [index, { cohort }] of facts.entries()) {
    const kind = of[index] ?? 'noData';
    if (typeof kind !== 'number') {
      empty.set(kind, (empty.get(kind) ?? 0) + 1);
      continue;
    }
    const row = counts[rowOf.get(cohort) ?? -1];
    if (row) row[kind] = (row[kind] ?? 0) + 1;
  }
  const notApplicable = of.filter((kind) => kind === 'notApplicable').length;
  return {
    title,
    basis,
    classes: classes.map(({ label, from, to, surface }) => ({ label, from, to, paint: swatch(surface), textColor: surface.text })),
    cohorts: rows,
    counts,
    ...describeCarried(options),
    nothings: NOTHINGS.filter((kind) => (empty.get(kind) ?? 0) > 0).map((kind) => ({
      kind,
      label: messages.nothing[kind],
      count: empty.get(kind) ?? 0,
      paint: swatch(theme.nothing[kind]),
    })),
    lights: LIGHTS.map((light) => ({
      light,
      label: messages.light[light],
      shape: theme.lights[light].shape,
      fill: theme.lights[light].fill,
      count: facts.filter(({ result }) => result?.light === light).length,
    })).filter(({ count }) => count > 0),
    total: facts.length - notApplicable,
  };
}

function describeCarried({ classification, facts, locale }: LegendOptions): Pick<SceneLegend, 'carried'> {
  if (classification.basis === 'rollout' || classification.basis === 'started') return {};
  const count = facts.filter((area, index) => typeof classification.of[index] === 'number' && isCarried(area)).length;
  return count === 0 ? {} : { carried: { label: messagesOf(locale).label.stale, count, pattern: 'dots' } };
}

function listRows({ facts, cohorts, patterned, locale }: LegendOptions): readonly LegendCohort[] {
  const messages = messagesOf(locale);
  const totals = new Map<string, number>();
  for (const { cohort } of facts) totals.set(cohort, (totals.get(cohort) ?? 0) + 1);
  const rows = cohorts.map(({ cohort, mark }, index): LegendCohort => {
    const row = { cohort, mark, label: messages.cohort(cohort), total: totals.get(cohort) ?? 0 };
    return patterned ? { ...row, pattern: patternOfCohort(index) } : row;
  });
  const inBatches = rows.some(({ total }) => total > 0);
  const outside = totals.get('') ?? 0;
  const shown = inBatches ? rows : [];
  if (outside === 0) return shown;
  return [...shown, { cohort: '', mark: '', label: inBatches ? messages.cohort('') : '', total: outside }];
}

/** Areas of the level that stand in the roster and are not drawn: the residents' committees. */
function countUndrawn({ roster, level, within, facts }: LegendOptions): number {
  const drawn = new Set(facts.map(({ row }) => row));
  return roster.areas.filter((area, row) => area.level === level && (within === undefined || area.parent === within) && area.kind === 'residents-committee' && !drawn.has(row)).length;
}

function swatch({ fill, pattern, patternColor, stroke, dashed }: Surface): SwatchPaint {
  return { fill, pattern, patternColor, stroke, dashed };
}
