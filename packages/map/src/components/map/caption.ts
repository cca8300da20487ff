import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Diagnostic } from '@guatu/core';
import { levelDrawn } from '../../board/board.js';
import type { BoardSnapshot } from '../../board/board.js';
import { listTroubles } from '../../board/list-troubles.js';
import { controlsOf } from '../../localize/controls.js';
import { messagesOf } from '../../localize/messages.js';
import type { Scene } from '../../scene/scene.js';

/** Findings a message lists; the rest are in `<guatu-diagnostics>`. */
const MOST_LISTED = 4;

/**
 * What must be said of figures and shapes; illustrative figures first and loudest.
 *
 * @param more what the element has to say besides
 */
export function renderNotices(
  { notices, legend }: Scene,
  { plan, state }: BoardSnapshot,
  more: readonly string[],
): TemplateResult {
  const { view, locale, target } = state;
  const illustrative = plan?.illustrative?.[locale];
  const unlit = view === 'lights' && target !== null && legend.lights.length === 0;
  const {
    notice: { tiles },
    level: levels,
  } = messagesOf(locale);
  const lights = unlit ? [controlsOf(locale).map.noLights(levels[levelDrawn(state)])] : [];
  const all = [...notices.filter((notice) => notice !== illustrative), ...lights, ...more];
  return html`<ul part="notices" class="notices">
    ${illustrative === undefined ? nothing : html`<li part="notice notice-illustrative" class="notice is-loud">${illustrative}</li>`}
    ${all.map((notice) => html`<li part=${notice === tiles ? 'notice notice-schematic' : 'notice'} class="notice">${notice}</li>`)}
  </ul>`;
}

export interface MessageOptions {
  /** Names of the files that are being read. */
  readonly files: string;
  /** Something should be drawn by now, and is not. */
  readonly bare: boolean;
  /** What went wrong with an export; empty for nothing. */
  readonly failure: string;
  readonly describe: (finding: Diagnostic) => string;
}

/** What stands over the picture, or in its place: what to give, what is read, what is wrong. */
export function renderMessage(snapshot: BoardSnapshot, options: MessageOptions): readonly unknown[] {
  return [renderProgress(snapshot, options), renderTroubles(snapshot, options)];
}

/** What is read; over the picture where one stands, which stays where it is. */
function renderProgress(
  { status, isLoading, state: { locale } }: BoardSnapshot,
  { files }: MessageOptions,
): TemplateResult | typeof nothing {
  if (!isLoading) return nothing;
  const kind = status === 'ready' ? 'message is-over' : 'message';
  return html`<p part="message" class=${kind} role="status">${controlsOf(locale).map.loading(files)}</p>`;
}

function renderTroubles(
  snapshot: BoardSnapshot,
  { bare, failure, describe }: MessageOptions,
): TemplateResult | typeof nothing {
  const {
    status,
    diagnostics,
    roster,
    state: { locale },
  } = snapshot;
  const { map } = controlsOf(locale);
  if (status === 'empty') return html`<p part="message" class="message">${map.empty}</p>`;
  if (status === 'loading') return nothing;
  const troubles = listTroubles(diagnostics, status);
  if (troubles.length > 0) {
    const bad = troubles.some(({ severity }) => severity === 'error');
    return html`<div part="message" class=${bad ? 'message is-bad' : 'message'} role=${bad ? 'alert' : 'status'}>
      ${status === 'failed' ? html`<strong>${map.failed}</strong>` : nothing}
      <ul>
        ${troubles.slice(0, MOST_LISTED).map((problem) => html`<li>${describe(problem)}</li>`)}
        ${troubles.length > MOST_LISTED ? html`<li>${controlsOf(locale).diagnostics.more(troubles.length - MOST_LISTED)}</li>` : nothing}
      </ul>
    </div>`;
  }
  if (roster && bare) return html`<p part="message" class="message">${map.noAreas}</p>`;
  return failure === '' ? nothing : html`<p part="message" class="message" role="status">${failure}</p>`;
}
