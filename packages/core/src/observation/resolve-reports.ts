import type { Day } from '../period/period.js';
import type { ReportFigure } from './report-figure.js';
import { FORM, isSameFigure } from './report-figure.js';
import type { ReportTable } from './report-table.js';
import { UNDER } from './report-table.js';

/** What all reports of one cell come to. */
export interface Resolution {
  /** The winning reports: one, or one for each predecessor whose figures add up. Empty for nothing. */
  readonly winners: readonly number[];
  /** Reports of the winning date that contradict each other, in order of reading; else empty. */
  readonly conflict: readonly number[];
}

const NOTHING: Resolution = { winners: [], conflict: [] };

/**
 * Finds the figure of a cell among its reports.
 *
 * An alias is the same area: what was reported under it and under the own code is one series. The codes of predecessors
 * count only where the successor is silent. Of one series the latest `reportedOn` wins; on the same day
 * a pair wins over a bare percentage, and different figures are a conflict. A blank withdraws nothing.
 *
 * @param day - reports of a later day are left out.
 */
export function resolveReports(table: ReportTable, reports: readonly number[], day: Day): Resolution {
  const [only] = reports;
  if (only !== undefined && reports.length === 1) {
    const says = table.formOf(only) !== FORM.missing && table.reportedOn(only) <= day;
    return says ? { winners: reports, conflict: [] } : NOTHING;
  }
  const known = reports.filter((report) => table.formOf(report) !== FORM.missing && table.reportedOn(report) <= day);
  if (known.length === 0) return NOTHING;
  const own = known.filter((report) => isOwn(table.underOf(report)));
  if (own.length > 0) return resolveCode(table, own);
  const winners: number[] = [];
  const conflict: number[] = [];
  for (const code of new Set(known.map((report) => table.underOf(report)))) {
    const one = resolveCode(
      table,
      known.filter((report) => table.underOf(report) === code),
    );
    for (const winner of one.winners) winners.push(winner);
    for (const report of one.conflict) conflict.push(report);
  }
  return { winners, conflict };
}

/** Whether a report came under a code of the area itself, old or new. */
export function isOwn(under: number): boolean {
  return under === UNDER.own || under === UNDER.alias;
}

/** Reports of one series. */
function resolveCode(table: ReportTable, reports: readonly number[]): Resolution {
  if (reports.length === 1) return { winners: reports, conflict: [] };
  const last = reports.reduce((latest, report) => Math.max(latest, table.reportedOn(report)), Number.NEGATIVE_INFINITY);
  let latest = reports.filter((report) => table.reportedOn(report) === last);
  const pairs = latest.filter((report) => table.formOf(report) !== FORM.percentage);
  if (pairs.length > 0) latest = pairs;
  const first = latest[0] as number;
  const figure = table.figureOf(first);
  const agree = latest.every((report) => isSameFigure(figure, table.figureOf(report)));
  return agree ? { winners: [first], conflict: [] } : { winners: [], conflict: latest };
}

/**
 * Adds the figures of several predecessors.
 *
 * @param adds - quantities and pairs add up; states and grades must agree.
 * @returns `undefined` when they make no figure together.
 */
export function combineFigures(figures: readonly ReportFigure[], adds: boolean): ReportFigure | undefined {
  const [first, ...others] = figures;
  if (!first) return undefined;
  if (others.length === 0) return first;
  if (figures.some((figure) => figure.form !== first.form || figure.impossible)) return undefined;
  if (!adds) return others.every((other) => isSameFigure(first, other)) ? first : undefined;
  if (first.form === FORM.percentage || first.form === FORM.missing) return undefined;
  const scale = figures.reduce((most, figure) => Math.max(most, figure.scale), 0);
  const denominatorScale = figures.reduce((most, figure) => Math.max(most, figure.denominatorScale), 0);
  const mantissa = sumOf(figures.map((figure) => figure.mantissa * 10 ** (scale - figure.scale)));
  const denominator = sumOf(
    figures.map((figure) => figure.denominator * 10 ** (denominatorScale - figure.denominatorScale)),
  );
  if (!Number.isSafeInteger(mantissa)) return undefined;
  return { ...first, mantissa, scale, denominator, denominatorScale };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
