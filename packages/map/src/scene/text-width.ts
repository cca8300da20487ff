/** Characters drawn in a full em: CJK, kana, fullwidth forms and enclosed numbers. */
const WIDE =
  /[\u00b7\u2013-\u2026\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;
const NARROW = /[\s.,:;'|!il()]/;

/**
 * Width of a line of text, estimated for system sans fonts without asking a page: an em for a Chinese character,
 * 0.58 em for digits and most letters. Tends to be a little wide, so that what is said to fit does.
 *
 * @param size font size; the answer is in the same unit
 */
export function measureText(text: string, size: number): number {
  let ems = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // the first half of a pair tells of both
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length) ems += widthOf(text.slice(at, ++at + 1));
    else ems += widths[unit] ??= widthOf(text.charAt(at));
  }
  return ems * size;
}

/** By code unit, as they are met: thousands of labels are written with the same few hundred characters. */
const widths: number[] = [];

function widthOf(character: string): number {
  return WIDE.test(character) ? 1 : NARROW.test(character) ? 0.34 : 0.58;
}
