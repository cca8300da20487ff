import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { COUNTY, fictionalSources, loadBoard, SHOWN } from '../boards/county.js';

/** The targets of a plan by domain, to choose from. */
const meta: Meta = {
  title: 'Components/Targets',
  component: 'guatu-targets',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** A county’s plan of some two hundred targets; the chosen one’s domain is open. */
export const ByDomain: Story = { render: beside((board) => html`<guatu-targets .board=${board}></guatu-targets>`) };

/** Nothing chosen: the rollout. */
export const Rollout: Story = {
  render: beside((board) => html`<guatu-targets .board=${board}></guatu-targets>`, { target: null }),
};

/** A small plan needs no search. */
export const SmallPlan: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(12)) })],
  render: beside((board) => html`<guatu-targets .board=${board}></guatu-targets>`),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-targets .board=${board}></guatu-targets>`),
};
