import type { Diagnostic, Locale, Severity } from '@guatu/core';

interface FindingKind {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
}

/** What can be wrong before a file is read, and with what is asked of a board; core knows what is wrong inside files. */
const FINDINGS = {
  'source-network': {
    severity: 'error',
    zh: '无法取得：{reason}。请检查网络和地址',
    en: 'cannot be fetched: {reason}; check the network and the address',
  },
  'source-status': {
    severity: 'error',
    zh: '服务器回答 {status}。请检查地址',
    en: 'the server answered {status}; check the address',
  },
  'source-html': {
    severity: 'error',
    zh: '得到的是网页，不是数据文件。地址可能写错，或需要登录',
    en: 'a web page came instead of the data file; the address may be wrong, or a login is needed',
  },
  'source-empty': { severity: 'warning', zh: '文件是空的', en: 'the file is empty' },
  'source-name': {
    severity: 'warning',
    zh: '看不出是哪一类文件，未读取。文件名应以 observations、registers、events 或 links 开头，以 .csv 结尾',
    en: 'not read: expected a name that begins with observations, registers, events or links and ends in .csv',
  },
  'source-form': {
    severity: 'error',
    zh: '应为地址、{ name, text } 或 { name, rows: [ … ] }，未读取',
    en: 'not read: expected an address, { name, text } or { name, rows: [ … ] }',
  },
  'source-beside-dataset': {
    severity: 'warning',
    zh: '已给出数据集，其中有名册和全部报数；这些文件未读取',
    en: 'not read: a dataset was given, which has a roster and all reports of its own',
  },
  'source-bytes': {
    severity: 'error',
    zh: '应为地址或 { bytes: ArrayBuffer }，未打开',
    en: 'not opened: expected an address or { bytes: ArrayBuffer }',
  },
  'source-beside-board': {
    severity: 'warning',
    zh: '已给出挂图文件，其中有方案、名册和全部报数；{names} 未读取',
    en: 'a board file was given, which has a plan, a roster and all reports of its own; {names} not read',
  },
  'dataset-form': {
    severity: 'error',
    zh: '应为 readDataset 或 createDataset 得到的数据集，未采用',
    en: 'not used: expected a dataset as readDataset or createDataset answers it',
  },
  'source-archive': {
    severity: 'error',
    zh: '这是矢量瓦片（PMTiles），只能用作边界',
    en: 'this is an archive of vector tiles (PMTiles), which can only be boundaries',
  },
  'tiles-not-pmtiles': {
    severity: 'error',
    zh: '应为 PMTiles 第 3 版，开头却是“{got}”。改用示意布局',
    en: 'expected PMTiles version 3, but it begins with "{got}"; areas are drawn as tiles instead',
  },
  'tiles-not-vector': {
    severity: 'error',
    zh: '里面是图片瓦片，不是矢量瓦片。改用示意布局',
    en: 'it holds pictures, not vector tiles; areas are drawn as tiles instead',
  },
  'tiles-no-layer': {
    severity: 'error',
    zh: '找不到 villages 或 townships 图层。请用 guatu tiles 制作，或把图层改为此名。改用示意布局',
    en: 'has no layer named villages or townships; make it with guatu tiles, or name its layer so. Areas are drawn as tiles instead',
  },
  'tiles-no-overview': {
    severity: 'error',
    zh: '地区太多，又没有全图所需的概览。请用 guatu tiles 重新制作。改用示意布局',
    en: 'has too many areas, and no overview of them for a first picture; make it again with guatu tiles. Areas are drawn as tiles instead',
  },
  'tiles-no-ranges': {
    severity: 'error',
    zh: '服务器不支持按范围读取（Range），整个文件有 {megabytes} MB，未下载。请在服务器上启用 Range，或换用支持的静态网站。改用示意布局',
    en: 'the server does not answer range requests, and the whole file of {megabytes} MB was not fetched; switch ranges on, or use another static host. Areas are drawn as tiles instead',
  },
  'tiles-truncated': {
    severity: 'error',
    zh: '文件不完整：应有 {needed} 字节，只有 {got} 字节。请重新上传。改用示意布局',
    en: 'is cut short: {needed} bytes are needed, there are {got}; upload it again. Areas are drawn as tiles instead',
  },
  'tiles-broken': {
    severity: 'error',
    zh: '瓦片无法读取：{reason}。请重新制作并上传',
    en: 'its tiles cannot be read: {reason}; make it again and upload it',
  },
  'board-plan-missing': {
    severity: 'error',
    zh: '没有可用的计划，只能显示批次',
    en: 'there is no plan to judge by; only the batches can be shown',
  },
  'board-areas-missing': {
    severity: 'error',
    zh: '没有可用的地区名录，无法画图',
    en: 'there is no list of areas, so nothing can be drawn',
  },
  'board-kept': {
    severity: 'warning',
    zh: '新的文件没有取到，仍显示先前的内容',
    en: 'the new files could not be fetched; what was shown before still is',
  },
  'state-date': {
    severity: 'warning',
    zh: '应为 2021-12-31 这样的日期，实为“{got}”，未采用',
    en: 'expected a date like 2021-12-31, got "{got}"; left as it was',
  },
  'state-choice': {
    severity: 'warning',
    zh: '应为 {expected} 之一，实为“{got}”，未采用',
    en: 'expected one of {expected}, got "{got}"; left as it was',
  },
  'state-field': {
    severity: 'warning',
    zh: '没有这一项可选，未采用；可选的有 {expected}',
    en: 'nothing of that name can be chosen, left out; there are {expected}',
  },
  'state-breaks': {
    severity: 'warning',
    zh: '应为 auto、equal、quantile、natural 之一，或 1,5,10 这样由小到大、最多五个的下限，实为“{got}”，未采用',
    en: 'expected auto, equal, quantile, natural, or up to five ascending lower bounds like 1,5,10, got "{got}"; left as it was',
  },
  'state-ramp': {
    severity: 'warning',
    zh: '应为 2 到 12 个 #1a7b6c 这样的颜色，从低到高，实为“{got}”，未采用',
    en: 'expected two to twelve colours like #1a7b6c, lowest first, got "{got}"; left as it was',
  },
  'state-ramp-alike': {
    severity: 'info',
    zh: '相邻的颜色难以分辨（不到 1.15:1）：{got}',
    en: 'neighbouring colours are hard to tell apart, less than 1.15:1: {got}',
  },
  'state-ramp-text': {
    severity: 'info',
    zh: '这些颜色上的文字不到 4.5:1：{got}',
    en: 'text on these colours does not reach 4.5:1: {got}',
  },
  'state-labels': {
    severity: 'warning',
    zh: '应为一到十二个不超过 60 字的名称，实为“{got}”，未采用',
    en: 'expected one to twelve names of at most 60 characters, got "{got}"; left as it was',
  },
  'class-labels-count': {
    severity: 'warning',
    zh: '给了 {given} 个分级名称，图例有 {classes} 级，仍写数值范围',
    en: '{given} class labels were given and the legend has {classes} classes: their ranges are shown instead',
  },
  'tip-failed': {
    severity: 'warning',
    zh: '提示函数没有给出文字：{reason}。仍显示原有的提示',
    en: 'the function for tips gave no text: {reason}; the usual tip is shown',
  },
  'state-domain': {
    severity: 'warning',
    zh: '计划里没有领域“{got}”',
    en: 'the plan has no domain "{got}"',
  },
  'state-target': {
    severity: 'warning',
    zh: '计划里没有任务“{got}”',
    en: 'the plan has no target "{got}"',
  },
  'state-area': { severity: 'warning', zh: '名录里没有地区“{got}”', en: 'there is no area "{got}"' },
  'state-within': {
    severity: 'warning',
    zh: '“{got}”不是名录里有村的乡镇，显示全县',
    en: 'there is no township "{got}" with villages; the whole county is shown',
  },
  'basemap-key': {
    severity: 'warning',
    zh: '天地图要用您自己的密钥，没有密钥不请求底图',
    en: 'Tianditu needs a key of your own; without one no base map is asked for',
  },
  'basemap-failed': {
    severity: 'warning',
    zh: '底图没有显示或不完整：{reason}',
    en: 'the base map is missing or not complete: {reason}',
  },
  'basemap-not-shown': {
    severity: 'info',
    zh: '底图只在有地理边界并用 WebGL 绘图时显示',
    en: 'a base map is shown only under boundaries and where WebGL draws',
  },
  'script-missing': {
    severity: 'error',
    zh: '有一部分程序没有取到：{reason}。请检查网络，再重新载入网页',
    en: 'a part of the script could not be fetched: {reason}; check the network, and load the page again',
  },
  'hash-shared': {
    severity: 'warning',
    zh: '网页地址已由另一张地图使用，这张地图没有 id，未写入',
    en: "another map writes to the page's address and this one has no id of its own; left out",
  },
  'hash-refused': {
    severity: 'warning',
    zh: '地址里的 {names} 太长或无法识别，未采用',
    en: '{names} in the address is too long or unreadable; left out',
  },
  'hash-closed': { severity: 'info', zh: '这个网页不允许改写地址', en: 'this page lets nobody change its address' },
  'publication-approval': { severity: 'info', zh: '没有写审图号', en: 'there is no map approval number' },
  'publication-data-date': { severity: 'info', zh: '没有写数据截至日期', en: 'there is no date of the data' },
  'publication-publisher': { severity: 'info', zh: '没有写发布单位', en: 'there is no publisher' },
  'publication-schematic': {
    severity: 'info',
    zh: '示意布局，图上没有任何界线',
    en: 'the layout is schematic: no boundary is shown',
  },
  'export-failed': { severity: 'warning', zh: '图片没有生成：{reason}', en: 'no picture was made: {reason}' },
  'renderer-interrupted': {
    severity: 'info',
    zh: 'WebGL 绘图中断，暂用普通绘图',
    en: 'WebGL was interrupted; drawn without it until it is back',
  },
  'renderer-fallback': {
    severity: 'info',
    zh: '三维绘图不可用，已改用普通绘图：{reason}',
    en: 'drawn without WebGL: {reason}',
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof FINDINGS;

/**
 * A finding of the board itself.
 *
 * @param path file or state it is about: `plan.json`, `as-of`
 */
export function createFinding(code: FindingCode, path: string, params: Diagnostic['params'] = {}): Diagnostic {
  const { severity, en } = FINDINGS[code];
  return { code, severity, path, message: `${path}: ${fill(en, params)}`, params };
}

/** The sentence of one of the board's findings, after its place where it has one, or nothing for a code that is not the board's. */
export function describeFinding({ code, path, params = {} }: Diagnostic, locale: Locale): string | undefined {
  if (!Object.hasOwn(FINDINGS, code)) return undefined;
  const sentence = fill(FINDINGS[code as FindingCode][locale], params);
  if (path === '') return sentence;
  return locale === 'zh' ? `${path}：${sentence}` : `${path}: ${sentence}`;
}

/** What went wrong with an archive of tiles: the finding its error names. */
export function describeFault(path: string, error: unknown): Diagnostic {
  const { code, params } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly params?: Diagnostic['params'];
  };
  if (typeof code === 'string' && Object.hasOwn(FINDINGS, code))
    return createFinding(code as FindingCode, path, params);
  return createFinding('tiles-broken', path, { reason: error instanceof Error ? error.message : String(error) });
}

/** Longest of what is put into a sentence: an address, and what is to be done about it. */
const LONGEST = 400;

function fill(template: string, params: NonNullable<Diagnostic['params']>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? shorten(String(params[name]).replace(/\s+/g, ' ')) : place,
  );
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
