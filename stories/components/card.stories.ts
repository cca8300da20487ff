import '@guatu/map/define/all';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { alone, beside } from '../boards/beside.js';
import { changed, COUNTY, loadBoard, SHOWN } from '../boards/county.js';

/** The selected area in words and figures: batch, figure against requirement, why, who answers. */
const meta: Meta = {
  title: 'Components/Card',
  component: 'guatu-card',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

/** The county, when no area is chosen. */
export const County: Story = { render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`) };

/** A township, with its villages. */
export const Township: Story = {
  render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`, { selected: '620321104000' }),
};

/** A village, with its report and why. */
export const Village: Story = {
  render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`, { selected: '620321104204' }),
};

/** A village that has not reported: missing is not zero. */
export const NotReported: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed('observations', (text) => text.replace(/^(collective-income,620321104204,\d{4}),[^,]*,/gm, '$1,缺,')),
        SHOWN,
      ),
    }),
  ],
  render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`, { selected: '620321104204' }),
};

/** A name three times as long as any real one. */
export const LongName: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed('areas', (text) => text.replace('下二坝村,village', '下二坝易地扶贫搬迁安置示范新村,village')),
        SHOWN,
      ),
    }),
  ],
  render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`, { selected: '620321104204' }),
};

/** Only the rollout: no target is chosen. */
export const RolloutAlone: Story = {
  render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`, {
    selected: '620321104204',
    target: null,
  }),
};

/** Before files are given it is there, and empty. */
export const Empty: Story = {
  loaders: [() => Promise.resolve({ board: undefined })],
  render: alone((board) => html`<guatu-card .board=${board}></guatu-card>`),
};
