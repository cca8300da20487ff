import type { Locale } from '@guatu/core';

/**
 * The language to speak: what `--locale` names, else what the environment does, else the system.
 *
 * Read before everything else, so that a wrong option can be answered in it.
 */
export function chooseLocale(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  const asked = at < 0 ? undefined : args[at]?.includes('=') ? args[at].split('=')[1] : args[at + 1];
  if (asked === 'zh' || asked === 'en') return asked;
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  const language = set || Intl.DateTimeFormat().resolvedOptions().locale;
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
