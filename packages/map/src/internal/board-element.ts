import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Locale } from '@guatu/core';
import type { BoardSnapshot, BoardState } from '../board/board.js';
import { INITIAL_STATE } from '../board/fields.js';
import type { Board, BoardPart } from '../board/board-store.js';
import { controlsOf } from '../localize/controls.js';
import type { Controls } from '../localize/controls.js';
import { THEMES } from '../scale/themes.js';
import type { Theme } from '../scale/themes.js';
import { BoardController } from './board-controller.js';
import { VERSION } from './version.js';

/** An element that explains or moves the board of a map. */
export abstract class BoardElement extends LitElement {
  /** Version of the package the class came with. */
  static readonly version: string = VERSION;

  /** Parts of the board whose changes do not concern the element. */
  protected static readonly ignores: ReadonlySet<BoardPart> = new Set<BoardPart>(['pointed', 'loading']);

  /** Id of the map whose board is shown. Without it: the map around the element, else the first beside it. */
  @property() for = '';

  readonly #controller = new BoardController(this, (this.constructor as typeof BoardElement).ignores);

  /** A board to show in place of a map's; `null` for the map's own. */
  @property({ attribute: false })
  get board(): Board | null {
    return this.#controller.board;
  }
  set board(board: Board | null) {
    this.#controller.board = board;
  }

  protected get snapshot(): BoardSnapshot | null {
    return this.#controller.snapshot;
  }

  protected get locale(): Locale {
    return this.#state.locale;
  }

  /** The element's own texts. */
  protected get controls(): Controls {
    return controlsOf(this.locale);
  }

  protected get theme(): Theme {
    return THEMES[this.#state.theme];
  }

  /** Classes of the outermost element: theme, size of type, contrast. */
  protected get baseClasses(): string {
    return writeBaseClasses(this.#state);
  }

  /** Says that figures are invented, where no map of the board does and no element before this one. */
  protected renderIllustrative(): TemplateResult | typeof nothing {
    const illustrative = this.snapshot?.plan?.illustrative?.[this.locale];
    if (illustrative === undefined || !this.#controller.bearsNotice) return nothing;
    return html`<p part="notice-illustrative" class="illustrative">${illustrative}</p>`;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#controller.settled;
    return super.getUpdateComplete();
  }

  /** Tells the page what the reader did. */
  protected emit(event: Event): void {
    this.dispatchEvent(event);
  }

  get #state(): BoardState {
    return this.snapshot?.state ?? INITIAL_STATE;
  }
}

/** Classes that dress an element's outermost box in what its board's state asks for. */
export function writeBaseClasses({
  theme,
  textSize,
  highContrast,
}: Pick<BoardState, 'theme' | 'textSize' | 'highContrast'>): string {
  return `base theme-${theme} size-${textSize}${highContrast ? ' contrast-high' : ''}`;
}
