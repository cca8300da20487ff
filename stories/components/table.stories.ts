import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { COUNTY, loadBoard, SHOWN } from '../boards/county.js';

/** The map’s twin in rows: the same areas and figures, under the same filter, with the same selection. */
const meta: Meta = {
  title: 'Components/Table',
  component: 'guatu-table',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** Every village, in the map’s order. */
export const Villages: Story = { render: beside((board) => html`<guatu-table .board=${board}></guatu-table>`) };

/** From the largest figure down. */
export const Sorted: Story = {
  render: beside((board) => html`<guatu-table .board=${board} sort="-figure"></guatu-table>`),
};

/** What holds a name, a code or pinyin initials. */
export const Searched: Story = {
  render: beside((board) => html`<guatu-table .board=${board} search="sg"></guatu-table>`),
};

/** One row a township. */
export const Townships: Story = {
  render: beside((board) => html`<guatu-table .board=${board}></guatu-table>`, { level: 'township' }),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-table .board=${board}></guatu-table>`),
};
