import type { Evaluation, Locale } from '@guatu/core';
import { reportingLevel } from '@guatu/core/words';
import type { Comparison, Filter, View } from './view.js';
import type { BreakMethod } from '../scale/break-methods.js';
import { messagesOf } from '../localize/messages.js';
import { THEMES } from '../scale/themes.js';
import type { Theme } from '../scale/themes.js';
import {
  answersPredicate,
  countRefusedRows,
  decideBasis,
  isReportedAbove,
  owesTarget,
  readFacts,
} from './area-facts.js';
import type { AreaFacts, Subject } from './area-facts.js';
import { labelArea } from './area-label.js';
import { classifyAreas } from './classes.js';
import type { Classification, ClassifyOptions } from './classes.js';
import { classifyChanges } from './changes.js';
import type { DrawnAreas } from './drawn-areas.js';
import { writeGroupLines } from './group-lines.js';
import { buildLegend } from './legend.js';
import { noteLegend, titleLegend } from './legend-words.js';
import { listCohorts } from './marks.js';
import { OWN_PATTERNS, paintAreas } from './paint-areas.js';
import type { Painting } from './painting.js';
import { nameWithin, summarise } from './summarise.js';
import { summariseChange } from './summary-change.js';
import { summariseDomain } from './summary-domain.js';
import { writeValue } from './value-text.js';

/** What areas are painted by: an evaluation, and everything that is chosen but the place. */
export interface PaintingOptions {
  readonly evaluation: Evaluation;
  /** From `listDrawn`, of the same level and for the evaluation's date: what is not there on it is not counted. */
  readonly drawn: DrawnAreas;
  /** Id of the target shown; `null` shows the domain, or the rollout. */
  readonly target: string | null;
  /** Id of the domain shown where there is no target. */
  readonly domain?: string | null;
  readonly level: 'township' | 'village';
  /** Code of the township drawn alone, as in `drawn`: the sentence is about it. The whole roster by default. */
  readonly within?: string;
  /** `both` by default: the batch as a mark, attainment as lightness. */
  readonly view?: View;
  /** How figures are cut into classes, `auto` by default. */
  readonly breaks?: BreakMethod;
  /** The same plan and areas at another date: `beside` gives both pictures the same classes, `change` draws what changed. */
  readonly compare?: PaintingComparison | null;
  /** Areas outside it are dimmed; the legend counts them all the same. */
  readonly filter?: Filter;
  /** `zh` by default. */
  readonly locale?: Locale;
  /** Colours of the classes in place of the theme's, `#rrggbb`, lowest first; mixed where there are more classes. */
  readonly ramp?: readonly string[] | null;
  /** Names of the classes in place of their ranges, lowest first; used where there is one for each class. */
  readonly classLabels?: readonly string[] | null;
  /** The light theme by default. */
  readonly theme?: Theme;
}

interface PaintingComparison {
  readonly evaluation: Evaluation;
  /** The areas of that date, for `beside`; those of the picture when left out. Of a change the later date's are drawn. */
  readonly drawn?: DrawnAreas;
  readonly as: Comparison;
}

const NO_FILTER: Filter = { cohorts: [], classes: [] };

/**
 * Paints areas by an evaluation, wherever they will lie: classes, colours, legend, sentences. Pure: the same input gives the
 * same painting. `placePainting` makes a picture of it.
 *
 * @throws RangeError for a target or domain the plan does not have
 *
 * @example
 * const drawn = listDrawn(dataset.roster, null, { level: 'village', asOf: evaluation.asOf });
 * const { legend } = buildPainting({ evaluation, drawn, target: 'collective-income-5-2022', level: 'village' });
 */
export function buildPainting(options: PaintingOptions): Painting {
  const { drawn, level, view = 'both', filter = NO_FILTER, locale = 'zh', theme = THEMES.light } = options;
  const { plan, dataset } = options.evaluation;
  const target = options.target === null ? null : options.evaluation.target(options.target).target;
  const subject: Subject = { view, target, domain: options.domain ?? null };
  const { ends, shown, other } = readEnds(options, subject);
  const { evaluation, facts } = shown;
  const basis = decideBasis(subject, level, ends.later.facts);
  const shared = {
    basis,
    target,
    plan,
    level,
    theme,
    locale,
    breaks: options.breaks ?? 'auto',
    ramp: options.ramp ?? null,
    classLabels: options.classLabels ?? null,
  } as const;
  const changes =
    other === null
      ? null
      : classifyChanges({ ...shared, earlier: momentOf(ends.earlier), later: momentOf(ends.later) });
  const drawsChange = changes !== null && options.compare?.as === 'change';
  const classification = drawsChange ? changes : classifyMoment(shared, shown, other);
  const cohorts = listCohorts(
    plan,
    facts.map(({ cohort }) => cohort),
  );
  const markOf = new Map(cohorts.map(({ cohort, mark }) => [cohort, mark]));
  const labelOf = (area: AreaFacts, index: number): string =>
    labelArea(area, index, { classification, target, locale, markOf });
  const { paints, surfaces } = paintAreas({
    classification,
    facts,
    filter,
    adjoining: drawn.kind === 'mercator',
    view,
    cohorts,
    theme,
    labelOf,
  });
  const marks = facts.map(({ cohort }) => (view === 'both' || view === 'rollout' ? (markOf.get(cohort) ?? '') : ''));
  const valueOf = (index: number): string => {
    const area = facts[index];
    return area ? writeValue(area, index, { classification, target, locale }) : '';
  };
  const codes =
    level === 'village' ? facts.map((_, index) => drawn.areas[index]?.group ?? '') : facts.map(({ code }) => code);
  const groups = writeGroupLines({
    evaluation,
    before: drawsChange ? ends.earlier.evaluation : null,
    subject,
    codes,
    own: level === 'township',
    locale,
  });
  const found =
    changes &&
    summariseChange({
      earlier: ends.earlier.evaluation,
      later: ends.later.evaluation,
      subject,
      classification: changes,
      level,
      locale,
      within: options.within,
    });
  return {
    areas: drawn.areas,
    paints,
    values: classification.values.map((value, index) =>
      typeof classification.of[index] === 'number' && !Number.isNaN(value) ? value : null,
    ),
    legend: buildLegend({
      title: titleLegend(classification, { plan, level, locale, marked: isMarked(subject, level, facts) }),
      notes: noteLegend(classification, locale),
      beside:
        other === null || drawsChange
          ? null
          : {
              classification: classifyMoment(shared, other, shown),
              facts: other.facts,
              exists: (row) => other.evaluation.exists(row),
              asOf: evaluation.asOf,
              otherAsOf: other.evaluation.asOf,
            },
      classification,
      facts,
      exists: (row) => evaluation.exists(row),
      cohorts: level === plan.rollout?.level ? cohorts : [],
      roster: dataset.roster,
      level,
      ...(options.within !== undefined && { within: options.within }),
      refused: countRefusedRows(evaluation, view === 'rollout' ? { target: null, domain: null } : subject),
      patterned: drawn.kind === 'mercator' && view === 'both' && !OWN_PATTERNS.has(classification.basis),
      theme,
      locale,
    }),
    summary: [
      ...(drawsChange ? [] : [describeMoment(shown, subject, { level, locale, within: options.within })]),
      ...(found ? [found] : []),
    ].join(locale === 'zh' ? '' : ' '),
    illustrative: plan.illustrative?.[locale] ?? null,
    coarser: noteCoarser(subject, level, facts, locale),
    lettering: { level, facts, surfaces, marks, valueOf, groups, basis: classification.basis, theme, locale },
  };
}

/** One date, and every area at it. */
interface End {
  readonly evaluation: Evaluation;
  readonly facts: readonly AreaFacts[];
}

interface Ends {
  /** Of a single date both are the same. The same areas in both, those of the picture. */
  readonly ends: { readonly earlier: End; readonly later: End };
  /** The date the picture and its sentence are of: of a change the later one. */
  readonly shown: End;
  /** The other date with the areas it had. */
  readonly other: End | null;
}

function readEnds({ evaluation, compare, drawn }: PaintingOptions, { target, domain }: Subject): Ends {
  const read = (of: Evaluation, { areas } = drawn): End => ({
    evaluation: of,
    facts: readFacts({ evaluation: of, areas, target: target?.id ?? null, domain }),
  });
  const own = read(evaluation);
  if (!compare || compare.evaluation.asOf === evaluation.asOf)
    return { ends: { earlier: own, later: own }, shown: own, other: null };
  const second = read(compare.evaluation);
  const [earlier, later] = second.evaluation.asOf < evaluation.asOf ? [second, own] : [own, second];
  if (compare.as === 'change') return { ends: { earlier, later }, shown: later, other: earlier };
  const { drawn: its = drawn } = compare;
  return { ends: { earlier, later }, shown: own, other: its === drawn ? second : read(compare.evaluation, its) };
}

function momentOf({ evaluation, facts }: End): { readonly facts: readonly AreaFacts[]; readonly asOf: string } {
  return { facts, asOf: evaluation.asOf };
}

function classifyMoment(
  shared: Omit<ClassifyOptions, 'facts' | 'others' | 'asOf'>,
  own: End,
  other: End | null,
): Classification {
  return classifyAreas({ ...shared, ...momentOf(own), others: other?.facts ?? [] });
}

function describeMoment(
  { evaluation, facts }: End,
  { view, target, domain }: Subject,
  {
    level,
    locale,
    within,
  }: { readonly level: 'township' | 'village'; readonly locale: Locale; readonly within: string | undefined },
): string {
  if (target !== null || domain === null || view === 'rollout')
    return summarise(evaluation, view === 'rollout' ? null : (target?.id ?? null), locale, within);
  const { roster } = evaluation.dataset;
  const row = within === undefined ? roster.parents.indexOf(-1) : roster.indexOf(within);
  const refused = countRefusedRows(evaluation, { target, domain }, within === undefined ? undefined : row);
  return nameWithin(
    evaluation,
    within,
    locale,
    summariseDomain(evaluation, domain, { facts, level, row, locale, refused }),
  );
}

/** Whether the figures shown are held against a pass mark: the area owes the target, or answers its predicate. */
function isMarked({ target }: Subject, level: 'township' | 'village', facts: readonly AreaFacts[]): boolean {
  return target !== null && (answersPredicate(target, level) || facts.some(owesTarget));
}

/** That areas stand for figures which are reported above them; empty where they do not. */
function noteCoarser(
  { view, target }: Subject,
  level: 'township' | 'village',
  facts: readonly AreaFacts[],
  locale: Locale,
): string {
  const { notice, level: levels } = messagesOf(locale);
  if (!target || view === 'rollout' || !isReportedAbove(target, level, facts)) return '';
  return notice.coarser(levels[reportingLevel(target)]);
}
