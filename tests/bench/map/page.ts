import { evaluate, readDataset } from '@guatu/core';
import { fictionalCounty } from '@guatu/map/fictional';
import { buildScene, layoutGeographic } from '@guatu/map/scene';
import type { Contestant, Input, Picture } from './contestant.js';

/** Points of one area on the page, and the colour that one of them at least has in a picture: names lie on some. */
export interface Sample {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly color: string;
}

const TARGETS = ['toilets-85', 'income-5'] as const;

/** Makes a county and everything that is in memory before the clock starts. */
function prepare(
  { villages, seed }: { readonly villages: number; readonly seed: number },
  { width, height }: { readonly width: number; readonly height: number },
): Input {
  const county = fictionalCounty({ villages, seed });
  const dataset = readDataset(county.plan, {
    areas: { name: 'areas.csv', text: county.areasCsv },
    observations: { name: 'observations.csv', text: county.observationsCsv },
    events: { name: 'events.csv', text: county.eventsCsv },
  });
  return { county, dataset, targets: TARGETS, asOf: county.plan.end, width, height, colors: [new Map(), new Map()] };
}

/** Finds colours for those that are given data: the ones we paint. Run in a page of its own, so that nothing is warm. */
function findColors(input: Input): readonly (readonly [string, string])[][] {
  const { county, dataset, asOf, width, height } = input;
  const { layout } = layoutGeographic(county.boundaries, dataset.roster, { width, height, level: 'village' });
  return TARGETS.map((target) => {
    const { paints } = buildScene({
      evaluation: evaluate(county.plan, dataset, { asOf }),
      layout,
      target,
      level: 'village',
      view: 'attainment',
    });
    return layout.areas.map(({ code }, i) => [code, paints[i]?.fill ?? ''] as const);
  });
}

let input: Input;
let picture: Picture | null = null;
let contestant: Contestant;
let container: HTMLElement;

/** What the runner calls. Times are milliseconds since the epoch, to be held against those of presented frames. */
export function installBench(name: string, draw: Contestant): void {
  contestant = draw;
  const now = (): number => performance.timeOrigin + performance.now();
  Object.assign(window, {
    bench: {
      name,
      prepare(
        made: { readonly villages: number; readonly seed: number },
        size: { readonly width: number; readonly height: number },
      ): void {
        container = document.querySelector<HTMLElement>('#map') ?? document.body;
        Object.assign(container.style, { width: `${size.width}px`, height: `${size.height}px` });
        input = prepare(made, size);
      },
      findColors: () => findColors(input),
      setColors(colors: readonly (readonly [string, string])[][]): void {
        input = { ...input, colors: [new Map(colors[0]), new Map(colors[1])] };
      },
      mount(): { readonly start: number; readonly scripted: number } {
        const start = now();
        picture = contestant(container, input);
        return { start, scripted: now() - start };
      },
      recolor(to: 0 | 1): { readonly start: number; readonly scripted: number } {
        const start = now();
        picture?.recolor(to);
        return { start, scripted: now() - start };
      },
      unmount(): void {
        picture?.destroy();
        picture = null;
      },
      /** Milliseconds of script that putting a picture on and taking it off takes, of several the middle one. */
      turnOver(times: number): number {
        const taken = Array.from({ length: times }, () => {
          const start = performance.now();
          contestant(container, input).destroy();
          return performance.now() - start;
        });
        return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
      },
      /** Areas spread over all of them, with points inside and their colours. */
      sample(which: 0 | 1, most: number): readonly Sample[] {
        const { features } = input.county.boundaries;
        const step = Math.max(1, Math.floor(features.length / most));
        return features.flatMap(({ properties: { code }, geometry: { coordinates } }, i) => {
          if (i % step !== 0) return [];
          const ring = coordinates[0] ?? [];
          const [lon, lat] = [0, 1].map((axis) => ring.reduce((sum, at) => sum + (at[axis] ?? 0), 0) / ring.length) as [
            number,
            number,
          ];
          const [top, bottom] = [Math.max(...ring.map((at) => at[1])), Math.min(...ring.map((at) => at[1]))];
          const places = [0, 0.4, 0.55, 0.7, 0.82].flatMap((far) => [
            lat + (top - lat) * far,
            lat + (bottom - lat) * far,
          ]);
          const points = places.map((place): readonly [number, number] => picture?.locate(lon, place) ?? [0, 0]);
          return [{ points, color: input.colors[which].get(code) ?? '' }];
        });
      },
    },
  });
}
