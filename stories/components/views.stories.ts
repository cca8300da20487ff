import '@guatu/map/define/all';
import type { Board } from '@guatu/map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { changed, COUNTY, fictionalSources, loadBoard, SHOWN } from '../boards/county.js';
import { dress } from '../boards/toolbar.js';

interface Controls {
  readonly asOf: string;
  readonly target: string;
  readonly domain: string;
  readonly view: 'both' | 'rollout' | 'attainment' | 'figure' | 'lights';
  readonly level: 'village' | 'township';
  readonly breaks: string;
  readonly compareTo: string;
  readonly comparison: 'beside' | 'change';
}

/** What a picture may show, how its classes are cut, and two dates at once. The legend explains each. */
const meta: Meta<Controls> = {
  title: 'Components/Map/Views, classes and comparisons',
  component: 'guatu-map',
  argTypes: {
    view: { control: 'inline-radio', options: ['both', 'rollout', 'attainment', 'figure', 'lights'] },
    level: { control: 'inline-radio', options: ['village', 'township'] },
    domain: { control: 'select', options: ['', 'industry', 'talent', 'culture', 'ecology', 'organization'] },
    breaks: { control: 'select', options: ['auto', 'equal', 'quantile', 'natural', '1,5,10', '2,4,6,8,10'] },
    comparison: { control: 'inline-radio', options: ['beside', 'change'] },
    compareTo: { control: 'text' },
    target: { control: 'text' },
    asOf: { control: 'text' },
  },
  args: {
    asOf: '2021-12-31',
    target: 'collective-income-5-2022',
    domain: '',
    view: 'figure',
    level: 'village',
    breaks: 'auto',
    compareTo: '',
    comparison: 'beside',
  },
  loaders: [async () => ({ board: await loadBoard(COUNTY, SHOWN) })],
  render: (args, { loaded, globals }) => {
    const board = dress(loaded.board as Board, globals);
    // as a page sets them: by attributes, which are texts
    return html`<guatu-map
        .board=${board}
        renderer="svg"
        as-of=${args.asOf}
        target=${args.target}
        domain=${args.domain}
        view=${args.view}
        level=${args.level}
        breaks=${args.breaks}
        compare-to=${args.compareTo}
        comparison=${args.comparison}
      ></guatu-map>
      <guatu-timeline .board=${board}></guatu-timeline>
      <guatu-legend .board=${board}></guatu-legend>`;
  },
};
export default meta;

type Story = StoryObj<Controls>;

function legendOf(canvas: HTMLElement): string {
  return canvas.querySelector('guatu-legend')?.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
}

/** Every village's own income, cut where the plan itself cuts: 1, 5 and 10万元. */
export const FiguresByThePlan: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(legendOf(canvasElement)).toContain('按计划对单个地区的要求分级：1、5、10万元，含下限'));
  },
};

/** Classes of equal width with round bounds. */
export const EqualIntervals: Story = { args: { breaks: 'equal' } };

/** About equally many villages in each class. */
export const Quantiles: Story = { args: { breaks: 'quantile' } };

/** Bounds where the figures themselves part. */
export const NaturalBreaks: Story = { args: { breaks: 'natural' } };

/** Bounds of one's own, in the unit shown. */
export const OwnBounds: Story = { args: { breaks: '2,4,6,8' } };

/** 1, 5 and 10万元 exactly, and a hair below each: on the bound belongs to the class above, everywhere. */
export const ExactlyOnABreak: Story = {
  loaders: [
    async () => {
      const figures = ['0', '0.99', '1', '4.99', '5', '9.99', '10', '10.01'];
      const board = await loadBoard(
        changed('observations', (text) => {
          let next = 0;
          return text.replace(
            /^(collective-income,62032110020\d,2021),[^,]*,/gm,
            (_row, head: string) => `${head},${figures[next++ % figures.length]},`,
          );
        }),
        SHOWN,
      );
      return { board };
    },
  ],
};

/** How far each township is with a whole domain; the formula stands in the legend. */
export const Domain: Story = { args: { target: '', domain: 'organization', view: 'attainment', level: 'township' } };

/** The same by village: what each owes itself, and the predicates it answers. */
export const DomainByVillage: Story = { args: { target: '', domain: 'organization', view: 'both' } };

/** Two years side by side: one layout, the same classes, one legend with both counts. */
export const SideBySide: Story = {
  args: { view: 'both', compareTo: '2020-12-31' },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('guatu-map')?.shadowRoot;
    await waitFor(() => expect(root?.querySelectorAll('[part=moment]').length).toBe(2));
    await waitFor(() => expect(legendOf(canvasElement)).toContain('每格上为2020年12月31日，下为2021年12月31日'));
  },
};

/** What changed between two years, in percentage points: less carries a pattern, zero is a class, missing is none. */
export const Change: Story = { args: { view: 'both', compareTo: '2020-12-31', comparison: 'change' } };

/** The change in the unit. */
export const ChangeOfFigures: Story = { args: { compareTo: '2020-12-31', comparison: 'change' } };

/** Who started between two dates, and who became late. */
export const ChangeOfTheRollout: Story = { args: { view: 'rollout', compareTo: '2020-12-31', comparison: 'change' } };

/** What changed, on polygons. */
export const ChangeOnPolygons: Story = {
  loaders: [async () => ({ board: await loadBoard(fictionalSources(112, { boundaries: true })) })],
  args: { target: '', view: 'rollout', compareTo: '2020-12-31', comparison: 'change' },
};
