import type { Result } from '@guatu/core';
import { formatApart, formatPercent as writePercent } from '@guatu/core/words';

/** A figure for two columns of a table. */
export interface SplitFigure {
  readonly number: string;
  readonly unit: string;
}

/**
 * Takes a figure in words apart.
 *
 * @example splitFigure('250,000 mu') // { number: '250,000', unit: 'mu' }
 */
export function splitFigure(text: string): SplitFigure {
  const [, number = '', unit = ''] = /^([−\d,.]*)\s*(.*)$/u.exec(text) ?? [];
  return { number, unit };
}

/** A ratio 0…1 as a percentage, rounded as everywhere: 100% only of all of it. */
export function formatPercent(ratio: number | null): string {
  return ratio === null ? '' : `${writePercent(ratio, 'en')}%`;
}

/** Distances in points at which a light changes: a pace is not rounded onto them. */
const PACES = [10, 30];

/** How far ahead or behind, in points with a sign. */
export function formatPace({ pace }: Pick<Result, 'pace'>): string {
  if (pace === null) return '';
  const points = Number(Math.abs(pace).toPrecision(12));
  return `${pace > 0 ? '+' : pace < 0 ? '−' : ''}${formatApart(points, PACES, 'en', 1)}`;
}
