import { formatPath } from './plan-path.js';

/** Place in a text, both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const TOKEN =
  /[\t\n\r ]*(?:([{}[\]:,])|("[^"\\]*(?:\\.[^"\\]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * Walks over a JSON text and calls back for every value with its path and offset.
 *
 * @returns the offset of the first thing that is no JSON, −1 for none.
 */
export function scanJson(text: string, onValue: (path: readonly PropertyKey[], offset: number) => void): number {
  const token = new RegExp(TOKEN.source, 'y');
  const path: PropertyKey[] = [];
  const closers: string[] = [];
  let expects: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'separator' = 'value';
  for (;;) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (!match) {
      const rest = /[^\t\n\r ]/.exec(text.slice(from));
      return rest === null && expects === 'separator' && closers.length === 0 ? -1 : from + (rest?.index ?? 0);
    }
    const [whole, mark, string, scalar] = match;
    const offset = token.lastIndex - whole.trimStart().length;
    if (string !== undefined && readString(string) === undefined) return offset;
    if (expects === 'key' || expects === 'keyOrEnd') {
      if (string !== undefined) {
        path[path.length - 1] = readString(string) ?? '';
        expects = 'colon';
        continue;
      }
      if (mark !== '}' || expects === 'key') return offset;
    } else if (expects === 'colon') {
      if (mark !== ':') return offset;
      expects = 'value';
      continue;
    } else if (expects === 'value' || expects === 'valueOrEnd') {
      if (scalar !== undefined || string !== undefined) {
        onValue(path, offset);
        expects = 'separator';
        continue;
      }
      if (mark === '{' || mark === '[') {
        onValue(path, offset);
        closers.push(mark === '{' ? '}' : ']');
        path.push(mark === '{' ? '' : 0);
        expects = mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
        continue;
      }
      if (mark !== ']' || expects === 'value') return offset;
    } else if (mark === ',') {
      const closer = closers.at(-1);
      if (closer === undefined) return offset;
      if (closer === ']') path[path.length - 1] = (path.at(-1) as number) + 1;
      expects = closer === ']' ? 'value' : 'key';
      continue;
    }
    if (mark === undefined || mark !== closers.at(-1)) return offset;
    closers.pop();
    path.pop();
    expects = 'separator';
  }
}

function readString(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}

/** Line and column of an offset. */
export function positionOf(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** Lines of the given paths, as far as the text has them. */
export function findLines(text: string, paths: ReadonlySet<string>): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let [line, counted] = [1, 0];
  let longest = 0;
  for (const path of paths) longest = Math.max(longest, path.length);
  scanJson(text, (path, offset) => {
    // Every step of a path takes a character at least.
    if (path.length > longest) return;
    const place = formatPath(path);
    if (!paths.has(place) || lines.has(place)) return;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
      counted = at + 1;
    }
    lines.set(place, line);
  });
  return lines;
}
