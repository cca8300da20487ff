import { THEME_NAMES, THEMES } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, svg } from 'lit';

/** Ramps in equal perceived steps; tests hold contrast of the text, order in greyscale and distance of the steps. */
const meta: Meta = { title: 'Foundations/Palette' };
export default meta;

/** The data ramps of every theme on its ground. Colours are presentation attributes: a strict policy allows no inline style. */
export const Ramps: StoryObj = {
  render: () => html`
    ${THEME_NAMES.map((name) => {
      const { ground, attainment, figure } = THEMES[name];
      return html`<h2>${name}</h2>
        <p role="img" aria-label="${name}: attainment in ${attainment.length} steps, figures without a pass mark in ${figure.length}">
          ${[attainment, figure].map(
            (
              ramp,
            ) => html`<svg width="300" height="64" viewBox="0 0 ${ramp.length * 76 + 16} 64" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100%" height="64" fill=${ground}></rect>
              ${ramp.map((fill, index) => svg`<rect x=${index * 76 + 8} y="8" width="68" height="48" rx="4" fill=${fill}></rect>`)}
            </svg>`,
          )}
        </p>`;
    })}
  `,
};
