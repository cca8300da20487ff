import { quoteError, quoteValue } from '../diagnostic/quote-value.js';
import type { SourceFile } from './source-file.js';

/**
 * The files a caller gave, as a list.
 *
 * @param caller - names function and argument: `readDataset: files.areas`.
 * @param give - hands over what was given; asking an argument for it may throw as well.
 * @throws TypeError for anything that is no file with a name and a text, with a sentence that says what to give.
 */
export function sourceFilesOf(caller: string, give: () => unknown): readonly SourceFile[] {
  return guarded(caller, () => {
    const given = give();
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    const files: SourceFile[] = [];
    for (let at = 0; at < list.length; at++) files.push(sourceFileOf(caller, list[at]));
    return files;
  });
}

function sourceFileOf(caller: string, file: unknown): SourceFile {
  const { name, text, rows } =
    typeof file === 'object' && file !== null ? (file as Partial<Record<'name' | 'text' | 'rows', unknown>>) : {};
  if (typeof name === 'string' && typeof text === 'string' && rows === undefined) return { name, text };
  if (typeof name === 'string' && text === undefined && Array.isArray(rows))
    return { name, rows: rows as readonly object[] };
  const got = typeof file !== 'object' || file === null ? what(file) : `name ${what(name)} and text ${what(text)}`;
  throw new TypeError(
    `${caller}: expected { name: 'areas.csv', text: '…' } with the content of the file, { name: 'areas', rows: [{ … }] }, or a list of these; got ${got}`,
  );
}

/** A text may be a whole file: it is named, not quoted. */
function what(value: unknown): string {
  return typeof value === 'string' ? 'a text' : quoteValue(value);
}

function guarded<T>(caller: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(caller)) throw error;
    throw new TypeError(`${caller}: cannot be read: ${quoteError(error)}`);
  }
}
