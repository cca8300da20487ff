import type { DecimalFault } from './decimal.js';
import { readDecimal } from './decimal.js';
import type { Unit } from './unit.js';

/** A reported figure in base units: mantissa ÷ 10^scale, the mantissa a safe integer. */
export interface Figure {
  readonly mantissa: number;
  /** Decimals of the base unit, 0…`MAX_SCALE`. */
  readonly scale: number;
}

/** Why a figure cannot be kept. */
export type FigureFault = DecimalFault | 'too-precise' | 'too-large';

/** Most decimals of a base unit that are kept; base units are small (m²/3, gram, yuan, piece). */
export const MAX_SCALE = 6;

const PLAIN = /^\d{1,12}$/;

/**
 * Reads a figure exactly, or says why it cannot be kept exactly.
 *
 * A trailing-zero-free factor of ten in the unit takes up decimals, so 0.38万亩 needs none.
 */
export function readFigure(text: string | number, unit: Pick<Unit, 'factor'>): Figure | FigureFault {
  if (typeof text === 'string' && PLAIN.test(text)) {
    const mantissa = Number(text) * unit.factor;
    if (Number.isSafeInteger(mantissa)) return { mantissa, scale: 0 };
  }
  const decimal = readDecimal(text);
  if (typeof decimal === 'string') return decimal;
  let integer = decimal.integer * BigInt(unit.factor);
  let { scale } = decimal;
  while (scale > 0 && integer % 10n === 0n) {
    integer /= 10n;
    scale--;
  }
  if (scale > MAX_SCALE) return 'too-precise';
  const mantissa = Number(integer);
  return Number.isSafeInteger(mantissa) ? { mantissa, scale } : 'too-large';
}
