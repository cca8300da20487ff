import '@guatu/map/define/all';
import type { Board, BoardState } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { COUNTY, loadBoard, SHOWN } from '../boards/county.js';
import { dress } from '../boards/toolbar.js';
import './recipes.css';

/** How the elements go together on a page. Each recipe is markup and a few lines of a grid, nothing more. */
const meta: Meta = {
  title: 'Recipes/Pages',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

function cook(compose: (board: Board) => TemplateResult, state: Partial<BoardState> = {}): Story {
  return {
    render: (_args, { loaded, globals }) => {
      const board = dress(loaded.board as Board, globals);
      board.request(state);
      return compose(board);
    },
    play: async ({ canvasElement }) => {
      const drawn = (): number =>
        canvasElement.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('svg path[data-code]').length ?? 0;
      await waitFor(() => expect(drawn()).toBe(112));
    },
  };
}

/** The county's page: key figures over everything, targets, map and time, legend and card. */
export const PortalPage: Story = cook(
  (board) => html`<div class="recipe-portal">
    <header><guatu-figures .board=${board}></guatu-figures></header>
    <guatu-targets .board=${board}></guatu-targets>
    <div><guatu-map .board=${board} renderer="svg"></guatu-map><guatu-timeline .board=${board}></guatu-timeline></div>
    <div><guatu-legend .board=${board}></guatu-legend><guatu-card .board=${board}></guatu-card></div>
  </div>`,
);

/** Beside an article: a small map with its legend, in the width of a column. */
export const Sidebar: Story = cook(
  (board) => html`<div class="recipe-sidebar">
    <article>
      <h1>示例：一年过半，各村走到哪里</h1>
      <p>正文在左，挂图在右。图只占一栏的宽度，村名照样读得清；点一个村，卡片说明它的数值和依据。以下数据均为示例。</p>
      <guatu-card .board=${board}></guatu-card>
    </article>
    <aside aria-label="挂图"><guatu-map .board=${board} renderer="svg"></guatu-map><guatu-legend .board=${board}></guatu-legend></aside>
  </div>`,
  { selected: '620321104204' },
);

/** On a phone: sentence, map, time; legend and card below, nothing needs a pointer that hovers. */
export const Phone: Story = cook(
  (board) => html`<div class="recipe-phone">
    <guatu-map .board=${board} renderer="svg"></guatu-map>
    <guatu-timeline .board=${board}></guatu-timeline>
    <guatu-legend .board=${board}></guatu-legend>
    <guatu-card .board=${board}></guatu-card>
  </div>`,
);

/** On a wall: dark, twice as large, without anything to press but time. */
export const Wall: Story = cook(
  (board) => html`<div class="recipe-wall">
    <header><guatu-figures .board=${board}></guatu-figures></header>
    <div><guatu-map .board=${board} renderer="svg"></guatu-map><guatu-timeline .board=${board}></guatu-timeline></div>
    <guatu-legend .board=${board}></guatu-legend>
  </div>`,
  { theme: 'big-screen', textSize: 'wall' },
);
