import { createFinding } from '../../board/findings.js';
import type { Diagnostic } from '@guatu/core';
import type { Basemap } from '../../renderers/basemap-source.js';
import { makeTiandituStyle } from './tianditu.js';

export interface BasemapWish {
  /** A maplibre style, the address of one, or `tianditu`; nothing for none. */
  readonly basemap: Basemap | null;
  readonly tiandituKey: string;
  readonly tiandituHost: string;
}

/** The style a page asks for, or why it cannot be had. Without a key nothing of 天地图 is asked for. */
export function chooseBasemap({ basemap, tiandituKey, tiandituHost }: BasemapWish): {
  readonly style: Basemap | null;
  readonly finding: Diagnostic | null;
} {
  if (basemap === null || basemap === '') return { style: null, finding: null };
  if (typeof basemap !== 'string') return { style: basemap, finding: null };
  if (basemap !== 'tianditu') return { style: basemap, finding: null };
  if (tiandituKey.trim() === '') return { style: null, finding: createFinding('basemap-key', 'tianditu-key') };
  return { style: makeTiandituStyle(tiandituKey.trim(), tiandituHost.trim() || undefined), finding: null };
}
