import type { Locale } from '@guatu/core';
import type { BoardSnapshot } from '../board/board.js';
import { readClass } from '../board/read-classes.js';
import { NO_AREA } from '../events/shown-area.js';
import type { ShownArea } from '../events/shown-area.js';

/** What a board shows of an area, for whoever is told of it. */
export function showArea(
  { roster, painting, evaluation, accounts, state }: BoardSnapshot,
  code: string | null,
): ShownArea {
  const row = code === null || !roster ? -1 : roster.indexOf(code);
  const area = roster?.areas[row];
  if (!area) return NO_AREA;
  const index = painting?.areas.findIndex((one) => one.code === code) ?? -1;
  const drawn = painting && index >= 0 ? readClass(painting, index, state.locale) : null;
  const target = state.view === 'rollout' ? null : state.target;
  const figure =
    evaluation && accounts && target !== null ? accounts.target(evaluation, target, row, state.locale).figure : '';
  const value = drawn?.value ?? Number.NaN;
  return {
    name: area.name,
    label: drawn?.label ?? '',
    figure: drawn?.words || figure,
    value: Number.isNaN(value) ? null : value,
  };
}

/** Name of an area; empty for none. */
export function nameArea({ roster }: Pick<BoardSnapshot, 'roster'>, code: string | null): string {
  return (code === null ? undefined : roster?.areas[roster.indexOf(code)]?.name) ?? '';
}

/** Name of a target or a domain, in the board's language; empty for none. */
export function nameChoice(
  { plan }: Pick<BoardSnapshot, 'plan'>,
  { target, domain }: { readonly target: string | null; readonly domain: string | null },
  locale: Locale,
): string {
  const found =
    target === null ? plan?.domains.find(({ id }) => id === domain) : plan?.targets.find(({ id }) => id === target);
  return found?.name[locale] ?? '';
}
