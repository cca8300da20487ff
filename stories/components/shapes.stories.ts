import '@guatu/map/define/all';
import { createBoard } from '@guatu/map';
import type { Board, BoardSources, BoardState, GuatuMap } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { COUNTY, fictionalSources, loadBoard, SHOWN } from '../boards/county.js';
import { BROKEN, ONE_SMALL, POINTS, shapedBy, TOPOLOGY } from '../boards/shapes.js';
import archive from '../boards/fictional-112.pmtiles?url';
import { dress } from '../boards/toolbar.js';

/** Where areas are drawn, by what is known of their places. All shapes are made up, and say so. */
const meta: Meta = {
  title: 'Components/Map/Sources of shape',
  component: 'guatu-map',
  render: (_, { loaded, globals }) => {
    const board = dress(loaded.board as Board, globals);
    return html`<guatu-map .board=${board} renderer=${globals.renderer === 'maplibre' ? 'maplibre' : 'svg'}></guatu-map>
      <guatu-diagnostics .board=${board}></guatu-diagnostics>`;
  },
};
export default meta;

type Story = StoryObj;

const board = (sources: BoardSources, state: Partial<BoardState> = {}) => [
  async () => ({ board: await loadBoard(sources, state) }),
];

function countAreas(canvas: HTMLElement): number {
  const found = canvas.querySelector('guatu-map')?.shadowRoot?.querySelectorAll('svg path[data-code]') ?? [];
  return new Set(Array.from(found, (element) => element.getAttribute('data-code'))).size;
}

/** TopoJSON in place of GeoJSON. */
export const TopoJson: Story = {
  loaders: board(shapedBy(TOPOLOGY, 'villages.topojson')),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countAreas(canvasElement)).toBe(112));
  },
};

/** Only a point of every village is known: dots, moved apart where they would touch, and said to be no borders. */
export const Points: Story = {
  loaders: board(shapedBy(POINTS, 'points.json')),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countAreas(canvasElement)).toBe(112));
  },
};

/** Nothing is known: hexagons in place of squares. */
export const Hexagons: Story = {
  loaders: board(COUNTY, { ...SHOWN, tiles: 'hexagon' }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countAreas(canvasElement)).toBe(112));
  },
};

/** One hexagon a township. */
export const HexagonTownships: Story = { loaders: board(COUNTY, { ...SHOWN, tiles: 'hexagon', level: 'township' }) };

/** Tiles were asked for, and points say where they belong: townships and villages keep roughly to their places. */
export const TilesInPlace: Story = { loaders: board(shapedBy(POINTS, 'points.json'), { shapes: 'tiles' }) };

/** The same as hexagons. */
export const HexagonsInPlace: Story = {
  loaders: board(shapedBy(POINTS, 'points.json'), { shapes: 'tiles', tiles: 'hexagon' }),
};

/** A village too small to be seen is a dot over the others. */
export const VerySmall: Story = { loaders: board(shapedBy(ONE_SMALL)) };

/** Shapes that cross themselves, lie elsewhere, have no geometry or no village: told over the map, the rest is drawn. */
export const Broken: Story = {
  loaders: board(shapedBy(BROKEN)),
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(
        canvasElement.querySelector('guatu-map')?.shadowRoot?.querySelector('[part=message]')?.textContent,
      ).toContain('没有图形'),
    );
  },
};

/** An archive of vector tiles, made by `guatu tiles` of the same county: in the svg its overview, in maplibre its tiles. */
export const VectorTiles: Story = {
  loaders: [
    async () => {
      const board = createBoard();
      await board.load({ ...fictionalSources(112), boundaries: archive });
      return { board };
    },
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countAreas(canvasElement)).toBe(112));
    const layout = (canvasElement.querySelector('guatu-map') as GuatuMap | null)?.scene?.layout;
    await expect(layout?.source?.kind).toBe('pmtiles');
    await expect(canvasElement.querySelector('guatu-map')?.shadowRoot?.textContent).toContain(
      '边界、名称和报数均为虚构',
    );
  },
};

/** An archive that is not there: told over the map, and tiles are drawn. */
export const VectorTilesMissing: Story = {
  loaders: [
    async () => {
      const board = createBoard();
      await board.load({ ...fictionalSources(112), boundaries: 'none.pmtiles' });
      return { board };
    },
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countAreas(canvasElement)).toBe(112));
    await expect(
      canvasElement.querySelector('guatu-map')?.shadowRoot?.querySelector('[part=message]')?.textContent,
    ).toContain('none.pmtiles');
  },
};

/** A file that was cut short: told over the map, and tiles are drawn. */
export const CutShort: Story = {
  loaders: board({
    ...fictionalSources(112),
    boundaries: { name: 'boundaries.json', text: JSON.stringify(TOPOLOGY).slice(0, -200) },
  }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countAreas(canvasElement)).toBe(112));
  },
};
