import { measureText } from './text-width.js';

/** Marks that must not begin a line, and those that must not end one. */
const NOT_FIRST = /^[，。；：、！？）》〉】」』”’,.;:!?)\]%‰…]/u;
const NOT_LAST = /[（《〈【「『“‘([]$/u;

/**
 * Breaks a text into lines: between any two Chinese characters, at spaces elsewhere; no line begins with a closing mark
 * or ends with an opening one. A word wider than the line stands in one of its own.
 *
 * @param width room for a line, in the unit of `size`
 *
 * @example wrapText('甲乙，丙丁', 12, 24); // ['甲', '乙，', '丙丁'] — the comma stays with the character before it
 */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of cutPieces(text)) {
    const longer = line + piece;
    if (line === '' || measureText(longer.trimEnd(), size) <= width) {
      line = longer;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Pieces a line may end after: words with their spaces, single Chinese characters with the marks that hang on them. */
function cutPieces(text: string): readonly string[] {
  const parts = text.match(/[\w.,%‰+\-–/¥$€'’()]+\s*|\s+|./gu) ?? [];
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(last))) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}
