import type { Locale } from '@guatu/core';
import { controlsEn } from './controls-en.js';
import { controlsZh } from './controls-zh.js';
import type { Controls } from './controls-zh.js';

export type { Controls } from './controls-zh.js';

const CONTROLS: Readonly<Record<Locale, Controls>> = { zh: controlsZh, en: controlsEn };

/** The elements' own texts in one language. */
export function controlsOf(locale: Locale): Controls {
  return CONTROLS[locale];
}
