import { Board } from '@guatu/map';
import type { BoardSources, BoardState } from '@guatu/map';
import { fictionalCounty } from '@guatu/map/fictional';
import areas from '../../fixtures/yongchang/areas.csv?raw';
import events from '../../fixtures/yongchang/events.csv?raw';
import links from '../../fixtures/yongchang/links.csv?raw';
import observations from '../../fixtures/yongchang/observations.csv?raw';
import plan from '../../fixtures/yongchang/plan.json?raw';
import registers from '../../fixtures/yongchang/registers.csv?raw';

/** The county's files, read from memory so that a story makes no request. */
export const COUNTY: BoardSources = {
  plan: { name: 'plan.json', text: plan },
  areas: { name: 'areas.csv', text: areas },
  observations: { name: 'observations.csv', text: observations },
  registers: { name: 'registers.csv', text: registers },
  events: { name: 'events.csv', text: events },
  links: { name: 'links.csv', text: links },
};

/** What stories show unless they say otherwise. */
export const SHOWN: Partial<BoardState> = { asOf: '2021-12-31', target: 'collective-income-5-2022' };

/** A board with its files read. */
export async function loadBoard(sources: BoardSources, state: Partial<BoardState> = {}): Promise<Board> {
  const board = new Board({ state });
  await board.load(sources);
  return board;
}

/** A made-up county of any size, with a small plan. */
export function fictionalSources(villages: number, options: { readonly boundaries?: boolean } = {}): BoardSources {
  const county = fictionalCounty({ villages, seed: 7 });
  return {
    plan: { name: 'plan.json', data: county.plan },
    areas: { name: 'areas.csv', text: county.areasCsv },
    observations: { name: 'observations.csv', text: county.observationsCsv },
    events: { name: 'events.csv', text: county.eventsCsv },
    ...(options.boundaries && { boundaries: { name: 'boundaries.json', data: county.boundaries } }),
  };
}

/** The county with some lines of one file replaced. */
export function changed(file: 'areas' | 'observations', replace: (text: string) => string): BoardSources {
  const text = file === 'areas' ? areas : observations;
  return { ...COUNTY, [file]: { name: `${file}.csv`, text: replace(text) } };
}
