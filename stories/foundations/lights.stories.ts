import { THEME_NAMES, THEMES } from '@guatu/map';
import { traceGlyph } from '@guatu/map/scene';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, svg } from 'lit';

/** Lights differ by shape: ▲ red, ◆ yellow, ● green. Colour only repeats it, and each has a dark and a light edge. */
const meta: Meta = { title: 'Foundations/Lights' };
export default meta;

const LIGHTS = ['red', 'yellow', 'green'] as const;

function path(shape: 'circle' | 'diamond' | 'triangle' | 'check', x: number, y: number, size: number): string {
  const ring = traceGlyph({ shape, x, y, size });
  return `M${Array.from({ length: ring.length / 2 }, (_, index) => `${ring[index * 2]} ${ring[index * 2 + 1]}`).join('L')}Z`;
}

/** On the ground of each theme and on the ends of its ramp, in the size of a tile's sign and three times that. */
export const OnEveryGround: StoryObj = {
  render: () =>
    html`${THEME_NAMES.map((name) => {
      const { ground, attainment, lights } = THEMES[name];
      const grounds = [ground, attainment[0] ?? ground, attainment.at(-1) ?? ground];
      return html`<h2>${name}</h2>
      <p role="img" aria-label="${name}: a triangle is red, a diamond yellow, a circle green">
        ${grounds.map(
          (fill, column) => html`<svg width="108" height="72" aria-hidden="true">
            <rect width="108" height="72" fill=${fill}></rect>
            ${LIGHTS.map((light, index) => {
              const { shape, fill: color, edges } = lights[light];
              return [
                [24, 11],
                [48, 26],
              ].map(
                ([y = 0, size = 0]) =>
                  svg`<path d=${path(shape, 20 + index * 34, y, size)} fill=${color} stroke=${edges[column === 2 ? 1 : 0]} stroke-width="1" stroke-linejoin="round"></path>`,
              );
            })}
          </svg>`,
        )}
      </p>`;
    })}`,
};
