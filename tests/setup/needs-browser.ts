// What a project of vitest.config.ts that runs in a page asks before its first test.
import { findBrowser } from '../../scripts/browser.mjs';

/** @throws one sentence, where there is no browser */
export default function needsBrowser(): void {
  try {
    if (findBrowser()) return;
    throw new Error(
      'no Chromium was found: set CHROMIUM_PATH to one, or run `npm test -- browser`, which installs one',
    );
  } catch (error) {
    // where it was thrown helps nobody
    if (error instanceof Error) error.stack = '';
    throw error;
  }
}
