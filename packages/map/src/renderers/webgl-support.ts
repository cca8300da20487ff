let supported = false;

/**
 * Whether the page can draw with WebGL2: asked before maplibre's 300 kB are fetched in vain.
 *
 * Only a yes is kept: a browser that is out of graphics processes may have one again later. A blocked or missing WebGL2
 * answers `false`; nothing throws.
 */
export function supportsWebgl2(): boolean {
  if (supported) return true;
  try {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: false });
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    supported = gl !== null;
    return supported;
  } catch {
    return false;
  }
}
