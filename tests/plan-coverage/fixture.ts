import { existsSync, readFileSync } from 'node:fs';
import type { Plan, Target } from '@guatu/core';

const fixture = new URL('../../fixtures/yongchang/', import.meta.url);
const source = new URL('../../../shared/source/action-plan-2020-2022.txt', import.meta.url);

/** Lines of the published plan; `undefined` where the folder beside the repository is not there. */
export const sourceLines: readonly string[] | undefined = existsSync(source)
  ? readFileSync(source, 'utf8').split('\n')
  : undefined;

export function readFixture(name: string): string {
  return readFileSync(new URL(name, fixture), 'utf8');
}

export const plan = JSON.parse(readFixture('plan.json')) as Plan;

/** A stretch of the text: 1-based line, characters `from` up to but not including `to`. */
export interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface TargetSpan extends Span {
  readonly target: string;
}

export const targetSpans = JSON.parse(readFixture('source-spans.json')) as readonly TargetSpan[];

/** Rows of not-targets.md: `- L53 0–15: reason`. */
export const otherSpans: readonly (Span & { readonly reason: string })[] = [
  ...readFixture('not-targets.md').matchAll(/^- L(\d+) (\d+)–(\d+): (.+)$/gm),
].map(([, line = '', from = '', to = '', reason = '']) => ({
  line: Number(line),
  from: Number(from),
  to: Number(to),
  reason,
}));

/** Whether a target promises a figure: an amount, a grade, all, none, or no more than before. */
export function hasNumber({ measure, criterion }: Target): boolean {
  if (measure.kind === 'occurrence') return false;
  switch (criterion.kind) {
    case 'done':
    case 'observe':
      return false;
    case 'moreThan':
      // "a batch of", "a certain share": more than zero is a reading, no figure of the text
      return criterion.value > 0;
    default:
      return true;
  }
}
