import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { quoteValue } from '../diagnostic/quote-value.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Day, Period } from '../period/period.js';
import { readPeriod } from '../period/read-period.js';
import { declaredYears } from '../plan/plan-years.js';
import type { Plan } from '../plan/plan.js';
import type { IsoDate, PeriodText } from '../period/period.js';
import type { Unit } from '../quantity/unit.js';
import { findDecimals, scaleFor } from './dense-figures.js';
import type { IndicatorReading } from './indicator-reading.js';
import type { ReportBlock } from './report-block.js';
import { FORM } from './report-figure.js';
import { boundsOf, faultOf, outside, readDay } from './row-reader.js';

/**
 * Figures of one indicator and one period for all areas, by row of the roster; NaN is missing.
 *
 * Either `values`, or `numerators` with `denominators`, or for a ratio `percentages`.
 */
export interface ObservationColumn {
  readonly indicator: string;
  readonly period: PeriodText;
  readonly values?: ArrayLike<number>;
  readonly numerators?: ArrayLike<number>;
  readonly denominators?: ArrayLike<number>;
  readonly percentages?: ArrayLike<number>;
  /** The indicator's own unit by default. */
  readonly unit?: string;
  /** The period's last day by default. */
  readonly reportedOn?: IsoDate;
  readonly source?: string;
  /** What traces and diagnostics call it; `columns[3]` by default. */
  readonly place?: string;
}

/** One array on its way into a block. */
export interface Series {
  readonly name: string;
  readonly figures: ArrayLike<number>;
  readonly factor: number;
  /** Most decimals a figure was written with. */
  readonly decimals: number;
  /** Decimals of the base unit they need. */
  readonly scale: number;
}

/** A column that can be used, before its figures are converted. */
export interface ColumnDraft {
  readonly reading: IndicatorReading;
  readonly period: Period;
  readonly reportedOn: Day;
  readonly form: ReportBlock['form'];
  readonly top: Series;
  readonly bottom: Series | undefined;
  readonly unit: string;
  readonly source: string;
  readonly place: string;
}

export interface DraftContext {
  readonly plan: Plan;
  readonly readings: ReadonlyMap<string, IndicatorReading>;
  readonly found: DiagnosticList;
  readonly areas: number;
}

/** Checks everything about a column but its figures; `undefined` when it is refused. */
export function draftColumn(
  column: ObservationColumn,
  place: string,
  { plan, readings, found, areas }: DraftContext,
): ColumnDraft | undefined {
  const refuse = (code: DiagnosticCode, field: string, params?: Diagnostic['params']): undefined => {
    found.add(code, `${place} ${field}`, params);
  };
  const foreign = findForeign(column) ?? findForeignFigure(column);
  if (foreign) return refuse('row-field-type', foreign[0], { got: quoteValue(foreign[1]) });
  const reading = readings.get(column.indicator);
  if (!reading) return refuse('observation-indicator-unknown', 'indicator', { got: column.indicator });
  const years = declaredYears(plan);
  const period = readPeriod(column.period, years);
  if (!period) return refuse(faultOf(column.period, years), 'period', { got: column.period });
  const [first, last] = boundsOf(plan);
  if (period.start > last || period.end < first) {
    const { code, params } = outside(column.period, [first, last]);
    return refuse(code, 'period', params);
  }
  const reportedOn = readDay(column.reportedOn ?? '', period.end);
  if (typeof reportedOn !== 'number') return refuse(reportedOn.code, 'reportedOn', reportedOn.params);
  const { indicator } = reading;
  const ownUnit = 'unit' in indicator ? indicator.unit : '';
  const unit = readColumnUnit(column, reading);
  if (!unit) return refuse('observation-unit-dimension', 'unit', { got: column.unit ?? '', expected: ownUnit });

  const make = (name: keyof ObservationColumn, factor: number): Series | undefined => {
    const figures = column[name] as ArrayLike<number> | undefined;
    if (!figures) return undefined;
    if (figures.length !== areas) {
      throw new RangeError(`${place} ${name}: expected ${areas} figures, one for each area, got ${figures.length}`);
    }
    const decimals = findDecimals(figures, factor);
    return { name, figures, factor, decimals, scale: scaleFor(decimals, factor) };
  };
  const ratio = indicator.type === 'ratio';
  const below = ratio && indicator.denominatorUnit !== undefined ? reading.denominatorUnit : undefined;
  const percentages = ratio ? make('percentages', 1) : undefined;
  const top = ratio ? (make('numerators', unit.factor) ?? percentages) : make('values', unit.factor);
  const bottom = top === percentages ? undefined : make('denominators', (below ?? unit).factor);
  if (!top && !ratio) return refuse('row-field-missing', 'values', { column: 'values' });
  if (!top || (ratio && top !== percentages && !bottom)) return refuse('observation-pair-incomplete', 'numerators');
  return {
    reading,
    period,
    reportedOn,
    form: ratio ? (bottom ? FORM.pair : FORM.percentage) : FORM.figure,
    top,
    bottom,
    unit: top === percentages ? '%' : (column.unit ?? ownUnit),
    source: column.source ?? '',
    place,
  };
}

const TEXTS = ['indicator', 'period', 'unit', 'reportedOn', 'source', 'place'] as const;

/** The first of a column's texts that is none, where it is given at all. */
function findForeign(column: ObservationColumn): readonly [string, unknown] | undefined {
  for (const name of TEXTS) {
    const value: unknown = column[name];
    if (value !== undefined && typeof value !== 'string') return [name, value];
  }
  return undefined;
}

const FIGURES = ['values', 'numerators', 'denominators', 'percentages'] as const;

/** The first figure that is no number; arrays of numbers by their kind are not looked through. */
function findForeignFigure(column: ObservationColumn): readonly [string, unknown] | undefined {
  for (const name of FIGURES) {
    const figures: unknown = column[name];
    if (figures === undefined || figures instanceof Float64Array || figures instanceof Float32Array) continue;
    if (typeof figures !== 'object' || figures === null) return [name, figures];
    const { length } = figures as ArrayLike<unknown>;
    for (let at = 0; at < Math.min(length, MOST_AREAS); at++) {
      const figure = (figures as ArrayLike<unknown>)[at];
      if (typeof figure !== 'number') return [`${name}[${at}]`, figure];
    }
  }
  return undefined;
}

/** Longer than any roster: an array of another length than the roster is refused anyway. */
const MOST_AREAS = 10_000_000;

function readColumnUnit(
  { unit: name }: ObservationColumn,
  { unit, parseUnit }: IndicatorReading,
): Pick<Unit, 'factor'> | undefined {
  if (name === undefined || name === '') return unit ?? { factor: 1 };
  const written = name === unit?.name ? unit : parseUnit(name);
  return written && written.dimension === unit?.dimension ? written : undefined;
}
