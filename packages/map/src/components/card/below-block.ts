import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Area, Evaluation } from '@guatu/core';
import { accountTarget } from '../../board/account-target.js';
import { drawLight } from '../../internal/draw-sign.js';
import { controlsOf } from '../../localize/controls.js';
import { messagesOf } from '../../localize/messages.js';
import { writeStartedShort } from '../../scene/started-words.js';
import type { BlockOptions } from './target-block.js';

/** Most names of one kind that are listed. */
const MOST_NAMES = 12;

export interface BelowOptions extends BlockOptions {
  readonly target: string | null;
  readonly onSelect: (code: string) => void;
}

/** The areas below: townships as a table of their own figures, villages as the names that need attention. */
export function renderBelow(options: BelowOptions): TemplateResult | typeof nothing {
  const {
    dataset: { roster },
  } = options.evaluation;
  return renderAreas(
    roster.children(options.row).filter((child) => options.evaluation.exists(child)),
    options,
  );
}

/** The same of areas that lie in no other. */
export function renderAreas(
  children: readonly number[],
  options: Omit<BelowOptions, 'row'>,
): TemplateResult | typeof nothing {
  const {
    dataset: { roster },
  } = options.evaluation;
  if (children.length === 0) return nothing;
  const hasBelow = children.some((child) => roster.children(child).length > 0);
  return hasBelow ? renderTable(children, options) : renderAttention(children, options);
}

function renderTable(
  children: readonly number[],
  { evaluation, target, locale, theme, onSelect }: Omit<BelowOptions, 'row'>,
): TemplateResult {
  const { card } = controlsOf(locale);
  const { areas } = evaluation.dataset.roster;
  const messages = messagesOf(locale);
  const below = areas[children[0] ?? 0]?.level ?? 'township';
  const [unit, level] = [messages.unitOfLevel(below, 2), messages.level[below]];
  return html`<section class="block" aria-labelledby="below">
    <h3 id="below">${card.below(unit)}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="hidden-text">${level}</span></th>
          <th scope="col">${card.started}</th>
          ${target === null ? html`<th scope="col">${card.late}</th>` : html`<th scope="col">${card.silentShort}</th><th scope="col">${card.share}</th>`}
        </tr>
      </thead>
      <tbody>
        ${children.map((row) => {
          const area = areas[row] as Area;
          const totals = evaluation.rolloutTotals(row);
          const account = target === null ? null : accountTarget(evaluation, target, row, locale);
          const silent = account ? account.result.completeness.total - account.result.completeness.reported : 0;
          return html`<tr>
            <th scope="row"><button class="link" @click=${() => onSelect(area.code)}>${area.name}</button></th>
            <td>${writeStartedShort(totals) || '–'}</td>
            ${
              account === null
                ? html`<td>${totals.late > 0 ? totals.late : '–'}</td>`
                : html`<td>${silent > 0 ? silent : '–'}</td>
                  <td>${account.light === null ? nothing : drawLight(theme, account.light)} ${account.figure === '' ? '–' : account.figure}</td>`
            }
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

/** Villages that are late, due, or silent for the target. */
function renderAttention(
  children: readonly number[],
  options: Omit<BelowOptions, 'row'>,
): TemplateResult | typeof nothing {
  const { evaluation, target, locale } = options;
  const { card } = controlsOf(locale);
  const inState = (state: string): readonly number[] =>
    children.filter((row) => evaluation.rollout(row).state === state);
  const evaluated = target === null ? null : evaluation.target(target);
  const silent = evaluated
    ? children.filter((row) => {
        const { completeness, figure, stale } = evaluated.at(row);
        return (
          evaluated.concerns(row) && completeness.total > 0 && completeness.reported === 0 && (figure === null || stale)
        );
      })
    : [];
  const lists = [
    { name: card.late, rows: inState('late') },
    { name: messagesOf(locale).rollout.unreported, rows: inState('unreported') },
    { name: card.dueNow, rows: inState('due') },
    { name: card.silent, rows: silent },
  ].filter(({ rows }) => rows.length > 0);
  if (lists.length === 0) return nothing;
  return html`<dl class="facts block">${lists.map(({ name, rows }) => html`<dt>${name}</dt><dd>${renderNames(rows, options)}</dd>`)}</dl>`;
}

function renderNames(
  rows: readonly number[],
  { evaluation, locale, onSelect }: Omit<BelowOptions, 'row'>,
): TemplateResult {
  return html`<span class="names">
    ${rows.slice(0, MOST_NAMES).map((row) => {
      const area = nameOf(evaluation, row);
      return html`<button class="link" @click=${() => onSelect(area.code)}>${area.name}</button>`;
    })}
    ${rows.length > MOST_NAMES ? controlsOf(locale).card.more(rows.length) : nothing}
  </span>`;
}

function nameOf({ dataset }: Evaluation, row: number): Area {
  return dataset.roster.areas[row] as Area;
}
