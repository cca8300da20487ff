import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { Evaluation, RolloutTotals } from '@guatu/core';
import { countedNoun, nounFor } from '@guatu/core/words';
import { tally } from '../../board/tally-targets.js';
import { BoardElement } from '../../internal/board-element.js';
import { drawLight } from '../../internal/draw-sign.js';
import { StandingsController } from '../../internal/standings-controller.js';
import { messagesOf } from '../../localize/messages.js';
import { outermostRows } from '../../scene/outermost.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { figuresStyles } from './figures.styles.js';

/**
 * The board in five figures: areas started, due targets attained, targets with red and yellow lights, reports for the
 * chosen target, and the date.
 *
 * @summary Key figures of a board.
 * @tagname guatu-figures
 *
 * @csspart base - The outermost box.
 * @csspart notice-illustrative - That figures are invented, where no map of the board says so.
 * @csspart figure - One figure with its name.
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
export class GuatuFigures extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, figuresStyles];

  private readonly standings = new StandingsController(this);

  protected override render(): TemplateResult {
    const evaluation = this.snapshot?.status === 'ready' ? this.snapshot.evaluation : null;
    return html`<div part="base" class=${this.baseClasses} role="group" aria-label=${this.controls.figures.name}>
      ${this.renderIllustrative()}
      ${evaluation ? this.renderFigures(evaluation) : nothing}
    </div>`;
  }

  private renderFigures(evaluation: Evaluation): TemplateResult {
    const { figures } = this.controls;
    const rows = outermostRows(evaluation);
    const totals = rows.map((row) => evaluation.rolloutTotals(row)).reduce(addTotals, NO_TOTALS);
    const { attained, due, red, yellow } = tally(this.standings.read(evaluation));
    return html`<dl>
      ${totals.total > 0 ? this.renderFigure(figures.started, this.renderStarted(totals)) : nothing}
      ${
        evaluation.plan.targets.length === 0
          ? nothing
          : html`${this.renderFigure(figures.attained, html`${attained}<span class="of">/ ${due}</span>`, this.standings.complete)}
          ${this.renderFigure(figures.lights, html`${drawLight(this.theme, 'red')}${red} ${drawLight(this.theme, 'yellow')}${yellow}`, this.standings.complete)}`
      }
      ${this.renderReported(evaluation, rows)}
      ${this.renderFigure(figures.asOf, html`${evaluation.asOf}`)}
    </dl>`;
  }

  /** Without any report of a start it is not known how many have started. */
  private renderStarted({ started, total, startsReported }: RolloutTotals): TemplateResult {
    if (!startsReported) return html`<span class="of">${messagesOf(this.locale).header.startsUnreported}</span>`;
    return html`${started}<span class="of">/ ${total}</span>`;
  }

  private renderReported(evaluation: Evaluation, rows: readonly number[]): TemplateResult | typeof nothing {
    const target = this.snapshot?.state.target ?? null;
    const [first] = rows;
    if (target === null || first === undefined) return nothing;
    const evaluated = evaluation.target(target);
    const { level } = evaluated.at(first);
    const counts = rows.map((row) => evaluated.completenessOf(row));
    const [reported, total] = [sum(counts.map((count) => count.reported)), sum(counts.map((count) => count.total))];
    if (total === 0) return nothing;
    const unit = nounFor(total, countedNoun(evaluated.target, level), this.locale);
    return this.renderFigure(this.controls.figures.reported(unit), html`${reported}<span class="of">/ ${total}</span>`);
  }

  /** One figure; what is not counted yet says so. */
  private renderFigure(name: string, figure: TemplateResult, known = true): TemplateResult {
    return html`<div part="figure" class=${known ? 'item' : 'item is-waiting'}>
      <dt>${name}</dt>
      <dd>${known ? figure : this.controls.figures.counting}</dd>
    </div>`;
  }
}

const NO_TOTALS: RolloutTotals = { started: 0, late: 0, unreported: 0, total: 0, startsReported: false };

function addTotals(a: RolloutTotals, b: RolloutTotals): RolloutTotals {
  return {
    started: a.started + b.started,
    late: a.late + b.late,
    unreported: a.unreported + b.unreported,
    total: a.total + b.total,
    startsReported: a.startsReported || b.startsReported,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-figures': GuatuFigures;
  }
}
