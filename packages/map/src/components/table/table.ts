import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Evaluation } from '@guatu/core';
import { listRows, sortRows } from '../../board/list-rows.js';
import type { AreaRow, RowColumn } from '../../board/list-rows.js';
import { readClasses } from '../../board/read-classes.js';
import { AreaSelectEvent } from '../../events/area-select-event.js';
import { BoardElement } from '../../internal/board-element.js';
import { drawLight } from '../../internal/draw-sign.js';
import type { Scene } from '../../scene/scene.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { tableStyles } from './table.styles.js';

/** Rows shown before the reader asks for more. */
const PAGE = 200;

const COLUMNS: readonly RowColumn[] = ['name', 'parent', 'cohort', 'rollout', 'figure', 'class', 'verdict'];

/** Columns of a picture that shows no target. */
const WITHOUT_TARGET: Readonly<Record<'domain' | 'rollout', readonly RowColumn[]>> = {
  domain: ['name', 'parent', 'cohort', 'rollout', 'figure', 'class'],
  rollout: ['name', 'parent', 'cohort', 'rollout'],
};

/**
 * The map's twin in rows: the same areas, the same figures, under the same filter, with the same selection.
 *
 * @summary The areas of a map as a table that can be sorted.
 * @tagname guatu-table
 *
 * @fires {AreaSelectEvent} guatu-area-select - The reader chose an area, or none.
 *
 * @csspart base - The outermost box.
 * @csspart table - The table.
 *
 * @cssprop --guatu-table-height - Height beyond which the table scrolls; none by default.
 * @cssprop --guatu-ground - Ground of the panels.
 * @cssprop --guatu-ink - Text.
 * @cssprop --guatu-quiet - Second-rank text.
 * @cssprop --guatu-hairline - Thin lines.
 * @cssprop --guatu-accent - Chosen items and buttons.
 * @cssprop --guatu-accent-text - Text on the accent.
 * @cssprop --guatu-radius - Rounding of corners.
 * @cssprop --guatu-font - Font families.
 */
export class GuatuTable extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, tableStyles];

  @state() private order: { readonly column: RowColumn; readonly descending: boolean } | null = null;

  @state() private limit = PAGE;

  protected override render(): TemplateResult {
    const { snapshot, controls } = this;
    const evaluation = snapshot?.status === 'ready' ? snapshot.evaluation : null;
    const scene = snapshot?.scene;
    return html`<div part="base" class=${this.baseClasses}>
      ${evaluation && scene ? this.renderTable(evaluation, scene) : html`<p class="quiet">${controls.table.none}</p>`}
    </div>`;
  }

  private renderTable(evaluation: Evaluation, scene: Scene): TemplateResult {
    const { controls, order, snapshot } = this;
    const codes = scene.layout.areas.filter((_area, index) => !scene.paints[index]?.dimmed).map(({ code }) => code);
    const target = snapshot?.state.view === 'rollout' ? null : (snapshot?.state.target ?? null);
    const { basis } = scene.legend;
    const columns = target !== null ? COLUMNS : WITHOUT_TARGET[basis === 'domain' || basis === 'change' ? 'domain' : 'rollout'];
    const listed = listRows(evaluation, { codes, target, locale: this.locale, classes: readClasses(scene, this.locale) });
    const rows = order ? sortRows(listed, order.column, order.descending, this.locale) : listed;
    return html`
      <div class="frame" tabindex="0" role="region" aria-label=${controls.table.name}>
        <table part="table">
          <caption>
            ${scene.summary}
          </caption>
          <thead>
            <tr>
              ${columns.map((column) => this.renderHead(column))}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.limit).map((row) => this.renderRow(row, columns))}
          </tbody>
        </table>
      </div>
      ${rows.length > this.limit
        ? html`<button class="more" @click=${() => (this.limit += PAGE)}>${controls.table.more(rows.length - this.limit)}</button>`
        : nothing}
    `;
  }

  private renderHead(column: RowColumn): TemplateResult {
    const { order } = this;
    const here = order?.column === column;
    const sort = here ? (order.descending ? 'descending' : 'ascending') : 'none';
    const arrow = here ? (order.descending ? ' ↓' : ' ↑') : '';
    return html`<th scope="col" aria-sort=${sort} class=${column === 'figure' ? 'number' : ''}>
      <button @click=${() => (this.order = { column, descending: here ? !order.descending : column === 'figure' })}>
        ${this.nameColumn(column)}<span aria-hidden="true">${arrow}</span>
      </button>
    </th>`;
  }

  /** What is compared is headed by that: the figures are changes. */
  private nameColumn(column: RowColumn): string {
    const { table, timeline } = this.controls;
    return column === 'figure' && this.snapshot?.scene?.legend.basis === 'change' ? timeline.change : table.columns[column];
  }

  private renderRow(row: AreaRow, columns: readonly RowColumn[]): TemplateResult {
    const selected = row.code === this.snapshot?.state.selected;
    const cells: Readonly<Record<RowColumn, () => TemplateResult>> = {
      name: () => html`<th scope="row"><button class="link" aria-pressed=${selected ? 'true' : 'false'} @click=${() => this.select(selected ? null : row.code)}>${row.name}</button></th>`,
      parent: () => html`<td>${row.parent}</td>`,
      cohort: () => html`<td>${row.mark} ${row.cohort}</td>`,
      rollout: () => html`<td>${row.rollout}</td>`,
      figure: () => html`<td class="number">${row.figure}${row.required === '' || row.required === row.figure ? '' : ` / ${row.required}`}</td>`,
      class: () => html`<td>${row.class}</td>`,
      verdict: () => html`<td>${row.light === null ? nothing : drawLight(this.theme, row.light)} ${row.verdict}</td>`,
    };
    return html`<tr aria-current=${selected ? 'true' : 'false'}>
      ${columns.map((column) => cells[column]())}
    </tr>`;
  }

  private select(code: string | null): void {
    this.board?.request({ selected: code });
    this.emit(new AreaSelectEvent(code));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-table': GuatuTable;
  }
}
