import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { IsoDate, Locale } from '@guatu/core';
import type { BoardSnapshot, BoardSources, BoardState, LevelsMode } from '../../board/board.js';
import type { Comparison, Filter, ShapeChoice, TileShape, View } from '../../scene/view.js';
import type { Board, BoardPart } from '../../board/board-store.js';
import { fieldOf, PROPERTY_NAMES } from '../../board/fields.js';
import type { PropertyName } from '../../board/fields.js';
import { nameOf, sortAddresses } from '../../board/load-files.js';
import { addHolder, announceHolders, removeHolder } from '../../internal/board-holders.js';
import { createBoard } from '../../internal/create-board.js';
import { VERSION } from '../../internal/version.js';
import type { BreakMethod } from '../../scale/break-methods.js';
import type { TextSize } from '../../scale/text-size.js';
import type { ThemeName } from '../../scale/themes.js';
import { field } from './field-property.js';

/** Properties that name files. */
const FILES = ['plan', 'areas', 'data', 'boundaries', 'crs', 'codeProperty', 'nameProperty'] as const;

/** A class without one of the fields that are properties does not compile. */
type Chosen = { [Name in PropertyName]: BoardState[Name] };

/**
 * The part of the map that has the board: addresses go in as attributes, everything that can be chosen is a property
 * of the element and a part of the board's state at once.
 */
export abstract class BoardHost extends LitElement implements Chosen {
  /** Version of the package the class came with. */
  static readonly version: string = VERSION;

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

  #board: Board = createBoard();
  #last: BoardState = this.#board.snapshot.state;
  /** What the page asked for, to be asked again of a board that takes this one's place. */
  #asked: Partial<BoardState> = {};
  #leave = (): void => undefined;

  /** Everything the elements of this map share. A page may give one of its own, made by `createBoard`. */
  @property({ attribute: false })
  get board(): Board {
    return this.#board;
  }
  set board(board: Board) {
    if (board === this.#board) return;
    this.#board = board;
    board.request(this.#asked);
    if (this.isConnected) this.#join();
    announceHolders();
  }

  /** The moment described, `2021-12-31`. Without it: the last date with reports. */
  @field
  get asOf(): IsoDate {
    return this.#chosen.asOf;
  }
  set asOf(asOf: IsoDate) {
    this.#choose('asOf', asOf);
  }

  /** Id of the target shown; `null` shows the rollout. */
  @field
  get target(): string | null {
    return this.#chosen.target;
  }
  set target(target: string | null) {
    this.#choose('target', target);
  }

  /** Id of a domain, shown while no target is chosen: the mean attainment of what it asks of each area. */
  @field
  get domain(): string | null {
    return this.#chosen.domain;
  }
  set domain(domain: string | null) {
    this.#choose('domain', domain);
  }

  /**
   * How figures are cut into classes: `auto` (the plan's thresholds, fifths for attainment), `equal`, `quantile`,
   * `natural`, or up to five lower bounds, `1,5,10`: in percent for attainment, else in the unit.
   */
  @field
  get breaks(): BreakMethod {
    return this.#chosen.breaks;
  }
  set breaks(breaks: BreakMethod | null) {
    this.#choose('breaks', breaks);
  }

  /** A second date to compare with, `2020-12-31`; without it nothing is compared. */
  @field
  get compareTo(): IsoDate {
    return this.#chosen.compareTo;
  }
  set compareTo(compareTo: IsoDate) {
    this.#choose('compareTo', compareTo);
  }

  /** Two pictures under one legend (`beside`), or one picture of what changed between the dates (`change`). */
  @field
  get comparison(): Comparison {
    return this.#chosen.comparison;
  }
  set comparison(comparison: Comparison | null) {
    this.#choose('comparison', comparison);
  }

  /** Both facts at once, or one of them: `both`, `rollout`, `attainment`, `figure` (in its unit) or `lights`. */
  @field
  get view(): View {
    return this.#chosen.view;
  }
  set view(view: View | null) {
    this.#choose('view', view);
  }

  /** What the whole county is drawn as, one area each: `village` or `township`. */
  @field
  get level(): 'township' | 'village' {
    return this.#chosen.level;
  }
  set level(level: 'township' | 'village' | null) {
    this.#choose('level', level);
  }

  /** Code of the township whose villages are drawn alone; `null` for the whole county. */
  @field
  get within(): string | null {
    return this.#chosen.within;
  }
  set within(within: string | null) {
    this.#choose('within', within);
  }

  /**
   * How one gets from the county to its villages: `drill`, by descending into a township; `zoom`, by zooming, where the
   * map shows boundaries (else as `drill`); `fixed`, only by `level` and `within`.
   */
  @field
  get levels(): LevelsMode {
    return this.#chosen.levels;
  }
  set levels(levels: LevelsMode | null) {
    this.#choose('levels', levels);
  }

  /** `auto`: shapes where there are any, else tiles. `tiles`: tiles always, placed by the shapes there are. */
  @field
  get shapes(): ShapeChoice {
    return this.#chosen.shapes;
  }
  set shapes(shapes: ShapeChoice | null) {
    this.#choose('shapes', shapes);
  }

  /** What an area without a shape looks like: `square` or `hexagon`. */
  @field
  get tiles(): TileShape {
    return this.#chosen.tiles;
  }
  set tiles(tiles: TileShape | null) {
    this.#choose('tiles', tiles);
  }

  /** Code of the selected area. */
  @field
  get selected(): string | null {
    return this.#chosen.selected;
  }
  set selected(selected: string | null) {
    this.#choose('selected', selected);
  }

  /** Language of all texts: `zh` or `en`. */
  @field
  get locale(): Locale {
    return this.#chosen.locale;
  }
  set locale(locale: Locale) {
    this.#choose('locale', locale);
  }

  /** Colours: `light`, `dark`, `government-red` or `big-screen`. */
  @field
  get theme(): ThemeName {
    return this.#chosen.theme;
  }
  set theme(theme: ThemeName | null) {
    this.#choose('theme', theme);
  }

  /** Smallest type: 12 pixels (`standard`), 16 (`large`), or 24 on a wall that is read from afar (`wall`). */
  @field
  get textSize(): TextSize {
    return this.#chosen.textSize;
  }
  set textSize(textSize: TextSize | null) {
    this.#choose('textSize', textSize);
  }

  /** Firmer edges and darker small print. */
  @field
  get highContrast(): boolean {
    return this.#chosen.highContrast;
  }
  set highContrast(highContrast: boolean) {
    this.#choose('highContrast', highContrast);
  }

  /** Cells of the legend that are left; what is outside is drawn faint. */
  @field
  get filter(): Filter {
    return this.#chosen.filter;
  }
  set filter(filter: Filter | null) {
    this.#choose('filter', filter);
  }

  /**
   * Colours of the classes in place of the theme's, `['#fff4e0', '#b3541e']`: two to twelve, lowest class first, mixed
   * where there are more classes. What is hard to read in them is among the diagnostics.
   */
  @field
  get ramp(): readonly string[] | null {
    return this.#chosen.ramp;
  }
  set ramp(ramp: readonly string[] | null) {
    this.#choose('ramp', ramp);
  }

  /** Names of the classes in place of their ranges, lowest first, one for each class: `['low', 'middle', 'high']`. */
  @field
  get classLabels(): readonly string[] | null {
    return this.#chosen.classLabels;
  }
  set classLabels(labels: readonly string[] | null) {
    this.#choose('classLabels', labels);
  }

  /** Reads all files again from their addresses. */
  async reload(): Promise<BoardSnapshot> {
    const { sources, findings } = sortAddresses(split(this.data));
    const wanted: BoardSources = {
      ...sources,
      ...(this.plan !== '' && { plan: this.plan }),
      ...(this.areas !== '' && { areas: split(this.areas) }),
      ...(this.boundaries !== '' && { boundaries: this.boundaries }),
      ...(this.crs !== '' && { crs: this.crs }),
      ...(this.codeProperty !== '' && { codeProperty: this.codeProperty }),
      ...(this.nameProperty !== '' && { nameProperty: this.nameProperty }),
    };
    this.#board.report('source-name', findings);
    return this.#board.load(wanted);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#join();
    addHolder(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    removeHolder(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const given = this.plan !== '' || this.areas !== '' || this.data !== '';
    if (given && FILES.some((name) => changed.has(name))) void this.reload();
  }

  /** Lit reflects every property before the first picture, and takes away a default that the page has written out. */
  protected override update(changed: PropertyValues<this>): void {
    const written = this.hasUpdated
      ? []
      : this.getAttributeNames().map((name) => [name, this.getAttribute(name) ?? ''] as const);
    super.update(changed);
    for (const [name, value] of written) if (!this.hasAttribute(name)) this.setAttribute(name, value);
  }

  /** Names of the files that are being read. */
  protected get fileNames(): readonly string[] {
    return [this.plan, ...split(this.areas), ...split(this.data)].filter((address) => address !== '').map(nameOf);
  }

  /** What of the board has changed concerns the element. */
  protected hear(_changed: ReadonlySet<BoardPart>): void {
    this.requestUpdate();
  }

  /** Tells the page what the reader or the element did. */
  protected emit(event: Event): void {
    this.dispatchEvent(event);
  }

  get #chosen(): BoardState {
    return this.#board.snapshot.state;
  }

  /** What is nothing to a property is the field's initial value. */
  #choose<Name extends PropertyName>(name: Name, value: BoardState[Name] | null): void {
    const { initial } = fieldOf(name);
    const isNothing = value === null || (value === '' && initial === null);
    const change = { [name]: isNothing ? initial : value } as Partial<BoardState>;
    this.#asked = { ...this.#asked, ...change };
    this.#board.request(change);
  }

  #join(): void {
    this.#leave();
    this.#leave = this.#board.subscribe((_snapshot, changed) => {
      this.#reflect();
      this.hear(changed);
    });
    this.#reflect();
    this.requestUpdate();
  }

  /** Lets attributes say what the board says, whoever asked for it. */
  #reflect(): void {
    const last = this.#last;
    this.#last = this.#board.snapshot.state;
    // the date that nobody chose is shown, and no attribute either
    const isDefaultDate = this.#last.asOf === this.#board.defaultDate && !this.hasAttribute('as-of');
    for (const name of PROPERTY_NAMES) {
      if (name === 'asOf' && isDefaultDate) this.requestUpdate(name, last[name], { reflect: false });
      else this.requestUpdate(name, last[name]);
    }
  }
}

function split(addresses: string): readonly string[] {
  return addresses.split(/\s+/).filter((address) => address !== '');
}
