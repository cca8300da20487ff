import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edit } from './mutant.js';

/** Where something is declared at the top of a file, up to the next declaration. */
interface Declaration {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

const DECLARED = /^(?:export )?(?:async )?(?:function\*?|const|class) (\w+)/gm;

/** The sources of a package and what each of their files declares. */
export class Symbols {
  readonly #texts = new Map<string, string>();
  readonly #declared = new Map<string, Declaration[]>();

  /** Reads all sources below a folder, tests apart. */
  static async read(folder: string): Promise<Symbols> {
    const symbols = new Symbols();
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
      symbols.#add(join(folder, name));
    }
    return symbols;
  }

  #add(file: string): void {
    const text = readFileSync(file, 'utf8');
    this.#texts.set(file, text);
    const found = [...text.matchAll(DECLARED)];
    for (const [index, { 1: name = '', index: start }] of found.entries()) {
      const end = found[index + 1]?.index ?? text.length;
      this.#declared.set(name, [...(this.#declared.get(name) ?? []), { file, start, end }]);
    }
  }

  /**
   * Makes edits, each where it says.
   *
   * @returns the files that are changed, as they then are
   * @throws Error when the text of an edit is not found exactly once in what its symbol declares
   */
  apply(edits: readonly Edit[]): ReadonlyMap<string, string> {
    const changed = new Map<string, string>();
    for (const edit of edits) {
      const { file, start, end } = this.locate(edit);
      const text = changed.get(file) ?? this.#texts.get(file) ?? '';
      // an edit before it may have moved the place: its own text is looked for again, in all that follows its symbol
      const place = changed.has(file) ? findOnce(text, edit) : { start, end };
      changed.set(file, text.slice(0, place.start) + withoutComma(edit.replace) + text.slice(place.end));
    }
    return changed;
  }

  /** The one place an edit speaks of. @throws Error when there is none, or more than one */
  locate(edit: Edit): Declaration {
    const declared = this.#declared.get(edit.symbol) ?? [];
    if (declared.length === 0) throw new Error(`nothing is declared as ${edit.symbol}`);
    const places = declared.flatMap(({ file, start, end }) =>
      findAll(this.#texts.get(file)?.slice(start, end) ?? '', edit.find).map((place) => ({
        file,
        start: start + place.start,
        end: start + place.end,
      })),
    );
    const [place] = places;
    if (place && places.length === 1) return place;
    throw new Error(
      `${edit.symbol}: expected the text to replace once, found it ${places.length} times:\n${edit.find}`,
    );
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function findOnce(text: string, edit: Edit): Span {
  const [place, ...more] = findAll(text, edit.find);
  if (place && more.length === 0) return place;
  throw new Error(`${edit.symbol}: edits of one file are in each other's way:\n${edit.find}`);
}

/** All places of a text in another, whatever white space stands in either and commas after a last item. */
function findAll(text: string, find: string): readonly Span[] {
  const { bare, origin } = strip(text);
  const wanted = strip(withoutComma(find)).bare;
  const places: Span[] = [];
  for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
    places.push({ start: origin[at] ?? 0, end: (origin[at + wanted.length - 1] ?? 0) + 1 });
  }
  return places;
}

/** What stands last in a list has no comma, or one, as it is broken into lines. */
function withoutComma(text: string): string {
  return text.replace(/,\s*$/, '');
}

/** A text without white space and without commas before a closing bracket, and where each character was. */
function strip(text: string): { readonly bare: string; readonly origin: readonly number[] } {
  const origin: number[] = [];
  let bare = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/\s/.test(character) || (character === ',' && /^\s*[)\]}]/.test(text.slice(at + 1, at + 200)))) continue;
    bare += character;
    origin.push(at);
  }
  return { bare, origin };
}
