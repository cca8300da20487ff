import type { Light } from '../result/result.js';
import type { Locale, Text } from '../text/text.js';

const NAMES: Readonly<Record<Light, Text>> = {
  green: { zh: '绿灯', en: 'green light' },
  yellow: { zh: '黄灯', en: 'yellow light' },
  red: { zh: '红灯', en: 'red light' },
};

/** A light in words. */
export function nameLight(light: Light, locale: Locale): string {
  return NAMES[light][locale];
}
