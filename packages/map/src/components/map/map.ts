import { html, LitElement, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Diagnostic, IsoDate, Locale } from '@guatu/core';
import type { BoardSnapshot, BoardState, LevelsMode } from '../../board/board.js';
import type { Board, BoardPart } from '../../board/board-store.js';
import { checkPublication } from '../../board/check-publication.js';
import type { PropertyName } from '../../board/fields.js';
import { findShape } from '../../geometry/find-neighbour.js';
import { VERSION } from '../../internal/version.js';
import type { MapCamera } from '../../renderers/camera.js';
import type { BreakMethod } from '../../scale/break-methods.js';
import type { TextSize } from '../../scale/text-size.js';
import type { ThemeName } from '../../scale/themes.js';
import type { Scene } from '../../scene/scene.js';
import type { Comparison, Filter, ShapeChoice, TileShape, View } from '../../scene/view.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { AreaCursor } from './area-cursor.js';
import { AreaList } from './area-list.js';
import { field } from './field-property.js';
import { asksForFiles, nameFiles } from './file-addresses.js';
import { GroupHeaders } from './group-headers.js';
import { HashController } from './hash-controller.js';
import { readImprint } from './imprint.js';
import type { Imprint } from './imprint.js';
import { act } from './map-actions.js';
import { MapInteraction } from './map-interaction.js';
import { MapPicture } from './map-picture.js';
import { MapProblems } from './map-problems.js';
import { renderMap } from './map-template.js';
import { mapStyles } from './map.styles.js';
import { OwnBoard } from './own-board.js';
import { askTip } from './own-tip.js';
import type { TipFunction } from './own-tip.js';
import { readPageStyle } from './page-style.js';
import type { PageStyle } from './page-style.js';
import { PictureExport } from './picture-export.js';
import { placeTip } from './place-tip.js';
import { PrintMode } from './print-mode.js';
import type { RendererChoice } from './renderer-pair.js';

/** A class without one of the fields that are properties does not compile. */
type Chosen = { [Name in PropertyName]: BoardState[Name] };

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
export class GuatuMap extends LitElement implements Chosen {
  static override styles: CSSResultGroup = [...themeStyles, mapStyles];

  /** Version of the package the class came with. */
  static readonly version: string = VERSION;

  /**
   * Address of a board file, as `guatu pack` writes it: plan and reports in one, in place of `plan`, `areas` and `data`.
   * What is in memory already goes to the board: `map.board.load({ src: { bytes } })`.
   */
  @property() src = '';

  /** Address of `plan.json`. */
  @property() plan = '';

  /** Address of `areas.csv`; several are separated by spaces. */
  @property() areas = '';

  /** Addresses of `observations*.csv`, `registers*.csv`, `events*.csv` and `links*.csv`, separated by spaces. */
  @property() data = '';

  /**
   * Address of a GeoJSON or TopoJSON file with polygons or points in degrees, or of an archive of vector tiles
   * (`areas.pmtiles`, made by `guatu tiles`). Without it areas are drawn as tiles.
   */
  @property() boundaries = '';

  /** Coordinate system of the boundaries: `WGS84`, `CGCS2000`, `GCJ02` or `BD09`. Without it: what the file declares. */
  @property() crs = '';

  /** Property of the boundaries that holds an area's code. Without it: `code`, `adcode`, `id` and others. */
  @property({ attribute: 'code-property' }) codeProperty = '';

  /** Property of the boundaries that holds an area's name. Without it: `name`, `fullname` and others. */
  @property({ attribute: 'name-property' }) nameProperty = '';

  /** The moment described, `2021-12-31`. Without it: the last date with reports. */
  @field asOf!: IsoDate;

  /** Id of the target shown; `null` shows the rollout. */
  @field target!: string | null;

  /** Id of a domain, shown while no target is chosen: the mean attainment of what it asks of each area. */
  @field domain!: string | null;

  /**
   * How figures are cut into classes: `auto` (the plan's thresholds, fifths for attainment), `equal`, `quantile`,
   * `natural`, or up to five lower bounds, `1,5,10`: in percent for attainment, else in the unit.
   */
  @field breaks!: BreakMethod;

  /** A second date to compare with, `2020-12-31`; without it nothing is compared. */
  @field compareTo!: IsoDate;

  /** Two pictures under one legend (`beside`), or one picture of what changed between the dates (`change`). */
  @field comparison!: Comparison;

  /** Both facts at once, or one of them: `both`, `rollout`, `attainment`, `figure` (in its unit) or `lights`. */
  @field view!: View;

  /** What the whole county is drawn as, one area each: `village` or `township`. */
  @field level!: 'township' | 'village';

  /** Code of the township whose villages are drawn alone; `null` for the whole county. */
  @field within!: string | null;

  /**
   * How one gets from the county to its villages: `drill`, by descending into a township; `zoom`, by zooming, where the
   * map shows boundaries (else as `drill`); `fixed`, only by `level` and `within`.
   */
  @field levels!: LevelsMode;

  /** `auto`: shapes where there are any, else tiles. `tiles`: tiles always, placed by the shapes there are. */
  @field shapes!: ShapeChoice;

  /** What an area without a shape looks like: `square` or `hexagon`. */
  @field tiles!: TileShape;

  /** Code of the selected area. */
  @field selected!: string | null;

  /** Language of all texts: `zh` or `en`. */
  @field locale!: Locale;

  /** Colours: `light`, `dark`, `government-red` or `big-screen`. */
  @field theme!: ThemeName;

  /** Smallest type: 12 pixels (`standard`), 16 (`large`), or 24 on a wall that is read from afar (`wall`). */
  @field textSize!: TextSize;

  /** Firmer edges and darker small print. */
  @field highContrast!: boolean;

  /** Cells of the legend that are left; what is outside is drawn faint. */
  @field filter!: Filter;

  /**
   * Colours of the classes in place of the theme's, `['#fff4e0', '#b3541e']`: two to twelve, lowest class first, mixed
   * where there are more classes. What is hard to read in them is among the diagnostics.
   */
  @field ramp!: readonly string[] | null;

  /** Names of the classes in place of their ranges, lowest first, one for each class: `['low', 'middle', 'high']`. */
  @field classLabels!: readonly string[] | null;

  /**
   * `auto`: the page's own picture at once, and maplibre once it is wanted, where WebGL2 is: when the reader zooms, for a base
   * map or for vector tiles; `maplibre`: the same at once; `svg`: never.
   */
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

  private readonly own = new OwnBoard(this, (changed) => this.hear(changed));
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
  private readonly list = new AreaList();
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

  /** Everything the elements of this map share. A page may give one of its own, made by `createBoard`. */
  @property({ attribute: false })
  get board(): Board {
    return this.own.board;
  }
  set board(board: Board) {
    this.own.board = board;
  }

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

  /** The picture as it is drawn, as plain data; `null` until there is one of figures. */
  get scene(): Scene | null {
    return this.board.snapshot.status === 'ready' ? this.picture.scene : null;
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

  /** Reads all files again from their addresses. */
  async reload(): Promise<BoardSnapshot> {
    return this.own.load(this);
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
      this.list.drop();
      this.picture.destroy();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (asksForFiles(this, changed)) void this.reload();
    this.picture.makeScene(this.pageStyle);
  }

  protected override updated(): void {
    this.draw();
    this.headers.place(this.renderRoot);
    this.showList();
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

  protected override render(): TemplateResult {
    const { board, picture, cursor, interaction, problems, pictureExport, headers, imprint, givenImprint } = this;
    return renderMap({
      board,
      picture,
      cursor,
      interaction,
      headers,
      imprint,
      givenImprint,
      files: nameFiles(this),
      failure: problems.message,
      note: problems.note,
      tipLines: this.askTip(),
      printLegend: this.print.isPrinting
        ? html`<div class="print-legend">${picture.scene && this.print.drawLegend(picture.scene)}</div>`
        : nothing,
      showsPublication: this.publicationCheck,
      exports: this.exportable,
      fullscreen: document.fullscreenElement !== null && this.matches(':fullscreen'),
      onAction: (action) => act(action, { map: this, interaction, problems, pictureExport }),
      focusAreas: () => this.focusAreas(),
      onOther: () => this.requestUpdate(),
    });
  }

  /** The page's own words for the area that is pointed at. */
  private askTip(): readonly string[] | null {
    const { evaluation, state, status } = this.board.snapshot;
    if (!evaluation || status !== 'ready' || state.pointed === null) return null;
    const { lines, fault } = askTip(this.tip, evaluation, state);
    this.tipFault = fault;
    return lines;
  }

  /** What the page chose of how the picture looks; paper is white, whatever the screen is. */
  private get pageStyle(): PageStyle {
    const pageStyle = readPageStyle(this.renderRoot?.querySelector('[part=base]') ?? null);
    return this.print.isPrinting ? { ...pageStyle, ground: null } : pageStyle;
  }

  /** What properties say of the picture's origin. */
  private get givenImprint(): Imprint {
    const { status, state } = this.board.snapshot;
    const { publisher, approvalNumber, dataDate } = this;
    return { publisher, approvalNumber, dataDate: dataDate === '' && status === 'ready' ? state.asOf : dataDate };
  }

  private get imprint(): Imprint {
    return readImprint(this, this.givenImprint);
  }

  private hear(changed: ReadonlySet<BoardPart>): void {
    if (changed.has('content')) this.problems.forget();
    // the ground is this element's own, and what is missing on it is shown only where it is asked for
    if ([...changed].some((part) => part !== 'ground' && (part !== 'publication' || this.publicationCheck)))
      this.requestUpdate();
  }

  /** The areas for keys and screen readers. */
  private showList(): void {
    const { roster, state } = this.board.snapshot;
    const { scene, cursor } = this;
    const box = this.renderRoot.querySelector<HTMLElement>('.areas');
    this.list.show(box, scene && roster && { scene, roster, present: cursor.code, selected: state.selected });
  }

  private draw(): void {
    this.picture.draw();
    const { scene } = this.picture;
    if (scene && this.board.snapshot.status === 'ready') this.board.notePublication(this.checkPublication());
  }

  private focusAreas(): void {
    this.renderRoot.querySelector<HTMLElement>('.areas')?.focus({ preventScroll: true });
  }

  /** Tells the page what the reader or the element did. */
  private emit(event: Event): void {
    this.dispatchEvent(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-map': GuatuMap;
  }
}
