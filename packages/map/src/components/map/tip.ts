import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Evaluation } from '@guatu/core';
import type { Accounts } from '../../board/accounts.js';
import type { BoardState } from '../../board/board.js';
import { themeOf } from '../../board/theme-of.js';
import { readClass } from '../../board/read-classes.js';
import { drawLight } from '../../internal/draw-sign.js';
import { controlsOf } from '../../localize/controls.js';
import { messagesOf } from '../../localize/messages.js';
import type { Scene } from '../../scene/scene.js';
import { writeStarted } from '../../scene/started-words.js';

/** The picture and the area that is pointed at. */
export interface TipOptions {
  readonly scene: Scene;
  readonly evaluation: Evaluation;
  readonly accounts: Accounts;
  readonly code: string;
  readonly state: BoardState;
}

/** What stands beside the area that is pointed at, by pointer or by key. */
export function renderTip({ scene, evaluation, accounts, code, state }: TipOptions): TemplateResult | typeof nothing {
  const { locale } = state;
  const theme = themeOf(state);
  const target = state.view === 'rollout' ? null : state.target;
  const area = accounts.area(evaluation, code, locale);
  if (!area) return nothing;
  const messages = messagesOf(locale);
  const { card } = controlsOf(locale);
  const account = target === null ? null : accounts.target(evaluation, target, area.row, locale);
  const above = area.ancestors.at(-1)?.name ?? '';
  // what the picture says of the area where no target's figure does: a domain's attainment, a change
  const { words: drawn } = readClass(
    scene,
    scene.layout.areas.findIndex((shape) => shape.code === code),
    locale,
  );
  const batch = area.rollout === '' ? writeStarted(area.totals, locale) : area.rollout;
  return html`
    <p class="tip-name"><strong>${area.area.name}</strong> <span class="quiet">${above}</span></p>
    ${batch === '' ? nothing : html`<p class="quiet">${batch}</p>`}
    ${drawn === '' ? nothing : html`<p class="tip-figure"><strong>${drawn}</strong> <span class="quiet">${scene.legend.title}</span></p>`}
    ${
      account === null
        ? nothing
        : html`<p class="tip-figure">
          ${account.light === null ? nothing : drawLight(theme, account.light)}
          <strong>${account.figure === '' ? account.verdict : account.figure}</strong>
          ${account.required === '' ? nothing : html`<span class="quiet">${card.required(account.required)}</span>`}
        </p>
        <p class="quiet">
          ${[
            account.gap === '' ? '' : messages.summary.short(account.gap),
            account.figure === '' || (account.result.verdict === 'notJudged' && account.result.memberFigure === null)
              ? ''
              : account.verdict,
            account.result.stale ? messages.label.stale : '',
          ]
            .filter((part) => part !== '')
            .join(messages.label.join)}
        </p>`
    }
  `;
}
