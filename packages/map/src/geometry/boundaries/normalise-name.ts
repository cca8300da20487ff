/** A committee a place is written with, and what the place itself is called then. */
type Kind = '村' | '社区' | '';

/** Endings of committees. The longest come first: 居委会 ends in 委会 too. */
const COMMITTEES: readonly (readonly [ending: RegExp, kind: Kind])[] = [
  [/村民委员会$/, '村'],
  [/村委会$/, '村'],
  [/居民委员会$/, '社区'],
  [/居委会$/, '社区'],
  [/(?:[牧渔农]民|家属|职工|管理)委员会$/, ''],
  [/[牧渔家管社]委会$/, ''],
  [/委员会$/, ''],
  [/委会$/, ''],
];

/** Offices that a township's name is written with. */
const OFFICES = [
  [/人民政府$/, ''],
  [/街道办(?:事处)?$/, '街道'],
] as const;

/** What the name of a place in the roster ends in. */
const ENDING = /(?:村|社区|镇|乡|街道|县|区|市|旗|苏木|嘎查)$/;

/** A place's name taken apart. */
export interface PlaceName {
  /** As it is written, full-width and half-width alike, without spaces. */
  readonly plain: string;
  /** Without the committee: 永丰村 of 永丰村村委会, 永丰 of 永丰居委会. */
  readonly base: string;
  /** What the committee says the place is; empty where it says nothing, or there is none. */
  readonly kind: Kind;
  /** The one name it is compared by first: 永丰村 of 永丰村委会, 永丰社区 of 永丰居委会. */
  readonly normal: string;
}

/** Takes a name apart. A name that is nothing but a committee is one of its own. */
export function takeApart(name: string): PlaceName {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  for (const [ending, place] of OFFICES) {
    const base = plain.replace(ending, '');
    if (base === plain || base === '') continue;
    const normal = base.endsWith(place) ? base : `${base}${place}`;
    return { plain, base: normal, kind: '', normal };
  }
  for (const [ending, kind] of COMMITTEES) {
    const base = plain.replace(ending, '');
    if (base === plain) continue;
    if (base === '') break;
    // 嘎查村委会 and 村居委会 are of the 嘎查 and the 村
    const whole = kind === '' || /(?:村|社区|嘎查)$/.test(base);
    return { plain, base, kind, normal: whole ? base : `${base}${kind}` };
  }
  return { plain, base: plain, kind: '', normal: plain };
}

/**
 * A place's name as it is compared: 永丰村委会, 永丰村村民委员会 and ` 永丰村` are one, 丑社区居委会 and 丑社区 too, and so are
 * full-width and half-width characters.
 */
export function normaliseName(name: string): string {
  return takeApart(name).normal;
}

/** What a name without an ending may be short for: 永丰 for 永丰村, 东寨 for 东寨镇. */
export function completeName({ base, kind }: PlaceName): readonly string[] {
  if (base === '' || kind !== '' || ENDING.test(base)) return [];
  return ['村', '社区', '镇', '乡', '街道', '嘎查'].map((ending) => `${base}${ending}`);
}
