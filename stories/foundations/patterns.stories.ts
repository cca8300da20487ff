import { THEME_NAMES, THEMES } from '@guatu/map';
import { PATTERNS } from '@guatu/map/scene';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

/** Four kinds of nothing and the states of the rollout look different in greyscale: by pattern, edge and lightness. */
const meta: Meta = { title: 'Foundations/Patterns' };
export default meta;

type Surface = (typeof THEMES)['light']['nothing']['noData'];

/** One sample of a surface on its ground as the renderers draw it, with a text on it. */
function drawSample(surface: Surface, ground: string, id: string): TemplateResult {
  const { fill, pattern, patternColor, stroke, strokeWidth, dashed, text } = surface;
  const tile = pattern === null ? null : PATTERNS[pattern];
  return html`<svg width="120" height="72" aria-hidden="true">
    <rect width="120" height="72" fill=${ground}></rect>
    ${
      tile === null
        ? nothing
        : svg`<pattern id=${id} patternUnits="userSpaceOnUse" width=${tile.size} height=${tile.size}>
          <rect width=${tile.size} height=${tile.size} fill=${fill}></rect>
          ${tile.dots.map((dot) => svg`<circle cx=${dot.x} cy=${dot.y} r=${dot.radius} fill=${patternColor}></circle>`)}
          ${tile.strokes.map(({ x0, y0, x1, y1, width }) => svg`<path d=${`M${x0} ${y0}L${x1} ${y1}`} stroke=${patternColor} stroke-width=${width}></path>`)}
        </pattern>`
    }
    <rect x="4" y="8" width="112" height="56" rx="4" fill=${tile === null ? fill : `url(#${id})`} stroke=${stroke} stroke-width=${strokeWidth} stroke-dasharray=${dashed ? '3 2.5' : nothing}></rect>
    <text x="60" y="36" font-size="12" text-anchor="middle" dominant-baseline="central" fill=${text}>${id.split('-').at(-1)}</text>
  </svg>`;
}

function drawRow(name: string, ground: string, surfaces: readonly (readonly [string, Surface])[]): TemplateResult {
  return html`<h2>${name}</h2>
    <p role="img" aria-label="${name}: ${surfaces.map(([kind]) => kind).join(', ')}">${surfaces.map(([kind, surface]) => drawSample(surface, ground, `${name.replaceAll(' ', '-')}-${kind}`))}</p>`;
}

/** Not started, not reported, not applicable, only reported above: never mistaken for one another or for zero. */
export const Nothing: StoryObj = {
  render: () =>
    html`${THEME_NAMES.map((name) => drawRow(name, THEMES[name].ground, Object.entries(THEMES[name].nothing)))}`,
};

/** Started, due, late, planned. */
export const Rollout: StoryObj = {
  render: () =>
    html`${THEME_NAMES.map((name) => drawRow(`${name} rollout`, THEMES[name].ground, Object.entries(THEMES[name].rollout)))}`,
};

/** The same without colour: what a photocopier leaves. */
export const Greyscale: StoryObj = {
  render: () => {
    const { ground, nothing: kinds, rollout } = THEMES.light;
    return html`<div class="greyscale">${drawRow('greyscale', ground, [...Object.entries(kinds), ...Object.entries(rollout)])}</div>`;
  },
  play: ({ canvasElement }) => {
    const box = canvasElement.querySelector<HTMLElement>('.greyscale');
    if (box) box.style.filter = 'grayscale(1)';
  },
};
