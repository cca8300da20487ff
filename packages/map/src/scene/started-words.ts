import type { Locale, RolloutTotals } from '@guatu/core';
import { messagesOf } from '../localize/messages.js';

/** How many have started, or that nobody reports starts; empty outside the rollout. */
export function writeStarted({ started, total, startsReported }: RolloutTotals, locale: Locale): string {
  const { header } = messagesOf(locale);
  if (total === 0) return '';
  return startsReported ? header.started(started, total) : header.startsUnreported;
}

/** The same for a narrow cell: `3/12`, `–` where nobody reports starts. */
export function writeStartedShort({ started, total, startsReported }: RolloutTotals): string {
  if (total === 0) return '';
  return startsReported ? `${started}/${total}` : '–';
}
