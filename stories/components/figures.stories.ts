import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { COUNTY, loadBoard, SHOWN } from '../boards/county.js';

/** The board in five figures. */
const meta: Meta = {
  title: 'Components/Figures',
  component: 'guatu-figures',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** Started, attained of due, lights, reports, date. */
export const Five: Story = { render: beside((board) => html`<guatu-figures .board=${board}></guatu-figures>`) };

/** At the beginning, when nothing is due. */
export const AtTheStart: Story = {
  render: beside((board) => html`<guatu-figures .board=${board}></guatu-figures>`, { asOf: '2020-06-30' }),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-figures .board=${board}></guatu-figures>`),
};
