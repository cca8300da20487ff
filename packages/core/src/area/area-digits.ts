/** How many digits the codes of administrative areas are written with: county, township, village, and land surveys. */
const LENGTHS: readonly number[] = [6, 9, 12, 19];
const LONGEST = 19;

/** What 6, 9, 12 and 19 digits for one area have in common, the zeros they are filled up with; `undefined` for any other code. */
function fillDigits(code: string): string | undefined {
  return LENGTHS.includes(code.length) && /^\d+$/.test(code) ? code.padEnd(LONGEST, '0') : undefined;
}

/** The same code in fewer digits: 620321 and 620321000 of 620321000000. None where what is cut off is more than zeros. */
export function listShorter(code: string): readonly string[] {
  if (!code.endsWith('000') || fillDigits(code) === undefined) return [];
  return LENGTHS.filter((length) => length < code.length && /^0+$/.test(code.slice(length))).map((length) =>
    code.slice(0, length),
  );
}

/**
 * Finds what a code stands for among known ones, in whichever number of digits it is written. A code that is known as it
 * is written is that one; one that fits two is neither. Digits are compared once a code is not known as it stands: most
 * rosters never need it.
 */
export class DigitIndex<Found> {
  readonly #known: ReadonlyMap<string, Found>;
  #byDigits: ReadonlyMap<string, Found | null> | undefined;

  constructor(known: ReadonlyMap<string, Found>) {
    this.#known = known;
  }

  get(code: string): Found | undefined {
    const found = this.#known.get(code);
    if (found !== undefined) return found;
    const digits = fillDigits(code);
    if (digits === undefined) return undefined;
    return (this.#byDigits ??= this.#fill()).get(digits) ?? undefined;
  }

  #fill(): ReadonlyMap<string, Found | null> {
    const filled = new Map<string, Found | null>();
    for (const [code, found] of this.#known) {
      const digits = fillDigits(code);
      if (digits === undefined) continue;
      const other = filled.get(digits);
      filled.set(digits, other === undefined || other === found ? found : null);
    }
    return filled;
  }
}
