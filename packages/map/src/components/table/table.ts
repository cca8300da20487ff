import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Evaluation } from '@guatu/core';
import { listRows, sortRows } from '../../board/list-rows.js';
import type { AreaRow, RowColumn } from '../../board/list-rows.js';
import { readClasses } from '../../board/read-classes.js';
import { searchRows } from '../../board/search-rows.js';
import { writeCsv } from '../../board/write-csv.js';
import { AreaSelectEvent } from '../../events/area-select-event.js';
import { TableChangeEvent } from '../../events/table-change-event.js';
import { showArea } from '../../internal/show-area.js';
import { BoardElement } from '../../internal/board-element.js';
import { downloadFile } from '../../internal/download-file.js';
import { drawLight } from '../../internal/draw-sign.js';
import type { Painting } from '../../scene/painting.js';
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
 * @fires {TableChangeEvent} guatu-table-change - The reader sorted the table, or searched in it.
 *
 * @csspart base - The outermost box.
 * @csspart notice-illustrative - That figures are invented, where no map of the board says so.
 * @csspart search - The field to search by.
 * @csspart download - The button that saves the rows.
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

  /** Column the rows are sorted by, `figure`; `-figure` from the largest down. Empty: in the roster's order. */
  @property({ reflect: true }) sort = '';

  /** Leaves the rows whose name, parent, code or pinyin initials hold this. */
  @property({ reflect: true }) search = '';

  @state() private limit = PAGE;

  private listed: { readonly of: readonly unknown[]; readonly rows: readonly AreaRow[] } = { of: [], rows: [] };

  protected override render(): TemplateResult {
    const { snapshot, controls } = this;
    const evaluation = snapshot?.status === 'ready' ? snapshot.evaluation : null;
    const painting = snapshot?.painting;
    return html`<div part="base" class=${this.baseClasses} lang=${this.locale === 'zh' ? 'zh-CN' : 'en'}>
      ${this.renderIllustrative()}
      ${evaluation && painting ? this.renderTable(evaluation, painting) : html`<p class="quiet">${controls.table.none}</p>`}
    </div>`;
  }

  private renderTable(evaluation: Evaluation, painting: Painting): TemplateResult {
    const {
      controls: { table },
    } = this;
    const columns = this.listColumns(painting);
    const all = this.list(evaluation, painting);
    const rows = this.arrange(all, columns);
    return html`
      <div class="tools no-print">
        <label class="search"><span>${table.search}</span><input part="search" type="search" .value=${this.search} maxlength="60" @input=${(event: Event) => this.onSearch(event)} /></label>
        <span class="quiet" role="status">${table.shown(rows.length, painting.areas.length)}</span>
        <button part="download" class="download" @click=${() => this.download(rows, columns)}>${table.download}</button>
      </div>
      <div class="frame" tabindex="0" role="region" aria-label=${table.name}>
        <table part="table">
          <caption>
            ${painting.summary}
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
      ${
        rows.length > this.limit
          ? html`<button class="more no-print" @click=${() => (this.limit += PAGE)}>${table.more(rows.length - this.limit)}</button>`
          : nothing
      }
    `;
  }

  private get target(): string | null {
    const state = this.snapshot?.state;
    return !state || state.view === 'rollout' ? null : state.target;
  }

  private listColumns({ legend: { basis } }: Painting): readonly RowColumn[] {
    if (this.target !== null) return COLUMNS;
    return WITHOUT_TARGET[basis === 'domain' || basis === 'change' ? 'domain' : 'rollout'];
  }

  /** All areas the legend's filter leaves; worked out again only when the picture is another one. */
  private list(evaluation: Evaluation, painting: Painting): readonly AreaRow[] {
    const { locale, target } = this;
    const of = [evaluation, painting, locale, target];
    if (of.some((part, index) => part !== this.listed.of[index])) {
      const codes = painting.areas.filter((_area, index) => !painting.paints[index]?.dimmed).map(({ code }) => code);
      this.listed = {
        of,
        rows: listRows(evaluation, { codes, target, locale, classes: readClasses(painting, locale) }),
      };
    }
    return this.listed.rows;
  }

  /** The rows that are searched for, in the order asked for; a column that is not there orders nothing. */
  private arrange(rows: readonly AreaRow[], columns: readonly RowColumn[]): readonly AreaRow[] {
    const found = searchRows(rows, this.search);
    const { column, descending } = readOrder(this.sort, columns);
    return column === undefined ? found : sortRows(found, column, descending, this.locale);
  }

  private onSearch({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    this.search = currentTarget.value;
    this.limit = PAGE;
    this.emit(new TableChangeEvent(this.sort, this.search));
  }

  private sortBy(column: RowColumn, descending: boolean): void {
    this.sort = descending ? `-${column}` : column;
    this.emit(new TableChangeEvent(this.sort, this.search));
  }

  /** What is shown, all pages of it, as a file for a spreadsheet. */
  private download(rows: readonly AreaRow[], columns: readonly RowColumn[]): void {
    const { table, card } = this.controls;
    const { plan, state: { asOf } = { asOf: '' } } = this.snapshot ?? {};
    const older = rows.some((row) => row.older !== '');
    const heads = columns.flatMap((column) =>
      column === 'figure'
        ? [this.nameColumn(column), card.requirement, ...(older ? [table.older] : [])]
        : [this.nameColumn(column)],
    );
    const lines = rows.map((row) => [
      row.code,
      ...columns.flatMap((column) =>
        column === 'figure' ? [row.figure, row.required, ...(older ? [row.older] : [])] : [row[column]],
      ),
    ]);
    const illustrative = plan?.illustrative?.[this.locale];
    // on every line, for rows are cut out and pasted elsewhere
    const end = (cell: string): readonly string[] => (illustrative === undefined ? [] : [cell]);
    const csv = writeCsv([
      [table.code, ...heads, ...end(table.illustrative)],
      ...lines.map((line) => [...line, ...end(illustrative ?? '')]),
    ]);
    downloadFile(
      `${[plan?.id, this.target, asOf].filter(Boolean).join('-')}.csv`,
      new Blob([csv], { type: 'text/csv;charset=utf-8' }),
    );
  }

  private renderHead(column: RowColumn): TemplateResult {
    const order = readOrder(this.sort, [column]);
    const here = order.column === column;
    const sort = here ? (order.descending ? 'descending' : 'ascending') : 'none';
    const arrow = here ? (order.descending ? ' ↓' : ' ↑') : '';
    return html`<th scope="col" aria-sort=${sort} class=${column === 'figure' ? 'number' : ''}>
      <button @click=${() => this.sortBy(column, here ? !order.descending : column === 'figure')}>
        ${this.nameColumn(column)}<span aria-hidden="true">${arrow}</span>
      </button>
    </th>`;
  }

  /** What is compared is headed by that: the figures are changes. */
  private nameColumn(column: RowColumn): string {
    const { table, timeline } = this.controls;
    return column === 'figure' && this.snapshot?.painting?.legend.basis === 'change'
      ? timeline.change
      : table.columns[column];
  }

  private renderRow(row: AreaRow, columns: readonly RowColumn[]): TemplateResult {
    const selected = row.code === this.snapshot?.state.selected;
    const cells: Readonly<Record<RowColumn, () => TemplateResult>> = {
      name: () =>
        html`<th scope="row"><button class="link" aria-pressed=${selected ? 'true' : 'false'} @click=${() => this.select(selected ? null : row.code)}>${row.name}</button></th>`,
      parent: () => html`<td>${row.parent}</td>`,
      cohort: () => html`<td>${row.mark} ${row.cohort}</td>`,
      rollout: () => html`<td>${row.rollout}</td>`,
      figure: () =>
        html`<td class="number">${row.figure === '' && row.required !== '' ? '–' : row.figure}${row.required === '' || row.required === row.figure ? '' : ` / ${row.required}`}${row.older === '' ? nothing : html` <span class="quiet">${this.controls.table.behind(row.older)}</span>`}</td>`,
      class: () => html`<td>${row.class}</td>`,
      verdict: () => html`<td>${row.light === null ? nothing : drawLight(this.theme, row.light)} ${row.verdict}</td>`,
    };
    return html`<tr aria-current=${selected ? 'true' : 'false'}>
      ${columns.map((column) => cells[column]())}
    </tr>`;
  }

  private select(code: string | null): void {
    this.board?.request({ selected: code });
    this.emit(new AreaSelectEvent(code, this.snapshot ? showArea(this.snapshot, code) : undefined));
  }
}

/** Reads `figure` or `-figure`; no column where there is none of that name. */
function readOrder(
  sort: string,
  columns: readonly RowColumn[],
): { readonly column: RowColumn | undefined; readonly descending: boolean } {
  const descending = sort.startsWith('-');
  return { column: columns.find((column) => column === sort.slice(descending ? 1 : 0)), descending };
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-table': GuatuTable;
  }
}
