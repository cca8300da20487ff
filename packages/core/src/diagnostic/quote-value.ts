/** A value of any kind as a message quotes it; nothing of the value itself is run. */
export function quoteValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `"${value}"`;
    case 'bigint':
      return `${value}n`;
    case 'function':
    case 'symbol':
      return `a ${typeof value}`;
    case 'object':
      return value === null ? 'null' : quoteObject(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
  }
}

/** A proxy that was revoked cannot even be asked whether it is a list. */
function quoteObject(value: object): string {
  try {
    return Array.isArray(value) ? 'a list' : 'an object';
  } catch {
    return 'an object';
  }
}

/** What an error says, of whatever kind the thing thrown is. */
export function quoteError(error: unknown): string {
  try {
    return error instanceof Error && typeof error.message === 'string' ? error.message : quoteValue(error);
  } catch {
    return 'an error';
  }
}
