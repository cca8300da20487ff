import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Evaluation } from '@guatu/core';
import { accountArea } from '../../board/account-area.js';
import type { AreaAccount } from '../../board/account-area.js';
import { accountTarget } from '../../board/account-target.js';
import type { TargetAccount } from '../../board/account-target.js';
import { AreaSelectEvent } from '../../events/area-select-event.js';
import { TargetSelectEvent } from '../../events/target-select-event.js';
import { nameChoice, showArea } from '../../internal/show-area.js';
import { BoardElement } from '../../internal/board-element.js';
import { drawLight } from '../../internal/draw-sign.js';
import { outermostRows } from '../../scene/outermost.js';
import { writeStarted } from '../../scene/started-words.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { renderAreas, renderBelow } from './below-block.js';
import { renderDomain } from './domain-block.js';
import { cardStyles } from './card.styles.js';
import { renderCare, renderTarget } from './target-block.js';
import type { BlockOptions } from './target-block.js';

/** Other targets shown before the reader asks for the rest. */
const FIRST_OTHERS = 5;

/**
 * Everything about the selected area: its batch, its figure for the chosen target with what is asked and why it is so,
 * who answers for it, what is still open, and how other targets stand there. Without a selection, the township that
 * is drawn alone, else the outermost area, with all that lie below it.
 *
 * @summary The selected area in words and figures.
 * @tagname guatu-card
 *
 * @fires {AreaSelectEvent} guatu-area-select - The reader chose another area, or none.
 * @fires {TargetSelectEvent} guatu-target-select - The reader chose another target.
 *
 * @csspart base - The outermost box.
 * @csspart notice-illustrative - That figures are invented, where no map of the board says so.
 * @csspart name - The area's name.
 * @csspart close - The button that takes the selection back.
 *
 * @cssprop --guatu-ground - Ground of the panels.
 * @cssprop --guatu-ink - Text.
 * @cssprop --guatu-quiet - Second-rank text.
 * @cssprop --guatu-hairline - Thin lines.
 * @cssprop --guatu-accent - Chosen items and buttons.
 * @cssprop --guatu-accent-text - Text on the accent.
 * @cssprop --guatu-radius - Rounding of corners.
 * @cssprop --guatu-font - Font families.
 */
export class GuatuCard extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, cardStyles];

  @state() private showsAll = false;

  private shownFor: string | null = null;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const selected = this.snapshot?.state.selected ?? null;
    if (selected !== this.shownFor) this.showsAll = false;
    this.shownFor = selected;
  }

  protected override render(): TemplateResult {
    const { snapshot } = this;
    const evaluation = snapshot?.status === 'ready' ? snapshot.evaluation : null;
    const rows = evaluation ? outermostRows(evaluation) : [];
    const chosen = snapshot?.state.selected ?? snapshot?.state.within;
    const code = chosen ?? (rows.length === 1 ? evaluation?.dataset.roster.areas[rows[0] ?? -1]?.code : undefined);
    const area = evaluation && code !== undefined ? accountArea(evaluation, code, this.locale) : null;
    return html`<article part="base" class=${this.baseClasses} aria-label=${area?.area.name ?? this.controls.card.name}>
      ${this.renderIllustrative()}
      ${evaluation && area ? this.renderArea(evaluation, area) : evaluation && rows.length > 1 ? this.renderWhole(evaluation, rows) : nothing}
    </article>`;
  }

  /** Several outermost areas, none of them more than the others. */
  private renderWhole(evaluation: Evaluation, rows: readonly number[]): TemplateResult {
    const target = this.snapshot?.state.target ?? null;
    const areas = {
      evaluation,
      target,
      locale: this.locale,
      theme: this.theme,
      onSelect: (code: string) => this.select(code),
    };
    return html`<header class="head"><h2 part="name">${this.controls.levels.whole}</h2></header>${renderAreas(rows, areas)}`;
  }

  private renderArea(evaluation: Evaluation, account: AreaAccount): TemplateResult {
    const target = this.snapshot?.state.target ?? null;
    const block: BlockOptions = { evaluation, row: account.row, locale: this.locale, theme: this.theme };
    return html`
      ${this.renderHead(account)} ${this.renderSubject(block)}
      ${renderBelow({ ...block, target, onSelect: (code) => this.select(code) })} ${renderCare(block)}
      ${account.ancestors.length === 0 ? nothing : this.renderOthers(block, target)}
    `;
  }

  private renderSubject(block: BlockOptions): TemplateResult | typeof nothing {
    const { target = null, domain = null } = this.snapshot?.state ?? {};
    if (target !== null) return renderTarget(target, block);
    return domain === null ? nothing : renderDomain(domain, { ...block, onTarget: (id) => this.chooseTarget(id) });
  }

  private renderHead({ area, ancestors, rollout, totals }: AreaAccount): TemplateResult {
    const { card } = this.controls;
    const counts = [writeStarted(totals, this.locale), totals.late > 0 ? `${card.late} ${totals.late}` : ''];
    return html`<header class="head">
      ${
        ancestors.length === 0
          ? nothing
          : html`<p class="path">
            ${ancestors.map(({ code, name }) => html`<button class="link" aria-label=${card.up(name)} @click=${() => this.select(code)}>${name}</button> ›`)}
          </p>`
      }
      <h2 part="name">${area.name}</h2>
      ${
        this.snapshot?.state.selected == null
          ? nothing
          : html`<button part="close" class="close" aria-label=${card.close} @click=${() => this.select(null)}>×</button>`
      }
      <p class="quiet">${rollout === '' ? counts.filter((part) => part !== '').join(' · ') : rollout}</p>
    </header>`;
  }

  /** How other targets stand in the area; only those with a figure or a report that is due. */
  private renderOthers({ evaluation, row }: BlockOptions, chosen: string | null): TemplateResult | typeof nothing {
    const { card } = this.controls;
    const others = evaluation.plan.targets
      .filter(({ id }) => id !== chosen && evaluation.target(id).concerns(row))
      .map(({ id }) => accountTarget(evaluation, id, row, this.locale))
      .filter(({ figure, result }) => figure !== '' || result.verdict === 'noData')
      .sort((a, b) => weigh(b) - weigh(a));
    if (others.length === 0) return nothing;
    const shown = this.showsAll ? others : others.slice(0, FIRST_OTHERS);
    return html`<section class="block" aria-labelledby="others">
      <h3 id="others">${card.others}</h3>
      <ul class="others">
        ${shown.map(
          ({ target, light, figure, required, verdict }) => html`<li>
            <button class="other" @click=${() => this.chooseTarget(target.id)}>
              ${light === null ? html`<span></span>` : drawLight(this.theme, light)}
              <span>${target.name[this.locale]}</span>
              <span class="value">${figure === '' ? verdict : required === '' || required === figure ? figure : `${figure} / ${required}`}</span>
            </button>
          </li>`,
        )}
      </ul>
      ${
        others.length > shown.length
          ? html`<button class="more" @click=${() => (this.showsAll = true)}>${card.othersMore(others.length - shown.length)}</button>`
          : nothing
      }
    </section>`;
  }

  private select(code: string | null): void {
    this.board?.request({ selected: code });
    this.emit(new AreaSelectEvent(code, this.snapshot ? showArea(this.snapshot, code) : undefined));
  }

  private chooseTarget(target: string): void {
    this.board?.request({ target });
    this.emit(
      new TargetSelectEvent(
        target,
        null,
        this.snapshot ? nameChoice(this.snapshot, { target, domain: null }, this.locale) : '',
      ),
    );
  }
}

/** What the reader looks for first: lights, then what is asked of the area, then figures other than 0. */
function weigh({ light, required, result: { figure } }: TargetAccount): number {
  return (light === null ? 0 : { red: 6, yellow: 5, green: 4 }[light]) + (required === '' ? 0 : 2) + (figure ? 1 : 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-card': GuatuCard;
  }
}
