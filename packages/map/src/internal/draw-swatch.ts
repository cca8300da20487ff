import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { PATTERNS } from '../scale/patterns.js';
import type { SwatchPaint } from '../scene/scene.js';

export interface SwatchOptions {
  readonly paint: SwatchPaint;
  /** Unlike that of any other swatch in the same shadow root; its pattern is found by it. */
  readonly id: string;
  /** Written in the middle, under each other. */
  readonly lines?: readonly string[];
  readonly textColor?: string;
}

/** A sample of how an area is painted, as large as its box. It carries no meaning of its own for screen readers. */
export function drawSwatch({ paint, id, lines = [], textColor }: SwatchOptions): TemplateResult {
  const { fill, pattern, stroke, dashed } = paint;
  return html`<svg class="swatch" aria-hidden="true">
    ${pattern === null ? nothing : svg`<defs>${drawPattern(paint, id)}</defs>`}
    <rect
      width="100%"
      height="100%"
      rx="3"
      fill=${pattern === null ? fill : `url(#${id})`}
      stroke=${stroke}
      stroke-dasharray=${dashed ? '3 2.5' : nothing}
    ></rect>
    ${lines.map(
      (line, index) =>
        svg`<text x="50%" y=${`${((index + 1) * 100) / (lines.length + 1)}%`} text-anchor="middle" dominant-baseline="central" fill=${textColor ?? 'currentColor'}>${line}</text> `,
    )}
  </svg>`;
}

function drawPattern({ fill, pattern, patternColor }: SwatchPaint, id: string): SVGTemplateResult {
  const { size, dots, strokes } = PATTERNS[pattern ?? 'dots'];
  return svg`<pattern id=${id} patternUnits="userSpaceOnUse" width=${size} height=${size}>
    <rect width=${size} height=${size} fill=${fill}></rect>
    ${dots.map(({ x, y, radius }) => svg`<circle cx=${x} cy=${y} r=${radius} fill=${patternColor}></circle>`)}
    ${strokes.map(({ x0, y0, x1, y1, width }) => svg`<path d=${`M${x0} ${y0}L${x1} ${y1}`} stroke=${patternColor} stroke-width=${width}></path>`)}
  </pattern>`;
}
