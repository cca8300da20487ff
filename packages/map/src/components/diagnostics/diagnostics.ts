import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Diagnostic, Severity } from '@guatu/core';
import type { UnjoinedShape } from '../../geometry/area-shapes.js';
import { BoardElement } from '../../internal/board-element.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { diagnosticsStyles } from './diagnostics.styles.js';

/** Most findings listed one by one. */
const MOST_LISTED = 200;

/** Most names of one kind in the report on shapes. */
const MOST_NAMED = 20;

function writeSome(items: readonly string[], more: (count: number) => string): string {
  const named = items.slice(0, MOST_NAMED).join('；');
  return items.length > MOST_NAMED ? `${named}；${more(items.length - MOST_NAMED)}` : named;
}

/**
 * How many problems there are in the files of a board, what they are and where, and what became of the rows of each file, and
 * what its map lacks before it is published.
 *
 * @summary What is wrong with a board's files, counted and listed.
 * @tagname guatu-diagnostics
 *
 * @csspart base - The outermost box.
 * @csspart summary - The line with the counts.
 * @csspart list - The list of findings.
 * @csspart publication - What the map lacks before it is published.
 * @csspart join - How the shapes of the map were joined to the areas, and what is left over on both sides.
 * @csspart rows - What became of the rows of each file.
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
export class GuatuDiagnostics extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, diagnosticsStyles];

  /** Whether the list is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  protected override render(): TemplateResult {
    const { controls, snapshot } = this;
    const problems = snapshot?.diagnostics ?? [];
    const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
    const errors = count('error');
    const said =
      problems.length === 0
        ? controls.diagnostics.none
        : controls.diagnostics.count(errors, count('warning'), count('info'));
    return html`<div part="base" class=${this.baseClasses}>
      <details ?open=${this.open} @toggle=${(event: Event) => this.onToggle(event)}>
        <summary part="summary">
          ${controls.diagnostics.name} <span class=${errors > 0 ? 'count is-bad' : 'count'} role="status">${said}</span>
        </summary>
        ${this.open ? this.renderList(problems) : nothing}
      </details>
    </div>`;
  }

  private renderList(problems: readonly Diagnostic[]): TemplateResult {
    const { diagnostics, publication } = this.controls;
    const missing = this.snapshot?.publication ?? [];
    const rows = this.snapshot?.dataset?.rowCounts ?? new Map();
    return html`
      ${
        problems.length === 0
          ? nothing
          : html`<ul part="list" class="list" tabindex="0" aria-label=${diagnostics.name}>
            ${problems.slice(0, MOST_LISTED).map(
              (problem) => html`<li class=${`is-${problem.severity}`}>
                <span class="severity">${diagnostics.severity[problem.severity]}</span> ${this.board?.describe(problem, this.locale)}
              </li>`,
            )}
            ${problems.length > MOST_LISTED ? html`<li>${diagnostics.more(problems.length - MOST_LISTED)}</li>` : nothing}
          </ul>`
      }
      ${
        missing.length === 0
          ? nothing
          : html`<h3 class="subject" id="publication">${publication.name}</h3>
            <ul part="publication" class="notes" aria-labelledby="publication">
              ${missing.map((finding) => html`<li><span class="severity">${diagnostics.severity[finding.severity]}</span> ${this.board?.describe({ ...finding, path: '' }, this.locale)}</li>`)}
            </ul>`
      }
      ${this.renderJoin()}
      <ul part="rows" class="rows">
        ${[...rows].map(([file, { rows: all, used, missing, superseded, refused }]) => html`<li>${diagnostics.rows(file, all, used, missing, superseded, refused)}</li>`)}
      </ul>
    `;
  }

  /** How shapes found their areas, and what is left over on both sides. */
  private renderJoin(): TemplateResult | typeof nothing {
    const { snapshot } = this;
    if (!snapshot?.join || !snapshot.roster) return nothing;
    const {
      roster,
      join: { byCode, byName, ambiguous, leftOver, withoutShape },
    } = snapshot;
    const { join } = this.controls.diagnostics;
    const nameArea = (code: string): string => {
      const row = roster.indexOf(code);
      return `${roster.areas[roster.parents[row] ?? -1]?.name ?? ''}${roster.areas[row]?.name ?? ''} ${code}`.trim();
    };
    const nameShape = ({ path, name, code }: UnjoinedShape): string => `${name || code || join.unnamed} (${path})`;
    const list = (title: string, items: readonly string[]): TemplateResult | typeof nothing =>
      items.length === 0 ? nothing : html`<li>${title} ${writeSome(items, this.controls.diagnostics.more)}</li>`;
    return html`<ul part="join" class="rows" aria-label=${join.name}>
      <li>${join.counts(byCode, byName, ambiguous.length, leftOver.length, withoutShape.length)}</li>
      ${list(
        join.ambiguous,
        ambiguous.map((shape) => `${nameShape(shape)} → ${shape.candidates.map(nameArea).join(' / ')}`),
      )}
      ${list(join.leftOver, leftOver.map(nameShape))} ${list(join.without, withoutShape.map(nameArea))}
    </ul>`;
  }

  private onToggle(event: Event): void {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-diagnostics': GuatuDiagnostics;
  }
}
