import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Filter } from '../../scene/view.js';
import { levelDrawn, NO_FILTER } from '../../board/board.js';
import { BreaksChangeEvent } from '../../events/breaks-change-event.js';
import { FilterChangeEvent } from '../../events/filter-change-event.js';
import { BoardElement } from '../../internal/board-element.js';
import { drawLight } from '../../internal/draw-sign.js';
import { drawSwatch } from '../../internal/draw-swatch.js';
import { messagesOf } from '../../localize/messages.js';
import { pickPatternColor } from '../../scale/contrast.js';
import type { BreakMethod } from '../../scale/break-methods.js';
import type { Painting } from '../../scene/painting.js';
import type { LegendBeside, LegendClass, LegendCohort, SceneLegend, SwatchPaint } from '../../scene/scene.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { renderBreakChoice } from './break-choice.js';
import { choose, isChosen, isFiltering, isLeft } from './legend-filter.js';
import type { LegendChoice } from './legend-filter.js';
import { legendStyles } from './legend.styles.js';

/**
 * Key, summary and filter at once: how many areas are in each cell of start year × class, what the kinds of nothing look
 * like, and the lights. Every cell, row, column and kind is a button that leaves only its areas on the map.
 *
 * @summary The legend of a map, with counts that are true under any filter.
 * @tagname guatu-legend
 *
 * @fires {FilterChangeEvent} guatu-filter-change - The reader chose what is left on the map.
 * @fires {BreaksChangeEvent} guatu-breaks-change - The reader chose how figures are cut into classes.
 *
 * @csspart base - The outermost box.
 * @csspart notice-illustrative - That figures are invented, where no map of the board says so.
 * @csspart title - The heading.
 * @csspart matrix - The table of start year × class.
 * @csspart breaks - The choice of how classes are cut.
 * @csspart note - How classes were cut, and formulas.
 * @csspart keys - The lists of kinds of nothing, and of lights.
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
export class GuatuLegend extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, legendStyles];

  /** Lets the reader choose how figures are cut into classes. */
  @property({ attribute: 'choose-breaks', type: Boolean, reflect: true }) chooseBreaks = false;

  protected override render(): TemplateResult {
    const { controls, snapshot } = this;
    const painting = snapshot?.painting;
    return html`<section part="base" class=${this.baseClasses} aria-labelledby="title">
      ${this.renderIllustrative()}
      <div class="head">
        <h2 part="title" id="title">${controls.legend.name}</h2>
        ${
          isFiltering(this.filter)
            ? html`<button class="clear" @click=${() => this.apply(NO_FILTER)}>${controls.legend.clear}</button>`
            : nothing
        }
      </div>
      ${painting ? this.renderLegend(painting) : html`<p class="quiet">${controls.legend.none}</p>`}
    </section>`;
  }

  private get filter(): Filter {
    return this.snapshot?.state.filter ?? NO_FILTER;
  }

  private renderLegend(painting: Painting): TemplateResult {
    const { legend } = painting;
    const { nothings, lights } = legend;
    return html`
      <p class="quiet">${legend.title}</p>
      ${this.renderMoments(legend)} ${this.renderMatrix(legend)}
      ${this.renderStale(painting)}
      ${
        nothings.length === 0
          ? nothing
          : html`<ul part="keys" class="keys" aria-label=${this.controls.legend.nothings}>
            ${nothings.map(({ kind, label, count, paint }, index) =>
              this.renderKey(
                { class: kind },
                drawSwatch({ paint, id: `nothing-${kind}` }),
                label,
                this.pair(legend, count, legend.beside?.nothings[index]),
              ),
            )}
          </ul>`
      }
      ${
        lights.length === 0
          ? nothing
          : html`<ul part="keys" class="keys" aria-label=${this.controls.legend.lights}>
            ${lights.map(({ light, label, count }, index) =>
              this.renderKey(
                { class: light },
                drawLight(this.theme, light),
                label,
                this.pair(legend, count, legend.beside?.lights[index]),
              ),
            )}
          </ul>`
      }
      ${this.renderBreaks(legend)}
      ${(legend.notes ?? []).map((note) => html`<p part="note" class="quiet note">${note}</p>`)}
      <p class="shown" role="status">${this.describeShown(painting)}</p>
    `;
  }

  private renderBreaks({ basis }: SceneLegend): TemplateResult | typeof nothing {
    const { snapshot, locale } = this;
    if (!this.chooseBreaks || !snapshot) return nothing;
    return renderBreakChoice({ basis, breaks: snapshot.state.breaks, locale, onChoose: (breaks) => this.cut(breaks) });
  }

  /** Which of two counts is of which date. */
  private renderMoments({ beside }: SceneLegend): TemplateResult | typeof nothing {
    if (!beside) return nothing;
    const [first, second] = inOrder(beside, beside.date, beside.otherDate);
    return html`<p class="quiet">${this.controls.legend.moments(first, second)}</p>`;
  }

  /** A count, or both of two dates in their order. */
  private pair({ beside }: SceneLegend, count: number, other: number | undefined): readonly number[] {
    return beside ? inOrder(beside, count, other ?? 0) : [count];
  }

  /** Areas drawn by an earlier report: in their class, with the dots of what was not reported. */
  private renderStale({ paints, legend }: Painting): TemplateResult | typeof nothing {
    const { carried } = legend;
    if (!carried) return nothing;
    const stale = paints.filter((paint) => typeof paint.class === 'number' && paint.pattern === carried.pattern);
    const classes = stale.map((paint) => Number(paint.class)).sort((a, b) => a - b);
    const middle = legend.classes[classes[Math.floor(classes.length / 2)] ?? -1];
    if (!middle) return nothing;
    const paint = { ...middle.paint, pattern: carried.pattern, patternColor: middle.textColor };
    return html`<p part="keys" class="keys">
      <span class="key">${drawSwatch({ paint, id: 'stale' })}<span>${carried.label}</span> <span class="count">${carried.count}</span></span>
    </p>`;
  }

  private renderMatrix(legend: SceneLegend): TemplateResult {
    const { classes, cohorts, counts, beside } = legend;
    const named = cohorts.some(({ label }) => label !== '');
    return html`<table part="matrix" class=${isRatio(legend) ? 'is-ticks' : ''}>
      <caption class="hidden-text">${legend.title}</caption>
      <thead>
        <tr>
          ${named ? html`<td class="corner" aria-hidden="true">${isRatio(legend) ? '%' : nothing}</td>` : nothing}
          ${classes.map((item, index) => html`<th scope="col" class="column-head">${this.renderColumnButton(legend, item, index)}</th>`)}
          <td class="sum"></td>
        </tr>
      </thead>
      <tbody>
        ${cohorts.map(
          (cohort, row) => html`<tr>
          ${named ? html`<th scope="row" class="row-head">${this.renderRowButton(cohort)}</th>` : nothing}
          ${classes.map(
            (_, column) => html`<td>
            ${this.renderCell(legend, cohort, column, this.pair(legend, counts[row]?.[column] ?? 0, beside?.counts[row]?.[column]))}
          </td>`,
          )}
          <td class="sum">${cohort.total}</td>
        </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private renderColumnButton(legend: SceneLegend, item: LegendClass, index: number): TemplateResult {
    const sum = (counts: SceneLegend['counts']): number => counts.reduce((total, row) => total + (row[index] ?? 0), 0);
    const counts = this.pair(legend, sum(legend.counts), legend.beside && sum(legend.beside.counts));
    const name = this.controls.legend.column(item.label, counts.join(ARROW));
    return this.renderButton({ class: index }, name, html`${item.tick ?? item.label}`);
  }

  private renderRowButton({ cohort, mark, label, total }: LegendCohort): TemplateResult {
    const name = this.controls.legend.row(`${mark} ${label}`, String(total));
    return this.renderButton({ cohort }, name, html`${mark} ${label}`);
  }

  private renderCell(
    legend: SceneLegend,
    cohort: LegendCohort,
    column: number,
    counts: readonly number[],
  ): TemplateResult | typeof nothing {
    const item = legend.classes[column];
    if (!item) return nothing;
    const choice = { cohort: cohort.cohort, class: column };
    const name = this.controls.legend.cell(`${cohort.mark}${cohort.label}`, item.label, counts.join(ARROW));
    const sample = drawSwatch({
      paint: this.layPattern(item, cohort),
      id: `cell-${cohort.cohort}-${column}`,
      lines: counts.some((count) => count > 0) ? counts.map(String) : [],
      textColor: item.textColor,
    });
    const kind = counts.length > 1 ? 'cell is-double' : 'cell';
    return this.renderButton(choice, name, sample, isLeft(this.filter, choice) ? kind : `${kind} is-out`);
  }

  /** A class as a batch is drawn on polygons: its fill under the batch's pattern. */
  private layPattern({ paint, textColor }: LegendClass, { pattern }: LegendCohort): SwatchPaint {
    if (pattern == null) return paint;
    return { ...paint, pattern, patternColor: pickPatternColor(paint.fill, textColor, this.theme.onData) };
  }

  private renderKey(
    choice: LegendChoice,
    sample: TemplateResult,
    label: string,
    counts: readonly number[],
  ): TemplateResult {
    const content = html`${sample}<span>${label}</span> <span class="count">${counts.join(ARROW)}</span>`;
    return html`<li>${this.renderButton(choice, nothing, content, 'key')}</li>`;
  }

  private renderButton(
    choice: LegendChoice,
    name: string | typeof nothing,
    content: TemplateResult,
    kind = '',
  ): TemplateResult {
    return html`<button
      class=${kind}
      aria-label=${name}
      aria-pressed=${isChosen(this.filter, choice) ? 'true' : 'false'}
      @click=${() => this.apply(choose(this.filter, choice))}
    >
      ${content}
    </button>`;
  }

  private describeShown({ paints, legend }: Painting): string {
    const unit = messagesOf(this.locale).unitOfLevel(
      this.snapshot ? levelDrawn(this.snapshot.state) : 'village',
      legend.total,
    );
    if (!isFiltering(this.filter) && legend.total === 0) return '';
    if (!isFiltering(this.filter)) return this.controls.legend.total(legend.total, unit);
    return this.controls.legend.shown(paints.filter(({ dimmed }) => !dimmed).length, legend.total, unit);
  }

  private cut(breaks: BreakMethod): void {
    this.board?.request({ breaks });
    this.emit(new BreaksChangeEvent(breaks));
  }

  private apply(filter: Filter): void {
    this.board?.request({ filter });
    this.emit(new FilterChangeEvent(filter));
  }
}

/** Between the counts of two dates. */
const ARROW = ' → ';

/** What belongs to each of two dates, the earlier first. */
function inOrder<T>({ otherFirst }: LegendBeside, own: T, other: T): [first: T, second: T] {
  return otherFirst ? [other, own] : [own, other];
}

/** Whether the classes are parts of a whole. */
function isRatio({ basis }: SceneLegend): boolean {
  return basis === 'attainment' || basis === 'progress' || basis === 'started' || basis === 'domain';
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-legend': GuatuLegend;
  }
}
