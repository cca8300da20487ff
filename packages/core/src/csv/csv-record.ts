/** The fields of one row as they stand in the file. One object serves all rows of a file. */
export interface CsvRecord {
  readonly length: number;
  /** A field, not trimmed; empty where there is none. */
  field(at: number): string;
  /** Whether fields from one on hold nothing but blanks. */
  isBlank(from: number): boolean;
}

/** Fields that were taken apart already. */
export class ListRecord implements CsvRecord {
  fields: readonly string[] = [];

  get length(): number {
    return this.fields.length;
  }

  field(at: number): string {
    return this.fields[at] ?? '';
  }

  isBlank(from: number): boolean {
    for (let at = from; at < this.fields.length; at++) if (this.field(at).trim() !== '') return false;
    return true;
  }
}

const COMMA = 44;
const SPACE = 32;
const DELETE = 127;

/** A line without quotes: a field is taken out of the text when it is asked for, and most never are. */
export class LineRecord implements CsvRecord {
  readonly #text: string;
  /** Where fields begin, and behind the last of them where another would. */
  #starts = new Int32Array(64);
  #length = 0;
  /** The comma that was found last, of this line or one further on; −1 where there is none any more. */
  #comma = 0;

  constructor(text: string) {
    this.#text = text;
    this.#comma = text.indexOf(',');
  }

  /** Stands for the line between two positions from now on; lines come in order. */
  take(from: number, to: number): void {
    let count = 0;
    this.#starts[0] = from;
    let comma = this.#comma;
    if (comma >= 0 && comma < from) comma = this.#text.indexOf(',', from);
    for (; comma >= 0 && comma < to; comma = this.#text.indexOf(',', comma + 1)) {
      if (++count >= this.#starts.length - 1) this.#grow();
      this.#starts[count] = comma + 1;
    }
    this.#comma = comma;
    this.#starts[count + 1] = to + 1;
    this.#length = count + 1;
  }

  get length(): number {
    return this.#length;
  }

  field(at: number): string {
    if (at >= this.#length) return '';
    return this.#text.slice(this.#starts[at] as number, (this.#starts[at + 1] as number) - 1);
  }

  isBlank(from: number): boolean {
    if (from >= this.#length) return true;
    const end = (this.#starts[this.#length] as number) - 1;
    for (let at = this.#starts[from] as number; at < end; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === COMMA || code === SPACE) continue;
      if (code > SPACE && code < DELETE) return false;
      // whatever else there is between words
      if (this.#text.charAt(at).trim() !== '') return false;
    }
    return true;
  }

  #grow(): void {
    const starts = new Int32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
  }
}

/** A field without blanks around it; most have none, and are what they are. */
export function trimField(field: string): string {
  const { length } = field;
  if (length === 0) return field;
  return isPlain(field.charCodeAt(0)) && isPlain(field.charCodeAt(length - 1)) ? field : field.trim();
}

/** Whether a character is none of those between words, as far as that can be told at once. */
function isPlain(code: number): boolean {
  return (code > SPACE && code < DELETE) || (code >= 0x4e00 && code <= 0x9fff);
}
