import type { DiagnosticList } from '../diagnostic/diagnostic-list.js';
import { MAX_SCALE } from '../quantity/figure.js';
import type { NewReport } from './report-table.js';
import { FORM } from './report-figure.js';

interface Seen {
  readonly place: string;
  count: number;
  /** One that lies between 0 and 1, as it was written. */
  fraction: string;
}

const ONE = 10 ** MAX_SCALE;

/** Percentages of one file, by indicator: where all of them are 1 or less, somebody wrote 0.85 for 85%. */
export class PercentageWatch {
  readonly #seen = new Map<number, Seen | null>();

  /** Takes a report of a bare percentage; every other is left alone. */
  add({ indicator, said, file, line }: NewReport): void {
    const { figure } = said;
    if (figure.form !== FORM.percentage || this.#seen.get(indicator) === null) return;
    if (figure.mantissa > ONE || said.unit.includes('‰')) {
      this.#seen.set(indicator, null);
      return;
    }
    const seen = this.#seen.get(indicator) ?? { place: `${file}:${line} value`, count: 0, fraction: '' };
    seen.count++;
    if (figure.mantissa > 0 && figure.mantissa < ONE) seen.fraction ||= said.value;
    this.#seen.set(indicator, seen);
  }

  /** Tells of the indicators whose percentages are suspicious; one alone may be a small share. */
  tell(idOf: (indicator: number) => string, found: DiagnosticList): void {
    for (const [indicator, seen] of this.#seen) {
      if (seen === null || seen.count < 2 || seen.fraction === '') continue;
      found.add('observation-percentages-as-ratios', seen.place, {
        indicator: idOf(indicator),
        count: seen.count,
        got: seen.fraction,
      });
    }
  }
}
