import { writeInitials } from '../../localize/pinyin-initials.js';
import type { SceneShape } from '../../scene/scene.js';

/** Longest pause between two keys of one word, in milliseconds. */
const PAUSE = 900;

/** Collects what is typed and finds the area meant: by name, by pinyin initials, or by code. */
export class Typeahead {
  #typed = '';
  #last = Number.NEGATIVE_INFINITY;

  /**
   * Takes one more key.
   *
   * @param present the area to search on from; the same first letter again moves to the next one
   * @param now milliseconds, as an event's time stamp
   * @returns code of the area, or `undefined` where none is meant
   */
  type(
    key: string,
    {
      areas,
      present,
      now,
    }: { readonly areas: readonly SceneShape[]; readonly present: string | null; readonly now: number },
  ): string | undefined {
    const goesOn = now - this.#last < PAUSE;
    this.#last = now;
    this.#typed = (goesOn ? this.#typed : '') + key.toLowerCase();
    const typed = this.#typed;
    const repeated = typed === typed.charAt(0).repeat(typed.length) ? typed.charAt(0) : null;
    const start = Math.max(
      0,
      areas.findIndex(({ code }) => code === present),
    );
    const from = repeated === null ? start : start + 1;
    const ordered = [...areas.slice(from), ...areas.slice(0, from)];
    return (
      ordered.find((area) => matches(area, typed)) ??
      (repeated ? ordered.find((area) => matches(area, repeated)) : undefined)
    )?.code;
  }
}

function matches({ name, code }: SceneShape, typed: string): boolean {
  return (
    name.toLowerCase().startsWith(typed) ||
    writeInitials(name).startsWith(typed) ||
    code.startsWith(typed) ||
    (typed.length >= 3 && code.endsWith(typed))
  );
}
