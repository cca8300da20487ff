import stringWidth from 'string-width';
import { cleanText } from '../output/clean-text.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from data as it may stand in an SVG: one line, escaped. */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Width of a line in a system sans font, a little more than it takes: an em for a wide character, 0.58 for others. */
export function measureLine(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += stringWidth(character, { ambiguousIsNarrow: false }) > 1 ? 1 : 0.58;
  return ems * size;
}

/** Lines of a text that fit a width: broken at blanks, and between Chinese characters. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of cleanText(text).match(/[\p{Script=Latin}\p{N}.,:;%()“”’'"-]+\s*|\s+|./gu) ?? []) {
    if (line !== '' && measureLine(line + part.trimEnd(), size) > width && !CLOSING.test(part)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? part.trimStart() : part;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** No line begins with one of these. */
const CLOSING = /^[，。；：、！？）》”%,.;:!?)]/;
