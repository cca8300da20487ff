import type { Scales } from './cell-arrays.js';
import type { ReportFigure } from './report-figure.js';
import { FORM } from './report-figure.js';

/** Whether a figure is still a safe integer at the decimals its column keeps. */
export function fitsScales(figure: ReportFigure, { scale, denominatorScale }: Scales): boolean {
  if (figure.form !== FORM.figure && figure.form !== FORM.pair) return true;
  if (!Number.isSafeInteger(figure.mantissa * 10 ** (scale - figure.scale))) return false;
  if (figure.form === FORM.figure) return true;
  return Number.isSafeInteger(figure.denominator * 10 ** (denominatorScale - figure.denominatorScale));
}
