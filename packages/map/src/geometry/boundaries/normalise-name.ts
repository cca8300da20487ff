/** Endings of a committee's name, and what the place itself is called. The longest first. */
const COMMITTEES = [
  [/村?村民委员会$/, '村'],
  [/村?村?委会$/, '村'],
  [/(?:社区)?居民委员会$/, '社区'],
  [/(?:社区)?居委会$/, '社区'],
  [/人民政府$/, ''],
  [/街道办(?:事处)?$/, '街道'],
] as const;

/** What the name of a place in the roster ends in. */
const ENDING = /(?:村|社区|镇|乡|街道|县|区|市|旗|苏木|嘎查)$/;

/**
 * A place's name as it is compared: 永丰村委会, 永丰村村民委员会 and ` 永丰村` are one, and so are full-width and
 * half-width characters.
 */
export function normaliseName(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  for (const [ending, place] of COMMITTEES) {
    const base = plain.replace(ending, '');
    if (base === plain || base === '') continue;
    return base.endsWith(place) ? base : `${base}${place}`;
  }
  return plain;
}

/** What a name without an ending may be short for: 永丰 for 永丰村, 东寨 for 东寨镇. */
export function completeName(name: string): readonly string[] {
  const plain = normaliseName(name);
  if (plain === '' || ENDING.test(plain)) return [plain];
  return [plain, ...['村', '社区', '镇', '乡', '街道'].map((ending) => `${plain}${ending}`)];
}
