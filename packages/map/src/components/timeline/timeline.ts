import { html, nothing, svg } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { findStop, labelStop } from '../../board/stop.js';
import type { Stop } from '../../board/stop.js';
import { markCohorts } from '../../board/account-area.js';
import type { IsoDate } from '@guatu/core';
import { writeDate } from '@guatu/core/words';
import type { Comparison } from '../../scene/view.js';
import { AsOfChangeEvent } from '../../events/as-of-change-event.js';
import { CompareChangeEvent } from '../../events/compare-change-event.js';
import { BoardElement } from '../../internal/board-element.js';
import { WidthController } from '../../internal/width-controller.js';
import { TEXT_SCALE } from '../../scale/text-size.js';
import { measureText } from '../../scene/text-width.js';
import { themeStyles } from '../../styles/theme.styles.js';
import { renderCompare } from './compare.js';
import { thinLabels } from './thin-labels.js';
import { timelineStyles } from './timeline.styles.js';

/** Time at each stop while playing, in milliseconds. */
const STEP = 1400;

/** Width of the button with the gap beside it, in CSS pixels. */
const PLAY_WIDTH = 44;

/** Below this width of a stop its longer notes are left out, in CSS pixels. */
const ROOM_FOR_NOTES = 72;

/** How far each key moves. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 2,
  PageDown: -2,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Moves a board through its plan: a slider that stops only where something changes, and a button that plays.
 *
 * @summary The dates of a plan as a slider that plays.
 * @tagname guatu-timeline
 *
 * @fires {AsOfChangeEvent} guatu-as-of-change - The reader moved the board to another date, or it played on.
 * @fires {CompareChangeEvent} guatu-compare-change - The reader chose a second date, or how the two are shown.
 *
 * @csspart base - The outermost box.
 * @csspart notice-illustrative - That figures are invented, where no map of the board says so.
 * @csspart compare - The choice of a second date.
 * @csspart play - The button that plays and pauses.
 * @csspart track - The slider.
 * @csspart stop - One date.
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
export class GuatuTimeline extends BoardElement {
  static override styles: CSSResultGroup = [...themeStyles, timelineStyles];

  @state() private playing = false;

  @query('.track') private readonly track!: HTMLElement | null;

  private readonly onVisibility = (): void => {
    if (document.hidden) this.pause();
  };

  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly ruler = new WidthController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.onVisibility);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.pause();
  }

  /**
   * Moves on by itself, from the first date when it stands at the last, until the page is hidden. A reader who asked for
   * less motion is taken one date further and no more.
   */
  play(): void {
    if (this.playing || this.stops.length < 2) return;
    this.go(this.present === this.stops.length - 1 ? 0 : this.present + 1);
    if (prefersStillness()) return;
    this.playing = true;
    this.timer = setInterval(() => {
      if (this.present >= this.stops.length - 1) this.pause();
      else this.go(this.present + 1);
    }, STEP);
  }

  /** Stays where it is. */
  pause(): void {
    clearInterval(this.timer);
    this.playing = false;
  }

  protected override render(): TemplateResult {
    const { stops, controls, present, locale, snapshot } = this;
    if (stops.length === 0)
      return html`<div part="base" class=${this.baseClasses}><p class="quiet">${this.snapshot?.plan ? controls.timeline.none : nothing}</p></div>`;
    const labels = stops.map(({ date, quarter }) => labelStop(date, locale, quarter));
    const scale = TEXT_SCALE[this.snapshot?.state.textSize ?? 'standard'];
    const room = (this.ruler.width - PLAY_WIDTH * scale) / stops.length;
    const label = Math.max(...labels.map((text) => measureText(text, 13 * scale))) + 4;
    const labelled = thinLabels(stops.length, present, { room, label });
    const play = this.playing
      ? controls.timeline.pause
      : prefersStillness()
        ? controls.timeline.next
        : controls.timeline.play;
    return html`<div part="base" class=${this.baseClasses}>
      ${this.renderIllustrative()}
      <div class="ruler"></div>
      <div class="bar">
        <button part="play" class="play no-print" aria-label=${play} @click=${() => (this.playing ? this.pause() : this.play())}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
            ${this.playing ? svg`<path d="M4 3h3v10H4zM9 3h3v10H9z"></path>` : svg`<path d="M5 2.5v11l8.5-5.5z"></path>`}
          </svg>
        </button>
        <div
          part="track"
          class=${room < ROOM_FOR_NOTES * scale ? 'track is-narrow' : 'track'}
          role="slider"
          tabindex="0"
          aria-label=${controls.timeline.name}
          aria-valuemin="0"
          aria-valuemax=${stops.length - 1}
          aria-valuenow=${present}
          aria-valuetext=${this.describe(stops[present])}
          @keydown=${(event: KeyboardEvent) => this.onKey(event)}
          @pointerdown=${(event: PointerEvent) => this.onPointer(event)}
          @pointermove=${(event: PointerEvent) => this.onDrag(event)}
        >
          ${stops.map((stop, index) => this.renderStop(stop, { index, label: labels[index] ?? '', labelled: labelled[index] ?? true }))}
        </div>
      </div>
      ${
        snapshot && stops.length > 1
          ? renderCompare({
              stops,
              state: snapshot.state,
              locale,
              onChoose: (compareTo, comparison) => this.compare(compareTo, comparison),
            })
          : nothing
      }
    </div>`;
  }

  private renderStop(
    stop: Stop,
    { index, label, labelled }: { index: number; label: string; labelled: boolean },
  ): TemplateResult {
    const { timeline } = this.controls;
    const compared = stop.date === this.snapshot?.state.compareTo ? ' is-compared' : '';
    const place = index < this.present ? ' is-past' : index === this.present ? ' is-present' : '';
    const batches = stop.batches.map((cohort) => timeline.batch(this.marks.get(cohort) ?? cohort)).join(' ');
    return html`<div part="stop" class=${`stop${place}${compared}${labelled ? '' : ' is-unlabelled'}`}>
      <span class="dot"></span>
      <span class="label">${label}</span>
      ${batches === '' ? nothing : html`<span class="note">${batches}</span>`}
      ${stop.due.length === 0 ? nothing : html`<span class="note is-long">${timeline.due(stop.due.length)}</span>`}
    </div>`;
  }

  private compare(compareTo: IsoDate, comparison: Comparison): void {
    this.pause();
    this.board?.request({ compareTo, comparison });
    this.emit(new CompareChangeEvent(compareTo, comparison));
  }

  private get stops(): readonly Stop[] {
    return this.board?.stops ?? [];
  }

  private get present(): number {
    return findStop(this.stops, this.snapshot?.state.asOf ?? '');
  }

  private get marks(): ReadonlyMap<string, string> {
    const evaluation = this.snapshot?.evaluation;
    return evaluation ? markCohorts(evaluation) : new Map<string, string>();
  }

  /** All that a stop says, for screen readers: its date, batches that begin, starts, targets due, reports. */
  private describe(stop: Stop | undefined): string {
    if (!stop) return '';
    const { timeline } = this.controls;
    const { date, batches, starts, due, reports } = stop;
    const [first, ...rest] = [
      writeDate(date, this.locale),
      ...batches.map((cohort) => timeline.batchLong(this.marks.get(cohort) ?? '', cohort)),
    ];
    const counts = [
      starts > 0 ? timeline.starts(starts) : '',
      due.length > 0 ? timeline.due(due.length) : '',
      reports > 0 ? timeline.reports(reports) : '',
    ];
    return [first, ...rest, ...counts].filter((part) => part !== '').join(this.locale === 'zh' ? '，' : ', ');
  }

  private go(index: number): void {
    const { stops } = this;
    const stop = stops[Math.max(0, Math.min(stops.length - 1, index))];
    if (!stop || stop.date === this.snapshot?.state.asOf) return;
    this.board?.request({ asOf: stop.date });
    this.emit(new AsOfChangeEvent(stop.date));
  }

  private onKey(event: KeyboardEvent): void {
    const step = KEYS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.pause();
    this.go(this.present + step);
  }

  private onPointer(event: PointerEvent): void {
    if (event.button !== 0 || !this.track) return;
    this.pause();
    this.track.setPointerCapture(event.pointerId);
    this.go(this.indexAt(event.clientX));
  }

  private onDrag(event: PointerEvent): void {
    if (this.track?.hasPointerCapture(event.pointerId)) this.go(this.indexAt(event.clientX));
  }

  private indexAt(x: number): number {
    const box = this.track?.getBoundingClientRect();
    if (!box || box.width === 0) return this.present;
    return Math.floor(((x - box.left) / box.width) * this.stops.length);
  }
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

declare global {
  interface HTMLElementTagNameMap {
    'guatu-timeline': GuatuTimeline;
  }
}
