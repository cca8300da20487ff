import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { COUNTY, loadBoard, SHOWN } from '../boards/county.js';

/** Year × class with counts: key, summary and filter at once. */
const meta: Meta = {
  title: 'Components/Legend',
  component: 'guatu-legend',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** Batches by fifths of attainment, and the kinds of nothing. */
export const Matrix: Story = { render: beside((board) => html`<guatu-legend .board=${board}></guatu-legend>`) };

/** Only the first batch is left; the counts stay true. */
export const Filtered: Story = {
  render: beside((board) => html`<guatu-legend .board=${board}></guatu-legend>`, {
    filter: { cohorts: ['2020'], classes: [] },
  }),
};

/** Who started when, who is due and late. */
export const Rollout: Story = {
  render: beside((board) => html`<guatu-legend .board=${board}></guatu-legend>`, {
    view: 'rollout',
    asOf: '2021-06-30',
  }),
};

/** The reader chooses how figures are cut. */
export const ChooseBreaks: Story = {
  render: beside((board) => html`<guatu-legend .board=${board} choose-breaks></guatu-legend>`, { view: 'figure' }),
};

/** Lights with their shapes. */
export const Lights: Story = {
  render: beside((board) => html`<guatu-legend .board=${board}></guatu-legend>`, {
    view: 'lights',
    target: 'one-three-n',
    asOf: '2022-12-31',
  }),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-legend .board=${board}></guatu-legend>`),
};
