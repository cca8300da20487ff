/** What a page sets once for all its maps, before the first of them is shown. */
export interface MapConfiguration {
  /**
   * Where maplibre's worker is, as an address from the page: a bundler gives it a name of its own, which maplibre cannot
   * know. Without it the worker is looked for beside maplibre's module, where the script-tag build has it.
   */
  readonly workerUrl?: string | URL;
}

let configuration: MapConfiguration = {};

/**
 * Sets what all maps of a page share. Maps already on the page keep what they began with.
 *
 * @example
 * import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
 * configureMap({ workerUrl });
 */
export function configureMap(next: MapConfiguration): void {
  configuration = { ...configuration, ...next };
}

/** What {@link configureMap} was last given. */
export function readMapConfiguration(): MapConfiguration {
  return configuration;
}
