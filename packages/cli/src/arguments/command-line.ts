import { parseDate, PROGRESS_METHODS } from '@guatu/core';
import type { IsoDate, Level, Locale, ProgressMethod } from '@guatu/core';
import { COORDINATE_SYSTEMS, readBreaks, TEXT_SIZES, THEME_NAMES } from '@guatu/map/scene';
import type { BreakMethod, CoordinateSystem, TextSize, ThemeName, TileShape } from '@guatu/map/scene';
import { readOptions } from './read-options.js';
import type { GivenOptions, OptionKind } from './read-options.js';
import { notOneOf, UsageError } from './usage-error.js';

export const COMMANDS = ['init', 'check', 'evaluate', 'draw', 'pack', 'tiles'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What every command reads. */
export interface SourceArguments {
  /** A plan, or a board file that has plan and data in it. */
  readonly plan: string;
  readonly areas: readonly string[];
  readonly data: readonly string[];
  readonly locale: Locale;
}

export interface CheckArguments extends SourceArguments {
  readonly asOf: IsoDate | null;
  readonly knownOn: IsoDate | null;
}

export interface InitArguments {
  /** Where the sample is written; the present folder unless one is named. */
  readonly folder: string;
}

const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface EvaluateArguments extends SourceArguments {
  readonly asOf: IsoDate;
  readonly knownOn: IsoDate | null;
  /** Ids; empty for all. */
  readonly targets: readonly string[];
  /** Empty for all. */
  readonly levels: readonly Level[];
  readonly format: Format;
  readonly explain: boolean;
  readonly progress: ProgressMethod | null;
  readonly output: string | null;
}

const VIEWS = ['both', 'rollout', 'attainment', 'figure', 'lights'] as const;

const COMPARISONS = ['beside', 'change'] as const;

export interface DrawArguments extends SourceArguments {
  /** `null` for the last day with reports. */
  readonly asOf: IsoDate | null;
  readonly knownOn: IsoDate | null;
  readonly target: string | null;
  /** Id of a domain, drawn where no target is named. */
  readonly domain: string | null;
  /** Code of a township whose villages are drawn alone. */
  readonly within: string | null;
  readonly breaks: BreakMethod;
  /** A second day; `null` draws one. */
  readonly compareTo: IsoDate | null;
  readonly comparison: (typeof COMPARISONS)[number];
  readonly theme: ThemeName;
  readonly textSize: TextSize;
  /** `null` for villages, or townships where only these have shapes. */
  readonly level: 'township' | 'village' | null;
  readonly view: (typeof VIEWS)[number];
  readonly boundaries: string | null;
  /** Coordinate system of the boundaries; what the file declares when `null`. */
  readonly crs: CoordinateSystem | null;
  /** Properties of the boundaries that hold code and name; empty for the usual ones. */
  readonly codeProperty: string;
  readonly nameProperty: string;
  readonly tiles: TileShape;
  readonly width: number;
  readonly title: string | null;
  /** Lines at the foot. */
  readonly notes: readonly string[];
  readonly publisher: string | null;
  /** 审图号. */
  readonly approval: string | null;
  /** Pixels of a PNG for each unit of the picture. */
  readonly scale: number;
  /** Without title, legend and notes, for a document that has its own. */
  readonly mapOnly: boolean;
  readonly output: string | null;
}

export interface PackArguments extends SourceArguments {
  readonly output: string;
}

export interface TilesArguments {
  readonly boundaries: string;
  /** Rosters that name the shapes; empty where the shapes name themselves. */
  readonly areas: readonly string[];
  /** Coordinate system of the boundaries; empty for the one they declare. */
  readonly crs: string;
  /** Properties of the boundaries that hold code and name; empty for the usual ones. */
  readonly codeProperty: string;
  readonly nameProperty: string;
  readonly output: string;
}

const SOURCES = {
  areas: { type: 'string', multiple: true },
  data: { type: 'string', multiple: true },
  locale: { type: 'string' },
  'known-on': { type: 'string' },
  'as-of': { type: 'string' },
} as const satisfies Readonly<Record<string, OptionKind>>;

const OUTPUT = { output: { type: 'string', short: 'o' } } as const satisfies Readonly<Record<string, OptionKind>>;

const PROPERTIES = {
  'code-property': { type: 'string' },
  'name-property': { type: 'string' },
} as const satisfies Readonly<Record<string, OptionKind>>;

const LEVELS: readonly Level[] = ['county', 'township', 'village'];

/** Reads `guatu init`. @throws UsageError */
export function readInit(args: readonly string[]): InitArguments {
  const given = readOptions(args, { locale: { type: 'string' } });
  const [folder = '.', ...others] = given.positionals;
  if (others.length > 0) {
    throw new UsageError({
      zh: `只能给一个文件夹，多出：${others.join(' ')}`,
      en: `one folder only, but there is also: ${others.join(' ')}`,
    });
  }
  const asked = last(given, 'locale');
  if (asked !== undefined) requireOneOf('--locale', asked, ['zh', 'en']);
  return { folder };
}

/** Reads `guatu check`. @throws UsageError */
export function readCheck(args: readonly string[], locale: Locale): CheckArguments {
  const given = readOptions(args, SOURCES);
  return {
    ...readSources(given, locale),
    asOf: readDate(given, 'as-of'),
    knownOn: readDate(given, 'known-on'),
  };
}

/** Reads `guatu evaluate`. @throws UsageError */
export function readEvaluate(args: readonly string[], locale: Locale): EvaluateArguments {
  const given = readOptions(args, {
    ...SOURCES,
    ...OUTPUT,
    target: { type: 'string', multiple: true },
    level: { type: 'string', multiple: true },
    format: { type: 'string' },
    explain: { type: 'boolean' },
    progress: { type: 'string' },
  });
  return {
    ...readSources(given, locale),
    ...readMoment(given),
    targets: [...new Set(given.values.get('target'))],
    levels: (given.values.get('level') ?? []).map((level) => requireOneOf('--level', level, LEVELS)),
    format: readOneOf(given, 'format', FORMATS) ?? 'table',
    explain: given.values.has('explain'),
    progress: readOneOf(given, 'progress', PROGRESS_METHODS) ?? null,
    output: last(given, 'output') ?? null,
  };
}

/** Reads `guatu draw`. @throws UsageError */
export function readDraw(args: readonly string[], locale: Locale): DrawArguments {
  const given = readOptions(args, {
    ...SOURCES,
    ...OUTPUT,
    target: { type: 'string' },
    domain: { type: 'string' },
    within: { type: 'string' },
    breaks: { type: 'string' },
    'compare-to': { type: 'string' },
    comparison: { type: 'string' },
    theme: { type: 'string' },
    'text-size': { type: 'string' },
    publisher: { type: 'string' },
    'approval-number': { type: 'string' },
    scale: { type: 'string' },
    level: { type: 'string' },
    view: { type: 'string' },
    boundaries: { type: 'string' },
    crs: { type: 'string' },
    ...PROPERTIES,
    tiles: { type: 'string' },
    width: { type: 'string' },
    title: { type: 'string' },
    note: { type: 'string', multiple: true },
    'map-only': { type: 'boolean' },
  });
  const [target, domain] = [last(given, 'target') ?? null, last(given, 'domain') ?? null];
  const view = readOneOf(given, 'view', VIEWS) ?? (target === null && domain === null ? 'rollout' : 'both');
  return {
    ...readSources(given, locale),
    asOf: readDate(given, 'as-of'),
    knownOn: readDate(given, 'known-on'),
    target,
    domain,
    view,
    level: readOneOf(given, 'level', ['village', 'township'] as const) ?? null,
    within: last(given, 'within') ?? null,
    breaks: readMethod(last(given, 'breaks')),
    compareTo: readDate(given, 'compare-to'),
    comparison: readComparison(given),
    theme: readOneOf(given, 'theme', THEME_NAMES) ?? 'light',
    textSize: readOneOf(given, 'text-size', TEXT_SIZES) ?? 'standard',
    boundaries: last(given, 'boundaries') ?? null,
    crs: readOneOf(given, 'crs', COORDINATE_SYSTEMS) ?? null,
    ...readProperties(given),
    tiles: readOneOf(given, 'tiles', ['square', 'hexagon'] as const) ?? 'square',
    width: readWidth(last(given, 'width')),
    scale: readScale(last(given, 'scale')),
    title: last(given, 'title') ?? null,
    notes: given.values.get('note') ?? [],
    publisher: last(given, 'publisher') ?? null,
    approval: last(given, 'approval-number') ?? null,
    mapOnly: given.values.has('map-only'),
    output: last(given, 'output') ?? null,
  };
}

function readProperties(given: GivenOptions): Pick<TilesArguments, 'codeProperty' | 'nameProperty'> {
  return { codeProperty: last(given, 'code-property') ?? '', nameProperty: last(given, 'name-property') ?? '' };
}

/** Two maps need a sheet: the map alone can show a change only. */
function readComparison(given: GivenOptions): DrawArguments['comparison'] {
  const comparison = readOneOf(given, 'comparison', COMPARISONS) ?? 'beside';
  if (comparison === 'change' || !given.values.has('map-only') || !given.values.has('compare-to')) return comparison;
  throw new UsageError({
    zh: '--map-only 只画一张图，不能并排两天；请加 --comparison change',
    en: '--map-only draws one map, and two days side by side need a sheet: add --comparison change',
  });
}

function readMethod(text: string | undefined): BreakMethod {
  const method = readBreaks(text ?? 'auto');
  if (method !== undefined) return method;
  throw new UsageError({
    zh: `--breaks：应为 auto、equal、quantile、natural，或 1,5,10 这样由小到大的分界，实为“${text}”`,
    en: `--breaks: expected auto, equal, quantile, natural, or ascending bounds like 1,5,10, got "${text}"`,
  });
}

function readScale(text: string | undefined): number {
  if (text === undefined) return 2;
  const scale = Number(text);
  if (scale >= 0.25 && scale <= 10) return scale;
  throw new UsageError({
    zh: `--scale：应为 0.25 到 10 的数，实为“${text}”`,
    en: `--scale: expected a number from 0.25 to 10, got "${text}"`,
  });
}

/** Reads `guatu pack`. @throws UsageError */
export function readPack(args: readonly string[], locale: Locale): PackArguments {
  const { areas, data, locale: language } = SOURCES;
  const given = readOptions(args, { areas, data, locale: language, ...OUTPUT });
  const sources = readSources(given, locale);
  const output = last(given, 'output');
  if (output === undefined) {
    throw new UsageError({ zh: '缺少输出文件：-o board.guatu', en: 'where to write is missing: -o board.guatu' });
  }
  return { ...sources, output };
}

/** Reads `guatu tiles`. @throws UsageError */
export function readTiles(args: readonly string[]): TilesArguments {
  const given = readOptions(args, {
    ...OUTPUT,
    areas: { type: 'string', multiple: true },
    crs: { type: 'string' },
    ...PROPERTIES,
    locale: { type: 'string' },
  });
  const [boundaries, ...others] = given.positionals;
  if (boundaries === undefined) {
    throw new UsageError({
      zh: '缺少边界文件，例如 boundaries.geojson',
      en: 'the file of boundaries is missing, like boundaries.geojson',
    });
  }
  if (others.length > 0) {
    throw new UsageError({
      zh: `只能给一个边界文件，多出：${others.join(' ')}`,
      en: `one file of boundaries only, but there is also: ${others.join(' ')}`,
    });
  }
  const asked = last(given, 'locale');
  if (asked !== undefined) requireOneOf('--locale', asked, ['zh', 'en']);
  const output = last(given, 'output');
  if (output === undefined) {
    throw new UsageError({ zh: '缺少输出文件：-o areas.pmtiles', en: 'where to write is missing: -o areas.pmtiles' });
  }
  return {
    boundaries,
    areas: given.values.get('areas') ?? [],
    crs: readOneOf(given, 'crs', COORDINATE_SYSTEMS) ?? '',
    ...readProperties(given),
    output,
  };
}

function readSources({ positionals, values }: GivenOptions, locale: Locale): SourceArguments {
  const [plan, ...others] = positionals;
  if (plan === undefined) {
    throw new UsageError({ zh: '缺少方案文件，例如 plan.json', en: 'the plan file is missing, like plan.json' });
  }
  if (others.length > 0) {
    throw new UsageError({
      zh: `只能给一个方案文件，多出：${others.join(' ')}；数据文件请用 --data`,
      en: `one plan file only, but there is also: ${others.join(' ')}; give data files with --data`,
    });
  }
  const asked = values.get('locale')?.at(-1);
  if (asked !== undefined) requireOneOf('--locale', asked, ['zh', 'en']);
  return { plan, areas: values.get('areas') ?? [], data: values.get('data') ?? [], locale };
}

function readMoment(given: GivenOptions): { readonly asOf: IsoDate; readonly knownOn: IsoDate | null } {
  const asOf = readDate(given, 'as-of');
  if (asOf === null) {
    throw new UsageError({
      zh: '缺少 --as-of 日期：要说明哪一天的情况，例如 --as-of 2021-12-31',
      en: '--as-of DATE is missing: the day to describe, like --as-of 2021-12-31',
    });
  }
  return { asOf, knownOn: readDate(given, 'known-on') };
}

function readDate(given: GivenOptions, name: string): IsoDate | null {
  const text = last(given, name);
  if (text === undefined) return null;
  if (parseDate(text) !== undefined) return text;
  throw new UsageError({
    zh: `--${name}：应为 2021-12-31 这样的日期，实为“${text}”`,
    en: `--${name}: expected a date like 2021-12-31, got "${text}"`,
  });
}

function readWidth(text: string | undefined): number {
  if (text === undefined) return 960;
  const width = Number(text);
  if (Number.isInteger(width) && width >= 160 && width <= 20_000) return width;
  throw new UsageError({
    zh: `--width：应为 160 到 20000 的整数，实为“${text}”`,
    en: `--width: expected a whole number from 160 to 20000, got "${text}"`,
  });
}

function last({ values }: GivenOptions, name: string): string | undefined {
  return values.get(name)?.at(-1);
}

function readOneOf<Choice extends string>(
  given: GivenOptions,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = last(given, name);
  return text === undefined ? undefined : requireOneOf(`--${name}`, text, choices);
}

function requireOneOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw notOneOf(option, text, choices);
  return found;
}
