import type { PatternName, AreaPaint, LegendBasis } from './scene.js';
import type { Filter, View } from './view.js';
import { mixColors, pickPatternColor } from '../scale/contrast.js';
import type { Surface, Theme } from '../scale/themes.js';
import { isCarried, MAY_BE_CARRIED } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import type { Classification } from './classes.js';
import type { Cohort } from './marks.js';

/** How much of its colours a dimmed area keeps. */
const DIMMED_SHARE = 0.22;

/** On polygons the batch is a pattern: none for the first, one each for the next two. Marks tell the rest apart. */
const COHORT_PATTERNS: readonly (PatternName | null)[] = [null, 'lines', 'cross'];

/** Pictures whose classes have patterns of their own. */
export const OWN_PATTERNS: ReadonlySet<LegendBasis> = new Set<LegendBasis>(['rollout', 'change']);

export function patternOfCohort(index: number): PatternName | null {
  return COHORT_PATTERNS[index] ?? null;
}

export interface PaintOptions {
  readonly classification: Classification;
  readonly facts: readonly AreaFacts[];
  readonly filter: Filter;
  /** Shapes beside each other, and no tiles. */
  readonly adjoining: boolean;
  readonly view: View;
  readonly cohorts: readonly Cohort[];
  readonly theme: Theme;
  /** Writes an area's label, when it is asked for. */
  readonly labelOf: (area: AreaFacts, index: number) => string;
}

/** The paint of every area, and the surface its texts and signs stand on. */
export function paintAreas(options: PaintOptions): {
  readonly paints: readonly AreaPaint[];
  readonly surfaces: readonly Surface[];
} {
  const { classification, facts, filter, adjoining, theme, labelOf } = options;
  const patterned = adjoining && options.view === 'both';
  const rank = new Map(options.cohorts.map(({ cohort }, index) => [cohort, index]));
  const surfaces = facts.map((area, index) => {
    const surface = dressArea(classification, index, theme, adjoining);
    const classed = typeof classification.of[index] === 'number';
    const pattern =
      patterned && classed && !OWN_PATTERNS.has(classification.basis)
        ? patternOfCohort(rank.get(area.cohort) ?? 0)
        : null;
    const carried = classed && MAY_BE_CARRIED.has(classification.basis) && isCarried(area);
    const marked = carried
      ? overlay(surface, 'dots', theme)
      : pattern === null
        ? surface
        : overlay(surface, pattern, theme);
    return passesFilter(area, classification.of[index] ?? 'noData', filter) ? marked : dimSurface(marked, theme);
  });
  const paints = facts.map((area, index): AreaPaint => {
    const { fill, pattern, patternColor, stroke, strokeWidth, dashed } = surfaces[index] as Surface;
    const kind = classification.of[index] ?? 'noData';
    const dimmed = !passesFilter(area, kind, filter);
    let label: string | undefined;
    return {
      class: kind,
      cohort: area.cohort,
      fill,
      pattern,
      patternColor,
      stroke,
      strokeWidth,
      dashed,
      dimmed,
      // written when it is read: of tens of thousands of areas few are pointed at
      get label() {
        return (label ??= labelOf(area, index));
      },
    };
  });
  return { paints, surfaces };
}

function overlay(surface: Surface, pattern: PatternName, { onData }: Theme): Surface {
  return { ...surface, pattern, patternColor: pickPatternColor(surface.fill, surface.text, onData) };
}

/** Whether an area is among what the filter leaves; an empty filter leaves everything. */
function passesFilter(area: AreaFacts, kind: AreaPaint['class'], { cohorts, classes }: Filter): boolean {
  if (cohorts.length > 0 && !cohorts.includes(area.cohort)) return false;
  if (classes.length === 0 || classes.includes(kind)) return true;
  const { light } = area;
  return light !== null && classes.includes(light);
}

/** Tiles have edges of their own; areas that adjoin are parted by a line of the ground's colour. */
function dressArea(
  { of, classes, values, basis }: Classification,
  index: number,
  theme: Theme,
  adjoining: boolean,
): Surface {
  const kind = of[index] ?? 'noData';
  if (typeof kind !== 'number') return theme.nothing[kind];
  const surface = classes[kind]?.surface ?? theme.nothing.noData;
  const zero = values[index] === 0 && basis !== 'rollout' && basis !== 'lights' && basis !== 'change';
  if (zero) return { ...surface, stroke: theme.edge, strokeWidth: 1.5 };
  return adjoining && !surface.dashed ? { ...surface, stroke: theme.ground } : surface;
}

function dimSurface(surface: Surface, theme: Theme): Surface {
  const faint = (color: string): string => mixColors(theme.ground, color, DIMMED_SHARE);
  return {
    ...surface,
    fill: faint(surface.fill),
    patternColor: faint(surface.patternColor),
    stroke: faint(surface.stroke),
    text: mixColors(theme.ground, theme.quiet, 0.55),
  };
}
