import { isMissing } from '../csv/field.js';
import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { compareScaled } from '../quantity/compare-scaled.js';
import type { Figure } from '../quantity/figure.js';
import { MAX_SCALE, readFigure } from '../quantity/figure.js';
import type { Unit } from '../quantity/unit.js';
import { suggestUnits } from '../quantity/unit.js';
import type { IndicatorReading } from './indicator-reading.js';
import type { ReportFigure } from './report-figure.js';
import { FORM, NO_FIGURE } from './report-figure.js';

/** The fields of a row that make its figure, trimmed. */
export interface FigureFields {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
}

/** Something wrong with a row, and the column it stands in. */
export interface RowFault {
  readonly code: DiagnosticCode;
  readonly column: string;
  readonly params?: Diagnostic['params'];
}

/** What a row says, or why it is refused; a figure may come with remarks. */
export type ReadReport =
  | { readonly figure: ReportFigure; readonly remarks: readonly RowFault[] }
  | { readonly fault: RowFault };

const PLAIN: Pick<Unit, 'factor'> = { factor: 1 };

/** Reads the figure of one row as its indicator asks for it. */
export function readReport(reading: IndicatorReading, fields: FigureFields): ReadReport {
  const { indicator } = reading;
  if (indicator.type === 'ratio') return readRatio(reading, fields);
  if (!isMissing(fields.numerator) || !isMissing(fields.denominator)) {
    const params = { indicator: indicator.id, type: indicator.type };
    return { fault: { code: 'observation-columns', column: 'numerator', params } };
  }
  const unit = readUnit(reading, fields.unit);
  if ('code' in unit) return { fault: unit };
  if (isMissing(fields.value)) return { figure: NO_FIGURE, remarks: [] };
  if (indicator.type === 'state') {
    if (fields.value !== '0' && fields.value !== '1') {
      return { fault: { code: 'observation-state', column: 'value', params: { got: fields.value } } };
    }
    return plainFigure({ mantissa: Number(fields.value), scale: 0 });
  }
  const figure = readNumber(fields.value, 'value', unit);
  if (indicator.type === 'grade') {
    const { best, worst } = indicator;
    const inside =
      !('code' in figure) &&
      figure.scale === 0 &&
      figure.mantissa >= Math.min(best, worst) &&
      figure.mantissa <= Math.max(best, worst);
    if (!inside) {
      const params = { got: fields.value, best, worst };
      return { fault: { code: 'observation-grade', column: 'value', params } };
    }
  }
  return 'code' in figure ? { fault: figure } : plainFigure(figure);
}

function plainFigure({ mantissa, scale }: Figure): ReadReport {
  return { figure: { ...NO_FIGURE, form: FORM.figure, mantissa, scale }, remarks: [] };
}

function readUnit(
  { indicator, unit, parseUnit, own }: IndicatorReading,
  text: string,
): Pick<Unit, 'factor'> | RowFault {
  const column = 'unit';
  if (indicator.type === 'grade' || indicator.type === 'state') {
    if (isMissing(text) || (indicator.type === 'grade' && text === '级')) return PLAIN;
    return { code: 'observation-unit-unexpected', column, params: { type: indicator.type, got: text } };
  }
  if (isMissing(text)) return unit ?? PLAIN;
  const written = text === unit?.name ? unit : parseUnit(text);
  if (!written)
    return {
      code: 'observation-unit-unknown',
      column,
      params: { got: text, known: listUnits(indicator.unit, unit, own) },
    };
  if (written.dimension === unit?.dimension) return written;
  return { code: 'observation-unit-dimension', column, params: { got: text, expected: indicator.unit } };
}

/** Most units of the plan's own that a message lists. */
const MOST_DECLARED = 8;

/** Units a report of the indicator may be written in, its own first. */
function listUnits(first: string, unit: Unit | undefined, own: readonly Unit[]): string {
  const declared = own.filter(({ dimension }) => dimension === unit?.dimension).map(({ name }) => name);
  return [...new Set([first, ...declared.slice(0, MOST_DECLARED), ...suggestUnits(first, unit?.dimension)])].join(', ');
}

function readNumber(text: string, column: string, unit: Pick<Unit, 'factor'>): Figure | RowFault {
  const figure = readFigure(text, unit);
  return typeof figure === 'string' ? { code: `value-${figure}`, column, params: { got: text } } : figure;
}

function readRatio(reading: IndicatorReading, fields: FigureFields): ReadReport {
  const written = reading.parseUnit(fields.unit);
  const inShare = written?.dimension === 'share';
  const unit = inShare ? (reading.unit ?? PLAIN) : readUnit(reading, fields.unit);
  if ('code' in unit) return { fault: unit };
  const blanks = [fields.numerator, fields.denominator].map(isMissing);
  if (blanks[0] === true && blanks[1] === true) {
    if (isMissing(fields.value)) return { figure: NO_FIGURE, remarks: [] };
    if (!inShare) return { fault: { code: 'observation-pair-incomplete', column: 'numerator' } };
    return readPercentage(reading, fields.value, written.factor);
  }
  if (blanks[0] === true || blanks[1] === true) {
    // A denominator is often known long before its numerator is: that is a figure not reported yet.
    if (blanks[0] === true && isMissing(fields.value)) return { figure: NO_FIGURE, remarks: [] };
    const column = blanks[0] === true ? 'numerator' : 'denominator';
    return { fault: { code: 'observation-pair-incomplete', column } };
  }
  const { indicator } = reading;
  const ownUnit = indicator.type === 'ratio' && indicator.denominatorUnit !== undefined;
  const below = ownUnit ? (reading.denominatorUnit ?? PLAIN) : unit;
  const numerator = readNumber(fields.numerator, 'numerator', unit);
  if ('code' in numerator) return { fault: numerator };
  const denominator = readNumber(fields.denominator, 'denominator', below);
  if ('code' in denominator) return { fault: denominator };
  if (numerator.mantissa < 0) return negative('numerator', fields.numerator);
  if (denominator.mantissa < 0) return negative('denominator', fields.denominator);
  return pairOf(reading, fields, numerator, denominator);
}

function negative(column: string, got: string): ReadReport {
  return { fault: { code: 'observation-pair-negative', column, params: { got } } };
}

function pairOf({ part }: IndicatorReading, fields: FigureFields, numerator: Figure, denominator: Figure): ReadReport {
  const { mantissa, scale } = numerator;
  const params = { numerator: fields.numerator, denominator: fields.denominator };
  const remarks: RowFault[] = [];
  const above = compareScaled(mantissa, scale, denominator.mantissa, denominator.scale) > 0;
  if (part && above) remarks.push({ code: 'observation-above-whole', column: 'numerator', params });
  if (part && !above && differs(fields.value, numerator, denominator)) {
    remarks.push({ code: 'observation-percentage-differs', column: 'value', params: { ...params, got: fields.value } });
  }
  return {
    figure: {
      form: FORM.pair,
      mantissa,
      scale,
      denominator: denominator.mantissa,
      denominatorScale: denominator.scale,
      impossible: part && above,
    },
    remarks,
  };
}

/** Whether a percentage beside its pair is off by more than the rounding to whole percents. */
function differs(value: string, numerator: Figure, denominator: Figure): boolean {
  const percentage = isMissing(value) ? undefined : readFigure(value, PLAIN);
  if (percentage === undefined || typeof percentage === 'string' || denominator.mantissa === 0) return false;
  const share = numerator.mantissa / 10 ** numerator.scale / (denominator.mantissa / 10 ** denominator.scale);
  return Math.abs(percentage.mantissa / 10 ** percentage.scale - share * 100) > 0.51;
}

/** A bare percentage, kept × 10^6. `perThousand` is 10 for percent and 1 for per mille. */
function readPercentage({ part }: IndicatorReading, value: string, perThousand: number): ReadReport {
  const figure = readNumber(value, 'value', PLAIN);
  if ('code' in figure) return { fault: figure };
  const decimals = perThousand === 10 ? MAX_SCALE : MAX_SCALE - 1;
  if (figure.scale > decimals) {
    return { fault: { code: 'value-too-precise', column: 'value', params: { got: value } } };
  }
  const mantissa = figure.mantissa * 10 ** (decimals - figure.scale);
  if (!Number.isSafeInteger(mantissa)) {
    return { fault: { code: 'value-too-large', column: 'value', params: { got: value } } };
  }
  if (mantissa < 0) return negative('value', value);
  const impossible = part && mantissa > 100 * 10 ** MAX_SCALE;
  const params = { got: value };
  return {
    figure: { ...NO_FIGURE, form: FORM.percentage, mantissa, impossible },
    remarks: impossible ? [{ code: 'observation-percentage-above-whole', column: 'value', params }] : [],
  };
}
