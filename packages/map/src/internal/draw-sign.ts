import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Light } from '@guatu/core';
import { traceGlyph } from '../scale/glyph-shapes.js';
import type { Theme } from '../scale/themes.js';
import type { GlyphShape } from '../scene/scene.js';

/** The sign of a light, as on the map. Beside words that say the same; hidden from screen readers. */
export function drawLight(theme: Theme, light: Light): TemplateResult {
  const { shape, fill, edges } = theme.lights[light];
  return drawSign(shape, fill, edges[theme.scheme === 'dark' ? 1 : 0]);
}

/** A sign of 12 × 12 in a box of its own. */
export function drawSign(shape: GlyphShape, fill: string, stroke: string): TemplateResult {
  const ring = traceGlyph({ shape, x: 7, y: 7, size: 11 });
  const points: string[] = [];
  for (let index = 0; index + 1 < ring.length; index += 2) points.push(`${ring[index]} ${ring[index + 1]}`);
  return html`<svg class="sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d=${`M${points.join('L')}Z`} fill=${fill} stroke=${stroke} stroke-width="1" stroke-linejoin="round"></path>
  </svg>`;
}
