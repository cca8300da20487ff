import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { controlsOf } from '../../localize/controls.js';
import { formatPercent } from '@guatu/core/words';
import { writeTerm } from '../../board/write-term.js';
import { messagesOf } from '../../localize/messages.js';
import type { BlockOptions } from './target-block.js';

export interface DomainOptions extends BlockOptions {
  readonly onTarget: (id: string) => void;
}

/** The chosen domain in one area: its attainment, and the targets it is the mean of, the weakest first. */
export function renderDomain(
  id: string,
  { evaluation, row, locale, onTarget }: DomainOptions,
): TemplateResult | typeof nothing {
  const domain = evaluation.plan.domains.find((candidate) => candidate.id === id);
  if (!domain) return nothing;
  const messages = messagesOf(locale);
  const { attainment, completeness, targets } = evaluation.domain(id, row);
  const names = new Map(evaluation.plan.targets.map((target) => [target.id, target.name[locale]]));
  const rows = [...targets].sort((a, b) => (a.attainment ?? 2) - (b.attainment ?? 2));
  const level = evaluation.dataset.roster.areas[row]?.level ?? 'county';
  const none = completeness.total === 0 ? messages.domain.none(messages.level[level]) : messages.domain.silent;
  return html`<section class="block" aria-labelledby="domain">
    <h3 id="domain">${domain.name[locale]}</h3>
    <p class="figure">
      <strong>${attainment === null ? none : `${formatPercent(attainment, locale)}%`}</strong>
      ${completeness.total === 0 ? nothing : html`<span class="quiet">${messages.domain.counted(completeness.reported, completeness.total)}</span>`}
    </p>
    ${
      rows.length === 0
        ? nothing
        : html`<details>
          <summary>${controlsOf(locale).card.why}</summary>
          <ul class="others">
            ${rows.map(
              (target) => html`<li>
                <button class="other" @click=${() => onTarget(target.target)}>
                  <span></span><span>${names.get(target.target)}</span><span class="value">${writeTerm(target, locale)}</span>
                </button>
              </li>`,
            )}
          </ul>
        </details>`
    }
  </section>`;
}
