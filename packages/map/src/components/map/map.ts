import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Diagnostic } from '@guatu/core';
import type { BoardPart } from '../../board/board-store.js';
import { checkPublication } from '../../board/check-publication.js';
import { findShape } from '../../geometry/find-neighbour.js';
import { writeBaseClasses } from '../../internal/board-element.js';
import { controlsOf } from '../../localize/controls.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { Scene } from '../../scene/scene.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { AreaCursor } from './area-cursor.js';
import { idOfOption, renderOptions } from './area-options.js';
import { BoardHost } from './board-host.js';
import { renderBreadcrumb } from './breadcrumb.js';
import { renderMessage, renderNotices } from './caption.js';
import { renderMoment, renderSecond } from './comparison-picture.js';
import { GroupHeaders } from './group-headers.js';
import { HashController } from './hash-controller.js';
import { readImprint, renderImprint, renderPublication } from './imprint.js';
import type { Imprint } from './imprint.js';
import { MapInteraction } from './map-interaction.js';
import { MapPicture } from './map-picture.js';
import { MapProblems } from './map-problems.js';
import { mapStyles } from './map.styles.js';
import { askTip } from './own-tip.js';
import type { TipFunction } from './own-tip.js';
import { readPageStyle } from './page-style.js';
import type { PageStyle } from './page-style.js';
import { PictureExport } from './picture-export.js';
import { placeTip } from './place-tip.js';
import { PrintMode } from './print-mode.js';
import type { RendererChoice } from './renderer-pair.js';
import { renderTip } from './tip.js';
import { renderToolbar } from './toolbar.js';
import type { ToolbarAction } from './toolbar.js';

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
export class GuatuMap extends BoardHost {
  static override styles: CSSResultGroup = [...themeStyles, mapStyles];

  /** `auto`: svg at once, maplibre when it is there and WebGL2 is; or only one of them. */
  @property({
    reflect: true,
    converter: {
      fromAttribute: (value: string | null) => value ?? 'auto',
      toAttribute: (value: string) => (value === 'auto' ? null : value),
    },
  })
  renderer: RendererChoice = 'auto';

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

  /** Who publishes the map; written under the picture. */
  @property() publisher = '';

  /** Approval number of the map (审图号); written under the picture. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';

  /** Day the data describe (截至), or words for it; written under the picture. Without it: the moment that is shown. */
  @property({ attribute: 'data-date' }) dataDate = '';

  /** Shows under the picture what is missing for publication. */
  @property({ attribute: 'publication-check', type: Boolean, reflect: true }) publicationCheck = false;

  /** Shows buttons that save the picture. */
  @property({ attribute: 'export', type: Boolean, reflect: true }) exportable = false;

  @query('.tip') private readonly tipBox!: HTMLElement | null;

  private readonly interaction = new MapInteraction({ board: () => this.board, emit: (event) => this.emit(event) });
  private readonly problems = new MapProblems(() => ({
    board: this.board,
    emit: (event) => this.emit(event),
    onChange: () => this.requestUpdate(),
  }));
  private readonly cursor = new AreaCursor({
    interaction: this.interaction,
    navigation: () => this.picture.navigation,
    scene: () => this.picture.scene,
    selected: () => this.selected,
    onMove: () => {
      this.fit();
      this.requestUpdate();
    },
    focusAreas: () => this.focusAreas(),
  });
  private tipFault = '';
  private readonly picture = new MapPicture(this, {
    cursor: () => this.cursor,
    interaction: this.interaction,
    problems: this.problems,
    emit: (event) => this.emit(event),
    onDrawn: () => this.print.prepare(),
  });
  private readonly headers = new GroupHeaders();
  private readonly print = new PrintMode(this, (isPrinting) => this.picture.setPrinting(isPrinting));
  private readonly pictureExport = new PictureExport(() => ({
    board: this.board,
    scene: this.picture.scene,
    second: this.picture.second,
    pageStyle: this.pageStyle,
    imprint: this.imprint,
  }));
  private readonly address = new HashController(() => ({
    id: this.id,
    map: this,
    isPaused: () => this.print.isPrinting,
  }));
  private readonly onFullscreen = (): void => this.requestUpdate();

  /**
   * What is seen of the map: how many times as large as fitted, around which point of it. Given before there is a picture,
   * it is what the first one shows; bounded as the reader's hands are. Two pictures side by side are always whole.
   */
  get camera(): MapCamera {
    return this.picture.camera;
  }

  set camera(camera: MapCamera) {
    this.picture.askCamera(camera);
  }

  /** Shows the whole map again after zooming. */
  fit(): void {
    this.picture.navigation?.fit();
  }

  /** Zooms in by so many doublings, around the middle; out below 0. */
  zoomBy(doublings: number): void {
    this.picture.navigation?.zoomBy(doublings);
  }

  /** Shows one area large, where the map can be zoomed: the selected one unless another is named. */
  zoomTo(code: string | null = this.selected): void {
    if (code !== null) this.picture.navigation?.zoomTo(code);
  }

  /** What is missing for publication; see the function of the same name. */
  checkPublication(): readonly Diagnostic[] {
    return checkPublication({
      ...this.imprint,
      showsBoundaries: this.picture.scene?.layout.projection.kind === 'mercator',
    });
  }

  /**
   * The picture as a sheet of SVG text: title, what must be said, sentence, map, legend and imprint.
   *
   * @throws Error while there is no picture
   */
  async exportSvg(): Promise<string> {
    return this.pictureExport.writeSvg();
  }

  /**
   * The same sheet as a PNG.
   *
   * @param options `scale`: device pixels for each CSS pixel, 0.25…8, 2 by default; less where the picture would be too
   *   large for a canvas
   * @throws Error while there is no picture, and where the page's policy forbids `data:` images
   */
  async exportPng({ scale = 2 }: { readonly scale?: number } = {}): Promise<Blob> {
    return this.pictureExport.drawPng(scale);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('fullscreenchange', this.onFullscreen);
    if (this.hasUpdated) this.draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('fullscreenchange', this.onFullscreen);
    // an element that is moved in the document comes back in the same task, and keeps its picture
    setTimeout(() => {
      if (this.isConnected) return;
      this.address.link(null, this.board);
      this.picture.destroy();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.picture.makeScene(this.pageStyle);
  }

  protected override updated(): void {
    this.draw();
    this.headers.place(this.renderRoot);
    const {
      tipBox,
      picture: { scene },
      cursor: { pointer },
    } = this;
    if (tipBox && scene)
      placeTip(tipBox, {
        layout: scene.layout,
        shape: findShape(scene.layout, this.board.snapshot.state.pointed),
        pointer,
      });
    this.address.link(this.hash, this.board);
    this.problems.noteLabels(scene);
    this.problems.noteTip(this.tipFault);
    this.problems.tell();
  }

  protected override hear(changed: ReadonlySet<BoardPart>): void {
    if (changed.has('content')) this.problems.forget();
    // the scene is this element's own, and what is missing on it is shown only where it is asked for
    if ([...changed].some((part) => part !== 'scene' && (part !== 'publication' || this.publicationCheck)))
      super.hear(changed);
  }

  protected override render(): TemplateResult {
    const { snapshot } = this.board;
    const { state: shown, status } = snapshot;
    const { scene, second, attribution, width, lacksBasemap } = this.picture;
    return html`
      <div part="base" class=${writeBaseClasses(shown)} lang=${shown.locale === 'zh' ? 'zh-CN' : 'en'}>
        <div class="ruler" @transitionend=${() => this.requestUpdate()}></div>
        <div part="caption" class="caption">
          ${scene ? renderNotices(scene, snapshot, lacksBasemap ? [controlsOf(shown.locale).map.noBasemap] : []) : nothing}
          <p part="sentence" class="sentence" id="sentence" aria-live="polite">${scene?.summary}</p>
        </div>
        ${renderMessage(snapshot, {
          files: this.fileNames.join(' '),
          bare: width > 0 && !scene,
          failure: this.problems.message,
          describe: (finding) => this.board.describe(finding, shown.locale),
        })}
        ${scene ? this.renderBar(scene) : nothing}
        <div class=${second ? 'stages is-beside' : 'stages'}>
          <div class=${shown.compareTo < shown.asOf ? 'first is-later' : 'first'}>
            ${second ? renderMoment(shown.asOf, shown.locale) : nothing}
            <div
              part="stage"
              class="stage"
              ?hidden=${!scene && status !== 'loading'}
              aria-busy=${snapshot.isLoading ? 'true' : nothing}
              @pointerleave=${() => this.cursor.point(null)}
              @click=${(event: Event) => this.onHeaderClick(event)}
            >
              <div class="layer svg" id="svg"></div>
              <div class="layer maplibre is-behind" id="maplibre" aria-hidden="true"></div>
              ${scene && status === 'ready' ? [this.renderHeaders(scene), this.renderList(scene)] : nothing} ${this.renderTip()}
            </div>
          </div>
          ${renderSecond(second, shown.compareTo, shown.locale)}
        </div>
        ${this.print.isPrinting ? html`<div class="print-legend">${scene && this.print.drawLegend(scene)}</div>` : nothing}
        <p part="imprint" class="imprint" @slotchange=${() => this.requestUpdate()}>${renderImprint(this.imprint, this.givenImprint, shown.locale)}${attribution.map((text) => html` <span part="attribution">${text}</span>`)}</p>
        ${this.publicationCheck && status === 'ready' ? renderPublication(snapshot.publication, (finding) => this.board.describe({ ...finding, path: '' }, shown.locale), shown.locale) : nothing}
        <slot></slot>
      </div>
    `;
  }

  /** Where the reader is, and what can be done with the picture. */
  private renderBar({ layout }: Scene): TemplateResult {
    const { roster, state: shown } = this.board.snapshot;
    const { interaction, picture } = this;
    return html`<div class="bar">
      ${roster && shown.levels !== 'fixed' ? renderBreadcrumb({ roster, state: shown, interaction, onGone: () => this.focusAreas() }) : nothing}
      ${renderToolbar({
        locale: shown.locale,
        zoomable: picture.zoomable,
        zoomed: picture.zoomed,
        selected: layout.areas.some(({ code }) => code === shown.selected),
        changed: interaction.isChanged,
        fullscreen: this.fullscreen,
        exports: this.exportable,
        onAction: (action) => this.act(action),
      })}
    </div>`;
  }

  /** Names of townships can be pressed while the picture lies where they were measured. */
  private renderHeaders(scene: Scene): TemplateResult | typeof nothing {
    const { levels, locale } = this.board.snapshot.state;
    const still = levels !== 'fixed' && !this.picture.zoomed;
    return this.headers.render(scene, locale, (group) => still && this.interaction.canDescend(group));
  }

  private renderList(scene: Scene): TemplateResult {
    const {
      roster,
      state: { locale, selected },
    } = this.board.snapshot;
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
      @blur=${() => this.cursor.point(null)}
      @click=${(event: Event) => this.onOptionClick(event)}
    >
      ${roster ? guard([scene, roster, present, selected], () => renderOptions({ scene, roster, present, selected })) : nothing}
    </div>`;
  }

  private renderTip(): TemplateResult | typeof nothing {
    const { evaluation, accounts, state: shown, status } = this.board.snapshot;
    const {
      cursor,
      picture: { scene },
    } = this;
    if (!evaluation || !accounts || status !== 'ready' || shown.pointed === null || !scene) return nothing;
    const { lines, fault } = askTip(this.tip, evaluation, shown);
    this.tipFault = fault;
    if (lines?.length === 0) return nothing;
    const words = lines
      ? lines.map((line) => html`<p>${line}</p>`)
      : renderTip({ scene, evaluation, accounts, code: shown.pointed, state: shown });
    return html`<div part="tip" class=${cursor.pointer ? 'tip' : 'tip by-key'} aria-hidden="true"><slot name="tip">${words}</slot></div>`;
  }

  private get fullscreen(): boolean {
    return document.fullscreenElement !== null && this.matches(':fullscreen');
  }

  /** What the page chose of how the picture looks; paper is white, whatever the screen is. */
  private get pageStyle(): PageStyle {
    const pageStyle = readPageStyle(this.renderRoot?.querySelector('[part=base]') ?? null);
    return this.print.isPrinting ? { ...pageStyle, ground: null } : pageStyle;
  }

  /** What properties say of the picture's origin. */
  private get givenImprint(): Imprint {
    const {
      status,
      state: { asOf },
    } = this.board.snapshot;
    const { publisher, approvalNumber, dataDate } = this;
    return { publisher, approvalNumber, dataDate: dataDate === '' && status === 'ready' ? asOf : dataDate };
  }

  private get imprint(): Imprint {
    return readImprint(this, this.givenImprint);
  }

  private draw(): void {
    this.picture.draw();
    const { scene } = this.picture;
    if (scene && this.board.snapshot.status === 'ready') this.board.notePublication(this.checkPublication());
  }

  private act(action: ToolbarAction): void {
    switch (action) {
      case 'zoomIn':
      case 'zoomOut':
        return this.zoomBy(action === 'zoomIn' ? 1 : -1);
      case 'zoomToSelected':
        return this.zoomTo();
      case 'fit':
        return this.fit();
      case 'reset':
        this.fit();
        return this.interaction.reset();
      case 'fullscreen':
        return void this.requestFullscreen().catch((error: unknown) => this.problems.failWish(error));
      case 'leaveFullscreen':
        return void document.exitFullscreen();
      case 'exportSvg':
      case 'exportPng':
        return void this.pictureExport.save(action === 'exportSvg' ? 'svg' : 'png').then(
          () => this.problems.failWish(null),
          (error: unknown) => this.problems.failWish(error),
        );
    }
  }

  private focusAreas(): void {
    this.renderRoot.querySelector<HTMLElement>('.areas')?.focus({ preventScroll: true });
  }

  private onFocus(): void {
    // a press focuses too, and has its own tip
    if (this.renderRoot.querySelector('.areas:focus-visible')) this.cursor.enter();
  }

  private onOptionClick({ target }: Event): void {
    const option = target instanceof Element ? target.closest<HTMLElement>('[data-code]') : null;
    if (option) this.cursor.press(option.dataset.code ?? null, performance.now());
  }

  private onHeaderClick({ target, timeStamp }: Event): void {
    const group = target instanceof Element ? target.closest<HTMLElement>('.header')?.dataset.group : undefined;
    if (group !== undefined) this.cursor.press(group, timeStamp);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.cursor.type(event)) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-map': GuatuMap;
  }
}
