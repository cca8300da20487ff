import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Board } from '../../board/board-store.js';
import { writeBaseClasses } from '../../internal/board-element.js';
import { controlsOf } from '../../localize/controls.js';
import type { Scene } from '../../scene/scene.js';
import type { AreaCursor } from './area-cursor.js';
import { idOfOption } from './area-options.js';
import { renderBreadcrumb } from './breadcrumb.js';
import { renderMessage, renderNotices } from './caption.js';
import { renderMoment, renderSecond } from './comparison-picture.js';
import type { GroupHeaders } from './group-headers.js';
import { renderImprint, renderPublication } from './imprint.js';
import type { Imprint } from './imprint.js';
import type { MapInteraction } from './map-interaction.js';
import type { MapPicture } from './map-picture.js';
import { renderTip } from './tip.js';
import { renderToolbar } from './toolbar.js';
import type { ToolbarAction } from './toolbar.js';

/** What a map's markup is made of. */
export interface MapView {
  readonly board: Board;
  readonly picture: MapPicture;
  readonly cursor: AreaCursor;
  readonly interaction: MapInteraction;
  readonly headers: GroupHeaders;
  /** Names of the files that are being read. */
  readonly files: string;
  /** What went wrong with an export; empty for nothing. */
  readonly failure: string;
  /** What went wrong with a renderer; under the picture, which stays where it is. */
  readonly note: string;
  /** The page's own words for the tip; `null` for the map's. */
  readonly tipLines: readonly string[] | null;
  readonly printLegend: TemplateResult | typeof nothing;
  /** What is said of the picture's origin in the end, and what properties say. */
  readonly imprint: Imprint;
  readonly givenImprint: Imprint;
  readonly showsPublication: boolean;
  readonly exports: boolean;
  readonly fullscreen: boolean;
  readonly onAction: (action: ToolbarAction) => void;
  /** The keyboard should go on from the areas. */
  readonly focusAreas: () => void;
  /** What is measured or slotted has changed. */
  readonly onOther: () => void;
}

/** Everything inside a map's shadow root. */
export function renderMap(view: MapView): TemplateResult {
  const { board, picture, imprint, givenImprint } = view;
  const { snapshot } = board;
  const { state: shown, status } = snapshot;
  const { scene, second, attribution, width, lacksBasemap } = picture;
  return html`
    <div part="base" class=${writeBaseClasses(shown)} lang=${shown.locale === 'zh' ? 'zh-CN' : 'en'}>
      <div class="ruler" @transitionend=${view.onOther}></div>
      <div part="caption" class="caption">
        ${scene ? renderNotices(scene, snapshot, lacksBasemap ? [controlsOf(shown.locale).map.noBasemap] : []) : nothing}
        <p part="sentence" class="sentence" id="sentence" aria-live="polite">${scene?.summary}</p>
      </div>
      ${renderMessage(snapshot, {
        files: view.files,
        bare: width > 0 && !scene,
        failure: view.failure,
        describe: (finding) => board.describe(finding, shown.locale),
      })}
      ${scene ? renderBar(view, scene) : nothing}
      <div class=${second ? 'stages is-beside' : 'stages'}>
        <div class=${shown.compareTo < shown.asOf ? 'first is-later' : 'first'}>
          ${second ? renderMoment(shown.asOf, shown.locale) : nothing}
          ${renderStage(view)}
        </div>
        ${renderSecond(second, shown.compareTo, shown.locale)}
      </div>
      ${view.note === '' ? nothing : html`<p part="message" class="message" role="status">${view.note}</p>`}
      ${view.printLegend}
      <p part="imprint" class="imprint" @slotchange=${view.onOther}>${renderImprint(imprint, givenImprint, shown.locale)}${attribution.map((text) => html` <span part="attribution">${text}</span>`)}</p>
      ${view.showsPublication && status === 'ready' ? renderPublication(snapshot.publication, (finding) => board.describe({ ...finding, path: '' }, shown.locale), shown.locale) : nothing}
      <slot></slot>
    </div>
  `;
}

/** Where the reader is, and what can be done with the picture. */
function renderBar(view: MapView, { layout }: Scene): TemplateResult {
  const { interaction, picture, focusAreas, onAction } = view;
  const { roster, state: shown } = view.board.snapshot;
  return html`<div class="bar">
    ${roster && shown.levels !== 'fixed' ? renderBreadcrumb({ roster, state: shown, interaction, onGone: focusAreas }) : nothing}
    ${renderToolbar({
      locale: shown.locale,
      zoomable: picture.zoomable,
      zoomed: picture.zoomed,
      selected: layout.areas.some(({ code }) => code === shown.selected),
      changed: interaction.isChanged,
      fullscreen: view.fullscreen,
      exports: view.exports,
      onAction,
    })}
  </div>`;
}

/** The box of the picture, and what lies over it. */
function renderStage(view: MapView): TemplateResult {
  const { cursor } = view;
  const { status, isLoading } = view.board.snapshot;
  const { scene } = view.picture;
  return html`<div
    part="stage"
    class="stage"
    ?hidden=${!scene && status !== 'loading'}
    aria-busy=${isLoading ? 'true' : nothing}
    @pointerleave=${() => cursor.point(null)}
    @click=${(event: Event) => pressHeader(cursor, event)}
  >
    <div class="layer svg" id="svg"></div>
    <div class="layer maplibre is-behind" id="maplibre" aria-hidden="true"></div>
    ${scene && status === 'ready' ? [renderHeaders(view, scene), renderList(view, scene)] : nothing} ${scene ? renderTipBox(view, scene) : nothing}
  </div>`;
}

/** Names of townships can be pressed while the picture lies where they were measured. */
function renderHeaders(
  { board, picture, interaction, headers }: MapView,
  scene: Scene,
): TemplateResult | typeof nothing {
  const { levels, locale } = board.snapshot.state;
  const still = levels !== 'fixed' && !picture.zoomed;
  return headers.render(scene, locale, (group) => still && interaction.canDescend(group));
}

/** The box of the areas as keys and screen readers walk them; `AreaList` writes them. */
function renderList({ board, cursor }: MapView, scene: Scene): TemplateResult {
  const { locale } = board.snapshot.state;
  return html`<div
    class="areas"
    role="listbox"
    tabindex="0"
    aria-label=${controlsOf(locale).map.list}
    aria-describedby="sentence"
    aria-activedescendant=${idOfOption(scene, cursor.code) || nothing}
    @keydown=${(event: KeyboardEvent) => typeKey(cursor, event)}
    @focus=${({ currentTarget }: Event) => enterAreas(cursor, currentTarget)}
    @blur=${() => cursor.point(null)}
    @click=${(event: Event) => pressOption(cursor, event)}
  ></div>`;
}

function renderTipBox({ board, cursor, tipLines }: MapView, scene: Scene): TemplateResult | typeof nothing {
  const { evaluation, accounts, state, status } = board.snapshot;
  if (!evaluation || !accounts || status !== 'ready' || state.pointed === null || tipLines?.length === 0)
    return nothing;
  const words = tipLines
    ? tipLines.map((line) => html`<p>${line}</p>`)
    : renderTip({ scene, evaluation, accounts, code: state.pointed, state });
  return html`<div part="tip" class=${cursor.pointer ? 'tip' : 'tip by-key'} aria-hidden="true"><slot name="tip">${words}</slot></div>`;
}

function typeKey(cursor: AreaCursor, event: KeyboardEvent): void {
  if (cursor.type(event)) event.preventDefault();
}

function enterAreas(cursor: AreaCursor, areas: EventTarget | null): void {
  // a press focuses too, and has its own tip
  if (areas instanceof Element && areas.matches(':focus-visible')) cursor.enter();
}

function pressOption(cursor: AreaCursor, { target }: Event): void {
  const option = target instanceof Element ? target.closest<HTMLElement>('[data-code]') : null;
  if (option) cursor.press(option.dataset.code ?? null, performance.now());
}

function pressHeader(cursor: AreaCursor, { target, timeStamp }: Event): void {
  const group = target instanceof Element ? target.closest<HTMLElement>('.header')?.dataset.group : undefined;
  if (group !== undefined) cursor.press(group, timeStamp);
}
