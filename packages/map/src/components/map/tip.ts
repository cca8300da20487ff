import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Evaluation, Locale } from '@guatu/core';
import { accountArea } from '../../board/account-area.js';
import { accountTarget } from '../../board/account-target.js';
import { drawLight } from '../../internal/draw-sign.js';
import { controlsOf } from '../../localize/controls.js';
import { messagesOf } from '../../localize/messages.js';
import type { Theme } from '../../scale/themes.js';
import { writeStarted } from '../../scene/started-words.js';

export interface TipOptions {
  readonly evaluation: Evaluation;
  readonly code: string;
  readonly target: string | null;
  /** What the picture says of the area where no target's figure does: a domain's attainment, a change. */
  readonly drawn?: { readonly words: string; readonly of: string };
  readonly locale: Locale;
  readonly theme: Theme;
}

/** What stands beside the area that is pointed at, by pointer or by key. */
export function renderTip({ evaluation, code, target, drawn, locale, theme }: TipOptions): TemplateResult | typeof nothing {
  const area = accountArea(evaluation, code, locale);
  if (!area) return nothing;
  const messages = messagesOf(locale);
  const { card } = controlsOf(locale);
  const account = target === null ? null : accountTarget(evaluation, target, area.row, locale);
  const above = area.ancestors.at(-1)?.name ?? '';
  const batch = area.rollout === '' ? writeStarted(area.totals, locale) : area.rollout;
  return html`
    <p class="tip-name"><strong>${area.area.name}</strong> <span class="quiet">${above}</span></p>
    ${batch === '' ? nothing : html`<p class="quiet">${batch}</p>`}
    ${drawn === undefined ? nothing : html`<p class="tip-figure"><strong>${drawn.words}</strong> <span class="quiet">${drawn.of}</span></p>`}
    ${account === null
      ? nothing
      : html`<p class="tip-figure">
          ${account.light === null ? nothing : drawLight(theme, account.light)}
          <strong>${account.figure === '' ? account.verdict : account.figure}</strong>
          ${account.required === '' ? nothing : html`<span class="quiet">${card.required(account.required)}</span>`}
        </p>
        <p class="quiet">
          ${[
            account.gap === '' ? '' : messages.summary.short(account.gap),
            account.figure === '' || (account.result.verdict === 'notJudged' && account.result.memberFigure === null) ? '' : account.verdict,
            account.result.stale ? messages.label.stale : '',
          ]
            .filter((part) => part !== '')
            .join(messages.label.join)}
        </p>`}
  `;
}
