import type { Diagnostic, Evaluation, IsoDate, Locale } from '@guatu/core';
import type { BoardSnapshot, BoardSources, BoardState } from './board.js';
import { NOTHING } from './board-content.js';
import type { BoardContent } from './board-content.js';
import { checkChange, fitState } from './check-state.js';
import type { FittedState } from './check-state.js';
import { fetchReaders } from './fetch-readers.js';
import { FIELD_NAMES, INITIAL_STATE, isFieldName, listChanging, writeFieldName } from './fields.js';
import { createFinding, describeFinding } from './findings.js';
import { startLoading } from './load-files.js';
import type { FetchBytes, Fetchers, FetchText, OpenTiles } from './load-files.js';
import { PaintingMaker } from './painting-maker.js';
import type { Paintings } from './painting-maker.js';
import type { ShareReading } from './read-sources.js';
import type { Stop } from './stop.js';

/** What can change on a board: a part of its state, what was read or that it is being read, what is wrong, or the ground of its picture. */
export type BoardPart = keyof BoardState | 'content' | 'loading' | 'diagnostics' | 'publication' | 'ground';

/** Hears of each change, and what it concerns. */
export type BoardListener = (snapshot: BoardSnapshot, changed: ReadonlySet<BoardPart>) => void;

export interface BoardOptions {
  /** Gets the text behind an address. Without it a board takes its files from memory only. */
  readonly fetchText?: FetchText;
  /** Gets the bytes behind an address. Without it a board takes board files from memory only. */
  readonly fetchBytes?: FetchBytes;
  /** Opens archives of vector tiles. Without it a board has none. */
  readonly openTiles?: OpenTiles;
  /** Lets the page show the outline before the figures are read. Without it nothing waits. */
  readonly pause?: () => Promise<void>;
  /** Shares what is read of texts with other boards. Without it every board reads its own. */
  readonly share?: ShareReading;
  /** What is chosen from the beginning. */
  readonly state?: Partial<BoardState>;
}

/** Evaluations kept, so that moving to and fro in time costs each date once. */
const KEPT_EVALUATIONS = 12;

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What the network did not bring: files, or a part of the script. */
const CUT: ReadonlySet<string> = new Set(['source-network', 'script-missing']);

/**
 * One store for all elements of a board: files go in by `load`, choices by `request`, and everything there is to know
 * comes out as an immutable `snapshot`. It knows no page: elements, scripts and tests use it alike.
 *
 * @example
 * const board = new Board();
 * await board.load({ plan: { data: plan }, areas: { name: 'areas.csv', text } });
 * board.subscribe(({ state, evaluation }) => console.log(state.asOf, evaluation?.rolloutTotals(0)));
 * board.request({ asOf: '2021-12-31', target: 'collective-income-5-2022' });
 */
export class Board {
  /**
   * Names the board to `Object.prototype.toString`. Frameworks that watch data by proxies (Vue's `ref` and `data()`, Alpine)
   * leave objects of an unknown kind as they are; a proxy could not reach what is private here.
   */
  readonly [Symbol.toStringTag] = 'GuatuBoard';

  readonly #fetchers: Fetchers;
  readonly #pause: () => Promise<void>;
  readonly #share: ShareReading;
  readonly #listeners = new Set<BoardListener>();
  readonly #evaluations = new Map<IsoDate, Evaluation>();
  readonly #reported = new Map<string, readonly Diagnostic[]>();
  #content = NOTHING;
  /** What was read last of files that all came. */
  #good: BoardContent | null = null;
  #wanted: BoardState = INITIAL_STATE;
  /** Whether somebody chose what the county is drawn as; else it is what has shapes. */
  #levelAsked = false;
  #refused: readonly Diagnostic[] = [];
  #publication: readonly Diagnostic[] = [];
  readonly #paintings = new PaintingMaker();
  /** What the picture stands on in place of the theme's ground. */
  #ground: string | null = null;
  #snapshot: BoardSnapshot;
  #loads = 0;
  /** Files are on their way. */
  #isLoading = false;

  constructor({ fetchText, fetchBytes, openTiles, pause, share, state }: BoardOptions = {}) {
    const fetchNothing = () =>
      Promise.resolve({ finding: 'source-network', reason: 'this board fetches nothing' } as const);
    this.#fetchers = {
      fetchText: fetchText ?? fetchNothing,
      fetchBytes: fetchBytes ?? fetchNothing,
      openTiles: openTiles ?? (() => Promise.reject(new Error('this board opens no tiles'))),
    };
    this.#pause = pause ?? (() => Promise.resolve());
    this.#share = share ?? ((_key, read) => read());
    const { change, findings } = checkChange(state ?? {});
    this.#wanted = { ...INITIAL_STATE, ...change };
    this.#levelAsked = change.level !== undefined;
    this.#refused = findings;
    this.#snapshot = this.#makeSnapshot(this.#fit());
  }

  /** What stands now. */
  get snapshot(): BoardSnapshot {
    return this.#snapshot;
  }

  /** The dates at which the board changes, ascending. */
  get stops(): readonly Stop[] {
    return this.#content.stops;
  }

  /** The date that is shown while nobody chose one: the last with reports, else the plan's last day; empty before. */
  get defaultDate(): IsoDate {
    return this.#chooseDate();
  }

  /**
   * Calls the listener after each change, until the returned function is called.
   *
   * @returns ends the subscription
   */
  subscribe(listener: BoardListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Asks for a change of state. What no board can have (no date, no such view) is left as it was and told among the
   * diagnostics; a target or area that is not there is shown as none until a file brings it.
   */
  request(asked: Partial<BoardState>): void {
    const { change, findings } = checkChange(asked);
    const changes = Object.entries(change).some(
      ([key, value]) => !isSame(value, this.#wanted[key as keyof BoardState]),
    );
    const again = new Set(Object.keys(asked).map((name) => (isFieldName(name) ? writeFieldName(name) : name)));
    const kept = this.#refused.filter(({ path }) => !again.has(path));
    const refuses = findings.length > 0 || kept.length !== this.#refused.length;
    if (!changes && !refuses && (change.level === undefined || this.#levelAsked)) return;
    if (change.level !== undefined) this.#levelAsked = true;
    this.#wanted = { ...this.#wanted, ...dropClasses(this.#wanted, change), ...change };
    this.#refused = [...kept, ...findings];
    this.#publish(...(refuses ? (['diagnostics'] as const) : []));
  }

  /**
   * Reads the files of a board, in place of those it had. Never rejects: what is wrong with a file is among the
   * diagnostics, and the rest is shown. What stood before stays until all are there, and where the network brings a file
   * no longer; where nothing stood, the roster is published as soon as it is read.
   *
   * @returns what stands when all of it is read, or when a later call has taken its place
   */
  async load(sources: BoardSources): Promise<BoardSnapshot> {
    const load = ++this.#loads;
    const isCurrent = (): boolean => load === this.#loads;
    this.#isLoading = true;
    if (this.#stands) {
      this.#good = this.#content;
      this.#publish('loading');
    } else this.#replace({ ...NOTHING, status: 'loading' });
    const files = startLoading(sources, this.#fetchers);
    const readers = fetchReaders(sources);
    const onRead = (content: BoardContent): void => {
      if (isCurrent() && !(content.status === 'loading' && this.#stands)) this.#replace(this.#keepGood(content));
    };
    try {
      const { readBoard, chooseReader } = await readers;
      await readBoard(files, chooseReader(files), { pause: this.#pause, share: this.#share, onRead });
    } catch (error) {
      // readers do not throw on data: a part of the script could not be fetched
      const reason = error instanceof Error ? error.message : String(error);
      onRead({ ...NOTHING, status: 'failed', findings: [createFinding('script-missing', 'guatu', { reason })] });
    }
    return this.#snapshot;
  }

  /** Any finding among the diagnostics as a sentence, with its place before it. */
  describe(finding: Diagnostic, locale: Locale = this.#wanted.locale): string {
    return describeFinding(finding, locale) ?? this.#content.describe?.(finding, locale) ?? finding.message;
  }

  /** Tells the board what ground its map stands on where the page chose one, `#rrggbb`: colours are mixed with it. */
  noteGround(ground: string | null): void {
    if (ground === this.#ground) return;
    this.#ground = ground;
    this.#publish('ground');
  }

  /** Tells the board what `checkPublication` found on its map. */
  notePublication(findings: readonly Diagnostic[]): void {
    if (isSame(findings, this.#publication)) return;
    this.#publication = findings;
    this.#publish('publication');
  }

  /** Adds a finding of whoever draws the board, or several, in place of those of the same code; `null` takes them back. */
  report(code: string, finding: Diagnostic | readonly Diagnostic[] | null): void {
    const found = finding === null ? [] : [finding].flat();
    if (found.length > 0) this.#reported.set(code, found);
    else if (!this.#reported.delete(code)) return;
    this.#publish('diagnostics');
  }

  /** What is read of files that the network did not bring is no reason to drop what stands: it is kept, and said to be. */
  #keepGood(content: BoardContent): BoardContent {
    const cut = content.findings.filter(({ code }) => CUT.has(code));
    if (content.status === 'loading' || cut.length === 0 || this.#good === null) return content;
    const own = this.#good.findings.filter(({ code }) => !CUT.has(code) && code !== 'board-kept');
    return { ...this.#good, findings: [...own, ...cut, createFinding('board-kept', '')] };
  }

  /** Whether something is shown that files on their way must not push off the page. */
  get #stands(): boolean {
    return this.#content.status === 'ready';
  }

  #replace(content: BoardContent): void {
    if (content.evaluate !== this.#content.evaluate) this.#evaluations.clear();
    this.#content = content;
    const wasLoading = this.#snapshot.isLoading;
    this.#isLoading = content.status === 'loading';
    this.#publish('content', 'diagnostics', ...(this.#isLoading === wasLoading ? [] : (['loading'] as const)));
  }

  #publish(...parts: readonly BoardPart[]): void {
    const { state: previous } = this.#snapshot;
    const fitted = this.#fit();
    const changed = new Set<BoardPart>(parts);
    for (const name of FIELD_NAMES) if (!isSame(fitted.state[name], previous[name])) changed.add(name);
    this.#snapshot = this.#makeSnapshot(fitted);
    if (changed.size === 0) return;
    for (const listener of Array.from(this.#listeners)) listener(this.#snapshot, changed);
  }

  /** What is wanted, as far as what was read knows it. What it does not know may be in the files that are on their way. */
  #fit(): FittedState {
    const { status, plan, roster, areaShapes } = this.#content;
    const fit = (state: BoardState): FittedState => fitState(state, status === 'ready' ? plan : null, roster);
    const wanted = { ...this.#wanted, asOf: this.#wanted.asOf || this.#chooseDate() };
    const known = fit(wanted);
    const waits = this.#isLoading && this.#stands && known.findings.length > 0;
    const fitted = waits ? { ...fit(keepKnown(known.state, wanted, this.#snapshot.state)), findings: [] } : known;
    return this.#levelAsked || !areaShapes?.level
      ? fitted
      : { ...fitted, state: { ...fitted.state, level: areaShapes.level } };
  }

  #makeSnapshot({ state, findings: unfitting }: FittedState): BoardSnapshot {
    const {
      status,
      plan,
      roster,
      dataset,
      areaShapes,
      join,
      missingShapes,
      findings,
      evaluate,
      layoutAreas,
      painters,
      placePainting,
      accounts,
    } = this.#content;
    const evaluateAt = this.#evaluate.bind(this);
    const evaluateNow = (): Evaluation | null =>
      evaluate && state.asOf !== '' ? this.#evaluate(evaluate, state.asOf) : null;
    const beside = [...findings, ...this.#refused, ...unfitting, ...[...this.#reported.values()].flat()];
    // before a date is known those of the end are missed
    const findMissing = () => (state.asOf === '' ? null : (missingShapes?.(state.asOf) ?? null));
    let diagnostics: readonly Diagnostic[] | undefined;
    const compare = (): Evaluation | null => {
      const { asOf, compareTo } = state;
      return evaluate && asOf !== '' && compareTo !== '' && compareTo !== asOf ? evaluateAt(evaluate, compareTo) : null;
    };
    const ground = this.#ground;
    let paintings: Paintings | null | undefined;
    const paint = (): Paintings | null => {
      const evaluation = evaluateNow();
      if (!painters || !roster || !evaluation) return null;
      return this.#paintings.make({ painters, roster, areaShapes, evaluation, compared: compare(), state, ground });
    };
    const paintOnce = (): Paintings | null => (paintings === undefined ? (paintings = paint()) : paintings);
    // frozen, for nobody is to change it, and no framework to watch every figure of it
    const snapshot: BoardSnapshot = Object.freeze({
      status,
      isLoading: this.#isLoading,
      plan,
      roster,
      dataset,
      areaShapes,
      get join() {
        const missing = findMissing();
        return join && missing ? { ...join, withoutShape: missing.codes } : join;
      },
      get evaluation() {
        return evaluateNow();
      },
      get compared() {
        return compare();
      },
      get diagnostics() {
        return (diagnostics ??= order([
          ...beside,
          ...(findMissing()?.diagnostics ?? []),
          ...(evaluateNow()?.diagnostics ?? []),
        ]));
      },
      layoutAreas,
      placePainting,
      accounts,
      publication: this.#publication,
      get painting() {
        return paintOnce()?.painting ?? null;
      },
      get besidePainting() {
        return paintOnce()?.beside ?? null;
      },
      state,
    });
    return snapshot;
  }

  #evaluate(evaluate: (asOf: IsoDate) => Evaluation, asOf: IsoDate): Evaluation {
    const known = this.#evaluations.get(asOf);
    if (known) return known;
    const fresh = evaluate(asOf);
    const [oldest] = this.#evaluations.keys();
    if (this.#evaluations.size >= KEPT_EVALUATIONS && oldest !== undefined) this.#evaluations.delete(oldest);
    this.#evaluations.set(asOf, fresh);
    return fresh;
  }

  /** The last date with reports; without any, the plan's last day. */
  #chooseDate(): IsoDate {
    return this.#content.stops.filter(({ reports }) => reports > 0).at(-1)?.date ?? this.#content.plan?.end ?? '';
  }
}

/** What is shown goes on being shown where what is wanted in its place is not known yet. */
function keepKnown(known: BoardState, wanted: BoardState, shown: BoardState): BoardState {
  const unknown = FIELD_NAMES.filter((name) => known[name] !== wanted[name]);
  return { ...wanted, ...Object.fromEntries(unknown.map((name) => [name, shown[name]])) };
}

/** What a legend's classes depend on. */
const CLASSED_BY = listChanging('classes');

/** Classes belong to one legend: with another one a filter keeps its batches only. */
function dropClasses(before: BoardState, change: Partial<BoardState>): Partial<BoardState> {
  const other = CLASSED_BY.some((key) => change[key] !== undefined && !isSame(change[key], before[key]));
  return other && before.filter.classes.length > 0 ? { filter: { ...before.filter, classes: [] } } : {};
}

/** Worst first, otherwise in the order found. */
function order(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Whether two parts of a state say the same; a filter is compared by its contents. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b));
}
