import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Evaluation, ExplanationStep, Locale } from '@guatu/core';
import { countedNoun, describeLight, nounFor, writeClause, writeDate } from '@guatu/core/words';
import { accountTarget } from '../../board/account-target.js';
import type { TargetAccount } from '../../board/account-target.js';
import { listAssigned, listOpenProblems } from '../../board/open-problems.js';
import { drawLight } from '../../internal/draw-sign.js';
import { controlsOf } from '../../localize/controls.js';
import { messagesOf } from '../../localize/messages.js';
import type { Theme } from '../../scale/themes.js';
import { nameNothing } from '../../scene/nothing-words.js';

export interface BlockOptions {
  readonly evaluation: Evaluation;
  readonly row: number;
  readonly locale: Locale;
  readonly theme: Theme;
}

/** The chosen target in one area: the figure, what is asked, and where all of it comes from. */
export function renderTarget(id: string, options: BlockOptions): TemplateResult {
  const { evaluation, row, locale, theme } = options;
  const account = accountTarget(evaluation, id, row, locale);
  const { target, light, figure, required, verdict } = account;
  const { card } = controlsOf(locale);
  return html`<section class="block" aria-labelledby="target">
    <h3 id="target">${target.name[locale]}</h3>
    <p class="figure">
      ${light === null ? nothing : drawLight(theme, light)}
      <strong>${figure === '' ? verdict : figure}</strong>
      ${required === '' ? nothing : html`<span class="quiet">${card.required(required)}</span>`}
      ${figure === '' ? nothing : html`<span class="quiet">${verdict}</span>`}
    </p>
    ${account.progress === null ? nothing : drawProgress(account.progress, expectedShare(account))}
    <dl class="facts">${listFacts(account, options)}</dl>
    <details>
      <summary>${card.why}</summary>
      <ul class="why">
        ${evaluation
          .target(id)
          .explain(row)
          .steps.map((step) => html`<li>${writeStep(step, locale)}</li>`)}
      </ul>
    </details>
  </section>`;
}

function writeStep({ text, place }: ExplanationStep, locale: Locale): string {
  return place === undefined ? text[locale] : `${text[locale]} · ${place}`;
}

/** How far, 0…1, with a mark where the schedule would be. */
function drawProgress(progress: number, expected: number | null): TemplateResult {
  return html`<svg class="bar" aria-hidden="true">
    <rect class="ground" y="3" width="100%" height="6" rx="3"></rect>
    <rect class="share" y="3" width=${`${Math.min(1, Math.max(0, progress)) * 100}%`} height="6" rx="3"></rect>
    ${expected === null ? nothing : html`<svg x=${`${expected * 100}%`} overflow="visible"><rect class="expected" x="-1" width="2" height="12"></rect></svg>`}
  </svg>`;
}

/** Where the schedule is on the bar: attainment without what it is ahead by. */
function expectedShare({ progress, result: { pace, periods } }: TargetAccount): number | null {
  // of a repeated target the bar is the windows that were met, and what is expected is of the one that runs
  if (progress === null || pace === null || periods.length > 0) return null;
  return Math.min(1, Math.max(0, progress - pace / 100));
}

function listFacts(
  account: TargetAccount,
  { evaluation, row, locale }: BlockOptions,
): readonly (TemplateResult | typeof nothing)[] {
  const { card } = controlsOf(locale);
  const messages = messagesOf(locale);
  const { result, target } = account;
  const { completeness, stale, firstAttainedOn } = result;
  const reports = evaluation
    .target(target.id)
    .explain(row)
    .steps.filter(({ kind }) => kind === 'observation');
  const fact = (name: string, value: string): TemplateResult | typeof nothing =>
    value === '' ? nothing : html`<dt>${name}</dt><dd>${value}</dd>`;
  const silent = completeness.total === 1 && completeness.reported === 0 && !stale;
  return [
    fact(card.distance, account.missing),
    fact(card.pace, account.expected),
    fact(card.light, describeLight(result, locale)),
    fact(
      card.reported,
      silent
        ? describeSilence(evaluation.target(target.id).refusedOf(row), locale)
        : reports.map(({ text }) => text[locale]).join(messages.summary.join),
    ),
    fact(
      card.completeness,
      completeness.total > 1 && reports.length === 0
        ? card.members(
            completeness.reported,
            completeness.total,
            nounFor(completeness.total, countedNoun(target, result.level), locale),
          )
        : '',
    ),
    fact(card.stale, stale ? messages.label.stale : ''),
    fact(card.first, firstAttainedOn === null ? '' : writeDate(firstAttainedOn, locale)),
    fact(card.clause, writeClause(target.clause, locale)),
    fact(card.responsible, target.responsible?.[locale] ?? ''),
  ];
}

function describeSilence(refused: number, locale: BlockOptions['locale']): string {
  return refused > 0 ? nameNothing('noData', refused, locale) : controlsOf(locale).card.notReported;
}

/** Who looks after the area, and what is still open in it. */
export function renderCare({ evaluation, row, locale }: BlockOptions): TemplateResult | typeof nothing {
  const { card } = controlsOf(locale);
  const assigned = listAssigned(evaluation.dataset, row, evaluation.asOf);
  const problems = listOpenProblems(evaluation.dataset, row, evaluation.asOf);
  if (assigned.length === 0 && problems.length === 0) return nothing;
  const oldest = problems[0]?.openedOn;
  return html`<dl class="facts block">
    ${assigned.length === 0 ? nothing : html`<dt>${card.assigned}</dt><dd>${assigned.join(messagesOf(locale).label.list)}</dd>`}
    ${oldest === undefined ? nothing : html`<dt>${card.problems}</dt><dd>${card.problemCount(problems.length, writeDate(oldest, locale))}</dd>`}
  </dl>`;
}
