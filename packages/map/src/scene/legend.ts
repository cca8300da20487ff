import type { Area, IsoDate, Light, Locale, Roster } from '@guatu/core';
import { writeDate } from '@guatu/core/words';
import { messagesOf } from '../localize/messages.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried, MAY_BE_CARRIED } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import type { Classification } from './classes.js';
import type { Cohort } from './marks.js';
import { nameNothings } from './nothing-words.js';
import { patternOfCohort } from './paint-areas.js';
import type { LegendCohort, Nothing, SceneLegend, SwatchPaint } from './scene.js';

interface DatedAreas {
  readonly classification: Classification;
  readonly facts: readonly AreaFacts[];
  /** Whether a row of the roster is there on the date. */
  readonly exists: (row: number) => boolean;
}

export interface LegendOptions extends DatedAreas {
  readonly title: string;
  readonly notes: readonly string[];
  /** The other of two dates side by side. */
  readonly beside: BesideOptions | null;
  readonly cohorts: readonly Cohort[];
  readonly roster: Roster;
  readonly level: 'township' | 'village';
  /** Code of the township drawn alone. */
  readonly within?: string;
  /** Rows that were refused, of what is shown. */
  readonly refused: number;
  readonly patterned: boolean;
  readonly theme: Theme;
  readonly locale: Locale;
}

interface BesideOptions extends DatedAreas {
  /** Dates of the legend's own counts, and of the others. */
  readonly asOf: IsoDate;
  readonly otherAsOf: IsoDate;
}

const NOTHINGS: readonly Nothing[] = ['notStarted', 'noData', 'notComputable', 'notReportedHere', 'notApplicable'];
const LIGHTS = ['green', 'yellow', 'red'] as const;

/** Key and summary at once: how many areas each cell of batch × class holds, before any filter. */
export function buildLegend(options: LegendOptions): SceneLegend {
  const { title, notes, beside, classification, refused, theme, locale } = options;
  const messages = messagesOf(locale);
  const { classes, basis } = classification;
  const rows = listRows(options);
  const own = countAreas(options, rows);
  const other = beside && countAreas(beside, rows);
  const countNothing = (counts: AreaCounts | null, kind: Nothing): number => counts?.nothings.get(kind) ?? 0;
  const kinds = NOTHINGS.filter((kind) => countNothing(own, kind) + countNothing(other, kind) > 0);
  const lit = basis === 'change' ? [] : LIGHTS.filter((light) => own.lights(light) + (other?.lights(light) ?? 0) > 0);
  return {
    title,
    basis,
    classes: classes.map(({ surface, ...item }) => ({ ...item, paint: swatch(surface), textColor: surface.text })),
    notes: [...notes, ...noteUndrawn(options)],
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
    nothings: kinds.map((kind) => ({
      kind,
      label: nameNothings(kind, refused, locale),
      count: countNothing(own, kind),
      paint: swatch(theme.nothing[kind]),
    })),
    lights: lit.map((light) => ({
      light,
      label: messages.light[light],
      shape: theme.lights[light].shape,
      fill: theme.lights[light].fill,
      count: own.lights(light),
    })),
    total: own.total,
  };
}

interface AreaCounts {
  readonly counts: readonly (readonly number[])[];
  readonly nothings: ReadonlyMap<Nothing, number>;
  readonly lights: (light: Light) => number;
  readonly total: number;
}

/** Areas of a date, and the class or kind of nothing of each: those that are there on it. */
function countAreas({ classification: { classes, of }, facts }: DatedAreas, rows: readonly LegendCohort[]): AreaCounts {
  const rowOf = new Map(rows.map(({ cohort }, index) => [cohort, index]));
  const counts = rows.map(() => classes.map(() => 0));
  const nothings = new Map<Nothing, number>();
  let total = 0;
  for (const [index, area] of facts.entries()) {
    if (!area.exists) continue;
    const kind = of[index] ?? 'noData';
    if (kind !== 'notApplicable') total += 1;
    if (typeof kind !== 'number') {
      nothings.set(kind, (nothings.get(kind) ?? 0) + 1);
      continue;
    }
    const row = counts[rowOf.get(area.cohort) ?? -1];
    if (row) row[kind] = (row[kind] ?? 0) + 1;
  }
  return { counts, nothings, lights: (light) => facts.filter((area) => area.light === light).length, total };
}

function describeCarried({ classification, facts, locale }: LegendOptions): Pick<SceneLegend, 'carried'> {
  if (!MAY_BE_CARRIED.has(classification.basis)) return {};
  const count = facts.filter((area, index) => typeof classification.of[index] === 'number' && isCarried(area)).length;
  return count === 0 ? {} : { carried: { label: messagesOf(locale).label.stale, count, pattern: 'dots' } };
}

function listRows({ facts, cohorts, patterned, locale }: LegendOptions): readonly LegendCohort[] {
  const messages = messagesOf(locale);
  const totals = new Map<string, number>();
  for (const { cohort, exists } of facts) if (exists) totals.set(cohort, (totals.get(cohort) ?? 0) + 1);
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

/** What is not on the map is no kind of nothing on it, and is said beside it. */
function noteUndrawn(options: LegendOptions): readonly string[] {
  const undrawn = countUndrawn(options);
  return undrawn === 0 ? [] : [messagesOf(options.locale).notice.notDrawn(undrawn)];
}

/** Areas of the level that are there and not drawn: the residents' committees. */
function countUndrawn({
  roster,
  level,
  within,
  facts,
  exists,
}: Pick<LegendOptions, 'roster' | 'level' | 'within' | 'facts' | 'exists'>): number {
  const drawn = new Set(facts.map(({ row }) => row));
  const isUndrawn = (area: Area, row: number): boolean =>
    area.kind === 'residents-committee' && !drawn.has(row) && exists(row);
  return roster.areas.filter(
    (area, row) => area.level === level && (within === undefined || area.parent === within) && isUndrawn(area, row),
  ).length;
}

function swatch({ fill, pattern, patternColor, stroke, dashed }: Surface): SwatchPaint {
  return { fill, pattern, patternColor, stroke, dashed };
}
