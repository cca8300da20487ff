import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale } from '@guatu/core';
import { controlsOf } from '../../localize/controls.js';
import type { Controls } from '../../localize/controls.js';

export interface ToolbarOptions {
  readonly locale: Locale;
  /** The picture that is seen can be zoomed. */
  readonly zoomable: boolean;
  readonly zoomed: boolean;
  /** The selected area is drawn, so that it can be zoomed to. */
  readonly selected: boolean;
  readonly changed: boolean;
  readonly fullscreen: boolean;
  readonly exports: boolean;
  readonly onAction: (action: ToolbarAction) => void;
}

export type ToolbarAction = Exclude<keyof Controls['toolbar'], 'name' | 'failed'>;

/** Strokes on a ground of 20 × 20. */
const ICONS: Readonly<Record<ToolbarAction, string>> = {
  zoomIn: 'M10 4v12M4 10h12',
  zoomOut: 'M4 10h12',
  zoomToSelected: 'M10 2v4M10 14v4M2 10h4M14 10h4M10 7a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  fit: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 7h6v6H7z',
  reset: 'M4 10a6 6 0 1 0 2-4.5M5 2.5v3.5h3.5',
  fullscreen: 'M11.5 3H17v5.5M17 3l-5.5 5.5M8.5 17H3v-5.5M3 17l5.5-5.5',
  leaveFullscreen: 'M12 2.5V8h5.5M12 8l5-5M8 17.5V12H2.5M8 12l-5 5',
  exportSvg: 'M10 3v9M6 8.5l4 4 4-4M3 16.5h14',
  exportPng: 'M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 7.5h.1',
};

/** Buttons for what applies now. */
export function renderToolbar(options: ToolbarOptions): TemplateResult | typeof nothing {
  const { locale, zoomable, zoomed, selected, changed, fullscreen, exports } = options;
  const canFill = document.fullscreenEnabled;
  const actions: readonly (ToolbarAction | false)[] = [
    zoomable && 'zoomIn',
    zoomable && 'zoomOut',
    zoomable && selected && 'zoomToSelected',
    zoomable && zoomed && 'fit',
    (changed || zoomed) && 'reset',
    exports && 'exportSvg',
    exports && 'exportPng',
    canFill && (fullscreen ? 'leaveFullscreen' : 'fullscreen'),
  ];
  const shown = actions.filter((action) => action !== false);
  if (shown.length === 0) return nothing;
  const { toolbar } = controlsOf(locale);
  return html`<div part="toolbar" class="toolbar no-print" role="group" aria-label=${toolbar.name}>
    ${shown.map(
      (
        action,
      ) => html`<button part="tool" class="tool" data-action=${action} title=${toolbar[action]} aria-label=${toolbar[action]} ?disabled=${action === 'zoomOut' && !zoomed} @click=${() => options.onAction(action)}>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">${svg`<path d=${ICONS[action]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"></path>`}</svg>
        ${action.startsWith('export') ? html`<span aria-hidden="true">${action.slice(6).toUpperCase()}</span>` : nothing}
      </button>`,
    )}
  </div>`;
}
