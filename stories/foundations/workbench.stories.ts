import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Foundations/Workbench' };
export default meta;

/** What the toolbar sets, as a story sees it. */
export const Settings: StoryObj = {
  render: (_args, { globals }) => html`
    <dl>
      ${['theme', 'locale', 'textSize', 'renderer'].map((name) => html`<dt>${name}</dt><dd>${globals[name]}</dd>`)}
    </dl>
  `,
};
