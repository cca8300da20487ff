import { nothing, render } from 'lit';
import { afterFrame, dropAfterFrame } from '../../internal/after-frame.js';
import { renderOptions } from './area-options.js';
import type { OptionsState } from './area-options.js';

/**
 * The areas as keys and screen readers walk them. Their words follow the picture: they are written after the frame it is
 * in, and at once where the keyboard stands on another area or other areas are drawn.
 */
export class AreaList {
  #box: HTMLElement | null = null;
  #wanted: OptionsState | null = null;
  #written: OptionsState | null = null;

  /** @param box where they are listed; `null` where nothing is drawn */
  show(box: HTMLElement | null, wanted: OptionsState | null): void {
    if (box !== this.#box) this.#written = null;
    this.#box = box;
    this.#wanted = wanted;
    if (!box || isSame(wanted, this.#written)) return;
    if (this.#waits(wanted)) afterFrame(this.#write);
    else this.#write();
  }

  /** The element has left the document. */
  drop(): void {
    dropAfterFrame(this.#write);
  }

  /** Whether what is written still leads a key to where it should go. */
  #waits(wanted: OptionsState | null): boolean {
    const written = this.#written;
    if (!wanted || !written) return wanted?.present == null;
    return wanted.present === written.present && wanted.scene.layout === written.scene.layout;
  }

  readonly #write = (): void => {
    dropAfterFrame(this.#write);
    const wanted = this.#wanted;
    if (!this.#box || isSame(wanted, this.#written)) return;
    this.#written = wanted;
    render(wanted ? renderOptions(wanted) : nothing, this.#box);
  };
}

function isSame(a: OptionsState | null, b: OptionsState | null): boolean {
  if (!a || !b) return a === b;
  return a.scene === b.scene && a.roster === b.roster && a.present === b.present && a.selected === b.selected;
}
