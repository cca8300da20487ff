import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { changed, COUNTY, loadBoard, SHOWN } from '../boards/county.js';

/** How many problems there are in the files, what they are and where. */
const meta: Meta = {
  title: 'Components/Diagnostics',
  component: 'guatu-diagnostics',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** Nothing is wrong; open, it says what became of the rows of each file. */
export const NothingWrong: Story = {
  render: beside((board) => html`<guatu-diagnostics .board=${board} open></guatu-diagnostics>`),
};

/** An unknown indicator, an unknown area. */
export const Problems: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed(
          'observations',
          (text) =>
            `${text.trim()}\nno-such-indicator,620321104204,2021,1,,,,,,\ncollective-income,999,2021,1,,,万元,,,\n`,
        ),
        SHOWN,
      ),
    }),
  ],
  render: beside((board) => html`<guatu-diagnostics .board=${board} open></guatu-diagnostics>`),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-diagnostics .board=${board}></guatu-diagnostics>`),
};
