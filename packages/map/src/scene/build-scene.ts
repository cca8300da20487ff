import type { Evaluation, Locale } from '@guatu/core';
import type { Filter, View } from '../board/board.js';
import { messagesOf } from '../localize/messages.js';
import { TEXT_SCALE } from '../scale/text-size.js';
import type { TextSize } from '../scale/text-size.js';
import { inkOf, THEMES } from '../scale/themes.js';
import type { Theme } from '../scale/themes.js';
import { decideBasis, isReportedAbove, readFacts, reportingLevel } from './area-facts.js';
import type { AreaFacts } from './area-facts.js';
import { labelArea } from './area-label.js';
import { classifyAreas, titleLegend } from './classes.js';
import { placeGeographicTexts } from './geographic-texts.js';
import { placeGlyphs } from './glyphs.js';
import { writeGroupLines } from './group-lines.js';
import { buildLegend } from './legend.js';
import { listCohorts } from './marks.js';
import { paintAreas } from './paint-areas.js';
import type { Scene, SceneLayout } from './scene.js';
import { summarise } from './summarise.js';
import { placeTileTexts } from './tile-texts.js';
import { writeValue } from './value-text.js';

export interface SceneOptions {
  readonly evaluation: Evaluation;
  /** From `layoutTiles` or `layoutGeographic`, of the same level. */
  readonly layout: SceneLayout;
  /** Id of the target shown; `null` shows the rollout. */
  readonly target: string | null;
  readonly level: 'township' | 'village';
  /** Code of the township drawn alone, as in the layout: the sentence is about it. The whole roster by default. */
  readonly within?: string;
  /** `both` by default: the batch as a mark, attainment as lightness. */
  readonly view?: View;
  /** Areas outside it are dimmed; the legend counts them all the same. */
  readonly filter?: Filter;
  /** `zh` by default. */
  readonly locale?: Locale;
  /** The light theme by default. */
  readonly theme?: Theme;
  /** As the layout was made for. */
  readonly textSize?: TextSize;
}

const NO_FILTER: Filter = { cohorts: [], classes: [] };

/**
 * Turns an evaluation and a layout into a picture. Pure: the same input gives the same scene, and two scenes of one
 * layout differ in paints, signs and texts only.
 *
 * @throws RangeError for a target the plan does not have
 *
 * @example
 * const layout = layoutTiles(dataset.roster, { width: 776, level: 'village' });
 * const scene = buildScene({ evaluation, layout, target: 'collective-income-5-2022', level: 'village' });
 */
export function buildScene(options: SceneOptions): Scene {
  const { evaluation, layout, level, view = 'both', filter = NO_FILTER, locale = 'zh', theme = THEMES.light } = options;
  const { plan, dataset } = evaluation;
  const scale = TEXT_SCALE[options.textSize ?? 'standard'];
  const facts = readFacts({ evaluation, layout, target: options.target });
  const target = options.target === null ? null : evaluation.target(options.target).target;
  const basis = decideBasis(view, target, level, facts);
  const shared = { basis, target, plan, level, facts, theme, locale, asOf: evaluation.asOf };
  const classification = classifyAreas(shared);
  const cohorts = listCohorts(plan, facts.map(({ cohort }) => cohort));
  const markOf = new Map(cohorts.map(({ cohort, mark }) => [cohort, mark]));
  const labels = facts.map((area, index) => labelArea(area, index, { classification, target, locale, markOf }));
  const { paints, surfaces } = paintAreas({ classification, facts, filter, layout, view, cohorts, theme, labels });
  const marks = facts.map(({ cohort }) => (view === 'attainment' || view === 'lights' ? '' : (markOf.get(cohort) ?? '')));
  const values = facts.map((area, index) => writeValue(area, index, { classification, target, locale }));
  const codes = level === 'village' ? facts.map((_, index) => layout.areas[index]?.group ?? '') : facts.map(({ code }) => code);
  const groups = writeGroupLines({ evaluation, target: view === 'rollout' ? null : target, codes, locale });
  const writing = { layout, level, facts, paints, surfaces, marks, values, groups, signs: basis === 'lights', theme, locale, scale };
  const tiles = layout.projection.kind === 'tiles';
  return {
    layout,
    paints,
    glyphs: placeGlyphs({ layout, level, facts, paints, surfaces, basis, theme, scale }),
    texts: tiles ? placeTileTexts(writing) : placeGeographicTexts(writing),
    background: theme.ground,
    ink: inkOf(theme),
    legend: buildLegend({
      title: titleLegend(shared, classification.unit),
      classification,
      facts,
      cohorts: level === plan.rollout?.level ? cohorts : [],
      roster: dataset.roster,
      level,
      ...(options.within !== undefined && { within: options.within }),
      patterned: !tiles && view === 'both' && basis !== 'rollout',
      theme,
      locale,
    }),
    summary: summarise(evaluation, view === 'rollout' ? null : options.target, locale, options.within),
    notices: listNotices(options, facts, locale),
  };
}

/** What must be said where the picture is seen. */
function listNotices({ evaluation, layout, level, target: id, view }: SceneOptions, facts: readonly AreaFacts[], locale: Locale): readonly string[] {
  const { notice, level: levels } = messagesOf(locale);
  const notices: string[] = [];
  const { illustrative } = evaluation.plan;
  if (illustrative) notices.push(illustrative[locale]);
  if (layout.projection.kind === 'tiles') notices.push(notice.tiles);
  const target = id === null || view === 'rollout' ? null : evaluation.target(id).target;
  if (target && isReportedAbove(target, level, facts)) notices.push(notice.coarser(levels[reportingLevel(target)]));
  return notices;
}
