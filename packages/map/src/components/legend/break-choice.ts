import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale } from '@guatu/core';
import { controlsOf } from '../../localize/controls.js';
import { BREAK_METHODS } from '../../scale/break-methods.js';
import type { BreakMethod } from '../../scale/break-methods.js';
import type { LegendBasis } from '../../scene/scene.js';

/** What a method cuts; states, lights and changes have classes of their own. */
const CUT: ReadonlySet<LegendBasis> = new Set<LegendBasis>(['attainment', 'progress', 'figure', 'domain']);

export interface BreakChoiceOptions {
  readonly basis: LegendBasis;
  readonly breaks: BreakMethod;
  readonly locale: Locale;
  readonly onChoose: (breaks: BreakMethod) => void;
}

/** Chooses how figures are cut into classes. Bounds that the page gave are an entry of their own. */
export function renderBreakChoice({
  basis,
  breaks,
  locale,
  onChoose,
}: BreakChoiceOptions): TemplateResult | typeof nothing {
  if (!CUT.has(basis)) return nothing;
  const { legend } = controlsOf(locale);
  const given = typeof breaks === 'string' ? null : breaks;
  return html`<label part="breaks" class="quiet breaks no-print">
    ${legend.breaks}
    <select
      @change=${({ target }: Event) => {
        const chosen = BREAK_METHODS.find((method) => target instanceof HTMLSelectElement && method === target.value);
        if (chosen) onChoose(chosen);
      }}
    >
      ${given === null ? nothing : html`<option value="" .selected=${true}>${given.join(', ')}</option>`}
      ${BREAK_METHODS.map((method) => html`<option value=${method} .selected=${method === breaks}>${legend.method[method]}</option>`)}
    </select>
  </label>`;
}
