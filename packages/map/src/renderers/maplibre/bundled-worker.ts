/** Where a page's bundler put the worker of maplibre; nothing where it left it to be found beside maplibre. */
export function findBundledWorker(): string | null {
  // Vite knows `new URL(…)` by its letters alone, copies the file and puts its new address there: no comment may stand
  // within, and the name stays as it is because nothing else in this file says URL. webpack would stop at a file that is
  // not there, and maplibre need not be; it minds the page's own URL only, which this is not to its eyes.
  const { URL } = globalThis;
  const bundled = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
  return /\/maplibre-gl\/dist\/maplibre-gl-worker\.mjs(\?|$)/.test(bundled) ? null : bundled;
}
