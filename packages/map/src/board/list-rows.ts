import type { Evaluation, Light, Locale } from '@guatu/core';
import { describeOlder } from '@guatu/core/words';
import { accountArea } from './account-area.js';
import { accountTarget } from './account-target.js';
import type { DrawnClass } from './read-classes.js';
import { writeStartedShort } from '../scene/started-words.js';

/** One area in one line of a table. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  /** Name of the area it lies in. */
  readonly parent: string;
  readonly cohort: string;
  readonly mark: string;
  /** State of the rollout, or started of all; empty outside it. */
  readonly rollout: string;
  /** Number behind `rollout`, for sorting: the share started, or less for what is later. */
  readonly started: number;
  readonly figure: string;
  readonly required: string;
  /** Of which period the figure is, where it is an older one carried forward. */
  readonly older: string;
  /** 0…1, NaN for none. */
  readonly progress: number;
  readonly light: Light | null;
  readonly verdict: string;
  /** Class on the picture; empty without one. */
  readonly class: string;
}

export type RowColumn = 'name' | 'parent' | 'cohort' | 'rollout' | 'figure' | 'class' | 'verdict';

export interface RowOptions {
  readonly codes: readonly string[];
  /** Id of the target whose figures are listed; none without it. */
  readonly target: string | null;
  readonly locale: Locale;
  /** From `readClasses`; without it rows have no class. */
  readonly classes?: ReadonlyMap<string, DrawnClass>;
}

/** Areas as lines of a table, in the order given; codes the roster does not have are left out. */
export function listRows(evaluation: Evaluation, { codes, target, locale, classes }: RowOptions): readonly AreaRow[] {
  return codes.flatMap((code): readonly AreaRow[] => {
    const account = accountArea(evaluation, code, locale);
    if (!account) return [];
    const { area, row, ancestors, mark, state, totals, rollout } = account;
    const answer = target === null ? null : accountTarget(evaluation, target, row, locale);
    const inBatch = state !== 'none';
    const drawn = classes?.get(code);
    const said = drawn !== undefined && drawn.words !== '';
    return [
      {
        code: area.code,
        name: area.name,
        parent: ancestors.at(-1)?.name ?? '',
        cohort: area.rollout,
        mark,
        rollout: inBatch ? rollout.replace(/^[^，,]*[，,]\s*/, '') : writeStartedShort(totals),
        started: inBatch
          ? ORDER[state]
          : totals.total > 0 && totals.startsReported
            ? totals.started / totals.total
            : -1,
        figure: said ? drawn.words : (answer?.figure ?? ''),
        required: said ? '' : (answer?.required ?? ''),
        older: said || !answer || answer.figure === '' ? '' : describeOlder(answer.result, locale),
        progress: said ? drawn.value : (answer?.progress ?? answer?.result.figure ?? Number.NaN),
        light: answer?.light ?? null,
        verdict: answer?.verdict ?? '',
        class: drawn?.label ?? '',
      },
    ];
  });
}

const ORDER = { started: 1, due: 0.5, late: 0.25, unreported: 0.125, planned: 0, none: -1 } as const;

/** Sorts a copy; areas without a figure come last in either direction, and equals keep their order. */
export function sortRows(
  rows: readonly AreaRow[],
  column: RowColumn,
  descending: boolean,
  locale: Locale,
): readonly AreaRow[] {
  const collator = new Intl.Collator(locale === 'zh' ? 'zh-Hans-CN-u-co-pinyin' : 'en');
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (column === 'figure') return compareNumbers(a.progress, b.progress, sign);
    if (column === 'rollout') return sign * (a.started - b.started);
    return sign * collator.compare(a[column], b[column]);
  });
}

function compareNumbers(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return sign * (a - b);
}
