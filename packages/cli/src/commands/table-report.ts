import { describeProgress, describeVerdict } from '@guatu/core';
import type { Level, Light, Result, Target } from '@guatu/core';
import { describeGap, describeOlder, writeFigure, writeRequired } from '@guatu/core/words';
import { cleanText } from '../output/clean-text.js';
import { formatPace, formatPercent, splitFigure } from '../output/format-number.js';
import type { SplitFigure } from '../output/format-number.js';
import { writeTable } from '../output/write-table.js';
import type { Column } from '../output/write-table.js';
import type { EvaluatedRow, Report, ReportOptions } from './report.js';

const TITLES = {
  zh: {
    area: '地区',
    code: '代码',
    verdict: '判定',
    figure: '现值',
    required: '要求',
    unit: '单位',
    attainment: '完成率',
    light: '亮灯',
    pace: '进度差',
    gap: '差距',
    completeness: '报数',
    older: '沿用',
    progress: '进度方法',
  },
  en: {
    area: 'area',
    code: 'code',
    verdict: 'verdict',
    figure: 'figure',
    required: 'required',
    unit: 'unit',
    attainment: 'attained',
    light: 'light',
    pace: 'pace',
    gap: 'gap',
    completeness: 'reported',
    older: 'older figure',
    progress: 'progress',
  },
} as const;

const LIGHTS: Readonly<Record<'zh' | 'en', Readonly<Record<Light, string>>>> = {
  zh: { green: '绿', yellow: '黄', red: '红' },
  en: { green: 'green', yellow: 'yellow', red: 'red' },
};

const RULES = { points: '百分点', ratio: '比值' } as const;

const INDENT: Readonly<Record<Level, string>> = { county: '', township: '  ', village: '    ' };

/** A table for each target, under its clause, name and id. */
export const tableReport: Report = ({ plan, asOf, knownOn, lightRule }, options) => {
  const { locale } = options;
  let [target, rows]: [Target | null, EvaluatedRow[]] = [null, []];
  const flush = (): string => {
    const text = target && rows.length > 0 ? writeTarget(target, rows, options) : '';
    rows = [];
    return text;
  };
  return {
    begin() {
      const moment = {
        zh: `截至 ${asOf}${knownOn === null ? '' : `，按 ${knownOn} 已报的数`}，亮灯规则：${RULES[lightRule.preset]}`,
        en: `as of ${asOf}${knownOn === null ? '' : `, as known on ${knownOn}`}; light rule ${lightRule.preset}`,
      };
      const notice = plan.illustrative ? `${cleanText(plan.illustrative[locale])}\n` : '';
      return `${cleanText(plan.title[locale])}\n${moment[locale]}\n${notice}`;
    },
    target(next) {
      const text = flush();
      target = next;
      return text;
    },
    row(row) {
      rows.push(row);
      return '';
    },
    end: flush,
  };
};

function writeTarget({ clause, name, id }: Target, rows: readonly EvaluatedRow[], options: ReportOptions): string {
  const { locale, explain } = options;
  const titles = TITLES[locale];
  const columns: readonly Column[] = [
    { title: titles.area },
    { title: titles.code },
    { title: titles.verdict },
    ...(['figure', 'required'] as const).map((column) => ({ title: titles[column], align: 'right' as const })),
    { title: titles.unit },
    { title: titles.attainment, align: 'right' },
    { title: titles.light },
    { title: titles.pace, align: 'right' },
    { title: titles.gap, align: 'right' },
    { title: titles.completeness, align: 'right' },
    { title: titles.older },
    { title: titles.progress },
  ];
  const [header = '', ...lines] = writeTable(
    columns,
    rows.map((row) => writeCells(row, options)),
  );
  const written = rows.flatMap(({ explanation }, index) => [
    lines[index] ?? '',
    ...(explain ? (explanation?.steps ?? []).map((step) => `      · ${cleanText(step.text[locale])}`) : []),
  ]);
  return `\n${cleanText(`${clause}  ${name[locale]}  [${id}]`)}\n${[header, ...written].join('\n')}\n`;
}

function writeCells({ target, result, name }: EvaluatedRow, { locale }: ReportOptions): readonly string[] {
  const { area, level, verdict, attainment, light, completeness, progress } = result;
  const [figure, required] = [writeFigure(result, locale), writeRequired(result, locale)].map(splitFigure) as [
    SplitFigure,
    SplitFigure,
  ];
  const { reported, total } = completeness;
  return [
    `${INDENT[level]}${name}`,
    area,
    describeVerdict(verdict)[locale],
    figure.number,
    required.number,
    required.unit === '' ? figure.unit : required.unit,
    formatPercent(attainment ?? memberAttainment(result)),
    light === null ? '' : LIGHTS[locale][light],
    formatPace(result),
    describeGap(target, result, locale),
    total === 0 ? '' : `${reported}/${total}`,
    figure.number === '' ? '' : describeOlder(result, locale),
    progress === null ? '' : describeProgress(progress)[locale],
  ];
}

/** A member of a share has no attainment; what it shows is its own way to the predicate. */
function memberAttainment({ memberProgress }: Result): number | null {
  return memberProgress;
}
