import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { COUNTY, fictionalSources, loadBoard, SHOWN } from '../boards/county.js';

/** Stops only where something changes, and plays. */
const meta: Meta = {
  title: 'Components/Timeline',
  component: 'guatu-timeline',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** The plan’s half-years, with what starts and what is due. */
export const Stops: Story = { render: beside((board) => html`<guatu-timeline .board=${board}></guatu-timeline>`) };

/** At the first stop. */
export const AtTheStart: Story = {
  render: beside((board) => html`<guatu-timeline .board=${board}></guatu-timeline>`, { asOf: '2020-06-30' }),
};

/** Of a small plan. */
export const SmallPlan: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(12)) })],
  render: beside((board) => html`<guatu-timeline .board=${board}></guatu-timeline>`),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-timeline .board=${board}></guatu-timeline>`),
};
