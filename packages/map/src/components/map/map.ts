import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { BoardPart } from '../../board/board-store.js';
import type { Diagnostic } from '@guatu/core';
import { checkPublication } from '../../board/check-publication.js';
import { createFinding, describeFault } from '../../board/findings.js';
import { nameOf } from '../../board/load-files.js';
import { readClass } from '../../board/read-classes.js';
import { DiagnosticEvent } from '../../events/diagnostic-event.js';
import { DrawEvent } from '../../events/draw-event.js';
import { findShape } from '../../geometry/find-neighbour.js';
import { writeBaseClasses } from '../../internal/board-element.js';
import { downloadFile } from '../../internal/download-file.js';
import { WidthController } from '../../internal/width-controller.js';
import { controlsOf } from '../../localize/controls.js';
import type { Scene, SceneLayout } from '../../scene/scene.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { AreaCursor } from './area-cursor.js';
import { idOfOption, renderOptions } from './area-options.js';
import { Beside, renderMoment, renderSecond } from './beside.js';
import { BoardHost } from './board-host.js';
import { renderBreadcrumb } from './breadcrumb.js';
import { renderMessage, renderNotices } from './caption.js';
import { Choices } from './choices.js';
import { listGroupPlaces, placeGroupHeaders, renderGroupHeaders } from './group-headers.js';
import type { GroupPlace } from './group-headers.js';
import { readImprint, renderImprint, renderPublication } from './imprint.js';
import type { Imprint } from './imprint.js';
import { keepEye } from './keep-eye.js';
import { mapStyles } from './map.styles.js';
import type { drawPaperLegend } from './paper-legend.js';
import { Paper } from './paper.js';
import { SceneMaker, themeOf } from './scene-maker.js';
import { Stage } from './stage.js';
import type { RendererChoice } from './stage.js';
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
 * @slot imprint - More for the line under the picture, after data date, publisher and approval number.
 *
 * @fires {AreaSelectEvent} guatu-area-select - The reader chose an area, or none.
 * @fires {AreaPointEvent} guatu-area-point - The reader points at an area, by mouse or keyboard, or no longer does.
 * @fires {WithinChangeEvent} guatu-within-change - The reader descended into a township, or came back to the county.
 * @fires {LevelChangeEvent} guatu-level-change - The reader zoomed past the scale where villages take the townships' place, or back.
 * @fires {FilterChangeEvent} guatu-filter-change - The reader reset the map, and with it a filter.
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
  @property({ reflect: true }) renderer: RendererChoice = 'auto';

  /** Who publishes the map; written under the picture. */
  @property() publisher = '';

  /** Approval number of the map (审图号); written under the picture. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';

  /**
   * Keeps what is chosen in the page's address, so that it can be shared and gone back to: `#target=…&as-of=…`. A value
   * stands before each name, `hash="north"` for `#north.target=…`; where several maps share the bare names, the later
   * ones take their `id`.
   */
  @property({ reflect: true }) hash: string | null = null;

  /** Day the data describe (截至), or words for it; written under the picture. Without it: the moment that is shown. */
  @property({ attribute: 'data-date' }) dataDate = '';

  /** Shows under the picture what is missing for publication. */
  @property({ attribute: 'publication-check', type: Boolean, reflect: true }) publicationCheck = false;

  /** Shows buttons that save the picture. */
  @property({ attribute: 'export', type: Boolean, reflect: true }) exportable = false;

  @state() private failure = '';

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
  private toldProblems = false;
  /** Names of townships that can be pressed. */
  private places: readonly GroupPlace[] = [];
  /** What the reader saw last. */
  private seen: { readonly layout: SceneLayout; readonly within: string | null } | null = null;
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
  private unlink = (): void => undefined;
  private linked: readonly unknown[] = [];
  private drawLegend: typeof drawPaperLegend | null = null;

  /** Shows the whole map again after zooming. */
  fit(): void {
    this.stage?.fit();
  }

  /** Shows one area large, where the map can be zoomed: the selected one unless another is named. */
  zoomTo(code: string | null = this.selected): void {
    if (code !== null) this.stage?.zoomTo(code);
  }

  /** What is missing for publication; see the function of the same name. */
  checkPublication(): readonly Diagnostic[] {
    return checkPublication({ ...this.imprint, showsBoundaries: this.scene?.layout.projection.kind === 'mercator' });
  }

  /**
   * The picture as a sheet of SVG text: title, what must be said, sentence, map, legend and imprint.
   *
   * @throws Error while there is no picture
   */
  async exportSvg(): Promise<string> {
    const { writePicture } = await import('./export-picture.js');
    const { scene, maker: { second }, imprint, board: { snapshot: { plan, state: shown } } } = this;
    if (!scene || this.board.snapshot.status !== 'ready') throw new Error('guatu-map: there is no picture yet');
    const { locale, selected, asOf, compareTo } = shown;
    const beside = second && { scene: second, date: compareTo };
    return writePicture({ scene, beside, title: plan?.title[locale] ?? '', locale, theme: themeOf(shown), selected, asOf, ...imprint });
  }

  /**
   * The same sheet as a PNG.
   *
   * @param options `scale`: device pixels for each CSS pixel, 0.25…8, 2 by default; less where the picture would be too
   *   large for a canvas
   * @throws Error while there is no picture, and where the page's policy forbids `data:` images
   */
  async exportPng({ scale = 2 }: { readonly scale?: number } = {}): Promise<Blob> {
    const svg = await this.exportSvg();
    const { drawPng } = await import('./export-picture.js');
    return drawPng(svg, scale);
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
    this.link(null);
    this.removeEventListener('fullscreenchange', this.onFullscreen);
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
    placeGroupHeaders(this.renderRoot, this.places);
    this.placeTip();
    this.link(this.hash);
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
        <div class="ruler"></div>
        <div part="caption" class="caption">
          ${scene ? renderNotices(scene, snapshot, []) : nothing}
          <p part="sentence" class="sentence" id="sentence" aria-live="polite">${scene?.summary}</p>
        </div>
        ${renderMessage(snapshot, {
          files: this.fileNames.join(' '),
          bare: this.width > 0 && !scene,
          failure: this.failure,
          describe: (finding) => this.board.describe(finding, shown.locale),
        })}
        ${scene && status === 'ready' ? this.renderBar(scene) : nothing}
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
        ${this.paper.isOut ? html`<div class="paper-legend">${this.renderPaperLegend()}</div>` : nothing}
        <p part="imprint" class="imprint" @slotchange=${() => this.requestUpdate()}>${renderImprint(this.imprint, this.givenImprint, shown.locale)}</p>
        ${this.publicationCheck && status === 'ready' ? renderPublication(snapshot.publication, (finding) => this.board.describe(finding, shown.locale), shown.locale) : nothing}
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

  /** What properties say of the picture's origin. */
  private get givenImprint(): Imprint {
    const { status, state: { asOf } } = this.board.snapshot;
    const { publisher, approvalNumber, dataDate } = this;
    return { publisher, approvalNumber, dataDate: dataDate === '' && status === 'ready' ? asOf : dataDate };
  }

  private get imprint(): Imprint {
    return readImprint(this, this.givenImprint);
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
    return html`<div part="tip" class=${this.cursor.pointer ? 'tip' : 'tip by-key'} aria-hidden="true">
      ${renderTip({ evaluation, code: shown.pointed, target, ...this.readDrawn(this.scene, shown.pointed), locale: shown.locale, theme: themeOf(shown) })}
    </div>`;
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
            void this.prepareForPaper();
          },
          onView: (enlargement) => {
            this.choices.followZoom(enlargement);
            this.requestUpdate();
          },
          onFail: ({ code, message }) => this.fallBack(code, message),
          onTileFault: (error) => this.tellFault(error),
        },
      );
    }
    this.draw();
  }

  /** Nothing can be fetched any more once a page is on its way to paper. */
  private async prepareForPaper(): Promise<void> {
    try {
      this.drawLegend ??= (await import('./paper-legend.js')).drawPaperLegend;
    } catch {
      // paper without a legend then; the picture is on the screen, and a part of the script is not
      this.drawLegend = null;
    }
  }

  /** Keeps the board and the address at one, where `hash` asks for it. */
  private link(name: string | null): void {
    const { board } = this;
    const wanted = name === null ? [] : [name, board];
    if (wanted.length === this.linked.length && wanted.every((part, index) => part === this.linked[index])) return;
    this.unlink();
    this.unlink = () => undefined;
    this.linked = wanted;
    if (name !== null) void this.startLink(name, wanted);
  }

  private async startLink(name: string, wanted: readonly unknown[]): Promise<void> {
    const { linkHash } = await import('./hash-link.js');
    const { board, id, paper } = this;
    if (this.linked === wanted && this.isConnected) this.unlink = linkHash({ board, name, id, isPaused: () => paper.isOut });
  }

  private get width(): number {
    return this.ruler.width === 0 ? 0 : Math.max(LEAST_WIDTH, this.ruler.width);
  }

  private get zoomed(): boolean {
    return (this.stage?.enlargement ?? 1) > 1.01;
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
    stage.show(scene, choice, controlsOf(shown.locale).map.gestures, second !== null);
    stage.highlight({ selected: shown.selected, pointed: shown.pointed });
    if (status === 'ready') {
      board.publish(scene);
      board.notePublication(this.checkPublication());
    }
    this.followEye(scene);
  }

  /** A township that was entered or left is followed by the eye. */
  private followEye({ layout }: Scene): void {
    const { within } = this.board.snapshot.state;
    const { seen, stage } = this;
    this.seen = { layout, within };
    const township = within ?? seen?.within ?? null;
    if (!seen || !stage || township === null || seen.within === within || seen.layout.width !== layout.width) return;
    keepEye(stage.layer, { before: seen.layout, after: layout, township });
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
        return void this.save(action === 'exportSvg' ? 'svg' : 'png').catch((error: unknown) => this.complain(error));
    }
  }

  /** Lets the reader save the picture, under the plan's name and the date. */
  private async save(kind: 'svg' | 'png'): Promise<void> {
    const content = kind === 'png' ? await this.exportPng() : new Blob([await this.exportSvg()], { type: 'image/svg+xml' });
    const { plan, state: { asOf, target } } = this.board.snapshot;
    downloadFile(`${[plan?.id, target, asOf].filter(Boolean).join('-')}.${kind}`, content);
  }

  private complain(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.failure = controlsOf(this.locale).toolbar.failed(reason);
    this.board.report('export', createFinding('export-failed', 'guatu-map', { reason }));
  }

  /** On paper a map without a legend on its page has one of its own. */
  private renderPaperLegend(): SVGElement | typeof nothing {
    const { scene, drawLegend } = this;
    const root = this.getRootNode();
    const others = root instanceof Document || root instanceof ShadowRoot ? root.querySelectorAll('guatu-legend') : [];
    if (!scene || !drawLegend || [...others].some(({ board }) => board === this.board)) return nothing;
    return drawLegend(scene, themeOf(this.board.snapshot.state));
  }

  private fallBack(code: string, reason: string): void {
    const finding = createFinding('renderer-fallback', 'maplibre', { reason: `${code}: ${reason}` });
    this.failure = controlsOf(this.locale).map.fallback;
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

  /** Puts the tip beside the pointer, or under the area the keyboard is on, inside the picture. */
  private placeTip(): void {
    const { tipBox, scene, cursor: { pointer } } = this;
    if (!tipBox || !scene) return;
    const { pointed } = this.board.snapshot.state;
    const shape = findShape(scene.layout, pointed);
    const [x0, , x1, y1] = shape?.bounds ?? [0, 0, 0, 0];
    const at = pointer ? { x: pointer.x + 16, y: pointer.y + 16 } : { x: (x0 + x1) / 2, y: y1 + 8 };
    const { offsetWidth, offsetHeight } = tipBox;
    const left = Math.max(0, Math.min(at.x, scene.layout.width - offsetWidth));
    const below = at.y + offsetHeight <= scene.layout.height;
    const top = below ? at.y : Math.max(0, (pointer ? pointer.y - 16 : (shape?.bounds[1] ?? 0) - 8) - offsetHeight);
    tipBox.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-map': GuatuMap;
  }
}
