import type { Locale } from '@guatu/core';
import { messagesOf } from '../localize/messages.js';
import type { Nothing } from './scene.js';

/** Why one area shows nothing. @param refused rows about it that could not be used */
export function nameNothing(kind: Nothing, refused: number, locale: Locale): string {
  const messages = messagesOf(locale);
  return kind === 'noData' && refused > 0 ? messages.refused.here(refused) : messages.nothing[kind];
}

/** The same for all areas of a kind. @param refused rows about any of them */
export function nameNothings(kind: Nothing, refused: number, locale: Locale): string {
  const messages = messagesOf(locale);
  return kind === 'noData' && refused > 0 ? messages.refused.some(refused) : messages.nothing[kind];
}
