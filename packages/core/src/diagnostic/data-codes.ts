import type { DiagnosticKind } from './diagnostic.js';

/** Findings about a file as a whole, or about the way a row is written. */
export const FILE_DIAGNOSTICS = {
  'file-too-large': {
    severity: 'error',
    zh: '文件有 {size} 个字符，超过上限 {limit}，未读取',
    en: 'the file has {size} characters, more than the limit of {limit}, and was not read',
  },
  'file-not-utf8': {
    severity: 'warning',
    zh: '有乱码字符，文件可能不是 UTF-8 编码',
    en: 'holds a replacement character: the file was probably not saved as UTF-8',
  },
  'file-spreadsheet': {
    severity: 'warning',
    zh: '是电子表格，未读取：请另存为“CSV UTF-8（逗号分隔）”',
    en: 'is a spreadsheet and was not read: save it as CSV UTF-8 (comma delimited)',
  },
  'file-name-unknown': {
    severity: 'warning',
    zh: '文件名看不出是什么数据，未读取：请改名为 observations-2023.csv 之类（areas、observations、registers、events、links）',
    en: 'its name does not say what it holds, and it was not read: call it observations-2023.csv or the like (areas, observations, registers, events, links)',
  },
  'csv-spreadsheet': {
    severity: 'error',
    zh: '内容是电子表格，不是 CSV，未读取：请在表格软件中另存为“CSV UTF-8（逗号分隔）”',
    en: 'holds a spreadsheet instead of CSV, and was not read: save it as CSV UTF-8 (comma delimited)',
  },
  'csv-empty': { severity: 'warning', zh: '文件是空的，没有表头', en: 'the file is empty, it has no header' },
  'csv-too-many-rows': {
    severity: 'error',
    zh: '文件有 {rows} 行，超过上限 {limit}，多出的未采用',
    en: 'the file has {rows} rows, more than the limit of {limit}; those beyond it were refused',
  },
  'csv-column-missing': {
    severity: 'error',
    zh: '缺少必需的列 {column}，整个文件未采用',
    en: 'the column {column} is required but missing, every row was refused',
  },
  'csv-column-unknown': {
    severity: 'warning',
    zh: '不认识的列 {column}，已忽略',
    en: 'unknown column {column}, left out',
  },
  'csv-column-twice': {
    severity: 'warning',
    zh: '列 {column} 重复，以先出现的为准',
    en: 'the column {column} stands twice, the first counts',
  },
  'csv-separator': {
    severity: 'error',
    zh: '各列应以英文逗号分隔，实为 {separator}',
    en: 'expected commas between the columns, got {separator}',
  },
  'csv-quotes': {
    severity: 'error',
    zh: '引号没有正确闭合',
    en: 'a quoted field is not closed properly',
  },
  'csv-rows-within-quotes': {
    severity: 'warning',
    zh: '引号里有 {lines} 行文字，其中 {rows} 行像是数据：可能多了一个引号，这些行未被读取',
    en: 'a quoted field spans {lines} lines, and {rows} of them look like rows: a quote is probably left open, and those rows were not read',
  },
  'csv-row-width': {
    severity: 'error',
    zh: '应有 {expected} 列，实有 {found} 列',
    en: 'expected {expected} fields, got {found}',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;

/** Findings about the roster. */
export const AREA_DIAGNOSTICS = {
  'area-code-missing': { severity: 'error', zh: '缺少代码', en: 'the code is missing' },
  'area-code-twice': {
    severity: 'error',
    zh: '代码 {code} 已在 {first} 使用',
    en: 'the code {code} already stands at {first}',
  },
  'area-code-digits': {
    severity: 'warning',
    zh: '{code} 与 {first} 的 {other} 只差末尾的零，却是两个地区；其他位数的写法不知指哪一个，都不采用',
    en: '{code} and {other} at {first} differ by zeros at the end and are two areas; which of them other numbers of digits mean is unknown, and they fit neither',
  },
  'area-code-scientific': {
    severity: 'warning',
    zh: '代码“{got}”是科学记数法：表格软件已丢失末尾的数字，请把这一列设为文本后重新导出',
    en: 'the code "{got}" is in scientific notation: a spreadsheet lost its last digits; make the column text and export it again',
  },
  'area-code-unseen': {
    severity: 'warning',
    zh: '代码“{got}”里有空格或看不见的字符，可能应为“{probably}”',
    en: 'the code "{got}" holds blanks or characters nobody sees; it is probably "{probably}"',
  },
  'area-name-missing': { severity: 'warning', zh: '{code} 没有名称', en: '{code} has no name' },
  'area-level-unknown': {
    severity: 'error',
    zh: '层级应为 county、township 或 village，实为“{got}”',
    en: 'expected county, township or village, got "{got}"',
  },
  'area-kind-unknown': {
    severity: 'error',
    zh: '类别应为 {expected} 之一，实为“{got}”',
    en: 'expected one of {expected}, got "{got}"',
  },
  'area-parent-missing': {
    severity: 'error',
    zh: '{level} {code} 没有写明上级',
    en: 'the {level} {code} names no parent',
  },
  'area-parent-unknown': {
    severity: 'error',
    zh: '{code} 的上级 {parent} 不在名册中',
    en: 'the parent {parent} of {code} is not in the roster',
  },
  'area-parent-refused': {
    severity: 'error',
    zh: '{code} 的上级 {parent}（{first}）有误，未被采用',
    en: 'the parent {parent} of {code}, at {first}, was refused',
  },
  'area-parent-level': {
    severity: 'error',
    zh: '{level} 的上级 {parent} 是 {parentLevel}，应为紧邻的上一级',
    en: 'the parent {parent} of a {level} is a {parentLevel}, not the level right above',
  },
  'area-roots': {
    severity: 'info',
    zh: '{count} 个地区没有上级：{areas}；结论对每个分别说',
    en: '{count} areas have none above them: {areas}; what is found is said of each',
  },
  'area-cycle': { severity: 'error', zh: '上下级循环：{ring}', en: 'parents run in a circle: {ring}' },
  'area-place': {
    severity: 'warning',
    zh: '经度应在 ±180、纬度在 ±90 之内，以度为单位，实为“{got}”，按空白处理',
    en: 'expected longitude within ±180 and latitude within ±90 degrees, got "{got}"; taken as blank',
  },
  'area-date': {
    severity: 'warning',
    zh: '应为日期，如 2021-06-30，实为“{got}”，按空白处理',
    en: 'expected a date like 2021-06-30, got "{got}"; taken as blank',
  },
  'area-dates-order': {
    severity: 'warning',
    zh: '失效日期 {to} 早于生效日期 {from}',
    en: 'the last day {to} comes before the first, {from}',
  },
  'area-rollout': {
    severity: 'warning',
    zh: '批次应为年份，实为“{got}”，按空白处理',
    en: 'expected a year, got "{got}"; taken as blank',
  },
  'area-cohort-unknown': {
    severity: 'warning',
    zh: '有 {count} 个单位属于批次 {cohort}，方案没有这一批',
    en: 'the batch {cohort} of {count} areas is not in the plan',
  },
  'area-alias-taken': {
    severity: 'warning',
    zh: '旧代码 {alias} 属于 {first}，此处不采用',
    en: 'the old code {alias} belongs to {first}, left out here',
  },
  'area-successor-unknown': {
    severity: 'warning',
    zh: '后继 {successor} 不在名册中',
    en: 'the successor {successor} is not in the roster',
  },
  'area-successor-undated': {
    severity: 'warning',
    zh: '有后继 {successor}，但没有失效日期，不知何时合并',
    en: 'has the successor {successor} but no last day, so it is unknown when they merged',
  },
  'area-successor-chain': {
    severity: 'warning',
    zh: '{code} 之后有 {length} 次合并，超过上限 {limit}，此处的后继未采用',
    en: '{code} is followed by {length} successors, more than the limit of {limit}; its own is left out',
  },
  'area-successor-cycle': {
    severity: 'warning',
    zh: '后继循环：{code} 最终又回到自身（{successor}）',
    en: 'the successors of {code} run in a circle, from {successor}',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;

/** Findings about observations, registers, events and links. */
export const ROW_DIAGNOSTICS = {
  'row-field-missing': { severity: 'error', zh: '{column} 不能为空', en: '{column} must not be empty' },
  'spelling-unseen': {
    severity: 'error',
    zh: '“{got}”里有空格或看不见的字符，应为“{probably}”',
    en: '"{got}" holds blanks or characters nobody sees; it is probably "{probably}"',
  },
  'spelling-apostrophe': {
    severity: 'error',
    zh: '“{got}”前面多了撇号，应为“{probably}”',
    en: '"{got}" has an apostrophe before it; it is probably "{probably}"',
  },
  'spelling-full-width': {
    severity: 'error',
    zh: '“{got}”是全角字符，应为“{probably}”',
    en: '"{got}" is written in full-width characters; it is probably "{probably}"',
  },
  'spelling-decimal': {
    severity: 'error',
    zh: '表格软件在后面加了小数：“{got}”应为“{probably}”',
    en: 'a spreadsheet added decimals: "{got}" is probably "{probably}"',
  },
  'spelling-zeros': {
    severity: 'error',
    zh: '表格软件去掉了前面的零：“{got}”应为“{probably}”；请把这一列设为文本',
    en: 'a spreadsheet took the zeros in front: "{got}" is probably "{probably}"; make the column text',
  },
  'spelling-scientific': {
    severity: 'error',
    zh: '表格软件把代码写成了科学记数法，末尾的数字已经丢失：“{got}”可能是 {probably}；请把这一列设为文本后重新导出',
    en: 'a spreadsheet wrote the code in scientific notation and lost its last digits: "{got}" is probably {probably}; make the column text and export it again',
  },
  'spelling-scientific-code': {
    severity: 'error',
    zh: '表格软件把代码写成了科学记数法，末尾的数字已经丢失：“{got}”；请把这一列设为文本后重新导出',
    en: 'a spreadsheet wrote the code in scientific notation and lost its last digits: "{got}"; make the column text and export it again',
  },
  'row-field-type': {
    severity: 'error',
    zh: '应为文本或数字，实为 {got}',
    en: 'expected a text or a number, got {got}',
  },
  'row-unreadable': { severity: 'error', zh: '无法读取：{why}', en: 'cannot be read: {why}' },
  'row-area-unknown': {
    severity: 'error',
    zh: '名册中没有代码 {got}',
    en: 'the roster has no area with the code "{got}"',
  },
  'row-date': {
    severity: 'error',
    zh: '应为日期，如 2021-06-30，实为“{got}”',
    en: 'expected a date like 2021-06-30, got "{got}"',
  },
  'row-dates-order': {
    severity: 'error',
    zh: '结束日期 {to} 早于开始日期 {from}',
    en: 'the end {to} comes before the start {from}',
  },
  'row-twice': { severity: 'info', zh: '与 {first} 完全相同', en: 'says the same as {first}' },

  'observation-indicator-unknown': {
    severity: 'error',
    zh: '方案没有指标“{got}”',
    en: 'the plan has no indicator "{got}"',
  },
  'observation-period': {
    severity: 'error',
    zh: '应为时期，如 2021、2021-H1、2021-Q1、2021-06 或 2021-06-30，实为“{got}”',
    en: 'expected a period like 2021, 2021-H1, 2021-Q1, 2021-06 or 2021-06-30, got "{got}"',
  },
  'observation-period-outside': {
    severity: 'error',
    zh: '时期 {got} 不在可用的 {first} 至 {last} 内',
    en: 'the period {got} lies outside {first} to {last}',
  },
  'observation-period-calendar': {
    severity: 'error',
    zh: '方案没有声明自己的年度，不知“{got}”指何时；请在方案中写 "calendar"，或写自然年的时期',
    en: 'the plan declares no years of its own for "{got}"; give it a "calendar", or write a period of the calendar',
  },
  'observation-unit-unknown': {
    severity: 'error',
    zh: '不认识的单位“{got}”；此指标可用 {known}',
    en: 'unknown unit "{got}"; the indicator takes {known}',
  },
  'observation-unit-dimension': {
    severity: 'error',
    zh: '单位“{got}”不能换算为指标的单位“{expected}”',
    en: 'the unit "{got}" does not convert into the indicator\'s, "{expected}"',
  },
  'observation-unit-unexpected': {
    severity: 'error',
    zh: '{type} 型指标没有单位，实为“{got}”',
    en: 'an indicator of type {type} has no unit, got "{got}"',
  },
  'observation-columns': {
    severity: 'error',
    zh: '分子、分母只用于 ratio 型指标，“{indicator}”是 {type} 型',
    en: 'numerator and denominator belong to indicators of type ratio, "{indicator}" is a {type}',
  },
  'observation-pair-incomplete': {
    severity: 'error',
    zh: '应同时给出分子和分母，或以 % 为单位的百分比',
    en: 'expected both numerator and denominator, or a percentage with the unit %',
  },
  'observation-pair-negative': {
    severity: 'error',
    zh: '不能为负数，实为 {got}',
    en: 'must not be negative, got {got}',
  },
  'observation-above-whole': {
    severity: 'error',
    zh: '分子 {numerator} 大于分母 {denominator}',
    en: 'the numerator {numerator} is larger than the denominator {denominator} it is a part of',
  },
  'observation-percentage-above-whole': {
    severity: 'error',
    zh: '百分比 {got} 超过 100%',
    en: 'the percentage {got} is above 100',
  },
  'observation-percentages-as-ratios': {
    severity: 'warning',
    zh: '“{indicator}”的 {count} 个百分比都不超过 1，例如 {got}：是否写成了小数？85% 应写作 85',
    en: 'all {count} percentages of "{indicator}" are 1 or less, like {got}: were they written as ratios? 85% is written as 85',
  },
  'observation-percentage-differs': {
    severity: 'warning',
    zh: '百分比 {got} 与 {numerator}÷{denominator} 不符，以分子、分母为准',
    en: 'the percentage {got} is not {numerator} ÷ {denominator}; the pair counts',
  },
  'observation-state': {
    severity: 'error',
    zh: '应为 0、1 或留空，实为“{got}”',
    en: 'expected 0, 1 or a blank, got "{got}"',
  },
  'observation-grade': {
    severity: 'error',
    zh: '应为 {best}（最好）至 {worst}（最差）的整数或留空，实为“{got}”',
    en: 'expected a whole number from {best}, the best, to {worst}, the worst, or a blank, got "{got}"',
  },
  'observation-conflict': {
    severity: 'error',
    zh: '同一天报了不同的数：此处 {got}，{first} 为 {other}',
    en: 'two reports of the same day differ: {got} here, {other} at {first}',
  },
  'observation-too-many': {
    severity: 'error',
    zh: '同一个数的报告已有 {limit} 条，达到上限，此条未采用',
    en: 'this figure has {limit} reports already, which is the limit; this one is left out',
  },
  'observation-twice': { severity: 'info', zh: '与 {first} 报的数相同', en: 'reports the same figure as {first}' },

  'value-not-a-number': {
    severity: 'error',
    zh: '应为数字或留空，实为“{got}”',
    en: 'expected a number or a blank, got "{got}"',
  },
  'value-not-finite': {
    severity: 'error',
    zh: '应为有限的数字，实为“{got}”',
    en: 'expected a finite number, got "{got}"',
  },
  'value-scientific': {
    severity: 'warning',
    zh: '“{got}”是科学记数法，表格软件可能已丢失末尾的数字；按原样采用',
    en: '"{got}" is in scientific notation, and a spreadsheet may have cut its last digits; it is taken as it stands',
  },
  'value-full-width': {
    severity: 'error',
    zh: '请用半角数字，实为“{got}”',
    en: 'expected the digits 0-9, got full-width ones: "{got}"',
  },
  'value-thousands': {
    severity: 'error',
    zh: '请不要用千位分隔符，实为“{got}”',
    en: 'expected a number without thousands separators, got "{got}"',
  },
  'value-too-long': {
    severity: 'error',
    zh: '数字过长：“{got}”',
    en: 'the number is too long to be kept exactly: "{got}"',
  },
  'value-too-precise': {
    severity: 'error',
    zh: '小数位过多，无法精确保存：“{got}”',
    en: 'more decimals than can be kept exactly: "{got}"',
  },
  'value-too-large': {
    severity: 'error',
    zh: '数字过大，无法精确保存：“{got}”',
    en: 'too large to be kept exactly: "{got}"',
  },

  'register-attribute': {
    severity: 'warning',
    zh: '属性应写作 名称=值，“{got}”已忽略',
    en: 'expected attributes as key=value, left out "{got}"',
  },
  'register-unused': {
    severity: 'warning',
    zh: '方案没有用到名册“{register}”',
    en: 'no target of the plan counts the register "{register}"',
  },
  'event-kind-unused': {
    severity: 'warning',
    zh: '方案没有用到事件“{kind}”',
    en: 'no target of the plan asks for events of the kind "{kind}"',
  },
  'event-covered-unknown': {
    severity: 'warning',
    zh: '覆盖范围中的代码 {got} 不在名册中',
    en: 'the roster has no area with the covered code "{got}"',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;
