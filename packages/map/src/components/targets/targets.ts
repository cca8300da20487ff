import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Domain, Evaluation, Target } from '@guatu/core';
import { writeClause } from '@guatu/core/words';
import { accountTarget } from '../../board/account-target.js';
import { groupByDomain, tally } from '../../board/tally-targets.js';
import type { DomainStandings, TargetStanding } from '../../board/tally-targets.js';
import { TargetSelectEvent } from '../../events/target-select-event.js';
import { nameChoice } from '../../internal/show-area.js';
import { BoardElement } from '../../internal/board-element.js';
import { drawLight, drawSign } from '../../internal/draw-sign.js';
import { StandingsController } from '../../internal/standings-controller.js';
import { writeInitials } from '../../localize/pinyin-initials.js';
import { outermostRows } from '../../scene/outermost.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { targetsStyles } from './targets.styles.js';

/** Fewest targets for which a search is offered. */
const FEW = 12;

/**
 * The targets of a plan by domain, each with how it stands in the outermost area; choosing one shows it on the map.
 *
 * @summary The targets of a plan by domain, to choose from.
 * @tagname guatu-targets
 *
 * @fires {TargetSelectEvent} guatu-target-select - The reader chose a target, or the rollout.
 *
 * @csspart base - The outermost box.
 * @csspart notice-illustrative - That figures are invented, where no map of the board says so.
 * @csspart search - The field that finds targets by name, clause or pinyin initials.
 * @csspart domain - The button of one domain.
 * @csspart whole - The button of a whole domain.
 * @csspart target - The button of one target.
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
export class GuatuTargets extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, targetsStyles];

  /** The domain the reader opened; `undefined` leaves it to the chosen target. */
  @state() private opened: string | null | undefined;

  @state() private sought = '';

  private readonly standings = new StandingsController(this);

  protected override render(): TemplateResult {
    const { snapshot, controls } = this;
    const evaluation = snapshot?.status === 'ready' ? snapshot.evaluation : null;
    return html`<section part="base" class=${this.baseClasses} aria-labelledby="title">
      ${this.renderIllustrative()}
      <h2 id="title">${controls.targets.name}</h2>
      ${evaluation ? this.renderPlan(evaluation) : nothing}
    </section>`;
  }

  private renderPlan(evaluation: Evaluation): TemplateResult {
    const { controls } = this;
    const known = this.standings.read(evaluation);
    const { targets } = evaluation.plan;
    if (targets.length === 0) return html`<p class="quiet">${controls.targets.none}</p>`;
    const found = this.sought === '' ? null : targets.filter((target) => this.isSought(target));
    return html`
      ${
        targets.length > FEW
          ? html`<input
            part="search"
            class="search"
            type="search"
            placeholder=${controls.targets.search}
            aria-label=${controls.targets.search}
            .value=${this.sought}
            @input=${(event: Event) => (this.sought = (event.currentTarget as HTMLInputElement).value.trim().toLowerCase())}
          />`
          : nothing
      }
      <div class=${this.standings.complete ? '' : 'is-waiting'} aria-busy=${this.standings.complete ? 'false' : 'true'}>
        ${found ? this.renderFound(evaluation, found, known) : this.renderDomains(evaluation, known)}
      </div>
    `;
  }

  private renderFound(
    evaluation: Evaluation,
    found: readonly Target[],
    known: readonly TargetStanding[],
  ): TemplateResult {
    return html`<p class="quiet" role="status">${this.controls.targets.found(found.length)}</p>
      <ul class="targets">
        ${found.map((target) => this.renderTarget(evaluation, target, standingOf(known, target)))}
      </ul>`;
  }

  private renderDomains(evaluation: Evaluation, known: readonly TargetStanding[]): TemplateResult {
    const chosen = this.snapshot?.state.target ?? null;
    const own = evaluation.plan.targets.find(({ id }) => id === chosen)?.domain ?? null;
    const { domain = null } = this.snapshot?.state ?? {};
    const shown = chosen === null ? domain : null;
    const open = this.opened === undefined ? (own ?? shown) : this.opened;
    const items = evaluation.plan.targets.map((target): ListedTarget => ({
      target,
      standing: standingOf(known, target),
    }));
    const present = items.find(({ target }) => target.id === chosen);
    return html`
      ${
        present === undefined
          ? nothing
          : html`<ul class="present" aria-label=${this.controls.targets.chosen}>
            ${this.renderTarget(evaluation, present.target, present.standing)}
          </ul>`
      }
      <button class="domain rollout" aria-current=${chosen === null && shown === null ? 'true' : 'false'} @click=${() => this.choose(null)}>
        ${this.controls.targets.rollout}
      </button>
      <ul>
        ${groupByDomain(evaluation, items).map((group) => this.renderDomain(evaluation, group, group.domain.id === open))}
      </ul>
    `;
  }

  private renderDomain(
    evaluation: Evaluation,
    { domain, standings }: DomainStandings<ListedTarget>,
    open: boolean,
  ): TemplateResult {
    const { attained, due } = tally(standings.flatMap(({ standing }) => standing ?? []));
    const share = due === 0 ? 0 : (attained / due) * 100;
    return html`<li>
      <button
        part="domain"
        class="domain"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => (this.opened = open ? null : domain.id)}
      >
        <span>${domain.name[this.locale]}</span>
        <span class="tally"
          ><span aria-hidden="true">${attained}/${due}</span
          ><span class="hidden-text">${this.controls.targets.tally(attained, due)}</span></span
        >
        <svg class="bar" aria-hidden="true">
          <rect class="ground" width="100%" height="100%" rx="2"></rect>
          <rect class="share" width=${`${share}%`} height="100%" rx="2"></rect>
        </svg>
      </button>
      ${
        open
          ? html`<ul class="targets">
            ${this.renderWhole(domain)} ${standings.map(({ target, standing }) => this.renderTarget(evaluation, target, standing))}
          </ul>`
          : nothing
      }
    </li>`;
  }

  /** All of a domain at once: the mean attainment of what it asks of each area. */
  private renderWhole({ id, name }: Domain): TemplateResult {
    const { target = null, domain = null } = this.snapshot?.state ?? {};
    const chosen = target === null && domain === id;
    return html`<li>
      <button part="whole" class="target" aria-current=${chosen ? 'true' : 'false'} @click=${() => this.choose(null, id)}>
        <span class="mark" aria-hidden="true">∑</span>
        <span>${this.controls.targets.whole(name[this.locale])}</span>
        <span class="detail">${this.controls.targets.wholeDetail}</span>
      </button>
    </li>`;
  }

  private renderTarget(evaluation: Evaluation, target: Target, standing: TargetStanding | undefined): TemplateResult {
    const chosen = this.snapshot?.state.target === target.id;
    return html`<li>
      <button part="target" class="target" aria-current=${chosen ? 'true' : 'false'} @click=${() => this.choose(target.id)}>
        ${this.renderSign(standing)}
        <span>${target.name[this.locale]}</span>
        <span class="detail">${this.describe(evaluation, target, standing)}</span>
      </button>
    </li>`;
  }

  private renderSign(standing: TargetStanding | undefined): TemplateResult {
    if (!standing) return html`<span class="mark" aria-hidden="true">·</span>`;
    if (standing.light !== null && standing.standing !== 'attained') return drawLight(this.theme, standing.light);
    if (standing.standing === 'attained') return drawSign('check', this.theme.accent, this.theme.accent);
    const marks = { missed: '×', open: '?', running: '·', shown: '–', broken: '!' } as const;
    return html`<span class="mark" aria-hidden="true">${marks[standing.standing]}</span>`;
  }

  /** Clause, figure against requirement, and verdict; that most targets run on goes without saying. */
  private describe(evaluation: Evaluation, target: Target, standing: TargetStanding | undefined): string {
    const clause = writeClause(target.clause, this.locale);
    if (!standing) return clause;
    const { figure, required, verdict, result } = accountTarget(evaluation, target.id, standing.row, this.locale);
    const name =
      outermostRows(evaluation).length > 1 ? (evaluation.dataset.roster.areas[standing.row]?.name ?? '') : '';
    const against = figure === '' ? '' : required === '' ? figure : `${figure} / ${required}`;
    return [clause, name, against, against !== '' && result.verdict === 'notYetDue' ? '' : verdict]
      .filter((part) => part !== '')
      .join(' · ');
  }

  private isSought({ name, clause, id }: Target): boolean {
    const { sought } = this;
    return (
      name[this.locale].toLowerCase().includes(sought) ||
      name.zh.includes(sought) ||
      clause.includes(sought) ||
      id.includes(sought) ||
      writeInitials(name.zh).includes(sought)
    );
  }

  private choose(target: string | null, domain: string | null = null): void {
    const shown = this.snapshot?.state;
    if (target === shown?.target && (target !== null || domain === shown.domain)) return;
    this.board?.request(target === null ? { target, domain } : { target });
    this.emit(
      new TargetSelectEvent(
        target,
        domain,
        this.snapshot ? nameChoice(this.snapshot, { target, domain }, this.locale) : '',
      ),
    );
  }
}

/** A target whose standing may not be known yet. */
interface ListedTarget {
  readonly target: Target;
  readonly standing: TargetStanding | undefined;
}

function standingOf(known: readonly TargetStanding[], { id }: Target): TargetStanding | undefined {
  return known.find(({ target }) => target.id === id);
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-targets': GuatuTargets;
  }
}
