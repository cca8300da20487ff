/** One feature of a collection, as it stands in the file. */
export interface SplitFeature {
  /** Position in the collection. */
  readonly index: number;
  readonly text: string;
}

/** What is left of a file without its features. */
export interface SplitRest {
  /** The file came to its end: every bracket was closed. */
  readonly complete: boolean;
  readonly text: string;
  /** How many features there were; `null` where the file is no collection. */
  readonly features: number | null;
}

const [QUOTE, BACKSLASH, COLON, COMMA, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = Buffer.from('"\\:,{}[]');

/** Longest key that is looked at. */
const MOST_LETTERS = 32;

/**
 * Takes a GeoJSON feature collection apart while it is being read, so that a file needs no more memory than its largest
 * feature. Whatever stands beside `features`, and a file that is no collection, is kept as a whole.
 *
 * It only finds where features begin and end; whether they are JSON is seen when they are parsed.
 *
 * @example
 * const splitter = new FeatureSplitter();
 * for await (const chunk of createReadStream(path)) for (const { text } of splitter.push(chunk)) JSON.parse(text);
 * const { complete, text } = splitter.end();
 */
export class FeatureSplitter {
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** The last text at the top of the file, and the last key made of one. */
  #letters: number[] = [];
  #key = '';
  #listing = false;
  #listed = false;
  #count = 0;
  /** The present feature, and what is no feature, as far as it was in earlier chunks. */
  readonly #feature: Buffer[] = [];
  readonly #rest: Buffer[] = [];

  /** @returns the features that ended in this chunk */
  push(chunk: Buffer): readonly SplitFeature[] {
    const found: SplitFeature[] = [];
    let from = 0;
    const endFeature = (at: number): void => {
      this.#feature.push(chunk.subarray(from, at));
      const text = Buffer.concat(this.#feature).toString('utf8').trim();
      this.#feature.length = 0;
      from = at + 1;
      if (text !== '') found.push({ index: this.#count++, text });
    };
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#inText) this.#readLetter(byte);
      else if (byte === QUOTE) {
        this.#inText = true;
        if (this.#depth === 1) this.#letters = [];
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        this.#depth += 1;
        if (byte !== OPEN_LIST || this.#depth !== 2 || this.#listed || this.#key !== 'features') continue;
        this.#listing = this.#listed = true;
        this.#rest.push(chunk.subarray(from, at + 1));
        from = at + 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        this.#depth -= 1;
        if (!this.#listing || this.#depth !== 1) continue;
        endFeature(at);
        this.#listing = false;
        from = at;
      } else if (byte === COMMA && this.#listing && this.#depth === 2) endFeature(at);
      else if (byte === COLON && this.#depth === 1) this.#key = String.fromCharCode(...this.#letters);
    }
    (this.#listing ? this.#feature : this.#rest).push(chunk.subarray(from));
    return found;
  }

  end(): SplitRest {
    const complete = this.#depth === 0 && !this.#inText;
    return { complete, text: Buffer.concat(this.#rest).toString('utf8'), features: this.#listed ? this.#count : null };
  }

  #readLetter(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
    if (this.#inText && this.#depth === 1 && this.#letters.length < MOST_LETTERS) this.#letters.push(byte);
  }
}
