import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { BoardPart } from '../../board/board-store.js';
import { createFinding, describeFault } from '../../board/findings.js';
import { nameOf } from '../../board/load-files.js';
import { readClass } from '../../board/read-classes.js';
import { DiagnosticEvent } from '../../events/diagnostic-event.js';
import { DrawEvent } from '../../events/draw-event.js';
import { findShape } from '../../geometry/find-neighbour.js';
import { writeBaseClasses } from '../../internal/board-element.js';
import { WidthController } from '../../internal/width-controller.js';
import { controlsOf } from '../../localize/controls.js';
import type { Scene } from '../../scene/scene.js';
import { WHOLE } from '../../renderers/camera.js';
import type { MapCamera } from '../../renderers/camera.js';
import { supportsWebgl2 } from '../../renderers/webgl-support.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { AreaCursor } from './area-cursor.js';
import { idOfOption, renderOptions } from './area-options.js';
import { Beside, renderMoment, renderSecond } from './beside.js';
import { renderBreadcrumb } from './breadcrumb.js';
import { renderMessage, renderNotices } from './caption.js';
import { Choices } from './choices.js';
import { listGroupPlaces, placeGroupHeaders, renderGroupHeaders } from './group-headers.js';
import type { GroupPlace } from './group-headers.js';
import { renderImprint, renderPublication } from './imprint.js';
import { Ground } from './ground.js';
import { HashController } from './hash-controller.js';
import { readDress } from './dress.js';
import type { Dress } from './dress.js';
import { EyeGuide } from './eye-guide.js';
import { Look } from './look.js';
import { mapStyles } from './map.styles.js';
import { Paper } from './paper.js';
import { placeTip } from './place-tip.js';
import { PublishedHost } from './published-host.js';
import { SceneMaker, themeOf } from './scene-maker.js';
import { Stage } from './stage.js';
import type { RendererChoice } from './stage.js';
import { askTip, describeSubject } from './own-tip.js';
import type { TipFunction } from './own-tip.js';
import { renderTip } from './tip.js';
import type { TipOptions } from './tip.js';
import { renderToolbar } from './toolbar.js';
import type { ToolbarAction } from './toolbar.js';

/** Narrowest picture that is laid out, in CSS pixels. */
const LEAST_WIDTH = 160;

/**
 * Areas painted by the year they start and by how far they are with one target, under a sentence that says what is
 * seen. The svg picture stands within a frame of having data; maplibre takes its place when it is ready, for zooming
 * and large maps, and is not needed.
 *
 * @summary The map: every area's rollout year and attainment in one picture.
 * @tagname guatu-map
 *
 * @slot - Anything that belongs to the map: a legend, a timeline. Elements inside find their map by themselves.
 * @slot data-date - Day the data describe, in place of the property.
 * @slot publisher - Who publishes the map, in place of the property: a link, for instance.
 * @slot approval-number - The map's approval number, in place of the property.
 * @slot tip - What stands beside the area that is pointed at, in place of the map's own words; the page fills it on `guatu-area-point`.
 * @slot imprint - More for the line under the picture, after data date, publisher and approval number.
 *
 * @fires {AreaSelectEvent} guatu-area-select - The reader chose an area, or none.
 * @fires {AreaPointEvent} guatu-area-point - The reader points at an area, by mouse or keyboard, or no longer does.
 * @fires {WithinChangeEvent} guatu-within-change - The reader descended into a township, or came back to the county.
 * @fires {LevelChangeEvent} guatu-level-change - The reader zoomed past the scale where villages take the townships' place, or back.
 * @fires {FilterChangeEvent} guatu-filter-change - The reader reset the map, and with it a filter.
 * @fires {CameraChangeEvent} guatu-camera-change - Another part of the map is seen: zoomed, moved, or shown whole again.
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
 * @csspart breadcrumb - The way from the county to the selected village.
 * @csspart toolbar - The buttons over the picture.
 * @csspart tool - One of them.
 * @csspart stage - The box of a picture.
 * @csspart moment - The date over each of two pictures side by side.
 * @csspart tip - What stands beside the area that is pointed at.
 * @csspart message - Said in place of a picture, or of what went wrong with it.
 * @csspart imprint - Data date, publisher and approval number.
 * @csspart attribution - Whom the base map comes from.
 * @csspart publication - What is missing for publication.
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
export class GuatuMap extends PublishedHost {
  static override styles: CSSResultGroup = [...themeStyles, mapStyles];

  /** `auto`: svg at once, maplibre when it is there and WebGL2 is; or only one of them. */
  @property({ reflect: true, converter: { fromAttribute: (value: string | null) => value ?? 'auto', toAttribute: (value: string) => (value === 'auto' ? null : value) } }) renderer: RendererChoice = 'auto';

  /**
   * What lies under the areas: a maplibre style, the address of one, or `tianditu` with a key of your own. None by
   * default; shown only under boundaries and where maplibre draws.
   */
  @property() basemap: string | object | null = null;

  /** Key for 天地图; without it nothing is requested there. */
  @property({ attribute: 'tianditu-key' }) tiandituKey = '';

  /** Where 天地图 is asked, `{s}` for its servers 0 to 7: a server of your own may keep the key. */
  @property({ attribute: 'tianditu-host' }) tiandituHost = '';

  /**
   * Keeps what is chosen in the page's address, so that it can be shared and gone back to: `#target=…&as-of=…`. A value
   * stands before each name, `hash="north"` for `#north.target=…`; where several maps share the bare names, the later
   * ones take their `id`.
   */
  @property({ reflect: true }) hash: string | null = null;

  /** Says what stands beside the area that is pointed at: lines of text, never markup; `null` leaves the map's own words. */
  @property({ attribute: false }) tip: TipFunction | null = null;

  @state() private failure = '';

  @state() private attribution: readonly string[] = [];

  @query('.stage') private readonly stageBox!: HTMLElement;

  @query('.tip') private readonly tipBox!: HTMLElement | null;

  private scene: Scene | null = null;
  private readonly maker = new SceneMaker();
  private readonly beside = new Beside({
    onPoint: (code) => this.point(code),
    onPress: (code) => this.cursor.press(code, performance.now()),
    onFail: ({ code, message }) => this.fallBack(code, message),
  });
  private readonly choices = new Choices({ board: () => this.board, emit: (event) => this.emit(event) });
  private readonly cursor = new AreaCursor({
    choices: this.choices,
    scene: () => this.scene,
    selected: () => this.selected,
    onMove: () => {
      this.stage?.fit();
      this.requestUpdate();
    },
    focusAreas: () => this.focusAreas(),
  });
  private stage: Stage | null = null;
  private readonly look = new Look((event) => this.emit(event));
  private toldProblems = false;
  private tipFault = '';
  private readonly told = new Map<string, string>();
  /** maplibre could not draw on this page. */
  private fellBack = false;
  /** Names of townships that can be pressed. */
  private places: readonly GroupPlace[] = [];
  private readonly eye = new EyeGuide();
  private readonly ruler = new WidthController(this);
  private readonly onFullscreen = (): void => this.requestUpdate();
  private readonly paper = new Paper(
    () => this.board,
    () => {
      if (this.paper.isOut) this.stage?.preparePaper();
      else this.stage?.leavePaper();
      this.requestUpdate();
    },
  );
  private readonly ground = new Ground(() => this.requestUpdate());
  private readonly address = new HashController();

  protected get dress(): Dress {
    const dress = readDress(this.renderRoot?.querySelector('[part=base]') ?? null);
    // paper is white, whatever the screen is
    return this.paper.isOut ? { ...dress, ground: null } : dress;
  }

  protected get pictures(): { readonly scene: Scene | null; readonly second: Scene | null } {
    return { scene: this.scene, second: this.maker.second };
  }

  /**
   * What is seen of the map: how many times as large as fitted, around which point of it. Given before there is a picture,
   * it is what the first one shows; bounded as the reader's hands are. Two pictures side by side are always whole.
   */
  get camera(): MapCamera {
    return this.look.read(this.stage);
  }

  set camera(camera: MapCamera) {
    this.look.ask(camera);
    this.requestUpdate();
  }

  /** Shows the whole map again after zooming. */
  fit(): void {
    this.stage?.fit();
  }

  /** Zooms in by so many doublings, around the middle; out below 0. */
  zoomBy(doublings: number): void {
    this.stage?.zoomBy(doublings);
  }

  /** Shows one area large, where the map can be zoomed: the selected one unless another is named. */
  zoomTo(code: string | null = this.selected): void {
    if (code !== null) this.stage?.zoomTo(code);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.paper.watch();
    this.addEventListener('fullscreenchange', this.onFullscreen);
    if (this.hasUpdated) this.setUp();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paper.leave();
    this.removeEventListener('fullscreenchange', this.onFullscreen);
    // an element that is moved in the document comes back in the same task, and keeps its picture
    const { stage } = this;
    setTimeout(() => {
      if (this.isConnected) return;
      this.address.link(null, this.board, { id: this.id, map: this, isPaused: () => this.paper.isOut });
      if (!stage) return;
      stage.destroy();
      this.beside.destroy();
      if (this.stage === stage) this.stage = null;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.scene = this.maker.make(this.board.snapshot, this.width, this.dress);
  }

  protected override firstUpdated(): void {
    this.setUp();
  }

  protected override updated(): void {
    this.draw();
    placeGroupHeaders(this.renderRoot, this.places);
    const { tipBox, scene, cursor: { pointer } } = this;
    if (tipBox && scene) placeTip(tipBox, { layout: scene.layout, shape: findShape(scene.layout, this.board.snapshot.state.pointed), pointer });
    this.address.link(this.hash, this.board, { id: this.id, map: this, isPaused: () => this.paper.isOut });
    this.tellOwn();
    this.tellProblems();
  }

  protected override hear(changed: ReadonlySet<BoardPart>): void {
    if (changed.has('content')) this.toldProblems = false;
    // the scene is this element's own doing, and what is missing on it is shown only where it is asked for
    if ([...changed].some((part) => part !== 'scene' && (part !== 'publication' || this.publicationCheck))) super.hear(changed);
  }

  protected override render(): TemplateResult {
    const { snapshot } = this.board;
    const { state: shown, status } = snapshot;
    const { scene } = this;
    return html`
      <div part="base" class=${writeBaseClasses(shown)} lang=${shown.locale === 'zh' ? 'zh-CN' : 'en'}>
        <div class="ruler" @transitionend=${() => this.requestUpdate()}></div>
        <div part="caption" class="caption">
          ${scene ? renderNotices(scene, snapshot, this.lacksBasemap ? [controlsOf(shown.locale).map.noBasemap] : []) : nothing}
          <p part="sentence" class="sentence" id="sentence" aria-live="polite">${scene?.summary}</p>
        </div>
        ${renderMessage(snapshot, {
          files: this.fileNames.join(' '),
          bare: this.width > 0 && !scene,
          failure: this.failure,
          describe: (finding) => this.board.describe(finding, shown.locale),
        })}
        ${scene ? this.renderBar(scene) : nothing}
        <div class=${this.maker.second ? 'stages is-beside' : 'stages'}>
          <div class=${shown.compareTo < shown.asOf ? 'first is-later' : 'first'}>
            ${this.maker.second ? renderMoment(shown.asOf, shown.locale) : nothing}
            <div
              part="stage"
              class="stage"
              ?hidden=${!scene && status !== 'loading'}
              @pointerleave=${() => this.point(null)}
              @click=${(event: Event) => this.onHeaderClick(event)}
            >
              <div class="layer svg" id="svg"></div>
              <div class="layer maplibre is-behind" id="maplibre" aria-hidden="true"></div>
              ${scene && status === 'ready' ? [this.renderHeaders(scene), this.renderList(scene)] : nothing} ${this.renderTip()}
            </div>
          </div>
          ${renderSecond(this.maker.second, shown.compareTo, shown.locale)}
        </div>
        ${this.paper.isOut ? html`<div class="paper-legend">${scene && this.paper.drawLegend(this, scene)}</div>` : nothing}
        <p part="imprint" class="imprint" @slotchange=${() => this.requestUpdate()}>${renderImprint(this.imprint, this.givenImprint, shown.locale)}${this.attribution.map((text) => html` <span part="attribution">${text}</span>`)}</p>
        ${this.publicationCheck && status === 'ready' ? renderPublication(snapshot.publication, (finding) => this.board.describe({ ...finding, path: '' }, shown.locale), shown.locale) : nothing}
        <slot></slot>
      </div>
    `;
  }

  /** Where the reader is, and what can be done with the picture. */
  private renderBar({ layout }: Scene): TemplateResult {
    const { roster, state: shown } = this.board.snapshot;
    const { choices, stage } = this;
    return html`<div class="bar">
      ${roster && shown.levels !== 'fixed' ? renderBreadcrumb({ roster, state: shown, choices, onGone: () => this.focusAreas() }) : nothing}
      ${renderToolbar({
        locale: shown.locale,
        zoomable: stage?.zoomable ?? false,
        zoomed: this.zoomed,
        selected: layout.areas.some(({ code }) => code === shown.selected),
        changed: choices.isChanged,
        fullscreen: this.fullscreen,
        exports: this.exportable,
        onAction: (action) => this.act(action),
      })}
    </div>`;
  }

  /** Names of townships can be pressed while the picture lies where they were measured. */
  private renderHeaders(scene: Scene): TemplateResult | typeof nothing {
    const { levels, locale } = this.board.snapshot.state;
    this.places = levels === 'fixed' || this.zoomed ? [] : listGroupPlaces(scene).filter(({ group }) => this.choices.canDescend(group));
    return this.places.length === 0 ? nothing : renderGroupHeaders(this.places, locale);
  }

  private renderList(scene: Scene): TemplateResult {
    const { roster, state: { locale, selected } } = this.board.snapshot;
    const present = this.cursor.code;
    return html`<div
      class="areas"
      role="listbox"
      tabindex="0"
      aria-label=${controlsOf(locale).map.list}
      aria-describedby="sentence"
      aria-activedescendant=${idOfOption(scene, present) || nothing}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      @focus=${() => this.onFocus()}
      @blur=${() => this.point(null)}
      @click=${(event: Event) => this.onOptionClick(event)}
    >
      ${roster ? guard([scene, roster, present, selected], () => renderOptions({ scene, roster, present, selected })) : nothing}
    </div>`;
  }

  private renderTip(): TemplateResult | typeof nothing {
    const { evaluation, state: shown, status } = this.board.snapshot;
    if (!evaluation || status !== 'ready' || shown.pointed === null || !this.scene) return nothing;
    const target = shown.view === 'rollout' ? null : shown.target;
    const subject = describeSubject(evaluation, shown.pointed, target, shown.locale);
    const { lines, fault } = subject ? askTip(this.tip, subject) : { lines: null, fault: '' };
    this.tipFault = fault;
    if (lines?.length === 0) return nothing;
    return html`<div part="tip" class=${this.cursor.pointer ? 'tip' : 'tip by-key'} aria-hidden="true"><slot name="tip">
      ${lines ? lines.map((line) => html`<p>${line}</p>`) : renderTip({ evaluation, code: shown.pointed, target, ...this.readDrawn(this.scene, shown.pointed), locale: shown.locale, theme: themeOf(shown) })}
    </slot></div>`;
  }

  /** What of a page's own words and names cannot be used, once. */
  private tellOwn(): void {
    const { state: { classLabels }, status } = this.board.snapshot;
    const { basis, classes } = this.scene?.legend ?? { basis: 'rollout', classes: [] };
    const ranged = status === 'ready' && basis !== 'rollout' && basis !== 'lights' && basis !== 'change';
    const short = ranged && classLabels !== null && classLabels.length !== classes.length;
    this.tellOnce('class-labels-count', 'class labels', short ? { given: classLabels.length, classes: classes.length } : null);
    this.tellOnce('tip-failed', 'tip', this.tipFault === '' ? null : { reason: this.tipFault });
  }

  private tellOnce(code: 'class-labels-count' | 'tip-failed', path: string, params: Readonly<Record<string, string | number>> | null): void {
    const said = params === null ? '' : JSON.stringify(params);
    if (said === (this.told.get(code) ?? '')) return;
    this.told.set(code, said);
    this.board.report(code, params && createFinding(code, path, params));
  }

  private readDrawn(scene: Scene, code: string): Pick<TipOptions, 'drawn'> {
    const { words } = readClass(scene, scene.layout.areas.findIndex((area) => area.code === code), this.locale);
    return words === '' ? {} : { drawn: { words, of: scene.legend.title } };
  }

  private setUp(): void {
    if (!this.stage) {
      const { stageBox } = this;
      const layer = (id: string): HTMLElement => this.renderRoot.querySelector<HTMLElement>(`#${id}`) ?? stageBox;
      this.stage = new Stage(
        { svg: layer('svg'), maplibre: layer('maplibre') },
        {
          onPoint: (code, at) => this.point(code, at),
          onPress: (code) => this.cursor.press(code, performance.now()),
          onDrawn: (renderer) => {
            this.emit(new DrawEvent(renderer));
            this.requestUpdate();
            void this.paper.prepare();
          },
          onView: () => this.followView(),
          onBasemap: ({ attribution, problem }) => {
            this.attribution = attribution;
            this.board.report('basemap', problem === '' ? null : createFinding('basemap-failed', 'basemap', { reason: problem }));
          },
          onFail: ({ code, message }) => this.fallBack(code, message),
          onInterrupt: (gone) => this.tellInterruption(gone),
          onTileFault: (error) => this.tellFault(error),
        },
      );
    }
    this.draw();
  }

  /** A base map is asked for, and this picture can have none. */
  private get lacksBasemap(): boolean {
    if (this.basemap === null || this.basemap === '' || !this.scene) return false;
    const drawnByMaplibre = this.renderer !== 'svg' && !this.fellBack && this.maker.second === null && supportsWebgl2();
    return !drawnByMaplibre || this.scene.layout.projection.kind !== 'mercator';
  }

  private get width(): number {
    return this.ruler.width === 0 ? 0 : Math.max(LEAST_WIDTH, this.ruler.width);
  }

  private get zoomed(): boolean {
    return (this.stage?.camera.zoom ?? 1) > 1.01;
  }

  private get fullscreen(): boolean {
    return document.fullscreenElement !== null && this.matches(':fullscreen');
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
    this.ground.lay(this, { stage, lacks: this.lacksBasemap });
    stage.show(scene, choice, controlsOf(shown.locale).map.gestures, second !== null);
    stage.highlight({ selected: shown.selected, pointed: shown.pointed });
    if (status === 'ready') {
      this.look.settle(stage);
      board.publish(scene);
      board.notePublication(this.checkPublication());
    }
    this.eye.follow(stage.layer, { layout: scene.layout, within: shown.within });
  }

  /** Another part of the picture is seen, or another picture. */
  private followView(): void {
    const camera = this.stage?.camera ?? WHOLE;
    // tiles of villages and of townships lie elsewhere: there is nothing to zoom into
    if (this.scene?.layout.projection.kind === 'mercator') this.choices.followZoom(camera.zoom);
    this.requestUpdate();
    if (this.isConnected) this.look.tell(camera);
  }

  private act(action: ToolbarAction): void {
    const { stage, choices } = this;
    switch (action) {
      case 'zoomIn':
      case 'zoomOut':
        return stage?.zoomBy(action === 'zoomIn' ? 1 : -1);
      case 'zoomToSelected':
        return this.selected === null ? undefined : stage?.zoomTo(this.selected);
      case 'fit':
        return this.fit();
      case 'reset':
        stage?.fit();
        return choices.reset();
      case 'fullscreen':
        return void this.requestFullscreen().catch((error: unknown) => this.complain(error));
      case 'leaveFullscreen':
        return void document.exitFullscreen();
      case 'exportSvg':
      case 'exportPng':
        return void this.save(action === 'exportSvg' ? 'svg' : 'png').then(() => this.complain(null), (error: unknown) => this.complain(error));
    }
  }

  /** Says what a reader's wish has come to; `null` for what went well. */
  private complain(error: unknown): void {
    const { map, toolbar } = controlsOf(this.locale);
    const reason = error instanceof Error ? error.message : String(error);
    this.failure = error === null ? (this.fellBack ? map.fallback : '') : toolbar.failed(reason);
    this.board.report('export', error === null ? null : createFinding('export-failed', 'guatu-map', { reason }));
  }

  /** The drawing context is lost for now: the picture stays, by other means. */
  private tellInterruption(gone: boolean): void {
    const { map } = controlsOf(this.locale);
    if (gone) this.failure = map.interrupted;
    else if (this.failure === map.interrupted) this.failure = '';
    this.board.report('interruption', gone ? createFinding('renderer-interrupted', 'maplibre') : null);
    if (gone) this.emit(new DiagnosticEvent(this.board.snapshot.diagnostics));
  }

  private fallBack(code: string, reason: string): void {
    const finding = createFinding('renderer-fallback', 'maplibre', { reason: `${code}: ${reason}` });
    this.fellBack = true;
    this.failure = controlsOf(this.locale).map.fallback;
    this.board.report('interruption', null);
    this.board.report('renderer', finding);
    this.emit(new DiagnosticEvent(this.board.snapshot.diagnostics));
  }

  /** Tiles that cannot be fetched leave holes, which must not look like areas without data. */
  private tellFault(error: unknown): void {
    const { diagnostics } = this.board.snapshot;
    const finding = describeFault(nameOf(this.boundaries), error);
    if (diagnostics.some(({ code, path }) => code === finding.code && path === finding.path)) return;
    this.board.report('tiles', finding);
    this.emit(new DiagnosticEvent(this.board.snapshot.diagnostics));
  }

  private tellProblems(): void {
    const { status, diagnostics } = this.board.snapshot;
    if (this.toldProblems || (status !== 'ready' && status !== 'failed')) return;
    this.toldProblems = true;
    if (diagnostics.length > 0) this.emit(new DiagnosticEvent(diagnostics));
  }

  private point(code: string | null, at: { readonly x: number; readonly y: number } | null = null): void {
    this.cursor.point(code, at);
  }

  private focusAreas(): void {
    this.renderRoot.querySelector<HTMLElement>('.areas')?.focus({ preventScroll: true });
  }

  private onFocus(): void {
    // a press focuses too, and has its own tip
    if (this.renderRoot.querySelector('.areas:focus-visible')) this.cursor.enter();
  }

  private onOptionClick(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-code]') : null;
    if (option) this.cursor.press(option.dataset.code ?? null, performance.now());
  }

  private onHeaderClick({ target, timeStamp }: Event): void {
    const group = target instanceof Element ? target.closest<HTMLElement>('.header')?.dataset.group : undefined;
    if (group !== undefined) this.cursor.press(group, timeStamp);
  }

  private onKey(event: KeyboardEvent): void {
    const zooms = { '+': 1, '=': 1, '-': -1 }[event.key];
    const free = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (zooms !== undefined && free) this.stage?.zoomBy(zooms);
    else if (!this.cursor.type(event)) return;
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-map': GuatuMap;
  }
}
