import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { IsoDate, Locale } from '@guatu/core';
import { COMPARISONS } from '../../board/board.js';
import type { BoardState } from '../../board/board.js';
import type { Comparison } from '../../scene/view.js';
import { labelStop } from '../../board/stop.js';
import type { Stop } from '../../board/stop.js';
import { controlsOf } from '../../localize/controls.js';

export interface CompareOptions {
  readonly stops: readonly Stop[];
  readonly state: Pick<BoardState, 'asOf' | 'compareTo' | 'comparison'>;
  readonly locale: Locale;
  readonly onChoose: (compareTo: IsoDate, comparison: Comparison) => void;
}

/** Chooses the second of two dates, and how the two are shown. */
export function renderCompare({ stops, state, locale, onChoose }: CompareOptions): TemplateResult {
  const { timeline } = controlsOf(locale);
  const { asOf, compareTo, comparison } = state;
  // a date the page asked for need not be a stop
  const dates = [...new Set([...stops.map(({ date }) => date), ...(compareTo === '' ? [] : [compareTo])])].sort();
  return html`<div part="compare" class="compare no-print">
    <label>
      ${timeline.compare}
      <select @change=${(event: Event) => onChoose(valueOf(event), comparison)}>
        <option value="" ?selected=${compareTo === ''}>${timeline.noCompare}</option>
        ${dates.map((date) => html`<option value=${date} ?selected=${date === compareTo} ?disabled=${date === asOf}>${labelStop(date, locale, stops.find((stop) => stop.date === date)?.quarter)}</option>`)}
      </select>
    </label>
    ${
      compareTo === '' || compareTo === asOf
        ? nothing
        : html`<div class="modes" role="group" aria-label=${timeline.mode}>
          ${COMPARISONS.map(
            (mode) =>
              html`<button aria-pressed=${mode === comparison ? 'true' : 'false'} @click=${() => onChoose(compareTo, mode)}>${timeline[mode]}</button>`,
          )}
        </div>`
    }
  </div>`;
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}
