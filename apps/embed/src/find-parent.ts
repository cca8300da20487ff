/** What of a window says who is around it. */
export interface Surroundings {
  /** Origin the address names; empty when it names none. */
  readonly named: string;
  /** Origin the browser tells, where it does. */
  readonly told: string | undefined;
  readonly referrer: string;
  readonly own: string;
}

/**
 * The one origin that is spoken to: the one the address names, else the one the browser names, else only one of the same
 * origin. A page without an origin of its own (a sandbox, a file, `data:`) cannot be told from any other: `null`.
 */
export function findParent({ named, told, referrer, own }: Surroundings): string | null {
  const origin = named || originOf(told ?? referrer) || (told === undefined && referrer === '' ? own : '');
  return origin === '' || origin === 'null' ? null : origin;
}

function originOf(text: string): string {
  try {
    return new URL(text).origin;
  } catch {
    return '';
  }
}
