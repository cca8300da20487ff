import { writeReportRow } from '../output/write-report-row.js';
import type { Report } from './report.js';

const COLUMNS = [
  'target',
  'indicator',
  'area',
  'name',
  'level',
  'verdict',
  'attainment',
  'rawAttainment',
  'figure',
  'numerator',
  'denominator',
  'boundLow',
  'boundHigh',
  'required',
  'unit',
  'expected',
  'pace',
  'light',
  'lightRule',
  'movement',
  'gap',
  'gapUnit',
  'reported',
  'total',
  'periods',
  'remarks',
];

/**
 * One line a result under a header; windows are `2021=attained;2022=notYetDue`, remarks their codes. The last column says
 * on every line that figures are invented: lines are sorted, cut and pasted, and none may lose it.
 */
export const csvReport: Report = ({ plan }, { locale, explain, progress }) => ({
  begin: () =>
    writeReportRow([
      ...COLUMNS,
      ...(progress === null ? [] : ['progressMethod', 'progressClass', 'progressValue']),
      ...(explain ? ['explanation'] : []),
      'illustrative',
    ]),
  target: () => '',
  row({ result, name, explanation }) {
    const { bounds, completeness, periods, remarks } = result;
    return writeReportRow([
      result.target,
      result.indicator,
      result.area,
      name,
      result.level,
      result.verdict,
      result.attainment,
      result.rawAttainment,
      result.figure,
      result.numerator,
      result.denominator,
      bounds?.[0] ?? null,
      bounds?.[1] ?? null,
      result.required,
      result.unit,
      result.expected,
      result.pace,
      result.light,
      result.lightRule,
      result.movement,
      result.gap,
      result.gapUnit,
      completeness.reported,
      completeness.total,
      periods.map(({ period, verdict }) => `${period}=${verdict}`).join(';'),
      remarks.map(({ code }) => code).join(';'),
      ...(progress === null
        ? []
        : [result.progress?.method ?? null, result.progress?.class ?? null, result.progress?.value ?? null]),
      ...(explain ? [explanation?.text[locale] ?? ''] : []),
      plan.illustrative?.[locale] ?? null,
    ]);
  },
  end: () => '',
});
