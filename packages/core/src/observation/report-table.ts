import { writePlace } from '../diagnostic/row-place.js';
import { formatDecimal } from '../quantity/decimal.js';
import type { Unit } from '../quantity/unit.js';
import { parseUnit } from '../quantity/unit.js';
import { formatIn } from '../quantity/convert.js';
import type { Day, Period } from '../period/period.js';
import type { Report } from './dataset.js';
import type { ReportBlock } from './report-block.js';
import { blockDenominator, blockValue } from './report-block.js';
import type { Form, ReportFigure } from './report-figure.js';
import { FORM } from './report-figure.js';

/** Which code a report came under, where it was not that of a predecessor. */
export const UNDER = {
  /** The area's own code. */
  own: -1,
  /** An alias that is an old code of the same area. */
  alias: -2,
} as const;

/** What a report says: in integers, and as it was written. Many reports say the same, and share it. */
export interface Said {
  readonly figure: ReportFigure;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
}

/** One row, ready to be kept. */
export interface NewReport {
  readonly indicator: number;
  /** Row of the area the figure belongs to. */
  readonly area: number;
  /** `UNDER`, or the row of the predecessor whose code was used after it had ceased. */
  readonly under: number;
  readonly period: Period;
  readonly reportedOn: Day;
  readonly said: Said;
  readonly source: string;
  readonly note: string;
  /** `observations.csv:14` in two parts; as `writePlace` takes them. */
  readonly file: string;
  readonly line: number;
}

/** Fields that are numbers, in whichever arrays they came. */
interface NumberColumns<Column> {
  readonly indicator: Column;
  readonly area: Column;
  readonly under: Column;
  /** Position among the periods. */
  readonly period: Column;
  readonly reportedOn: Column;
  readonly line: Column;
}

/** Many rows at once, by column. */
export interface ReportColumns extends NumberColumns<ArrayLike<number>> {
  readonly said: Said[];
  readonly source: string[];
  readonly note: string[];
  readonly file: string[];
  /** No two of one text. */
  readonly periods: readonly Period[];
}

/**
 * All reports, one array per field. Numbers below `blockReports` belong to blocks, which came as whole
 * columns; the others were read row by row. `at` puts one together when it is asked for.
 */
export class ReportTable {
  readonly blockReports: number;
  readonly periods: Period[] = [];
  readonly blocks: readonly ReportBlock[];
  readonly #indicators: readonly string[];
  readonly #periodNumbers = new Map<string, number>();
  readonly #interned = new Map<string, string>();

  #numbers: NumberColumns<ArrayLike<number>>;
  /** The same once something is added to them. */
  #growing: NumberColumns<number[]> | undefined;
  readonly #said: Said[];
  readonly #source: string[];
  readonly #note: string[];
  readonly #file: string[];
  /** What refused reports had said. */
  readonly #refused = new Map<number, Said>();
  readonly #unitOf: FindUnit;

  /** @param indicators - ids, by the number reports call them. */
  constructor(
    indicators: readonly string[],
    { blocks = [], rows = noRows(), parseUnit: unitOf = parseUnit }: ReportSources = {},
  ) {
    this.#unitOf = unitOf;
    this.#indicators = indicators;
    this.blocks = blocks;
    this.blockReports = blocks.reduce((end, { first, values }) => Math.max(end, first + values.length), 0);
    for (const { period } of blocks) this.numberPeriod(period);
    for (const period of rows.periods) this.numberPeriod(period);
    this.#numbers = rows;
    this.#said = rows.said;
    this.#source = rows.source;
    this.#note = rows.note;
    this.#file = rows.file;
  }

  get length(): number {
    return this.blockReports + this.#said.length;
  }

  /** Number of a period, the same for the same text. */
  numberPeriod(period: Period): number {
    const known = this.#periodNumbers.get(period.text);
    if (known !== undefined) return known;
    const number = this.periods.push(period) - 1;
    this.#periodNumbers.set(period.text, number);
    return number;
  }

  /** Keeps a report and answers its number. */
  add(report: NewReport): number {
    const { indicator, area, under, period, reportedOn, line } = this.#grow();
    indicator.push(report.indicator);
    area.push(report.area);
    under.push(report.under);
    period.push(this.numberPeriod(report.period));
    reportedOn.push(report.reportedOn);
    line.push(report.line);
    this.#said.push(report.said);
    this.#source.push(this.#intern(report.source));
    this.#note.push(this.#intern(report.note));
    this.#file.push(report.file);
    return this.length - 1;
  }

  #grow(): NumberColumns<number[]> {
    if (this.#growing) return this.#growing;
    const { indicator, area, under, period, reportedOn, line } = this.#numbers;
    this.#numbers = this.#growing = {
      indicator: Array.from(indicator),
      area: Array.from(area),
      under: Array.from(under),
      period: Array.from(period),
      reportedOn: Array.from(reportedOn),
      line: Array.from(line),
    };
    return this.#growing;
  }

  /** Takes a report out again; it says nothing from now on. */
  refuse(report: number): void {
    const said = this.saidOf(report);
    this.#refused.set(report, said);
    const figure = { ...said.figure, form: FORM.missing };
    this.#said[report - this.blockReports] = { ...said, figure };
  }

  isRefused(report: number): boolean {
    return this.#refused.has(report);
  }

  /** A report read row by row as it was added, also one that was refused since. */
  rowOf(report: number): NewReport {
    const index = report - this.blockReports;
    return {
      indicator: this.indicatorOf(report),
      area: this.areaOf(report),
      under: this.underOf(report),
      period: this.periods[this.periodOf(report)] as Period,
      reportedOn: this.reportedOn(report),
      said: this.#refused.get(report) ?? this.saidOf(report),
      ...this.#textsOf(index),
      file: this.#file[index] as string,
      line: this.#numbers.line[index] as number,
    };
  }

  /** What a report that was read row by row says. */
  saidOf(report: number): Said {
    return this.#said[report - this.blockReports] as Said;
  }

  indicatorOf(report: number): number {
    const block = this.#blockOf(report);
    return block ? block.indicator : (this.#numbers.indicator[report - this.blockReports] as number);
  }

  areaOf(report: number): number {
    const block = this.#blockOf(report);
    return block ? report - block.first : (this.#numbers.area[report - this.blockReports] as number);
  }

  underOf(report: number): number {
    return report < this.blockReports ? UNDER.own : (this.#numbers.under[report - this.blockReports] as number);
  }

  periodOf(report: number): number {
    const block = this.#blockOf(report);
    return block ? this.numberPeriod(block.period) : (this.#numbers.period[report - this.blockReports] as number);
  }

  reportedOn(report: number): Day {
    const block = this.#blockOf(report);
    return block ? block.reportedOn : (this.#numbers.reportedOn[report - this.blockReports] as number);
  }

  formOf(report: number): Form {
    const block = this.#blockOf(report);
    return block ? block.form : this.saidOf(report).figure.form;
  }

  /** Whether a report contradicts itself. */
  isImpossible(report: number): boolean {
    const block = this.#blockOf(report);
    if (block) return block.impossible?.[report - block.first] === 1;
    return this.saidOf(report).figure.impossible;
  }

  figureOf(report: number): ReportFigure {
    const block = this.#blockOf(report);
    if (block) {
      const row = report - block.first;
      return {
        form: block.form,
        mantissa: blockValue(block, row),
        scale: block.scale,
        denominator: blockDenominator(block, row),
        denominatorScale: block.denominatorScale,
        impossible: block.impossible?.[row] === 1,
      };
    }
    return this.saidOf(report).figure;
  }

  /** `observations.csv:14` */
  placeOf(report: number): string {
    const block = this.#blockOf(report);
    if (block) return block.place;
    const index = report - this.blockReports;
    return writePlace(this.#file[index] as string, this.#numbers.line[index] as number);
  }

  fileOf(report: number): string {
    return this.#blockOf(report)?.place ?? (this.#file[report - this.blockReports] as string);
  }

  /** The figure as it was written, for a message. */
  quote(report: number): string {
    const { value, numerator, denominator, unit } = this.at(report);
    return numerator === '' ? `${value}${unit}` : `${numerator}/${denominator}`;
  }

  /** Puts a report together. @throws RangeError for a number there is no report of. */
  at(report: number): Report {
    if (!(report >= 0 && report < this.length)) throw new RangeError(`reports: no report ${report} of ${this.length}`);
    const under = this.underOf(report);
    const common = {
      indicator: this.#indicators[this.indicatorOf(report)] as string,
      area: under >= 0 ? under : this.areaOf(report),
      period: (this.periods[this.periodOf(report)] as Period).text,
      reportedOn: this.reportedOn(report),
      place: this.placeOf(report),
    };
    const block = this.#blockOf(report);
    if (block) return { ...common, ...blockTexts(block, this.figureOf(report), this.#unitOf) };
    const { value, numerator, denominator, unit } = this.saidOf(report);
    return { ...common, value, numerator, denominator, unit, ...this.#textsOf(report - this.blockReports) };
  }

  #textsOf(index: number): Pick<Report, 'source' | 'note'> {
    return {
      source: this.#source[index] as string,
      note: this.#note[index] as string,
    };
  }

  #blockOf(report: number): ReportBlock | undefined {
    if (report >= this.blockReports) return undefined;
    // Blocks are of one length and lie one after the other.
    const [first] = this.blocks;
    return first && this.blocks[Math.floor(report / first.values.length)];
  }

  /** One string for all equal ones, so that a note repeated a million times is kept once. */
  #intern(text: string): string {
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    this.#interned.set(text, text);
    return text;
  }
}

type FindUnit = (text: string) => Unit | undefined;

/** What a table begins with. */
export interface ReportSources {
  readonly blocks?: readonly ReportBlock[];
  /** Taken over as they are, and added to from then on. */
  readonly rows?: ReportColumns;
  /** Reads a unit of the table, or of the plan's own; the former alone by default. */
  readonly parseUnit?: FindUnit;
}

function noRows(): ReportColumns {
  return {
    indicator: [],
    area: [],
    under: [],
    period: [],
    reportedOn: [],
    said: [],
    source: [],
    note: [],
    file: [],
    line: [],
    periods: [],
  };
}

function blockTexts(
  { unit, source }: ReportBlock,
  figure: ReportFigure,
  unitOf: FindUnit,
): Omit<Said, 'figure'> & Pick<Report, 'source' | 'note'> {
  const write = (mantissa: number, scale: number): string => {
    if (Number.isNaN(mantissa)) return '';
    const base = { integer: BigInt(mantissa), scale };
    const known = unitOf(unit);
    return known && known.dimension !== 'share' ? formatIn(base, known) : formatDecimal(base);
  };
  const empty = { value: '', numerator: '', denominator: '', unit, source, note: '' };
  switch (figure.form) {
    case FORM.pair:
      return {
        ...empty,
        numerator: write(figure.mantissa, figure.scale),
        denominator: write(figure.denominator, figure.denominatorScale),
      };
    case FORM.percentage:
      return { ...empty, value: write(figure.mantissa, 6) };
    case FORM.missing:
    case FORM.figure:
      return { ...empty, value: write(figure.mantissa, figure.scale) };
  }
}
