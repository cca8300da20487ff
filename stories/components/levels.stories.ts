import '@guatu/map/define/all';
import type { Board, BoardSources, BoardState, GuatuMap } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { COUNTY, fictionalSources, loadBoard, SHOWN } from '../boards/county.js';
import { dress } from '../boards/toolbar.js';

const TOWNSHIP = '620321100000';

interface Controls {
  readonly exportable: boolean;
  readonly publicationCheck: boolean;
  readonly publisher: string;
  readonly approvalNumber: string;
}

/** From the county into a township and back; what a map says of its origin, and how it is saved. */
const meta: Meta<Controls> = {
  title: 'Components/Map/Levels and publication',
  component: 'guatu-map',
  args: { exportable: false, publicationCheck: false, publisher: '', approvalNumber: '' },
  render: ({ exportable, publicationCheck, publisher, approvalNumber }, { loaded, globals }) => {
    const board = dress(loaded.board as Board, globals);
    return html`<guatu-map
      .board=${board}
      renderer=${globals.renderer === 'maplibre' ? 'maplibre' : 'svg'}
      publisher=${publisher}
      approval-number=${approvalNumber}
      ?export=${exportable}
      ?publication-check=${publicationCheck}
    ></guatu-map>`;
  },
};
export default meta;

type Story = StoryObj<Controls>;

const board = (sources: BoardSources, state: Partial<BoardState>) => [
  async () => ({ board: await loadBoard(sources, state) }),
];

const mapIn = (canvas: HTMLElement): GuatuMap => canvas.querySelector('guatu-map') as GuatuMap;

const find = (canvas: HTMLElement, selector: string): HTMLElement =>
  mapIn(canvas).shadowRoot?.querySelector(selector) as HTMLElement;

/** The villages of one township; the breadcrumb leads back. */
export const Within: Story = {
  loaders: board(COUNTY, { ...SHOWN, within: TOWNSHIP }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(find(canvasElement, '[part=breadcrumb] [aria-current]').textContent).not.toBe(''));
    await userEvent.click(find(canvasElement, '[part=breadcrumb] button'));
    await waitFor(() => expect(mapIn(canvasElement).within).toBeNull());
    mapIn(canvasElement).within = TOWNSHIP;
  },
};

/** A selected village, in a township drawn alone. */
export const Selected: Story = { loaders: board(COUNTY, { ...SHOWN, within: TOWNSHIP, selected: '620321100203' }) };

/** One township in polygons. */
export const WithinPolygons: Story = {
  loaders: [
    async () => {
      const made = await loadBoard(fictionalSources(112, { boundaries: true }), { level: 'township' });
      const township = made.snapshot.roster?.areas.find(({ level }) => level === 'township')?.code ?? null;
      made.request({ within: township });
      return { board: made };
    },
  ],
};

/** Nothing is missing, and the picture can be saved. */
export const Published: Story = {
  args: {
    exportable: true,
    publicationCheck: true,
    publisher: '示例县农业农村局（示例）',
    approvalNumber: '示例审图号',
  },
  loaders: board(COUNTY, SHOWN),
};

/** What is missing is said under the picture. */
export const PublicationCheck: Story = { args: { publicationCheck: true }, loaders: board(COUNTY, SHOWN) };
