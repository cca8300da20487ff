import type { Locale, RolloutTotals } from '@guatu/core';
import { messagesOf } from '../localize/messages.js';

/** How many have started, or that nobody reports starts; empty outside the rollout. */
export function writeStarted({ started, total }: RolloutTotals, locale: Locale): string {
  const { header } = messagesOf(locale);
  if (total === 0) return '';
  return started === null ? header.startsUnreported : header.started(started, total);
}

/** The same for a narrow cell: `3/12`, `–` where nobody reports starts. */
export function writeStartedShort({ started, total }: RolloutTotals): string {
  if (total === 0) return '';
  return started === null ? '–' : `${started}/${total}`;
}
