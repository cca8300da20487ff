import type { Roster } from '../area/area.js';
import type { Succession } from '../area/succession.js';
import { successionOf } from '../area/succession.js';
import type { Day, Period } from '../period/period.js';
import type { Plan } from '../plan/plan.js';
import { createUnitLookup, createUnitParser } from '../plan/plan-units.js';
import { formatIn } from '../quantity/convert.js';
import { formatDecimal } from '../quantity/decimal.js';
import type { Unit } from '../quantity/unit.js';
import { buildColumn } from './build-column.js';
import type { ColumnSource } from './build-column.js';
import type { ColumnArrays, Scales } from './cell-arrays.js';
import { CellIndex } from './cell-index.js';
import type { Report, Reports } from './dataset.js';
import type { IndicatorReading } from './indicator-reading.js';
import { readIndicators } from './indicator-reading.js';
import type { Merger } from './merge-areas.js';
import { joinLevels } from './join-levels.js';
import { findMergers, mergeAreas } from './merge-areas.js';
import { leaveOutOldCodes } from './old-codes.js';
import type { ReportFigure } from './report-figure.js';
import { FORM } from './report-figure.js';
import type { ReportSources, Said } from './report-table.js';
import { ReportTable, UNDER } from './report-table.js';
import { isOwn } from './resolve-reports.js';

/** Every day from which nothing is left out. */
export const NO_LIMIT: Day = Number.POSITIVE_INFINITY;

/** All reports of a dataset and what is computed from them; views of it are handed out. */
export class ObservationStore implements Reports {
  readonly plan: Pick<Plan, 'calendar' | 'indicators' | 'units' | 'start' | 'end'>;
  readonly roster: Roster;
  readonly readings: ReadonlyMap<string, IndicatorReading>;
  /** Reads a unit of the table or of the plan's own. */
  readonly parseUnit: (text: string) => Unit | undefined;
  readonly table: ReportTable;
  readonly succession: Succession;
  readonly #mergers: readonly Merger[];
  /** Days on which areas ceased into ones that went on, ascending. */
  readonly #absorbed: readonly Day[];
  readonly #ids: readonly string[];
  readonly #rows = new Map<number, number[]>();
  readonly #indexes = new Map<number, CellIndex>();
  readonly #scales = new Map<number, Scales>();
  readonly #derived = new Map<string, number>();

  constructor(
    plan: Pick<Plan, 'calendar' | 'indicators' | 'units' | 'start' | 'end'>,
    roster: Roster,
    { blocks = [], rows }: ReportSources = {},
  ) {
    this.plan = plan;
    this.roster = roster;
    this.readings = readIndicators(plan);
    this.#ids = plan.indicators.map(({ id }) => id);
    this.parseUnit = createUnitParser(createUnitLookup(plan.units));
    this.table = new ReportTable(this.#ids, { blocks, parseUnit: this.parseUnit, ...(rows && { rows }) });
    this.succession = successionOf(roster);
    this.#mergers = findMergers(this.succession);
    const { ceased, until, joined } = this.succession;
    this.#absorbed = ceased
      .filter((row) => joined[row] === 1)
      .map((row) => until[row] as number)
      .sort((a, b) => a - b);
    for (const { indicator, form, ...scales } of blocks) this.#widen(indicator, form, scales);
    if (rows) this.#registerAll();
  }

  get length(): number {
    return this.table.length;
  }

  /** Last day before another on which an area ceased into one that went on; `undefined` for none. */
  lastAbsorbedBefore(day: Day): Day | undefined {
    let last: Day | undefined;
    for (const end of this.#absorbed) if (end < day) last = end;
    return last;
  }

  /** Whether an area took in others or was taken in, so that its figures reach other cells. */
  takesPartInMerger(area: number): boolean {
    return this.#mergers.some(({ successor, predecessors }) => successor === area || predecessors.includes(area));
  }

  at(index: number): Report {
    return this.table.at(index);
  }

  /** Numbers of the reports that somebody wrote row by row, in order of reading: without sums that were made of several. */
  writtenRows(): readonly number[] {
    const derived = new Set(this.#derived.values());
    const { blockReports, length } = this.table;
    const rows: number[] = [];
    for (let report = blockReports; report < length; report++) if (!derived.has(report)) rows.push(report);
    return rows;
  }

  /** Numbers of the reports of an indicator that were read row by row. */
  rowsOf(indicator: number): readonly number[] {
    return this.#rows.get(indicator) ?? [];
  }

  /** Keeps a report that was just added to the table. */
  register(report: number): void {
    const indicator = this.table.indicatorOf(report);
    const rows = this.#rows.get(indicator);
    if (rows) rows.push(report);
    else this.#rows.set(indicator, [report]);
    const { form, scale, denominatorScale } = this.table.figureOf(report);
    this.#widen(indicator, form, { scale, denominatorScale });
    this.#indexes.get(indicator)?.add(report);
  }

  /** All reports of a new store; those of one indicator stand together as a rule. */
  #registerAll(): void {
    const { table } = this;
    let [indicator, rows]: [number, number[]] = [-1, []];
    let said: Said | undefined;
    for (let report = table.blockReports; report < table.length; report++) {
      const own = table.indicatorOf(report);
      if (own !== indicator) {
        [indicator, rows, said] = [own, this.#rows.get(own) ?? [], undefined];
        this.#rows.set(own, rows);
      }
      rows.push(report);
      const next = table.saidOf(report);
      if (next !== said) this.#widen(own, next.figure.form, next.figure);
      said = next;
    }
  }

  #widen(indicator: number, form: number, { scale, denominatorScale }: Scales): void {
    if (form !== FORM.figure && form !== FORM.pair) return;
    const known = this.#scales.get(indicator);
    if (known && known.scale >= scale && known.denominatorScale >= denominatorScale) return;
    this.#scales.set(indicator, {
      scale: Math.max(known?.scale ?? 0, scale),
      denominatorScale: Math.max(known?.denominatorScale ?? 0, denominatorScale),
    });
  }

  scalesOf(indicator: number): Scales {
    return this.#scales.get(indicator) ?? { scale: 0, denominatorScale: 0 };
  }

  indexOf(indicator: number): CellIndex {
    const known = this.#indexes.get(indicator);
    if (known) return known;
    const index = new CellIndex(this.table, indicator, this.roster.areas.length, this.rowsOf(indicator));
    this.#indexes.set(indicator, index);
    return index;
  }

  /** What the column of an indicator is built from. */
  sourceOf({ indicator, index }: IndicatorReading): ColumnSource {
    return {
      table: this.table,
      index: this.indexOf(index),
      indicator: indicator.id,
      areas: this.roster.areas.length,
      ratio: indicator.type === 'ratio',
      adds: indicator.type === 'quantity' || indicator.type === 'ratio',
      scales: this.scalesOf(index),
      derive: (parts, figure, area, period) => this.#derive(parts, figure, area, period),
    };
  }

  /**
   * Column of an indicator; `undefined` when nothing was reported for it by the day.
   *
   * @param levels - periods that end on one day are one.
   */
  column(id: string, day: Day, mergedBy: Day | undefined, levels = false): ColumnArrays | undefined {
    const reading = this.readings.get(id);
    if (!reading) return undefined;
    const source = this.sourceOf(reading);
    const column = buildColumn(source, day);
    if (column.periods.length === 0) return undefined;
    if (levels) joinLevels(column, source, day);
    else column.leftOut = leaveOutOldCodes(column, source, this.succession, day);
    mergeAreas(column, source, this.#mergers, this.succession, mergedBy);
    return column;
  }

  /** Keeps a sum of reports as a report whose place is all of theirs; the same sum is kept once. */
  #derive(parts: readonly number[], figure: ReportFigure, area: number, period?: Period): number {
    const key = `${area} ${parts.join(' ')}`;
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const { table } = this;
    const first = parts[0] as number;
    const { indicator, unit, denominatorUnit } = this.readings.get(this.#ids[table.indicatorOf(first)] ?? '') ?? {};
    const write = (mantissa: number, scale: number, own: typeof unit): string => {
      const base = { integer: BigInt(mantissa), scale };
      return own ? formatIn(base, own) : formatDecimal(base);
    };
    const value = write(figure.mantissa, figure.scale, unit);
    const pair = figure.form === FORM.pair;
    const report = table.add({
      indicator: table.indicatorOf(first),
      area,
      under: UNDER.own,
      period: period ?? (table.periods[table.periodOf(first)] as Period),
      reportedOn: parts.reduce((last, part) => Math.max(last, table.reportedOn(part)), Number.NEGATIVE_INFINITY),
      said: {
        figure,
        value: pair ? '' : value,
        numerator: pair ? value : '',
        denominator: pair ? write(figure.denominator, figure.denominatorScale, denominatorUnit) : '',
        unit: indicator && 'unit' in indicator ? indicator.unit : '',
      },
      source: '',
      note: [...new Set(parts.map((part) => this.roster.areas[table.at(part).area]?.code ?? ''))].join(' + '),
      file: parts.map((part) => table.placeOf(part)).join(' + '),
      line: 0,
    });
    this.#derived.set(key, report);
    return report;
  }

  /** Reports of the same cell that lost against this one, newest first; blanks withdraw and lose nothing. */
  supersededBy(report: number): readonly number[] {
    const { table } = this;
    const reportedOn = table.reportedOn(report);
    const own = isOwn(table.underOf(report));
    return this.indexOf(table.indicatorOf(report))
      .reportsOf(table.periodOf(report), table.areaOf(report))
      .filter((other) => {
        if (other === report || table.formOf(other) === FORM.missing) return false;
        const others = isOwn(table.underOf(other));
        return (own && !others) || (own === others && table.reportedOn(other) <= reportedOn);
      })
      .sort((a, b) => table.reportedOn(b) - table.reportedOn(a) || b - a);
  }
}
