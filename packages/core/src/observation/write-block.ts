import type { Roster } from '../area/area.js';
import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { MAX_SCALE } from '../quantity/figure.js';
import { compareScaled } from '../quantity/compare-scaled.js';
import type { Scales } from './cell-arrays.js';
import type { ColumnDraft, Series } from './column-draft.js';
import { countDecimals, hasDecimals, multiplierFor, scaleFor } from './dense-figures.js';
import type { IndicatorReading } from './indicator-reading.js';
import type { ReportBlock } from './report-block.js';
import { FORM } from './report-figure.js';

/** Scale of each indicator, by its number. */
export type WidestScales = ReadonlyMap<number, Scales>;

/** One scale for all columns of an indicator, so that none has to be rewritten. */
export function findWidestScales(drafts: readonly ColumnDraft[]): WidestScales {
  const scales = new Map<number, Scales>();
  for (const { reading, form, top, bottom } of drafts) {
    const known = scales.get(reading.index) ?? { scale: 0, denominatorScale: 0 };
    scales.set(reading.index, {
      scale: form === FORM.percentage ? known.scale : Math.max(known.scale, top.scale),
      denominatorScale: Math.max(known.denominatorScale, bottom?.scale ?? 0),
    });
  }
  return scales;
}

/** Where and how a block's figures are written. */
interface BlockContext {
  readonly first: number;
  readonly scales: WidestScales;
  readonly roster: Roster;
  readonly found: DiagnosticList;
}

/** Converts a column's figures into integers; one that cannot be kept is missing and reported. */
export function writeBlock(draft: ColumnDraft, context: BlockContext): ReportBlock {
  const { reading, period, reportedOn, form, top, bottom, unit, source, place } = draft;
  const { scale, denominatorScale } = context.scales.get(reading.index) ?? { scale: 0, denominatorScale: 0 };
  const values = convert(draft, top, form === FORM.percentage ? MAX_SCALE : scale, context);
  const denominators = bottom ? convert(draft, bottom, denominatorScale, context) : null;
  if (denominators) dropHalves(draft, values, denominators, context);
  const block: ReportBlock = {
    indicator: reading.index,
    period,
    reportedOn,
    first: context.first,
    form,
    scale,
    denominatorScale,
    values,
    denominators,
    impossible: null,
    displaced: new Map(),
    unit,
    source,
    place,
  };
  return reading.part ? { ...block, impossible: findImpossible(draft, block, context) } : block;
}

function convert(
  { reading, form, place }: ColumnDraft,
  series: Series,
  scale: number,
  { roster, found }: BlockContext,
): Float64Array {
  const { figures, factor, decimals } = series;
  const integers = new Float64Array(figures.length).fill(Number.NaN);
  const power = 10 ** decimals;
  const multiplier = multiplierFor(decimals, factor, scale);
  const plain = reading.indicator.type === 'quantity';
  for (let row = 0; row < integers.length; row++) {
    const value = figures[row] as number;
    if (Number.isNaN(value)) continue;
    const integer = Math.round(value * power) * multiplier;
    if (hasDecimals(value, power) && Number.isSafeInteger(integer)) {
      integers[row] = integer;
      if (plain) continue;
    }
    const fault = faultOf(value, series, reading, form);
    if (!fault && !Number.isNaN(integers[row] as number)) continue;
    integers[row] = Number.NaN;
    found.add(fault ?? 'value-too-large', placeOf(place, series, roster, row), faultParams(value, reading));
  }
  return integers;
}

function placeOf(place: string, series: Series, roster: Roster, row: number): string {
  return `${place} ${series.name} ${roster.areas[row]?.code}`;
}

/** A pair of which one half is missing is missing; a numerator alone is reported. */
function dropHalves(
  { top, place }: ColumnDraft,
  values: Float64Array,
  denominators: Float64Array,
  { roster, found }: BlockContext,
): void {
  for (let row = 0; row < values.length; row++) {
    const hasNumerator = !Number.isNaN(values[row] as number);
    if (hasNumerator !== Number.isNaN(denominators[row] as number)) continue;
    if (hasNumerator) found.add('observation-pair-incomplete', placeOf(place, top, roster, row));
    values[row] = Number.NaN;
    denominators[row] = Number.NaN;
  }
}

/** Marks parts larger than their whole; `null` when there are none. */
function findImpossible(
  { top, bottom, place }: ColumnDraft,
  { values, denominators, scale, denominatorScale, form }: ReportBlock,
  { roster, found }: BlockContext,
): Uint8Array | null {
  let impossible: Uint8Array | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    const whole = denominators ? (denominators[row] as number) : 100;
    const over =
      form === FORM.percentage
        ? compareScaled(value, MAX_SCALE, whole, 0)
        : compareScaled(value, scale, whole, denominatorScale);
    if (over <= 0) continue;
    impossible ??= new Uint8Array(values.length);
    impossible[row] = 1;
    const at = placeOf(place, top, roster, row);
    const got = top.figures[row] as number;
    if (!bottom) found.add('observation-percentage-above-whole', at, { got });
    else found.add('observation-above-whole', at, { numerator: got, denominator: bottom.figures[row] as number });
  }
  return impossible;
}

function faultOf(
  value: number,
  { factor }: Series,
  { indicator }: IndicatorReading,
  form: ReportBlock['form'],
): DiagnosticCode | undefined {
  if (!Number.isFinite(value)) return 'value-not-finite';
  if (indicator.type === 'state' && value !== 0 && value !== 1) return 'observation-state';
  if (indicator.type === 'grade') {
    const { best, worst } = indicator;
    const inside = value >= Math.min(best, worst) && value <= Math.max(best, worst);
    return Number.isInteger(value) && inside ? undefined : 'observation-grade';
  }
  if (form !== FORM.figure && value < 0) return 'observation-pair-negative';
  return scaleFor(countDecimals(value), factor) < 0 ? 'value-too-precise' : undefined;
}

function faultParams(value: number, { indicator }: IndicatorReading): Diagnostic['params'] {
  const ends = indicator.type === 'grade' ? { best: indicator.best, worst: indicator.worst } : {};
  return { got: String(value), ...ends };
}
