import type { Evaluation, Light, Locale, Measure, Result, Target } from '@guatu/core';
import {
  criterionKind,
  describeExpected,
  describeGap,
  describeMissing,
  describePeriods,
  describeRequired,
  formatDifference,
  formatFigure,
  formatNumber,
  prefixAsked,
  reportingLevel,
  traitsOf,
} from '@guatu/core/words';
import type { Marks } from '@guatu/core/words';
import { controlsOf } from '../localize/controls.js';
import { messagesOf } from '../localize/messages.js';
import { nameNothing } from '../scene/nothing-words.js';

/** One target in one area, in words; empty where there is nothing to say. */
export interface TargetAccount {
  readonly target: Target;
  readonly result: Result;
  /** `4.2万元`; a member's own figure where a predicate is asked of it. */
  readonly figure: string;
  /** `5万元`. */
  readonly required: string;
  /** What is drawn, 0…1; `null` for none. */
  readonly progress: number | null;
  readonly light: Light | null;
  readonly verdict: string;
  /** What is missing, in its own unit: `0.8万元`. */
  readonly gap: string;
  /** The same as a clause: `还差0.8万元`, `超出2亩`, `还剩3项`. */
  readonly missing: string;
  /** Where the figure should be by now, and the difference: `应为4.5万元，少0.3万元`. */
  readonly expected: string;
}

/** What there is to say of a target in an area. @throws RangeError for a target the plan does not have */
export function accountTarget(evaluation: Evaluation, id: string, row: number, locale: Locale): TargetAccount {
  const evaluated = evaluation.target(id);
  const { target } = evaluated;
  const result = evaluated.at(row);
  const drawn = evaluated.drawn[row] ?? Number.NaN;
  const figure = writeOwnFigure(target, result, locale);
  return {
    target,
    result,
    figure,
    required: writeRequired(target, result, locale),
    progress: Number.isNaN(drawn) ? null : drawn,
    light: result.light,
    verdict: writeVerdict(target, result, { refused: () => evaluated.refusedOf(row), locale }),
    gap: writeGap(target, result, locale),
    missing: writeMissing(target, result, locale),
    expected: result.unit === '' ? '' : describeExpected(result, locale),
  };
}

/** A member answers the predicate; a verdict of its own it has none. Of a repeated target the periods that make the verdict are named. */
function writeVerdict(
  { measure }: Target,
  result: Result,
  { refused, locale }: { readonly refused: () => number; readonly locale: Locale },
): string {
  const { verdict, figure, memberFigure, completeness } = result;
  const messages = messagesOf(locale);
  const periods = describePeriods(result, locale);
  if (periods !== '') return messages.verdictIn(messages.verdict[verdict], periods);
  if (verdict === 'notJudged' && figure === null && completeness.total > 0 && completeness.reported === 0)
    return nameNothing('noData', refused(), locale);
  if (verdict === 'noData' && completeness.reported === 0) return nameNothing('noData', refused(), locale);
  if (verdict !== 'notJudged' || memberFigure === null || figure === null) return messages.verdict[verdict];
  const { member } = controlsOf(locale);
  if (traitsOf(measure).countsDown) return figure > 0 ? member.remains : member.cleared;
  return figure > 0 ? member.passes : member.fails;
}

function writeOwnFigure(target: Target, result: Result, locale: Locale): string {
  const { figure, unit, memberFigure, memberRequired, memberUnit, required } = result;
  if (memberFigure !== null)
    return writeIn(predicateOf(target), memberFigure, memberUnit ?? '', locale, memberRequired);
  if (figure === null) return '';
  return writeIn(ownKind(target, result), figure, unit, locale, [required, result.expected]);
}

function writeRequired(target: Target, result: Result, locale: Locale): string {
  const { required, unit, memberFigure, memberRequired, memberUnit, verdict } = result;
  if (memberFigure !== null)
    return memberRequired === null
      ? ''
      : prefixAsked(
          target.measure,
          writeIn(predicateOf(target), memberRequired, memberUnit ?? '', locale, memberFigure),
          locale,
        );
  if (required === null || verdict === 'notJudged') return '';
  const kind = ownKind(target, result);
  return kind === 'number'
    ? describeRequired(target, result, locale)
    : writeIn(kind, required, unit, locale, result.figure);
}

/** How a figure is written: yes and no, a grade, or a number with its unit. */
type Kind = 'state' | 'grade' | 'number';

function predicateOf({ measure }: Target): Kind {
  return 'predicate' in measure ? kindOf(measure.predicate.measure) : 'number';
}

/** Above the level that owes it, a state or grade is a share of members. */
function ownKind(target: Target, { level, unit }: Result): Kind {
  const { measure, scope } = target;
  const own = level === scope.owes.level || level === reportingLevel(target);
  if ('predicate' in measure) return own && unit === '' ? 'state' : 'number';
  return own && unit !== '%' ? kindOf(measure) : 'number';
}

function kindOf(measure: Measure): Kind {
  const { told } = traitsOf(measure);
  return told === 'state' || told === 'grade' ? told : 'number';
}

function writeIn(kind: Kind, value: number, unit: string, locale: Locale, apartFrom?: Marks): string {
  const { yes, no, grade } = messagesOf(locale);
  if (kind === 'state') return value > 0 ? yes : no;
  if (kind === 'grade') return grade(formatNumber(value, locale));
  return formatFigure(value, unit, locale, apartFrom);
}

function writeMissing(target: Target, result: Result, locale: Locale): string {
  const { memberFigure, memberRequired } = result;
  if (memberFigure === null || memberRequired === null) return describeMissing(target, result, locale);
  const gap = writeGap(target, result, locale);
  const { short, excess } = messagesOf(locale).summary;
  return gap === '' ? '' : hasToRise(target) ? short(gap) : excess(gap);
}

function writeGap(target: Target, result: Result, locale: Locale): string {
  const { memberFigure, memberRequired, memberUnit } = result;
  if (memberFigure === null || memberRequired === null) return describeGap(target, result, locale);
  const missing = hasToRise(target) ? memberRequired > memberFigure : memberFigure > memberRequired;
  return missing ? formatDifference(memberRequired, memberFigure, memberUnit ?? '', locale) : '';
}

/** Whether a member arrives by having more; where what counts is what remains, the predicate is what it has to leave. */
function hasToRise({ measure }: Target): boolean {
  if (!('predicate' in measure)) return true;
  return (criterionKind(measure.predicate.criterion).direction === 'down') === traitsOf(measure).countsDown;
}
