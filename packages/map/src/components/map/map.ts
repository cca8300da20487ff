import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { BoardPart } from '../../board/board-store.js';
import { createFinding } from '../../board/findings.js';
import { AreaPointEvent } from '../../events/area-point-event.js';
import { AreaSelectEvent } from '../../events/area-select-event.js';
import { DiagnosticEvent } from '../../events/diagnostic-event.js';
import { DrawEvent } from '../../events/draw-event.js';
import { findNeighbour } from '../../geometry/find-neighbour.js';
import type { Direction } from '../../geometry/find-neighbour.js';
import { writeBaseClasses } from '../../internal/board-element.js';
import { WidthController } from '../../internal/width-controller.js';
import { writeDate } from '../../localize/format-date.js';
import { controlsOf } from '../../localize/controls.js';
import { messagesOf } from '../../localize/messages.js';
import type { Scene } from '../../scene/scene.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { listTroubles } from '../../board/list-troubles.js';
import { idOfOption, renderOptions } from './area-options.js';
import { Beside, renderMoment, renderSecond } from './beside.js';
import { BoardHost } from './board-host.js';
import { mapStyles } from './map.styles.js';
import { SceneMaker, themeOf } from './scene-maker.js';
import { Stage } from './stage.js';
import type { RendererChoice } from './stage.js';
import { renderTip } from './tip.js';
import { Typeahead } from './typeahead.js';

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Narrowest picture that is laid out, in CSS pixels. */
const LEAST_WIDTH = 160;

/** Findings a message lists; the rest are in `<guatu-diagnostics>`. */
const MOST_LISTED = 4;

/**
 * Areas painted by the year they start and by how far they are with one target, under a sentence that says what is
 * seen. The svg picture stands within a frame of having data; maplibre takes its place when it is ready, for zooming
 * and large maps, and is not needed.
 *
 * @summary The map: every area's rollout year and attainment in one picture.
 * @tagname guatu-map
 *
 * @slot - Anything that belongs to the map: a legend, a timeline. Elements inside find their map by themselves.
 * @slot imprint - More for the line under the picture, after data date, publisher and approval number.
 *
 * @fires {AreaSelectEvent} guatu-area-select - The reader chose an area, or none.
 * @fires {AreaPointEvent} guatu-area-point - The reader points at an area, by mouse or keyboard, or no longer does.
 * @fires {DiagnosticEvent} guatu-diagnostic - Files were read, or drawing was tried, and this is what is wrong.
 * @fires {DrawEvent} guatu-draw - A renderer's first complete picture stands.
 *
 * @csspart base - The outermost box.
 * @csspart caption - Notices and sentence over the picture.
 * @csspart notices - What must be said of the figures and of the shapes.
 * @csspart notice - One of them.
 * @csspart notice-illustrative - The one that says figures are invented.
 * @csspart notice-schematic - The one that says shapes are no boundaries.
 * @csspart sentence - The finding.
 * @csspart stage - The box of a picture.
 * @csspart moment - The date over each of two pictures side by side.
 * @csspart tip - What stands beside the area that is pointed at.
 * @csspart message - Said in place of a picture, or of what went wrong with it.
 * @csspart imprint - Data date, publisher and approval number.
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
export class GuatuMap extends BoardHost {
  static override styles: CSSResultGroup = [...themeStyles, mapStyles];

  /** `auto`: svg at once, maplibre when it is there and WebGL2 is; or only one of them. */
  @property({ reflect: true }) renderer: RendererChoice = 'auto';

  /** Who publishes the map; written under the picture. */
  @property() publisher = '';

  /** Approval number of the map (审图号); written under the picture. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';

  /** Where the pointer is; nothing while the keyboard points. */
  @state() private pointer: { readonly x: number; readonly y: number } | null = null;

  @state() private failure = '';

  @query('.stage') private readonly stageBox!: HTMLElement;

  @query('.tip') private readonly tipBox!: HTMLElement | null;

  /** Area the keyboard is on, whether it points at present or not. */
  private cursor: string | null = null;

  private scene: Scene | null = null;
  private readonly maker = new SceneMaker();
  private readonly beside = new Beside({
    onPoint: (code) => this.point(code),
    onPress: (code) => this.press(code),
    onFail: ({ code, message }) => this.fallBack(code, message),
  });
  private readonly typeahead = new Typeahead();
  private stage: Stage | null = null;
  private toldProblems = false;
  private readonly ruler = new WidthController(this);
  private readonly forPaper = (): void => this.stage?.syncSvg();

  /** Shows the whole map again after zooming. */
  fit(): void {
    this.stage?.fit();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.forPaper);
    if (this.hasUpdated) this.setUp();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.forPaper);
    // an element that is moved in the document comes back in the same task, and keeps its picture
    const { stage } = this;
    setTimeout(() => {
      if (this.isConnected || !stage) return;
      stage.destroy();
      this.beside.destroy();
      if (this.stage === stage) this.stage = null;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.scene = this.maker.make(this.board.snapshot, this.width);
  }

  protected override firstUpdated(): void {
    this.setUp();
  }

  protected override updated(): void {
    this.draw();
    this.placeTip();
    this.tellProblems();
  }

  protected override hear(changed: ReadonlySet<BoardPart>): void {
    if (changed.has('content')) this.toldProblems = false;
    // the scene is this element's own doing
    if ([...changed].some((part) => part !== 'scene')) super.hear(changed);
  }

  protected override render(): TemplateResult {
    const { snapshot } = this.board;
    const { state: shown } = snapshot;
    const controls = controlsOf(shown.locale);
    const { scene } = this;
    return html`
      <div part="base" class=${writeBaseClasses(shown)} lang=${shown.locale === 'zh' ? 'zh-CN' : 'en'}>
        <div class="ruler"></div>
        <div part="caption" class="caption">
          ${scene ? this.renderNotices(scene) : nothing}
          <p part="sentence" class="sentence" id="sentence" aria-live="polite">${scene?.summary}</p>
        </div>
        ${this.renderMessage()}
        <div class=${this.maker.second ? 'stages is-beside' : 'stages'}>
          <div class=${shown.compareTo < shown.asOf ? 'first is-later' : 'first'}>
            ${this.maker.second ? renderMoment(shown.asOf, shown.locale) : nothing}
            <div
              part="stage"
              class="stage"
              ?hidden=${!scene && snapshot.status !== 'loading'}
              @pointerleave=${() => this.point(null)}
            >
              <div class="layer svg" id="svg"></div>
              <div class="layer maplibre is-behind" id="maplibre" aria-hidden="true"></div>
              ${scene && snapshot.status === 'ready' ? this.renderList(scene) : nothing} ${this.renderTip()}
            </div>
          </div>
          ${renderSecond(this.maker.second, shown.compareTo, shown.locale)}
        </div>
        <p part="imprint" class="imprint">
          ${snapshot.status === 'ready' ? html`<span>${controls.map.dataDate(writeDate(shown.asOf, shown.locale))}</span>` : nothing}
          ${this.publisher === '' ? nothing : html`<span>${controls.map.publisher(this.publisher)}</span>`}
          ${this.approvalNumber === '' ? nothing : html`<span>${controls.map.approval(this.approvalNumber)}</span>`}
          <slot name="imprint"></slot>
        </p>
        <slot></slot>
      </div>
    `;
  }

  /** What must be said of figures and shapes; illustrative figures first and loudest. */
  private renderNotices({ notices, legend }: Scene): TemplateResult | typeof nothing {
    const { plan, state: { view, level, locale, target } } = this.board.snapshot;
    const illustrative = plan?.illustrative?.[locale];
    const unlit = view === 'lights' && target !== null && legend.lights.length === 0;
    const { notice: { tiles }, level: levels } = messagesOf(locale);
    const others = notices.filter((notice) => notice !== illustrative);
    const all = unlit ? [...others, controlsOf(locale).map.noLights(levels[level])] : others;
    return html`<ul part="notices" class="notices">
      ${illustrative === undefined ? nothing : html`<li part="notice notice-illustrative" class="notice is-loud">${illustrative}</li>`}
      ${all.map((notice) => html`<li part=${notice === tiles ? 'notice notice-schematic' : 'notice'} class="notice">${notice}</li>`)}
    </ul>`;
  }

  private renderList(scene: Scene): TemplateResult {
    const { roster, state: shown } = this.board.snapshot;
    return html`<div
      class="areas"
      role="listbox"
      tabindex="0"
      aria-label=${controlsOf(shown.locale).map.list}
      aria-describedby="sentence"
      aria-activedescendant=${idOfOption(scene, this.cursor) || nothing}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      @focus=${() => this.onFocus()}
      @blur=${() => this.point(null)}
      @click=${(event: Event) => this.onOptionClick(event)}
    >
      ${roster ? renderOptions({ scene, roster, present: this.cursor, selected: shown.selected }) : nothing}
    </div>`;
  }

  private renderTip(): TemplateResult | typeof nothing {
    const { evaluation, state: shown, status } = this.board.snapshot;
    if (!evaluation || status !== 'ready' || shown.pointed === null || !this.scene) return nothing;
    const target = shown.view === 'rollout' ? null : shown.target;
    return html`<div part="tip" class=${this.pointer ? 'tip' : 'tip by-key'} aria-hidden="true">
      ${renderTip({ evaluation, code: shown.pointed, target, locale: shown.locale, theme: themeOf(shown) })}
    </div>`;
  }

  private renderMessage(): TemplateResult | typeof nothing {
    const { status, diagnostics, roster, state: { locale } } = this.board.snapshot;
    const { map } = controlsOf(locale);
    if (status === 'empty') return html`<p part="message" class="message">${map.empty}</p>`;
    if (status === 'loading') return html`<p part="message" class="message" role="status">${map.loading(this.fileNames.join(' '))}</p>`;
    const troubles = listTroubles(diagnostics, status);
    if (troubles.length > 0) {
      const bad = troubles.some(({ severity }) => severity === 'error');
      return html`<div part="message" class=${bad ? 'message is-bad' : 'message'} role=${bad ? 'alert' : 'status'}>
        ${status === 'failed' ? html`<strong>${map.failed}</strong>` : nothing}
        <ul>
          ${troubles.slice(0, MOST_LISTED).map((problem) => html`<li>${this.board.describe(problem, locale)}</li>`)}
          ${troubles.length > MOST_LISTED ? html`<li>${controlsOf(locale).diagnostics.more(troubles.length - MOST_LISTED)}</li>` : nothing}
        </ul>
      </div>`;
    }
    if (roster && this.width > 0 && !this.scene) return html`<p part="message" class="message">${map.noAreas}</p>`;
    return this.failure === '' ? nothing : html`<p part="message" class="message" role="status">${this.failure}</p>`;
  }

  private setUp(): void {
    if (!this.stage) {
      const { stageBox } = this;
      const layer = (id: string): HTMLElement => this.renderRoot.querySelector<HTMLElement>(`#${id}`) ?? stageBox;
      this.stage = new Stage(
        { svg: layer('svg'), maplibre: layer('maplibre') },
        {
          onPoint: (code, at) => this.point(code, at),
          onPress: (code) => this.press(code),
          onDrawn: (renderer) => this.emit(new DrawEvent(renderer)),
          onFail: ({ code, message }) => this.fallBack(code, message),
        },
      );
    }
    this.draw();
  }

  private get width(): number {
    return this.ruler.width === 0 ? 0 : Math.max(LEAST_WIDTH, this.ruler.width);
  }

  private draw(): void {
    const { scene, stage, board } = this;
    const { status, state: shown } = board.snapshot;
    this.stageBox.style.height = scene ? `${scene.layout.height}px` : '';
    if (!scene || !stage) return;
    const { second } = this.maker;
    const choice = status === 'ready' && second === null ? this.renderer : 'svg';
    this.beside.show(this.renderRoot.querySelector<HTMLElement>('#second'), second);
    this.beside.highlight({ selected: shown.selected, pointed: shown.pointed });
    stage.show(scene, choice, controlsOf(shown.locale).map.gestures);
    stage.highlight({ selected: shown.selected, pointed: shown.pointed });
    if (status === 'ready') board.publish(scene);
  }

  private fallBack(code: string, reason: string): void {
    const finding = createFinding('renderer-fallback', 'maplibre', { reason: `${code}: ${reason}` });
    this.failure = controlsOf(this.locale).map.fallback;
    this.board.report('renderer', finding);
    this.emit(new DiagnosticEvent(this.board.snapshot.diagnostics));
  }

  private tellProblems(): void {
    const { status, diagnostics } = this.board.snapshot;
    if (this.toldProblems || (status !== 'ready' && status !== 'failed')) return;
    this.toldProblems = true;
    if (diagnostics.length > 0) this.emit(new DiagnosticEvent(diagnostics));
  }

  private point(code: string | null, at: { readonly x: number; readonly y: number } | null = null): void {
    this.pointer = code === null ? null : at;
    if (code === this.board.snapshot.state.pointed) return;
    this.board.request({ pointed: code });
    this.emit(new AreaPointEvent(code));
  }

  private press(code: string | null): void {
    this.cursor = code ?? this.cursor;
    this.renderRoot.querySelector<HTMLElement>('.areas')?.focus({ preventScroll: true });
    this.select(code === this.selected ? null : code);
  }

  private select(code: string | null): void {
    if (code === this.selected) return;
    this.board.request({ selected: code });
    this.emit(new AreaSelectEvent(code));
  }

  private letGo(): void {
    this.select(null);
    this.point(null);
  }

  private moveTo(code: string | undefined): void {
    if (code === undefined) return;
    this.cursor = code;
    this.stage?.fit();
    this.point(code);
    this.requestUpdate();
  }

  private onFocus(): void {
    // a press focuses too, and has its own tip
    if (!this.renderRoot.querySelector('.areas:focus-visible')) return;
    this.moveTo(this.cursor ?? this.selected ?? this.scene?.layout.areas[0]?.code);
  }

  private onOptionClick(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-code]') : null;
    if (option) this.press(option.dataset.code ?? null);
  }

  private onKey(event: KeyboardEvent): void {
    const areas = this.scene?.layout.areas ?? [];
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || areas.length === 0) return;
    const direction = ARROWS[key];
    if (direction) this.moveTo(this.cursor === null ? areas[0]?.code : findNeighbour(areas, this.cursor, direction));
    else if (key === 'Home') this.moveTo(areas[0]?.code);
    else if (key === 'End') this.moveTo(areas.at(-1)?.code);
    else if (key === 'Enter' || key === ' ') this.press(this.cursor);
    else if (key === 'Escape') this.letGo();
    else if (key.length === 1) this.moveTo(this.typeahead.type(key, { areas, present: this.cursor, now: event.timeStamp }));
    else return;
    event.preventDefault();
  }

  /** Puts the tip beside the pointer, or under the area the keyboard is on, inside the picture. */
  private placeTip(): void {
    const { tipBox, scene, pointer } = this;
    if (!tipBox || !scene) return;
    const { pointed } = this.board.snapshot.state;
    const shape = scene.layout.areas.find(({ code }) => code === pointed);
    const [x0, , x1, y1] = shape?.bounds ?? [0, 0, 0, 0];
    const at = pointer ? { x: pointer.x + 16, y: pointer.y + 16 } : { x: (x0 + x1) / 2, y: y1 + 8 };
    const { offsetWidth, offsetHeight } = tipBox;
    const left = Math.max(0, Math.min(at.x, scene.layout.width - offsetWidth));
    const below = at.y + offsetHeight <= scene.layout.height;
    const top = below ? at.y : Math.max(0, (pointer ? pointer.y - 16 : (shape?.bounds[1] ?? 0) - 8) - offsetHeight);
    tipBox.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-map': GuatuMap;
  }
}
