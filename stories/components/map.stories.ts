import '@guatu/map/define/all';
import { Board } from '@guatu/map';
import type { GuatuMap } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { changed, COUNTY, fictionalSources, loadBoard, SHOWN } from '../boards/county.js';
import { dress } from '../boards/toolbar.js';

interface Controls {
  readonly asOf: string;
  readonly target: string;
  readonly view: 'both' | 'rollout' | 'attainment' | 'lights';
  readonly level: 'village' | 'township';
}

/** The map in every state it can be in. The svg renderer draws unless the toolbar asks for another. */
const meta: Meta<Controls> = {
  title: 'Components/Map/States',
  component: 'guatu-map',
  argTypes: {
    view: { control: 'inline-radio', options: ['both', 'rollout', 'attainment', 'lights'] },
    level: { control: 'inline-radio', options: ['village', 'township'] },
    target: {
      control: 'select',
      options: [
        'collective-income-5-2022',
        'sanitary-toilets',
        'vegetable-area',
        'household-waste-villages',
        'library-points-2022',
      ],
    },
    asOf: { control: 'text' },
  },
  args: { asOf: '2021-12-31', target: 'collective-income-5-2022', view: 'both', level: 'village' },
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
  render: (args, { loaded, globals }) => {
    const board = dress(loaded.board as Board, globals);
    board.request({ ...args });
    return html`<guatu-map .board=${board} renderer=${rendererOf(globals)}></guatu-map>`;
  },
};
export default meta;

type Story = StoryObj<Controls>;

/** Stories are compared as pictures, so the toolbar's `auto` draws with svg here. */
function rendererOf(globals: Readonly<Record<string, unknown>>): string {
  return globals.renderer === 'maplibre' ? 'maplibre' : 'svg';
}

function mapIn(canvas: HTMLElement): GuatuMap {
  return canvas.querySelector('guatu-map') as GuatuMap;
}

/** Areas drawn in the picture, by their codes. */
function drawnAreas(canvas: HTMLElement): readonly Element[] {
  const root = mapIn(canvas).shadowRoot;
  const codes = new Map<string, Element>();
  for (const element of Array.from(root?.querySelectorAll('svg [data-code]') ?? [])) {
    const code = element.getAttribute('data-code') ?? '';
    if (!codes.has(code)) codes.set(code, element);
  }
  return [...codes.values()];
}

/** 112 villages: the batch is a mark, attainment is lightness. */
export const Both: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(drawnAreas(canvasElement).length).toBe(112));
  },
};

/** Who started when, who is due, who is late. */
export const Rollout: Story = { args: { view: 'rollout', asOf: '2021-06-30' } };

/** Attainment alone. */
export const Attainment: Story = { args: { view: 'attainment' } };

/** Lights alone, of a target that every village owes. */
export const Lights: Story = { args: { view: 'lights', target: 'one-three-n', asOf: '2022-12-31' } };

/** What only the county owes has no light on a township, and says so. */
export const WithoutLights: Story = { args: { view: 'lights', level: 'township' } };

/** One tile a township. */
export const Townships: Story = {
  args: { level: 'township' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(drawnAreas(canvasElement).length).toBe(10));
  },
};

/** Only the townships report this: villages stay hatched, nothing is painted onto them. */
export const ReportedAbove: Story = { args: { target: 'vegetable-area' } };

/** Everything of the year 2021 blank for one township: missing is not zero. */
export const PartlyMissing: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed('observations', (text) =>
          text.replace(/^(collective-income,620321105\d{3},20(?:19|20|21)),[^,]*,/gm, '$1,缺,'),
        ),
        SHOWN,
      ),
    }),
  ],
};

/** Zero is drawn as zero: a firm edge and a 0, unlike a missing report. */
export const Zero: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed('observations', (text) => text.replace(/^(collective-income,62032110520[0-4],2021),[^,]*,/gm, '$1,0,')),
        SHOWN,
      ),
    }),
  ],
};

/** Nothing was given yet: the map says what it needs. */
export const Empty: Story = { loaders: [() => Promise.resolve({ board: new Board() })] };

/** Files are still being read: the layout stands in outline. */
export const Loading: Story = {
  loaders: [
    () => {
      const board = new Board({ fetchText: () => new Promise(() => undefined) });
      void board.load({ ...COUNTY, observations: 'observations.csv' });
      return Promise.resolve({ board });
    },
  ],
};

/** A file that is no JSON: what is wrong, where, and what to do. */
export const Failed: Story = {
  loaders: [async () => ({ board: await loadBoard({ plan: { name: 'plan.json', text: '<!doctype html>' } }) })],
};

/** Two villages with one code, a village of nobody: the rest is drawn, the problems are counted. */
export const WithProblems: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed(
          'areas',
          (text) =>
            `${text.trim()}\n620321100200,重号村,village,620321100000,villagers-committee,2020,,,,\n620321999001,无主村,village,620321999000,villagers-committee,2021,,,,\n`,
        ),
        SHOWN,
      ),
    }),
  ],
};

/** A county of one village. */
export const OneVillage: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(1)) })],
  args: { asOf: '', target: '' },
};

/** Two thousand villages of a made-up county. */
export const TwoThousand: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(2000)) })],
  args: { asOf: '', target: '' },
};

/** Names three times as long as any real one. */
export const LongNames: Story = {
  loaders: [
    async () => ({
      board: await loadBoard(
        changed('areas', (text) =>
          text.replace(/^(620321\d{6}),([^,]+)村,village/gm, '$1,$2易地搬迁安置示范新村,village'),
        ),
        SHOWN,
      ),
    }),
  ],
};

/** Polygons of a made-up county: townships joined from villages, one of two parts, one around an enclave. */
export const Polygons: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(112, { boundaries: true })) })],
  args: { asOf: '', target: '' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(drawnAreas(canvasElement).length).toBe(112));
  },
};

/** The same county by township. */
export const PolygonTownships: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(112, { boundaries: true })) })],
  args: { asOf: '', target: '', level: 'township' },
};
