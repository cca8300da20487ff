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

/** Fields as they were written. */
interface ReportTexts {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly source: string;
  readonly note: string;
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
  readonly figure: ReportFigure;
  readonly texts: ReportTexts;
  /** `observations.csv:14` in two parts; as `writePlace` takes them. */
  readonly file: string;
  readonly line: number;
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

  readonly #indicator: number[] = [];
  readonly #area: number[] = [];
  readonly #under: number[] = [];
  readonly #period: number[] = [];
  readonly #reportedOn: number[] = [];
  readonly #form: Form[] = [];
  readonly #mantissa: number[] = [];
  readonly #scale: number[] = [];
  readonly #denominator: number[] = [];
  readonly #denominatorScale: number[] = [];
  readonly #impossible: boolean[] = [];
  readonly #value: string[] = [];
  readonly #numeratorText: string[] = [];
  readonly #denominatorText: string[] = [];
  readonly #unit: string[] = [];
  readonly #source: string[] = [];
  readonly #note: string[] = [];
  readonly #file: string[] = [];
  readonly #line: number[] = [];
  readonly #refused = new Set<number>();
  readonly #unitOf: FindUnit;

  /** @param indicators - ids, by the number reports call them. */
  constructor(indicators: readonly string[], blocks: readonly ReportBlock[] = [], unitOf: FindUnit = parseUnit) {
    this.#unitOf = unitOf;
    this.#indicators = indicators;
    this.blocks = blocks;
    this.blockReports = blocks.reduce((end, { first, values }) => Math.max(end, first + values.length), 0);
    for (const { period } of blocks) this.numberPeriod(period);
  }

  get length(): number {
    return this.blockReports + this.#area.length;
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
    const { figure, texts, period } = report;
    this.#indicator.push(report.indicator);
    this.#area.push(report.area);
    this.#under.push(report.under);
    this.#period.push(this.numberPeriod(period));
    this.#reportedOn.push(report.reportedOn);
    this.#form.push(figure.form);
    this.#mantissa.push(figure.mantissa);
    this.#scale.push(figure.scale);
    this.#denominator.push(figure.denominator);
    this.#denominatorScale.push(figure.denominatorScale);
    this.#impossible.push(figure.impossible);
    this.#value.push(texts.value);
    this.#numeratorText.push(texts.numerator);
    this.#denominatorText.push(texts.denominator);
    this.#unit.push(this.#intern(texts.unit));
    this.#source.push(this.#intern(texts.source));
    this.#note.push(this.#intern(texts.note));
    this.#file.push(report.file);
    this.#line.push(report.line);
    return this.length - 1;
  }

  /** Takes a report out again; it says nothing from now on. */
  refuse(report: number): void {
    this.#refused.add(report);
    this.#form[report - this.blockReports] = FORM.missing;
  }

  isRefused(report: number): boolean {
    return this.#refused.has(report);
  }

  indicatorOf(report: number): number {
    const block = this.#blockOf(report);
    return block ? block.indicator : (this.#indicator[report - this.blockReports] as number);
  }

  areaOf(report: number): number {
    const block = this.#blockOf(report);
    return block ? report - block.first : (this.#area[report - this.blockReports] as number);
  }

  underOf(report: number): number {
    return report < this.blockReports ? UNDER.own : (this.#under[report - this.blockReports] as number);
  }

  periodOf(report: number): number {
    const block = this.#blockOf(report);
    return block ? this.numberPeriod(block.period) : (this.#period[report - this.blockReports] as number);
  }

  reportedOn(report: number): Day {
    const block = this.#blockOf(report);
    return block ? block.reportedOn : (this.#reportedOn[report - this.blockReports] as number);
  }

  formOf(report: number): Form {
    const block = this.#blockOf(report);
    return block ? block.form : (this.#form[report - this.blockReports] as Form);
  }

  /** Whether a report contradicts itself. */
  isImpossible(report: number): boolean {
    const block = this.#blockOf(report);
    if (block) return block.impossible?.[report - block.first] === 1;
    return this.#impossible[report - this.blockReports] === true;
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
    const index = report - this.blockReports;
    return {
      form: this.#form[index] as Form,
      mantissa: this.#mantissa[index] as number,
      scale: this.#scale[index] as number,
      denominator: this.#denominator[index] as number,
      denominatorScale: this.#denominatorScale[index] as number,
      impossible: this.#impossible[index] as boolean,
    };
  }

  /** `observations.csv:14` */
  placeOf(report: number): string {
    const block = this.#blockOf(report);
    if (block) return block.place;
    const index = report - this.blockReports;
    return writePlace(this.#file[index] as string, this.#line[index] as number);
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
    const index = report - this.blockReports;
    return {
      ...common,
      value: this.#value[index] as string,
      numerator: this.#numeratorText[index] as string,
      denominator: this.#denominatorText[index] as string,
      unit: this.#unit[index] as string,
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

function blockTexts({ unit, source }: ReportBlock, figure: ReportFigure, unitOf: FindUnit): ReportTexts {
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
