import type { IsoDate, Light, Locale, Roster } from '@guatu/core';
import { writeDate } from '../localize/format-date.js';
import { messagesOf } from '../localize/messages.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried, MAY_BE_CARRIED } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import type { Classification } from './classes.js';
import type { Cohort } from './marks.js';
import { patternOfCohort } from './paint-areas.js';
import type { LegendCohort, Nothing, SceneLegend, SwatchPaint } from './scene.js';

export interface LegendOptions {
  readonly title: string;
  readonly notes: readonly string[];
  /** The other of two dates side by side. */
  readonly beside: BesideOptions | null;
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

export interface BesideOptions {
  readonly classification: Classification;
  readonly facts: readonly AreaFacts[];
  /** Dates of the legend's own counts, and of the others. */
  readonly asOf: IsoDate;
  readonly otherAsOf: IsoDate;
}

const NOTHINGS: readonly Nothing[] = ['notStarted', 'noData', 'notReportedHere', 'notApplicable'];
const LIGHTS = ['green', 'yellow', 'red'] as const;

/** Key and summary at once: how many areas each cell of batch × class holds, before any filter. */
export function buildLegend(options: LegendOptions): SceneLegend {
  const { title, notes, beside, classification, facts, theme, locale } = options;
  const messages = messagesOf(locale);
  const { classes, of, basis } = classification;
  const rows = listRows(options);
  const own = countAreas(classification, facts, rows);
  const other = beside && countAreas(beside.classification, beside.facts, rows);
  const undrawn = countUndrawn(options);
  const countNothing = (counts: AreaCounts | null, kind: Nothing): number =>
    (counts?.nothings.get(kind) ?? 0) + (counts && kind === 'notApplicable' ? undrawn : 0);
  const kinds = NOTHINGS.filter((kind) => countNothing(own, kind) + countNothing(other, kind) > 0);
  const lit = basis === 'change' ? [] : LIGHTS.filter((light) => own.lights(light) + (other?.lights(light) ?? 0) > 0);
  const notApplicable = of.filter((kind) => kind === 'notApplicable').length;
  return {
    title,
    basis,
    classes: classes.map(({ surface, ...item }) => ({ ...item, paint: swatch(surface), textColor: surface.text })),
    notes,
    ...(beside &&
      other && {
        beside: {
          date: writeDate(beside.asOf, locale),
          otherDate: writeDate(beside.otherAsOf, locale),
          otherFirst: beside.otherAsOf < beside.asOf,
          counts: other.counts,
          nothings: kinds.map((kind) => countNothing(other, kind)),
          lights: lit.map((light) => other.lights(light)),
        },
      }),
    cohorts: rows,
    counts: own.counts,
    ...describeCarried(options),
    nothings: kinds.map((kind) => ({ kind, label: messages.nothing[kind], count: countNothing(own, kind), paint: swatch(theme.nothing[kind]) })),
    lights: lit.map((light) => ({
      light,
      label: messages.light[light],
      shape: theme.lights[light].shape,
      fill: theme.lights[light].fill,
      count: own.lights(light),
    })),
    total: facts.length - notApplicable,
  };
}

interface AreaCounts {
  readonly counts: readonly (readonly number[])[];
  readonly nothings: ReadonlyMap<Nothing, number>;
  readonly lights: (light: Light) => number;
}

function countAreas({ classes, of }: Classification, facts: readonly AreaFacts[], rows: readonly LegendCohort[]): AreaCounts {
  const rowOf = new Map(rows.map(({ cohort }, index) => [cohort, index]));
  const counts = rows.map(() => classes.map(() => 0));
  const nothings = new Map<Nothing, number>();
  for (const [index, { cohort }] of facts.entries()) {
    const kind = of[index] ?? 'noData';
    if (typeof kind !== 'number') {
      nothings.set(kind, (nothings.get(kind) ?? 0) + 1);
      continue;
    }
    const row = counts[rowOf.get(cohort) ?? -1];
    if (row) row[kind] = (row[kind] ?? 0) + 1;
  }
  return { counts, nothings, lights: (light) => facts.filter((area) => area.light === light).length };
}

function describeCarried({ classification, facts, locale }: LegendOptions): Pick<SceneLegend, 'carried'> {
  if (!MAY_BE_CARRIED.has(classification.basis)) return {};
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
