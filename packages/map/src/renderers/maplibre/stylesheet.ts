import { maplibreCss } from './maplibre-css.generated.js';

let sheet: CSSStyleSheet | undefined;

/**
 * Gives maplibre its rules in the shadow root, or the document, that a container is in.
 *
 * An adopted sheet is no inline style, so it passes a strict content security policy, and reaches into shadow roots,
 * where a page's own stylesheet does not.
 */
export function adoptMaplibreStyles(container: Element): void {
  const root = container.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(maplibreCss);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
