import { writePlace } from '../diagnostic/row-place.js';

const PLACES: readonly (readonly [pattern: RegExp, lineOf: (digits: string) => number])[] = [
  [/^(.*):(\d{1,9})$/s, Number],
  [/^(.*)\[(\d{1,9})\]$/s, (digits) => -Number(digits) - 1],
];

/** A place in its two parts, as `writePlace` takes them: the whole of it and line 0 where it is no row of a file. */
export function splitPlace(place: string): readonly [name: string, line: number] {
  for (const [pattern, lineOf] of PLACES) {
    const [, name, digits] = pattern.exec(place) ?? [];
    if (name === undefined || digits === undefined) continue;
    const line = lineOf(digits);
    if (writePlace(name, line) === place) return [name, line];
  }
  return [place, 0];
}
