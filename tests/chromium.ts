import { chromium, type Browser, type Page } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';

/** The browser that every check uses. @throws when there is none */
export function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium: run npm test, which installs one, or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: [...browserArguments] });
}

/**
 * Collects what a reader of the console would see, and every request that leaves the page's own origin.
 *
 * @returns the list, which grows while the page lives
 */
export function watchComplaints(page: Page, origin: string): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) =>
    seen.push(`failed: ${request.url()} (${request.failure()?.errorText ?? 'no reason'})`),
  );
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== new URL(origin).origin) seen.push(`left the origin: ${asked}`);
  });
  return seen;
}
