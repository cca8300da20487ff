/** An exact decimal: integer ÷ 10^scale, in lowest terms (no trailing zeros behind the point). */
export interface Decimal {
  readonly integer: bigint;
  /** Number of decimals, ≥ 0. */
  readonly scale: number;
}

/** Why a text is no number. */
export type DecimalFault = 'not-a-number' | 'not-finite' | 'full-width' | 'thousands' | 'too-long';

const NUMBER = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,6}))?$/;
const THOUSANDS = /^[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;
const FULL_WIDTH = /[０-９．]/;
const MAX_DIGITS = 60;

/**
 * Reads a decimal without rounding: the digits that are written are the digits that are kept.
 *
 * Takes a sign, a point and an exponent. Refuses blanks, NaN and infinities, full-width digits,
 * thousands separators and anything of more than 60 digits.
 *
 * @example parseDecimal('1.50') // { integer: 15n, scale: 1 }
 * @example parseDecimal(1e21) // { integer: 10n ** 21n, scale: 0 }
 */
export function parseDecimal(text: string | number): Decimal | undefined {
  const read = readDecimal(text);
  return typeof read === 'string' ? undefined : read;
}

/** Like `parseDecimal`, but answers why a text is refused. */
export function readDecimal(value: string | number): Decimal | DecimalFault {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'not-finite';
  if (typeof value !== 'number' && typeof value !== 'string') return 'not-a-number';
  const text = String(value).trim();
  const match = NUMBER.exec(text);
  if (!match) return faultOf(text);
  const [, sign, whole = '', behind = '', only = '', exponent = '0'] = match;
  const decimals = behind + only;
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  if (digits === '') return { integer: 0n, scale: 0 };
  const shift = Number(exponent) - decimals.length;
  if (digits.length + Math.abs(shift) > MAX_DIGITS) return 'too-long';
  const magnitude = BigInt(digits) * 10n ** BigInt(Math.max(0, shift));
  return reduce(sign === '-' ? -magnitude : magnitude, Math.max(0, -shift));
}

function faultOf(text: string): DecimalFault {
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text)) return 'not-finite';
  if (FULL_WIDTH.test(text)) return 'full-width';
  return THOUSANDS.test(text) ? 'thousands' : 'not-a-number';
}

/** Drops trailing zeros behind the point. */
function reduce(integer: bigint, scale: number): Decimal {
  while (scale > 0 && integer % 10n === 0n) {
    integer /= 10n;
    scale--;
  }
  return { integer, scale };
}

/**
 * Writes a decimal in full, without exponent.
 *
 * @example formatDecimal({ integer: -15n, scale: 1 }) // '-1.5'
 */
export function formatDecimal({ integer, scale }: Decimal): string {
  const sign = integer < 0n ? '-' : '';
  const digits = String(integer < 0n ? -integer : integer).padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
