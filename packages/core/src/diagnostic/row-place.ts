/**
 * Where a row stands: `observations.csv:14`, or `observations[3]` of rows in memory.
 *
 * @param line - of a file its line; below 0 for rows in memory, of which -1 is the first; 0 for the name alone.
 */
export function writePlace(name: string, line: number): string {
  if (line === 0) return name;
  return line < 0 ? `${name}[${-line - 1}]` : `${name}:${line}`;
}

/** `observations.csv:14 value` as it is; `observations[3] value` as one writes it in a program: `observations[3].value`. */
export function joinPlace(path: string): string {
  return path.replace(/(\[\d+\]) (?=[^ ]+$)/, '$1.');
}
