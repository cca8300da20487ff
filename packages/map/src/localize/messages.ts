import type { Locale } from '@guatu/core';
import { en } from './en.js';
import { zh } from './zh.js';
import type { Messages } from './zh.js';

export type { Messages } from './zh.js';

const MESSAGES: Readonly<Record<Locale, Messages>> = { zh, en };

/** All texts of one language. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}
