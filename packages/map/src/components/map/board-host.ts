import { LitElement } from 'lit';
import type { ComplexAttributeConverter, PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { IsoDate, Locale } from '@guatu/core';
import { NO_FILTER } from '../../board/board.js';
import type { BoardSnapshot, BoardSources, BoardState, LevelsMode } from '../../board/board.js';
import type { Comparison, Filter, ShapeChoice, TileShape, View } from '../../scene/view.js';
import type { Board, BoardPart } from '../../board/board-store.js';
import { readBreaks } from '../../board/check-state.js';
import { nameOf, sortAddresses } from '../../board/load-files.js';
import { addHolder, announceHolders, removeHolder } from '../../internal/board-holders.js';
import { createBoard } from '../../internal/create-board.js';
import { VERSION } from '../../internal/version.js';
import type { BreakMethod } from '../../scale/break-methods.js';
import type { TextSize } from '../../scale/text-size.js';
import type { ThemeName } from '../../scale/themes.js';

const SHOWN_STATE = ['asOf', 'target', 'domain', 'breaks', 'compareTo', 'comparison', 'view', 'level', 'within', 'levels', 'selected', 'locale', 'theme', 'textSize', 'highContrast', 'filter', 'shapes', 'tiles'] as const;

/** Properties that name files. */
const FILES = ['plan', 'areas', 'data', 'boundaries', 'crs', 'codeProperty', 'nameProperty'] as const;

/**
 * A text as an attribute; what is so without one has none. Reflected defaults would be attributes that no server wrote,
 * found by a framework that takes up its markup.
 */
function textOr<Default extends string>(none: Default): ComplexAttributeConverter<string> {
  return { fromAttribute: (value) => value ?? none, toAttribute: (value) => (value === none ? null : value) };
}

/** `auto` is no attribute; a list of bounds is written `1,5,10`. The board refuses what it cannot read. */
const breakMethod: ComplexAttributeConverter<unknown> = {
  fromAttribute: (value) => (value === null ? 'auto' : (readBreaks(value) ?? value)),
  toAttribute: (value) => (value === 'auto' ? null : String(value)),
};

/** `zh-CN` is Chinese, `en-GB` English; anything else is told to be neither. Chinese is no attribute. */
const language: ComplexAttributeConverter<string> = {
  fromAttribute: (value) => /^(zh|en)(?=-|$)/i.exec(value ?? 'zh')?.[0].toLowerCase() ?? value ?? 'zh',
  toAttribute: (value) => (value === 'zh' ? null : value),
};

/**
 * The part of the map that has the board: addresses go in as attributes, everything that can be chosen is a property
 * of the element and a part of the board's state at once.
 */
export abstract class BoardHost extends LitElement {
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
  @property({ attribute: 'as-of', reflect: true, converter: textOr('') })
  get asOf(): IsoDate {
    return this.#board.snapshot.state.asOf;
  }
  set asOf(asOf: IsoDate) {
    this.#ask({ asOf });
  }

  /** Id of the target shown; `null` shows the rollout. */
  @property({ reflect: true })
  get target(): string | null {
    return this.#board.snapshot.state.target;
  }
  set target(target: string | null) {
    this.#ask({ target: target === '' ? null : target });
  }

  /** Id of a domain, shown while no target is chosen: the mean attainment of what it asks of each area. */
  @property({ reflect: true })
  get domain(): string | null {
    return this.#board.snapshot.state.domain;
  }
  set domain(domain: string | null) {
    this.#ask({ domain: domain === '' ? null : domain });
  }

  /**
   * How figures are cut into classes: `auto` (the plan's thresholds, fifths for attainment), `equal`, `quantile`,
   * `natural`, or up to five lower bounds, `1,5,10`: in percent for attainment, else in the unit.
   */
  @property({ reflect: true, converter: breakMethod })
  get breaks(): BreakMethod {
    return this.#board.snapshot.state.breaks;
  }
  set breaks(breaks: BreakMethod | null) {
    this.#ask({ breaks: breaks ?? 'auto' });
  }

  /** A second date to compare with, `2020-12-31`; without it nothing is compared. */
  @property({ attribute: 'compare-to', reflect: true, converter: textOr('') })
  get compareTo(): IsoDate {
    return this.#board.snapshot.state.compareTo;
  }
  set compareTo(compareTo: IsoDate) {
    this.#ask({ compareTo });
  }

  /** Two pictures under one legend (`beside`), or one picture of what changed between the dates (`change`). */
  @property({ reflect: true, converter: textOr('beside') })
  get comparison(): Comparison {
    return this.#board.snapshot.state.comparison;
  }
  set comparison(comparison: Comparison | null) {
    this.#ask({ comparison: comparison ?? 'beside' });
  }

  /** Both facts at once, or one of them: `both`, `rollout`, `attainment`, `figure` (in its unit) or `lights`. */
  @property({ reflect: true, converter: textOr('both') })
  get view(): View {
    return this.#board.snapshot.state.view;
  }
  set view(view: View | null) {
    this.#ask({ view: view ?? 'both' });
  }

  /** What the whole county is drawn as, one area each: `village` or `township`. */
  @property({ reflect: true, converter: textOr('village') })
  get level(): 'township' | 'village' {
    return this.#board.snapshot.state.level;
  }
  set level(level: 'township' | 'village' | null) {
    this.#ask({ level: level ?? 'village' });
  }

  /** Code of the township whose villages are drawn alone; `null` for the whole county. */
  @property({ reflect: true })
  get within(): string | null {
    return this.#board.snapshot.state.within;
  }
  set within(within: string | null) {
    this.#ask({ within: within === '' ? null : within });
  }

  /**
   * How one gets from the county to its villages: `drill`, by descending into a township; `zoom`, by zooming, where the
   * map shows boundaries (else as `drill`); `fixed`, only by `level` and `within`.
   */
  @property({ reflect: true, converter: textOr('drill') })
  get levels(): LevelsMode {
    return this.#board.snapshot.state.levels;
  }
  set levels(levels: LevelsMode | null) {
    this.#ask({ levels: levels ?? 'drill' });
  }

  /** `auto`: shapes where there are any, else tiles. `tiles`: tiles always, placed by the shapes there are. */
  @property({ reflect: true, converter: textOr('auto') })
  get shapes(): ShapeChoice {
    return this.#board.snapshot.state.shapes;
  }
  set shapes(shapes: ShapeChoice | null) {
    this.#ask({ shapes: shapes ?? 'auto' });
  }

  /** What an area without a shape looks like: `square` or `hexagon`. */
  @property({ reflect: true, converter: textOr('square') })
  get tiles(): TileShape {
    return this.#board.snapshot.state.tiles;
  }
  set tiles(tiles: TileShape | null) {
    this.#ask({ tiles: tiles ?? 'square' });
  }

  /** Code of the selected area. */
  @property({ reflect: true })
  get selected(): string | null {
    return this.#board.snapshot.state.selected;
  }
  set selected(selected: string | null) {
    this.#ask({ selected: selected === '' ? null : selected });
  }

  /** Language of all texts: `zh` or `en`. */
  @property({ reflect: true, converter: language })
  get locale(): Locale {
    return this.#board.snapshot.state.locale;
  }
  set locale(locale: Locale) {
    this.#ask({ locale });
  }

  /** Colours: `light`, `dark`, `government-red` or `big-screen`. */
  @property({ reflect: true, converter: textOr('light') })
  get theme(): ThemeName {
    return this.#board.snapshot.state.theme;
  }
  set theme(theme: ThemeName | null) {
    this.#ask({ theme: theme ?? 'light' });
  }

  /** Smallest type: 12 pixels (`standard`), 16 (`large`), or 24 on a wall that is read from afar (`wall`). */
  @property({ attribute: 'text-size', reflect: true, converter: textOr('standard') })
  get textSize(): TextSize {
    return this.#board.snapshot.state.textSize;
  }
  set textSize(textSize: TextSize | null) {
    this.#ask({ textSize: textSize ?? 'standard' });
  }

  /** Firmer edges and darker small print. */
  @property({ attribute: 'high-contrast', type: Boolean, reflect: true })
  get highContrast(): boolean {
    return this.#board.snapshot.state.highContrast;
  }
  set highContrast(highContrast: boolean) {
    this.#ask({ highContrast });
  }

  /** Cells of the legend that are left; what is outside is drawn faint. */
  @property({ attribute: false })
  get filter(): Filter {
    return this.#board.snapshot.state.filter;
  }
  set filter(filter: Filter | null) {
    this.#ask({ filter: filter ?? NO_FILTER });
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
    const written = this.hasUpdated ? [] : this.getAttributeNames().map((name) => [name, this.getAttribute(name) ?? ''] as const);
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

  #ask(change: Partial<BoardState>): void {
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
    for (const name of SHOWN_STATE) {
      if (name === 'asOf' && isDefaultDate) this.requestUpdate(name, last[name], { reflect: false });
      else this.requestUpdate(name, last[name]);
    }
  }
}

function split(addresses: string): readonly string[] {
  return addresses.split(/\s+/).filter((address) => address !== '');
}
