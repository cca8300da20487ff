import '@guatu/map/define/all';
import type { Board } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { changed, COUNTY, loadBoard, SHOWN } from '../boards/county.js';
import { dress } from '../boards/toolbar.js';

/** The elements around a map. Each reads the same board; the map beside them is what they explain. */
const meta: Meta = {
  title: 'Components/Around the map',
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
};
export default meta;

type Story = StoryObj;

function beside(content: (board: Board) => TemplateResult, state: Parameters<Board['request']>[0] = {}): NonNullable<Story['render']> {
  return (_args, { loaded, globals }) => {
    const board = dress(loaded.board as Board, globals);
    board.request(state);
    return html`<guatu-map .board=${board} renderer="svg"></guatu-map>${content(board)}`;
  };
}

/** Year × class with counts: key, summary and filter at once. */
export const Legend: Story = { render: beside((board) => html`<guatu-legend .board=${board}></guatu-legend>`) };

/** Only the first batch is left; the counts stay true. */
export const LegendFiltered: Story = {
  render: beside((board) => html`<guatu-legend .board=${board}></guatu-legend>`, { filter: { cohorts: ['2020'], classes: [] } }),
};

/** Stops only where something changes. */
export const Timeline: Story = { render: beside((board) => html`<guatu-timeline .board=${board}></guatu-timeline>`) };

/** The county, when no area is chosen. */
export const CardOfCounty: Story = { render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`) };

/** A village, with its report and why. */
export const CardOfVillage: Story = {
  render: beside((board) => html`<guatu-card .board=${board}></guatu-card>`, { selected: '620321104204' }),
};

/** Targets by domain. */
export const Targets: Story = { render: beside((board) => html`<guatu-targets .board=${board}></guatu-targets>`) };

/** Key figures. */
export const Figures: Story = { render: beside((board) => html`<guatu-figures .board=${board}></guatu-figures>`) };

/** Problems of the files, counted and listed. */
export const Diagnostics: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed('observations', (text) => `${text.trim()}\nno-such-indicator,620321104204,2021,1,,,,,,\ncollective-income,999,2021,1,,,万元,,,\n`),
        SHOWN,
      ),
    }),
  ],
  render: beside((board) => html`<guatu-diagnostics .board=${board} open></guatu-diagnostics>`),
};
