import type { Diagnostic } from '@guatu/core';
import type { Board } from '../../board/board-store.js';
import { createFinding, describeFault } from '../../board/findings.js';
import { DiagnosticEvent } from '../../events/diagnostic-event.js';
import { controlsOf } from '../../localize/controls.js';
import type { Controls } from '../../localize/controls.js';
import type { Scene } from '../../scene/scene.js';

export interface ProblemHost {
  readonly board: Board;
  readonly emit: (event: Event) => void;
  /** Something else is to be said. */
  readonly onChange: () => void;
}

/** What goes wrong while a map is drawn: said over the picture, reported to the board, told to the page. */
export class MapProblems {
  readonly #host: () => ProblemHost;
  #message = '';
  #isAsked = false;
  #fellBack = false;
  #told = false;
  readonly #said = new Map<string, string>();

  constructor(host: () => ProblemHost) {
    this.#host = host;
  }

  /** What became of a reader's wish, said over the picture; empty for nothing. */
  get message(): string {
    return this.#isAsked ? this.#message : '';
  }

  /** What became of a renderer, which nobody asked for: said where it moves no picture; empty for nothing. */
  get note(): string {
    return this.#isAsked ? '' : this.#message;
  }

  /** maplibre could not draw on this page. */
  get fellBack(): boolean {
    return this.#fellBack;
  }

  /** A reader's wish could not be fulfilled; `null` for one that was. */
  failWish(error: unknown): void {
    const { map, toolbar } = this.#controls;
    const reason = error instanceof Error ? error.message : String(error);
    if (error === null) this.#say(this.#fellBack ? map.fallback : '');
    else this.#say(toolbar.failed(reason), true);
    this.#report('export', error === null ? null : createFinding('export-failed', 'guatu-map', { reason }));
  }

  /** The drawing context is lost for now, or back: the picture stays, by other means. */
  interrupt(gone: boolean): void {
    const { map } = this.#controls;
    if (gone) this.#say(map.interrupted);
    else if (this.#message === map.interrupted) this.#say('');
    this.#report('interruption', gone ? createFinding('renderer-interrupted', 'maplibre') : null);
    if (gone) this.#emit();
  }

  /** maplibre cannot go on; the page's own picture does. */
  fallBack({ code, message }: { readonly code: string; readonly message: string }): void {
    this.#fellBack = true;
    this.#say(this.#controls.map.fallback);
    this.#report('interruption', null);
    this.#report('renderer', createFinding('renderer-fallback', 'maplibre', { reason: `${code}: ${message}` }));
    this.#emit();
  }

  /** Tiles that cannot be fetched leave holes, which must not look like areas without data. */
  missTile(name: string, error: unknown): void {
    const finding = describeFault(name, error);
    const { diagnostics } = this.#host().board.snapshot;
    if (diagnostics.some(({ code, path }) => code === finding.code && path === finding.path)) return;
    this.#report('tiles', finding);
    this.#emit();
  }

  /** What became of the base map; empty for no problem. */
  noteBasemap(problem: string): void {
    this.#report('basemap', problem === '' ? null : createFinding('basemap-failed', 'basemap', { reason: problem }));
  }

  /** As many class names of the page's own as there are classes. */
  noteLabels(scene: Scene | null): void {
    const {
      state: { classLabels },
      status,
    } = this.#host().board.snapshot;
    const { basis, classes } = scene?.legend ?? { basis: 'rollout', classes: [] };
    const ranged = status === 'ready' && basis !== 'rollout' && basis !== 'lights' && basis !== 'change';
    const differs = ranged && classLabels !== null && classLabels.length !== classes.length;
    this.#reportOnce(
      'class-labels-count',
      'class labels',
      differs ? { given: classLabels.length, classes: classes.length } : null,
    );
  }

  /** What the page's own words for a tip have come to; empty for no fault. */
  noteTip(fault: string): void {
    this.#reportOnce('tip-failed', 'tip', fault === '' ? null : { reason: fault });
  }

  /** Other files were read: what is wrong with them is told anew. */
  forget(): void {
    this.#told = false;
  }

  /** Tells the page what is wrong with the files, once they are read. */
  tell(): void {
    const { status, diagnostics } = this.#host().board.snapshot;
    if (this.#told || (status !== 'ready' && status !== 'failed')) return;
    this.#told = true;
    if (diagnostics.length > 0) this.#emit();
  }

  get #controls(): Controls {
    return controlsOf(this.#host().board.snapshot.state.locale);
  }

  #say(message: string, isAsked = false): void {
    this.#isAsked = isAsked;
    this.#message = message;
    this.#host().onChange();
  }

  #report(about: string, finding: Diagnostic | null): void {
    this.#host().board.report(about, finding);
  }

  /** For what is looked at after each update. */
  #reportOnce(
    code: 'class-labels-count' | 'tip-failed',
    path: string,
    params: Readonly<Record<string, string | number>> | null,
  ): void {
    const said = params === null ? '' : JSON.stringify(params);
    if (said === (this.#said.get(code) ?? '')) return;
    this.#said.set(code, said);
    this.#report(code, params && createFinding(code, path, params));
  }

  #emit(): void {
    const { board, emit } = this.#host();
    emit(new DiagnosticEvent(board.snapshot.diagnostics));
  }
}
