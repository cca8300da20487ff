import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Evaluation } from '@guatu/core';
import type { TargetStanding } from '../board/tally-targets.js';
import { finishStandings, readStandings } from './standings.js';

/** Keeps an element at the standings of all targets; while new ones are worked out it shows the last ones. */
export class StandingsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #of: Evaluation | null = null;
  #leave = (): void => undefined;
  #standings: readonly TargetStanding[] = [];
  #complete = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether `read` gave the standings of the evaluation it was given. */
  get complete(): boolean {
    return this.#complete;
  }

  /** The standings to show now. The element is updated when those of this evaluation are there. */
  read(evaluation: Evaluation | null): readonly TargetStanding[] {
    if (evaluation === this.#of) return this.#standings;
    this.#leave();
    const samePlan = evaluation?.plan === this.#of?.plan;
    this.#of = evaluation;
    if (!samePlan) this.#standings = [];
    this.#complete = false;
    if (evaluation) this.#start(evaluation);
    return this.#standings;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#finish);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#finish);
    this.#leave();
    this.#of = null;
  }

  readonly #finish = (): void => {
    if (this.#of) finishStandings(this.#of);
  };

  #start(evaluation: Evaluation): void {
    const { standings, complete, leave } = readStandings(evaluation, () => {
      this.#standings = standings;
      this.#complete = true;
      this.#host.requestUpdate();
    });
    this.#leave = leave;
    this.#complete = complete;
    if (complete) this.#standings = standings;
  }
}
